import { promises as fs, lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../protocol/errors.ts';
import { LINKS, MANIFEST, refPath, SUMMARY } from '../protocol/layout.ts';
import type { VersionRef } from '../protocol/names.ts';
import { encodeLinks, encodeManifest, encodeSummary, type Link, type Manifest } from '../protocol/records.ts';
import type { Cache } from './cache.ts';
import { allFinished, forEachConcurrently } from './concurrency.ts';
import type { Connection } from './connection.ts';
import { download, newPartial, writing } from './download.ts';
import type { FetchDirectoryOptions, FetchOptions } from './fetch.ts';
import { DiskPace } from './filesystem-work.ts';
import { listRecursively } from './listing.ts';
import { makeDirectory } from './make-directory.ts';
import { manifestDigest } from './manifest-digest.ts';
import { escapingPath, isPlainPath } from './registry-path.ts';
import { fetchManifest, fetchSummary } from './versions.ts';

/** Measured: more files in flight do not make a local service faster, and fewer leave it idle. */
const DEFAULT_CONCURRENCY = 32;

/** A version as the service has it now, and its place in the cache. */
export interface OpenVersion {
  readonly ref: VersionRef;
  readonly manifest: Manifest;
  readonly content: string;
}

/**
 * Asks the service what the version holds now: a version on probation may have been replaced since it was cached. The
 * records next to the content are brought up to date.
 */
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
  const content = cache.content(ref, digest);
  for (const [name, text] of recordsOf(manifest)) await replaceFile(path.join(content, name), text, cache);
  await replaceFile(path.join(content, SUMMARY), encodeSummary(summary), cache);
  return { ref, manifest, content };
}

/** The records of a version as files: what the service keeps in its directory. */
function recordsOf(manifest: Manifest): Map<string, string> {
  const links = new Map<string, Map<string, Link>>();
  for (const [key, { link }] of manifest) {
    if (link === undefined) continue;
    const directory = path.posix.dirname(key);
    const ofDirectory = links.get(directory) ?? new Map<string, Link>();
    links.set(directory, ofDirectory.set(path.posix.basename(key), link));
  }
  const records = [...links].map(([directory, found]): [string, string] => [
    path.posix.join(directory, LINKS),
    encodeLinks(found),
  ]);
  return new Map([[MANIFEST, encodeManifest(manifest)], ...records]);
}

/**
 * Files and empty directories of a version, by their keys in the manifest. Those that are there are kept, as far as their
 * size tells: caches are tidied by others, too.
 */
export async function fetchContent(
  connection: Connection,
  cache: Cache,
  { ref, manifest, content }: OpenVersion,
  keys: readonly string[],
  { overwrite = false, concurrency = DEFAULT_CONCURRENCY, onProgress, signal }: FetchDirectoryOptions,
): Promise<void> {
  const totalBytes = keys.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
  const done = { files: 0, bytes: 0 };
  const pace = new DiskPace();
  // Most often all of it is missing, which need not be asked for each file.
  const begun = new Set(await writing(content, () => fs.readdir(content)));
  await forEachConcurrently(
    keys,
    concurrency,
    async (key) => {
      const expected = manifest.get(key);
      const target = path.join(content, key);
      if (expected === undefined) return;
      if (expected.md5sum === '') await writing(target, () => makeDirectory(target));
      else if (overwrite || !begun.has(topOf(key)) || (await sizeOf(target, pace)) !== expected.size) {
        const registryPath = `${refPath(ref)}/${key}`;
        const found = await download(connection, {
          registryPath,
          target,
          downloads: cache.downloads,
          expected,
          pace,
          signal,
        });
        if (!found) throw vanished(registryPath);
      }
      done.files++;
      done.bytes += expected.size;
      onProgress?.({ ...done, totalFiles: keys.length, totalBytes });
    },
    signal,
  );
}

/** The first name of a path. */
const topOf = (key: string): string => key.slice(0, `${key}/`.indexOf('/'));

/** A directory above or beside the versions, as the service lists it; every file is asked for anew. */
export async function fetchRecords(
  connection: Connection,
  cache: Cache,
  registryPath: string,
  { concurrency = DEFAULT_CONCURRENCY, overwrite, signal }: FetchDirectoryOptions,
): Promise<string> {
  const listed = await listRecursively(connection, registryPath, { forceRemote: true, signal });
  const root = cache.record(registryPath);
  await writing(root, () => makeDirectory(root));
  await forEachConcurrently(
    listed,
    concurrency,
    async (file) => {
      if (!isPlainPath(file.replace(/\/$/, ''))) throw escapingPath(registryPath, file);
      if (file.endsWith('/')) {
        await writing(file, () => makeDirectory(path.join(root, file)));
        return;
      }
      // What has gone since it was listed is not missed.
      await download(connection, {
        registryPath: `${registryPath}/${file}`,
        target: path.join(root, file),
        downloads: cache.downloads,
        ifChanged: overwrite !== true,
        signal,
      });
    },
    signal,
  );
  return root;
}

function vanished(registryPath: string): GobblerError {
  return new GobblerError(
    'not-found',
    `${JSON.stringify(registryPath)} is in the manifest, but not in the registry`,
    {
      hint: 'The version may have been replaced or removed just now; if it goes on, ask for a validation.',
    },
  );
}

/** The records come first, so that this is the first thing to fail. */
const NOT_CACHED =
  'What is fetched is kept below HOME, or below XDG_CACHE_HOME if that is set: name a directory there that this user can write to.';

async function replaceFile(file: string, text: string, cache: Cache): Promise<void> {
  const partial = newPartial(cache.downloads);
  const write = async (): Promise<void> => {
    await makeDirectory(cache.downloads);
    await makeDirectory(path.dirname(file));
    await fs.writeFile(partial, text, { flag: 'wx' });
    await fs.rename(partial, file);
  };
  await writing(file, write, NOT_CACHED);
}

/** Undefined if there is no file that can be looked at: then it has to be fetched, and writing it says what is wrong. */
async function sizeOf(file: string, pace: DiskPace): Promise<number | undefined> {
  let found: Stats | undefined;
  await pace.once({
    now: () => {
      try {
        found = lstatSync(file, { throwIfNoEntry: false });
      } catch {
        found = undefined;
      }
    },
    later: async () => {
      found = await fs.lstat(file).catch(() => undefined);
    },
  });
  return found?.isFile() ? found.size : undefined;
}
