import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { blockOf } from '../../scripts/markdown.mjs';
import { useSandbox } from '../helpers/sandbox.ts';

const root = path.resolve(import.meta.dirname, '../..');

const sandbox = useSandbox();

/** Runs the lines of a page in this process. Returns what they print. */
async function printedBy(code: string, folder: string): Promise<unknown[]> {
  const file = path.join(folder, 'example.ts');
  fs.writeFileSync(file, code.replace("'gobbler-action'", JSON.stringify(path.join(root, 'src/library.ts'))));
  const said: unknown[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((value: unknown) => {
    said.push(value);
  });
  try {
    await import(file);
  } finally {
    log.mockRestore();
  }
  return said;
}

describe('the quick start in the README', () => {
  it('runs as it stands there', async () => {
    const { content } = blockOf(root, 'README.md#the-library 1');
    const { root: folder } = sandbox(); // what the reader keeps, we remove
    const said = await printedBy(content.replace('tmpdir()', JSON.stringify(folder)), folder);
    const [files, manifest, summary, file_, version] = said;
    expect(files).toEqual(['..manifest', '..summary', 'blah.txt', 'foo/bar.txt']);
    expect([...(manifest as Map<string, unknown>).keys()]).toEqual(['blah.txt', 'foo/bar.txt']);
    expect(summary).toMatchObject({ uploadUserId: os.userInfo().username, onProbation: false });
    expect(file_).toBe(path.join(String(version), 'blah.txt'));
  });
});

it('the example of many processes makes one version', async () => {
  await sandbox().project('my-project');
  const directory = sandbox().source({ x: 'x' }, 'results');
  const code = blockOf(root, 'docs/client.md#one-version-from-many-processes 1')
    .content.replace('http://gobbler.example.org:8080', sandbox().url)
    .replace("'results'", JSON.stringify(directory));
  const [place] = await printedBy(code, sandbox().root);
  expect(fs.readFileSync(path.join(String(place), 'linux/x'), 'utf8')).toBe('x');
  expect(place).toBe(path.join(sandbox().registry, 'my-project/my-analysis/1.0'));
});
