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
import type { Site } from './site.ts';

/**
 * Approves a version if its content is the one that was shown. Code `content-differs` if it is another one: before, so
 * that nothing is approved, or in the moment of the approval, which the problem `replaced-when-approved` tells. Other codes
 * as of `gobbler approve`.
 */
export async function approve(site: Site, ref: VersionRef, digest: string): Promise<void> {
  const { spoof, requireOtherApprover: isRequired, submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const summary = await version.requireComplete('approve');
  requireOtherApprover(version.name, summary, { spoof, 'require-other-approver': isRequired });
  const requireShown = async (): Promise<void> => version.requirePinned(digest, await version.content());
  await requireShown();
  if (summary.onProbation)
    await takeOffProbation(version, {
      ...actingFor({ spoof }),
      ...submitting,
      signal,
      beforeRepeat: requireShown,
    });
  const approved = await version.content();
  if (approved.digest !== digest)
    throw gobblerError('replaced-when-approved', {
      version: version.name,
      expected: digest,
      digest: approved.digest,
    });
  site.decisions.push({ action: 'approved', ref, digest, at: new Date() });
}

/** Rejects a version if its content is the one that was shown. Codes as of `gobbler reject`. */
export async function reject(site: Site, ref: VersionRef, digest: string): Promise<void> {
  const { spoof, submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const state = await version.look();
  requireRejectable(version, state);
  if (state.kind === 'complete') {
    const requireShown = async (): Promise<void> => version.requirePinned(digest, await version.content());
    await requireShown();
    await removePending(version, {
      ...actingFor({ spoof }),
      ...submitting,
      signal,
      beforeRepeat: requireShown,
    });
  }
  site.decisions.push({ action: 'rejected', ref, digest, at: new Date() });
}

/** Has the service compare every byte of a version with its manifest. Codes as of `validateVersion`. */
export async function validate(site: Site, ref: VersionRef): Promise<void> {
  const { submitting, signal } = site;
  const version = new RemoteVersion(site.connection, ref, signal);
  const { digest } = await version.content();
  await validateVersion(site.connection, ref, { ...submitting, signal });
  version.requirePinned(digest, await version.content());
  site.decisions.push({ action: 'validated', ref, digest, at: new Date() });
}
