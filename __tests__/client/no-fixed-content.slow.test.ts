import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  createMultipartUpload,
  type SymlinkPolicy,
  selectPaths,
  stagePart,
  UploadRefused,
  uploadDirectory,
} from '../../src/client/index.ts';
import { KnownChecksums } from '../../src/client/plan/known-checksums.ts';
import type { UploadPlan } from '../../src/client/plan/plan.ts';
import { NOTHING_LOST } from '../../src/client/source/losses.ts';
import { PseudoFilesystems } from '../../src/client/source/pseudo-filesystem.ts';
import { stateOf } from '../../src/client/source/scan.ts';
import type { SourceFile } from '../../src/client/source/source-tree.ts';
import { NOTHING_LEFT_OUT } from '../../src/client/source/source-tree.ts';
import { stage } from '../../src/client/staging/stage.ts';
import { copy, copySmall, StagedMode } from '../../src/client/staging/staged-copy.ts';
import type { Finding } from '../../src/errors/index.ts';
import { FilesystemClocks } from '../../src/fs/clocks.ts';
import { Filesystems } from '../../src/fs/fresh.ts';
import { failureOf } from '../helpers/failure.ts';
import { canMount } from '../helpers/mounts.ts';
import { inUpload } from '../helpers/parts.ts';
import { published } from '../helpers/published.ts';
import { type Entries, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const REF = { project: 'p', asset: 'a', version: 'v' };

/** A small file of sysfs that everybody may read: stat gives its size as 4096. */
const SYS_FILE = '/sys/kernel/mm/transparent_hugepage/enabled';
const SYS_FILES = [SYS_FILE, '/sys/power/state', '/sys/kernel/profiling', '/sys/kernel/uevent_seqnum'];
const sysFile = SYS_FILES.find((file) => fs.existsSync(file)) ?? 'no file of sysfs';

/** As the kernel calls them. */
const PSEUDO_TYPES = [
  ...['proc', 'sysfs', 'devpts', 'cgroup', 'cgroup2', 'debugfs', 'tracefs', 'securityfs', 'configfs', 'bpf'],
  ...['pstore', 'efivarfs', 'selinuxfs', 'binfmt_misc', 'resctrl', 'fusectl', 'mqueue', 'rpc_pipefs', 'nfsd'],
];

function isReadable(place: string): boolean {
  try {
    fs.closeSync(fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

/** The findings of an upload, and of a part, which have to be the same. */
async function findingsOf(entries: Entries, directory?: string): Promise<readonly Finding[]> {
  await sandbox().project('p');
  const source = directory ?? sandbox().source({ 'ok.txt': 'o', ...entries });
  const symlinks: SymlinkPolicy = 'dereference';
  const options = { directory: source, symlinks };
  const error = await failureOf(uploadDirectory(sandbox().connection, { ...REF, ...options }));
  expect(leftInStaging(sandbox())).toEqual([]);
  const uploadId = (await createMultipartUpload(sandbox().connection, REF)).id;
  const other = await failureOf(stagePart(sandbox().connection, uploadId, 'one', options));
  expect(inUpload(sandbox(), uploadId)).not.toContain('parts/one@1');
  const [found, foundByPart] = [error, other].map((refused) => {
    expect(refused).toBeInstanceOf(UploadRefused);
    expect(refused.code).toBe('invalid-source');
    return (refused as UploadRefused).groups.flatMap(({ findings }) => findings);
  });
  expect(foundByPart).toEqual(found);
  return found ?? [];
}

const madeUp = (path: string, filesystem: string) => ({
  kind: 'no-fixed-content',
  facts: expect.objectContaining({ path, filesystem }),
});

describe('content that the kernel makes up is refused', () => {
  it('behind links to files and directories, each by name', async () => {
    const found = await findingsOf({
      'd/env.txt': { link: '/proc/self/environ' },
      'version.txt': { link: '/proc/version' },
      again: { link: 'version.txt' },
      'sys.txt': { link: sysFile },
      fdinfo: { link: '/proc/self/fdinfo' },
      kernel: { link: '/sys/kernel' },
      terminals: { link: '/dev/pts' },
    });
    expect(found).toEqual([
      madeUp('again', 'proc'),
      madeUp('fdinfo', 'proc'),
      madeUp('kernel', 'sysfs'),
      madeUp('sys.txt', 'sysfs'),
      madeUp('terminals', 'devpts'),
      madeUp('version.txt', 'proc'),
      madeUp('d/env.txt', 'proc'),
    ]);
  });

  it.each([
    ['/proc/self', 'proc'],
    ['/proc', 'proc'],
    ['/sys/kernel', 'sysfs'],
  ])('as the directory itself: %s', async (directory, filesystem) => {
    const found = await findingsOf({}, directory);
    expect(found).toContainEqual(madeUp('', filesystem));
    expect(found.filter(({ kind }) => kind !== 'overlapping-directory')).toHaveLength(1);
  });

  it('but not if it is excluded, nor files in memory', async () => {
    await sandbox().project('p');
    const shared = fs.mkdtempSync('/dev/shm/gobbler-test-');
    fs.writeFileSync(path.join(shared, 'm.txt'), 'memory');
    try {
      const directory = sandbox().source({
        'env.txt': { link: '/proc/self/environ' },
        'm.txt': { link: path.join(shared, 'm.txt') },
        shared: { link: shared },
      });
      const select = await selectPaths(['!env.txt']);
      const { manifest } = await published(sandbox().connection, {
        ...REF,
        directory,
        symlinks: 'dereference',
        select,
      });
      expect([...manifest.keys()].sort()).toEqual(['m.txt', 'shared/m.txt']);
    } finally {
      fs.rmSync(shared, { recursive: true });
    }
  });

  it('is distinguished from everything else that is mounted here', () => {
    const known = new PseudoFilesystems();
    const mounts = fs.readFileSync('/proc/self/mounts', 'utf8').trim().split('\n');
    const places = mounts.map((mount) => mount.split(' ')).filter(([, place = '']) => isReadable(place));
    for (const [, place = '', type = ''] of places) {
      const expected = PSEUDO_TYPES.includes(type) ? type : undefined;
      expect([place, known.find(place, fs.statSync(place).dev)]).toEqual([place, expected]);
    }
    expect(places.length).toBeGreaterThan(2);
  });

  (canMount ? it : it.skip)('is known of each kind that can be mounted here', () => {
    const place = path.join(sandbox().root, 'mount');
    fs.mkdirSync(place);
    const mounted = PSEUDO_TYPES.filter((type) => {
      if (spawnSync('mount', ['-t', type, 'none', place]).status !== 0) return false;
      try {
        const found = new PseudoFilesystems().find(place, fs.statSync(place).dev);
        expect([type, found]).toEqual([type, type]);
      } finally {
        execFileSync('umount', [place]);
      }
      return true;
    });
    expect(mounted.length).toBeGreaterThan(0);
  });
});

(canMount ? it : it.skip)(
  'a file over which one of proc is mounted is refused, whatever links are for',
  async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'ok.txt': 'o', 'version.txt': '', 'proc/x': '' });
    execFileSync('mount', ['--bind', '/proc/version', path.join(directory, 'version.txt')]);
    execFileSync('mount', ['--bind', '/proc/sys', path.join(directory, 'proc')]);
    try {
      const error = await failureOf(uploadDirectory(sandbox().connection, { ...REF, directory }));
      expect(error).toMatchObject({ code: 'invalid-source' });
      expect((error as UploadRefused).groups.map(({ kind, findings }) => [kind, findings.length])).toEqual([
        ['no-fixed-content', 2],
      ]);
    } finally {
      for (const name of ['version.txt', 'proc']) execFileSync('umount', [path.join(directory, name)]);
    }
  },
);

const copying = () => ({
  filesystems: new Filesystems(),
  stagedMode: new StagedMode(),
  targetDev: fs.statSync(sandbox().root).dev,
});

/** A file as a scan would record it, whose size says nothing of what is read of it. */
function recorded(file: string): SourceFile {
  const stats = fs.statSync(file);
  return { path: path.basename(file), mode: stats.mode & 0o7777, uid: stats.uid, ...stateOf(stats) };
}

describe.each([
  ['more', '/proc/version'],
  ['fewer', sysFile],
])('a file of which %s bytes are read than it was recorded with', (_, from) => {
  const refusal = { code: 'invalid-source', input: 'directory' };

  it('is not staged', async () => {
    const file = recorded(from);
    const plan: UploadPlan = {
      directories: [],
      unchanged: [],
      hardLinks: [],
      copies: [file],
      links: [],
    };
    const target = path.join(sandbox().root, 'target');
    fs.mkdirSync(target);
    const error = await failureOf(
      stage(path.dirname(from), target, plan, { needsChecksum: () => false, ...copying() }),
    );
    expect(error).toMatchObject(refusal);
    expect(error.facts.path).toBe(file.path);
  });

  it('is not copied, by any kind of copy', async () => {
    const to = path.join(sandbox().root, 'to');
    const needsChecksum = () => true;
    expect(
      await failureOf((async () => copySmall(from, to, recorded(from), { needsChecksum, ...copying() }))()),
    ).toMatchObject(refusal);
    expect(await failureOf(copy(from, to, recorded(from), { needsChecksum, ...copying() }))).toMatchObject(
      refusal,
    );
  });

  it('is not hashed', async () => {
    const files = [recorded(from)];
    const scan = {
      root: path.dirname(from),
      files,
      links: [],
      directories: [],
      findings: [],
      leftOut: NOTHING_LEFT_OUT,
      losses: NOTHING_LOST,
      filesystems: new Filesystems(),
      clocks: new FilesystemClocks(),
    };
    const known = await KnownChecksums.open(scan, {});
    expect(await failureOf(known.compute(files))).toMatchObject(refusal);
    expect(known.sums.size).toBe(0);
  });
});

it('a file of exactly a mebibyte is hashed and copied whole, and refused once it has a byte more', async () => {
  const file = path.join(sandbox().root, 'mebibyte');
  fs.writeFileSync(file, Buffer.alloc(1024 * 1024, 1));
  const before = recorded(file);
  const to = path.join(sandbox().root, 'to');
  copySmall(file, to, before, { needsChecksum: () => false, ...copying() });
  expect(fs.readFileSync(to).equals(fs.readFileSync(file))).toBe(true);
  fs.appendFileSync(file, '1');
  // As if metadata did not show it.
  const { mtimeMs } = fs.statSync(file);
  const options = { needsChecksum: () => false, ...copying() };
  expect(
    await failureOf((async () => copySmall(file, `${to}2`, { ...before, mtimeMs }, options))()),
  ).toMatchObject({ code: 'invalid-source' });
});

describe.each([
  ['grows', 'fs.appendFileSync(file, "x")'],
  ['shrinks', 'fs.truncateSync(file, Math.max(0, fs.statSync(file).size - 1))'],
])('a file that %s all the time', (_, change) => {
  it.each([0o644, 0o600])('is refused before anything is published, with mode %i', async (mode) => {
    await sandbox().project('p');
    // So many others that the writer gets its turn between two looks at its file, however busy the machine is.
    const others = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`others/${at}`, 'o']));
    const directory = sandbox().source({ ...others, 'busy.bin': 'x'.repeat(3_000_000) });
    const file = path.join(directory, 'busy.bin');
    fs.chmodSync(file, mode);
    const program = `const file = process.argv[1]; const step = () => { ${change} }; step(); console.log(1); setInterval(step, 0)`;
    const writer = spawn(process.execPath, ['-e', program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      const uploadId = (await createMultipartUpload(sandbox().connection, REF)).id;
      const uploaded = uploadDirectory(sandbox().connection, { ...REF, directory });
      expect(await failureOf(uploaded)).toMatchObject({ code: 'invalid-source', input: 'directory' });
      const added = stagePart(sandbox().connection, uploadId, 'one', { directory });
      expect(await failureOf(added)).toMatchObject({ code: 'invalid-source', input: 'directory' });
      expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
      expect(inUpload(sandbox(), uploadId)).not.toContain('parts/one@1');
    } finally {
      const ended = new Promise((resolve) => writer.once('close', resolve));
      writer.kill('SIGKILL');
      await ended;
    }
  });
});
