/**
 * Proves the published shape: packs the package, installs it in an empty project, and there type-checks and runs the
 * quick start of the README; then publishes a directory with nothing but a shell and the packed file, as the README says.
 * Needs the npm registry, for the package's own dependency.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockOf } from './markdown.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-package-'));

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
const run = (command, args, cwd) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // What the quick start leaves goes away with the rest.
    env: { ...process.env, TMPDIR: project, XDG_CACHE_HOME: project },
  });

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--silent', '--pack-destination', project], root),
  );
  /** @type {string[]} */
  const files = packed.files.map((/** @type {{ path: string }} */ file) => file.path);
  const expected =
    /^(lib|dist|docs)\/|^bin\/(gobbler|launch|stop-signals)\.cjs$|^([a-z-]+\/)?(action\.yml|main\.cjs|post\.cjs)$|^(package\.json|[A-Z]+\.md|LICENSE)$/;
  const strangers = files.filter((file) => !expected.test(file));
  if (strangers.length > 0) throw new Error(`the package should not hold ${strangers.join(', ')}`);
  for (const needed of [
    'lib/library.js',
    'lib/library.d.ts',
    'dist/index.js',
    'bin/stop-signals.cjs',
    'action.yml',
  ]) {
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

  fs.writeFileSync(path.join(project, 'quick-start.ts'), blockOf(root, 'README.md#the-library 1').content);
  fs.symlinkSync(path.join(root, 'node_modules/@types'), path.join(project, 'node_modules/@types'));
  const options = [
    '--strict',
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--types',
    'node',
    '--skipLibCheck',
    'false',
  ];
  run(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), ...options, 'quick-start.ts'],
    project,
  );
  const said = run(process.execPath, ['quick-start.js'], project);
  if (!said.includes('foo/bar.txt')) throw new Error(`the quick start printed:\n${said}`);
  const version = run('npx', ['gobbler', '--version'], project).trim();
  if (!/^\d+\.\d+\.\d+ \([\da-f]+, \d{4}-\d\d-\d\d\)$/.test(version))
    throw new Error(`gobbler --version should have a commit and its date, but is ${version}`);
  const printed = await fromPlainShell(path.join(project, packed.filename));
  if (!printed.endsWith('/registry/demo/assay/1.0\n')) throw new Error(`npx printed:\n${printed}`);
  console.log(
    `The package holds ${files.length} files; its quick start checks and runs, and npx publishes with it, on Node ${process.version}.`,
  );
} finally {
  fs.rmSync(project, { recursive: true, force: true });
}

/**
 * Runs the lines of the README for a plain shell, in a directory that holds results and the packed file, against a
 * service of the clone. Returns what they print.
 * @param {string} tarball
 */
async function fromPlainShell(tarball) {
  const place = path.join(project, 'plain');
  const shell = path.join(place, 'shell');
  for (const name of ['registry', 'staging', 'shell/results'])
    fs.mkdirSync(path.join(place, name), { recursive: true });
  fs.chmodSync(path.join(place, 'staging'), 0o1777);
  fs.writeFileSync(path.join(shell, 'results/x.txt'), 'four');
  fs.copyFileSync(tarball, path.join(shell, path.basename(tarball)));
  const service = spawn(
    process.execPath,
    [
      path.join(root, 'dist/index.js'),
      'serve',
      ...['-registry', path.join(place, 'registry'), '-staging', path.join(place, 'staging')],
      ...['-port', '0', '-admin', os.userInfo().username],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => service.once('close', resolve));
  try {
    /** @type {string} */
    const url = await new Promise((resolve, reject) => {
      let said = '';
      service.stderr.setEncoding('utf8').on('data', (text) => {
        said += text;
        const [, address] = /listening at (\S+)/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
      void ended.then(() => reject(new Error(`the embedded Gobbler ended:\n${said}`)));
    });
    run(process.execPath, [path.join(root, 'bin/gobbler.cjs'), 'project', 'demo', '--url', url], shell);
    const lines = blockOf(root, 'README.md#install 1').content;
    return run('sh', ['-e', '-c', lines.replace('http://gobbler.example.org:8080', url)], shell);
  } finally {
    service.kill('SIGTERM');
    await ended;
  }
}
