import type { FoundProvenance, ProvenanceFacts, VersionRef } from '../../client/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { annotateWarning, escapeCode, escapeLink, escapeMarkup, line, shortened } from '../kit/index.ts';

/** The facts of a run, or those that a provenance file states, if `file` names one. */
type Shown = Omit<ProvenanceFacts, 'place' | 'startedOn' | 'actionVersion'> &
  Partial<Pick<FoundProvenance, 'file' | 'subject' | 'match'>>;

/** Why the facts of a provenance file are not those of the version; undefined if nothing is wrong with them. */
export function mismatchOf({ file, subject, match }: Shown): string | undefined {
  if (match === 'other-version') return `${file} is about ${subject}, not about this version`;
  if (match === 'other-content')
    return `${file} is about other content: its dirHash is not that of the files`;
  return undefined;
}

/** Warns of versions whose provenance files describe something else. */
export function warnOfMismatches(
  found: readonly { readonly ref: VersionRef; readonly origin: FoundProvenance }[],
): void {
  const sentences = found.flatMap(({ ref, origin }) => {
    const mismatch = mismatchOf(origin);
    return mismatch === undefined ? [] : [`${formatRef(ref)}: ${mismatch}`];
  });
  if (sentences.length === 0) return;
  annotateWarning({
    title: 'Provenance of something else',
    sentences,
    hint: 'Do not rely on its facts. Ask the uploader where the version comes from.',
  });
}

const MOST_LINES = 10;

interface OriginOptions {
  /** Whether these are the facts of a run that has found a version of another one. */
  readonly isOfOther?: boolean;
}

/** Logs where a version comes from, a line for each kind of fact; nothing if there is no such fact. */
export function logOrigin(origin: Shown, { isOfOther = false }: OriginOptions = {}): void {
  const { commit, modified, ref, repository, workflow, runUrl, actor, user, file, message } = origin;
  if (isOfOther && hasFacts(origin)) line('  found by this run:');
  if (file !== undefined) line(`  provenance, as its uploader states it (${file}, not signed):`);
  const mismatch = mismatchOf(origin);
  if (mismatch !== undefined) line(`  ${mismatch}`);
  if (origin.match === 'unchecked') line('  the files were not compared with it');
  if (commit !== undefined)
    line(
      `  commit ${commit}${modified ? ', with uncommitted changes' : ''}${after(' on ', ref)}${after(' of ', repository)}`,
    );
  if (runUrl !== undefined || workflow !== undefined)
    line(`  run${after(' ', runUrl)}${after(' of ', workflow)}`);
  const job = slurmText(origin);
  if (job !== undefined) line(`  ${job}`);
  if (actor !== undefined) line(`  started by ${actor}${after(', as user ', user)}`);
  else if (file !== undefined && user !== undefined) line(`  as user ${user}`);
  if (message !== undefined) for (const text of messageLines(message)) line(`  | ${text}`);
}

/** The same as rows of a summary. */
export function originRows(origin: Shown, { isOfOther = false }: OriginOptions = {}): [string, string][] {
  const { commit, modified, ref, repository, workflow, runUrl, actor, user, file, message } = origin;
  const rows: [string, string][] = [];
  if (isOfOther && hasFacts(origin)) rows.push(['Found by', 'this run']);
  const place = [
    ...(ref === undefined ? [] : [`on ${escapeCode(ref)}`]),
    ...(repository === undefined ? [] : [`of ${escapeLink(repository)}`]),
  ];
  if (commit !== undefined)
    rows.push([
      'Commit',
      [`${escapeCode(commit)}${modified ? ', with uncommitted changes' : ''}`, ...place].join(' '),
    ]);
  const run = [
    ...(runUrl === undefined ? [] : [escapeLink(runUrl)]),
    ...(workflow === undefined ? [] : [`of ${escapeMarkup(workflow)}`]),
  ];
  if (run.length > 0) rows.push(['Run', run.join(' ')]);
  const job = slurmText(origin);
  if (job !== undefined) rows.push(['Job', escapeMarkup(job)]);
  if (actor !== undefined)
    rows.push([
      'Started by',
      `${escapeCode(actor)}${user === undefined ? '' : `, as user ${escapeCode(user)}`}`,
    ]);
  else if (file !== undefined && user !== undefined) rows.push(['User', escapeCode(user)]);
  if (message !== undefined) rows.push(['Message', messageLines(message).map(escapeMarkup).join('<br>')]);
  if (file !== undefined) {
    const mismatch = mismatchOf(origin);
    const unchecked = origin.match === 'unchecked' ? ', and not compared with the files' : '';
    const warning = mismatch === undefined ? '' : `<br>⚠️ **${escapeMarkup(mismatch)}**`;
    rows.push([
      'Provenance',
      `${escapeCode(file)}, as its uploader states it; not signed${unchecked}${warning}`,
    ]);
  }
  return rows;
}

const hasFacts = ({ commit, runUrl, workflow, actor, slurmJob }: Shown): boolean =>
  [commit, runUrl, workflow, actor, slurmJob].some((fact) => fact !== undefined);

const after = (words: string, fact: string | undefined): string => (fact === undefined ? '' : words + fact);

/** `Slurm job 17 (train) on cluster hpc`; undefined outside of one. */
export function slurmText({ slurmJob, slurmJobName, slurmCluster }: Shown): string | undefined {
  if (slurmJob === undefined) return undefined;
  const name = slurmJobName === undefined ? '' : ` (${slurmJobName})`;
  return `Slurm job ${slurmJob}${name}${after(' on cluster ', slurmCluster)}`;
}

function messageLines(message: string): readonly string[] {
  const all = message.trim().split('\n').map(shortened);
  return all.length > MOST_LINES ? [...all.slice(0, MOST_LINES), '…'] : all;
}
