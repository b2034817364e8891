import { currentUser } from '../../client/connection/index.ts';
import type { Summary } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { host, line } from '../kit/index.ts';

interface Approver {
  readonly spoof: string | undefined;
  readonly 'require-other-approver': boolean;
}

/**
 * Compares the accounts that approve a version, this user's and the one that `spoof` names, with the one that has uploaded
 * it. If they are the same, refuses the approval with `require-other-approver`, and otherwise logs in a workflow that the
 * account proves nothing: jobs of one runner share it, whoever has started them. A user without a name on this machine may be
 * the uploader. Code `not-authorized`.
 */
export function requireOtherApprover(
  version: string,
  { uploadUserId: uploader, onProbation }: Summary,
  { spoof, 'require-other-approver': isRequired }: Approver,
): void {
  const self = currentUser();
  const approver = spoof === uploader ? spoof : self;
  if (isRequired && (approver === undefined || approver === uploader))
    throw gobblerError('approver-is-uploader', { version, uploader, approver });
  if (approver !== uploader || !onProbation || !host().isWorkflow) return;
  line(
    `${uploader} has uploaded ${version} and approves it: one account for both proves nothing. The only gate is the protection by the forge, such as required reviewers of the job's environment`,
  );
}
