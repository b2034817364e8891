import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { OpenTree } from '../../src/service/files/open-tree.ts';
import { Pool } from '../../src/service/files/pool.ts';
import { removeTree } from '../../src/service/files/remove-tree.ts';
import { TimeSlices } from '../../src/service/files/time-slices.ts';
import { walkTree } from '../../src/service/files/walk.ts';
import { purge } from '../../src/service/handlers/purge.ts';
import { Identities } from '../../src/service/requests/identity.ts';
import { LockTable } from '../../src/service/storage/locks.ts';
import { Registry } from '../../src/service/storage/registry.ts';
import { ServiceBench, until } from '../helpers/service-bench.ts';
import { changeAge, fill } from '../helpers/service-staging.ts';

/* Staged trees are reached by descriptor, at any depth, and with few descriptors at a time. */

/** So many directories within each other, with names of so many characters, are deeper than any path may be long. */
const DEPTH = 150;
const NAME_LENGTH = 100;

/** Makes them, and a file in the deepest one. */
function makeDeep(top: string): void {
  const script = `
    fs.mkdirSync(process.argv[1]);
    process.chdir(process.argv[1]);
    const name = 'd'.repeat(${NAME_LENGTH});
    for (let i = 0; i < ${DEPTH}; i++) { fs.mkdirSync(name); process.chdir(name); }
    fs.writeFileSync('file', 'x');`;
  expect(spawnSync(process.execPath, ['-e', script, top]).status).toBe(0);
}

const openFiles = (): number => fs.readdirSync('/proc/self/fd').length;

/** Runs something, and tells how many descriptors were open at most, beyond those before. */
async function mostOpen(work: () => Promise<unknown>): Promise<number> {
  const before = openFiles();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, openFiles() - before);
  }, 1);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  expect(openFiles()).toBeLessThanOrEqual(before);
  return most;
}

it('a tree that is deeper than paths can be is walked and removed, with few descriptors', async () => {
  const bench = ServiceBench.idle();
  const top = path.join(bench.staging, 'deep');
  makeDeep(top);
  const kinds: string[] = [];
  const walk = async (): Promise<void> => {
    const tree = OpenTree.open(top);
    for await (const { kind } of walkTree(tree, () => false, TimeSlices.unstoppable())) kinds.push(kind);
    tree.close();
  };
  expect(await mostOpen(walk)).toBeLessThan(40);
  expect(kinds.length).toBe(DEPTH + 1);
  expect(kinds.at(-1)).toBe('file');
  expect(await mostOpen(() => removeTree(top, TimeSlices.unstoppable()))).toBeLessThan(40);
  expect(fs.readdirSync(bench.staging)).toEqual([]);
});

it('an upload of such a tree is refused, and leaves neither a version nor descriptors', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  makeDeep(path.join(bench.staging, 'deep'));
  const request = { source: 'deep', project: 'p', asset: 'a', version: 'v' };
  const most = await mostOpen(async () => {
    expect(await bench.send('upload', request)).toMatchObject({ status: 500 });
  });
  expect(most).toBeLessThan(60);
  expect(bench.has('p/a/v')).toBe(false);
  await removeTree(path.join(bench.staging, 'deep'), TimeSlices.unstoppable());
});

it('a directory that its client takes away while it is read is not published in part', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const [staged, withdrawn] = ['s', 's-0'].map((name) => path.join(bench.staging, name)) as [string, string];
  fill(staged, Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}`, `${index}`])));
  const answer = bench.send('upload', { source: 's', project: 'p', asset: 'a', version: 'v' });
  await until(() => bench.has('p/a/v'), 'the service has begun');
  fs.renameSync(staged, withdrawn);
  // A file that the client has removed before the service comes to it counts as never staged.
  for (const name of fs.readdirSync(withdrawn).slice(-1000)) fs.rmSync(path.join(withdrawn, name));
  expect((await answer).status).toBeGreaterThanOrEqual(400);
  expect(bench.has('p/a/v')).toBe(false);
});

it('a directory that was taken away after it was read is not published either', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const files = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}`, `${index}`]));
  fill(path.join(bench.staging, 's'), files);
  const answer = bench.send('upload', { source: 's', project: 'p', asset: 'a', version: 'v' });
  await until(() => bench.has('p/a/v'), 'the service has begun');
  fs.renameSync(path.join(bench.staging, 's'), path.join(bench.staging, 's-0'));
  expect(await answer).toMatchObject({ status: 400 });
  expect(bench.has('p/a/v')).toBe(false);
});

