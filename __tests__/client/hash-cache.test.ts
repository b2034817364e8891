import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HashCache } from '../../src/fs/hash-cache.ts';
import { severalUsers } from '../helpers/several-users.ts';

const NOW = Date.now();
const state = { dev: 1, ino: 2, sizeBytes: 3, mtimeMs: NOW - 10_000, ctimeMs: NOW - 10_000.25 };
const sum = 'a'.repeat(32);

describe('remembered checksums', () => {
  let folder: string;
  const file = (): string => path.join(folder, 'cache/hashes');
  const open = (files = [2, 3, 7].map((ino) => ({ ...state, ino }))): Promise<HashCache> =>
    HashCache.open(path.dirname(file()), files);
  const remember = async (...states: (typeof state)[]): Promise<void> => {
    const cache = await open();
    for (const one of states) cache.add(one, sum);
    await cache.save();
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('are those of files that are exactly as they were', async () => {
    await remember(state);
    const cache = await open();
    expect(cache.get(state)).toBe(sum);
    for (const name of ['dev', 'ino', 'sizeBytes', 'mtimeMs', 'ctimeMs'] as const)
      expect(cache.get({ ...state, [name]: state[name] + 1 })).toBeUndefined();
  });

  it('add up over runs, with one state a file', async () => {
    await remember(state);
    const later = { ...state, ctimeMs: NOW - 5_000 };
    await remember(later, { ...state, ino: 7 });
    const cache = await open();
    expect([cache.get(state), cache.get(later), cache.get({ ...state, ino: 7 })]).toEqual([
      undefined,
      sum,
      sum,
    ]);
    expect(fs.readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(fs.readdirSync(path.dirname(file()))).toEqual(['hashes']);
  });

  it('are kept for files that a run does not ask for', async () => {
    await remember(state);
    const cache = await open([{ ...state, ino: 7 }]);
    expect(cache.get(state)).toBeUndefined();
    cache.add({ ...state, ino: 7 }, sum);
    await cache.save();
    const both = await open();
    expect([both.get(state), both.get({ ...state, ino: 7 })]).toEqual([sum, sum]);
  });

  it('do not gather half-written files of killed runs', async () => {
    await remember(state);
    const abandoned = `${file()}-0123456789ab`;
    const underway = `${file()}-ba9876543210`;
    for (const partial of [abandoned, underway]) fs.writeFileSync(partial, '');
    fs.utimesSync(abandoned, new Date(NOW - 7_200_000), new Date(NOW - 7_200_000));
    await remember({ ...state, ino: 7 });
    expect(fs.readdirSync(path.dirname(file())).sort()).toEqual(['hashes', path.basename(underway)]);
  });

  it('are for this user alone', async () => {
    await remember(state);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
  });

  it('survive no damage to the file: a cut line, or foreign content', async () => {
    await remember(state);
    const text = fs.readFileSync(file(), 'utf8');
    fs.writeFileSync(file(), text.trimEnd());
    expect((await open()).get(state)).toBeUndefined();
    const [header, line = ''] = text.split('\n');
    const cut = ['', '1', '1 2', '1 2 ', line.slice(0, -1), `${line} 1`].map(
      (part) => `${header}\n${part}\n`,
    );
    for (const damaged of cut) {
      fs.writeFileSync(file(), damaged);
      expect((await open()).get(state)).toBeUndefined();
      fs.writeFileSync(file(), `${damaged}${line}\n`);
      expect((await open()).get(state)).toBe(sum);
    }
    fs.writeFileSync(file(), text.replace('hashes', 'something else'));
    expect((await open()).get(state)).toBeUndefined();
    fs.rmSync(file());
    fs.writeFileSync(path.join(folder, 'elsewhere'), text);
    fs.symlinkSync(path.join(folder, 'elsewhere'), file());
    expect((await open()).get(state)).toBeUndefined();
  });

  (severalUsers ? it : it.skip)('as root: are not taken from a file of somebody else', async () => {
    await remember(state);
    fs.chownSync(file(), 1, 1);
    expect((await open()).get(state)).toBeUndefined();
  });
});
