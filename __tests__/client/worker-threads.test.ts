import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyInWorker, Md5Stream, md5InWorker, removeInWorker } from '../../src/client/worker-threads.ts';

const md5 = (content: Uint8Array): string => createHash('md5').update(content).digest('hex');

describe('a thread for checksums', () => {
  let folder: string;
  const file = (name: string): string => path.join(folder, name);

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('hashes more files at a time than there are threads, each right', async () => {
    const contents = Array.from({ length: 10 }, (_, index) => randomBytes(1_500_000 + index));
    contents.forEach((content, index) => {
      fs.writeFileSync(file(String(index)), content);
    });
    const sums = await Promise.all(contents.map((_, index) => md5InWorker(file(String(index)))));
    expect(sums).toEqual(contents.map(md5));
  });

  it('copies, and never over anything', async () => {
    const content = randomBytes(3_000_001);
    fs.writeFileSync(file('from'), content);
    expect(await copyInWorker(file('from'), file('to'), 0o644)).toBe(md5(content));
    expect(fs.readFileSync(file('to')).equals(content)).toBe(true);
    await expect(copyInWorker(file('from'), file('to'), 0o644)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('removes a tree, links as links, and does not mind if there is none', async () => {
    fs.mkdirSync(file('tree/a/b'), { recursive: true });
    fs.mkdirSync(file('kept'));
    fs.writeFileSync(file('kept/x'), 'x');
    fs.writeFileSync(file('tree/a/b/c'), 'c');
    fs.symlinkSync(file('kept'), file('tree/a/link'));
    await removeInWorker(file('tree'));
    await removeInWorker(file('tree'));
    expect(fs.readdirSync(folder)).toEqual(['kept']);
    expect(fs.readdirSync(file('kept'))).toEqual(['x']);
  });

  it('hands failures on with their code, and goes on', async () => {
    fs.writeFileSync(file('there'), 'x');
    await expect(md5InWorker(file('missing'))).rejects.toMatchObject({
      code: 'ENOENT',
      message: expect.stringContaining('missing'),
    });
    expect(await md5InWorker(file('there'))).toBe(md5(Buffer.from('x')));
  });

  it('stops in the middle of a file that never ends, and hashes others afterwards', async () => {
    const abort = new AbortController();
    const endless = md5InWorker('/dev/zero', abort.signal);
    fs.writeFileSync(file('there'), 'x');
    expect(await md5InWorker(file('there'))).toBe(md5(Buffer.from('x')));
    abort.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
    expect(await md5InWorker(file('there'))).toBe(md5(Buffer.from('x')));
  });

  it('stops waiting for its turn when it is aborted', async () => {
    const hogs = new AbortController();
    const endless = Array.from({ length: 4 }, () => md5InWorker('/dev/zero', hogs.signal));
    const abort = new AbortController();
    const queued = md5InWorker('/dev/null', abort.signal);
    abort.abort(new Error('no longer'));
    await expect(queued).rejects.toThrow('no longer');
    hogs.abort(new Error('enough'));
    for (const hog of endless) await expect(hog).rejects.toThrow('enough');
    expect(await md5InWorker('/dev/null')).toBe(md5(Buffer.alloc(0)));
  });

  it('hashes a stream, and forgets what was left of one', async () => {
    const abandoned = Md5Stream.open();
    await abandoned?.update(new Uint8Array([1, 2, 3]));
    await abandoned?.close();
    const content = randomBytes(20_000_000);
    const stream = Md5Stream.open();
    for (let at = 0; at < content.length; at += 1_000_000)
      await stream?.update(new Uint8Array(content.subarray(at, at + 1_000_000)));
    expect(await stream?.digest()).toBe(md5(content));
    await stream?.close();
  });
});
