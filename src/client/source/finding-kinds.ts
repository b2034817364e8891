import { type ErrorCode, type Hint, hint, setting } from '../../protocol/index.ts';

/** A kind of reason to refuse an upload. Findings of one kind are reported together, with one hint. */
export type FindingKind = keyof typeof KINDS;

/** The texts that people see for a kind of finding. */
export interface KindOfFinding {
  readonly code: ErrorCode;
  /** The public name of the input that has to change. */
  readonly input: string;
  readonly title: string;
  readonly hint: Hint;
}

const source = (title: string, hint: Hint, input = 'directory'): KindOfFinding => ({
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
  unreadable: source(
    'Not readable',
    hint`Give this user the right to read it, or exclude it with ${setting('files')}.`,
  ),
  'being-removed': source(
    'Being removed by consume',
    'Wait for the other upload of this directory; or compare the two files, and remove one of them.',
  ),
  'no-files': source(
    'No files found',
    'Check directory, files and include-hidden-files; was the step that makes the files run?',
  ),
  'overlapping-directory': source(
    "Overlaps with the service's directories",
    'Give a directory outside of them; or a copy, if it is to be removed.',
  ),
  'special-file': source(
    'Neither file nor directory',
    hint`Only regular files, directories and links can be published: remove it, or exclude it with ${setting('files')}.`,
  ),
  'no-fixed-content': source(
    'No fixed content',
    hint`The kernel makes it up when it is read, and it may hold secrets: copy what you need to a regular file, or exclude it with ${setting('files')}.`,
  ),
  'internal-name': source(
    'Reserved name',
    hint`The service keeps names that start with two dots for itself: rename it, or exclude it with ${setting('files')}.`,
  ),
  'not-utf8': source(
    'Name is not UTF-8',
    hint`The service would mangle the name: rename it, or exclude it with ${setting('files')}.`,
  ),
  'path-too-long': source('Path too long', 'Shorten the names or the nesting.'),
  link: source(
    'Link',
    hint`Set ${setting('symlinks', 'preserve')} or ${setting('symlinks', 'dereference')}, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'dangling-link': source(
    'Dangling link',
    hint`Restore its target, remove it, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'directory-link': source(
    'Link to a directory',
    hint`The service takes links to files only. Set ${setting('symlinks', 'dereference')} to publish the content, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'outside-link': source(
    'Link to the outside',
    hint`Only links to files in the directory or in the registry can be published. Set ${setting('symlinks', 'dereference')} to publish the content, or exclude the link with ${setting('files')}.`,
    'symlinks',
  ),
  'link-to-left-out': source(
    'Link to a file that is left out',
    hint`Include the target with ${setting('files')} or ${setting('include-hidden-files')}, or exclude the link too.`,
    'symlinks',
  ),
  'cyclic-link': source(
    'Links in a circle',
    hint`Break the circle, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'long-link': source(
    'Links to links to links',
    hint`Linux follows 40 of them. Let them lead to the file itself, or exclude them with ${setting('files')}.`,
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
    title: 'Path in two parts',
    hint: 'Give the parts different paths, or leave the file out of one of them; then stage that part again.',
  },
  'missing-part': {
    code: 'not-found',
    input: 'parts',
    title: 'Part is missing',
    hint: hint`Stage the missing parts, or correct ${setting('parts')}.`,
  },
  'unfinished-part': {
    code: 'not-found',
    input: 'parts',
    title: 'Part is unfinished',
    hint: hint`Wait for parts that are being staged, and repeat those that were killed; or list the required ones in ${setting('parts')}.`,
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
  'mapped-user': {
    code: 'staging-unavailable',
    input: 'staging',
    title: 'User is mapped to another one',
    hint: 'The file server maps user ids, as with root_squash for root: run this step as an ordinary user, from a mount that keeps users apart.',
  },
  staging: {
    code: 'staging-unavailable',
    input: 'staging',
    title: 'Staging directory',
    hint: hint`This machine has to share the filesystem of the service. If it is mounted elsewhere here, set ${setting('staging')}.`,
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
    hint: hint`Set ${setting('probation', 'true')}, or ask an owner of the project to make this user a trusted uploader.`,
  },
  spoof: {
    code: 'not-authorized',
    input: 'spoof',
    title: 'Not allowed to act for others',
    hint: hint`Leave ${setting('spoof')} out, or ask the operator of the service to allow it.`,
  },
  'unknown-user': {
    code: 'not-authorized',
    input: 'staging',
    title: 'Unknown user',
    hint: 'Run the job as a user who has an account on the machine of the service; jobs in containers often do not.',
  },
  'lost-content': {
    code: 'corrupt-record',
    input: 'asset',
    title: 'Lost in the registry',
    hint: 'A version was deleted although others link to it. Ask an administrator to delete those that do, and publish again.',
  },
  'same-md5': {
    code: 'content-differs',
    input: 'asset',
    title: 'Same MD5, other content',
    hint: hint`The service takes files of the same size and MD5 for the same. Find out where the file comes from, since that does not happen by chance. Publish it in another asset, or exclude it with ${setting('files')}.`,
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
