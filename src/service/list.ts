import { lstatSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../protocol/errors.ts';
import { type DiskPath, joinDisk, namesIn } from './disk.ts';
import { failed, malformed } from './failure.ts';
import { Pace } from './pace.ts';
import { firstValue, unescapeQuery } from './query.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * The paths below a directory of the registry, as `GET /list` gives them. `query` is the text after the question
 * mark. Protocol §5.3.
 */
export async function listRegistry(registry: string, query: string, signal: AbortSignal): Promise<string[]> {
  const directory = path.join(registry, requestedPath(query));
  const recursive = firstValue(query, 'recursive')?.toString() === 'true';
  const pace = new Pace(signal);
  try {
    if (!lstatSync(directory).isDirectory()) return [];
    return recursive ? await allFiles(directory, pace) : await entries(directory, pace);
  } catch (error) {
    throw failed(`failed to obtain a directory listing; ${messageOf(error)}`, error);
  }
}

/** The value of `path` is unescaped once more than any other, so `+` and `%` have to be escaped twice. */
function requestedPath(query: string): string {
  const given = firstValue(query, 'path');
  if (given === undefined || given.length === 0) return '.';
  const unescaped = unescapeQuery(given);
  if (unescaped === undefined) throw malformed("'path' is not a valid percent-encoding");
  const requested = decodeUtf8(unescaped);
  if (!isLocal(requested)) throw malformed("'path' is not local to the registry");
  // A slash at the end would make the system follow a link.
  return requested.replace(/\/+$/, '');
}

/** Whether a path stays below where it starts, by its text alone. */
function isLocal(candidate: string): boolean {
  const normal = path.normalize(candidate);
  return candidate !== '' && !path.isAbsolute(normal) && normal !== '..' && !normal.startsWith('../');
}

async function entries(directory: string, pace: Pace): Promise<string[]> {
  const result: string[] = [];
  for (const { name, raw } of namesIn(directory)) {
    await pace.breathe();
    result.push(lstatSync(joinDisk(directory, raw)).isDirectory() ? `${name}/` : name);
  }
  return result;
}

async function allFiles(root: string, pace: Pace): Promise<string[]> {
  const files: string[] = [];
  const emptyDirectories: string[] = [];
  const visit = async (directory: DiskPath, prefix: string): Promise<void> => {
    const names = namesIn(directory);
    if (names.length === 0 && prefix !== '') emptyDirectories.push(prefix);
    for (const { name, raw } of names) {
      await pace.breathe();
      const target = joinDisk(directory, raw);
      if (lstatSync(target).isDirectory()) await visit(target, `${prefix}${name}/`);
      else files.push(prefix + name);
    }
  };
  await visit(root, '');
  return [...files, ...emptyDirectories];
}
