import { bytesText, quoted } from './problem.ts';

/** An entry in which a version is not what was expected. */
export interface Mismatch {
  /** Relative to the version. */
  readonly path: string;
  /**
   * `missing` in the version; only in the version (`unexpected`); there as a `directory`; `unreadable` there with the bytes
   * that its manifest lists; with another size (bytes), MD5 or sha256; or no `provenance` file about this content.
   */
  readonly kind:
    | 'missing'
    | 'unexpected'
    | 'directory'
    | 'unreadable'
    | 'provenance'
    | 'size'
    | 'md5'
    | 'sha256';
  /** The size (bytes), MD5 or sha256 that the entry should have. */
  readonly expected?: string | number | undefined;
  /** The size (bytes), MD5 or sha256 that it has; an empty MD5 for an empty directory. */
  readonly found?: string | number | undefined;
}

/** A sentence that begins with the path: the version should be like the source. */
export function mismatchText(mismatch: Mismatch): string {
  const { path, kind, expected, found } = mismatch;
  return isOfContent(kind)
    ? `${quoted(path)} should have ${amount(kind, expected)}, but has ${found === '' ? 'none (an empty directory)' : found} in the version`
    : presenceText(path, kind, expected);
}

/** The same if it is the directory that should be like the version. */
export function directoryMismatchText(mismatch: Mismatch): string {
  const { path, kind, expected, found } = mismatch;
  return isOfContent(kind)
    ? `${quoted(path)} has ${amount(kind, expected)}, but should have ${found === '' ? 'none (an empty directory)' : found}`
    : presenceText(path, kind, expected);
}

type ContentKind = 'size' | 'md5' | 'sha256';

const isOfContent = (kind: Mismatch['kind']): kind is ContentKind =>
  kind === 'size' || kind === 'md5' || kind === 'sha256';

function presenceText(
  path: string,
  kind: Exclude<Mismatch['kind'], ContentKind>,
  expected: Mismatch['expected'],
): string {
  const state = {
    missing: 'is missing in the version',
    unexpected: 'is only in the version',
    directory: 'is a directory in the version',
    provenance: 'should be a provenance file about this content, but is something else in the version',
    unreadable: `cannot be read in the version with its ${bytesText(expected)}`,
  }[kind];
  return `${quoted(path)} ${state}`;
}

const amount = (kind: ContentKind, expected: Mismatch['expected']): string =>
  kind === 'size'
    ? bytesText(expected)
    : kind === 'md5'
      ? expected === ''
        ? 'no MD5 (an empty directory)'
        : `MD5 ${expected}`
      : `sha256 ${expected}`;
