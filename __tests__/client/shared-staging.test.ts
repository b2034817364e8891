import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  makeClosedDirectory,
  newRunName,
  writeReadableFile,
} from '../../src/client/requests/staging-area.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

describe('a run in a directory that everybody can write to', () => {
  it('has names that nobody can guess', () => {
    const names = Array.from({ length: 1_000 }, newRunName);
    expect(new Set(names).size).toBe(1_000);
    for (const name of names) expect(name).toMatch(/^gobbler-action-[0-9a-f]{24}$/);
    // Each of the 24 digits varies.
    for (let at = 0; at < 24; at++) expect(new Set(names.map((name) => name.at(at - 24))).size).toBe(16);
  });

  it('never uses an entry of somebody else under its name, nor the target of their link', async () => {
    const { staging, root } = sandbox();
    const target = path.join(root, 'target');
    const [directory, link, dangling] = ['directory', 'link', 'dangling'].map((name) =>
      path.join(staging, name),
    );
    fs.mkdirSync(target);
    fs.mkdirSync(directory ?? '');
    fs.symlinkSync(target, link ?? '');
    fs.symlinkSync(path.join(root, 'nothing'), dangling ?? '');
    for (const taken of [directory, link, dangling]) {
      await expect(makeClosedDirectory(taken ?? '')).rejects.toMatchObject({ code: 'EEXIST' });
      await expect(writeReadableFile(taken ?? '', 'content')).rejects.toMatchObject({ code: 'EEXIST' });
    }
    expect(fs.readdirSync(target)).toEqual([]);
    expect(fs.existsSync(path.join(root, 'nothing'))).toBe(false);
  });
});
