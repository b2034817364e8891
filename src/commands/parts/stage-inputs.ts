import { GobblerError, type VersionRef } from '../../client/index.ts';
import { legPathNames, requireLegName } from '../../client/parts/index.ts';
import { serviceInputs } from '../connect/index.ts';
import {
  choice,
  flag,
  host,
  integer,
  integerOrAuto,
  lines,
  minutes,
  optionalPath,
  text,
  type Values,
} from '../kit/index.ts';

export const stageInputs = {
  area: text(),
  project: text(),
  asset: text(),
  version: text(),
  leg: text(),
  directory: optionalPath(),
  path: text(),
  files: lines('**'),
  'include-hidden-files': flag(false),
  'if-no-files-found': choice(['error', 'warn', 'ignore'], 'error'),
  symlinks: choice(['preserve', 'dereference', 'error'], 'preserve'),
  ...serviceInputs,
  spoof: text(),
  'keep-days': integer({ from: 1, to: 7, standard: 7 }),
  concurrency: integerOrAuto({ from: 1, to: 1024 }),
  'timeout-minutes': minutes(0),
  'show-summary': flag(true),
};

type Given = Values<typeof stageInputs>;

/** What is to be staged: which leg, and what of. */
export interface LegInputs {
  readonly leg: string;
  readonly directory: string;
  readonly path: string;
}

/** What the inputs ask for. */
export type StageTask =
  | { readonly area: undefined; readonly ref: VersionRef; readonly leg: LegInputs | undefined }
  | { readonly area: string; readonly leg: LegInputs };

/** Which inputs have to be given depends on others. Code `invalid-input`, with all that are missing. */
export function stageTask(given: Given): StageTask {
  const { area, project, asset, version, leg, directory, path = '' } = given;
  const wantsLeg =
    area !== undefined || leg !== undefined || directory !== undefined || given.path !== undefined;
  requireGiven({
    ...(area === undefined && { project, asset, version }),
    ...(wantsLeg && { leg, directory }),
  });
  if (leg !== undefined) requireLegName(leg);
  legPathNames(path);
  const added = leg === undefined || directory === undefined ? undefined : { leg, directory, path };
  if (area !== undefined && added !== undefined) return { area, leg: added };
  const ref = { project: project ?? '', asset: asset ?? '', version: version ?? '' };
  return { area: undefined, ref, leg: added };
}

/** Why each of these has to be given. */
const FOR: Readonly<Record<string, string>> = {
  project: 'to allocate an area, unless area is given',
  asset: 'to allocate an area, unless area is given',
  version: 'to allocate an area, unless area is given',
  leg: 'to stage files',
  directory: 'to stage files',
};

function requireGiven(values: Readonly<Record<string, string | undefined>>): void {
  const missing = Object.keys(values).filter((name) => values[name] === undefined);
  const sentences = missing.map((name) => `${name} is required ${FOR[name]}, but is empty`);
  const [first] = sentences;
  if (first === undefined) return;
  throw new GobblerError(
    'invalid-input',
    sentences.length === 1 ? first : `${sentences.length} inputs are missing`,
    { input: missing.join(', '), findings: sentences, hint: host().adviceOnInputs },
  );
}
