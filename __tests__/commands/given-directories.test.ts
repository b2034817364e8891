import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connect } from '../../src/client/index.ts';
import { requireOwnRegistry } from '../../src/commands/connect/service-connection.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const { signal } = new AbortController();

/** Another place of this machine. */
function place(name: string): string {
  const directory = path.join(sandbox().root, name);
  fs.mkdirSync(directory);
  return directory;
}

const connectWith = (registry: string) => connect(sandbox().url, { registry });

describe('a registry that the inputs name', () => {
  it('is used where this machine sees it elsewhere than the service', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const { registry, staging, root } = sandbox();
    fs.symlinkSync(registry, path.join(root, 'mounted'));
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url !== '/info') return false;
      return answer(response, 200, JSON.stringify({ registry, staging: '/not/here' }));
    });
    const { exitCode, outputs, log } = await use(sandbox(), '.', {
      with: {
        project: 'p',
        asset: 'a',
        version: 'v1',
        directory: 'source',
        url: faulty.url,
        registry: path.join(root, 'mounted'),
        staging,
      },
    });
    await faulty.close();
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
    expect(outputs['version-path']).toBe(path.join(root, 'mounted/p/a/v1'));
    expect(fs.readFileSync(path.join(outputs['version-path'] ?? '', 'x'), 'utf8')).toBe('x');
  });

  it('may lack projects that have just been made, but not all', async () => {
    for (const project of ['p', 'q', 'r']) await sandbox().project(project);
    const other = place('other');
    expect(await failureOf(requireOwnRegistry(await connectWith(other), signal))).toMatchObject({
      code: 'registry-unavailable',
      input: 'registry',
      problem: 'foreign-registry',
      facts: { registry: other, projects: ['p', 'q', 'r'], count: 3 },
    });
    fs.writeFileSync(path.join(other, 'q'), 'no directory');
    await failureOf(requireOwnRegistry(await connectWith(other), signal));
    fs.mkdirSync(path.join(other, 'r'));
    await requireOwnRegistry(await connectWith(other), signal);
  });

  it('can be any while the service has no projects', async () => {
    await requireOwnRegistry(await connectWith(place('other')), signal);
  });
});
