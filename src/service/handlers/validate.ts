import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Link, type ManifestEntry, parseTimestamp, type VersionRef } from '../../protocol/index.ts';
import { failed, TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Gobbler, type Handler, requireAdmin, requireVersion } from '../requests/index.ts';
import { type FoundLink, linksByDirectory, surveyVersion } from '../storage/index.ts';
import { withLocks } from './lineage.ts';

const validateReader = record({ project: text, asset: text, version: text });

/** Holds a version against its records, and writes nothing. Any difference is a failure (500). Protocol §11.9. */
export const validateVersion: Handler = async (gobbler, request, signal) => {
  const version = requireVersion(request.read(validateReader), request);
  await requireAdmin(gobbler, request, 'validate a version');
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.enterProject(version, 'shared');
    await locks.enterVersion(version);
    const survey = await surveyVersion(gobbler, version, new TimeSlices(signal));
    for (const link of survey.links) requireRelative(gobbler, version, link);
    requireManifest(registry.manifest(version), survey.manifest);
    requireLinkFiles(survey.linkFiles, linksByDirectory(survey.manifest));
    requireSummary(gobbler, version);
    return {};
  });
};

/** Registries can be moved as a whole, and versions within: no link may rely on where they are. Protocol §13.3. */
function requireRelative({ registry }: Gobbler, version: VersionRef, link: FoundLink): void {
  const { entry, text: target, isLocal } = link;
  const directory = path.dirname(entry.key);
  const start = isLocal ? directory : path.join(version.project, version.asset, version.version, directory);
  const leaves = path.isAbsolute(target) || /^\.\.(?:\/|$)/.test(path.join(start, target));
  if (!leaves) return;
  const root = isLocal ? registry.versionDirectory(version) : registry.root;
  throw failed(`symlink target "${target}" of "${entry.key}" is not local to "${root}"`);
}

function requireManifest(
  recorded: ReadonlyMap<string, ManifestEntry>,
  found: ReadonlyMap<string, ManifestEntry>,
): void {
  for (const [key, entry] of recorded) {
    const actual = found.get(key);
    if (actual === undefined) throw failed(`"${key}" is in the manifest, but not in the version`);
    if (actual.size !== entry.size) throw failed(`incorrect size in the manifest for "${key}"`);
    if (actual.md5sum !== entry.md5sum) throw failed(`incorrect checksum in the manifest for "${key}"`);
    if (!isDeepStrictEqual(actual.link, entry.link))
      throw failed(`incorrect link in the manifest for "${key}"`);
  }
  for (const key of found.keys()) {
    // Existing clients look for these words.
    if (!recorded.has(key)) throw failed(`extra file "${key}" in the version, which is not in its manifest`);
  }
}

type LinkFiles = ReadonlyMap<string, ReadonlyMap<string, Link>>;

function requireLinkFiles(recorded: LinkFiles, wanted: LinkFiles): void {
  for (const [directory, links] of wanted) {
    const actual = recorded.get(directory);
    if (actual === undefined) throw failed(`there should be a '..links' file in "${directory}"`);
    for (const [name, link] of links) {
      if (!isDeepStrictEqual(actual.get(name), link)) {
        throw failed(`incorrect link for "${name}" in the '..links' file of "${directory}"`);
      }
    }
    for (const name of actual.keys()) {
      if (!links.has(name))
        throw failed(`there is no link "${name}" in "${directory}", as its '..links' file says`);
    }
  }
  for (const directory of recorded.keys()) {
    if (!wanted.has(directory)) throw failed(`there should be no '..links' file in "${directory}"`);
  }
}

function requireSummary({ registry }: Gobbler, version: VersionRef): void {
  const { uploadUserId, uploadStart, uploadFinish } = registry.summary(version);
  if (uploadUserId === '') throw failed("'upload_user_id' in the summary should not be empty");
  for (const time of [uploadStart, uploadFinish]) {
    if (parseTimestamp(time) === undefined) throw failed(`"${time}" in the summary is no RFC 3339 time`);
  }
}
