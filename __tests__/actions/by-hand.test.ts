import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { listAssets } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { PROGRAMS } from '../helpers/several-users.ts';

const sandbox = useSandbox();
const launcher = path.join(PROGRAMS, 'upload/main.cjs');

it('a step by hand takes its inputs from variables that a shell can export', async () => {
  await sandbox().project('p');
  sandbox().source({ x: 'x' });
  const env = {
    PATH: process.env.PATH,
    GOBBLER_URL: sandbox().url,
    INPUT_PROJECT: 'p',
    INPUT_ASSET: 'a',
    INPUT_VERSION: 'v',
    INPUT_DIRECTORY: 'source',
    INPUT_FILES: '*',
    INPUT_DRY_RUN: 'true',
    INPUT_HASH_CACHE: 'false',
  };
  const { stdout } = await promisify(execFile)(process.execPath, [launcher], {
    cwd: sandbox().workspace,
    env,
  });
  expect(stdout).toContain('output status=planned');
  expect(stdout).not.toMatch(/^::/m);
  expect(await listAssets(sandbox().connection, 'p')).toEqual([]);
});
