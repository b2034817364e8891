import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Difference, GobblerError, type Manifest } from '../client/index.ts';
import { makeDirectory } from '../client/make-directory.ts';
import { errnoOf, messageOf } from '../protocol/errors.ts';
import { host } from './host.ts';

/** Written to find out whether a file can be written. */
const ROOM_BYTES = 64 * 1024;

/** Writes how a version differs from the one before as JSON, for later steps; returns the file, or nothing without them. */
export async function writeDifference({
  version,
  difference,
}: {
  version: string;
  difference: Difference;
}): Promise<string> {
  const { handover } = host().places;
  if (handover === undefined) return '';
  const file = path.join(await fs.mkdtemp(path.join(handover, 'gobbler-')), 'difference.json');
  await fs.writeFile(file, `${JSON.stringify({ previous: version, ...difference }, null, 2)}\n`);
  return file;
}

/**
 * Refuses a file that could not be written when it is time, by writing to it, or to a file in the nearest directory above
 * that exists, and taking that back. Code `destination-unavailable`.
 */
export async function requireWritableChecksums(file: string): Promise<void> {
  try {
    const existing = await nearestExisting(file);
    const isThere = existing === file;
    const stats = await fs.stat(existing);
    if (isThere && stats.isDirectory()) throw new Error(`${file} is a directory`);
    if (!isThere && !stats.isDirectory()) throw new Error(`${existing} is no directory`);
    await requireRoom(
      isThere ? file : path.join(existing, `.gobbler-${randomBytes(12).toString('hex')}`),
      isThere,
    );
  } catch (error) {
    throw unwritableChecksums('cannot be written', 'Nothing was uploaded.', error);
  }
}

/** Appends to a file, and cuts it again; a new one is removed. */
async function requireRoom(file: string, isThere: boolean): Promise<void> {
  const handle = await fs.open(file, isThere ? 'a' : 'ax');
  try {
    const before = await handle.stat();
    try {
      await handle.writeFile(Buffer.alloc(ROOM_BYTES));
    } finally {
      if (before.isFile()) await handle.truncate(before.size);
    }
  } finally {
    await handle.close();
    if (!isThere) await fs.rm(file);
  }
}

async function nearestExisting(file: string): Promise<string> {
  try {
    await fs.lstat(file);
  } catch (error) {
    const parent = path.dirname(file);
    if (!['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') || parent === file) throw error;
    return nearestExisting(parent);
  }
  // A link to nothing can neither be written to nor have anything below it.
  await fs.stat(file);
  return file;
}

/**
 * Writes sha256 sums of all files of a manifest, read below `root`, in the format of `sha256sum`. Code
 * `destination-unavailable`.
 */
export async function writeChecksums(
  file: string,
  root: string,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<void> {
  try {
    const lines: string[] = [];
    for (const [key, { md5sum }] of manifest) {
      if (md5sum === '') continue;
      const hash = createHash('sha256');
      await pipeline(createReadStream(path.join(root, key)), hash, { signal });
      lines.push(`${sumLine(hash.digest('hex'), key)}\n`);
    }
    await makeDirectory(path.dirname(file));
    await fs.writeFile(file, lines.join(''));
  } catch (error) {
    signal.throwIfAborted();
    throw unwritableChecksums('could not be written', 'The version itself is published.', error);
  }
}

function unwritableChecksums(what: string, state: string, cause: unknown): GobblerError {
  return new GobblerError('destination-unavailable', `checksums-file ${what}: ${messageOf(cause)}`, {
    input: 'checksums-file',
    hint: `Check the path and the rights of this user. ${state}`,
    cause,
  });
}

/** As sha256sum does it: names with a backslash or a line break are escaped, and their line begins with a backslash. */
function sumLine(sum: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${sum}  ${escaped}`;
}
