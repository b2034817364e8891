import { hint } from '../hint.ts';
import { problem, problemTable, quoted } from '../problem.ts';

/** Names and records. */
export const PROTOCOL = problemTable(() => ({
  'bad-name': problem<{
    /** `project`, `asset` or `version`. */
    kind: string;
    name: unknown;
    /** The rule that it breaks. */
    found: string;
  }>({
    code: 'invalid-name',
    input: ({ kind }) => kind,
    text: ({ kind, name, found }) => `${kind} name ${quoted(name)} ${found}`,
    hint: ({ kind }) =>
      hint`Choose another ${{ input: kind }} name; letters, digits, dots, dashes and underscores are always safe.`,
  }),
  'damaged-record': problem<{ record: string; expected: string; found: string }>({
    code: 'corrupt-record',
    text: ({ record, expected, found }) => `${record} should be ${expected}, but is ${found}`,
    hint: 'The registry holds a damaged record; tell its administrator.',
  }),
  'not-json': problem<{ record: string; error: string }>({
    code: 'corrupt-record',
    text: ({ record, error }) => `${record} should be JSON, but is not: ${error}`,
    hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
  }),
  'damaged-manifest': problem<{ record: string; found: string }>({
    code: 'corrupt-record',
    text: ({ record, found }) => `${record} should be a manifest, but ${found}`,
    hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
  }),
}));
