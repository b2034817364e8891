import type { VersionRef } from '../../client/index.ts';
import { partPathNames, requirePartName } from '../../client/parts/index.ts';
import { gobblerError, type StageInput } from '../../errors/index.ts';
import { concurrencyInput, serviceInputs, undoingTimeoutInput } from '../connect/index.ts';
import { choice, flag, host, integer, lines, optionalPath, text, type Values } from '../kit/index.ts';
import { symlinksInput } from '../upload/index.ts';

export const stageInputs = {
  'upload-id': text(
    'Upload to add to, from the output `upload-id` of the step that started it. If omitted, starts a new upload of `project`, `asset` and `version`',
  ),
  project: text('Project to publish in; must exist. Optional with `upload-id`'),
  asset: text('Asset to publish; created if missing. Optional with `upload-id`'),
  version: text('Name of the new version. Optional with `upload-id`'),
  part: text('Name of the part, for example from the matrix. Staging a part again replaces the earlier one'),
  directory: optionalPath('Directory with the files of the part, relative to the workspace'),
  path: text('Directory of the version to put the files in. Defaults to its top'),
  files: lines('Patterns of files to stage, one per line, relative to `directory`; `!` excludes', '**'),
  'include-hidden-files': flag(
    'Stage files and directories whose names start with a dot. Otherwise a warning counts those left out; metadata of data formats, like `.zarray`, is always staged',
    false,
  ),
  'if-no-files-found': choice(
    'Behavior if there is nothing to stage: `error`, `warn` or `ignore`; the latter two stage an empty part',
    ['error', 'warn', 'ignore'],
    'error',
  ),
  ...symlinksInput,
  ...serviceInputs,
  spoof: text('User on whose behalf the version will be submitted, if the service allows it'),
  'keep-days': integer(
    'Days without a change, from 1 to 7, after which the upload counts as abandoned and later runs of the same user remove it',
    { from: 1, to: 7, standard: 7 },
  ),
  ...concurrencyInput,
  ...undoingTimeoutInput,
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

function requireGiven(values: { readonly [Name in StageInput]?: string | undefined }): void {
  const missing = (Object.keys(values) as StageInput[]).filter((name) => values[name] === undefined);
  if (missing.length > 0)
    throw gobblerError('stage-inputs-missing', { missing, advice: host().adviceOnInputs });
}
