import {
  type Connection,
  fetchManifest,
  type Manifest,
  manifestDigest,
  type VersionRef,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';

/** The current content of a version, and its digest. */
export interface Content {
  readonly manifest: Manifest;
  readonly digest: string;
}

/** Asks the service what a version holds. Codes as `fetchManifest`. */
export async function contentOf(
  connection: Connection,
  ref: VersionRef,
  signal: AbortSignal,
): Promise<Content> {
  const manifest = await fetchManifest(connection, ref, { forceRemote: true, signal });
  return { manifest, digest: manifestDigest(manifest) };
}

/** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
export function requirePinned(ref: VersionRef, pinned: string | undefined, { digest }: Content): void {
  if (pinned === undefined || pinned === digest) return;
  throw gobblerError('pinned-differently', { version: formatRef(ref), pinned, digest });
}
