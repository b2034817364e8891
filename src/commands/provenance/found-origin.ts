import {
  type Connection,
  type FoundProvenance,
  findProvenance,
  GobblerError,
  type Manifest,
  type VersionRef,
} from '../../client/index.ts';
import { messageOf } from '../../errors/index.ts';
import { line } from '../kit/index.ts';
import { warnOfMismatches } from './origin-text.ts';

/**
 * The provenance file of a version, if it has one; warns of one that describes something else. A failure to read it is a line in the log, and undefined: it is no more
 * than a statement.
 */
export async function foundOrigin(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<FoundProvenance | undefined> {
  try {
    const origin = await findProvenance(connection, ref, manifest, { signal });
    if (origin !== undefined) warnOfMismatches([{ ref, origin }]);
    return origin;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof GobblerError)) throw error;
    line(`Its provenance cannot be read: ${messageOf(error)}`);
    return undefined;
  }
}
