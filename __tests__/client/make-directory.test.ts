import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeDirectory, makeDirectoryAtOnce } from '../../src/fs/make-directory.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

describe.each([
  ['in the background', makeDirectory],
  ['at once', async (directory: string) => makeDirectoryAtOnce(directory)],
])('a directory made %s', (_, make) => {
  it('comes with those above it, and may be there', async () => {
    const directory = path.join(sandbox().workspace, 'a/b/c');
    await make(directory);
    await make(directory);
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });

  it('is refused where a file is in the way', async () => {
    const file = path.join(sandbox().source({ x: 'x' }), 'x');
    await expect(make(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(make(path.join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('is refused where what exists takes no new ones, and says that it does not exist', async () => {
    await expect(make('/proc/nobody')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(make('/proc/nobody/else/there')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a directory made by several at once', () => {
  it('is made', async () => {
    const directory = path.join(sandbox().workspace, 'a/b/c/d/e');
    await Promise.all(Array.from({ length: 20 }, () => makeDirectory(directory)));
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });
});
