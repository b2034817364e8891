import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnownChecksums } from '../../src/client/plan/known-checksums.ts';
import { type Scan, scanSource } from '../../src/client/source/index.ts';

const CONTENT = Buffer.alloc(100_000, 'x');
const MD5 = createHash('md5').update(CONTENT).digest('hex');

describe('the last check of the source, while its hard links are being removed from staging', () => {
  let folder: string;
  const inFolder = (name: string): string => path.join(folder, name);
  const scanned = (): Promise<Scan> => scanSource({ directory: inFolder('source') });

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
    fs.mkdirSync(inFolder('source'));
    for (const name of ['large', 'small']) {
      fs.writeFileSync(inFolder(`source/${name}`), name === 'large' ? CONTENT : 'x');
      fs.utimesSync(inFolder(`source/${name}`), 1_000_000, 1_000_000);
      fs.linkSync(inFolder(`source/${name}`), inFolder(name));
    }
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  /** Removes the hard links after a moment. */
  const cleaning = async (): Promise<void> => {
    await sleep(50);
    for (const name of ['large', 'small']) fs.rmSync(inFolder(name));
  };
  const learned = {
    manifest: new Map([
      ['large', { size: CONTENT.length, md5sum: MD5 }],
      ['small', { size: 1, md5sum: MD5 }],
    ]),
    copied: [],
    computed: new Map<string, string>(),
  };

  it('remembers large files as they are when that is done, so that the next run knows them', async () => {
    const hashCache = inFolder('cache');
    const known = await KnownChecksums.open(await scanned(), { hashCache });
    const cleaned = cleaning();
    expect(await known.settle(learned, { exactly: false, cleaned })).toEqual({
      changed: [],
      untouched: new Set(),
    });
    await known.save((sentence) => expect(sentence).toBeUndefined());
    await cleaned;
    const next = await KnownChecksums.open(await scanned(), { hashCache });
    expect([...next.sums]).toEqual([['large', MD5]]);
  });

  it('waits for nothing where nothing is to be remembered, and finds a file that was written to', async () => {
    const scan = await scanned();
    const known = await KnownChecksums.open(scan, {});
    fs.writeFileSync(inFolder('source/small'), 'y');
    const never = new Promise<void>(() => undefined);
    const { changed } = await known.settle(learned, { exactly: false, cleaned: never });
    expect(changed.map((file) => file.path)).toEqual(['small']);
  });
});
