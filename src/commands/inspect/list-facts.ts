import { type Connection, findManifest, type Summary, type VersionRef } from '../../client/index.ts';
import { amountOfFiles } from '../../client/registry/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import { parseTimestamp } from '../../protocol/index.ts';
import { type Cell, type Column, formatBytes } from '../kit/index.ts';
import { FileTicker } from '../progress/index.ts';

/** A manifest may take much memory. */
const MANIFESTS_IN_FLIGHT = 4;

export const SIZE: Column = { title: 'SIZE', isNumeric: true };
/** The columns after the name of a version, or of an asset. */
export const FACTS: readonly Column[] = [
  { title: 'STATE' },
  { title: 'LATEST' },
  SIZE,
  { title: 'FILES', isNumeric: true },
  { title: 'DATE' },
  { title: 'UPLOADER' },
];

/** The content of a version. */
export interface Amounts {
  readonly sizeBytes: number;
  readonly filesCount: number;
}

/** The facts of a version, or of the latest one of an asset. */
export interface Entry {
  readonly name: string;
  readonly state: string;
  readonly latest: string;
  readonly sizeBytes: number | null;
  readonly filesCount: number | null;
  readonly uploadFinish: string | null;
  readonly uploadedBy: string | null;
}

/** The facts of a version, but for its standing. */
export function entryOf(name: string, summary?: Summary, amounts?: Amounts): Omit<Entry, 'state' | 'latest'> {
  return {
    name,
    sizeBytes: amounts?.sizeBytes ?? null,
    filesCount: amounts?.filesCount ?? null,
    uploadFinish: summary?.uploadFinish ?? null,
    uploadedBy: summary?.uploadUserId ?? null,
  };
}

/** The cells of {@link FACTS}, after the name. */
export const cellsOf = ({
  name,
  state,
  latest,
  sizeBytes,
  filesCount,
  uploadFinish,
  uploadedBy,
}: Entry): Cell[] => [
  { value: name },
  { value: state },
  { value: latest },
  sizeCell(sizeBytes ?? undefined),
  { value: filesCount ?? '' },
  dateCell(uploadFinish),
  { value: uploadedBy ?? '' },
];

/** A size in bytes; for people, with a unit. */
export function sizeCell(bytes: number | undefined): Cell {
  return bytes === undefined ? { value: '' } : { value: bytes, shown: formatBytes(bytes) };
}

/** A time as it is recorded; for people, that of their time zone. */
function dateCell(time: string | null): Cell {
  const ms = time === null ? undefined : parseTimestamp(time);
  if (time === null || ms === undefined) return { value: time ?? '' };
  const date = new Date(ms);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return { value: time, shown: `${day} ${two(date.getHours())}:${two(date.getMinutes())}` };
}

/** Counts the content of a version, by its manifest. */
export async function amountsOf(
  connection: Connection,
  ref: VersionRef,
  signal: AbortSignal,
): Promise<Amounts> {
  const manifest = await findManifest(connection, ref, { signal });
  const { files, bytes } = amountOfFiles(manifest ?? new Map());
  return { filesCount: files, sizeBytes: bytes };
}

/** Reads facts of each item, a few at a time, and shows how far that has come. */
export async function reading<T>(
  items: readonly T[],
  signal: AbortSignal,
  read: (item: T) => Promise<void>,
): Promise<void> {
  const ticker = new FileTicker();
  ticker.begin('Reading', items.length, 'record');
  try {
    const readOne = async (item: T): Promise<void> => {
      await read(item);
      ticker.advance();
    };
    await forEachConcurrently(items, MANIFESTS_IN_FLIGHT, readOne, signal);
  } finally {
    ticker.stop();
  }
}
