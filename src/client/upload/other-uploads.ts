import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { refPath, SUMMARY } from '../../protocol/layout.ts';
import { formatRef, isInternalName, type VersionRef } from '../../protocol/names.ts';
import { forEachConcurrently } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { pause } from '../http.ts';

/** Most uploads are done in a moment; the pauses between looks grow. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2_000;
/** What nobody has written to for so long, clocks included, is what a crash has left. */
const RESTING_MS = 180_000;
const LOOKS_IN_FLIGHT = 64;

export interface Waiting {
  readonly giveUpAt: number;
  readonly signal: AbortSignal | undefined;
  readonly onNotice: (sentence: string) => void;
}

/**
 * Waits while somebody else is seen uploading to the same asset. A request that waits for the lock of an asset keeps
 * all uploads to the project waiting behind it (protocol §20 T22), so we look before we ask. Only where the registry is
 * visible, and never for what a crash has left; when the time is up, the service decides. Returns whether it had to wait.
 */
export async function awaitOtherUploads(
  { registry, registryVisible }: Connection,
  { project, asset }: VersionRef,
  { giveUpAt, signal, onNotice }: Waiting,
): Promise<boolean> {
  if (!registryVisible) return false;
  const directory = path.join(registry, refPath({ project, asset }));
  for (let looks = 0; ; looks++) {
    const running = Date.now() < giveUpAt ? await runningUpload(directory, signal) : undefined;
    if (running === undefined) return looks > 0;
    if (looks === 0) {
      const minutes = Math.ceil((giveUpAt - Date.now()) / 60_000);
      const version = formatRef({ project, asset, version: running });
      onNotice(
        `Waiting for the upload of ${version}, which somebody else has begun, for up to ${minutes} min.`,
      );
    }
    await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
  }
}

/** A version that has no summary yet, and was written to just now. */
async function runningUpload(asset: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const unfinished: string[] = [];
  await forEachConcurrently(
    await entriesOf(asset),
    LOOKS_IN_FLIGHT,
    async (entry) => {
      if (!entry.isDirectory() || isInternalName(entry.name)) return;
      const summary = path.join(asset, entry.name, SUMMARY);
      if ((await changedMs(summary)) === undefined) unfinished.push(entry.name);
    },
    signal,
  );
  for (const name of unfinished) {
    if (await isBeingWritten(path.join(asset, name), signal)) return name;
  }
  return undefined;
}

/** Follows, from the top, what was written to last: an upload fills one directory after the other. */
async function isBeingWritten(top: string, signal: AbortSignal | undefined): Promise<boolean> {
  const isRecent = (timeMs: number): boolean => Math.abs(Date.now() - timeMs) < RESTING_MS;
  for (let directory: string | undefined = top; directory !== undefined; ) {
    if (isRecent((await changedMs(directory)) ?? 0)) return true;
    const within: { place: string; timeMs: number }[] = [];
    for (const entry of await entriesOf(directory)) {
      signal?.throwIfAborted();
      const place: string = path.join(directory, entry.name);
      const timeMs = (await changedMs(place)) ?? 0;
      if (isRecent(timeMs)) return true;
      if (entry.isDirectory()) within.push({ place, timeMs });
    }
    directory = within.sort((a, b) => b.timeMs - a.timeMs)[0]?.place;
  }
  return false;
}

/** What is not there (any more) holds nothing. */
async function entriesOf(directory: string): Promise<Dirent[]> {
  return fs.readdir(directory, { withFileTypes: true }).catch(() => []);
}

async function changedMs(place: string): Promise<number | undefined> {
  return (await fs.lstat(place).catch(() => undefined))?.mtimeMs;
}
