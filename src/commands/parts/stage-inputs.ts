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
  'upload-id': text(
    'The upload to add to, as the output `upload-id` of the step that started it. Left out, a new upload of `project`, `asset` and `version` is started',
  ),
  project: text('Project to publish in; it has to exist. May be left out with `upload-id`'),
  asset: text('Asset to publish; made if it does not exist. May be left out with `upload-id`'),
  version: text('Name of the new version. May be left out with `upload-id`'),
  part: text(
    'Name of the part, such as one from the matrix. A part that is staged again replaces the earlier one',
  ),
  directory: optionalPath('Directory with the files of the part, relative to the workspace'),
  path: text('Where in the version to put them. Default is the top'),
  files: lines('Patterns of what to stage, a line each, relative to `directory`; `!` excludes', '**'),
  'include-hidden-files': flag(
    'Stage files and directories whose name starts with a dot. Without, a warning counts those that are left out; metadata of data formats like `.zarray` are staged all the same',
    false,
  ),
  'if-no-files-found': choice(
    'What to do when there is nothing to stage, `error`, or `warn` or `ignore`, which stage an empty part',
    ['error', 'warn', 'ignore'],
    'error',
  ),
  symlinks: choice(
    '`preserve` keeps links to files in the directory or in the registry and refuses all others, `dereference` publishes what they lead to, `error` refuses every link',
    ['preserve', 'dereference', 'error'],
    'preserve',
  ),
  ...serviceInputs,
  spoof: text('For whom the version will be submitted, where the service allows it'),
  'keep-days': integer(
    'Days from 1 to 7 without a change after which the upload counts as abandoned, and later runs of the same user remove it',
    { from: 1, to: 7, standard: 7 },
  ),
  concurrency: integerOrAuto('Files in flight, from 1 to 1024, or `auto`', { from: 1, to: 1024 }),
  'timeout-minutes': minutes(
    'Overall limit, in minutes or like `90s` or `2h`; past it, what was begun is undone. 0 is no limit',
    0,
  ),
  'show-summary': flag('Write a job summary', true),
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
