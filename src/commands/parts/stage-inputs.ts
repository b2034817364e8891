import { GobblerError, type VersionRef } from '../../client/index.ts';
import { partPathNames, requirePartName } from '../../client/parts/index.ts';
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
  'upload-id': text(),
  project: text(),
  asset: text(),
  version: text(),
  part: text(),
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

/** A part to stage. */
export interface PartInputs {
  readonly name: string;
  readonly directory: string;
  readonly path: string;
}

/** Start an upload of a version, stage a part, or both. */
export type StageTask =
  | { readonly uploadId: undefined; readonly ref: VersionRef; readonly part: PartInputs | undefined }
  | { readonly uploadId: string; readonly part: PartInputs };

/** The required inputs depend on each other. Code `invalid-input`, with all missing ones. */
export function stageTask(given: Given): StageTask {
  const { 'upload-id': uploadId, project, asset, version, part, directory, path = '' } = given;
  const wantsPart =
    uploadId !== undefined || part !== undefined || directory !== undefined || given.path !== undefined;
  requireGiven({
    ...(uploadId === undefined && { project, asset, version }),
    ...(wantsPart && { part, directory }),
  });
  if (part !== undefined) requirePartName(part);
  partPathNames(path);
  const staged = part === undefined || directory === undefined ? undefined : { name: part, directory, path };
  if (uploadId !== undefined && staged !== undefined) return { uploadId, part: staged };
  const ref = { project: project ?? '', asset: asset ?? '', version: version ?? '' };
  return { uploadId: undefined, ref, part: staged };
}

/** The reasons why inputs are required. */
const FOR: Readonly<Record<string, string>> = {
  project: 'to start an upload, unless upload-id is given',
  asset: 'to start an upload, unless upload-id is given',
  version: 'to start an upload, unless upload-id is given',
  part: 'to stage files',
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
    {
      input: missing.join(', '),
      findings: sentences,
      headline: `${sentences.length} inputs are missing`,
      hint: host().adviceOnInputs,
    },
  );
}
