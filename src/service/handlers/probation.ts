import { mayMaintainProject, type Summary, type VersionRef } from '../../protocol/index.ts';
import { failed, forbidden, removeTree, systemReason, TimeSlices } from '../files/index.ts';
import { flag, record, text } from '../json/index.ts';
import {
  type Gobbler,
  type Handler,
  type RequestFile,
  requesterOf,
  requireVersion,
} from '../requests/index.ts';
import { effectivePermissions, unlessDamaged, writeLogEntry } from '../storage/index.ts';
import { unlessForced } from './forced.ts';
import { finishTime, latestAfterApproval } from './latest.ts';
import { type Lineage, withLocks } from './lineage.ts';
import { bytesOf, lowerUsage } from './usage.ts';

const probationReader = record({ project: text, asset: text, version: text, spoof: text, force: flag });

/** Makes a probational version an ordinary one. Protocol §11.4. */
export const approveProbation: Handler = async (gobbler, request, signal) => {
  const { registry } = gobbler;
  const decision = await readDecision(gobbler, request);
  const { version } = decision;
  return withLocks(gobbler, signal, async (locks) => {
    const summary = await enterProbational(gobbler, locks, decision);
    // First of all, for it may fail; the flag must still be there then, to try again.
    const finished = finishTime(version, summary.uploadFinish);
    const latest = await latestAfterApproval(registry, version, finished, new TimeSlices(signal));
    const latestSoFar = unlessDamaged(() => registry.latest(version));
    const undo: (() => void)[] = [];
    try {
      registry.writeSummary(version, { ...summary, onProbation: false });
      undo.push(() => registry.writeSummary(version, summary));
      if (latest !== latestSoFar) {
        registry.writeLatest(version, latest);
        undo.push(() => registry.writeLatest(version, latestSoFar));
      }
      writeLogEntry(registry, 'add-version', { ...version, latest: latest === version.version });
    } catch (error) {
      // As on a full disk: half an approval could not be repeated.
      for (const step of undo.reverse()) {
        try {
          step();
        } catch (failure) {
          const place = registry.versionDirectory(version);
          gobbler.log(`"${place}" was not put back on probation: ${systemReason(failure)}`);
        }
      }
      throw error;
    }
    return {};
  });
};

/** Removes a probational version. Protocol §11.5. */
export const rejectProbation: Handler = async (gobbler, request, signal) => {
  const decision = await readDecision(gobbler, request);
  return withLocks(gobbler, signal, async (locks) => {
    await enterProbational(gobbler, locks, decision);
    await discardProbational(gobbler, locks, decision.version, { force: decision.force });
    return {};
  });
};

/**
 * Removes a probational version whose asset is locked, and lowers the usage of its project. Throws (500) if its usage
 * is unknown; with `force` it goes all the same, and usage stays.
 */
export async function discardProbational(
  { registry, log }: Gobbler,
  locks: Lineage,
  version: VersionRef,
  { force }: { force: boolean },
): Promise<void> {
  const bytes = await unlessForced(force, () => bytesOf(registry.manifest(version)));
  await removeTree(registry.versionDirectory(version), TimeSlices.unstoppable(), { log });
  await lowerUsage(locks, registry, version, bytes);
}

interface Decision {
  readonly version: VersionRef;
  readonly user: string;
  readonly force: boolean;
}

async function readDecision(gobbler: Gobbler, request: RequestFile): Promise<Decision> {
  const input = request.read(probationReader);
  const version = requireVersion(input, request);
  const user = await requesterOf(gobbler, request, input.spoof);
  return { version, user, force: input.force === true };
}

/** Locks the version and gives its summary, if the user may decide about it, and there is something to decide. */
async function enterProbational(
  { registry, admins }: Gobbler,
  locks: Lineage,
  { version: ref, user }: Decision,
): Promise<Summary> {
  await locks.enterProject(ref, 'shared');
  if (
    !admins.has(user) &&
    !mayMaintainProject(user, effectivePermissions(registry.projectPermissions(ref)))
  ) {
    throw forbidden(`user "${user}" is not authorized to modify probation status in "${ref.project}"`);
  }
  await locks.enterVersion(ref);
  const summary = registry.summary(ref);
  if (!summary.onProbation) {
    throw failed(`version directory at "${registry.versionDirectory(ref)}" is not on probation`);
  }
  return summary;
}
