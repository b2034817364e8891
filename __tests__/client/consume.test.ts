import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  restoreSource,
  type UploadOptions,
  type UploadResult,
  uploadDirectory,
} from '../../src/client/index.ts';
import { newRunName } from '../../src/client/requests/staging-area.ts';
import { REST_MS } from '../../src/fs/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { type Entries, useSandbox } from '../helpers/sandbox.ts';
import { contentOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
afterEach(() => {
  jest.restoreAllMocks();
});

const ASIDE = /\/\.consume-gobbler-action-[0-9a-f]{24}/;

/** Uploads with `consume`; `at` is called with each rename of an entry, before and after it is carried out. */
async function consume(
  entries: Entries,
  {
    before,
    after,
    ...options
  }: Partial<UploadOptions> & {
    readonly before?: (from: string) => void;
    readonly after?: (from: string, to: string) => void;
  } = {},
): Promise<{ directory: string; kept: readonly { path: string; why: string }[] }> {
  await sandbox().project('p');
  const directory = sandbox().source(entries);
  const rename = fs.promises.rename;
  jest.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
    const isOurs = ASIDE.test(String(to));
    if (isOurs) before?.(String(from));
    await rename(from, to);
    if (isOurs) after?.(String(from), String(to));
  });
  const result: UploadResult = await uploadDirectory(sandbox().connection, {
    ...ref,
    directory,
    consume: true,
    ...options,
  });
  if (result.status === 'planned') throw new Error('it was not published');
  return { directory, kept: result.kept.map(({ path: entry, why }) => ({ path: entry, why })) };
}

/** How a file gets to staging: a hard link, or a copy for one that others may not read. */
const ways: [string, (file: string) => void][] = [
  ['hard-linked', () => undefined],
  ['copied', (file) => fs.chmodSync(file, 0o600)],
];

