import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  fetchManifest,
  fetchTo,
  manifestDigest,
  type StageProgress,
  type UploadEvent,
  uploadDirectory,
} from '../../src/client/index.ts';
import { ManifestRows } from '../../src/protocol/manifest-rows.ts';
import { published } from '../helpers/published.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a' };

/** With paths that are long enough for a manifest of more than 12 MiB. */
const LONG = 'long'.repeat(57);
const FLAT = `flat/${LONG}/${LONG}`;
const FLAT_FILES = 8_600;
const FOLDERS = 160;
const FILES_A_FOLDER = 50;
const nameOf = (at: number): string => `${LONG}-${at}`;
const folderOf = (at: number): string => `${LONG}/${LONG}/é${at}`;

function makeSource(): string {
  const directory = path.join(sandbox().workspace, 'many');
  const make = (folder: string, files: number): void => {
    fs.mkdirSync(path.join(directory, folder), { recursive: true });
    for (let at = 0; at < files; at++)
      fs.writeFileSync(path.join(directory, folder, nameOf(at)), `${path.basename(folder)} ${at}`);
  };
  make(FLAT, FLAT_FILES);
  for (let folder = 0; folder < FOLDERS; folder++) make(folderOf(folder), FILES_A_FOLDER);
  return directory;
}

/** The progress of each stage, in order. */
function progressIn(events: readonly UploadEvent[]): Map<string, StageProgress[]> {
  const found = new Map<string, StageProgress[]>();
  for (const event of events) {
    if (event.kind === 'stage' && !found.has(event.stage)) found.set(event.stage, []);
    if (event.kind === 'progress') found.get(event.stage)?.push(event);
  }
  return found;
}

function expectGrowth(progress: readonly StageProgress[]): void {
  let [files, bytes] = [0, 0];
  for (const now of progress) {
    if (now.files <= files || (now.bytes ?? 0) < bytes) expect(now).toBe('more than before');
    files = now.files;
    bytes = now.bytes ?? 0;
  }
}

describe('a version of many files', () => {
  it('is published, compared, linked to, linked to again, and fetched', async () => {
    await sandbox().project('p');
    const { connection } = sandbox();
    const directory = makeSource();
    const totalFiles = FLAT_FILES + FOLDERS * FILES_A_FOLDER;

    const events: UploadEvent[] = [];
    const onEvent = (event: UploadEvent): void => void events.push(event);
    const first = await published(connection, { ...ref, version: '1', directory, sha256: true, onEvent });
    expect(first.manifest).toBeInstanceOf(ManifestRows);
    expect(first).toMatchObject({ filesCount: totalFiles, status: 'created' });
    const progress = progressIn(events);
    expect([...progress.keys()]).toEqual(['scan', 'check', 'hash', 'stage', 'publish', 'confirm']);
    for (const one of progress.values()) expectGrowth(one);
    for (const stage of ['hash', 'stage', 'confirm'])
      expect(progress.get(stage)?.at(-1)).toMatchObject({ files: totalFiles, totalFiles });
    expect(progress.get('scan')?.at(-1)?.files).toBe(totalFiles + 3 + 2 + FOLDERS);

    // One file is another one: that path, and no other.
    const changed = `${folderOf(7)}/${nameOf(7)}`;
    fs.writeFileSync(path.join(directory, changed), 'other');
    const again = { ...ref, version: '1', directory, ifExists: 'verify' } as const;
    await expect(uploadDirectory(connection, again)).rejects.toMatchObject({
      code: 'already-exists',
      facts: { mismatches: [expect.objectContaining({ path: changed, kind: 'md5' })] },
    });

    const second = await published(connection, { ...ref, version: '2', directory });
    expect(second.previous?.difference).toMatchObject({ added: [], removed: [], newBytes: 5 });
    expect(second.previous?.difference.changed.map((change) => change.path)).toEqual([changed]);
    expect([...second.manifest].filter(([, { link }]) => link === undefined)).toHaveLength(1);

    const third = await published(connection, { ...ref, version: '3', directory });
    expect(third.manifest.get(`${FLAT}/${nameOf(1)}`)?.link).toMatchObject({
      version: '2',
      ancestor: { version: '1' },
    });
    expect(manifestDigest(third.manifest)).toBe(manifestDigest(second.manifest));
    const options = { forceRemote: true };
    expect(await fetchManifest(connection, { ...ref, version: '3' }, options)).toEqual(third.manifest);

    const destination = path.join(sandbox().workspace, 'fetched');
    const cache = path.join(sandbox().workspace, 'cache');
    const fetched: { files: number; bytes: number }[] = [];
    const onProgress = (now: { files: number; bytes: number }): void => void fetched.push(now);
    await fetchTo(connection, { ...ref, version: '3' }, destination, { cache, onProgress });
    expectGrowth(fetched.map((now) => ({ kind: 'progress', stage: 'stage', ...now })));
    expect(fetched.at(-1)?.files).toBe(totalFiles);
    for (const key of [changed, `${FLAT}/${nameOf(FLAT_FILES - 1)}`])
      expect(fs.readFileSync(path.join(destination, key))).toEqual(
        fs.readFileSync(path.join(directory, key)),
      );
  }, 120_000);

  it('is refused if the service has lost one of its files, or a file that it links to', async () => {
    await sandbox().project('p');
    const { connection } = sandbox();
    const directory = makeSource();
    const first = await published(connection, { ...ref, version: '1', directory });
    fs.rmSync(path.join(first.versionPath, FLAT, nameOf(4_321)));
    await expect(published(connection, { ...ref, version: '2', directory })).rejects.toMatchObject({
      code: 'content-differs',
      facts: { lost: [{ path: `${FLAT}/${nameOf(4_321)}`, found: 'nothing' }] },
    });
  });
});
