import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../protocol/errors.ts';
import type { AssetRef, VersionRef } from '../protocol/names.ts';
import { type Permissions, type UploadRight, uploadRight } from '../protocol/permissions.ts';
import { formatTimestamp } from '../protocol/times.ts';
import { flag, record, text } from './decode.ts';
import { removeTree } from './disk.ts';
import { enterProject } from './existing.ts';
import { forbidden, malformed } from './failure.ts';
import type { Gobbler, Handler } from './gobbler.ts';
import { lockOrMakeAsset, lockUsage } from './lineage.ts';
import type { LockSession } from './locks.ts';
import { writeLogEntry } from './log-entries.ts';
import { Pace } from './pace.ts';
import { effectivePermissions } from './records.ts';
import { requireVersion } from './request-names.ts';
import { ownerActingFor, requesterOf } from './requester.ts';
import { transfer } from './transfer.ts';
import { bytesOf, changeUsage } from './usage.ts';

const uploadReader = record({
  source: text,
  project: text,
  asset: text,
  version: text,
  onProbation: flag,
  ignoreDot: flag,
  consume: flag,
  spoof: text,
});

type UploadInput = NonNullable<ReturnType<typeof uploadReader>>;

/** Publishes a staged directory as a version. Protocol §11.2. */
export const upload: Handler = async (gobbler, request, signal) => {
  const uploadStart = formatTimestamp(new Date());
  const input = request.read(uploadReader);
  const user = await requesterOf(gobbler, request, input.spoof);
  const source = await requireSource(gobbler, input, user);
  const version = requireVersion(input, request);
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    await enterProject(locks, registry, version, 'shared');
    const trusted = await enterOrMakeAsset(gobbler, locks, version, user);
    const directory = registry.versionDirectory(version);
    if (registry.hasVersion(version)) {
      throw malformed(`version "${version.version}" already exists in "${path.dirname(directory)}"`);
    }
    const onProbation = !trusted || input.onProbation === true;
    mkdirSync(directory, 0o755);
    await undoneOnFailure(gobbler, directory, async (undo) => {
      const { ignoreDot = false, consume = false } = input;
      const manifest = await transfer(gobbler, { source, version, ignoreDot, consume }, new Pace(signal));
      const uploadFinish = formatTimestamp(new Date());
      registry.writeSummary(version, { uploadUserId: user, uploadStart, uploadFinish, onProbation });
      await lockUsage(locks, registry, version);
      undo.push(changeUsage(registry, version, bytesOf(manifest)));
      if (onProbation) return;
      undo.push(becomeLatest(gobbler, version));
      writeLogEntry(registry, 'add-version', { ...version, latest: true });
    });
    return {};
  });
};

/** The staged directory. Throws 400 if there is none of that name, 403 if it is somebody else's. */
async function requireSource(gobbler: Gobbler, input: UploadInput, user: string): Promise<string> {
  const { source, spoof } = input;
  if (source === undefined) throw malformed("expected a 'source' property");
  if (source === '' || source.includes('/')) throw malformed("expected 'source' to be a name, not a path");
  const directory = `${gobbler.staging}/${source}`;
  let stat: Stats;
  try {
    stat = lstatSync(directory);
  } catch (error) {
    throw malformed(`failed to stat "${source}" in the staging directory; ${messageOf(error)}`, error);
  }
  if (!stat.isDirectory()) throw malformed(`expected "${source}" to be a directory`);
  const owner = await ownerActingFor(gobbler, stat.uid, spoof);
  if (owner !== user) {
    throw forbidden(
      `requesting user must be the same as the owner of the 'source' directory (${user} vs ${owner})`,
    );
  }
  // The staging directory itself, or the one above: nobody means that.
  if (source === '.' || source === '..') throw malformed("expected 'source' to be a name, not a path");
  return directory;
}

/** Locks the asset, and makes it where it may be made. Tells whether the user is trusted. Protocol §10. */
async function enterOrMakeAsset(
  gobbler: Gobbler,
  locks: LockSession,
  version: VersionRef,
  user: string,
): Promise<boolean> {
  const { registry } = gobbler;
  const asset: AssetRef = { project: version.project, asset: version.asset };
  let right: UploadRight | undefined;
  const decide = (existingAsset: Permissions | undefined): UploadRight => {
    const project = effectivePermissions(registry.projectPermissions(version));
    return uploadRight({ ...version, user, project, existingAsset, now: Date.now() });
  };
  const require = (granted: UploadRight): boolean => {
    if (gobbler.admins.has(user)) return true;
    if (!granted.allowed)
      throw forbidden(`user '${user}' is not authorized to upload to '${version.project}'`);
    return granted.trusted;
  };
  await lockOrMakeAsset(locks, registry, asset, () => {
    right = decide(undefined);
    require(right);
    mkdirSync(registry.assetDirectory(asset), 0o755);
    if (right.allowed && right.becomesAssetOwner) {
      registry.writeAssetPermissions(asset, { owners: [user], uploaders: null });
    }
  });
  return require(right ?? decide(effectivePermissions(registry.assetPermissions(asset))));
}

function becomeLatest({ registry }: Gobbler, version: VersionRef): () => void {
  const before = registry.latest(version);
  registry.writeLatest(version, version.version);
  return () => registry.writeLatest(version, before);
}

/**
 * Carries out work that fills a version directory. If it fails, the steps that it has noted are undone, the last one
 * first, and the directory is removed, while the locks are still held. Protocol §12.7.
 */
async function undoneOnFailure(
  gobbler: Gobbler,
  directory: string,
  work: (undo: (() => void)[]) => Promise<void>,
): Promise<void> {
  const undo: (() => void)[] = [];
  try {
    await work(undo);
  } catch (error) {
    try {
      for (const step of undo.reverse()) step();
      await removeTree(directory, Pace.unstoppable());
    } catch (failure) {
      gobbler.log(`failed to clean up "${directory}": ${String(failure)}`);
    }
    throw error;
  }
}