describe('consume', () => {
  it('removes nothing in a dry run, not even of a version that exists', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'a.txt': 'a', d: { dir: true } });
    const options = { ...ref, directory, consume: true, ifExists: 'verify' } as const;
    await uploadDirectory(sandbox().connection, { ...options, consume: false });
    const { status } = await uploadDirectory(sandbox().connection, { ...options, dryRun: true });
    expect(status).toBe('verified');
    expect(fs.readdirSync(directory).sort()).toEqual(['a.txt', 'd']);
  });

  it('removes files, links, and directories that are empty then', async () => {
    const { directory, kept } = await consume({ x: 'x', 'd/y': 'y', 'd/e/z': 'z', l: { link: 'd/y' } });
    expect({ exists: fs.existsSync(directory), kept }).toEqual({ exists: false, kept: [] });
  });

  it('keeps a file that another one replaces just before it is removed', async () => {
    const replace = (from: string): void => {
      fs.writeFileSync(`${from}.new`, 'new');
      fs.renameSync(`${from}.new`, from);
    };
    const { directory, kept } = await consume({ 'd/x': 'old' }, { before: replace });
    expect(kept).toEqual([{ path: 'd/x', why: 'changed' }]);
    expect([...contentOf(directory).keys()]).toEqual(['d/x']);
    expect(fs.readFileSync(path.join(directory, 'd/x'), 'utf8')).toBe('new');
  });

  it('keeps a new file that takes the name while the old one is looked at', async () => {
    const { directory, kept } = await consume(
      { 'd/x': 'old' },
      { after: (from) => fs.writeFileSync(from, 'new') },
    );
    expect(kept).toEqual([]);
    expect(fs.readFileSync(path.join(directory, 'd/x'), 'utf8')).toBe('new');
    expect(fs.readdirSync(path.join(directory, 'd'))).toEqual(['x']);
  });

  it('never overwrites: a changed file whose name is taken stays aside, and is reported', async () => {
    const { directory, kept } = await consume(
      { x: 'old' },
      {
        after: (from, to) => {
          fs.writeFileSync(to, 'other');
          fs.writeFileSync(from, 'new');
        },
      },
    );
    expect(kept).toEqual([{ path: 'x', why: 'changed' }]);
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('new');
    const [aside = ''] = fs.readdirSync(directory).filter((name) => name.startsWith('.consume-'));
    expect(fs.readFileSync(path.join(directory, aside, 'x'), 'utf8')).toBe('other');
  });

  it.each(ways)(
    'keeps a file that was %s and then changed with its timestamps restored',
    async (_, prepare) => {
      const old = new Date(Date.now() - 600_000);
      await sandbox().project('p');
      const directory = sandbox().source({ x: 'published' });
      const file = path.join(directory, 'x');
      fs.utimesSync(file, old, old);
      prepare(file);
      const rename = fs.promises.rename;
      jest.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
        if (ASIDE.test(String(to))) {
          fs.writeFileSync(file, 'different');
          fs.utimesSync(file, old, old);
        }
        await rename(from, to);
      });
      const result = await uploadDirectory(sandbox().connection, { ...ref, directory, consume: true });
      expect(result).toMatchObject({ status: 'created', kept: [{ path: 'x', why: 'changed' }] });
      expect(fs.readFileSync(file, 'utf8')).toBe('different');
    },
  );

  it('never removes a changed file by a checksum that the caller has given', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'published' });
    const file = path.join(directory, 'x');
    const old = new Date(Date.now() - 600_000);
    await uploadDirectory(sandbox().connection, { ...ref, directory });
    fs.writeFileSync(file, 'different');
    fs.utimesSync(file, old, old);
    const checksums = new Map([['x', createHash('md5').update('published').digest('hex')]]);
    const options = { ...ref, directory, consume: true, ifExists: 'verify', checksums } as const;
    await sleep(REST_MS + 100); // so that the file has rested when it is scanned
    expect(await uploadDirectory(sandbox().connection, options)).toMatchObject({
      status: 'verified',
      kept: [{ path: 'x', why: 'changed' }],
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('different');
  });

  it('keeps a file that is named like one of NFS, and stays aside', async () => {
    const name = '.nfs0123456789abcdef01234567';
    const { directory, kept } = await consume(
      { [name]: 'old' },
      {
        includeHidden: true,
        after: (from, to) => {
          fs.writeFileSync(to, 'other');
          fs.writeFileSync(from, 'new');
        },
      },
    );
    expect(kept).toEqual([{ path: name, why: 'changed' }]);
    const [aside = ''] = fs.readdirSync(directory).filter((one) => one.startsWith('.consume-'));
    expect(fs.readFileSync(path.join(directory, aside, name), 'utf8')).toBe('other');
  });

  it('reports a directory of its own that cannot be removed, and continues', async () => {
    const rmdir = fs.promises.rmdir;
    jest.spyOn(fs.promises, 'rmdir').mockImplementation(async (place) => {
      if (/\/d\/\.consume-/.test(String(place)))
        throw Object.assign(new Error('EPERM'), { code: 'EPERM', errno: -1 });
      await rmdir(place);
    });
    const { directory, kept } = await consume({ 'd/x': 'x', 'e/y': 'y' });
    expect(kept).toEqual([
      { path: expect.stringMatching(/^d\/\.consume-gobbler-action-[0-9a-f]{24}$/), why: 'refused' },
    ]);
    expect([...contentOf(directory).keys()].filter((name) => /[xy]$/.test(name))).toEqual([]);
  });

  it('keeps entries that cannot be listed when they are set aside', async () => {
    const readdir = fs.promises.readdir;
    jest.spyOn(fs.promises, 'readdir').mockImplementation((async (place: string, options: object) => {
      if (ASIDE.test(place) && options === undefined)
        throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5 });
      return readdir(place, options);
    }) as typeof fs.promises.readdir);
    const { directory, kept } = await consume({ x: 'x' });
    expect(kept).toContainEqual({ path: 'x', why: 'refused' });
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('x');
  });

  it('keeps entries that another process puts back, because it takes this one for dead', async () => {
    const { directory, kept } = await consume(
      { x: 'x', y: 'y' },
      {
        after: (from, to) => {
          if (path.basename(from) !== 'y') return;
          const aside = path.dirname(to);
          for (const name of fs.readdirSync(aside))
            fs.renameSync(path.join(aside, name), path.join(path.dirname(aside), name));
          fs.rmdirSync(aside);
        },
      },
    );
    expect(kept).toEqual([
      { path: 'x', why: 'refused' },
      { path: 'y', why: 'refused' },
    ]);
    expect(fs.readdirSync(directory).sort()).toEqual(['x', 'y']);
  });

  it('keeps entries that cannot be removed, and continues', async () => {
    const mkdir = fs.promises.mkdir;
    jest.spyOn(fs.promises, 'mkdir').mockImplementation((async (place: string, options: object) => {
      if (/\/closed\/\.consume-/.test(place))
        throw Object.assign(new Error('EACCES'), { code: 'EACCES', errno: -13 });
      return mkdir(place, options);
    }) as typeof fs.promises.mkdir);
    const { directory, kept } = await consume({ 'closed/x': 'x', 'closed/y': 'y', 'open/z': 'z' });
    expect(kept.map(({ path: entry, why }) => `${entry} ${why}`)).toEqual([
      'closed/x refused',
      'closed/y refused',
    ]);
    expect([...contentOf(directory).keys()]).toEqual(['closed/x', 'closed/y']);
  });

  it('keeps a link that leads elsewhere by now', async () => {
    const { directory, kept } = await consume(
      { x: 'x', l: { link: 'x' } },
      {
        before: (from) => {
          if (path.basename(from) !== 'l') return;
          fs.unlinkSync(from);
          fs.symlinkSync('elsewhere', from);
        },
      },
    );
    expect(kept).toEqual([{ path: 'l', why: 'changed' }]);
    expect(fs.readlinkSync(path.join(directory, 'l'))).toBe('elsewhere');
  });
});

