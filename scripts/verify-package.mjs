/**
 * Proves the published shape: packs the package, installs it in an empty project, and there type-checks and runs the
 * quick start of the README; then publishes a directory with nothing but a shell and the packed file, as the README says.
 * Gets the file as from a release, and installs the last commit from git. Needs the npm registry, for dependencies.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { blockOf } from './markdown.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-package-'));

/** The leftovers of the quick start are removed with the rest. A clone of CI may belong to somebody else. */
const env = {
  ...process.env,
  ...{ TMPDIR: project, XDG_CACHE_HOME: project, NO_PROXY: '127.0.0.1' },
  ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' },
};

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
const run = (command, args, cwd) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--silent', '--pack-destination', project], root),
  );
  /** @type {string[]} */
  const files = packed.files.map((/** @type {{ path: string }} */ file) => file.path);
  const expected =
    /^(lib|dist|docs)\/|^bin\/(code-cache|gobbler|launch|stop-signals)\.cjs$|^([a-z-]+\/)?(action\.yml|action-types\.yml|main\.cjs|post\.cjs)$|^(package\.json|[A-Z]+\.md|LICENSE)$/;
  const strangers = files.filter((file) => !expected.test(file));
  if (strangers.length > 0) throw new Error(`the package should not hold ${strangers.join(', ')}`);
  for (const needed of [
    'lib/library.js',
    'lib/library.d.ts',
    'dist/index.js',
    'bin/code-cache.cjs',
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
  await fromRelease(path.join(project, packed.filename));
  fromGit();
  console.log(
    `The package holds ${files.length} files; its quick start checks and runs, npx publishes with it, and git installs the same, on Node ${process.version}.`,
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
    const lines = blockOf(root, 'README.md#install 2').content;
    return run('sh', ['-e', '-c', lines.replace('http://gobbler.example.org:8080', url)], shell);
  } finally {
    service.kill('SIGTERM');
    await ended;
  }
}

/**
 * Runs the lines of the README that get the package from a release and install it, with a server on this machine in place
 * of GitHub.
 * @param {string} tarball
 */
async function fromRelease(tarball) {
  const name = path.basename(tarball);
  const content = fs.readFileSync(tarball);
  const files = new Map([
    [`/${name}`, content],
    [`/${name}.sha256`, Buffer.from(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)],
  ]);
  const server = http.createServer(({ url = '' }, response) => {
    response.statusCode = files.has(url) ? 200 : 404;
    response.end(files.get(url));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  try {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    const shell = path.join(project, 'release');
    fs.mkdirSync(shell);
    fs.writeFileSync(path.join(shell, 'package.json'), '{"name":"empty","private":true}');
    const lines = blockOf(root, 'README.md#install 1').content;
    const local = lines.replace(/^release=.*$/m, `release=http://127.0.0.1:${address.port}`);
    if (local === lines) throw new Error('the README names no release');
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', local], { cwd: shell, env });
    for (const part of [`${name}: OK`, 'Usage: gobbler'])
      if (!stdout.includes(part))
        throw new Error(`"${part}" is not in what the installation printed:\n${stdout}`);
    run(path.join(shell, 'node_modules/.bin/gobbler'), ['--version'], shell);
  } finally {
    server.close();
  }
}

/** Installs the last commit from git: with the committed dist/, and with lib/, which npm builds. */
function fromGit() {
  const shell = path.join(project, 'git');
  const clone = path.join(project, 'clone');
  fs.mkdirSync(shell);
  fs.writeFileSync(path.join(shell, 'package.json'), '{"name":"empty","private":true,"type":"module"}');
  run('git', ['clone', '--quiet', root, clone], project);
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', `git+file://${clone}`], shell);
  const installed = path.join(shell, 'node_modules/gobbler-action');
  for (const file of ['index.js', 'commands.js'])
    if (
      !fs
        .readFileSync(path.join(installed, 'dist', file))
        .equals(fs.readFileSync(path.join(clone, 'dist', file)))
    )
      throw new Error(`dist/${file} is not the committed one`);
  const script =
    "import('gobbler-action').then(({ uploadDirectory }) => console.log(typeof uploadDirectory))";
  const printed = run(process.execPath, ['--eval', script], shell);
  if (printed !== 'function\n') throw new Error(`the library from git printed:\n${printed}`);
  run(path.join(shell, 'node_modules/.bin/gobbler'), ['--version'], shell);
}
