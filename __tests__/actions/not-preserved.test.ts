import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  createMultipartUpload,
  type Losses,
  stagePart,
  type UploadOptions,
  uploadDirectory,
} from '../../src/client/index.ts';
import { NOTHING_LOST } from '../../src/client/source/losses.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };

const ways: [string, (options: Partial<UploadOptions>) => Promise<Losses>][] = [
  [
    'an upload',
    async (options) => {
      const directory = path.join(sandbox().workspace, 'source');
      return (await uploadDirectory(sandbox().connection, { ...ref, directory, ...options })).losses;
    },
  ],
  [
    'a part',
    async (options) => {
      const directory = path.join(sandbox().workspace, 'source');
      const { id } = await createMultipartUpload(sandbox().connection, ref);
      return (await stagePart(sandbox().connection, id, 'one', { directory, ...options })).losses;
    },
  ],
];

/** Makes a file of which only the first bytes take space. */
function sparse(file: string, sizeBytes: number, dataBytes: number): void {
  fs.writeFileSync(file, Buffer.alloc(dataBytes, 'x'));
  fs.truncateSync(file, sizeBytes);
}

const MIB = 1024 * 1024;

describe.each(ways)('properties that a Gobbler does not preserve, of %s', (_, losses) => {
  it('is counted: executable bits, timestamps, holes and hard links', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ a: 'a', b: 'b', c: 'c', d: 'd', 'e/f': 'f' });
    const at = (name: string) => path.join(directory, name);
    for (const [name, mode] of Object.entries({ a: 0o755, b: 0o654, c: 0o641 })) fs.chmodSync(at(name), mode);
    for (const [name, hours] of Object.entries({ d: -2, 'e/f': 2, c: -0.5 })) {
      const time = new Date(Date.now() + hours * 60 * 60_000);
      fs.utimesSync(at(name), time, time);
    }
    fs.linkSync(at('d'), at('e/d2'));
    fs.linkSync(at('d'), at('e/d3'));
    fs.linkSync(at('a'), path.join(sandbox().workspace, 'elsewhere'));
    sparse(at('hole'), 4 * MIB, 0);
    sparse(at('half'), 4 * MIB, 2 * MIB);
    sparse(at('small'), 32 * 1024, 0);
    const allocated = 512 * (fs.statSync(at('hole')).blocks + fs.statSync(at('half')).blocks);
    expect(allocated).toBeLessThan(3 * MIB);
    expect(await losses({})).toEqual({
      executable: 3,
      dated: 4, // d has three names
      sparse: 2,
      sparseBytes: 8 * MIB,
      allocatedBytes: allocated,
      hardLinks: 2,
    });
  });

  it('is nothing for files that lose nothing, or are not selected', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ a: 'a', empty: '', 'x.sh': 'x', big: 'b'.repeat(MIB) });
    fs.chmodSync(path.join(directory, 'x.sh'), 0o755);
    expect(await losses({ select: (name) => name !== 'x.sh' })).toEqual(NOTHING_LOST);
  });
});

describe('the log', () => {
  const linesOf = (log: string) =>
    log.split('\n').filter((line) => /executable|timestamp|holes|hard link/.test(line));

  it.each(['.', 'stage'])('of step %s has a line for each that applies', async (folder) => {
    await sandbox().project('p');
    const directory = sandbox().source({ a: 'a', b: 'b', c: 'c' });
    for (const name of ['a', 'b', 'c']) fs.chmodSync(path.join(directory, name), 0o755);
    fs.utimesSync(path.join(directory, 'a'), 1, 1);
    sparse(path.join(directory, 'hole'), MIB, 0);
    const part = folder === 'stage' ? { part: 'one' } : {};
    const { exitCode, log } = await use(sandbox(), folder, {
      with: { ...ref, ...part, directory: 'source' },
    });
    expect({ exitCode, lines: linesOf(log) }).toEqual({
      exitCode: 0,
      lines: [
        '3 files lose their executable bit',
        '1 file loses its timestamp',
        '1 sparse (or compressed) file loses its holes: 1.00 MiB instead of 0 bytes',
      ],
    });
  });

  it('says nothing of files that lose nothing', async () => {
    await sandbox().project('p');
    sandbox().source({ a: 'a' });
    const { exitCode, log } = await use(sandbox(), '.', { with: { ...ref, directory: 'source' } });
    expect({ exitCode, lines: linesOf(log) }).toEqual({ exitCode: 0, lines: [] });
  });
});
