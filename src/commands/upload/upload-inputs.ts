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
  project: requiredText(),
  asset: requiredText(),
  version: requiredText(),
  directory: directoryPath(),
  ...serviceInputs,
  spoof: text(),
  files: lines('**'),
  'include-hidden-files': flag(false),
  'if-no-files-found': choice(['error', 'warn', 'ignore'], 'error'),
  symlinks: choice(['preserve', 'dereference', 'error'], 'preserve'),
  probation: flag(false),
  'if-probational': choice(['warn', 'error', 'ignore'], 'warn'),
  'if-exists': choice(['verify', 'skip', 'error'], 'verify'),
  deduplicate: choice(['latest', 'all', 'off'], 'latest'),
  consume: flag(false),
  verify: choice(['checksum', 'all', 'size', 'off'], 'checksum'),
  'hash-cache': flag(true),
  concurrency: integerOrAuto({ from: 1, to: 1024 }),
  'checksums-file': optionalPath(),
  'dry-run': flag(false),
  'timeout-minutes': minutes(0),
  'lock-wait-minutes': minutes(30),
  'show-summary': flag(true),
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
