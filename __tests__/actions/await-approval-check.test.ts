import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { approveProbation } from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };

const wait = (inputs: Record<string, string>) =>
  use(sandbox(), 'await-approval', { with: { ...ref, 'timeout-minutes': '20s', ...inputs } });
const check = (inputs: Record<string, string> = {}) => wait({ mode: 'check', ...inputs });

describe('a check', () => {
  it('looks once, and never fails', async () => {
    await sandbox().project('p');
    expect(await check()).toMatchObject({ exitCode: 0, outputs: { status: 'missing', approved: 'false' } });
    await publish(sandbox(), 'v1');
    const pending = await check();
    expect(pending).toMatchObject({ exitCode: 0, outputs: { status: 'pending', approved: 'false' } });
    expect(pending.summary).toContain('### 🟡 p/a/v1 awaits approval');
    expect(pending.summary).toContain('```yaml');
    const other = { 'manifest-digest': 'c'.repeat(64) };
    expect(await check(other)).toMatchObject({ exitCode: 0, outputs: { status: 'replaced' } });
    await approveProbation(sandbox().connection, ref);
    expect(await check()).toMatchObject({ exitCode: 0, outputs: { status: 'approved', approved: 'true' } });
    await sandbox().stopService();
    const unknown = await check();
    expect(unknown).toMatchObject({ exitCode: 0, outputs: { status: 'unknown', approved: 'false' } });
    expect(unknown.log).toContain('::warning title=Approval is unknown');
  });

  it('takes a running upload for pending', async () => {
    await sandbox().project('p');
    fs.mkdirSync(path.join(sandbox().registry, 'p/a/v1'), { recursive: true });
    expect(await check()).toMatchObject({ exitCode: 0, outputs: { status: 'pending' } });
  });
});

describe('waiting for an approval, refused', () => {
  it.each(['project', 'asset', 'version'])('for a %s that does not exist says missing', async (part) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const { exitCode, outputs, log } = await wait({ [part]: 'nope' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'missing' });
    expect(firstError(log)).toContain(part);
  });
});
