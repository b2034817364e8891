import {
  type ActingFor,
  approveProbationRequest,
  rejectProbationRequest,
  requireVersion,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type SubmitOptions, submit } from './request.ts';

/**
 * Takes a version off probation; owners of the project and administrators only. It becomes the latest version if it
 * finished later than the present one (protocol §20 T16). Codes `not-on-probation`, `not-found`, `not-authorized`, and
 * those of `submit`. Protocol §11.4.
 */
export async function approveProbation(
  connection: Connection,
  ref: VersionRef,
  { spoof, ...options }: SubmitOptions & ActingFor = {},
): Promise<void> {
  requireVersion(ref);
  await submit(connection, approveProbationRequest(ref, { spoof }), options);
}

/**
 * Removes a version that is on probation; owners of the project and administrators only. `force` goes on although the
 * manifest is damaged. Codes as {@link approveProbation}. Protocol §11.5.
 */
export async function rejectProbation(
  connection: Connection,
  ref: VersionRef,
  { spoof, force, ...options }: SubmitOptions & ActingFor & { readonly force?: boolean | undefined } = {},
): Promise<void> {
  requireVersion(ref);
  await submit(connection, rejectProbationRequest(ref, { spoof, force }), options);
}
