import leven from 'leven';
import { GobblerError, type ProblemName } from '../../errors/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import type { NamesIn } from './name-source.ts';

/** How long a failure may wait for suggestions. */
const PATIENCE_MS = 5_000;
/** As the parser of the command line has it for commands and options. */
const MOST_EDITS = 3;
const LEAST_SIMILARITY = 0.4;
const MOST_NAMES = 3;

/** Problems of versions that did exist, and of things that are no names of the registry: no other name is meant. */
const NOT_ABOUT_NAMES: ReadonlySet<ProblemName> = new Set<ProblemName>([
  'rejected-or-expired',
  'version-not-finished',
  'file-vanished',
  'nothing-selected',
  'upload-missing',
  'upload-removed',
  'submitted-without-parts',
  'submitted-version-gone',
]);

/**
 * Notes in an error about something that does not exist which names resemble the first missing one: of the projects, of
 * the assets or of the versions beside it. Does nothing if they cannot be listed soon.
 */
export async function noteSimilarNames(
  error: GobblerError,
  places: readonly Partial<VersionRef>[],
  namesIn: NamesIn,
): Promise<void> {
  if (NOT_ABOUT_NAMES.has(error.problem)) return;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    for (const place of places) {
      error.similar = await similarTo(place, namesIn, patience);
      if (error.similar.length > 0) return;
    }
  } catch (failure) {
    // The failure to report is the first one. Without its service, or in time, there are no suggestions.
    if (!(failure instanceof GobblerError) && !patience.aborted) throw failure;
  }
}

async function similarTo(
  { project, asset, version }: Partial<VersionRef>,
  namesIn: NamesIn,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const levels = [
    [project, {}],
    [asset, { project }],
    [version, { project, asset }],
  ] as const;
  for (const [name, parent] of levels) {
    if (name === undefined) return [];
    const names = await namesIn(parent, signal);
    if (!names.includes(name)) return closestTo(name, names);
  }
  return [];
}

/** The names that take the fewest edits to become this one, if those are few. */
export function closestTo(name: string, candidates: readonly string[]): readonly string[] {
  const near = candidates.flatMap((candidate) => {
    const length = Math.max(name.length, candidate.length);
    const edits = leven(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: MOST_EDITS + 1 });
    const isSimilar = edits <= MOST_EDITS && (length - edits) / length > LEAST_SIMILARITY;
    return isSimilar ? [{ candidate, edits }] : [];
  });
  const fewest = Math.min(...near.map(({ edits }) => edits));
  const closest = near.filter(({ edits }) => edits === fewest);
  return closest.slice(0, MOST_NAMES).map(({ candidate }) => candidate);
}
