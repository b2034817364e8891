import type { Connection } from '../connection.ts';
import { type EarlierVersions, earlierVersions } from './earlier-versions.ts';
import { KnownChecksums } from './known-checksums.ts';
import { Upload } from './upload.ts';
import type { UploadOptions, UploadResult } from './upload-result.ts';

/**
 * Publishes a directory as a new version, and returns when the registry holds all of it. Protocol §11.2, §12, §22.
 *
 * Everything that would fail is found before a byte is moved, and thrown as one `UploadRefused` (its code is that of
 * the first finding). Nothing of ours stays in staging, whatever happens short of a kill; the source is only read
 * (with `consume`, it is removed in the end). An abort makes the service roll back. Other codes: those of `submit`;
 * `already-exists` if `ifExists` is `verify` and the existing version differs; `content-differs` if the registry holds
 * something else afterwards.
 */
export async function uploadDirectory(connection: Connection, options: UploadOptions): Promise<UploadResult> {
  const upload = new Upload(connection, options);
  const scanned = await upload.scan();
  const existing = await upload.findExisting();
  const links = await upload.check(scanned, existing);
  const known = await KnownChecksums.open(scanned, options);
  if (existing !== undefined) return upload.settleExisting(scanned, links, known);

  // What it leaves is the latest version then, and may be linked to.
  if (options.dryRun !== true) await upload.awaitOthers();
  const earlier = await earlierVersions(connection, options, options.deduplicate ?? 'latest', options.signal);
  const plan = await upload.plan(scanned, links, known, earlier);
  if (options.dryRun === true) return upload.result('planned', { scanned, plan, earlier });
  const delivered = await upload.deliver(scanned, plan, known, () =>
    upload.plan(scanned, links, known, NOTHING_EARLIER),
  );
  const confirmed = await upload.confirm(scanned, links, known, delivered);
  return upload.result('created', { scanned, ...delivered, earlier, confirmed });
}

const NOTHING_EARLIER: EarlierVersions = { latest: undefined, candidates: [] };
