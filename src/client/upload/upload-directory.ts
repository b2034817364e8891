import type { GobblerError } from '../../errors/index.ts';
import type { Connection } from '../connection/index.ts';
import { KnownChecksums } from '../plan/index.ts';
import { pauseForLock } from '../requests/index.ts';
import { scanSource, type UploadOptions } from '../source/index.ts';
import { checkUpload } from './check.ts';
import { confirmUpload } from './confirm.ts';
import { UploadContext } from './context.ts';
import { findExisting, settleExisting } from './existing.ts';
import { tellFilesystems } from './filesystem-facts.ts';
import { awaitOtherUploads } from './other-uploads.ts';
import { makePlan, type Planned } from './planning.ts';
import { stageAndPublish } from './stage-and-publish.ts';
import { type PublishedUpload, plannedResult, publishedResult, type UploadResult } from './upload-result.ts';

/** Link targets disappear one after another only while somebody removes versions: then the upload had better wait. */
const MOST_LOST_TARGETS = 3;

/**
 * Publishes a directory as a new version, and returns when the registry holds all of it. Protocol §11.2, §12, §22.
 *
 * Every problem that can be found beforehand is reported before a byte is moved, as one `UploadRefused` (its code is that of
 * the first finding). Nothing stays in staging, whatever happens short of a kill; the source is only read (with `consume`,
 * it is removed in the end). An abort makes the service roll back. Other codes: those of `submit`; `already-exists` if
 * `ifExists` is `verify` and the existing version differs; `content-differs` if the registry holds something else afterwards,
 * or with `sha256` if the service would take the latest version's file for another one of the same MD5.
 */
export function uploadDirectory(
  connection: Connection,
  options: UploadOptions & { readonly dryRun?: false | undefined },
): Promise<PublishedUpload>;
/** The same, where `dryRun` may be true: then the result may be `planned`. */
export function uploadDirectory(connection: Connection, options: UploadOptions): Promise<UploadResult>;
export async function uploadDirectory(connection: Connection, options: UploadOptions): Promise<UploadResult> {
  const context = new UploadContext(connection, options);
  const { settings } = context;
  const scan = await context.stages.run('scan', () => scanSource(settings));
  tellFilesystems(connection, scan, settings.onEvent);
  let existing = await findExisting(context);
  const { links, taken } = await checkUpload(context, scan, existing);
  const source = { scan, links, known: await KnownChecksums.open(scan, settings) };

  let { deduplicate } = settings;
  let planned: Planned | undefined;
  /** Why the version could not be created, while somebody else may be creating the same one. */
  let conflict: GobblerError | undefined = taken;
  let mayExist = conflict !== undefined;
  for (let lostTargets = 0; ; ) {
    if (existing === undefined && !settings.dryRun) {
      const waited = await awaitOtherUploads(context);
      if (waited) planned = undefined;
      if (waited || mayExist) existing = await findExisting(context);
    }
    if (existing !== undefined) return settleExisting(context, source);
    if (conflict !== undefined) throw conflict;

    planned ??= await makePlan(context, source, deduplicate);
    const { earlier, plan } = planned;
    if (settings.dryRun) return plannedResult(context, source, planned);

    const attempt = await stageAndPublish(context, source, plan);
    switch (attempt.outcome) {
      case 'published': {
        const confirmed = await confirmUpload(context, source, attempt);
        const outcome = { scan, plan, earlier, staged: attempt.staged, ...confirmed };
        return publishedResult(context, 'created', outcome);
      }
      case 'locked':
        await pauseForLock(attempt.error, context);
        // The other upload may have created this version, or the latest one.
        mayExist = true;
        planned = undefined;
        break;
      case 'link-target-gone':
        if (++lostTargets === MOST_LOST_TARGETS) throw attempt.error;
        context.onNotice('A file that unchanged files were linked to is gone: uploading them as well.');
        deduplicate = 'off';
        planned = undefined;
        break;
      case 'already-exists':
        if (settings.ifExists === 'error') throw attempt.error;
        conflict = attempt.error;
        mayExist = true;
        break;
    }
  }
}
