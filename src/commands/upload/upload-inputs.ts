import { GobblerError } from '../../errors/index.ts';
import { concurrencyInput, serviceInputs, undoingTimeoutInput } from '../connect/index.ts';
import {
  type CommandContext,
  choice,
  directoryPath,
  flag,
  lines,
  minutes,
  type OutputValue,
  optionalPath,
  requiredText,
  text,
} from '../kit/index.ts';
import { provenanceInputs } from '../provenance/index.ts';
import { changeOutputs } from '../versions/index.ts';

/** For every source of files. */
export const symlinksInput = {
  symlinks: choice(
    '`preserve` keeps links to files in the directory or in the registry and refuses all others, `dereference` publishes their targets, `error` refuses every link',
    ['preserve', 'dereference', 'error'],
    'preserve',
  ),
};

/** For whatever publishes a version. */
export const publishingInputs = {
  probation: flag('Put the version on probation until an owner of the project approves it', false),
  'if-probational': choice(
    'Behavior if the service puts the version on probation unasked: `warn`, `error` or `ignore`',
    ['warn', 'error', 'ignore'],
    'warn',
  ),
  'if-exists': choice(
    'Behavior if the version exists: `verify` (succeed if the content is the same, else fail and list the paths that differ), `skip` or `error`',
    ['verify', 'skip', 'error'],
    'verify',
  ),
  deduplicate: choice(
    'Versions to link unchanged files to instead of copying them, `latest`, `all` (any of the asset that is not on probation) or `off`',
    ['latest', 'all', 'off'],
    'latest',
  ),
  ...provenanceInputs,
};

export const uploadInputs = {
  project: requiredText('Project to publish in; must exist'),
  asset: requiredText('Asset to publish; created if missing'),
  version: requiredText('Name of the new version; versions are permanent'),
  directory: directoryPath('Directory to publish, relative to the workspace'),
  ...serviceInputs,
  spoof: text('Act on behalf of this user, if the service allows it'),
  files: lines('Patterns of files to publish, one per line, relative to `directory`; `!` excludes', '**'),
  'include-hidden-files': flag(
    'Publish files and directories whose names start with a dot. Otherwise a warning counts those left out; metadata of data formats, like `.zarray`, is always published',
    false,
  ),
  'if-no-files-found': choice(
    'Behavior if there is nothing to publish: `error`, `warn` or `ignore`',
    ['error', 'warn', 'ignore'],
    'error',
  ),
  ...symlinksInput,
  ...publishingInputs,
  consume: flag(
    'Remove published files and links from `directory`, and directories left empty (itself included), once the registry holds them',
    false,
  ),
  verify: choice(
    'How to compare the published manifest with the source: `checksum` (all sizes, and checksums of copied files), `all` (all checksums), `size` or `off`',
    ['checksum', 'all', 'size', 'off'],
    'checksum',
  ),
  'hash-cache': flag('Cache checksums of unchanged files between runs on this machine', true),
  ...concurrencyInput,
  'checksums-file': optionalPath(
    'Also write sha256 sums of the source to this file, in sha256sum format, after comparing every published byte with them (unless `verify` is `off`). The file itself is never published',
  ),
  'dry-run': flag('Only check and plan', false),
  ...undoingTimeoutInput,
  'lock-wait-minutes': minutes('How long to keep retrying while another upload locks the asset', 30),
  'show-summary': flag('Write a job summary', true),
};

/** The outputs that describe a published version, from a directory or from parts. */
export const versionOutputs = {
  'version-path': 'Absolute path of the version in the registry; empty if this machine cannot read it there',
  manifest: 'The manifest as JSON while it is at most 64 KiB, else empty',
  'manifest-path': 'A file with the manifest, always',
  'manifest-truncated': '`true` if the manifest was too long for `manifest`',
  'manifest-digest':
    'A sha256 over paths, sizes and MD5 sums, links left out. The same content has the same digest; it is as strong as MD5, see `checksums-file`',
  status: '`created`, `verified`, `skipped`, `planned`, `failed`, `timed-out` or `cancelled`',
  created: '`true` if this step published a version',
  probational: '`true` if the version is on probation',
  'files-count': 'Number of files in the version',
  'size-bytes': 'Size of all files in the version',
  'copied-bytes': 'Bytes that had to be copied to staging',
  'linked-bytes': 'Bytes of the version that the registry keeps as links to files it had already',
  'previous-version': 'The latest version before this one, if there was one',
  ...changeOutputs,
  'diff-path': 'A JSON file with `added`, `changed` and `removed` paths',
  'version-url': "The version under the service's `/fetch`",
  'approve-command':
    'For a version on probation, the shell command that approves exactly this content; else empty',
};

export const uploadOutputs = {
  ...versionOutputs,
  'source-kept':
    'With `consume`, how many files and links of the source stay: all for a version on probation, else those that could not be removed or have changed since; empty for a skipped version',
};

/** The context of a run of the root action. */
export type UploadContext = CommandContext<typeof uploadInputs, keyof typeof uploadOutputs>;

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
