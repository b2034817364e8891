import path from 'node:path';
import type { Connection, VersionRef } from '../../client/index.ts';
import { refPath } from '../../protocol/index.ts';
import { Arrivals, UploadProgress } from '../progress/index.ts';
import type { Origin } from '../provenance/index.ts';
import type { publishingInputs, UploadContext } from './upload-inputs.ts';

/** The inputs that upload and submit have in common. */
type Given = Pick<
  UploadContext['inputs'],
  keyof typeof publishingInputs | 'verify' | 'checksums-file' | 'concurrency' | 'spoof' | 'lock-wait-minutes'
>;

/** How to publish, as the client wants it. */
export const publishingOptions = (given: Given, { provenance }: Origin) => ({
  provenance,
  probation: given.probation,
  refuseProbation: given['if-probational'] === 'error',
  ifExists: given['if-exists'],
  deduplicate: given.deduplicate,
  verify: given.verify,
  sha256: given['checksums-file'] !== undefined,
  concurrency: given.concurrency,
  spoof: given.spoof,
  lockPatienceMs: given['lock-wait-minutes'],
});

/** Tells in the log where the publication of a version stands. */
export function publishingProgress(
  connection: Connection,
  ref: VersionRef,
  { verify }: Pick<Given, 'verify'>,
): UploadProgress {
  const directory = path.join(connection.registry, refPath(ref));
  const arrivals = connection.registryVisible ? new Arrivals(directory) : undefined;
  return new UploadProgress({ arrivals, verifies: verify !== 'off' });
}
