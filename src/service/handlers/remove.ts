import { removeTree, TimeSlices } from '../files/index.ts';
import { flag, record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireAsset, requireNamed, requireVersion } from '../requests/index.ts';
import { writeLogEntry } from '../storage/index.ts';
import { unlessForced } from './forced.ts';
import { settleLatest } from './latest.ts';
import { withLocks } from './lineage.ts';
import { bytesOf, bytesOfAsset, lowerUsage } from './usage.ts';

const removeReader = record({ project: text, asset: text, version: text, force: flag });
const removeProjectReader = record({ project: text });
const removeAssetReader = record({ project: text, asset: text, force: flag });

/** Removes a project. Succeeds if it does not exist. Protocol §11.10. */
export const deleteProject: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete a project');
  const project = requireNamed('project', request.read(removeProjectReader), request);
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.lockRegistry();
    if (!registry.hasProject({ project })) return {};
    await removeTree(registry.projectDirectory({ project }), TimeSlices.unstoppable(), gobbler);
    writeLogEntry(registry, 'delete-project', { project });
    return {};
  });
};

/** Removes an asset with all its versions. With `force`, also if its usage is unknown. Protocol §11.10. */
export const deleteAsset: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete an asset');
  const input = request.read(removeAssetReader);
  const asset = requireAsset(input, request);
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    if (!(await locks.lockProject(asset, 'exclusive')) || !registry.hasAsset(asset)) return {};
    const bytes = await unlessForced(input.force, () =>
      bytesOfAsset(registry, asset, new TimeSlices(signal)),
    );
    await removeTree(registry.assetDirectory(asset), TimeSlices.unstoppable(), gobbler);
    await lowerUsage(locks, registry, asset, bytes);
    writeLogEntry(registry, 'delete-asset', { ...asset });
    return {};
  });
};

/** Removes a version. With `force`, also if its usage or its summary cannot be read. Protocol §11.10. */
export const deleteVersion: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'delete a version');
  const input = request.read(removeReader);
  const version = requireVersion(input, request);
  const { force } = input;
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    if (!(await locks.lockProject(version, 'shared'))) return {};
    if (!(await locks.lockAsset(version)) || !registry.hasVersion(version)) return {};
    const bytes = await unlessForced(force, () => bytesOf(registry.manifest(version)));
    const summary = await unlessForced(force, () => registry.summary(version));
    await removeTree(registry.versionDirectory(version), TimeSlices.unstoppable(), gobbler);
    await lowerUsage(locks, registry, version, bytes);
    if (summary === undefined || summary.onProbation) return {};
    // One that cannot be read names nothing; it is about to be written anew.
    const latest = await unlessForced(true, () => registry.latest(version));
    writeLogEntry(registry, 'delete-version', { ...version, latest: latest === version.version });
    await unlessForced(force, () => settleLatest(registry, version, TimeSlices.unstoppable()));
    return {};
  });
};
