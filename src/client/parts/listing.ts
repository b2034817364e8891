import { promises as fs } from 'node:fs';
import path from 'node:path';
import { damaged, type PartRecord } from './records.ts';

/** An entry of a part. `path` is relative to the version. */
export type ListedEntry = { readonly path: string } & (
  | {
      readonly kind: 'file';
      readonly sizeBytes: number;
      readonly mtimeMs: number;
      readonly ino: number;
      /**
       * Only of a hard link, whose file somebody else may still change: by this, a change with restored times is noticed.
       */
      readonly ctimeMs?: number | undefined;
      /** Empty if it was not computed. */
      readonly md5sum: string;
    }
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'directory' }
);

/** A file of a part. */
export type ListedFile = ListedEntry & { readonly kind: 'file' };

/** The directory with the files of a run, laid out as in the version. */
export const filesIn = (run: string): string => path.join(run, 'files');
const listingIn = (run: string): string => path.join(run, 'listing');

/** Lines that are joined before they are written. */
const LINES_AT_A_TIME = 1_000;

/** Writes the entries of a run, a line of JSON for each; parents before children. */
export async function writeListing(run: string, entries: readonly ListedEntry[]): Promise<void> {
  await fs.writeFile(listingIn(run), linesOf(entries), { flag: 'wx', mode: 0o600 });
}

function* linesOf(entries: readonly ListedEntry[]): Generator<string> {
  for (let at = 0; at < entries.length; at += LINES_AT_A_TIME) {
    const lines = entries.slice(at, at + LINES_AT_A_TIME).map((entry) => `${JSON.stringify(entry)}\n`);
    yield lines.join('');
  }
}

/** Reads the entries of a run. Code `corrupt-record` for an incomplete listing. */
export async function readListing(
  run: string,
  { entriesCount }: Pick<PartRecord, 'entriesCount'>,
): Promise<ListedEntry[]> {
  const file = listingIn(run);
  const lines = (await fs.readFile(file, 'utf8')).split('\n').slice(0, -1);
  if (lines.length !== entriesCount) throw damaged(file);
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    throw damaged(file);
  }
}
