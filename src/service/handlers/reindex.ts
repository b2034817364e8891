import type { ManifestEntry, VersionRef } from '../../protocol/index.ts';
import { joinDisk, replaceLink, TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Gobbler, type Handler, requireAdmin, requireVersion } from '../requests/index.ts';
import { linkTextFor, type Survey, surveyVersion, writeLinkFiles, writeLogEntry } from '../storage/index.ts';
import { withLocks } from './lineage.ts';

const reindexReader = record({ project: text, asset: text, version: text });

/** Makes the records of a version anew from what is in its directory. Protocol §11.8. */
export const reindexVersion: Handler = async (gobbler, request, signal) => {
  const version = requireVersion(request.read(reindexReader), request);
  await requireAdmin(gobbler, request, 'reindex a version');
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.enterProject(version, 'shared');
    await locks.enterVersion(version);
    const survey = await surveyVersion(gobbler, version, new TimeSlices(signal));
    straightenLinks(gobbler, version, survey);
    registry.writeManifest(version, survey.manifest);
    writeLinkFiles(registry, version, survey.manifest, survey.linkFiles.keys());
    if (registry.summary(version).onProbation) return {};
    const latest = registry.latest(version) === version.version;
    writeLogEntry(registry, 'reindex-version', { ...version, latest });
    return {};
  });
};

/** Makes all links relative, and lead straight to the real file. Protocol §13.2. */
function straightenLinks({ registry }: Gobbler, version: VersionRef, { manifest, links }: Survey): void {
  for (const { entry, text: before } of links) {
    const { link } = manifest.get(entry.key) as ManifestEntry;
    if (link === undefined) continue;
    const after = linkTextFor(registry, version, entry.key, link);
    if (after !== before) replaceLink(joinDisk(registry.versionDirectory(version), entry.place), after);
  }
}
