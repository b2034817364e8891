import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { reflink } from '../../src/fs/reflink.ts';

/** Never shares blocks with a file on a disk. */
const FOREIGN = '/proc/self/status';

it('does not ask two devices again that have refused, and asks all others', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-reflink-'));
  try {
    const to = path.join(folder, 'copy');
    const attempt = (between: readonly [number, number]) =>
      reflink(FOREIGN, to, { between, exclusive: true });
    expect(await attempt([1, 2])).toBe(false);
    expect(fs.existsSync(to)).toBe(false);
    // From now on, every attempt that is made fails for another reason.
    fs.writeFileSync(to, '');
    expect(await attempt([1, 2])).toBe(false);
    for (const pair of [
      [2, 1],
      [1, 3],
      [12, 2],
      [1, 22],
    ] as const) {
      await expect(attempt(pair)).rejects.toMatchObject({ code: 'EEXIST' });
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
