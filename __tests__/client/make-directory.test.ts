import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeDirectory } from '../../src/fs/make-directory.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

describe('a directory', () => {
  it('comes with those above it, and may be there', async () => {
    const directory = path.join(sandbox().workspace, 'a/b/c');
    await makeDirectory(directory);
    await makeDirectory(directory);
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });

  it('is refused where a file is in the way', async () => {
    const file = path.join(sandbox().source({ x: 'x' }), 'x');
    await expect(makeDirectory(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeDirectory(path.join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('fails with ENOENT where the parent cannot hold new entries', async () => {
    await expect(makeDirectory('/proc/nobody')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeDirectory('/proc/nobody/else/there')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a directory made by several at once', () => {
  it('is made', async () => {
    const directory = path.join(sandbox().workspace, 'a/b/c/d/e');
    await Promise.all(Array.from({ length: 20 }, () => makeDirectory(directory)));
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });
});
