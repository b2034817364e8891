import { lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { refreshDirectory } from '../../fs/index.ts';
import {
  type AssetRef,
  formatTimestamp,
  type Permissions,
  type UploadRight,
  uploadRight,
  type VersionRef,
} from '../../protocol/index.ts';
import {
  forbidden,
  malformed,
  OpenTree,
  removeTree,
  systemErrorName,
  systemReason,
  TimeSlices,
} from '../files/index.ts';
import { flag, record, text } from '../json/index.ts';
import {
  type Gobbler,
  type Handler,
  ownerActingFor,
  requesterOf,
  requireVersion,
} from '../requests/index.ts';
import { effectivePermissions, transfer, writeLogEntry } from '../storage/index.ts';
import { type Lineage, withLocks } from './lineage.ts';
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
  const staged = openSource(gobbler, input);
  try {
    await requireOwner(gobbler, staged, input, user);
    const version = requireVersion(input, request);
    const { registry } = gobbler;
    return await withLocks(gobbler, signal, async (locks) => {
      await locks.enterProject(version, 'shared');
      const { trusted, isNew } = await enterOrMakeAsset(gobbler, locks, version, user);
      const directory = registry.versionDirectory(version);
      if (registry.hasVersion(version)) {
        throw malformed(`version "${version.version}" already exists in "${path.dirname(directory)}"`);
      }
      const onProbation = !trusted || input.onProbation === true;
      mkdirSync(directory, 0o755);
      const work = undoneOnFailure(gobbler, directory, async (undo) => {
        const { ignoreDot = false, consume = false } = input;
        const options = { ...staged, version, ignoreDot, consume };
        const manifest = await transfer(gobbler, options, new TimeSlices(signal));
        await requireStillStaged(gobbler, staged);
        const uploadFinish = formatTimestamp(new Date());
        registry.writeSummary(version, { uploadUserId: user, uploadStart, uploadFinish, onProbation });
        await locks.lockUsage(version);
        undo.push(changeUsage(registry, version, bytesOf(manifest)));
        if (onProbation) return;
        undo.push(becomeLatest(gobbler, version));
        writeLogEntry(registry, 'add-version', { ...version, latest: true });
      });
      await work.catch((error: unknown) => {
        // The client has gone, so no answer can mention the asset.
        if (isNew && signal.aborted) leaveNoAsset(gobbler, locks, version);
        throw error;
      });
      return {};
    });
  } finally {
    staged.tree.close();
  }
};

/** A staged directory: its name, and what had this name when the request came. */
interface Staged {
  readonly source: string;
  readonly tree: OpenTree;
}

/**
 * Opens the staged directory; the caller closes it. From here on its name is not used any more: others can give that to
 * something else. Throws 400 if there is no directory of that name.
 */
function openSource({ staging }: Gobbler, { source }: UploadInput): Staged {
  if (source === undefined) throw malformed("expected a 'source' property");
  if (source === '' || source.includes('/')) throw malformed("expected 'source' to be a name, not a path");
  try {
    return { source, tree: OpenTree.open(`${staging}/${source}`) };
  } catch (error) {
    if (['ENOTDIR', 'ELOOP'].includes(systemErrorName(error) ?? '')) {
      throw malformed(`expected "${source}" to be a directory`, error);
    }
    throw malformed(`failed to stat "${source}" in the staging directory; ${systemReason(error)}`, error);
  }
}

/**
 * Throws 400 if another directory, or none, has the name by now. Clients that give up rename what they have staged before they
 * remove it, so that a part of it is never published as the whole.
 */
async function requireStillStaged({ staging }: Gobbler, { source, tree }: Staged): Promise<void> {
  await refreshDirectory(staging);
  const now = lstatSync(path.join(staging, source), { throwIfNoEntry: false });
  if (now?.dev !== tree.stat.dev || now.ino !== tree.stat.ino)
    throw malformed(`"${source}" was taken away from the staging directory while it was read`);
}

/** Throws 403 if the staged directory is not the requester's. */
async function requireOwner(
  gobbler: Gobbler,
  { source, tree }: Staged,
  { spoof }: UploadInput,
  user: string,
): Promise<void> {
  const owner = await ownerActingFor(gobbler, tree.stat.uid, spoof);
  if (owner !== user) {
    throw forbidden(
      `requesting user must be the same as the owner of the 'source' directory (${user} vs ${owner})`,
    );
  }
  // The staging directory itself, or the one above: nobody means that.
  if (source === '.' || source === '..') throw malformed("expected 'source' to be a name, not a path");
}

/** Removes the asset that a cancelled upload has made, if that is possible. */
function leaveNoAsset({ registry, log }: Gobbler, locks: Lineage, { project, asset }: VersionRef): void {
  const failure = attempt(() => locks.removeEmptyAsset({ project, asset }));
  if (failure !== undefined)
    log(`"${registry.assetDirectory({ project, asset })}" stays: ${systemReason(failure)}`);
}

/**
 * Locks the asset, and makes it where it may be made. Returns whether the user is trusted, and whether the asset is new.
 * Protocol §10.
 */
async function enterOrMakeAsset(
  gobbler: Gobbler,
  locks: Lineage,
  version: VersionRef,
  user: string,
): Promise<{ readonly trusted: boolean; readonly isNew: boolean }> {
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
  await locks.lockOrMakeAsset(asset, () => {
    right = decide(undefined);
    require(right);
    mkdirSync(registry.assetDirectory(asset), 0o755);
    if (!right.allowed || !right.becomesAssetOwner) return;
    try {
      registry.writeAssetPermissions(asset, { owners: [user], uploaders: null });
    } catch (error) {
      // Without an owner nobody could upload to it.
      rmdirSync(registry.assetDirectory(asset));
      throw error;
    }
  });
  const trusted = require(right ?? decide(effectivePermissions(registry.assetPermissions(asset))));
  return { trusted, isNew: right !== undefined };
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
    // Where the disk is full, records can be written once the version is gone.
    const undone = undo.reverse().filter((step) => attempt(step) !== undefined);
    try {
      await removeTree(directory, TimeSlices.unstoppable(), gobbler);
    } catch (failure) {
      gobbler.log(
        `"${directory}" is unfinished and could not be removed: ${systemReason(failure)}. Delete the version with "force"`,
      );
    }
    for (const step of undone) {
      const failure = attempt(step);
      if (failure !== undefined)
        gobbler.log(`"${path.dirname(directory)}" was not put back as it was: ${systemReason(failure)}`);
    }
    throw error;
  }
}

/** Returns the error that a step throws. */
function attempt(step: () => void): unknown {
  try {
    step();
    return undefined;
  } catch (error) {
    return error;
  }
}
