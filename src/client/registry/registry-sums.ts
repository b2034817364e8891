import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { gobblerError, type Mismatch } from '../../errors/index.ts';
import { forEachConcurrently, hashFiles } from '../../fs/index.ts';
import type { Content } from '../../fs/threads/index.ts';
import { type Manifest, refPath, type VersionRef } from '../../protocol/index.ts';
import { addressOf, type Connection, httpDownload } from '../connection/index.ts';
import { awaitVisible } from './registry-reader.ts';

const DOWNLOADS_IN_FLIGHT = 8;

/** A file in the registry. */
export interface RegistryFile {
  /** Relative to the registry. */
  readonly path: string;
  /** As a manifest says. */
  readonly sizeBytes: number;
}

export interface RegistrySumsOptions<T extends RegistryFile> {
  /** Whether the registry, as this machine sees it, shows the files. */
  readonly visible: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: ((file: T) => void) | undefined;
}

/**
 * The sha256 of each file as the registry holds it now, by its path there: every byte is read, from disk where that shows
 * the file, and otherwise over HTTP without being kept. A file that is missing, or longer than it should be, has none.
 * Codes `service-failed` and those of `httpGet`.
 */
export async function registrySums<T extends RegistryFile>(
  connection: Connection,
  files: readonly T[],
  { visible, signal, onFile }: RegistrySumsOptions<T>,
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  // Missing, closed, or on a mount that is stale or broken: the service knows.
  const remote: T[] = visible ? [] : [...files];
  if (visible) {
    const placeOf = (file: T): string => path.join(connection.registry, file.path);
    const take = (file: T, { sha256 }: Content): void => {
      if (sha256 !== undefined) sums.set(file.path, sha256);
    };
    const wanted = { wantsChecksum: false, wantsSha256: true };
    const onFailure = (file: T): void => void remote.push(file);
    await hashFiles(files, placeOf, take, { ...wanted, require: requireFile, onFailure, signal, onFile });
  }
  const read = async (file: T): Promise<void> => {
    const sum = await sumOverHttp(connection, file, signal);
    if (sum !== undefined) sums.set(file.path, sum);
    onFile?.(file);
  };
  await forEachConcurrently(remote, DOWNLOADS_IN_FLIGHT, read, signal);
  return sums;
}

/** Fails like a filesystem call, upon which the caller queries the service. */
function requireFile(_file: RegistryFile, opened: Stats): void {
  if (!opened.isFile()) throw Object.assign(new Error('it is no regular file'), { code: 'EINVAL' });
}

async function sumOverHttp(
  connection: Connection,
  { path: registryPath, sizeBytes }: RegistryFile,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const url = addressOf(connection, registryPath);
  let hash = createHash('sha256');
  let received = 0;
  try {
    const status = await httpDownload(url, {
      signal,
      onStart: async () => {
        hash = createHash('sha256');
        received = 0;
      },
      onChunk: (chunk) => {
        received += chunk.length;
        if (received > sizeBytes) throw new TooLong();
        hash.update(chunk);
      },
    });
    if (status === 200) return hash.digest('hex');
    if (status === 404 || status === 301) return undefined;
    throw gobblerError('fetch-failed', { url, status }, { httpStatus: status });
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

/** An answer without end must not be read for ever. */
class TooLong extends Error {}

/** How to follow and to end a comparison. */
export interface CompareSumsOptions {
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each file that was read. */
  readonly onFile?: ((file: RegistryFile) => void) | undefined;
}

/**
 * Compares the bytes of a published version with sha256 sums by path. Every file of the manifest is read, and what a link
 * leads to, as sha256sum does. Returns the differences, among them files that are missing on either side. Codes as `registrySums`.
 */
export async function compareSums(
  connection: Connection,
  ref: VersionRef,
  { manifest, sums }: { readonly manifest: Manifest; readonly sums: ReadonlyMap<string, string> },
  { signal, onFile }: CompareSumsOptions = {},
): Promise<Mismatch[]> {
  const differences: Mismatch[] = [];
  const files: (RegistryFile & { readonly key: string })[] = [];
  for (const [key, { size, md5sum }] of manifest) {
    if (md5sum === '') continue; // an empty directory
    if (sums.has(key)) files.push({ key, path: `${refPath(ref)}/${key}`, sizeBytes: size });
    else differences.push({ path: key, kind: 'unexpected' });
  }
  for (const key of sums.keys()) {
    const found = manifest.get(key)?.md5sum;
    if (found === undefined) differences.push({ path: key, kind: 'missing' });
    else if (found === '') differences.push({ path: key, kind: 'directory' });
  }
  const visible = await awaitVisible(connection, ref, signal);
  const seen = await registrySums(connection, files, { visible, signal, onFile });
  for (const { key, path: place, sizeBytes } of files) {
    const [sum, expected] = [seen.get(place), sums.get(key)];
    if (sum === expected) continue;
    differences.push(
      sum === undefined
        ? { path: key, kind: 'unreadable', expected: sizeBytes }
        : { path: key, kind: 'sha256', expected, found: sum },
    );
  }
  return differences;
}
