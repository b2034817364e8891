import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type Connection, type Manifest, manifestDigest, type VersionRef } from '../../client/index.ts';
import { errnoOf, gobblerError, messageOf } from '../../errors/index.ts';
import { encodeManifest, MANIFEST, manifestPieces, refPath } from '../../protocol/index.ts';
import { host, requireRoom, tryWriteLater } from '../kit/index.ts';

/** Values past 128 KiB break the environment of later steps; half of that leaves them room. */
const LARGEST_MANIFEST_OUTPUT_BYTES = 64 * 1024;

/** Enough for the manifest of some thousand files. */
const HANDOVER_ROOM_BYTES = 1024 * 1024;

/** The outputs that describe a manifest. */
export interface ManifestOutputs {
  readonly manifest: string;
  readonly 'manifest-path': string;
  readonly 'manifest-truncated': boolean;
  readonly 'manifest-digest': string;
}

/**
 * A manifest for later steps: as text while it is small, always as a file: the one in the registry where this runner
 * sees it, else a copy that is handed over, if there are later steps. A copy that cannot be written is a warning.
 */
export async function manifestOutputs(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
): Promise<ManifestOutputs> {
  const compact =
    leastBytes(manifest) > LARGEST_MANIFEST_OUTPUT_BYTES
      ? undefined
      : encodeManifest(manifest, { indent: false });
  const truncated = compact === undefined || Buffer.byteLength(compact) > LARGEST_MANIFEST_OUTPUT_BYTES;
  return {
    manifest: truncated ? '' : compact,
    'manifest-path':
      (await tryWriteLater('the manifest', () => manifestFile(connection, ref, manifest))) ?? '',
    'manifest-truncated': truncated,
    'manifest-digest': manifestDigest(manifest),
  };
}

/** Returns a lower bound of the size of a manifest's text, to avoid building one that is too long. */
function leastBytes(manifest: Manifest): number {
  const LEAST_OF_ENTRY = '"":{"size":0,"md5sum":""},'.length;
  let bytes = 0;
  for (const key of manifest.keys()) bytes += LEAST_OF_ENTRY + key.length;
  return bytes;
}

/**
 * Refuses to begin where a manifest could not be handed over in the end: where this runner does not see the registry, and
 * a copy cannot be written. Code `destination-unavailable`.
 */
export async function requireHandover({ registryVisible }: Connection): Promise<void> {
  const { handover } = host().places;
  if (registryVisible || handover === undefined) return;
  try {
    const folder = await fs.mkdtemp(path.join(handover, 'gobbler-manifest-'));
    try {
      requireRoom(path.join(folder, 'manifest.json'), HANDOVER_ROOM_BYTES);
    } finally {
      await fs.rm(folder, { recursive: true });
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw gobblerError('manifest-unwritable', { error: messageOf(error) }, { cause: error });
  }
}

async function manifestFile(connection: Connection, ref: VersionRef, manifest: Manifest): Promise<string> {
  const inRegistry = path.join(connection.registry, refPath(ref), MANIFEST);
  if (connection.registryVisible && (await isReadable(inRegistry))) return inRegistry;
  const { handover } = host().places;
  if (handover === undefined) return '';
  const folder = await fs.mkdtemp(path.join(handover, 'gobbler-manifest-'));
  const copy = path.join(folder, 'manifest.json');
  await fs.writeFile(copy, manifestPieces(manifest));
  return copy;
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await fs.access(file);
    return true;
  } catch {
    return false;
  }
}
