import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFile, hashFile, sameContent, WORTH_A_THREAD_BYTES } from '../../src/fs/threads/large-files.ts';
import { Md5Stream } from '../../src/fs/threads/md5-stream.ts';
import { SmallFileWriter } from '../../src/fs/threads/small-file-writer.ts';
import { emptyInThread, giveBack, takeFree } from '../../src/fs/threads/worker-pool.ts';

const md5 = (content: Uint8Array): string => createHash('md5').update(content).digest('hex');

describe('threads for large files', () => {
  let folder: string;
  const file = (name: string): string => path.join(folder, name);
  const opened: number[] = [];

  /** An open file that says to be large, so that it gets a thread whatever it really contains. */
  const open = (name: string, flags = 'r'): { descriptor: number; sizeBytes: number } => {
    const descriptor = fs.openSync(path.resolve(folder, name), flags);
    opened.push(descriptor);
    return { descriptor, sizeBytes: WORTH_A_THREAD_BYTES };
  };
  const write = (name: string, content: Uint8Array): { descriptor: number; sizeBytes: number } => {
    fs.writeFileSync(file(name), content);
    return open(name);
  };
  const hash = async (name: string, signal?: AbortSignal): Promise<string> =>
    (await hashFile(open(name), { signal })).md5sum;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
  });

  afterEach(() => {
    for (const descriptor of opened.splice(0)) fs.closeSync(descriptor);
    fs.rmSync(folder, { recursive: true });
  });

  it('are not started for little, which ends in the middle as well', async () => {
    const abort = new AbortController();
    const { descriptor } = open('/dev/zero');
    const endless = hashFile({ descriptor, sizeBytes: 0 }, { signal: abort.signal });
    setImmediate(() => abort.abort(new Error('enough')));
    await expect(endless).rejects.toThrow('enough');
  });

  it('hash as it is done here', async () => {
    const content = randomBytes(3 * 1024 * 1024);
    const parts = [0, 1, 1024 * 1024, 1024 * 1024 + 1, content.length].map((end) => content.subarray(0, end));
    for (const sizeBytes of [0, WORTH_A_THREAD_BYTES]) {
      for (const part of parts) {
        const { descriptor } = write('x', part);
        expect(await hashFile({ descriptor, sizeBytes })).toEqual({ size: part.length, md5sum: md5(part) });
      }
    }
  });

  it('hash more files at a time than there are threads, each right', async () => {
    const contents = Array.from({ length: 10 }, (_, index) => randomBytes(1_500_000 + index));
    const sums = await Promise.all(contents.map((content, index) => hashFile(write(String(index), content))));
    expect(sums.map(({ md5sum }) => md5sum)).toEqual(contents.map(md5));
  });

  it('copy, with a checksum if it is wanted, and compare', async () => {
    const content = randomBytes(3_000_001);
    const from = write('from', content);
    const to = open('to', 'wx+');
    expect(await copyFile(from, to.descriptor)).toEqual({ size: 3_000_001, md5sum: md5(content) });
    expect(fs.readFileSync(file('to')).equals(content)).toBe(true);
    expect(await sameContent(from, to.descriptor)).toBe(true);
    const other = open('other', 'wx+');
    expect(await copyFile(from, other.descriptor, { wantsChecksum: false })).toEqual({
      size: 3_000_001,
      md5sum: '',
    });
    fs.writeSync(other.descriptor, Buffer.from([(content.at(-1) ?? 0) ^ 1]), 0, 1, 3_000_000);
    expect(await sameContent(from, other.descriptor)).toBe(false);
    expect(await sameContent(write('longer', Buffer.concat([content, content])), to.descriptor)).toBe(false);
  });

  it('empty a directory, and remove links as links', async () => {
    fs.mkdirSync(file('tree/a/b'), { recursive: true });
    fs.mkdirSync(file('kept'));
    fs.writeFileSync(file('kept/x'), 'x');
    fs.writeFileSync(file('tree/a/b/c'), 'c');
    fs.symlinkSync(file('kept'), file('tree/a/link'));
    expect(await emptyInThread(file('tree'))).toBe(true);
    expect(fs.readdirSync(file('tree'))).toEqual([]);
    await expect(emptyInThread(file('none'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(fs.readdirSync(file('kept'))).toEqual(['x']);
  });

  it('hand failures on with their code, and go on', async () => {
    const unreadable = open('unreadable', 'wx');
    await expect(hashFile(unreadable)).rejects.toMatchObject({ code: 'EBADF' });
    write('there', Buffer.from('x'));
    expect(await hash('there')).toBe(md5(Buffer.from('x')));
  });

  it('stop in the middle of a file that never ends, and hash others afterwards', async () => {
    const abort = new AbortController();
    const endless = hash('/dev/zero', abort.signal);
    write('there', Buffer.from('x'));
    expect(await hash('there')).toBe(md5(Buffer.from('x')));
    abort.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
    expect(await hash('there')).toBe(md5(Buffer.from('x')));
  });

  it('are not waited for: while all are busy with files that never end, others are hashed here', async () => {
    const hogs = new AbortController();
    const endless = Array.from({ length: 6 }, () => hash('/dev/zero', hogs.signal));
    expect(await hash('/dev/null')).toBe(md5(Buffer.alloc(0)));
    hogs.abort(new Error('enough'));
    for (const hog of endless) await expect(hog).rejects.toThrow('enough');
    expect(await hash('/dev/null')).toBe(md5(Buffer.alloc(0)));
  });

  it('are not lent any more once they have died', async () => {
    const thread = takeFree();
    if (thread === undefined) throw new Error('no thread is free');
    giveBack(thread);
    await thread.terminate(new Error('killed'));
    write('there', Buffer.from('x'));
    expect(await hash('there')).toBe(md5(Buffer.from('x')));
  });

  it('hash a stream, and forget the rest of an abandoned one', async () => {
    const abandoned = await Md5Stream.open();
    await abandoned?.update(new Uint8Array([1, 2, 3]));
    await abandoned?.close();
    const content = randomBytes(20_000_000);
    const stream = await Md5Stream.open();
    for (let at = 0; at < content.length; at += 1_000_000)
      await stream?.update(new Uint8Array(content.subarray(at, at + 1_000_000)));
    expect(await stream?.digest()).toBe(md5(content));
    await stream?.close();
  });

  it('write small files, each only if its checksum is right, and hand failures on with their code', async () => {
    const batches: number[] = [];
    const onBatch = (files: number, tookMs: number): void => {
      expect(tookMs).toBeGreaterThan(0);
      batches.push(files);
    };
    const writer = await SmallFileWriter.open({ mode: 0o640, isNew: false, onBatch });
    if (writer === undefined) throw new Error('no thread is free');
    const contents = Array.from({ length: 300 }, (_, at) => randomBytes((at * 37) % 20_000));
    const place = (content: Uint8Array, name: string, md5sum = md5(content)): Promise<boolean> =>
      writer.place(content, { partial: file(`${name}.partial`), target: file(name), md5sum });
    const placed = contents.map((content, at) => place(content, `f${at} ü`));
    const wrong = place(Buffer.from('x'), 'wrong', md5(Buffer.from('y')));
    const nowhere = place(Buffer.from('x'), 'nowhere/x');
    const last = place(Buffer.from('z'), 'last');
    await expect(nowhere).rejects.toMatchObject({ code: 'ENOENT' });
    expect([await wrong, await last, ...(await Promise.all(placed))]).toEqual([
      false,
      true,
      ...contents.map(() => true),
    ]);
    writer.close();
    expect(fs.readdirSync(folder).sort()).toEqual([...contents.map((_, at) => `f${at} ü`), 'last'].sort());
    for (const [at, content] of contents.entries())
      expect(fs.readFileSync(file(`f${at} ü`)).equals(content)).toBe(true);
    expect(fs.statSync(file('last')).mode & 0o777).toBe(0o640 & ~process.umask());
    expect(batches.reduce((sum, files) => sum + files, 0)).toBe(303);
    expect(batches.length).toBeLessThan(30);
  });
});
