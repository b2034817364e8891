import { quoted } from './problem.ts';

/** An entry in which a version is not what was expected. */
export interface Mismatch {
  /** Relative to the version. */
  readonly path: string;
  /**
   * `missing` in the version; only in the version (`unexpected`); there as a `directory`; or with another size (bytes),
   * MD5 or sha256.
   */
  readonly kind: 'missing' | 'unexpected' | 'directory' | 'size' | 'md5' | 'sha256';
  readonly expected?: string | number | undefined;
  readonly found?: string | number | undefined;
}

/** A sentence that begins with the path: the version should be like the source. */
export function mismatchText({ path, kind, expected, found }: Mismatch): string {
  switch (kind) {
    case 'missing':
      return `${quoted(path)} is missing there`;
    case 'unexpected':
      return `${quoted(path)} is only there`;
    case 'directory':
      return `${quoted(path)} is a directory there`;
    default:
      return `${quoted(path)} should have ${amount(kind, expected)}, but has ${found} there`;
  }
}

/** The same if it is the directory that should be like the version. */
export function directoryMismatchText({ path, kind, expected, found }: Mismatch): string {
  switch (kind) {
    case 'missing':
      return `${quoted(path)} is missing in the version`;
    case 'unexpected':
      return `${quoted(path)} is only in the version`;
    case 'directory':
      return `${quoted(path)} is a directory in the version`;
    default:
      return `${quoted(path)} has ${amount(kind, expected)}, but should have ${found}`;
  }
}

const amount = (kind: 'size' | 'md5' | 'sha256', expected: Mismatch['expected']): string =>
  kind === 'size'
    ? `${expected} bytes`
    : kind === 'md5'
      ? `MD5 ${expected || 'of a directory'}`
      : `sha256 ${expected}`;
