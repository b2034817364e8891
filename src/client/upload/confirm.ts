import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError } from '../../protocol/errors.ts';
import { refPath, SUMMARY } from '../../protocol/layout.ts';
import { formatRef, type VersionRef } from '../../protocol/names.ts';
import type { Manifest, Summary } from '../../protocol/records.ts';
import { parseTimestamp } from '../../protocol/times.ts';
import { allFinished } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { pause } from '../http.ts';
import { listRemotely, refreshRegistry } from '../registry-reader.ts';
import { fetchManifest, fetchSummary, findSummary } from '../versions.ts';
import type { Expected } from './plan.ts';

/** What the registry says about a version that was just published. */
export interface Confirmed {
  readonly summary: Summary;
  readonly manifest: Manifest;
}

const MOST_PATHS_SHOWN = 20;

/** How a published manifest is held against the source: see `verify` in the README. */
export type Verification = 'checksum' | 'all' | 'size' | 'off';

/** Reads back what was published, from the service. */
export async function readBack(
  connection: Connection,
  ref: VersionRef,
  signal?: AbortSignal,
): Promise<Confirmed> {
  const options = { forceRemote: true, signal };
  const [summary, manifest] = await allFinished([
    fetchSummary(connection, ref, options),
    fetchManifest(connection, ref, options),
  ]);
  return { summary, manifest };
}

/**
 * Holds a published manifest against what was sent: every path, nothing else, every size, and every checksum that is
 * known. Code `content-differs` if they are not the same.
 */
export function requireAsSent(
  ref: VersionRef,
  expected: ReadonlyMap<string, Expected>,
  manifest: Manifest,
): void {
  requireNoDifference(ref, compare(expected, manifest));
}

/** Refuses to take a version for what was sent, with code `content-differs`, if there are differences, as sentences. */
export function requireNoDifference(ref: VersionRef, differences: readonly string[]): void {
  if (differences.length === 0) return;
  const count = differences.length;
  const differ = count === 1 ? 'one of its entries is' : `${count} of its entries are`;
  throw new GobblerError(
    'content-differs',
    `${formatRef(ref)} was published, but ${differ} not what was sent: ${differences[0]}`,
    {
      findings: firstOf(differences),
      hint: 'Did something change the directory meanwhile? Ask an administrator to delete the version, and publish again.',
    },
  );
}

/** The first findings of many, closed by the number of the others. */
export function firstOf(findings: readonly string[]): string[] {
  const rest = findings.length - MOST_PATHS_SHOWN;
  return rest > 0 ? [...findings.slice(0, MOST_PATHS_SHOWN), `… and ${rest} more`] : [...findings];
}

/** Every difference between what is expected and a manifest, as a sentence that begins with the path. Pure. */
export function compare(expected: ReadonlyMap<string, Expected>, manifest: Manifest): string[] {
  const differences: string[] = [];
  for (const [key, { sizeBytes, md5sum }] of expected) {
    const entry = manifest.get(key);
    const name = JSON.stringify(key);
    if (entry === undefined) differences.push(`${name} is missing there`);
    else if (sizeBytes !== undefined && entry.size !== sizeBytes) {
      differences.push(`${name} should have ${sizeBytes} bytes, but has ${entry.size} there`);
    } else if (md5sum !== undefined && entry.md5sum !== md5sum) {
      differences.push(
        `${name} should have MD5 ${md5sum || 'of a directory'}, but has ${entry.md5sum} there`,
      );
    }
  }
  for (const key of manifest.keys())
    if (!expected.has(key)) differences.push(`${JSON.stringify(key)} is only there`);
  return differences;
}

/** How long a service may need to roll an upload back, or to finish one whose answer was lost. */
const OUTCOME_PATIENCE_MS = 60_000;
const OUTCOME_PAUSE_MS = 500;

/**
 * Finds out how an upload ended whose answer was lost, by looking at the registry (protocol §22.7). Returns if the
 * version is complete; throws `connection-lost` if nothing of it is left, or if that cannot be told within a minute.
 */
export async function requireOutcome(
  connection: Connection,
  ref: VersionRef,
  lost: GobblerError,
  { user, begunMs, signal }: { user: string | undefined; begunMs: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const giveUpAt = Date.now() + OUTCOME_PATIENCE_MS;
  let seen = 'the service does not answer any more';
  do {
    await pause(OUTCOME_PAUSE_MS, signal);
    try {
      const summary = await findSummary(connection, ref, { forceRemote: true, signal });
      if (summary !== undefined) {
        if (isOurs(summary, user, begunMs)) return;
        const whose = `${JSON.stringify(summary.uploadUserId)} at ${summary.uploadFinish}`;
        throw lostUpload(
          ref,
          lost,
          `The version is there, but was uploaded by ${whose}: choose another version name.`,
        );
      }
      const versions = await listRemotely(connection, refPath({ project: ref.project, asset: ref.asset }), {
        signal,
      });
      if (!versions?.includes(`${ref.version}/`)) {
        throw lostUpload(ref, lost, 'Nothing of it was published: run it again.');
      }
      seen = 'it is there, but unfinished';
    } catch (error) {
      // The service may be restarting: go on looking until the time is up.
      if (!(error instanceof GobblerError) || !MAY_COME_BACK.has(error.code)) throw error;
    }
  } while (Date.now() < giveUpAt);
  const advice =
    'If it stays unfinished, an administrator has to delete it (with force) before it can be uploaded again.';
  throw lostUpload(ref, lost, `Whether it was published is unknown: ${seen}. ${advice}`);
}

/** What is seen of a service, or of a proxy in front of it, while it restarts. */
const MAY_COME_BACK: ReadonlySet<string> = new Set([
  'service-unreachable',
  'service-failed',
  'registry-unavailable',
]);
/** Clocks may differ by a minute before the service refuses requests, either way. */
const CLOCKS_DIFFER_MS = 120_000;

/** Whether a version can be what this run has uploaded, rather than somebody else at the same time. */
function isOurs({ uploadUserId, uploadStart }: Summary, user: string | undefined, begunMs: number): boolean {
  const start = parseTimestamp(uploadStart) ?? 0;
  return (user === undefined || uploadUserId === user) && start > begunMs - CLOCKS_DIFFER_MS;
}

function lostUpload(ref: VersionRef, lost: GobblerError, hint: string): GobblerError {
  return new GobblerError(
    'connection-lost',
    `the upload of ${formatRef(ref)} ended without an answer: ${lost.message}`,
    {
      hint,
      cause: lost,
    },
  );
}

/** How long a shared filesystem may take to show a version that the service has published. */
const VISIBLE_PATIENCE_MS = 10_000;
const VISIBLE_PAUSE_MS = 200;

/**
 * Whether this machine shows a published version to this process, and to later ones of the same user: opens its summary.
 * Where an old state may be remembered, asks the file server anew. If need be, waits for some seconds.
 */
export async function becomesVisible(
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
      await (await fs.open(summary, constants.O_RDONLY | constants.O_NONBLOCK)).close();
      return true;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      // Later steps could not read it either.
      if (errnoOf(error) === 'EACCES' || performance.now() > giveUpAt) return false;
    }
    await pause(VISIBLE_PAUSE_MS, signal);
  }
}
