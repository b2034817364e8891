import path from 'node:path';
import {
  fetchContentTo,
  type Phase,
  type PlacingMethod,
  placeFiles,
  registryFiles,
  type Standing,
  standingAt,
} from '../../client/destination/index.ts';
import { cacheFor, fetchContent, openVersion } from '../../client/download/index.ts';
import {
  type Connection,
  type FetchedVersion,
  type FetchProgress,
  fetchManifest,
  type Selection,
  type VersionRef,
} from '../../client/index.ts';
import { awaitVisible } from '../../client/registry/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { MANIFEST, refPath } from '../../protocol/index.ts';
import { cacheFolder } from '../connect/index.ts';
import { formatNumberOf, line } from '../kit/index.ts';
import type { FileTicker } from '../progress/index.ts';
import { manifestOutputs } from '../upload/index.ts';
import { type FileCheck, requireSelected, verifyFiles } from '../versions/index.ts';

const DOING: Record<Phase, string> = {
  cache: 'Fetching',
  fetch: 'Fetching',
  copy: 'Copying',
  link: 'Linking',
};

/** A version that later steps can use. */
export interface Brought extends FetchedVersion {
  readonly manifestPath: string;
}

export interface Bringing {
  /** Which keys of the manifest to bring. */
  readonly selection: Selection;
  /** Where to; if left out, the files stay where they are. */
  readonly destination: string | undefined;
  readonly method: PlacingMethod;
  readonly remote: 'auto' | 'never' | 'always';
  /** Whether to keep downloads for a destination in the cache, too. */
  readonly cache: boolean;
  readonly verify: FileCheck;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly ticker: FileTicker;
}

/**
 * Gets the selected files to where later steps find them, checked. Codes as `requireSelected`, `placeFiles`, `verifyFiles`
 * and `fetchContent`.
 */
export async function bringVersion(
  connection: Connection,
  ref: VersionRef,
  bringing: Bringing,
): Promise<Brought> {
  return (await isHere(connection, ref, bringing.remote, bringing.signal))
    ? bringFromRegistry(connection, ref, bringing)
    : bringOverHttp(connection, ref, bringing);
}

/** Returns whether the version can be read from the registry on this machine. */
async function isHere(
  connection: Connection,
  ref: VersionRef,
  remote: 'auto' | 'never' | 'always',
  signal: AbortSignal,
): Promise<boolean> {
  if (remote === 'always') return false;
  const directory = path.join(connection.registry, refPath(ref));
  if (await awaitVisible(connection, ref, signal)) return true;
  if (remote === 'auto') {
    line(`${directory} cannot be read on this machine: fetching over HTTP`);
    return false;
  }
  throw gobblerError('version-not-visible', { directory });
}

async function bringFromRegistry(
  connection: Connection,
  ref: VersionRef,
  bringing: Bringing,
): Promise<Brought> {
  const { destination, method, verify, concurrency, signal, ticker } = bringing;
  const manifest = await fetchManifest(connection, ref, { forceRemote: true, signal });
  const { 'manifest-path': manifestPath } = await manifestOutputs(connection, ref, manifest);
  const keys = requireSelected(ref, manifest, bringing.selection);
  const root = path.join(connection.registry, refPath(ref));
  const check = async (some: readonly string[], how: FileCheck): Promise<void> => {
    const onFile = (): void => ticker.advance();
    if (how === 'checksum') ticker.begin('Verifying', some.length);
    await verifyFiles({ root, manifest, keys: some, concurrency, signal, onFile }, how);
  };
  if (destination === undefined) {
    await check(keys, verify);
    return { path: root, manifest, keys, manifestPath };
  }
  // Nothing is written of a version that is not whole.
  await check(keys, 'size');
  const standing = await standingAt({ from: root, to: destination, manifest, keys, concurrency, signal });
  reportPresent(keys, standing);
  const unchecked = method === 'symlink' ? [...standing.missing, ...standing.linked] : standing.linked;
  await check(unchecked, verify);
  ticker.begin(DOING[method === 'symlink' ? 'link' : 'copy'], standing.missing.length);
  const placing = { to: destination, manifest, keys: standing.missing, concurrency, signal };
  const source = registryFiles(root, verify === 'checksum' ? 'checksum' : 'size');
  await placeFiles(placing, source, { method, onFile: () => ticker.advance() });
  return { path: destination, manifest, keys, manifestPath };
}

/** Through the cache, in the tool cache of the runner, which outlives the job, or in that of the user. */
async function bringOverHttp(connection: Connection, ref: VersionRef, bringing: Bringing): Promise<Brought> {
  const { destination, method, verify, concurrency, signal, ticker } = bringing;
  const cache = await cacheFor(connection.url, await cacheFolder());
  const options = { concurrency, signal, rehash: verify === 'checksum' };
  const version = await openVersion(connection, cache, ref, options);
  const { manifest, content } = version;
  const keys = requireSelected(ref, manifest, bringing.selection);
  const manifestPath = path.join(content, MANIFEST);
  if (destination === undefined) {
    const onProgress = ({ files }: FetchProgress): void => ticker.advance(files);
    ticker.begin(DOING.cache, keys.length);
    await fetchContent(connection, cache, version, keys, { ...options, onProgress });
    return { path: content, manifest, keys, manifestPath };
  }
  await fetchContentTo(connection, cache, version, keys, {
    ...{ destination, method, keepInCache: bringing.cache, ...options },
    onStanding: (standing) => reportPresent(keys, standing),
    onPhase: (phase, files) => ticker.begin(DOING[phase], files),
    onCached: () => ticker.advance(),
    onPlaced: () => ticker.advance(),
  });
  return { path: destination, manifest, keys, manifestPath };
}

function reportPresent(keys: readonly string[], { missing }: Standing): void {
  const present = keys.length - missing.length;
  if (present > 0) line(`Already present: ${formatNumberOf(present, 'entry', 'entries')}`);
}
