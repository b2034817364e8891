import { promises as fs, lstatSync } from 'node:fs';
import path from 'node:path';
import { AdaptiveIo, allFinished, forEachConcurrently, makeDirectory, replaceFile } from '../../fs/index.ts';
import {
  encodeLinks,
  encodeSummary,
  LINKS,
  type Link,
  MANIFEST,
  type Manifest,
  manifestPieces,
  SUMMARY,
  type Summary,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import {
  directoriesOf,
  directoriesWith,
  escapingPath,
  fetchManifest,
  fetchSummary,
  isPlainPath,
  listRecursively,
  manifestDigest,
} from '../registry/index.ts';
import { CACHED_MODE, type Cache } from './cache.ts';
import { CachedFiles } from './cached-files.ts';
import { download, newPartial, writing } from './download.ts';
import { downloadEach } from './download-each.ts';
import type { FetchDirectoryOptions, FetchOptions } from './options.ts';
import { tidyCache } from './tidy-cache.ts';
import { VerifiedFiles } from './verified-files.ts';

/** Measured: more files in flight do not make a local service faster, and fewer leave it idle. */
export const DEFAULT_CONCURRENCY = 32;

/** A version as the service has it now, and its place in the cache. */
export interface OpenVersion {
  readonly ref: VersionRef;
  readonly summary: Summary;
  readonly manifest: Manifest;
  readonly content: string;
  /** The cached checksums of the files there. */
  readonly verified: VerifiedFiles;
}

/** Asks the service what the version holds now: one on probation may have been replaced since it was cached. */
export async function openVersion(
  connection: Connection,
  cache: Cache,
  ref: VersionRef,
  options: FetchOptions,
): Promise<OpenVersion> {
  const fresh = { forceRemote: true, signal: options.signal };
  const [summary, manifest] = await allFinished([
    fetchSummary(connection, ref, fresh),
    fetchManifest(connection, ref, fresh),
  ]);
  const digest = manifestDigest(manifest);
  const record = cache.verified(ref, digest);
  const verified = await writing(record, () => VerifiedFiles.open(record, manifest));
  return { ref, summary, manifest, content: cache.content(ref, digest), verified };
}

/** The records of a version as files: what the service keeps in its directory; a text in pieces, if it may be long. */
function recordsOf({ manifest, summary }: OpenVersion): Map<string, string | Iterable<string>> {
  const links = new Map<string, Map<string, Link>>();
  for (const [key, { link }] of manifest) {
    if (link === undefined) continue;
    const directory = path.posix.dirname(key);
    const ofDirectory = links.get(directory) ?? new Map<string, Link>();
    links.set(directory, ofDirectory.set(path.posix.basename(key), link));
  }
  const records = new Map<string, string | Iterable<string>>([[MANIFEST, manifestPieces(manifest)]]);
  for (const [directory, found] of links) records.set(path.posix.join(directory, LINKS), encodeLinks(found));
  return records.set(SUMMARY, encodeSummary(summary));
}

/**
 * Checks some files of a version in the cache, and updates the cache's records. Removes anything that does not belong
 * there. Code `destination-unavailable`.
 */
export async function openContent(
  cache: Cache,
  version: OpenVersion,
  keys: readonly string[],
  { pace, rehash = false, signal }: Pick<FetchOptions, 'rehash' | 'signal'> & { pace: AdaptiveIo },
): Promise<CachedFiles> {
  const { manifest, content, verified } = version;
  const isAll = keys.length === manifest.size;
  const directories = directoriesWith(manifest, isAll ? keys : [...manifest.keys()]);
  const look = isAll ? directories : directoriesWith(manifest, [...linksIn(manifest), ...keys]);
  const records = recordsOf(version);
  const isFile = (item: string): boolean => manifest.has(item) || records.has(item);
  const present = await writing(content, () => tidyCache({ root: content, isFile, directories, look }));
  for (const [name, text] of records) await writeRecord(path.join(content, name), text, cache);
  return new CachedFiles({ content, manifest, present, verified, pace, rehash, signal });
}

/** The keys of a manifest that are links, one by one: it may have a million entries. */
function* linksIn(manifest: Manifest): Generator<string> {
  for (const [key, { link }] of manifest) if (link !== undefined) yield key;
}

/**
 * Brings files and empty directories of a version into the cache, by their keys in the manifest, and its records. Files
 * that are there are kept if their content is right; see {@link CachedFiles}. Codes as `download`, and `not-found`.
 */
export async function fetchContent(
  connection: Connection,
  cache: Cache,
  version: OpenVersion,
  keys: readonly string[],
  options: FetchDirectoryOptions,
): Promise<CachedFiles> {
  const { manifest, content, verified } = version;
  const { overwrite = false, concurrency = DEFAULT_CONCURRENCY, onProgress, signal } = options;
  const totalBytes = keys.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
  const done = { files: 0, bytes: 0 };
  const pace = new AdaptiveIo();
  const cached = await openContent(cache, version, keys, { ...options, pace });
  await makeDirectories(content, directoriesWith(manifest, keys), concurrency);
  const advance = (key: string): void => {
    done.files++;
    done.bytes += manifest.get(key)?.size ?? 0;
    onProgress?.({ ...done, totalFiles: keys.length, totalBytes });
  };
  const missing: string[] = [];
  const look = async (key: string): Promise<void> => {
    const isDirectory = manifest.get(key)?.md5sum === '';
    const isThere =
      isDirectory || (!overwrite && (await writing(path.join(content, key), () => cached.holds(key))));
    if (isThere) advance(key);
    else missing.push(key);
  };
  try {
    await forEachConcurrently(keys, concurrency, look, signal);
    await downloadEach(
      connection,
      version,
      missing,
      async (key, bring) => {
        const target = path.join(content, key);
        await bring({ target, partial: newPartial(cache.downloads) });
        const lookAgain = { now: () => lstatSync(target), later: () => fs.lstat(target) };
        verified.noteNew(key, await writing(target, () => pace.once(lookAgain)));
        advance(key);
      },
      { concurrency, mode: CACHED_MODE, isNew: false, signal },
    );
  } finally {
    // After an interruption, the next attempt need not hash the files that have arrived.
    await writing(content, () => verified.save(newPartial(cache.downloads)));
  }
  return cached;
}

/** Fetches a directory above or beside the versions, as the service lists it; every file is fetched anew. */
export async function fetchRecords(
  connection: Connection,
  cache: Cache,
  registryPath: string,
  { concurrency = DEFAULT_CONCURRENCY, signal }: FetchDirectoryOptions,
): Promise<string> {
  const listed = await listRecursively(connection, registryPath, { forceRemote: true, signal });
  for (const file of listed)
    if (!isPlainPath(file.replace(/\/$/, ''))) throw escapingPath(registryPath, file);
  const root = cache.record(registryPath);
  // A listing has empty directories with a slash at the end.
  const files = new Set(listed.filter((item) => !item.endsWith('/')));
  const empty = listed.filter((item) => item.endsWith('/')).map((item) => item.slice(0, -1));
  const named = new Set([...directoriesOf(listed), ...empty]);
  const isFile = (file: string): boolean => files.has(file);
  await writing(root, () => tidyCache({ root, isFile, directories: named, look: named }));
  await makeDirectories(root, ['', ...named], concurrency);
  await writing(cache.downloads, () => makeDirectory(cache.downloads));
  const bring = async (file: string): Promise<void> => {
    const [target, partial] = [path.join(root, file), newPartial(cache.downloads)];
    const work = { registryPath: `${registryPath}/${file}`, target, partial, mode: CACHED_MODE, signal };
    const isThere = await download(connection, work);
    // It may have gone since it was listed, and be there from an earlier time.
    if (!isThere) await writing(target, () => fs.rm(target, { force: true }));
  };
  await forEachConcurrently(files, concurrency, bring, signal);
  return root;
}

/** Makes directories that are missing, before there are files: ext4 takes six times as long if they alternate. */
async function makeDirectories(root: string, directories: Iterable<string>, limit: number): Promise<void> {
  await forEachConcurrently(directories, limit, async (directory) => {
    const place = path.join(root, directory);
    await writing(place, () => makeDirectory(place));
  });
}

async function writeRecord(
  file: string,
  text: string | Iterable<string>,
  { downloads }: Cache,
): Promise<void> {
  await writing(file, async () => {
    await makeDirectory(downloads);
    await makeDirectory(path.dirname(file));
    await replaceFile(file, text, { partial: newPartial(downloads), mode: CACHED_MODE });
  });
}
