/**
 * Proves the published shape: packs the package, installs it in an empty project, and there type-checks and runs the
 * quick start of the README. Needs the npm registry, for the package's own dependency.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-package-'));

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
const run = (command, args, cwd) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // What the quick start leaves goes away with the rest.
    env: { ...process.env, TMPDIR: project },
  });

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--silent', '--pack-destination', project], root),
  );
  /** @type {string[]} */
  const files = packed.files.map((/** @type {{ path: string }} */ file) => file.path);
  const expected =
    /^(lib|dist|docs)\/|^bin\/gobbler\.cjs$|^([a-z-]+\/)?(action\.yml|main\.cjs|post\.cjs)$|^(package\.json|[A-Z]+\.md|LICENSE)$/;
  const strangers = files.filter((file) => !expected.test(file));
  if (strangers.length > 0) throw new Error(`the package should not hold ${strangers.join(', ')}`);
  for (const needed of ['lib/library.js', 'lib/library.d.ts', 'dist/index.js', 'action.yml']) {
    if (!files.includes(needed)) throw new Error(`the package lacks ${needed}`);
  }

  fs.writeFileSync(path.join(project, 'package.json'), '{"name":"empty","private":true,"type":"module"}');
  run(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', path.join(project, packed.filename)],
    project,
  );
  const installed = fs
    .readdirSync(path.join(project, 'node_modules'))
    .filter((name) => !name.startsWith('.'));
  if (installed.some((name) => name === '@actions')) throw new Error('the library should not need @actions');

  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, code = ''] = /```ts\n(import[\s\S]*?)```/.exec(readme) ?? [];
  fs.writeFileSync(path.join(project, 'quick-start.ts'), code);
  fs.symlinkSync(path.join(root, 'node_modules/@types'), path.join(project, 'node_modules/@types'));
  const options = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  run(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), ...options, 'quick-start.ts'],
    project,
  );
  const said = run(process.execPath, ['quick-start.js'], project);
  if (!said.includes('foo/bar.txt')) throw new Error(`the quick start printed:\n${said}`);
  console.log(
    `The package holds ${files.length} files; its quick start checks and runs on Node ${process.version}.`,
  );
} finally {
  fs.rmSync(project, { recursive: true, force: true });
}
