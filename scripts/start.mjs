/**
 * `npm start`: the main job, for real, from the committed bundle: an embedded Gobbler in a temporary place, a
 * directory published twice by the upload step, and the registry checked against the source, checksums included.
 * Needs nothing but Node; leaves nothing behind.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from './runner.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LARGE_FILE_BYTES = 32 * 1024 * 1024;

/** @param {string} text */
const say = (text) => console.log(text);
/** @param {string} text */
const heading = (text) => say(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);

/** A few hundred files as an analysis leaves them: nested, some alike, links, an empty directory, a large one. */
function makeResults(/** @type {string} */ directory) {
  for (let sample = 1; sample <= 12; sample++) {
    const folder = path.join(directory, 'samples', `sample-${String(sample).padStart(2, '0')}`);
    fs.mkdirSync(path.join(folder, 'plots'), { recursive: true });
    for (let part = 0; part < 20; part++) {
      fs.writeFileSync(
        path.join(folder, `counts-${part}.csv`),
        `gene,count\nG${part},${sample * part}\n`.repeat(50),
      );
    }
    for (let plot = 0; plot < 5; plot++) {
      fs.writeFileSync(
        path.join(folder, 'plots', `plot ${plot}.svg`),
        `<svg><!-- ${sample}/${plot} --></svg>`,
      );
    }
    fs.symlinkSync('counts-0.csv', path.join(folder, 'counts-best.csv'));
  }
  fs.mkdirSync(path.join(directory, 'logs', 'empty'), { recursive: true });
  fs.writeFileSync(path.join(directory, 'README.md'), '# Results\n');
  fs.writeFileSync(path.join(directory, '.cache'), 'hidden files stay at home\n');
  const block = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < block.length; at += 4) block.writeUInt32LE((at * 2654435761) >>> 0, at);
  const large = fs.openSync(path.join(directory, 'matrix.bin'), 'w');
  for (let written = 0; written < LARGE_FILE_BYTES; written += block.length) fs.writeSync(large, block);
  fs.closeSync(large);
}

/** @param {string} registry @param {string} staging @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
async function startService(registry, staging) {
  const args = [
    'serve',
    '-registry',
    registry,
    '-staging',
    staging,
    '-port',
    '0',
    '-admin',
    os.userInfo().username,
  ];
  const child = spawn(process.execPath, [path.join(root, 'dist/index.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const listen = (chunk) => {
      said += chunk;
      const match = /http:\/\/[\d.]+:\d+/.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`the embedded Gobbler ended:\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Creates a project, as an administrator: writes a request file, and sends a POST with its name. */
async function createProject(
  /** @type {string} */ url,
  /** @type {string} */ staging,
  /** @type {string} */ project,
) {
  const name = 'request-create_project-demo';
  fs.writeFileSync(path.join(staging, name), JSON.stringify({ project }));
  const response = await fetch(`${url}/new/${name}`, { method: 'POST', redirect: 'error' });
  const answer = await response.text();
  fs.rmSync(path.join(staging, name));
  if (response.status !== 200) throw new Error(`the project was not created: ${answer}`);
}

const md5 = (/** @type {string} */ file) => createHash('md5').update(fs.readFileSync(file)).digest('hex');

const inUnits = (/** @type {number} */ bytes) =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/**
 * Holds the registry against the source, file by file.
 * @param {string} source @param {string} version The directory in the registry.
 */
