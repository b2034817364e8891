/**
 * `npm run test:engines`: the recipes and workflows in real engines, which have to be on the path. A missing one is a
 * failure; with `--allow-skip`, on a developer's machine, its tests are skipped. Other arguments go to jest.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const rest = given.filter((word) => word !== '--allow-skip');
const mayBeMissing = rest.length < given.length;

if (mayBeMissing && (process.env.CI ?? '') !== '') {
  console.error(
    '--allow-skip is for a developer’s machine, and CI is set: install the engines, as .ci/run engines does',
  );
  process.exitCode = 2;
} else {
  const args = ['run', 'jest', '--', '--config', 'jest.engines.config.mjs', ...rest];
  const env = { ...process.env, ...(mayBeMissing && { GOBBLER_TEST_ALLOW_SKIP: '1' }) };
  process.exitCode = spawnSync('npm', args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}
