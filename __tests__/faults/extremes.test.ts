import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { UploadRefused, uploadDirectory, validateVersion } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { use } from '../helpers/host.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { contentOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };

/** How many files "very many" are. */
const VERY_MANY = Number(process.env.FAULT_FILES ?? 200_000);
const LONGEST_PATH_BYTES = 4095;

/** A path of so many bytes, from names that are long themselves. */
function pathOf(bytes: number): string {
  const parts: string[] = [];
  for (let left = bytes; left > 0; ) {
    const next = left > 220 ? 200 : left;
    parts.push('n'.repeat(next));
    left -= next + 1;
  }
  return parts.join('/');
}

function makeFile(directory: string, relative: string): void {
  const file = path.join(directory, relative);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, 'content');
}

async function expectPublished(directory: string): Promise<void> {
  await published(sandbox().connection, { ...ref, directory });
  await validateVersion(sandbox().connection, ref);
  expect(contentOf(path.join(sandbox().registry, 'p/a/v'))).toEqual(contentOf(directory));
  expect(leftInStaging(sandbox())).toEqual([]);
}

describe('the limits of the filesystem', () => {
  it('names of 255 bytes are published', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({});
    const name = `x${'é'.repeat(127)}`;
    expect(Buffer.byteLength(name)).toBe(255);
    makeFile(directory, `${name}/${name}`);
    fs.symlinkSync(name, path.join(directory, name, 'link'));
    await expectPublished(directory);
  });

  it('the longest path that fits in staging and registry is published, one byte more is refused', async () => {
    await sandbox().project('p');
    const { staging, registry } = sandbox();
    const staged = path.join(staging, `gobbler-action-${'0'.repeat(24)}`);
    const prefix = Math.max(staged.length, path.join(registry, 'p/a/v').length);
    const fits = LONGEST_PATH_BYTES - prefix - 1;
    const directory = sandbox().source({});
    makeFile(directory, pathOf(fits));
    await expectPublished(directory);
    const other = sandbox().source({}, 'other');
    makeFile(other, pathOf(fits + 1));
    const error = await failureOf(
      uploadDirectory(sandbox().connection, { ...ref, version: 'w', directory: other }),
    );
    expect(error).toBeInstanceOf(UploadRefused);
    expect((error as UploadRefused).groups.map(({ kind }) => kind)).toEqual(['path-too-long']);
    expect(error.facts).toMatchObject({ findings: [{ facts: { bytes: 4096, mostBytes: 4095 } }] });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('a directory that is too deep for staging or the registry is refused, too', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const room = LONGEST_PATH_BYTES - directory.length - 1;
    fs.mkdirSync(path.join(directory, pathOf(room)), { recursive: true });
    const error = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory }));
    expect(error).toBeInstanceOf(UploadRefused);
    expect(error.input).toBe('directory');
    const { groups } = error as UploadRefused;
    expect(groups.map(({ kind }) => kind)).toEqual(['path-too-long']);
  });

  it('a path that cannot even be read here is refused as too long', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const half = pathOf(2_500);
    fs.mkdirSync(path.join(directory, half), { recursive: true });
    fs.mkdirSync(path.join(sandbox().workspace, 'm', half), { recursive: true });
    // Each half is short enough by itself; together they are not.
    fs.renameSync(path.join(sandbox().workspace, 'm'), path.join(directory, half, 'm'));
    const error = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory }));
    expect((error as UploadRefused).groups.map(({ kind }) => kind)).toEqual(['path-too-long']);
    fs.renameSync(path.join(directory, half, 'm'), path.join(sandbox().workspace, 'm'));
  });

  it('a depth of 1,000 is published', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({});
    makeFile(directory, `${'d/'.repeat(1_000)}x`);
    await expectPublished(directory);
  });

  it(`${VERY_MANY} files are published within a heap of 512 MiB`, async () => {
    await sandbox().project('p');
    const directory = sandbox().source({});
    for (let at = 0; at < VERY_MANY; at++) {
      const folder = path.join(directory, `folder-${at % 200}`);
      if (at < 200) fs.mkdirSync(folder);
      fs.writeFileSync(
        path.join(folder, `file-with-a-name-as-they-are-${at}`),
        at % 1_000 === 0 ? `${at}` : '',
      );
    }
    const { exitCode, log, outputs } = await use(sandbox(), '.', {
      with: { ...ref, directory, 'hash-cache': 'false' },
      env: { NODE_OPTIONS: '--max-old-space-size=512' },
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(outputs['files-count']).toBe(String(VERY_MANY));
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});
