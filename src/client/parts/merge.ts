import path from 'node:path';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';
import { GobblerError } from '../../protocol/index.ts';
import type { SourceFile, UploadOptions } from '../source/index.ts';
import { stage } from '../staging/index.ts';
import { type Area, placesIn } from './area.ts';
import type { LegContent } from './collisions.ts';
import { partOf } from './leg-run.ts';
import { filesIn, type ListedEntry, type ListedFile } from './listing.ts';

/**
 * Puts the parts of all legs together in `target`, an empty directory: every file gets a second name there, on the same
 * filesystem, so not a byte is copied and the parts stay as they are. Returns the checksums that are known. Code
 * `content-differs` if a part is not what its leg has staged.
 */
export async function merge(
  area: Area,
  legs: readonly LegContent[],
  target: string,
  { concurrency, signal }: Pick<UploadOptions, 'concurrency' | 'signal'>,
): Promise<Map<string, string>> {
  const checksums = new Map<string, string>();
  const made = new Set<string>();
  const filesystems = new Filesystems();
  for (const { record, entries } of legs) {
    const directories = entries.flatMap(({ kind, path: directory }) =>
      kind === 'directory' && !made.has(directory) ? [directory] : [],
    );
    for (const directory of directories) made.add(directory);
    const hardLinks: SourceFile[] = entries.flatMap((entry) =>
      entry.kind === 'file' ? [asSource(entry)] : [],
    );
    const links = entries.flatMap((entry) => (entry.kind === 'link' ? [entry] : []));
    const plan = { directories, unchanged: [], hardLinks, copies: [], links, expected: new Map() };
    const part = filesIn(partOf(area, record.leg, record.generation));
    try {
      await requireLinkedUnchanged(part, entries, { filesystems, signal });
      await stage(part, target, plan, { needsChecksum: () => false, filesystems, concurrency, signal });
    } catch (error) {
      if (!(error instanceof GobblerError) || error.code !== 'invalid-source') throw error;
      throw touched(record.leg, path.join(placesIn(area.path).parts), error);
    }
    for (const entry of entries) {
      if (entry.kind === 'file' && entry.md5sum !== '') checksums.set(entry.path, entry.md5sum);
    }
  }
  return checksums;
}

/**
 * A hard link shares its file with the directory that the leg came from. If anything at all has happened to the file since,
 * its content is compared by checksum: times can be restored. (An earlier submit has also linked it.) Code `invalid-source`.
 */
async function requireLinkedUnchanged(
  part: string,
  entries: readonly ListedEntry[],
  { filesystems, signal }: { filesystems: Filesystems; signal: AbortSignal | undefined },
): Promise<void> {
  const linked = entries.filter(
    (entry): entry is ListedFile & { ctimeMs: number } =>
      entry.kind === 'file' && entry.ctimeMs !== undefined,
  );
  const touched: ListedFile[] = [];
  const placeOf = ({ path: file }: { path: string }): string => path.join(part, file);
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
  throw new GobblerError('invalid-source', `${JSON.stringify(changed.path)} has another content by now`);
}

/** As far as it matters for a second name: whose it is, and where, is known. */
function asSource({ path: file, sizeBytes, mtimeMs, ino }: ListedFile): SourceFile {
  return { path: file, sizeBytes, mtimeMs, ino, ctimeMs: 0, dev: 0, mode: 0o644, uid: 0 };
}

function touched(leg: string, parts: string, cause: GobblerError): GobblerError {
  return new GobblerError(
    'content-differs',
    `the part of leg ${JSON.stringify(leg)} is not what was staged: ${cause.message}`,
    {
      input: 'area',
      hint: `Repeat the leg. Nothing but stage may write below ${parts}, nor to read-only files that were staged.`,
      cause,
    },
  );
}