it('sibling directories at every depth arrive in order, with their content', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const deep = Array.from({ length: 60 }, (_, index) => `d${index}`).join('/');
  const entries = Object.fromEntries(
    [
      'x',
      ...deep.split('/').map(
        (_, depth) =>
          `${deep
            .split('/')
            .slice(0, depth + 1)
            .join('/')}/f`,
      ),
    ]
      .flatMap((name) => [name, `${name}.d/y`])
      .map((name) => [name, name]),
  );
  expect(await bench.upload('p/a/v', entries)).toMatchObject({ status: 200 });
  expect(Object.keys(bench.record('p/a/v/..manifest')).sort()).toEqual(Object.keys(entries).sort());
  for (const name of Object.keys(entries)) {
    expect(fs.readFileSync(path.join(bench.registry, 'p/a/v', name), 'utf8')).toBe(name);
  }
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
});

it('files with large directories around them are found again for each step of an upload', async () => {
  const bench = await ServiceBench.inProcess({ concurrency: 3 });
  await bench.createProject('p');
  const entries = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${'d/'.repeat(index * 3)}large${index}`,
      { size: 600_000 + index },
    ]),
  );
  expect(await bench.upload('p/a/v1', entries)).toMatchObject({ status: 200 });
  // The sizes are known now, so everything is hashed before it is copied.
  const others = Object.fromEntries(
    Object.entries(entries).map(([name, { size }]) => [
      name,
      { base64: Buffer.alloc(size, 1).toString('base64') },
    ]),
  );
  expect(await bench.upload('p/a/v2', others, { consume: true })).toMatchObject({ status: 200 });
  expect(await bench.about('validate_version', 'p/a/v2')).toMatchObject({ status: 200 });
});

it('an upload has no descriptors left, whatever becomes of it', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/v', { 'd/x': 'x' });
  const before = openFiles();
  await bench.upload('p/a/v', { 'd/x': 'x' }); // there is one
  await bench.upload('p/a/w', { 'd/x': { link: '/nowhere' } }); // dangles
  await bench.upload('q/a/w', { 'd/x': 'x' }); // no such project
  await bench.send('upload', { source: '..', project: 'p', asset: 'a', version: 'w' });
  await bench.send('upload', { source: 'nowhere', project: 'p', asset: 'a', version: 'w' });
  await bench.send('upload', { source: bench.stage({ x: 'x' }), project: 'p', asset: 'a' });
  await bench.upload('p/a/w', { 'd/x': 'x' });
  expect(openFiles()).toBeLessThanOrEqual(before);
});

it('the daily cleaning removes stale trees of any depth, and links in them as links', async () => {
  const bench = ServiceBench.idle();
  fs.mkdirSync(path.join(bench.registry, '..logs'));
  const stale = path.join(bench.staging, 'deep');
  makeDeep(stale);
  fill(bench.root, { 'outside/x': 'x' });
  fs.symlinkSync(path.join(bench.root, 'outside'), path.join(stale, 'link'));
  fs.symlinkSync(path.join(bench.root, 'outside'), path.join(bench.staging, 'old-link'));
  changeAge(stale, 8 * 24 * 60 * 60);
  spawnSync('touch', ['-h', '-d', '8 days ago', path.join(bench.staging, 'old-link')]);
  const log: string[] = [];
  const gobbler = {
    registry: new Registry(bench.registry),
    staging: bench.staging,
    admins: new Set<string>(),
    whitelist: [],
    spoofers: new Map(),
    identities: new Identities(),
    locks: new LockTable(),
    pool: new Pool(1),
    log: (line: string) => void log.push(line),
  };
  await purge(gobbler, -1, new AbortController().signal);
  expect(log).toEqual([]);
  expect(fs.readdirSync(bench.staging)).toEqual([]);
  expect(fs.readdirSync(path.join(bench.root, 'outside'))).toEqual(['x']);
});

it('a file with two hard links is not moved by consume: the other one would still lead to the published file', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  fill(bench.root, { 'elsewhere/x': 'x' });
  const source = bench.stage({});
  const staged = path.join(bench.staging, source, 'x');
  fs.linkSync(path.join(bench.root, 'elsewhere/x'), staged);
  const request = { source, project: 'p', asset: 'a', version: 'v', consume: true };
  expect(await bench.send('upload', request)).toMatchObject({ status: 200 });
  expect(fs.existsSync(staged)).toBe(false);
  fs.writeFileSync(path.join(bench.root, 'elsewhere/x'), 'y');
  expect(fs.readFileSync(path.join(bench.registry, 'p/a/v/x'), 'utf8')).toBe('x');
});
