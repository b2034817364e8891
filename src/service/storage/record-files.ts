import { randomInt } from 'node:crypto';
import { closeSync, fchmodSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../../errors/index.ts';
import { failed, systemSentence } from '../files/index.ts';
import { DecodeError, decodeUtf8 } from '../json/index.ts';

const RECORD_MODE = 0o644;

/** Reads a record of the registry. Throws (500) if it cannot be read; an `optional` one may be missing. */
export function readRecord<T>(file: string, read: (content: string) => T): T;
export function readRecord<T>(
  file: string,
  read: (content: string) => T,
  options: { optional: boolean },
): T | undefined;
export function readRecord<T>(
  file: string,
  read: (content: string) => T,
  { optional = false }: { optional?: boolean } = {},
): T | undefined {
  try {
    return read(decodeUtf8(readFileSync(file)));
  } catch (error) {
    if (optional && errnoOf(error) === 'ENOENT') return undefined;
    if (error instanceof DecodeError || errnoOf(error) !== undefined) {
      throw failed(`failed to read "${file}"; ${systemSentence(error)}`, error);
    }
    throw error;
  }
}

/** Errors of reading a record that does not exist. */
const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/** Returns the record that `read` returns, or undefined if it is missing or damaged. Throws other failures. */
export function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof DecodeError || MISSING.has(errnoOf(cause) ?? '')) return undefined;
    throw error;
  }
}

/**
 * Writes a record atomically: readers see the old content or the new one. The mode does not depend on the umask. The
 * name of the temporary file makes it an internal one, so that a leftover of a crash is never mistaken for content of a
 * version. Protocol §3.1.
 */
export function writeRecord(file: string, content: string | Iterable<string>): void {
  const temporary = path.join(path.dirname(file), `..temp${randomInt(2 ** 40)}.json`);
  const descriptor = openSync(temporary, 'wx', RECORD_MODE);
  try {
    try {
      fchmodSync(descriptor, RECORD_MODE);
      for (const piece of typeof content === 'string' ? [content] : content) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes a record, if it is there. */
export function removeRecord(file: string): void {
  rmSync(file, { force: true });
}
