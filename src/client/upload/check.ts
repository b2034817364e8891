import { type Finding, type GobblerError, refuseIfAny, UploadRefused } from '../../errors/index.ts';
import { allFinished } from '../../fs/index.ts';
import { formatRef, type Summary } from '../../protocol/index.ts';
import { type ResolvedLink, resolveLinks } from '../plan/index.ts';
import { newRunName } from '../requests/index.ts';
import { contradictions, emptyFindings, type Scan } from '../source/index.ts';
import type { UploadContext } from './context.ts';
import { lengthFindings, overlapFindings, preflight } from './preflight.ts';
import { provenanceFindings } from './provenance-file.ts';

/** An upload that may begin. */
export interface Checked {
  /** The target of each link. */
  readonly links: readonly ResolvedLink[];
  /** If a version of that name exists and may: the refusal, should it never be finished. */
  readonly taken: GobblerError | undefined;
}

/**
 * Finds every reason to refuse an upload, and throws them as one {@link UploadRefused}. With an existing version, which is
 * only compared, nothing has to be allowed.
 */
export async function checkUpload(
  context: UploadContext,
  scan: Scan,
  existing: Summary | undefined,
): Promise<Checked> {
  const { connection, ref, settings, signal, stages } = context;
  return stages.run('check', async () => {
    const [found, overlaps, resolved] = await allFinished([
      existing === undefined ? preflightFindings(context) : Promise.resolve([]),
      overlapFindings(connection, scan, settings),
      resolveLinks(connection, ref, scan, signal),
    ]);
    const isTaken = ({ kind }: Finding): boolean =>
      kind === 'version-exists' || kind === 'version-unfinished';
    const mayBeTaken = settings.ifExists !== 'error' && !settings.dryRun;
    const findings = [
      ...found,
      ...scan.findings,
      ...overlaps,
      ...lengthFindings(connection, ref, scan),
      ...resolved.findings,
      ...emptyFindings(scan, settings),
      ...contradictions(settings),
      ...provenanceFindings(scan, settings),
    ];
    const { links } = resolved;
    try {
      refuseIfAny(`the upload of ${formatRef(ref)}`, findings);
    } catch (error) {
      const isOnlyTaken = mayBeTaken && findings.every(isTaken);
      if (!isOnlyTaken || !(error instanceof UploadRefused)) throw error;
      return { links, taken: error };
    }
    return { links, taken: undefined };
  });
}

async function preflightFindings(context: UploadContext): Promise<Finding[]> {
  const { connection, ref, settings, spoof, signal, onNotice } = context;
  const run = newRunName();
  settings.onEvent?.({ kind: 'run', run });
  const expectsProbation = settings.probation || !settings.refuseProbation;
  return preflight(connection, { ...ref, run, spoof, signal, expectsProbation, onNotice });
}
