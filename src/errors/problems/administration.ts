import { hint, setting } from '../hint.ts';
import { type NoFacts, problem, problemTable, quoted } from '../problem.ts';

/** Projects, permissions and maintenance. */
export const ADMINISTRATION = problemTable(() => ({
  'global-write-of-asset': problem<{
    asset: string;
    /** Its name as an option, or as an input. */
    input: 'globalWrite' | 'global-write';
  }>({
    code: 'invalid-input',
    input: ({ input }) => input,
    text: ({ asset, input }) => `${input} applies to projects only, but asset ${quoted(asset)} was given`,
    hint: ({ input }) => hint`Leave out ${setting(input)} or the asset.`,
  }),
  'uploader-without-id': problem<{ index: number }>({
    code: 'invalid-input',
    input: 'uploaders',
    text: ({ index }) => `uploader ${index + 1} should have a user name as id, but has none`,
    hint: 'Give the name of a user as id of every uploader.',
  }),
  'uploader-until': problem<{ id: string; until: string }>({
    code: 'invalid-input',
    input: 'uploaders',
    text: ({ id, until }) =>
      `until of uploader ${quoted(id)} should be like 2030-12-31T23:59:59Z, but is ${quoted(until)}`,
    hint: 'Give a date with time and time zone.',
  }),
  'permissions-undone': problem<{
    /** Like p or p/a. */
    place: string;
    times: number;
    lost: LostChange;
  }>({
    code: 'conflicting-change',
    text: ({ place, times, lost }) =>
      `the permissions of ${place} should keep this change, but somebody else undid it ${times} times: ${lostChangeText(lost)}`,
    hint: 'Find out who else sets these permissions, and try again once nobody does.',
  }),
  'no-change-of-permissions': problem<NoFacts>({
    code: 'invalid-input',
    input: 'owners, uploaders, global-write',
    text: () => 'owners, uploaders or global-write should be given, but none is',
    hint: 'Give at least one of them. Write [] for an empty list.',
  }),
  lockout: problem<{
    /** The user who makes the change. */
    user: string;
  }>({
    code: 'invalid-input',
    input: 'owners',
    text: ({ user }) =>
      `owners does not include ${quoted(user)}, who is making this change and could not undo it`,
    hint: hint`Add the user to ${setting('owners')}, or set ${setting('prevent-lockout', 'false')} if that is intended.`,
  }),
  'uploader-list-malformed': problem<UploaderListFault>({
    code: 'invalid-input',
    input: 'uploaders',
    text: (fault) => `uploaders should be a list in YAML or JSON, but ${uploaderListFaultText(fault)}`,
    hint: 'Write a list like [{ id: alicia, asset: my-asset, until: 2030-12-31T23:59:59Z, trusted: true }]; only id is required.',
  }),
  'project-exists': problem<{ project: string }>({
    code: 'already-exists',
    input: 'if-exists',
    text: ({ project }) => `project ${quoted(project)} already exists`,
    hint: hint`Choose another name, or set ${setting('if-exists', 'skip')}.`,
  }),
  'project-incomplete': problem<{
    /** The message of the refusal; the service's own words are in `reason`. */
    error: string;
  }>({
    code: 'already-exists',
    input: 'project',
    text: ({ error }) => `${error}; the project has no permissions`,
    hint: 'Ask an administrator to delete the project first: a failed creation left it behind.',
  }),
  'not-an-administrator': problem<{
    /** The message of the refusal; the service's own words are in `reason`. */
    error: string;
  }>({
    code: 'not-authorized',
    input: 'project',
    text: ({ error }) => error,
    hint: 'Ask an administrator of the service to create the project, or run this as one.',
  }),
  unconfirmed: problem<{
    /** Like "remove p/a". */
    deed: string;
  }>({
    code: 'invalid-input',
    input: 'yes',
    text: ({ deed }) => `confirmation is required to ${deed}, but there is no terminal to ask on`,
    hint: hint`Give ${setting('yes', 'true')} if you are sure: this cannot be undone.`,
  }),
  declined: problem<{ deed: string }>({
    code: 'cancelled',
    text: ({ deed }) => `you declined to ${deed}`,
    hint: 'Run it again and answer y to go on. Nothing was changed.',
  }),
  'version-without-asset': problem<{ project: string; version: string }>({
    code: 'invalid-input',
    input: 'toDelete',
    text: ({ project, version }) =>
      `version ${quoted(version)} of ${project} should be given with its asset, but is not`,
    hint: 'Give the asset of the version, too.',
  }),
}));

/** How permissions differ from those that were set a moment ago. */
export type LostChange =
  | { readonly kind: 'owner-missing' | 'uploader-missing'; readonly id: string }
  | { readonly kind: 'owner-back' | 'uploader-back' | 'uploaders-reordered' }
  | { readonly kind: 'global-write'; readonly value: boolean };

/** The change in words, as a clause. */
export function lostChangeText(lost: LostChange): string {
  switch (lost.kind) {
    case 'owner-missing':
      return `the owner ${quoted(lost.id)} is missing`;
    case 'uploader-missing':
      return `an entry for the uploader ${quoted(lost.id)} is missing`;
    case 'owner-back':
      return 'a removed owner is back';
    case 'uploader-back':
      return 'a removed uploader is back';
    case 'uploaders-reordered':
      return 'uploaders are in a different order';
    case 'global-write':
      return `global write is ${lost.value}`;
  }
}

/** Why a text is no list of uploaders. Entries are counted from 1; values are as they were read. */
export type UploaderListFault =
  | { readonly kind: 'unreadable'; readonly error: string }
  | { readonly kind: 'no-list'; readonly value: unknown }
  | { readonly kind: 'no-entry'; readonly entry: number; readonly value: unknown }
  | {
      readonly kind: 'unknown-field';
      readonly entry: number;
      readonly field: string;
      readonly fields: readonly string[];
    }
  | { readonly kind: 'no-text'; readonly entry: number; readonly field: string; readonly value: unknown }
  | { readonly kind: 'no-id'; readonly entry: number }
  | { readonly kind: 'no-trust'; readonly entry: number; readonly value: string };

const LONGEST_VALUE = 60;

function uploaderListFaultText(fault: UploaderListFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return `cannot be read: ${fault.error}`;
    case 'no-list':
      return `is ${quoted(fault.value).slice(0, LONGEST_VALUE)}`;
    case 'no-entry':
      return `entry ${fault.entry} is ${quoted(fault.value)}, not an entry with an id`;
    case 'unknown-field':
      return `entry ${fault.entry} has the unknown field ${quoted(fault.field)}, not one of ${fault.fields.join(', ')}`;
    case 'no-text':
      return `${fault.field} of entry ${fault.entry} is ${quoted(fault.value)}, not text`;
    case 'no-id':
      return `entry ${fault.entry} has no id`;
    case 'no-trust':
      return `trusted of entry ${fault.entry} is ${quoted(fault.value)}, not true or false`;
  }
}
