import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeSharedTree } from '../../src/fs/index.ts';
import { fill } from '../helpers/sandbox.ts';

describe('removing a directory in which others may write', () => {
  let root: string;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
    fill(path.join(root, 'outside'), { 'kept.txt': 'kept' });
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  it('removes links, not their targets, and names of any bytes', () => {
    fill(path.join(root, 'shared'), { 'a/b/c.txt': 'c', 'a/.hidden': '', empty: { dir: true } });
    fs.symlinkSync(path.join(root, 'outside'), path.join(root, 'shared/a/link'));
    fs.symlinkSync('nowhere', path.join(root, 'shared/dangling'));
    fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/shared/`), Buffer.from([0xff, 0xfe])]), '');
    removeSharedTree(path.join(root, 'shared'));
    expect(fs.readdirSync(root)).toEqual(['outside']);
    expect(fs.readdirSync(path.join(root, 'outside'))).toEqual(['kept.txt']);
  });

  it('takes a missing one for removed, and removes a link in its place as a link', () => {
    expect(() => removeSharedTree(path.join(root, 'missing'))).not.toThrow();
    fs.symlinkSync('outside', path.join(root, 'link'));
    removeSharedTree(path.join(root, 'link'));
    expect(fs.readdirSync(root)).toEqual(['outside']);
    expect(fs.readdirSync(path.join(root, 'outside'))).toEqual(['kept.txt']);
  });
});
