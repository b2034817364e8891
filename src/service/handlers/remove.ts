import type { AssetRef, Summary, VersionRef } from '../../protocol/index.ts';
import { removeTree, TimeSlices } from '../files/index.ts';
import { flag, record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireAsset, requireNamed, requireVersion } from '../requests/index.ts';
import { type Registry, writeLogEntry } from '../storage/index.ts';
import { settleLatest } from './latest.ts';
import { lockAsset, lockProject, lockRegistry, lockUsage } from './lineage.ts';
import { bytesOfAsset, bytesOfVersion, changeUsage } from './usage.ts';

const removeReader = record({ project: text, asset: text, version: text, force: flag });
const removeProjectReader = record({ project: text });
const removeAssetReader = record({ project: text, asset: text, force: flag });

/** Removes a project. Succeeds if it does not exist. Protocol §11.10. */
export const deleteProject: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete a project');
  const project = requireNamed('project', request.read(removeProjectReader), request);
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    await lockRegistry(locks, registry);
    if (!registry.hasProject({ project })) return {};
    await removeTree(registry.projectDirectory({ project }), TimeSlices.unstoppable(), gobbler);
    writeLogEntry(registry, 'delete-project', { project });
    return {};
  });
};

/** Removes an asset with all its versions. With `force`, also if its usage cannot be told. Protocol §11.10. */
export const deleteAsset: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete an asset');
  const input = request.read(removeAssetReader);
  const asset = requireAsset(input, request);
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    if (!(await lockProject(locks, registry, asset, 'exclusive')) || !registry.hasAsset(asset)) return {};
    const bytes = await bytesOfAsset(registry, asset, new TimeSlices(signal)).catch((error: unknown) => {
      if (input.force === true) return undefined;
      throw error;
    });
    await removeTree(registry.assetDirectory(asset), TimeSlices.unstoppable(), gobbler);
    if (bytes !== undefined) {
      await lockUsage(locks, registry, asset);
      changeUsage(registry, asset, -bytes);
    }
    writeLogEntry(registry, 'delete-asset', { ...asset });
    return {};
  });
};

/** Removes a version. With `force`, also if its usage or its summary cannot be told. Protocol §11.10. */
export const deleteVersion: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete a version');
  const input = request.read(removeReader);
  const version = requireVersion(input, request);
  const force = input.force === true;
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    if (!(await lockProject(locks, registry, version, 'shared'))) return {};
    if (!(await lockAsset(locks, registry, version)) || !registry.hasVersion(version)) return {};
    const bytes = bytesOfVersion(registry, version, { force });
    const summary = summaryOf(registry, version, force);
    await removeTree(registry.versionDirectory(version), TimeSlices.unstoppable(), gobbler);
    if (bytes !== undefined) {
      await lockUsage(locks, registry, version);
      changeUsage(registry, version, -bytes);
    }
    if (summary === undefined || summary.onProbation) return {};
    const latest = latestOf(registry, version) === version.version;
    writeLogEntry(registry, 'delete-version', { ...version, latest });
    await settleLatest(registry, version, TimeSlices.unstoppable()).catch((error: unknown) => {
      if (!force) throw error;
    });
    return {};
  });
};

function summaryOf(registry: Registry, version: VersionRef, force: boolean): Summary | undefined {
  try {
    return registry.summary(version);
  } catch (error) {
    if (force) return undefined;
    throw error;
  }
}

/** A `..latest` that cannot be read names nothing; it is about to be written anew. */
function latestOf(registry: Registry, asset: AssetRef): string | undefined {
  try {
    return registry.latest(asset);
  } catch {
    return undefined;
  }
}
