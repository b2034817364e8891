import { type Actor, actorText } from '../actor.ts';
import { hint, setting } from '../hint.ts';
import { problem, problemTable, quoted } from '../problem.ts';

/** A multipart upload. */
export interface UploadFacts {
  readonly uploadId: string;
  /** Like p/a/v. */
  readonly version: string;
}

/** An upload that was submitted before. */
export interface SubmittedFacts extends UploadFacts {
  /** The submit that has published it. */
  readonly by: Actor;
}

/** A sentence without its full stop. */
export function submittedText({ uploadId, version, by }: SubmittedFacts): string {
  return `multipart upload ${uploadId} was already submitted as ${version}, by ${actorText(by)}`;
}

const byText = (by: Actor | undefined): string => (by === undefined ? '' : `, by ${actorText(by)}`);

/** Multipart uploads, their parts and submits. */
export const PARTS = problemTable(() => ({
  'upload-id-malformed': problem<{ uploadId: string }>({
    code: 'invalid-input',
    input: 'upload-id',
    text: ({ uploadId }) =>
      `upload-id should be like gobbler-multipart-0123456789abcdef01234567, but is ${quoted(uploadId)}`,
    hint: 'Pass on the upload id that stage has printed, or set as an output, when it started the upload.',
  }),
  'upload-of-other-version': problem<
    UploadFacts & {
      /** The part of the name of the version that differs. */
      kind: 'project' | 'asset' | 'version';
      expected: string;
      found: string;
    }
  >({
    code: 'invalid-input',
    input: ({ kind }) => kind,
    text: ({ uploadId, version, kind, expected, found }) =>
      `${kind} should be ${quoted(expected)}, since multipart upload ${uploadId} is for ${version}, but is ${quoted(found)}`,
    hint: hint`Leave out ${setting('project')}, ${setting('asset')} and ${setting('version')}, or start another upload for that version.`,
  }),
  'upload-unreadable': problem<{ directory: string; error: string }>({
    code: 'staging-unavailable',
    input: 'staging',
    text: ({ directory, error }) => `multipart upload ${directory} cannot be inspected: ${error}`,
    hint: 'Check the staging directory, its filesystem, and the permissions of this user.',
  }),
  'upload-missing': problem<{ uploadId: string; staging: string }>({
    code: 'not-found',
    input: 'upload-id',
    text: ({ uploadId, staging }) =>
      `multipart upload ${uploadId} is not in the staging directory ${staging}`,
    hint: hint`Check that this machine sees the same staging directory as the one that started the upload. Uploads are removed after ${setting('keep-days')} without a change: if it was, start a new one, and stage all parts again.`,
  }),
  'upload-not-own': problem<{
    path: string;
    /** The name of this user, if it is known, and the user id. */
    user?: string;
    uid: number | undefined;
    found: 'symlink' | 'directory' | 'file';
    foundUid: number;
  }>({
    code: 'not-authorized',
    input: 'upload-id',
    text: ({ path, user = 'this user', uid, found, foundUid }) => {
      const entry = { symlink: 'a symbolic link', directory: 'a directory', file: 'a file' }[found];
      return `multipart upload ${path} should be a directory of ${user} (user id ${uid}), but is ${entry} of user id ${foundUid}`;
    },
    hint: 'Run all steps that share an upload as the same user. If none of your jobs created it, start a new one.',
  }),
  'upload-record-damaged': problem<{ file: string }>({
    code: 'corrupt-record',
    input: 'upload-id',
    text: ({ file }) => `${file} should be a record, but is damaged`,
    hint: 'Stage that part again, or start a new upload. A full filesystem or a power failure can cause this.',
  }),
  /** It takes no more parts. */
  'upload-submitted': problem<SubmittedFacts>({
    code: 'already-exists',
    input: 'upload-id',
    text: ({ uploadId, version, by }) =>
      `multipart upload ${uploadId} was submitted as ${version}, by ${actorText(by)}`,
    hint: 'Start an upload of another version: versions are permanent.',
  }),
  'upload-removed': problem<UploadFacts>({
    code: 'not-found',
    input: 'upload-id',
    text: ({ uploadId, version }) => `multipart upload ${uploadId} of ${version} was removed in the meantime`,
    hint: hint`Start a new upload, and stage all parts again: uploads are removed after ${setting('keep-days')} without a change.`,
  }),
  /** It takes no parts in the meantime. */
  'upload-being-submitted': problem<
    UploadFacts & {
      /** The submit, if it has left its name. */
      by?: Actor;
    }
  >({
    code: 'lock-timeout',
    input: 'upload-id',
    text: ({ uploadId, version, by }) =>
      `multipart upload ${uploadId} of ${version} is being submitted${byText(by)}`,
    hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes the parts, or lets you stage more.',
  }),
  /** Another submit waits for it, for too long. */
  'other-submit-running': problem<
    UploadFacts & {
      /** The submit, if it has left its name. */
      by?: Actor;
    }
  >({
    code: 'lock-timeout',
    input: 'upload-id',
    text: ({ uploadId, version, by }) =>
      `multipart upload ${uploadId} of ${version} is being submitted, by ${by === undefined ? 'another process' : actorText(by)}`,
    hint: hint`Wait until it has ended, or raise ${setting('lock-wait-minutes')}. It takes three minutes to detect that a submit was killed on another machine.`,
  }),
  'submit-taken-over': problem<{ uploadId: string }>({
    code: 'lock-timeout',
    input: 'upload-id',
    text: ({ uploadId }) =>
      `another submit of multipart upload ${uploadId} took over, because this one seemed to be dead`,
    hint: 'Check how the other submit ends. If it fails too, repeat this one.',
  }),
  'parts-keep-coming': problem<
    UploadFacts & {
      /** How often the parts were merged. */
      times: number;
    }
  >({
    code: 'lock-timeout',
    input: 'upload-id',
    text: ({ uploadId, version, times }) =>
      `multipart upload ${uploadId} of ${version} got new parts ${times} times while it was being submitted`,
    hint: 'Start submit after all parts.',
  }),
  'submitted-before': problem<SubmittedFacts>({
    code: 'already-exists',
    input: 'upload-id',
    text: submittedText,
    hint: hint`Set ${setting('if-exists', 'verify')} to make this a success. Nothing is left to do.`,
  }),
  'submitted-without-parts': problem<SubmittedFacts & { parts: readonly string[] }>({
    code: 'not-found',
    input: 'parts',
    text: ({ parts, ...submitted }) =>
      `${submittedText(submitted)}, without ${parts.length === 1 ? 'part' : 'parts'} ${parts.map(quoted).join(', ')}`,
    hint: hint`Correct ${setting('parts')}, or start an upload of another version, and stage all parts again: versions are permanent.`,
  }),
  'submitted-version-gone': problem<SubmittedFacts>({
    code: 'not-found',
    input: 'upload-id',
    text: (submitted) => `${submittedText(submitted)}, but the version no longer exists`,
    hint: 'Start a new upload, and stage all parts again: the version was rejected, has expired, or was removed.',
  }),
  'submitted-version-replaced': problem<SubmittedFacts>({
    code: 'content-differs',
    input: 'upload-id',
    text: (submitted) => `${submittedText(submitted)}, but the version now has other content`,
    hint: 'Choose another version name: the version was removed, and other content was published under its name.',
  }),
  'part-name-unusable': problem<{
    part: string;
    /** Its length in UTF-8; `no-line`, as it could not be a line of the input `parts`; or the rule of names that it breaks. */
    found: 'no-line' | { readonly bytes: number; readonly limitBytes: number } | { readonly rule: string };
  }>({
    code: 'invalid-name',
    input: 'part',
    text: ({ part, found }) => {
      const state =
        found === 'no-line'
          ? "may not begin with '#', contain a line break, or begin or end with whitespace, because the input parts of submit could not list it"
          : 'rule' in found
            ? found.rule
            : `may not be longer than ${found.limitBytes} bytes, but has ${found.bytes}`;
      return `part name ${quoted(part)} ${state}`;
    },
    hint: 'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
  }),
  'part-path-unusable': problem<{
    path: string;
    /** The first name that no file of a version can have, and the rule that it breaks; `absolute` for a path from the root. */
    found: 'absolute' | { readonly name: string; readonly rule: string };
  }>({
    code: 'invalid-input',
    input: 'path',
    text: ({ path, found }) => {
      const state =
        found === 'absolute' ? 'is absolute' : `has the name ${quoted(found.name)}, which ${found.rule}`;
      return `path should be a path within the version, but ${quoted(path)} ${state}`;
    },
    hint: 'Give a path like samples/a, or leave it out for the root of the version.',
  }),
  'part-superseded': problem<{
    part: string;
    version: string;
    /** The later run, if it has left its name. */
    by?: Actor;
  }>({
    code: 'already-exists',
    input: 'part',
    text: ({ part, version, by }) =>
      `this run of part ${quoted(part)} of ${version} was superseded by a later one${byText(by)}`,
    hint: 'Give each part its own name, such as one from the matrix.',
  }),
  'part-too-late': problem<SubmittedFacts & { part: string }>({
    code: 'already-exists',
    input: 'upload-id',
    text: ({ part, uploadId, version, by }) =>
      `part ${quoted(part)} came too late: multipart upload ${uploadId} was submitted as ${version} without it, by ${actorText(by)}`,
    hint: hint`Start submit after all parts, or list them in ${setting('parts')}. To publish this part, start an upload of another version.`,
  }),
  /** Whether the running submit includes it is unknown. */
  'part-undecided': problem<{ part: string; uploadId: string }>({
    code: 'lock-timeout',
    input: 'upload-id',
    text: ({ part, uploadId }) =>
      `part ${quoted(part)} was staged while multipart upload ${uploadId} was being submitted, and the submit has not ended yet`,
    hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes this part, too.',
  }),
  'part-changed': problem<{
    part: string;
    /** The directory of the upload. */
    directory: string;
    /** The message of the cause, which says how it was noticed. */
    error: string;
  }>({
    code: 'content-differs',
    input: 'upload-id',
    text: ({ part, error }) => `part ${quoted(part)} has changed since it was staged: ${error}`,
    hint: ({ directory }) =>
      `Stage the part again. Let nothing but stage write below ${directory}, or to files that were staged.`,
  }),
  /** A cause of `part-changed`. */
  'part-file-changed': problem<{ path: string }>({
    code: 'invalid-source',
    text: ({ path }) => `${quoted(path)} now has other content`,
  }),
  'stage-inputs-missing': problem<{
    missing: readonly StageInput[];
    /** Where this front end takes inputs from, as a hint. */
    advice: string;
  }>({
    code: 'invalid-input',
    input: ({ missing }) => missing.join(', '),
    text: ({ missing }) =>
      missing.length === 1 ? missingText(missing[0] as StageInput) : missingHeadline(missing),
    headline: ({ missing }) => missingHeadline(missing),
    findings: ({ missing }) => missing.map(missingText),
    hint: ({ advice }) => advice,
  }),
}));

/** An input of stage that others require. */
export type StageInput = 'project' | 'asset' | 'version' | 'part' | 'directory';

const missingHeadline = ({ length }: readonly StageInput[]): string => `${length} inputs are missing`;

function missingText(input: StageInput): string {
  const purpose =
    input === 'part' || input === 'directory'
      ? 'to stage files'
      : 'to start an upload, unless upload-id is given';
  return `${input} is required ${purpose}, but is empty`;
}
