import path from 'node:path';
import {
  type Connection,
  type FetchedVersion,
  fetchManifest,
  fetchSelected,
  GobblerError,
  type Manifest,
  type Selection,
  type VersionRef,
} from '../client/index.ts';
import { becomesVisible } from '../client/upload/confirm.ts';
import { MANIFEST, refPath } from '../protocol/layout.ts';
import { formatNumberOf } from './figures.ts';
import type { FileTicker } from './file-ticker.ts';
import { host } from './host.ts';
import { line } from './log.ts';
import { manifestOutputs } from './manifest-output.ts';
import { type PlacingMethod, placeFiles } from './place-files.ts';
import { DAMAGED, type FileCheck, verifyFiles } from './verify-files.ts';
import { requireSelected } from './version-to-fetch.ts';

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
  readonly verify: FileCheck;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly ticker: FileTicker;
}

/**
 * Gets the selected files to where later steps find them, and checks them there. Codes as `requireSelected`,
 * `placeFiles`, `verifyFiles` and `fetchSelected`.
 */
export async function bringVersion(
  connection: Connection,
  ref: VersionRef,
  bringing: Bringing,
): Promise<Brought> {
  const { destination, method, concurrency, signal, ticker } = bringing;
  const select: Select = (manifest) => requireSelected(ref, manifest, bringing.selection);
  const found = (await isHere(connection, ref, bringing.remote, signal))
    ? await inRegistry(connection, ref, select, signal)
    : await inCache(connection, ref, select, { concurrency, signal, ticker });
  const { manifest, keys } = found;
  const held = { manifest, keys, concurrency, signal };
  let { path: root, hint } = found;
  if (destination !== undefined) {
    // Nothing is written of a version that is not whole.
    await verifyFiles({ ...held, root, hint }, 'size');
    ticker.begin(method === 'symlink' ? 'Linking' : 'Copying', keys.length);
    const placing = { from: found.path, to: destination, manifest, keys, concurrency, signal };
    const placed = await placeFiles(placing, { method: method, onFile: () => ticker.advance() });
    if (placed < keys.length)
      line(`There already: ${formatNumberOf(keys.length - placed, 'entry', 'entries')}`);
    root = destination;
    hint = 'Does something else write there? Remove what is there, and fetch again.';
  }
  const onFile = (): void => ticker.advance();
  ticker.begin('Verifying', bringing.verify === 'checksum' ? keys.length : 0);
  await verifyFiles({ ...held, root, hint, onFile }, bringing.verify);
  return { manifest, keys, manifestPath: found.manifestPath, path: root };
}

/** Whether the version can be read from the registry on this machine. */
async function isHere(
  connection: Connection,
  ref: VersionRef,
  remote: 'auto' | 'never' | 'always',
  signal: AbortSignal,
): Promise<boolean> {
  if (remote === 'always') return false;
  const directory = path.join(connection.registry, refPath(ref));
  if (await becomesVisible(connection, ref, signal)) return true;
  if (remote === 'auto') {
    line(`${directory} cannot be read on this machine: fetching over HTTP`);
    return false;
  }
  throw new GobblerError('registry-unavailable', `${directory} should be readable here, but is not`, {
    input: 'remote',
    hint: 'Mount the registry on this machine, set registry to where it is, or allow HTTP with remote: auto.',
  });
}

interface Found extends Brought {
  /** What to do if it is not whole. */
  readonly hint: string;
}

type Select = (manifest: Manifest) => readonly string[];

async function inRegistry(
  connection: Connection,
  ref: VersionRef,
  select: Select,
  signal: AbortSignal,
): Promise<Found> {
  const manifest = await fetchManifest(connection, ref, { forceRemote: true, signal });
  const { 'manifest-path': manifestPath } = await manifestOutputs(connection, ref, manifest);
  const directory = path.join(connection.registry, refPath(ref));
  return { path: directory, manifest, keys: select(manifest), manifestPath, hint: DAMAGED };
}

/** In the tool cache of the runner, which outlives the job, or in that of the user. */
async function inCache(
  connection: Connection,
  ref: VersionRef,
  select: Select,
  { concurrency, signal, ticker }: { concurrency: number; signal: AbortSignal; ticker: FileTicker },
): Promise<Found> {
  const fetched = await fetchSelected(connection, ref, select, {
    cache: host().places.cache,
    concurrency,
    signal,
    onProgress: ({ files, totalFiles }) => {
      ticker.begin('Fetching', totalFiles);
      ticker.advance(files);
    },
  });
  const hint = `What was fetched before is damaged: remove ${fetched.path}, and fetch again.`;
  return { ...fetched, manifestPath: path.join(fetched.path, MANIFEST), hint };
}
