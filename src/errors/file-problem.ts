import { bytesText } from './problem.ts';

/** A file that differs from the manifest of its version. */
export type FileProblem = {
  /** Relative to the version. */
  readonly path: string;
} & (
  | {
      /** It does not exist; is not a usable file; or changed while it was read. */
      readonly kind: 'missing' | 'unsuitable' | 'changed';
    }
  | {
      /** Its metadata, or its content, could not be read. */
      readonly kind: 'metadata-unreadable' | 'unreadable';
      /** The words of the system. */
      readonly error: string;
    }
  | {
      /** In bytes. */
      readonly kind: 'size';
      readonly expected: number;
      readonly found: number;
    }
  | { readonly kind: 'md5'; readonly expected: string; readonly found: string }
);

/** A sentence that begins with the path. */
export function fileProblemText(problem: FileProblem): string {
  const { path } = problem;
  switch (problem.kind) {
    case 'missing':
      return `${path} is missing`;
    case 'unsuitable':
      return `${path} is not a usable file`;
    case 'changed':
      return `${path} changed while it was copied`;
    case 'metadata-unreadable':
      return `${path} could not be examined: ${problem.error}`;
    case 'unreadable':
      return `${path} could not be read: ${problem.error}`;
    case 'size':
      return `${path} should have ${bytesText(problem.expected)}, but has ${problem.found}`;
    case 'md5':
      return `${path} should have the MD5 ${problem.expected}, but has ${problem.found}`;
  }
}
