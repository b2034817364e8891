import path from 'node:path';
import { formatRef, GobblerError, hint, setting } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { DEFAULT_PATIENCE_MS } from '../requests/index.ts';
import { actorText } from './actor.ts';
import { type MultipartUpload, placesIn } from './multipart-upload.ts';
import { findRecord, PART_RECORD, type PartRecord } from './records.ts';
import type { Waiting } from './submit-hold.ts';
import { findSubmitted, recordDirectories, requireOpen } from './upload-state.ts';

/** How often `parts` may be found between two names. */
const MOST_MOMENTS = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Waits until a part is sure to count, once its record was renamed into `parts`. A rename on NFS goes by the remembered
 * handle of the directory, so the record may have landed there after a submit on another machine had renamed `parts`, and
 * perhaps read it. Then the submit decides: if it succeeds, it records the parts of the version; if it fails, it gives
 * `parts` back, with the record. Codes `already-exists` if the version was published without the part, `not-found` if the
 * upload is gone, `lock-timeout` if the submit takes longer than half an hour.
 */
export async function awaitVerdict(
  upload: MultipartUpload,
  record: PartRecord,
  { signal, onNotice }: Pick<Waiting, 'signal' | 'onNotice'>,
): Promise<void> {
  const giveUpAt = performance.now() + DEFAULT_PATIENCE_MS;
  for (let looks = 0; ; looks++) {
    signal?.throwIfAborted();
    // In this order: if the submit ends between the two, the next look finds the outcome.
    const [directory] = await recordDirectories(upload);
    const submitted = await findSubmitted(upload);
    if (submitted !== undefined) {
      const at = submitted.parts.indexOf(record.part);
      if ((submitted.generations[at] ?? 0) >= record.generation) return;
      throw tooLate(upload, record, actorText(submitted.submitted));
    }
    if (directory === placesIn(upload.path).parts) {
      const found = await findRecord<PartRecord>(path.join(directory, record.part), PART_RECORD);
      // A later run of the part may have replaced it by now.
      if ((found?.generation ?? 0) >= record.generation) return;
    }
    if (directory === undefined && looks > MOST_MOMENTS) await requireOpen(upload); // it was removed
    if (performance.now() > giveUpAt) throw stillSubmitting(upload, record);
    if (looks === 1) {
      onNotice(
        `A submit of ${upload.id} has begun; waiting to see whether it includes part ${JSON.stringify(record.part)}.`,
      );
    }
    await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
  }
}

function tooLate(upload: MultipartUpload, { part }: PartRecord, by: string): GobblerError {
  return new GobblerError(
    'already-exists',
    `part ${JSON.stringify(part)} came too late: multipart upload ${upload.id} was submitted as ${formatRef(upload.ref)} without it, by ${by}`,
    {
      input: 'upload-id',
      hint: hint`Start submit after all parts, or list them in ${setting('parts')}. Versions are permanent: start an upload of another version.`,
    },
  );
}

function stillSubmitting(upload: MultipartUpload, { part }: PartRecord): GobblerError {
  return new GobblerError(
    'lock-timeout',
    `part ${JSON.stringify(part)} was staged while multipart upload ${upload.id} was being submitted, and the submit has not ended yet`,
    {
      input: 'upload-id',
      hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes this part, too.',
    },
  );
}
