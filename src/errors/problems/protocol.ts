import { badNameText } from '../bad-name.ts';
import { hint, setting } from '../hint.ts';
import { problem, problemTable } from '../problem.ts';

/** Names and records. */
export const PROTOCOL = problemTable(() => ({
  'bad-name': problem<{
    /** `project`, `asset` or `version`. */
    kind: string;
    /** Left out if it is not text. */
    name?: string;
    /** The rule that it breaks. */
    found: string;
  }>({
    code: 'invalid-name',
    input: ({ kind }) => kind,
    text: badNameText,
    hint: ({ kind }) =>
      hint`Choose another ${setting(kind)} name; letters, digits, dots, dashes and underscores are always safe.`,
  }),
  'damaged-record': problem<{ record: string; expected: string; found: string }>({
    code: 'corrupt-record',
    text: ({ record, expected, found }) => `${record} should be ${expected}, but is ${found}`,
    hint: 'Report the damaged record to the administrator of the registry.',
  }),
  'not-json': problem<{ record: string; error: string }>({
    code: 'corrupt-record',
    text: ({ record, error }) => `${record} should be JSON, but is not: ${error}`,
    hint: hint`Check that ${setting('url')} is the address of a Gobbler. If it is, report the damaged record to the administrator of its registry.`,
  }),
  'damaged-manifest': problem<{ record: string; found: string }>({
    code: 'corrupt-record',
    text: ({ record, found }) => `${record} should be a manifest, but ${found}`,
    hint: hint`Check that ${setting('url')} is the address of a Gobbler. If it is, report the damaged record to the administrator of its registry.`,
  }),
}));
