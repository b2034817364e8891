import { lstatSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../errors/index.ts';
import { LOGS, type VersionRef } from '../../protocol/index.ts';
import {
  cancelled,
  type DiskPath,
  emptyTree,
  namesIn,
  OpenTree,
  removeExactly,
  shownName,
  systemErrorName,
  TimeSlices,
} from '../files/index.ts';
import type { Gobbler } from '../requests/index.ts';
import type { Registry } from '../storage/index.ts';
import { finishTime } from './latest.ts';
import { withLocks } from './lineage.ts';
import { discardProbational } from './probation.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Files in staging and among the logs are stale if nobody has touched them for this long. */
const STALE_MS = 7 * DAY_MS;

/**
 * Cleans up once a day, the first time a day from now. Gives what ends that, and resolves once a cleaning under way
 * has stopped. Probational versions are removed after so many days, or never if there are less than none.
 * Protocol §16.
 */
export function purgeDaily(gobbler: Gobbler, probationDays: number): () => Promise<void> {
  const controller = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = purge(gobbler, probationDays, controller.signal);
  }, DAY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    controller.abort(cancelled());
    await running;
  };
}

/** Cleans up, as of `now`. Whatever goes wrong is logged, and does not keep the rest from being cleaned. */
export async function purge(
  gobbler: Gobbler,
  probationDays: number,
  signal: AbortSignal,
  now = Date.now(),
): Promise<void> {
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) gobbler.log(`purge: ${messageOf(error)}`);
    }
  };
  const pace = new TimeSlices(signal);
  await attempt(() => purgeStale(gobbler.staging, now, pace, attempt));
  await attempt(() => purgeStale(path.join(gobbler.registry.root, LOGS), now, pace, attempt));
  if (probationDays < 0) return;
  await attempt(() => purgeProbational(gobbler, now - probationDays * DAY_MS, pace, attempt));
}

type Attempt = (work: () => Promise<void>) => Promise<void>;

/**
 * Removes what is old in a directory. For directories in it, only their own time counts. A link in the place of the
 * directory is not followed, and all of it is done by descriptor: others may exchange what is in it at any moment.
 */
async function purgeStale(directory: string, now: number, pace: TimeSlices, attempt: Attempt): Promise<void> {
  const isOld = ({ mtimeMs }: { mtimeMs: number }): boolean => now - mtimeMs > STALE_MS;
  const tree = openUnlessLink(directory);
  if (tree === undefined) return;
  try {
    for (const name of await namesIn(tree.pathOfDirectory(tree.top), tree.stat.size)) {
      await pace.yieldIfDue();
      const place = { directory: tree.top, name };
      await attempt(async () => {
        const stat = lstatSync(tree.pathOf(place));
        if (!isOld(stat)) return;
        if (!stat.isDirectory()) {
          removeExactly(tree.pathOf(place), { ...stat, sizeBytes: stat.size, mtimeMs: stat.mtimeMs });
          return;
        }
        const stale = OpenTree.open(tree.pathOf(place));
        try {
          // The file that was checked may have been replaced by this one.
          if (!isOld(stale.stat)) return;
          await emptyTree(stale, pace);
          removeIfSame(tree.pathOf(place), stale, name);
        } finally {
          stale.close();
        }
      });
    }
  } finally {
    tree.close();
  }
}

function openUnlessLink(directory: string): OpenTree | undefined {
  try {
    return OpenTree.open(directory);
  } catch (error) {
    if (systemErrorName(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Removes an empty directory; throws if another one has its name now. */
function removeIfSame(place: DiskPath, { top }: OpenTree, name: DiskPath): void {
  const { dev, ino } = lstatSync(place);
  if (dev !== top.dev || ino !== top.ino) throw new Error(`"${shownName(name)}" was exchanged meanwhile`);
  rmdirSync(place);
}

/** Removes the probational versions that were finished before a time, as if they were rejected. */
async function purgeProbational(
  gobbler: Gobbler,
  finishedBefore: number,
  pace: TimeSlices,
  attempt: Attempt,
): Promise<void> {
  const { registry } = gobbler;
  for (const version of registry.allVersions()) {
    await pace.yieldIfDue();
    await attempt(async () => {
      if (!isOverdue(registry, version, finishedBefore)) return;
      await withLocks(gobbler, pace.signal, async (locks) => {
        await locks.enterProject(version, 'shared');
        await locks.enterVersion(version);
        // It may have been decided about in the meantime.
        if (!isOverdue(registry, version, finishedBefore)) return;
        await discardProbational(gobbler, locks, version, { force: false });
      });
    });
  }
}

function isOverdue(registry: Registry, version: VersionRef, finishedBefore: number): boolean {
  const { onProbation, uploadFinish } = registry.summary(version);
  return onProbation && finishTime(version, uploadFinish) < BigInt(Math.floor(finishedBefore)) * 1_000_000n;
}
