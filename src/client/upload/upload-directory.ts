import { GobblerError, type Summary } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { earlierVersions, KnownChecksums, type UploadPlan } from '../plan/index.ts';
import { type Scan, type UploadOptions, UploadRefused } from '../source/index.ts';
import { Upload } from './upload.ts';
import type { UploadResult } from './upload-result.ts';

/**
 * Publishes a directory as a new version, and returns when the registry holds all of it. Protocol §11.2, §12, §22.
 *
 * Everything that would fail is found before a byte is moved, and thrown as one `UploadRefused` (its code is that of
 * the first finding). Nothing of ours stays in staging, whatever happens short of a kill; the source is only read
 * (with `consume`, it is removed in the end). An abort makes the service roll back. Other codes: those of `submit`;
 * `already-exists` if `ifExists` is `verify` and the existing version differs; `content-differs` if the registry holds
 * something else afterwards, or with `sha256` if the service would take the latest version's file for another one of the same MD5.
 */
export async function uploadDirectory(connection: Connection, options: UploadOptions): Promise<UploadResult> {
  const upload = new Upload(connection, options);
  const scanned = await upload.scan();
  const existing = await upload.findExisting();
  if (existing !== undefined) return settle(upload, scanned, existing, options);
  try {
    return await publishNew(upload, scanned, connection, options);
  } catch (error) {
    const mayExist = (options.ifExists ?? 'error') !== 'error' && options.dryRun !== true;
    if (!mayExist || !isTaken(error)) throw error;
    // Somebody else is uploading it, or has just done so.
    await upload.awaitOthers();
    const meanwhile = await upload.findExisting();
    if (meanwhile === undefined) throw error;
    return settle(upload, scanned, meanwhile, options);
  }
}

/** There is such a version already. */
async function settle(
  upload: Upload,
  scanned: Scan,
  existing: Summary,
  options: UploadOptions,
): Promise<UploadResult> {
  const links = await upload.check(scanned, existing);
  return upload.settleExisting(scanned, links, await KnownChecksums.open(scanned, options));
}

async function publishNew(
  upload: Upload,
  scanned: Scan,
  connection: Connection,
  options: UploadOptions,
): Promise<UploadResult> {
  const links = await upload.check(scanned, undefined);
  const known = await KnownChecksums.open(scanned, options);
  // What others leave is the latest version then, and may be linked to; or it is what was to be uploaded.
  if (options.dryRun !== true && (await upload.awaitOthers())) {
    const meanwhile = await upload.findExisting();
    if (meanwhile !== undefined) return upload.settleExisting(scanned, links, known);
  }
  const earlier = await earlierVersions(connection, options, options.deduplicate ?? 'latest', options.signal);
  const plan = await upload.plan(scanned, links, known, earlier);
  if (options.dryRun === true) return upload.result('planned', { scanned, plan, earlier });
  const planWithout = async (): Promise<UploadPlan> =>
    upload.plan(scanned, links, known, await earlierVersions(connection, options, 'off', options.signal));
  const delivered = await upload.deliver(scanned, plan, known, planWithout);
  const outcome = await upload.confirm(scanned, links, known, delivered);
  return upload.result('created', { scanned, ...delivered, earlier, ...outcome });
}

/** Whether nothing but a version of that name is in the way. */
const isTaken = (error: unknown): boolean =>
  error instanceof UploadRefused
    ? error.groups.every(({ kind }) => kind === 'version-exists' || kind === 'version-unfinished')
    : error instanceof GobblerError && error.code === 'already-exists';
