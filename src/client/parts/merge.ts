import path from 'node:path';
import { GobblerError, gobblerError } from '../../errors/index.ts';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';
import type { SourceFile, UploadOptions } from '../source/index.ts';
import { stage } from '../staging/index.ts';
import type { PartContent } from './collisions.ts';
import { filesIn, type ListedEntry, type ListedFile } from './listing.ts';
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
    const directories = entries.flatMap(({ kind, path: directory }) =>
      kind === 'directory' && !made.has(directory) ? [directory] : [],
    );
    for (const directory of directories) made.add(directory);
    const hardLinks: SourceFile[] = entries.flatMap((entry) =>
      entry.kind === 'file' ? [asSource(entry)] : [],
    );
    const links = entries.flatMap((entry) => (entry.kind === 'link' ? [entry] : []));
    const plan = { directories, unchanged: [], hardLinks, copies: [], links, expected: new Map() };
    const root = filesIn(run);
    try {
      await requireLinkedUnchanged(root, entries, { filesystems, signal });
      await stage(root, target, plan, { needsChecksum: () => false, filesystems, concurrency, signal });
    } catch (error) {
      if (!(error instanceof GobblerError) || error.code !== 'invalid-source') throw error;
      const { message } = error;
      const facts = { part: record.part, directory: upload.path, error: message };
      throw gobblerError('part-changed', facts, { cause: error });
    }
    for (const entry of entries) {
      if (entry.kind === 'file' && entry.md5sum !== '') checksums.set(entry.path, entry.md5sum);
    }
  }
  return checksums;
}

/**
 * A hard link shares its file with the source of the part. If its ctime has changed since, compares the content by checksum:
 * timestamps can be restored. (The hard link of an earlier submit also changes the ctime.) Code `invalid-source`.
 */
async function requireLinkedUnchanged(
  root: string,
  entries: readonly ListedEntry[],
  { filesystems, signal }: { filesystems: Filesystems; signal: AbortSignal | undefined },
): Promise<void> {
  const linked = entries.filter(
    (entry): entry is ListedFile & { ctimeMs: number } =>
      entry.kind === 'file' && entry.ctimeMs !== undefined,
  );
  const touched: ListedFile[] = [];
  const placeOf = ({ path: file }: { path: string }): string => path.join(root, file);
  await new AdaptiveIo().forEach(
    linked,
    {
      now: (file) => {
        if (filesystems.entryNow(placeOf(file)).ctimeMs !== file.ctimeMs) touched.push(file);
      },
      later: async (file) => {
        if ((await filesystems.entry(placeOf(file))).ctimeMs !== file.ctimeMs) touched.push(file);
      },
    },
    { signal },
  );
  const sums = await md5OfFiles(touched, placeOf, { signal });
  const changed = touched.find((file) => sums.get(file.path) !== file.md5sum);
  if (changed === undefined) return;
  throw gobblerError('part-file-changed', { path: changed.path });
}

/** With what a hard link needs: owner and device do not matter. */
function asSource({ path: file, sizeBytes, mtimeMs, ino }: ListedFile): SourceFile {
  return { path: file, sizeBytes, mtimeMs, ino, ctimeMs: 0, dev: 0, mode: 0o644, uid: 0 };
}
