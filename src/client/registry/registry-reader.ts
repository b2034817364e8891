import { constants, promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, gobblerError } from '../../errors/index.ts';
import { refreshPath, withOpen } from '../../fs/index.ts';
import {
  MANIFEST,
  type Manifest,
  ManifestReader,
  refPath,
  SUMMARY,
  type VersionRef,
} from '../../protocol/index.ts';
import {
  type Connection,
  fetchUrl,
  httpDownload,
  httpGet,
  isMissingListing,
  parsedJson,
  pause,
} from '../connection/index.ts';

/** The largest manifest that is read while its text arrives: that of a million files, all of them links to links, is half of it. */
const LARGEST_MANIFEST_BYTES = 1024 * 1024 * 1024;
/** The largest manifest whose text is kept; all other records are small. */
const LARGEST_MANIFEST_TEXT_BYTES = 256 * 1024 * 1024;
const LARGEST_RECORD_BYTES = 16 * 1024 * 1024;

/** Of a manifest on disk, at a time. */
const PIECE_BYTES = 256 * 1024;

/** Never waits for a FIFO. */
const ONLY_READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** From where to read, and until when. */
export interface ReadOptions {
  /**
   * Query the service even where the registry is visible here. A network filesystem may show an old state for a while;
   * set this where a stale answer would do harm.
   */
  readonly forceRemote?: boolean | undefined;
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes this machine see what the registry holds now in the directory of that path, and on the way there: false if it does
 * not exist. Costs nothing where the registry is never stale.
 */
export async function refreshRegistry(
  { registry, registryFilesystem }: Connection,
  registryPath: string,
): Promise<boolean> {
  if (registryFilesystem?.mayBeStale !== true) return true;
  return refreshPath(registry, path.join(registry, registryPath));
}

/**
 * The text of a record, or undefined if there is none. Read from disk where the registry is visible, and from the service
 * where it is not, with `forceRemote`, or if the disk does not show the record: whether it exists is for the service to
 * tell. `where` names the place in errors. Codes `corrupt-record`, `service-failed`, and those of `httpGet`.
 */
export async function readRecord(
  connection: Connection,
  registryPath: string,
  { forceRemote = false, signal }: ReadOptions = {},
): Promise<{ text: string; where: string } | undefined> {
  signal?.throwIfAborted();
  const isManifest = registryPath.endsWith(`/${MANIFEST}`);
  const limitBytes = isManifest ? LARGEST_MANIFEST_TEXT_BYTES : LARGEST_RECORD_BYTES;
  if (connection.registryVisible && !forceRemote) {
    const file = path.join(connection.registry, registryPath);
    try {
      return { text: await readSmall(file, limitBytes, signal), where: file };
    } catch (error) {
      signal?.throwIfAborted();
      // Missing, closed, or on a mount that is stale or broken: the service knows.
      if (errnoOf(error) === undefined) throw error;
    }
  }
  const where = fetchUrl(connection, registryPath);
  const answer = await httpGet(where, { signal, limitBytes });
  if (answer.status === 200) return { text: answer.text, where };
  if (answer.status === 404) return undefined;
  throw gobblerError('fetch-failed', { url: where, status: answer.status }, { httpStatus: answer.status });
}

/** Reads a record on disk. Rejects anything but a regular file: reading it might block, or never end. */
async function readSmall(file: string, limitBytes: number, signal: AbortSignal | undefined): Promise<string> {
  return withOpen(file, ONLY_READ, async (handle) => {
    requireSuitable(file, await handle.stat(), limitBytes);
    return handle.readFile({ encoding: 'utf8', ...(signal && { signal }) });
  });
}

function requireSuitable(file: string, stats: Stats, limitBytes: number): void {
  if (stats.isFile() && stats.size <= limitBytes) return;
  const bytes = stats.isFile() ? { bytes: stats.size } : {};
  throw gobblerError('record-unsuitable', { file, limitBytes, ...bytes });
}

/** As {@link readRecord} for the manifest of a version, which is read while its text arrives. */
export async function readManifest(
  connection: Connection,
  ref: VersionRef,
  { forceRemote = false, signal }: ReadOptions = {},
): Promise<{ manifest: Manifest; where: string } | undefined> {
  signal?.throwIfAborted();
  const registryPath = `${refPath(ref)}/${MANIFEST}`;
  if (connection.registryVisible && !forceRemote) {
    const file = path.join(connection.registry, registryPath);
    try {
      return { manifest: await manifestOnDisk(file, signal), where: file };
    } catch (error) {
      signal?.throwIfAborted();
      // Missing, closed, or on a mount that is stale or broken: the service knows.
      if (errnoOf(error) === undefined) throw error;
    }
  }
  const where = fetchUrl(connection, registryPath);
  let reader = new ManifestReader(where);
  let bytes = 0;
  const status = await httpDownload(where, {
    signal,
    onStart: async () => {
      reader = new ManifestReader(where);
      bytes = 0;
    },
    onChunk: (chunk) => {
      bytes += chunk.length;
      if (bytes > LARGEST_MANIFEST_BYTES)
        throw gobblerError('answer-too-large', { url: where, limit: LARGEST_MANIFEST_BYTES, unit: 'bytes' });
      reader.write(chunk);
    },
  });
  if (status === 200) return { manifest: reader.end(), where };
  if (status === 404) return undefined;
  throw gobblerError('fetch-failed', { url: where, status }, { httpStatus: status });
}

async function manifestOnDisk(file: string, signal: AbortSignal | undefined): Promise<Manifest> {
  return withOpen(file, ONLY_READ, async (handle) => {
    requireSuitable(file, await handle.stat(), LARGEST_MANIFEST_BYTES);
    const reader = new ManifestReader(file);
    for (let left = LARGEST_MANIFEST_BYTES; left > 0; ) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafeSlow(PIECE_BYTES) });
      if (bytesRead === 0) break;
      reader.write(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return reader.end();
  });
}

