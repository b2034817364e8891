/**
 * `npm run test:python`: holds the service and the client against the real Python client. Where it is missing, one line
 * says how to get it; under CI that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const python = process.env.GOBBLER_TEST_PYTHON ?? 'python3';
const probe = spawnSync(python, ['-c', 'import pygobbler, pytest'], { encoding: 'utf8' });

if (probe.status === 0) {
  const args = ['run', 'jest', '--', '--config', 'jest.python.config.mjs', ...process.argv.slice(2)];
  process.exitCode = spawnSync('npm', args, { cwd: root, stdio: 'inherit' }).status ?? 1;
} else {
  const found = probe.error?.message ?? probe.stderr.trim().split('\n').at(-1);
  console.error(
    `The Python client was not tested: ${python} cannot import pygobbler and pytest (${found}). Run: python3 -m venv .venv && .venv/bin/pip install -r __tests__/python/requirements.txt && GOBBLER_TEST_PYTHON=$PWD/.venv/bin/python npm run test:python`,
  );
  if (process.env.CI) process.exitCode = 1;
}
