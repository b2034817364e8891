import { GobblerError, gobblerError, type LostUpload } from '../../errors/index.ts';
import {
  formatRef,
  parseTimestamp,
  refPath,
  type Summary,
  type UploadRequest,
  uploadRequest,
  type VersionRef,
} from '../../protocol/index.ts';
import { type Connection, currentUser, pause } from '../connection/index.ts';
import { findSummary, listRemotely } from '../registry/index.ts';
import { type SubmitOptions, submit } from '../requests/index.ts';

export interface PublishOptions extends SubmitOptions {
  /** Called when the service has answered that it has published the directory. */
  readonly onCreated: () => void;
}

/**
 * Has the service publish the staged directory. A lost answer is not treated as a failure, nor is the request repeated:
 * the registry shows the outcome. Codes as `submit`; `connection-lost` if nothing was published, or the outcome is
 * unknown. Protocol §11.2, §22.
 *
 * Returns why the answer was lost, if it was. Then the registry shows a complete version that this user has begun to
 * upload at about the same time; compare its content before you rely on it.
 */
export async function publish(
  connection: Connection,
  upload: UploadRequest,
  { onCreated, ...options }: PublishOptions,
): Promise<GobblerError | undefined> {
  const begunMs = Date.now();
  try {
    await submit(connection, uploadRequest(upload), options);
    onCreated();
    return undefined;
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code !== 'connection-lost') throw error;
    options.onNotice?.(`${error.message}. Looking at the registry for the outcome of ${formatRef(upload)}.`);
    const user = upload.spoof ?? currentUser();
    await requireOutcome(connection, upload, error, { user, begunMs, signal: options.signal });
    options.onNotice?.('A version of that name is complete, although the answer of the service was lost.');
    return error;
  }
}

/** How long a service may need to roll an upload back, or to finish one whose answer was lost. */
const OUTCOME_PATIENCE_MS = 60_000;
const OUTCOME_PAUSE_MS = 500;

/**
 * Finds out how an upload ended whose answer was lost, by looking at the registry (protocol §22). Returns if the
 * version is complete; throws `connection-lost` if nothing of it is left, or if that remains unknown for a minute.
 */
async function requireOutcome(
  connection: Connection,
  ref: VersionRef,
  lost: GobblerError,
  { user, begunMs, signal }: { user: string | undefined; begunMs: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const asset = refPath({ project: ref.project, asset: ref.asset });
  const giveUpAt = Date.now() + OUTCOME_PATIENCE_MS;
  let isThere = false;
  do {
    await pause(OUTCOME_PAUSE_MS, signal);
    try {
      const summary = await findSummary(connection, ref, { forceRemote: true, signal });
      if (summary !== undefined) {
        if (isOurs(summary, user, begunMs)) return;
        throw lostUpload(ref, lost, { kind: 'other', ...uploadOf(summary) });
      }
      const versions = await listRemotely(connection, asset, { signal });
      if (!versions?.includes(`${ref.version}/`)) throw lostUpload(ref, lost, { kind: 'nothing' });
      isThere = true;
    } catch (error) {
      // The service may be restarting: go on looking until the time is up.
      if (!(error instanceof GobblerError) || !MAY_COME_BACK.has(error.code)) throw error;
    }
  } while (Date.now() < giveUpAt);
  throw lostUpload(ref, lost, { kind: isThere ? 'unfinished' : 'silent' });
}

/** The errors of a service that restarts, or of a proxy in front of it. */
const MAY_COME_BACK: ReadonlySet<string> = new Set([
  'service-unreachable',
  'service-failed',
  'registry-unavailable',
]);

/** Clocks may differ by a minute before the service refuses requests, either way. */
const CLOCKS_DIFFER_MS = 120_000;

/** The failure of an upload without an answer, where the version has other content. Code `connection-lost`. */
export const publishedAnother = (ref: VersionRef, lost: GobblerError, summary: Summary): GobblerError =>
  lostUpload(ref, lost, { kind: 'differs', ...uploadOf(summary) });

const uploadOf = ({ uploadUserId: user, uploadFinish: uploaded }: Summary) => ({ user, uploaded });

/** Returns whether a version may be the upload of this run, rather than of somebody else at the same time. */
function isOurs({ uploadUserId, uploadStart }: Summary, user: string | undefined, begunMs: number): boolean {
  const start = parseTimestamp(uploadStart) ?? 0;
  return (user === undefined || uploadUserId === user) && start > begunMs - CLOCKS_DIFFER_MS;
}

function lostUpload(ref: VersionRef, lost: GobblerError, seen: LostUpload): GobblerError {
  const facts = { version: formatRef(ref), error: lost.message, seen };
  return gobblerError('outcome-unknown', facts, { cause: lost });
}
