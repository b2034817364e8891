import { hint, setting } from '../hint.ts';
import { bytesText, headed, type NoFacts, problem, problemTable, quoted } from '../problem.ts';

/** Fetched files: the cache, downloads, and copies at a destination. */
export const DOWNLOAD = problemTable(() => ({
  'no-cache-directory': problem<{
    /** All that were tried; empty if the user has no home directory. */
    directories: readonly UnusableDirectory[];
  }>({
    code: 'destination-unavailable',
    text: ({ directories }) => {
      const state =
        directories.length === 0
          ? 'this user has no home directory'
          : directories.map(unusableText).join(', ');
      return `${NO_CACHE}: ${state}`;
    },
    headline: () => NO_CACHE,
    findings: ({ directories }) => directories.map(unusableText),
    hint: 'Set HOME or XDG_CACHE_HOME to a directory that this user can write to.',
  }),
  'cache-directory-unusable': problem<UnusableDirectory>({
    code: 'destination-unavailable',
    text: (unusable) => `${unusable.directory} should be a cache directory, but ${unusableState(unusable)}`,
    hint: 'Give a writable directory that belongs to this user.',
  }),
  'file-vanished': problem<{
    /** Relative to the registry. */
    path: string;
  }>({
    code: 'not-found',
    text: ({ path }) => `${quoted(path)} is in the manifest, but not in the registry`,
    hint: 'Run this again: the version may have just been replaced or removed. If this persists, ask an administrator to validate it.',
  }),
  'not-in-registry': problem<{
    /** Relative to the registry. */
    path: string;
    expected: 'file' | 'directory';
  }>({
    code: 'not-found',
    input: 'path',
    text: ({ path, expected }) => `${quoted(path)} should be a ${expected} of the registry, but is not`,
    hint: 'Check the path; list the files of the version to see what exists.',
  }),
  'download-differs': problem<{
    url: string;
    expected: FileContent;
    /** `longer`: more was not read. */
    found: FileContent | 'longer';
  }>({
    code: 'content-differs',
    text: ({ url, expected, found }) =>
      found === 'longer'
        ? `${url} should have ${bytesText(expected.bytes)}, but has more`
        : `${url} should have ${bytesText(expected.bytes)} with MD5 ${expected.md5}, but has ${found.bytes} with ${found.md5}`,
    hint: 'Run this again: the version may have just been replaced. If this persists, ask an administrator to validate it.',
  }),
  'download-not-written': problem<{
    /** A file or directory. */
    item: string;
    error: string;
  }>({
    code: 'destination-unavailable',
    text: ({ item, error }) => `${item} could not be written: ${error}`,
    hint: 'Check the directory, its free space, and the permissions of this user.',
  }),
  'clone-without-registry': problem<NoFacts>({
    code: 'registry-unavailable',
    input: 'registry',
    text: () => 'registry should be visible on this machine, since a clone links to it, but is not',
    hint: 'Mount the registry on this machine, or fetch a copy of the version.',
  }),
  'clone-failed': problem<{ error: string }>({
    code: 'destination-unavailable',
    input: 'destination',
    text: ({ error }) => `the clone could not be created: ${error}`,
    hint: 'Give a directory that does not exist yet, or is empty.',
  }),
  'version-not-visible': problem<{
    /** Of the version, in the registry on this machine. */
    directory: string;
  }>({
    code: 'registry-unavailable',
    input: 'remote',
    text: ({ directory }) => `${directory} should be readable here, but is not`,
    hint: hint`Mount the registry on this machine, set ${setting('registry')} to its path here, or allow HTTP with ${setting('remote', 'auto')}.`,
  }),
  'destination-occupied': problem<{ destination: string; conflicts: readonly DestinationConflict[] }>({
    code: 'already-exists',
    input: 'destination',
    ...headed(
      ({ destination, conflicts: { length } }) =>
        `${destination} already contains ${length === 1 ? '1 other file' : `${length.toLocaleString('en')} other files`} at paths of the version`,
      ({ destination, conflicts }) =>
        conflicts
          .map((conflict) => conflictText(destination, conflict))
          .sort()
          .slice(0, MOST_CONFLICTS),
    ),
    hint: 'Remove them first, or choose another destination. Nothing was written.',
  }),
  'destination-taken': problem<{ path: string }>({
    code: 'already-exists',
    input: 'destination',
    text: ({ path }) => `${path} should be free, but something else has taken its name`,
    hint: 'Remove it first, or choose another destination. It was not overwritten.',
  }),
  'destination-unreadable': problem<{ path: string; error: string }>({
    code: 'destination-unavailable',
    input: 'destination',
    text: ({ path, error }) => `${path} could not be examined: ${error}`,
    hint: 'Check the directory, and the permissions of this user.',
  }),
}));

const NO_CACHE = 'no cache directory can be used';
const MOST_CONFLICTS = 1000;

export interface FileContent {
  readonly bytes: number;
  readonly md5: string;
}

/** A directory that cannot be used for the cache: it belongs to another user, or the system refuses. */
export type UnusableDirectory = { readonly directory: string } & (
  | {
      /** The user id of its owner. */
      readonly owner: number;
    }
  | {
      /** The words of the system. */
      readonly error: string;
    }
);

const unusableState = (unusable: UnusableDirectory): string =>
  'owner' in unusable ? `belongs to user id ${unusable.owner}` : `cannot be used: ${unusable.error}`;

const unusableText = (unusable: UnusableDirectory): string =>
  `${unusable.directory} ${unusableState(unusable)}`;

/** An entry at the destination that differs from that of the version. */
export type DestinationConflict = {
  /** Relative to the destination; empty for the destination itself. */
  readonly path: string;
} & (
  | { readonly found: 'no-directory' | 'no-file' | 'other-content' }
  | { readonly found: 'link'; readonly target: string }
  | { readonly found: 'other-size'; readonly bytes: number }
);

function conflictText(destination: string, conflict: DestinationConflict): string {
  const { path } = conflict;
  if (path === '') return `${destination} is not a directory`;
  switch (conflict.found) {
    case 'no-directory':
      return `${path} is not a directory`;
    case 'no-file':
      return `${path} is not a file`;
    case 'other-content':
      return `${path} has different content`;
    case 'link':
      return `${path} is a link to ${conflict.target}`;
    case 'other-size':
      return `${path} has a different size, ${bytesText(conflict.bytes)}`;
  }
}
