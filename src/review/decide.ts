import { type VersionRef, validateVersion } from '../client/index.ts';
import {
  removePending,
  requireOtherApprover,
  requireRejectable,
  takeOffProbation,
} from '../commands/approval/index.ts';
import { actingFor } from '../commands/connect/index.ts';
import { RemoteVersion } from '../commands/versions/index.ts';
import { gobblerError } from '../errors/index.ts';
import { refPath } from '../protocol/index.ts';
import type { Decision, Site } from './site.ts';

/**
 * Approves a version if its content is the one that was shown, and notes whether this site did. Code `content-differs` for
 * other content: before the approval, so that nothing is approved, or right after it (problem `replaced-when-approved`).
 * Other codes as for `gobbler approve`.
 */
export async function approve(site: Site, ref: VersionRef, digest: string): Promise<void> {
  const { spoof, requireOtherApprover: isRequired, submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const summary = await version.requireComplete('approve');
  const asking = { ...submitting, signal };
  await requireOtherApprover(version, summary, { spoof, 'require-other-approver': isRequired, asking });
  const beforeRepeat = (): Promise<void> => requireShown(version, digest);
  await beforeRepeat();
  const isOwn =
    summary.onProbation &&
    (await takeOffProbation(version, {
      ...actingFor({ spoof }),
      ...submitting,
      signal,
      beforeRepeat,
    }));
  const approved = await version.content();
  if (approved.digest !== digest)
    throw gobblerError('replaced-when-approved', {
      version: version.name,
      expected: digest,
      digest: approved.digest,
    });
  note(site, { action: 'approved', isOwn, ref, digest, at: new Date() });
}

/**
 * Rejects a version if its content is the one that was shown, and notes whether this site did, or the version was gone. Codes as
 * of `gobbler reject`.
 */
export async function reject(site: Site, ref: VersionRef, digest: string): Promise<void> {
  const { spoof, submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const state = await version.look();
  requireRejectable(version, state);
  let isOwn = false;
  if (state.kind === 'complete') {
    const beforeRepeat = (): Promise<void> => requireShown(version, digest);
    await beforeRepeat();
    isOwn = await removePending(version, {
      ...actingFor({ spoof }),
      ...submitting,
      signal,
      beforeRepeat,
    });
  }
  note(site, { action: 'rejected', isOwn, ref, digest, at: new Date() });
}

/** Makes sure that the content of a version is the one that the page showed. */
async function requireShown(version: RemoteVersion, shown: string): Promise<void> {
  const { digest } = await version.content();
  if (digest !== shown) throw gobblerError('replaced-since-shown', { version: version.name, shown, digest });
}

/** Has the service compare every byte of a version with its manifest. Codes as of `validateVersion`. */
export async function validate(site: Site, ref: VersionRef): Promise<void> {
  const { submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const { digest } = await version.content();
  await validateVersion(site.connection, ref, { ...submitting, signal });
  version.requirePinned(digest, await version.content());
  note(site, { action: 'validated', isOwn: true, ref, digest, at: new Date() });
}

/** Notes a decision. A form that was sent twice finds the decision of the first one, which stays the user's own. */
function note({ decisions }: Site, decision: Decision): void {
  const isSame = ({ action, ref, digest }: Decision): boolean =>
    action === decision.action && refPath(ref) === refPath(decision.ref) && digest === decision.digest;
  const at = decisions.findIndex(isSame);
  const [earlier] = at < 0 ? [] : decisions.splice(at, 1);
  decisions.push(earlier?.isOwn && !decision.isOwn ? earlier : decision);
}
