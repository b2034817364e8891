import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { createMultipartUpload } from '../../src/client/index.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const SECRET = 'token-that-nobody-may-see';

/** Whether the service's directories hold the secret anywhere. */
function leaks(): boolean {
  const { registry, staging } = sandbox();
  const files = [registry, staging].flatMap((directory) =>
    fs
      .readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')),
  );
  return files.some((content) => content.includes(SECRET));
}

it('neither upload nor stage publishes the environment of its step behind a link', async () => {
  await sandbox().project('p');
  const ref = { project: 'p', asset: 'a', version: 'v' };
  const { id: uploadId } = await createMultipartUpload(sandbox().connection, ref);
  sandbox().source({ 'ok.txt': 'o', 'env.txt': { link: '/proc/self/environ' } });
  const given = { directory: 'source', symlinks: 'dereference' };
  const env = { SECRET };
  const uploaded = await use(sandbox(), '.', { with: { ...ref, ...given }, env });
  const staged = await use(sandbox(), 'stage', {
    with: { 'upload-id': uploadId, part: 'one', ...given },
    env,
  });
  for (const { exitCode, outputs, log } of [uploaded, staged]) {
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(log).toMatch(/^::error title=No fixed content::"env\.txt"/m);
    expect(log).not.toContain(SECRET);
  }
  expect(leaks()).toBe(false);
  expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  expect(leftInStaging(sandbox())).toEqual([uploadId]);
  const excluded = await use(sandbox(), '.', { with: { ...ref, ...given, files: '!env.txt' }, env });
  expect(excluded).toMatchObject({ exitCode: 0, outputs: { 'files-count': '1' } });
});

it('a directory of the kernel is refused', async () => {
  await sandbox().project('p');
  const inputs = { project: 'p', asset: 'a', version: 'v', directory: '/proc/self/fdinfo' };
  const { exitCode, log } = await use(sandbox(), '.', { with: inputs });
  expect(exitCode).toBe(1);
  expect(log).toMatch(/^::error title=No fixed content::directory \/proc\/self\/fdinfo/m);
});
