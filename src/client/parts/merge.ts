import type { Stats } from 'node:fs';
import path from 'node:path';
import { GobblerError, gobblerError } from '../../errors/index.ts';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';
import type { SourceFile, UploadOptions } from '../source/index.ts';
import { stage } from '../staging/index.ts';
import type { PartContent } from './collisions.ts';
import { filesIn, type ListedFile } from './listing.ts';
import type { MultipartUpload } from './multipart-upload.ts';

/** A complete part, and the directory of its run. */
export interface StoredPart extends PartContent {
  readonly directory: string;
}

/**
 * Merges all parts in `target`, an empty directory on the same filesystem: makes a hard link to every file, copies not a
 * byte, and leaves the parts as they are. Returns the known checksums. Code `content-differs` if a part has changed since it
 * was staged.
 */
export async function merge(
  upload: MultipartUpload,
  parts: readonly StoredPart[],
  target: string,
  { concurrency, signal }: Pick<UploadOptions, 'concurrency' | 'signal'>,
): Promise<Map<string, string>> {
  const checksums = new Map<string, string>();
  const made = new Set<string>();
  const filesystems = new Filesystems();
  for (const { record, entries, directory: run } of parts) {
    const listed = entries.filter(({ kind }) => kind === 'directory').map((entry) => entry.path);
    const directories = listed.filter((directory) => !made.has(directory));
    for (const directory of directories) made.add(directory);
    const files = entries.filter((entry) => entry.kind === 'file');
    const hardLinks = files.map(asSource);
    const links = entries.filter((entry) => entry.kind === 'link');
    const plan = { directories, unchanged: [], hardLinks, copies: [], links };
    const root = filesIn(run);
    try {
      await requireLinkedUnchanged(root, files, { filesystems, signal });
      await stage(root, target, plan, { needsChecksum: () => false, filesystems, concurrency, signal });
    } catch (error) {
      if (!(error instanceof GobblerError) || error.code !== 'invalid-source') throw error;
      const facts = { part: record.part, directory: upload.path, error: error.message };
      throw gobblerError('part-changed', facts, { cause: error });
    }
    for (const { path: file, md5sum } of files) if (md5sum !== '') checksums.set(file, md5sum);
  }
  return checksums;
}

/**
 * A hard link shares its file with the source of the part. If its ctime has changed since, compares the content by checksum:
 * timestamps can be restored. (The hard link of an earlier submit also changes the ctime.) Code `invalid-source`.
 */
async function requireLinkedUnchanged(
  root: string,
  files: readonly ListedFile[],
  { filesystems, signal }: { filesystems: Filesystems; signal: AbortSignal | undefined },
): Promise<void> {
  const linked = files.filter(({ ctimeMs }) => ctimeMs !== undefined);
  const touched: ListedFile[] = [];
  const placeOf = ({ path: file }: { path: string }): string => path.join(root, file);
  const look = (file: ListedFile, { ctimeMs }: Stats): void => {
    if (ctimeMs !== file.ctimeMs) touched.push(file);
  };
  const work = {
    now: (file: ListedFile) => look(file, filesystems.entryNow(placeOf(file))),
    later: async (file: ListedFile) => look(file, await filesystems.entry(placeOf(file))),
  };
  await new AdaptiveIo().forEach(linked, work, { signal });
  const sums = await md5OfFiles(touched, placeOf, { signal });
  const changed = touched.find((file) => sums.get(file.path) !== file.md5sum);
  if (changed === undefined) return;
  throw gobblerError('part-file-changed', { path: changed.path });
}

/** With what a hard link needs: owner and device do not matter. */
function asSource({ path: file, sizeBytes, mtimeMs, ino }: ListedFile): SourceFile {
  return { path: file, sizeBytes, mtimeMs, ino, ctimeMs: 0, dev: 0, mode: 0o644, uid: 0 };
}
