import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createProject, fetchPermissions } from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

const create = (inputs: Record<string, string> = {}) =>
  use(sandbox(), 'create-project', { with: { project: 'p', ...inputs } });

const permissions = () => fetchPermissions(sandbox().connection, { project: 'p' });

describe('the create-project step', () => {
  it('creates a project with owners and uploaders', async () => {
    const { exitCode, outputs, log, summary } = await create({
      owners: 'akari\n# the boss\nboss\nakari',
      uploaders: '- id: alicia\n  asset: foo\n  version: 1.10\n  trusted: true\n- { id: 007 }',
    });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('Project p is created') });
    expect(await permissions()).toEqual({
      owners: ['akari', 'boss'],
      uploaders: [{ id: 'alicia', asset: 'foo', version: '1.10', trusted: true }, { id: '007' }],
    });
    const after = JSON.stringify(await permissions());
    expect(outputs).toEqual({ status: 'created', changed: 'true', before: '', after });
    expect(summary).toContain('### ✅ Project <code>p</code> created');
    expect(summary).toContain('<code>akari</code>');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('makes the user who creates the project its owner, unless owners is []', async () => {
    await create();
    expect((await permissions()).owners).toEqual([sandbox().me]);
    await create({ project: 'q', owners: '[]' });
    expect((await fetchPermissions(sandbox().connection, { project: 'q' })).owners).toEqual([]);
  });

  it('leaves an existing project alone, and reports if it differs from the requested one', async () => {
    await create({ owners: 'akari' });
    const again = await create({ owners: 'akari' });
    expect(again).toMatchObject({ exitCode: 0, outputs: { status: 'skipped', changed: 'false' } });
    expect(again.log).not.toContain('::warning');
    expect(again.outputs.before).toBe(again.outputs.after);
    const other = await create({ owners: 'boss' });
    expect(other).toMatchObject({ exitCode: 0, outputs: { status: 'skipped', changed: 'false' } });
    expect(other.log).toMatch(/::warning title=Permissions differ::.*- owner akari.*\+ owner boss/);
    expect((await permissions()).owners).toEqual(['akari']);
  });

  it('with if-exists: error refuses one that exists', async () => {
    await create({ owners: 'akari' });
    const { exitCode, outputs, log } = await create({ 'if-exists': 'error' });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false', before: outputs.after },
    });
    expect(firstError(log)).toMatch(/already exists.*\(input: if-exists\)/);
  });

  it('finds out about a creation whose answer was lost', async () => {
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.method !== 'POST') return false;
      void createProject(sandbox().connection, 'p').then(() => response.destroy());
      return true;
    });
    const { exitCode, outputs } = await create({ url: faulty.url });
    await faulty.close();
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'created', changed: 'true' },
    });
  });

  it('tells the remains of a failed creation from a project', async () => {
    fs.mkdirSync(path.join(sandbox().registry, 'p'));
    const { exitCode, log } = await create();
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('has no permissions'),
    });
  });
});

describe('the create-project step of somebody else', () => {
  const strict = useSandbox({ admins: ['somebody'] });

  it('is refused, and told who creates projects', async () => {
    const { exitCode, outputs, log } = await use(strict(), 'create-project', { with: { project: 'p' } });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false' },
    });
    expect(firstError(log)).toMatch(/Not allowed.*Ask an administrator of the service to create the project/);
  });
});
