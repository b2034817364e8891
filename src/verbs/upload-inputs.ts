import {
  choice,
  directoryPath,
  flag,
  integerOrAuto,
  lines,
  minutes,
  optionalPath,
  requiredText,
  text,
} from './inputs.ts';
import { serviceInputs } from './service-inputs.ts';
import type { VerbContext } from './verb.ts';

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

/** What there is to say of a version that was published, from a directory or from parts. */
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

/** What a run of the root action gets. */
export type UploadContext = VerbContext<typeof uploadInputs, (typeof uploadOutputs)[number]>;
