import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../protocol/errors.ts';
import { hashFiles } from './checksums.ts';
import { forEachConcurrently } from './concurrency.ts';
import type { Connection } from './connection.ts';
import { addressOf } from './download.ts';
import { httpDownload } from './http.ts';

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
    await hashFiles(
      files,
      (file) => path.join(connection.registry, file.path),
      (file, { sha256 }) => {
        if (sha256 !== undefined) sums.set(file.path, sha256);
      },
      {
        wantsChecksum: false,
        wantsSha256: true,
        require: requireFile,
        onFailure: (file) => remote.push(file),
        signal,
        onFile,
      },
    );
  }
  await forEachConcurrently(
    remote,
    DOWNLOADS_IN_FLIGHT,
    async (file) => {
      const sum = await sumOverHttp(connection, file, signal);
      if (sum !== undefined) sums.set(file.path, sum);
      onFile?.(file);
    },
    signal,
  );
  return sums;
}

/** Fails like a call of the filesystem, upon which the service is asked. */
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
    throw new GobblerError(
      'service-failed',
      `${url} should be readable, but answered with status ${status}`,
      { httpStatus: status, hint: 'Look into the log of the service.' },
    );
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

/** An answer without end must not be read for ever. */
class TooLong extends Error {}