/**
 * As {@link listRemotely}, for a directory that is often missing: first asks whether it is there in a way that is no error
 * for the service, which answers 500 to the listing of a missing one, and logs that. Protocol §5.2.
 */
export async function listIfThere(
  connection: Pick<Connection, 'url'>,
  registryPath: string,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  // Without its slash, a directory is a redirection, whatever it holds.
  const { status } = await httpGet(fetchUrl(connection, registryPath), { signal });
  return status === 404 ? undefined : listRemotely(connection, registryPath, { signal });
}

/**
 * Names of what lies directly in a registry directory, directories with a trailing `/`, or (with `recursive`) paths of
 * all files below it and of its empty directories; undefined if it does not exist. Asks the service. Protocol §5.3: the
 * path is decoded twice there, and a missing one may be a 500.
 */
export async function listRemotely(
  { url }: Pick<Connection, 'url'>,
  registryPath: string,
  { recursive = false, signal }: { recursive?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<string[] | undefined> {
  const encoded = encodeURIComponent(encodeURIComponent(registryPath));
  const where = `${url}/list?path=${encoded}${recursive ? '&recursive=true' : ''}`;
  const answer = await httpGet(where, { signal });
  const value = parsedJson(answer.text);
  if (answer.status === 200 && isListing(value)) return value;
  const reason = typeof value === 'object' && value !== null && 'reason' in value ? String(value.reason) : '';
  if (answer.status === 404 || isMissingListing(reason)) return undefined;
  const { status: httpStatus } = answer;
  const details = { httpStatus, ...(reason !== '' && { reason }) };
  throw gobblerError('list-failed', { url: where, status: httpStatus, reason }, details);
}

function isListing(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** How long a shared filesystem may take to show a version that the service has published. */
const VISIBLE_PATIENCE_MS = 10_000;
const VISIBLE_PAUSE_MS = 200;

/**
 * Waits until this machine shows a published version to this process, and to later ones of the same user, for up to ten
 * seconds. Opens its summary; where the client may have cached an old state, queries the file server anew. Returns whether
 * the version is visible.
 */
export async function awaitVisible(
  connection: Connection,
  ref: VersionRef,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!connection.registryVisible) return false;
  const giveUpAt = performance.now() + VISIBLE_PATIENCE_MS;
  const summary = path.join(connection.registry, refPath(ref), SUMMARY);
  for (;;) {
    try {
      await refreshRegistry(connection, refPath(ref));
      await (await fs.open(summary, ONLY_READ)).close();
      return true;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      // Later steps could not read it either.
      if (errnoOf(error) === 'EACCES' || performance.now() > giveUpAt) return false;
    }
    await pause(VISIBLE_PAUSE_MS, signal);
  }
}
