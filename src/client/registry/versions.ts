import { type GobblerError, gobblerError } from '../../errors/index.ts';
import { allFinished } from '../../fs/index.ts';
import {
  type AssetRef,
  formatRef,
  LATEST,
  type Manifest,
  parseLatest,
  parseManifest,
  parseSummary,
  parseUsage,
  refPath,
  requireNames,
  requireVersion,
  SUMMARY,
  type Summary,
  USAGE,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { requirePlainKeys } from './registry-path.ts';
import { type ReadOptions, readManifest, readRecord } from './registry-reader.ts';

function missing(ref: VersionRef, record: string): GobblerError {
  return gobblerError('record-missing', { version: formatRef(ref), record });
}

/**
 * The summary of a version, or undefined while there is none: the version does not exist, or its upload is still
 * running (protocol §3.7).
 */
export async function findSummary(
  connection: Connection,
  ref: VersionRef,
  options: ReadOptions = {},
): Promise<Summary | undefined> {
  requireVersion(ref);
  const record = await readRecord(connection, `${refPath(ref)}/${SUMMARY}`, options);
  return record && parseSummary(record.text, record.where);
}

/**
 * The manifest of a version, or undefined if there is none. One that lists a path out of the version is refused with
 * `corrupt-record`, so the keys can be joined to a directory. Protocol §3.8.
 */
export async function findManifest(
  connection: Connection,
  ref: VersionRef,
  options: ReadOptions = {},
): Promise<Manifest | undefined> {
  requireVersion(ref);
  const read = await readManifest(connection, ref, options);
  if (read !== undefined) requirePlainKeys(read.manifest, read.where);
  return read?.manifest;
}

/** The manifest in the text of a record, which may be that of a million files. Codes as {@link findManifest}. */
export function manifestOf({ text, where }: { readonly text: string; readonly where: string }): Manifest {
  const manifest = parseManifest(text, where);
  requirePlainKeys(manifest, where);
  return manifest;
}

/** The summary of a version. Code `not-found` if the version does not exist or is unfinished. Protocol §3.7. */
export async function fetchSummary(
  connection: Connection,
  ref: VersionRef,
  options: ReadOptions = {},
): Promise<Summary> {
  const summary = await findSummary(connection, ref, options);
  if (summary === undefined) throw missing(ref, 'summary');
  return summary;
}

/** The manifest of a version. Code `not-found` if the version does not exist or is unfinished. Protocol §3.8. */
export async function fetchManifest(
  connection: Connection,
  ref: VersionRef,
  options: ReadOptions = {},
): Promise<Manifest> {
  const manifest = await findManifest(connection, ref, options);
  if (manifest === undefined) throw missing(ref, 'manifest');
  return manifest;
}

/**
 * The name of the latest version of an asset that is not on probation, or undefined if there is none (the asset itself
 * may be missing). Protocol §3.6.
 */
export async function fetchLatest(
  connection: Connection,
  { project, asset }: AssetRef,
  options: ReadOptions = {},
): Promise<string | undefined> {
  requireNames({ project, asset });
  const record = await readRecord(connection, `${refPath({ project, asset })}/${LATEST}`, options);
  return record && parseLatest(record.text, record.where);
}

/** Bytes that a project uses. Code `not-found` if there is no such project. Protocol §3.4. */
export async function fetchUsage(
  connection: Connection,
  project: string,
  options: ReadOptions = {},
): Promise<number> {
  requireNames({ project });
  const record = await readRecord(connection, `${refPath({ project })}/${USAGE}`, options);
  if (record !== undefined) return parseUsage(record.text, record.where);
  throw gobblerError('project-missing', { project });
}

/** The registry's state of a version that was just published. */
export interface Confirmed {
  readonly summary: Summary;
  readonly manifest: Manifest;
}

/** Reads the published version back from the service. */
export async function readBack(
  connection: Connection,
  ref: VersionRef,
  signal?: AbortSignal,
): Promise<Confirmed> {
  const options = { forceRemote: true, signal };
  const [summary, manifest] = await allFinished([
    fetchSummary(connection, ref, options),
    fetchManifest(connection, ref, options),
  ]);
  return { summary, manifest };
}
