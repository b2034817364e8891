import { realpathSync, renameSync, rmSync } from 'node:fs';
import type { Encodable, ManifestEntry, VersionRef } from '../../protocol/index.ts';
import { aboutFile, malformed, replaceLink, TimeSlices, temporaryBeside } from '../files/index.ts';
import { flag, list, record, text } from '../json/index.ts';
import { type Handler, type RequestFile, requireAdmin, requireNamed } from '../requests/index.ts';
import {
  copyLarge,
  linksByDirectory,
  linkTextFor,
  Manifests,
  type Registry,
  writeLinkFiles,
} from '../storage/index.ts';
import { withLocks } from './lineage.ts';
import { type Change, rerouted, targetPath, versionPath } from './reroute-plan.ts';
import { changeUsage } from './usage.ts';

const taskReader = record({ project: text, asset: text, version: text });
const rerouteReader = record({ toDelete: list(taskReader, () => ({})), dryRun: flag });

type Task = { readonly project: string; readonly asset?: string; readonly version?: string };

/** The changes to one version. */
interface Proposal {
  readonly version: VersionRef;
  readonly manifest: ReadonlyMap<string, ManifestEntry>;
  readonly changes: readonly Change[];
}

/** Makes the rest of a registry independent of what is about to be deleted. Protocol §11.11, §14. */
export const rerouteLinks: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'reroute links');
  const input = request.read(rerouteReader);
  if (input.toDelete === undefined) throw malformed(`expected a 'to_delete' property in "${request.path}"`);
  const tasks = input.toDelete.map((task) => requireTask(task, request));
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.lockRegistry();
    const pace = new TimeSlices(signal);
    const doomed = tasks.flatMap((task) => versionsOf(registry, task));
    const proposals = await proposalsFor(registry, doomed, pace);
    if (input.dryRun !== true) {
      for (const proposal of proposals) {
        await carryOut(registry, proposal, pace);
        // At once: a repeat after a failure would not propose this version again.
        raiseUsage(registry, proposal);
      }
    }
    return { changes: proposals.flatMap(reportOf) };
  });
};

function requireTask(task: NonNullable<ReturnType<typeof taskReader>>, request: RequestFile): Task {
  const project = requireNamed('project', task, request);
  if (task.asset === undefined) {
    if (task.version !== undefined) throw malformed("a 'version' in 'to_delete' needs an 'asset'");
    return { project };
  }
  const asset = requireNamed('asset', task, request);
  return task.version === undefined
    ? { project, asset }
    : { project, asset, version: requireNamed('version', task, request) };
}

/** All versions that a task is about. Throws (500) if there is no such project or asset. */
function versionsOf(registry: Registry, { project, asset, version }: Task): VersionRef[] {
  const assets = asset === undefined ? registry.children(registry.projectDirectory({ project })) : [asset];
  return assets.flatMap((name) => {
    const ref = { project, asset: name };
    const versions = version === undefined ? registry.children(registry.assetDirectory(ref)) : [version];
    return versions.map((each) => ({ ...ref, version: each }));
  });
}

/** Returns the changes to all versions but the doomed ones. All changes are known before any is written. */
async function proposalsFor(
  registry: Registry,
  doomed: readonly VersionRef[],
  pace: TimeSlices,
): Promise<Proposal[]> {
  const manifests = new Manifests(registry);
  const lost = new Set<string>();
  for (const version of doomed) {
    await pace.yieldIfDue();
    for (const key of manifests.of(version).keys()) lost.add(targetPath({ ...version, path: key }));
  }
  if (lost.size === 0) return [];
  const condemned = new Set(doomed.map(versionPath));
  const proposals: Proposal[] = [];
  for (const version of registry.allVersions()) {
    await pace.yieldIfDue();
    if (condemned.has(versionPath(version))) continue;
    const manifest = manifests.of(version);
    const changes: Change[] = [];
    for (const [key, entry] of manifest) {
      await pace.yieldIfDue();
      const change = entry.link && rerouted(entry, entry.link, lost, manifests);
      if (change !== undefined) changes.push({ key, ...change });
    }
    if (changes.length > 0) proposals.push({ version, manifest, changes });
  }
  return proposals;
}

async function carryOut(
  registry: Registry,
  { version, manifest, changes }: Proposal,
  pace: TimeSlices,
): Promise<void> {
  await pace.yieldIfDue();
  const directory = registry.versionDirectory(version);
  for (const { key, entry } of changes) {
    const place = `${directory}/${key}`;
    if (entry.link === undefined) await replaceByCopy(key, place);
    else replaceLink(place, linkTextFor(registry, version, key, entry.link));
  }
  const changed = new Map(manifest);
  for (const { key, entry } of changes) changed.set(key, entry);
  // The manifest last: if anything fails, a repeat proposes this version again.
  writeLinkFiles(registry, version, changed, linksByDirectory(manifest).keys());
  registry.writeManifest(version, changed);
}

/** Puts the file that a link leads to in the place of the link. */
async function replaceByCopy(key: string, place: string): Promise<void> {
  const temporary = temporaryBeside(place);
  try {
    await copyLarge(realpathSync(place), temporary, TimeSlices.unstoppable());
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw aboutFile(key, error);
  }
}

/** Adds the files that replace links to the usage. */
function raiseUsage(registry: Registry, { version: { project }, changes }: Proposal): void {
  const bytes = changes.reduce((sum, change) => sum + copiedBytes(change), 0);
  if (bytes > 0) changeUsage(registry, { project }, bytes);
}

const copiedBytes = ({ entry }: Change): number => (entry.link === undefined ? entry.size : 0);

function reportOf({ version, changes }: Proposal): Encodable[] {
  return changes.map((change) => ({
    copy: change.entry.link === undefined,
    path: targetPath({ ...version, path: change.key }),
    source: targetPath(change.lost),
    usage: copiedBytes(change),
  }));
}
