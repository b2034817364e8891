import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER, inShell } from '../helpers/shell.ts';

const sandbox = useSandbox();

it('gobbler serve --demo serves the shell that takes its line, and leaves nothing', async () => {
  const temporary = path.join(sandbox().root, 'temporary');
  fs.mkdirSync(temporary);
  sandbox().source({ x: 'x' }, 'results');
  const script = `set -e
    gobbler() { "${process.execPath}" "${GOBBLER}" "$@"; }
    "${process.execPath}" "${GOBBLER}" serve --demo > line 2> log & service=$!
    until [ -s line ] || ! kill -0 $service; do sleep 0.1; done
    . ./line
    gobbler project demo -q
    gobbler upload results demo/assay/1.0 -q
    ls "$TMPDIR" | wc -l
    cat "$(gobbler fetch demo/assay -q)/x"
    kill $service; wait $service`;
  const { stdout, stderr, exitCode } = await inShell(sandbox(), 'sh', ['-c', script], {
    TMPDIR: temporary,
    GOBBLER_URL: 'http://127.0.0.1:9',
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^\/.*\/gobbler-demo-\w+\/registry\/demo\/assay\/1\.0\n1\nx$/);
  const line = fs.readFileSync(path.join(sandbox().workspace, 'line'), 'utf8');
  expect(line).toMatch(/^export GOBBLER_URL=http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(fs.readdirSync(temporary)).toEqual([]);
});

it('gobbler serve --demo leaves nothing if it cannot start', async () => {
  const temporary = path.join(sandbox().root, 'temporary');
  fs.mkdirSync(temporary);
  const { port } = new URL(sandbox().url);
  const args = [GOBBLER, 'serve', '--demo', '-port', port];
  const { exitCode, stdout } = await inShell(sandbox(), process.execPath, args, { TMPDIR: temporary });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(fs.readdirSync(temporary)).toEqual([]);
});
