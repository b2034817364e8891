import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

describe('the quick start in the README', () => {
  it('runs as it stands there', async () => {
    const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
    const [, code = ''] = /```ts\n(import[\s\S]*?)```/.exec(readme) ?? [];
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-readme-'));
    const file = path.join(folder, 'quick-start.ts');
    const here = code
      .replace("'gobbler-action'", JSON.stringify(path.join(root, 'src/library.ts')))
      .replace('tmpdir()', JSON.stringify(folder)); // what the reader keeps, we remove
    fs.writeFileSync(file, here);
    const said: unknown[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((value: unknown) => {
      said.push(value);
    });
    try {
      await import(file);
    } finally {
      log.mockRestore();
      fs.rmSync(folder, { recursive: true });
    }
    const [files, manifest, summary, file_, version] = said;
    expect(files).toEqual(['..manifest', '..summary', 'blah.txt', 'foo/bar.txt']);
    expect([...(manifest as Map<string, unknown>).keys()]).toEqual(['blah.txt', 'foo/bar.txt']);
    expect(summary).toMatchObject({ uploadUserId: os.userInfo().username, onProbation: false });
    expect(file_).toBe(path.join(String(version), 'blah.txt'));
  });
});
