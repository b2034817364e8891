import { currentUser } from '../../client/connection/index.ts';
import { actingUser, type SubmitOptions, type Summary } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { host, line } from '../kit/index.ts';
import type { RemoteVersion } from '../versions/index.ts';

interface Approver {
  readonly spoof: string | undefined;
  readonly 'require-other-approver': boolean;
  /** How to ask the service who this user is. */
  readonly asking: SubmitOptions;
}

/**
 * Compares the accounts that approve a version, this user's and the one that `spoof` names, with the one that has uploaded
 * it. If they are the same, refuses the approval with `require-other-approver`, and otherwise logs in a workflow that the
 * account proves nothing: jobs of one runner share it, whoever has started them. A user without a name on this machine may be
 * the uploader, and one may have another name where the service runs, as in a container: with `require-other-approver`, the
 * service is asked, which names all users but its administrators. Codes `not-authorized`, and those of `actingUser`.
 */
export async function requireOtherApprover(
  { connection, name: version }: RemoteVersion,
  { uploadUserId: uploader, onProbation }: Summary,
  { spoof, 'require-other-approver': isRequired, asking }: Approver,
): Promise<void> {
  const self = currentUser();
  const approver = spoof === uploader ? spoof : self;
  if (isRequired) {
    const user = approver === uploader ? undefined : (await actingUser(connection, asking)).user;
    const isSelf = user === uploader || approver === uploader || (user ?? approver) === undefined;
    if (isSelf) throw gobblerError('approver-is-uploader', { version, uploader, approver: user ?? approver });
  }
  if (approver !== uploader || !onProbation || !host().isWorkflow) return;
  line(
    `${uploader} has uploaded ${version} and approves it: one account for both proves nothing. The only gate is the protection by the forge, such as required reviewers of the job's environment`,
  );
}
