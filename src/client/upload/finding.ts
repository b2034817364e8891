import { type ErrorCode, GobblerError } from '../../protocol/errors.ts';
import type { Scan, SourceFile, SymlinkPolicy } from './source-tree.ts';

/** A kind of reason to refuse an upload. Findings of one kind are reported together, with one hint. */
export type FindingKind = keyof typeof KINDS;

/** One reason to refuse an upload, found before anything was moved. */
export interface Finding {
  readonly kind: FindingKind;
  /** A sentence: the subject, what was expected, what was found. */
  readonly message: string;
  /** The public name of the input that has to change, where the kind alone does not tell. */
  readonly input?: string;
}

interface KindOfFinding {
  readonly code: ErrorCode;
  /** The public name of the input that has to change. */
  readonly input: string;
  readonly title: string;
  readonly hint: string;
}

const source = (title: string, hint: string, input = 'directory'): KindOfFinding => ({
  code: 'invalid-source',
  input,
  title,
  hint,
});

/** The kinds of findings, with what people see of each. */
export const KINDS = {
  'missing-directory': source(
    'Directory not found',
    'Check the path. A relative one starts from the workspace; in a shell, from the current directory.',
  ),
  unreadable: source('Not readable', 'Give this user the right to read it, or move it out of the directory.'),
  'no-files': source(
    'No files found',
    'Check directory, files and include-hidden-files; was the step that makes the files run?',
  ),
  'overlapping-directory': source(
    'Overlaps with staging',
    'Give a directory outside of the staging directory.',
  ),
  'special-file': source(
    'Neither file nor directory',
    'Only regular files, directories and links can be published: remove it, or exclude it with files.',
  ),
  'internal-name': source(
    'Reserved name',
    'The service keeps names that start with two dots for itself: rename it, or exclude it with files.',
  ),
  'not-utf8': source(
    'Name is not UTF-8',
    'The service would mangle the name: rename it, or move it out of the directory.',
  ),
  'path-too-long': source('Path too long', 'Shorten the names or the nesting.'),
  link: source(
    'Link',
    'Set symlinks: preserve or symlinks: dereference, or exclude it with files.',
    'symlinks',
  ),
  'dangling-link': source(
    'Dangling link',
    'Restore its target, remove it, or exclude it with files.',
    'symlinks',
  ),
  'directory-link': source(
    'Link to a directory',
    'The service takes links to files only. Set symlinks: dereference to publish the content, or exclude it with files.',
    'symlinks',
  ),
  'outside-link': source(
    'Link to the outside',
    'Only links to files in the directory or in the registry can be published. Set symlinks: dereference to publish the content, or exclude the link with files.',
    'symlinks',
  ),
  'link-to-left-out': source(
    'Link to a file that is left out',
    'Include the target with files or include-hidden-files, or exclude the link too.',
    'symlinks',
  ),
  'cyclic-link': source('Links in a circle', 'Break the circle, or exclude it with files.', 'symlinks'),
  'long-link': source(
    'Links to links to links',
    'Linux follows 40 of them. Let them lead to the file itself, or exclude them with files.',
    'symlinks',
  ),
  'registry-link': source(
    'Link into the registry',
    'It has to lead to a file in the manifest of a version that is not on probation.',
    'symlinks',
  ),
  collision: {
    code: 'already-exists',
    input: 'path',
    title: 'Claimed by two legs',
    hint: 'Give the legs different paths, or let only one of them bring it; then repeat that leg.',
  },
  'missing-leg': {
    code: 'not-found',
    input: 'legs',
    title: 'Leg is missing',
    hint: 'Stage what is missing, or correct legs.',
  },
  'unfinished-leg': {
    code: 'not-found',
    input: 'legs',
    title: 'Leg has not finished',
    hint: 'Wait for the legs that are still at work, and repeat those that were killed; or name in legs those that are enough.',
  },
  contradiction: {
    code: 'invalid-input',
    input: 'consume',
    title: 'Inputs contradict each other',
    hint: 'Change one of the two inputs.',
  },
  'bad-name': {
    code: 'invalid-name',
    input: 'project, asset, version',
    title: 'Bad name',
    hint: 'Letters, digits, dots, dashes and underscores are always safe.',
  },
  staging: {
    code: 'staging-unavailable',
    input: 'staging',
    title: 'Staging directory',
    hint: 'The runner has to share the filesystem of the service. If it is mounted elsewhere here, set staging.',
  },
  clock: {
    code: 'request-expired',
    input: 'staging',
    title: 'Clocks differ',
    hint: 'Synchronise the clocks of this machine, the file server and the service.',
  },
  'no-project': {
    code: 'not-found',
    input: 'project',
    title: 'Project not found',
    hint: 'Check the name. An administrator of the Gobbler creates projects.',
  },
  'not-allowed': {
    code: 'not-authorized',
    input: 'project',
    title: 'Not allowed to upload',
    hint: 'An owner of the project can make this user an uploader.',
  },
  untrusted: {
    code: 'on-probation',
    input: 'if-probational',
    title: 'Would be on probation',
    hint: 'Set probation: true, or ask an owner of the project to make this user a trusted uploader.',
  },
  spoof: {
    code: 'not-authorized',
    input: 'spoof',
    title: 'Not allowed to act for others',
    hint: 'Leave spoof out, or ask the operator of the service to allow it.',
  },
  'unknown-user': {
    code: 'not-authorized',
    input: 'staging',
    title: 'Unknown user',
    hint: 'Run the job as a user who has an account on the machine of the service; jobs in containers often do not.',
  },
  'version-exists': {
    code: 'already-exists',
    input: 'version',
    title: 'Version exists',
    hint: 'Versions are permanent: choose another version name.',
  },
  'version-unfinished': {
    code: 'already-exists',
    input: 'version',
    title: 'Version is unfinished',
    hint: 'If no upload is running, the service crashed in the middle of one: choose another version name, or ask an administrator to delete this one (with force).',
  },
} as const satisfies Record<string, KindOfFinding>;

