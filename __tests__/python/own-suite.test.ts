import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PYTHON } from './pygobbler.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
let root = '';

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-python-'));
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The source distribution has the suite, which the wheel leaves out. */
function downloadSuite(): string {
  const requirements = fs.readFileSync(path.join(import.meta.dirname, 'requirements.txt'), 'utf8');
  const [pinned = ''] = /^pygobbler==.*$/m.exec(requirements) ?? [];
  const flags = ['--quiet', '--disable-pip-version-check', '--no-deps', '--no-binary', ':all:'];
  execFileSync(PYTHON, ['-m', 'pip', 'download', ...flags, '--dest', root, pinned], { stdio: 'inherit' });
  const name = pinned.replace('==', '-');
  execFileSync('tar', ['-xzf', path.join(root, `${name}.tar.gz`), '-C', root]);
  return path.join(root, name, 'tests');
}

/** Has `start_gobbler` find the bundle where it keeps the program that it would download. */
function putProgram(data: string): void {
  const machine = os.arch() === 'x64' ? 'amd64' : os.arch();
  const found = execFileSync(
    PYTHON,
    [
      '-c',
      'import inspect, pygobbler; print(inspect.signature(pygobbler.start_gobbler).parameters["version"].default)',
    ],
    { encoding: 'utf8' },
  );
  const program = path.join(data, `gobbler/gobbler-linux-${machine}-${found.trim()}`);
  fs.mkdirSync(path.dirname(program), { recursive: true });
  const bundle = path.join(REPOSITORY, 'dist/index.js');
  fs.writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${bundle}" serve "$@"\n`, {
    mode: 0o755,
  });
}

it('the suite of the Python client passes with the embedded service', () => {
  const suite = downloadSuite();
  const data = path.join(root, 'data');
  putProgram(data);
  const report = path.join(root, 'report.xml');
  const flags = ['-p', 'no:cacheprovider', '-c', '/dev/null', '--rootdir', suite, `--junit-xml=${report}`];
  const { stdout, stderr } = spawnSync(PYTHON, ['-m', 'pytest', '--quiet', ...flags, suite], {
    env: { PATH: process.env.PATH, HOME: root, TMPDIR: root, XDG_DATA_HOME: data, NO_PROXY: '*' },
    encoding: 'utf8',
  });
  const counts = /tests="(\d+)"/.exec(fs.readFileSync(report, 'utf8'))?.[1];
  const failed = [...stdout.matchAll(/^(?:FAILED|ERROR) (\S+)/gm)].map(([, name]) => name);
  expect({ counts, failed, stderr }).toEqual({ counts: '38', failed: [], stderr: '' });
});
