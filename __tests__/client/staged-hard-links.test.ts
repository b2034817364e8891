import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanSource } from '../../src/client/source/index.ts';
import { type HardLinkOptions, stageHardLinks } from '../../src/client/staging/staged-hard-links.ts';
import { AdaptiveIo } from '../../src/fs/index.ts';
import { HardLinkThread } from '../../src/fs/threads/index.ts';
import { giveBack, type Thread, takeStarted } from '../../src/fs/threads/worker-pool.ts';
import { failureOf } from '../helpers/failure.ts';

const FILES = 3_000;

/** The thread that will be lent next, which has started. */
async function nextThread(): Promise<Thread> {
  const thread = await takeStarted();
  if (thread === undefined) throw new Error('no thread is free');
  giveBack(thread);
  return thread;
}

describe('many hard links', () => {
  let folder: string;
  let [source, target] = ['', ''];
  const place = (at: number): string => `d${at % 3}/f${at} ü`;

  beforeEach(async () => {
    await nextThread();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
    [source, target] = [path.join(folder, 'source'), path.join(folder, 'target')];
    for (const at of [0, 1, 2]) {
      fs.mkdirSync(path.join(source, `d${at}`), { recursive: true });
      fs.mkdirSync(path.join(target, `d${at}`), { recursive: true });
    }
    for (let at = 0; at < FILES; at++) fs.writeFileSync(path.join(source, place(at)), `${at}`);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const link = async (options: Omit<HardLinkOptions, 'pace'> = {}) => {
    const { files } = await scanSource({ directory: source });
    return stageHardLinks(source, target, files, { pace: new AdaptiveIo(), ...options });
  };
  const inodes = (root: string): number[] =>
    Array.from({ length: FILES }, (_, at) => fs.statSync(path.join(root, place(at))).ino);

  it('are made once for each file, by both threads', async () => {
    const thread = await nextThread();
    const perform = thread.perform.bind(thread);
    let batches = 0;
    thread.perform = (...task) => {
      batches++;
      return perform(...task);
    };
    let seen = 0;
    const { hardLinked, notLinked } = await link({ onLinked: () => seen++ });
    expect(batches).toBeGreaterThan(0);
    expect([hardLinked.length, notLinked.length, seen]).toEqual([FILES, 0, FILES]);
    expect(new Set(hardLinked).size).toBe(FILES);
    expect(inodes(target)).toEqual(inodes(source));
  });

  it('are made here if the other thread ends in the middle', async () => {
    const thread = await nextThread();
    let ended: Promise<void> | undefined;
    let seen = 0;
    const onLinked = (): void => {
      if (++seen === FILES / 4) ended = thread.terminate(new Error('killed'));
    };
    const { hardLinked } = await link({ onLinked });
    expect(ended).toBeDefined();
    await ended;
    expect(hardLinked).toHaveLength(FILES);
    expect(inodes(target)).toEqual(inodes(source));
  });

  it('are refused for a file that was replaced since the scan, wherever it is in the list', async () => {
    for (const at of [0, FILES / 2, FILES - 1]) {
      const { files } = await scanSource({ directory: source });
      const replaced = files[at]?.path ?? '';
      fs.writeFileSync(path.join(source, 'other'), 'other');
      fs.renameSync(path.join(source, 'other'), path.join(source, replaced));
      const options = { pace: new AdaptiveIo() };
      const failure = await failureOf(stageHardLinks(source, target, files, options));
      expect(failure).toMatchObject({ problem: 'source-changed', facts: { path: replaced } });
      fs.rmSync(target, { recursive: true });
      for (const folder of [0, 1, 2]) fs.mkdirSync(path.join(target, `d${folder}`), { recursive: true });
    }
  });

  it('are left to be copied where they cannot be made', async () => {
    const { files } = await scanSource({ directory: source });
    fs.renameSync(path.join(source, 'd2'), path.join(source, 'gone'));
    const options = { pace: new AdaptiveIo() };
    const { hardLinked, notLinked } = await stageHardLinks(source, target, files, options);
    expect([hardLinked.length, notLinked.length]).toEqual([(FILES / 3) * 2, FILES / 3]);
    expect(notLinked.every(({ path: file }) => file.startsWith('d2/'))).toBe(true);
  });

  it('end with an abort, after which no more are made', async () => {
    const abort = new AbortController();
    let seen = 0;
    const onLinked = (): void => {
      if (++seen === FILES / 4) abort.abort(new Error('enough'));
    };
    await expect(link({ signal: abort.signal, onLinked })).rejects.toThrow('enough');
    const made = fs.readdirSync(target, { recursive: true }).length;
    expect(made).toBeLessThan(FILES);
    await hardLinksOfThread([place(0)]); // all that was handed over before has been done by then
    expect(fs.readdirSync(target, { recursive: true })).toHaveLength(made);
  });

  const hardLinksOfThread = async (paths: readonly string[]) => {
    const thread = HardLinkThread.open();
    const other = path.join(folder, 'other');
    for (const at of [0, 1, 2]) fs.mkdirSync(path.join(other, `d${at}`), { recursive: true });
    const links = await thread?.link(source, other, paths);
    thread?.close();
    return { links, other };
  };

  it('are reported one by one by the other thread: with their metadata, or not at all', async () => {
    const { links, other } = await hardLinksOfThread([place(7), 'none', place(8), place(7)]);
    const [seven, eight] = [7, 8].map((at) => {
      const { ino, size, mtimeMs } = fs.statSync(path.join(source, place(at)));
      return { ino, size, mtimeMs };
    });
    expect(links).toEqual([seven, undefined, eight, undefined]);
    expect(fs.readFileSync(path.join(other, place(7)), 'utf8')).toBe('7');
  });
});
