import { bytesText, problem, problemTable, quoted } from '../problem.ts';

/** The directory that is uploaded. */
export const SOURCE = problemTable(() => ({
  'source-changed': problem<{ path: string }>({
    code: 'invalid-source',
    input: 'directory',
    text: ({ path }) => `${quoted(path)} changed while it was being staged`,
    hint: 'Make sure that nothing writes to the directory while it is uploaded.',
  }),
  'source-changed-late': problem<{ paths: readonly string[] }>({
    code: 'content-differs',
    input: 'directory',
    text: ({ paths }) =>
      `${quoted(paths[0])}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''} ${CHANGED_LATE}`,
    headline: ({ paths }) => `${paths.length} files ${CHANGED_LATE}`,
    findings: ({ paths }) => paths.slice(0, MOST_PATHS).map((path) => `${quoted(path)} changed`),
    hint: 'Make sure that nothing writes to the directory while it is uploaded, and publish again.',
  }),
  'source-shorter': problem<{ path: string; sizeBytes: number; bytesRead: number }>({
    code: 'invalid-source',
    input: 'directory',
    text: ({ path, sizeBytes, bytesRead }) =>
      `${quoted(path)} should have ${bytesText(sizeBytes)}, as when it was scanned, but ${bytesRead} could be read`,
    hint: 'Make sure that nothing writes to the directory while it is uploaded. If the filesystem reports a size that is not that of the content, copy the file first.',
  }),
  'source-gone': problem<{ error: string }>({
    code: 'invalid-source',
    input: 'directory',
    text: ({ error }) => `a file can no longer be read: ${error}`,
    hint: 'Make sure that nothing changes the directory while it is uploaded.',
  }),
  'bad-pattern': problem<{ pattern: string; expected: string }>({
    code: 'invalid-input',
    input: 'files',
    text: ({ pattern, expected }) =>
      `files should contain patterns ${expected}, but one is ${quoted(pattern.slice(0, LONGEST_PATTERN))}`,
    hint: 'Write patterns like data/**/*.csv, relative to directory.',
  }),
}));

const CHANGED_LATE =
  'changed while being uploaded, so the published content may be neither the old nor the new one';
const MOST_PATHS = 20;
const LONGEST_PATTERN = 200;