/** Findings of one kind, as they are shown together. */
export interface FindingGroup extends KindOfFinding {
  readonly kind: FindingKind;
  readonly messages: readonly string[];
}

/** An upload that was refused before anything was moved, with everything that was found. */
export class UploadRefused extends GobblerError {
  readonly groups: readonly FindingGroup[];

  constructor(subject: string, groups: readonly FindingGroup[]) {
    const messages = groups.flatMap((group) => group.messages);
    const [first] = groups;
    const summary =
      messages.length === 1
        ? `${messages[0]}`
        : `${subject} was refused for ${messages.length} reasons: ${messages[0]}; …`;
    super(first?.code ?? 'invalid-source', summary, {
      findings: messages,
      ...(first && { input: first.input, hint: first.hint }),
    });
    this.groups = groups;
  }
}

/** Does nothing if there are no findings; else throws all of them as one {@link UploadRefused}, grouped by kind. */
export function refuseIfAny(subject: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  throw new UploadRefused(
    subject,
    kinds.map((kind) => {
      const found = findings.filter((finding) => finding.kind === kind);
      const inputs = new Set(found.map(({ input }) => input ?? KINDS[kind].input));
      const messages = found.map(({ message }) => message);
      return { kind, messages, ...KINDS[kind], input: [...inputs].join(', ') };
    }),
  );
}

/** A source without a single file, unless the caller does not mind. */
export function emptyFindings(scanned: Scan, { allowEmpty }: { readonly allowEmpty?: boolean }): Finding[] {
  const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
  if (!isEmpty || allowEmpty === true || scanned.findings.length > 0) return [];
  const { hidden, unselected } = scanned.leftOut;
  const reasons = [
    ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
    ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
  ];
  const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
  return [{ kind: 'no-files', message: `directory ${scanned.root} holds no files to upload${but}` }];
}

/** Options that cannot be meant together. */
export function contradictions({
  consume,
  symlinks,
}: {
  readonly consume?: boolean;
  readonly symlinks?: SymlinkPolicy;
}): Finding[] {
  if (consume !== true || symlinks !== 'dereference') return [];
  return [
    {
      kind: 'contradiction',
      message:
        'consume cannot be combined with symlinks: dereference, since the files behind the links lie elsewhere',
    },
  ];
}

/** Refuses to take a version for what the source holds, with code `content-differs`, if that has changed meanwhile. */
export function refuseIfChanged(changed: readonly SourceFile[]): void {
  const [first] = changed;
  if (first === undefined) return;
  const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  throw new GobblerError(
    'content-differs',
    `${JSON.stringify(first.path)}${more} changed while being uploaded, so what was published may be neither the old nor the new content`,
    {
      input: 'directory',
      findings: changed.slice(0, 20).map((file) => `${JSON.stringify(file.path)} changed`),
      hint: 'Make sure that nothing writes to the directory any more before it is uploaded, and publish again.',
    },
  );
}
