import { lstatSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../errors/index.ts';
import { encodeJson } from '../../protocol/index.ts';
import {
  type DiskPath,
  failed,
  joinDisk,
  malformed,
  namesIn,
  shownName,
  type TimeSlices,
} from '../files/index.ts';
import { decodeUtf8 } from '../json/index.ts';
import { gathered, type Pieces } from './pieces.ts';
import { firstValue, unescapeQuery } from './query.ts';

/**
 * The paths below a directory of the registry, as `GET /list` gives them: a JSON array, piece by piece. `query` is the
 * text after the question mark. Protocol §5.3.
 */
export async function* listRegistry(registry: string, query: string, pace: TimeSlices): Pieces {
  const directory = path.join(registry, requestedPath(query));
  const recursive = firstValue(query, 'recursive') === 'true';
  try {
    const stat = lstatSync(directory);
    if (!stat.isDirectory()) yield Buffer.from('[]');
    else yield* gathered(asJson((recursive ? allFiles : entries)(directory, stat.size, pace)));
  } catch (error) {
    throw failed(`failed to obtain a directory listing; ${messageOf(error)}`, error);
  }
}

async function* asJson(names: AsyncIterable<string>): Pieces {
  let before = '[';
  for await (const name of names) {
    yield Buffer.from(before + encodeJson(name));
    before = ',';
  }
  yield Buffer.from(before === '[' ? '[]' : ']');
}

/** The value of `path` is unescaped once more than any other, so `+` and `%` have to be escaped twice. */
function requestedPath(query: string): string {
  const given = firstValue(query, 'path');
  if (!given) return '.';
  const unescaped = unescapeQuery(given);
  if (unescaped === undefined) throw malformed("'path' is not a valid percent-encoding");
  const requested = decodeUtf8(Buffer.from(unescaped, 'latin1'));
  if (!isLocal(requested)) throw malformed("'path' is not local to the registry");
  // A slash at the end would make the system follow a link.
  return requested.replace(/\/+$/, '');
}

/** Returns whether a path stays below where it starts, by its text alone. */
function isLocal(candidate: string): boolean {
  const normal = path.normalize(candidate);
  return candidate !== '' && !path.isAbsolute(normal) && normal !== '..' && !normal.startsWith('../');
}

async function* entries(directory: string, sizeBytes: number, pace: TimeSlices): AsyncGenerator<string> {
  for (const raw of await namesIn(directory, sizeBytes)) {
    await pace.yieldIfDue();
    const name = shownName(raw);
    yield lstatSync(joinDisk(directory, raw)).isDirectory() ? `${name}/` : name;
  }
}

/** All files, and in the end the directories in which there is nothing. */
async function* allFiles(top: string, sizeBytes: number, pace: TimeSlices): AsyncGenerator<string> {
  const emptyDirectories: string[] = [];
  /** Entries still to be visited; the last one is next. */
  const waiting: { readonly directory: DiskPath; readonly prefix: string; readonly name: DiskPath }[] = [];
  const enter = async (directory: DiskPath, prefix: string, size: number): Promise<void> => {
    const names = await namesIn(directory, size);
    if (names.length === 0 && prefix !== '') emptyDirectories.push(prefix);
    for (const name of names.reverse()) waiting.push({ directory, prefix, name });
  };
  await enter(top, '', sizeBytes);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    await pace.yieldIfDue();
    const place = joinDisk(next.directory, next.name);
    const shown = next.prefix + shownName(next.name);
    const stat = lstatSync(place);
    if (stat.isDirectory()) await enter(place, `${shown}/`, stat.size);
    else yield shown;
  }
  yield* emptyDirectories;
}