function check(source, version) {
  /** @type {Record<string, { size: number, md5sum: string, link?: object }>} */
  const manifest = JSON.parse(fs.readFileSync(path.join(version, '..manifest'), 'utf8'));
  const entries = fs.readdirSync(source, { recursive: true, withFileTypes: true });
  let found = 0;
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const key = path.relative(source, file);
    if (entry.isDirectory() && fs.readdirSync(file).length > 0) continue;
    if (entry.name.startsWith('.')) {
      if (key in manifest) throw new Error(`${key} should not have been published`);
      continue;
    }
    const sum = entry.isDirectory() ? '' : md5(file);
    if (manifest[key]?.md5sum !== sum) throw new Error(`${key} is not in the manifest as it should be`);
    if (!entry.isDirectory() && md5(path.join(version, key)) !== sum)
      throw new Error(`${key} differs in the registry`);
    found++;
  }
  if (found !== Object.keys(manifest).length)
    throw new Error('the manifest lists files that were never there');
  const linked = Object.values(manifest).filter(({ link }) => link !== undefined);
  const linkedBytes = linked.reduce((sum, { size }) => sum + size, 0);
  const empty = Object.values(manifest).filter(({ md5sum }) => md5sum === '').length;
  const bytes = Object.values(manifest).reduce((sum, { size }) => sum + size, 0);
  say(`  ${found - empty} files and ${empty} empty directory, ${inUnits(bytes)}, all checksums verified;`);
  say(`  ${linked.length} of the files are links (${inUnits(linkedBytes)})`);
}

async function main() {
  const begun = performance.now();
  const temp = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-demo-')));
  const [workspace, registry, staging] = ['workspace', 'registry', 'staging'].map((name) =>
    path.join(temp, name),
  );
  if (workspace === undefined || registry === undefined || staging === undefined)
    throw new Error('unreachable');
  for (const directory of [workspace, registry, staging]) fs.mkdirSync(directory);
  fs.chmodSync(staging, 0o1777);
  /** @type {Awaited<ReturnType<typeof startService>> | undefined} */
  let service;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGXCPU', 'SIGUSR1', 'SIGUSR2']) {
    process.once(signal, () => {
      void (service?.stop() ?? Promise.resolve()).then(() => {
        fs.rmSync(temp, { recursive: true, force: true });
        process.exit(1);
      });
    });
  }
  try {
    service = await startService(registry, staging);
    heading(`An embedded Gobbler serves ${registry} at ${service.url}`);
    await createProject(service.url, staging, 'demo');
    makeResults(path.join(workspace, 'results'));

    for (const version of ['1', '2']) {
      heading(`Step: publish results/ as demo/assay/${version}`);
      const step = {
        workspace,
        temp,
        env: { GOBBLER_URL: service.url },
        onLine: (/** @type {string} */ line) => {
          // Where a runner folds what follows, a shell has lines.
          if (line !== '::endgroup::') say(`  ${line.replace(/^::group::(.*)/, '$1:')}`);
        },
      };
      const inputs = { project: 'demo', asset: 'assay', version, directory: 'results' };
      const main = await runStep({ ...step, script: path.join(root, 'upload/main.cjs'), inputs });
      const post = await runStep({ ...step, script: path.join(root, 'upload/post.cjs'), state: main.state });
      if (main.exitCode !== 0 || post.exitCode !== 0) throw new Error('the step failed');

      say('\n  Outputs for later steps:');
      for (const [name, value] of Object.entries(main.outputs)) {
        say(`    ${name}: ${value.length > 100 ? `${value.slice(0, 100)}…` : value}`);
      }
      const versionPath = main.outputs['version-path'] ?? '';
      say(`\n  In ${versionPath}:`);
      check(path.join(workspace, 'results'), versionPath);
      if (version === '1') {
        fs.writeFileSync(path.join(workspace, 'results/README.md'), '# Results, corrected\n');
        fs.writeFileSync(
          path.join(workspace, 'results/samples/sample-03/counts-7.csv'),
          'gene,count\nG7,0\n',
        );
      }
    }

    heading('The registry');
    for (const name of fs.readdirSync(path.join(registry, 'demo/assay'))) say(`  demo/assay/${name}`);
    say(
      `  latest: ${fs.readFileSync(path.join(registry, 'demo/assay/..latest'), 'utf8').replaceAll(/\s+/g, ' ')}`,
    );
    const left = fs.readdirSync(staging);
    if (left.length > 0) throw new Error(`left in staging: ${left.join(', ')}`);
    say('  nothing is left in staging');
  } finally {
    await service?.stop();
    fs.rmSync(temp, { recursive: true, force: true });
  }
  heading(`Done in ${((performance.now() - begun) / 1000).toFixed(1)} s; the temporary files are gone.`);
}

await main();
