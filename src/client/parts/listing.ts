import { promises as fs } from 'node:fs';
import path from 'node:path';
import { damaged, type LegRecord } from './area-record.ts';

/** Something that a leg brings. `path` is relative to the version. */
export type ListedEntry = { readonly path: string } & (
  | {
      readonly kind: 'file';
      readonly sizeBytes: number;
      readonly mtimeMs: number;
      readonly ino: number;
      /** Only of a hard link, whose file somebody else may still change: by this, a change with restored times is noticed. */
      readonly ctimeMs?: number;
      /** Empty if it was not computed. */
      readonly md5sum: string;
    }
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'directory' }
);

/** A file that a leg brings. */
export type ListedFile = ListedEntry & { readonly kind: 'file' };

/** Where the files of a part lie, as in the version. */
export const filesIn = (part: string): string => path.join(part, 'files');
const listingIn = (part: string): string => path.join(part, 'listing');

/** Lines that are joined before they are written. */
const LINES_AT_A_TIME = 1_000;

/** Writes what is in a part, a line of JSON for each entry; parents before children. */
export async function writeListing(part: string, entries: readonly ListedEntry[]): Promise<void> {
  const handle = await fs.open(listingIn(part), 'wx', 0o600);
  try {
    for (let at = 0; at < entries.length; at += LINES_AT_A_TIME) {
      const lines = entries.slice(at, at + LINES_AT_A_TIME).map((entry) => `${JSON.stringify(entry)}\n`);
      await handle.write(lines.join(''));
    }
  } finally {
    await handle.close();
  }
}

/** Reads what is in the part of a leg. Code `corrupt-record` unless it is all there. */
export async function readListing(
  part: string,
  { entriesCount }: Pick<LegRecord, 'entriesCount'>,
): Promise<ListedEntry[]> {
  const file = listingIn(part);
  const lines = (await fs.readFile(file, 'utf8')).split('\n').slice(0, -1);
  if (lines.length !== entriesCount) throw damaged(file);
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    throw damaged(file);
  }
}
