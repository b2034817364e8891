import { GobblerError } from '../../protocol/index.ts';
import { serviceInputs } from '../connect/index.ts';
import {
  type CommandContext,
  choice,
  directoryPath,
  flag,
  integerOrAuto,
  lines,
  minutes,
  type OutputValue,
  optionalPath,
  requiredText,
  text,
} from '../kit/index.ts';

export const uploadInputs = {
  project: requiredText('Project to publish in; it has to exist'),
  asset: requiredText('Asset to publish; made if it does not exist'),
  version: requiredText('Name of the new version; versions are permanent'),
  directory: directoryPath('Directory to publish, relative to the workspace'),
  ...serviceInputs,
  spoof: text('Act for this user, where the service allows it'),
  files: lines('Patterns of what to publish, a line each, relative to `directory`; `!` excludes', '**'),
  'include-hidden-files': flag(
    'Publish files and directories whose name starts with a dot. Without, a warning counts those that are left out; metadata of data formats like `.zarray` are published all the same',
    false,
  ),
  'if-no-files-found': choice(
    'What to do when there is nothing to publish, `error`, `warn` or `ignore`',
    ['error', 'warn', 'ignore'],
    'error',
  ),
  symlinks: choice(
    '`preserve` keeps links to files in the directory or in the registry and refuses all others, `dereference` publishes what they lead to, `error` refuses every link',
    ['preserve', 'dereference', 'error'],
    'preserve',
  ),
  probation: flag('Put the version on probation, for an owner of the project to approve', false),
  'if-probational': choice(
    'What to do when the service puts the version on probation without being asked to, `warn`, `error` or `ignore`',
    ['warn', 'error', 'ignore'],
    'warn',
  ),
  'if-exists': choice(
    'What to do when there is such a version, `verify` (the same content is success, other content fails with the paths that differ), `skip` or `error`',
    ['verify', 'skip', 'error'],
    'verify',
  ),
  deduplicate: choice(
    'Which versions unchanged files are linked to, so that their bytes never move, `latest`, `all` (any of the asset that is not on probation) or `off`',
    ['latest', 'all', 'off'],
    'latest',
  ),
  consume: flag(
    'Remove what was published from `directory`, and directories that are empty then (itself included), once the registry holds it',
    false,
  ),
  verify: choice(
    'How the published manifest is compared with the source, `checksum` (sizes of all, checksums of what was copied), `all` (checksums of all), `size` or `off`',
    ['checksum', 'all', 'size', 'off'],
    'checksum',
  ),
  'hash-cache': flag('Remember checksums of unchanged files between runs on this machine', true),
  concurrency: integerOrAuto('Files in flight, from 1 to 1024, or `auto`', { from: 1, to: 1024 }),
  'checksums-file': optionalPath(
    'Also write sha256 sums of the source there, in the format of sha256sum, after comparing every published byte with them (unless `verify` is `off`). The file itself is never published',
  ),
  'dry-run': flag('Check and plan only', false),
  'timeout-minutes': minutes(
    'Overall limit, in minutes or like `90s` or `2h`; past it, what was begun is undone. 0 is no limit',
    0,
  ),
  'lock-wait-minutes': minutes('How long to go on trying while another upload holds the asset', 30),
  'show-summary': flag('Write a job summary', true),
};

/** The outputs that describe a published version, from a directory or from parts. */
export const versionOutputs = [
  'version-path',
  'manifest',
  'manifest-path',
  'manifest-truncated',
  'manifest-digest',
  'status',
  'created',
  'probational',
  'files-count',
  'size-bytes',
  'copied-bytes',
  'linked-bytes',
  'previous-version',
  'files-added',
  'files-changed',
  'files-removed',
  'diff-path',
  'version-url',
] as const;

export const uploadOutputs = [...versionOutputs, 'source-kept'] as const;

/** The context of a run of the root action. */
export type UploadContext = CommandContext<typeof uploadInputs, (typeof uploadOutputs)[number]>;

/** How the failure of an upload or a submit is headed: what is published stays so, whatever fails afterwards. */
export function notPublished(
  what: string,
  error: unknown,
  answers: ReadonlyMap<string, OutputValue>,
): string {
  if (answers.get('created') === true) return `${what} was published, but the step has failed since`;
  return error instanceof GobblerError && error.code === 'connection-lost'
    ? `it is not known whether ${what} was published`
    : `${what} was not published`;
}
