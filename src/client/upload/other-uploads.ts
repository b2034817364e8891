import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { forEachConcurrently, ifRefused, refreshDirectory } from '../../fs/index.ts';
import { type AssetRef, formatRef, isInternalName, refPath, SUMMARY } from '../../protocol/index.ts';
import { type Connection, pause } from '../connection/index.ts';
import { refreshRegistry } from '../registry/index.ts';
import type { UploadContext } from './context.ts';

/** Most uploads are done in a moment; the pauses between looks grow. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;
/** A version that nobody has written to for this long, allowing for clock skew, is left over from a crash. */
const RESTING_MS = 180_000;
const LOOKS_IN_FLIGHT = 64;

/**
 * Waits while somebody else is seen uploading to the same asset. A request that waits for the lock of an asset keeps
 * all uploads to the project waiting behind it (protocol §20 T22), so look before asking. Only where the registry is
 * visible, and never for what a crash has left; when the time is up, the service decides. Returns whether it had to wait.
 */
export async function awaitOtherUploads(context: UploadContext): Promise<boolean> {
  const { connection, ref, signal, onNotice } = context;
  if (!connection.registryVisible || context.settings.lockPatienceMs === 0) return false;
  for (let looks = 0; ; looks++) {
    const running = await runningUpload(connection, ref, signal);
    const remainingMs = running === undefined ? 0 : context.giveUpAt - Date.now();
    if (running === undefined || remainingMs <= 0) return looks > 0;
    if (looks === 0) {
      const version = formatRef({ ...ref, version: running });
      const minutes = Math.ceil(remainingMs / 60_000);
      onNotice(`Waiting for up to ${minutes} min for another upload, of ${version}, to finish.`);
    }
    await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
  }
}

/** A version that has no summary yet, and was written to just now. */
async function runningUpload(
  connection: Connection,
  { project, asset }: AssetRef,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const place = refPath({ project, asset });
  const directory = path.join(connection.registry, place);
  // To look for a directory that is not there yet would make this machine remember that it is not. A mount that fails
  // shows no upload to wait for: then the service decides.
  const isThere = await refreshRegistry(connection, place).catch(ifRefused(() => false));
  if (!isThere) return undefined;
  const mayBeStale = connection.registryFilesystem?.mayBeStale === true;
  const unfinished: string[] = [];
  const look = async (entry: Dirent): Promise<void> => {
    if (!entry.isDirectory() || isInternalName(entry.name)) return;
    const version = path.join(directory, entry.name);
    const summary = path.join(version, SUMMARY);
    if ((await changedMs(summary)) !== undefined) return;
    // It may be remembered as missing.
    if (mayBeStale) await refreshed(version);
    if ((await changedMs(summary)) === undefined) unfinished.push(entry.name);
  };
  await forEachConcurrently(await entriesOf(directory), LOOKS_IN_FLIGHT, look, signal);
  for (const name of unfinished) {
    if (await isBeingWritten(path.join(directory, name), { mayBeStale, signal })) return name;
  }
  return undefined;
}

/** Follows, from the top, what was written to last: an upload fills one directory after the other. */
async function isBeingWritten(
  top: string,
  { mayBeStale, signal }: { readonly mayBeStale: boolean; readonly signal: AbortSignal | undefined },
): Promise<boolean> {
  const isRecent = (timeMs: number): boolean => Math.abs(Date.now() - timeMs) < RESTING_MS;
  for (let directory: string | undefined = top; directory !== undefined; ) {
    if (mayBeStale) await refreshed(directory);
    if (isRecent((await changedMs(directory)) ?? 0)) return true;
    const within: { place: string; timeMs: number }[] = [];
    const parent: string = directory;
    let isAnyRecent = false;
    const look = async (entry: Dirent): Promise<void> => {
      if (isAnyRecent) return;
      const place = path.join(parent, entry.name);
      const timeMs = (await changedMs(place)) ?? 0;
      if (isRecent(timeMs)) isAnyRecent = true;
      else if (entry.isDirectory()) within.push({ place, timeMs });
    };
    await forEachConcurrently(await entriesOf(directory), LOOKS_IN_FLIGHT, look, signal);
    if (isAnyRecent) return true;
    directory = within.sort((a, b) => b.timeMs - a.timeMs)[0]?.place;
  }
  return false;
}

/** Opens a directory; one that is not there (any more), or closed, shows nothing that could be waited for. */
const refreshed = (directory: string): Promise<void> =>
  refreshDirectory(directory).catch(ifRefused(() => undefined));

/** A directory that is not there (any more) holds nothing. */
async function entriesOf(directory: string): Promise<Dirent[]> {
  return fs.readdir(directory, { withFileTypes: true }).catch(() => []);
}

async function changedMs(place: string): Promise<number | undefined> {
  return (await fs.lstat(place).catch(() => undefined))?.mtimeMs;
}