describe('a file that a killed consume has set aside', () => {
  const elsewhere = '.consume-gobbler-action-0123456789abcdef01234567';

  /** Its run touches such a directory every 30 seconds. */
  const leave = (aside: string): void => {
    const old = new Date(Date.now() - 3_600_000);
    fs.utimesSync(aside, old, old);
  };

  it('is back in its place before anything is scanned', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'd/x': 'x', [`d/${elsewhere}/y`]: 'y' });
    leave(path.join(directory, 'd', elsewhere));
    const { manifest } = (await uploadDirectory(sandbox().connection, { ...ref, directory })) as {
      manifest: ReadonlyMap<string, unknown>;
    };
    expect([...manifest.keys()].sort()).toEqual(['d/x', 'd/y']);
    expect(fs.readdirSync(path.join(directory, 'd')).sort()).toEqual(['x', 'y']);
  });

  it('never overwrites a new entry of that name: the upload is refused instead', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'new', [`${elsewhere}/x`]: 'old' });
    leave(path.join(directory, elsewhere));
    expect(await restoreSource(directory)).toEqual([path.join(directory, elsewhere, 'x')]);
    const failure = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory }));
    expect(failure.code).toBe('invalid-source');
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('new');
    expect(fs.readFileSync(path.join(directory, elsewhere, 'x'), 'utf8')).toBe('old');
  });

  it.each([
    ['this machine', () => `.consume-${newRunName()}`],
    ['another machine', () => elsewhere],
  ])('is left alone while its process is at work on %s', async (_, nameOf) => {
    await sandbox().project('p');
    const aside = nameOf();
    const directory = sandbox().source({ x: 'x', [`${aside}/y`]: 'y' });
    const failure = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory }));
    expect(failure.code).toBe('invalid-source');
    expect(await restoreSource(directory)).toEqual([path.join(directory, aside)]);
    expect(fs.readdirSync(path.join(directory, aside))).toEqual(['y']);
  });
});
