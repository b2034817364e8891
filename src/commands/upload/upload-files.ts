import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ChangesSince, Connection } from '../../client/index.ts';
import { errnoOf, type FactsOf, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { makeDirectory } from '../../fs/index.ts';
import { requireOwnPlace } from '../connect/index.ts';
import { annotateWarning, host, requireRoom } from '../kit/index.ts';
import { formatSums } from '../versions/index.ts';

/** Written to find out whether a file can be written. */
const ROOM_BYTES = 64 * 1024;

/** Writes how a version differs from the one before as JSON, for later steps; returns the file, or nothing without them. */
export async function writeDifference({ version, difference }: ChangesSince): Promise<string> {
  const { handover } = host().places;
  if (handover === undefined) return '';
  const file = path.join(await fs.mkdtemp(path.join(handover, 'gobbler-')), 'difference.json');
  const paths = (['added', 'changed', 'removed'] as const).map((kind) => [
    kind,
    difference[kind].map((change) => change.path),
  ]);
  const record = { previous: version, ...Object.fromEntries(paths) };
  await fs.writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
  return file;
}

/**
 * Refuses a file of checksums that could not be written when it is time, by writing to it, or to a file in the nearest
 * directory above that exists, and taking that back; or that lies in a directory of the service. Codes
 * `destination-unavailable`, `invalid-input`.
 */
export async function requireWritableChecksums(connection: Connection, file: string): Promise<void> {
  requireOwnPlace(connection, file, 'checksums-file');
  try {
    const existing = await nearestExisting(file);
    const isDirectory = (await fs.stat(existing)).isDirectory();
    if (existing === file) {
      if (isDirectory) throw unwritableChecksums('check', { directory: file });
      requireRoom(file, ROOM_BYTES);
    } else {
      if (!isDirectory) throw unwritableChecksums('check', { notDirectory: existing });
      await requireRoomIn(existing);
    }
  } catch (error) {
    throw error instanceof GobblerError ? error : failedChecksums('check', error);
  }
}

async function requireRoomIn(directory: string): Promise<void> {
  const trial = path.join(directory, `.gobbler-${randomBytes(12).toString('hex')}`);
  try {
    requireRoom(trial, ROOM_BYTES, { isNew: true });
  } finally {
    await fs.rm(trial, { force: true });
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

/** Writes sha256 sums, in the format of `sha256sum`. Code `destination-unavailable`. */
export async function writeChecksums(file: string, sums: ReadonlyMap<string, string>): Promise<void> {
  try {
    await makeDirectory(path.dirname(file));
    await fs.writeFile(file, formatSums(sums));
  } catch (error) {
    throw failedChecksums('write', error);
  }
}

/**
 * Removes the file where there are no sums to write, so that no later step takes older ones for those of this version, and
 * warns of it. Code `destination-unavailable`.
 */
export async function removeChecksums(file: string, why: string): Promise<void> {
  try {
    await fs.rm(file, { force: true });
  } catch (error) {
    throw failedChecksums('remove', error);
  }
  annotateWarning({
    title: 'No checksums',
    sentences: [`${file} is not written: ${why}`],
    input: 'checksums-file',
  });
}

type ChecksumsFacts = FactsOf<'checksums-unwritable'>;

function unwritableChecksums(
  step: ChecksumsFacts['step'],
  found: ChecksumsFacts['found'],
  cause?: unknown,
): GobblerError {
  return gobblerError('checksums-unwritable', { step, found }, { cause });
}

const failedChecksums = (step: ChecksumsFacts['step'], cause: unknown): GobblerError =>
  unwritableChecksums(step, { error: messageOf(cause) }, cause);
