import { promises as fs } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../../protocol/errors.ts';
import { refPath, SUMMARY } from '../../protocol/layout.ts';
import { formatRef, type VersionRef } from '../../protocol/names.ts';
import type { Manifest, Summary } from '../../protocol/records.ts';
import { allFinished } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { pause } from '../http.ts';
import { listRemotely } from '../registry-reader.ts';
import { fetchManifest, fetchSummary, findSummary } from '../versions.ts';
import type { UploadPlan } from './plan.ts';

/** What the registry says about a version that was just published. */
export interface Confirmed {
  readonly summary: Summary;
  readonly manifest: Manifest;
}

const MOST_PATHS_SHOWN = 20;

/**
 * Reads back what was published, from the service, and holds it against what was sent: every path, nothing else, every
 * size. Code `content-differs` if they are not the same.
 */
export async function confirm(
  connection: Connection,
  ref: VersionRef,
  plan: UploadPlan,
  signal?: AbortSignal,
): Promise<Confirmed> {
  const options = { forceRemote: true, signal };
  const [summary, manifest] = await allFinished([
    fetchSummary(connection, ref, options),
    fetchManifest(connection, ref, options),
  ]);
  const differences = compare(plan, manifest);
  if (differences.length === 0) return { summary, manifest };
  const shown = differences.slice(0, MOST_PATHS_SHOWN);
  throw new GobblerError(
    'content-differs',
    `${formatRef(ref)} was published, but ${differences.length} of its entries are not what was sent: ${shown[0]}`,
    {
      findings: shown,
      hint: 'Did something change the directory meanwhile? Ask an administrator to delete the version, and publish again.',
    },
  );
}

function compare({ expected }: UploadPlan, manifest: Manifest): string[] {
  const differences: string[] = [];
  for (const [key, size] of expected) {
    const entry = manifest.get(key);
    if (entry === undefined) differences.push(`${JSON.stringify(key)} is missing`);
    else if (size !== undefined && entry.size !== size) {
      differences.push(`${JSON.stringify(key)} should have ${size} bytes, but has ${entry.size}`);
    }
  }
  for (const path of manifest.keys())
    if (!expected.has(path)) differences.push(`${JSON.stringify(path)} was not sent`);
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
  signal?: AbortSignal,
): Promise<void> {
  const giveUpAt = Date.now() + OUTCOME_PATIENCE_MS;
  let seen = 'the service does not answer any more';
  do {
    await pause(OUTCOME_PAUSE_MS, signal);
    try {
      if ((await findSummary(connection, ref, { forceRemote: true, signal })) !== undefined) return;
      const versions = await listRemotely(connection, refPath({ project: ref.project, asset: ref.asset }), {
        signal,
      });
      if (!versions?.includes(`${ref.version}/`)) {
        throw lostUpload(ref, lost, 'Nothing of it was published: run it again.');
      }
      seen = 'it is there, but unfinished';
    } catch (error) {
      // The service may be restarting: go on looking until the time is up.
      if (!(error instanceof GobblerError) || error.code !== 'service-unreachable') throw error;
    }
  } while (Date.now() < giveUpAt);
  const advice =
    'If it stays unfinished, an administrator has to delete it (with force) before it can be uploaded again.';
  throw lostUpload(ref, lost, `Whether it was published is unknown: ${seen}. ${advice}`);
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

/** How long a network filesystem may take to show a version that the service has published. */
const VISIBLE_PATIENCE_MS = 10_000;
const VISIBLE_PAUSE_MS = 200;

/** Waits for a version to show up in the registry on this machine. False if it does not. */
export async function becomesVisible(versionPath: string, signal?: AbortSignal): Promise<boolean> {
  const giveUpAt = Date.now() + VISIBLE_PATIENCE_MS;
  for (;;) {
    try {
      await fs.access(path.join(versionPath, SUMMARY));
      return true;
    } catch {
      if (Date.now() > giveUpAt) return false; // whatever the reason, later steps could not read it either
    }
    await pause(VISIBLE_PAUSE_MS, signal);
  }
}
