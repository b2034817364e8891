import type { GobblerError } from '../../errors/index.ts';
import type { Manifest, VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type ChangesSince, differenceOf, fetchLatest, fetchManifest } from '../registry/index.ts';
import { type Read, readOne } from './unreadable.ts';

/** A version that others cannot be compared with, since one of its records is missing or unreadable. */
export interface Incomparable {
  /** Its name; undefined if the record that names the latest version is unreadable. */
  readonly version: string | undefined;
  /** The error that reading it has met. */
  readonly error: GobblerError;
}

/** The result of a comparison, or why there is none. Both are undefined if there is no other version to compare with. */
export interface Compared<T> {
  readonly comparison?: T | undefined;
  readonly incomparable?: Incomparable | undefined;
}

/**
 * Compares a version with another one of its asset, which is named by `other`. `compare` reads the records of that version,
 * and is not called for the version itself.
 */
export async function compareVersions<T>(
  self: string | undefined,
  other: Read<string | undefined>,
  compare: (version: string) => Promise<T>,
): Promise<Compared<T>> {
  const { value: version, error } = other;
  if (error !== undefined) return { incomparable: { version, error } };
  if (version === undefined || version === self) return {};
  const read = await readOne(compare(version));
  return read.error === undefined
    ? { comparison: read.value }
    : { incomparable: { version, error: read.error } };
}

/**
 * Compares the content of a version with that of the latest version of the asset: with what its readers have until this
 * one is approved. Queries the service. Throws only errors that concern more than the records of the latest version.
 */
export async function changesFromLatest(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Compared<ChangesSince>> {
  const fresh = { forceRemote: true, signal };
  const { project, asset } = ref;
  const latest = await readOne(fetchLatest(connection, ref, fresh));
  return compareVersions(ref.version, latest, async (version) => {
    const before = await fetchManifest(connection, { project, asset, version }, fresh);
    return { version, difference: differenceOf(before, manifest) };
  });
}

/**
 * Compares the content of a version with that of the latest version of the asset: with what its readers have until this
 * one is approved. Undefined if the asset has no latest version, or if it is this one. Queries the service. Codes of
 * `fetchLatest` and `fetchManifest`.
 */
export async function compareWithLatest(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ChangesSince | undefined> {
  const { comparison, incomparable } = await changesFromLatest(connection, ref, manifest, options);
  if (incomparable !== undefined) throw incomparable.error;
  return comparison;
}
