import { type Actor, actorText } from './actor.ts';
import { badNameText } from './bad-name.ts';
import type { ErrorCode } from './codes.ts';
import { type Hint, hint, setting } from './hint.ts';
import { firstNames, type NoFacts, quoted } from './problem.ts';
import {
  MAPPED_USER_HINT,
  type MappedUserFacts,
  MOUNT_STAGING,
  mappedUserText,
  type StagingWriteFacts,
  stagingWriteHint,
  stagingWriteText,
} from './staging-fault.ts';

/** How people see a kind of reason to refuse an upload. Findings of one kind are reported together, with one hint. */
interface FindingRow<F extends object> {
  readonly code: ErrorCode;
  /** The public name of the input that has to change. */
  readonly input: string;
  readonly title: string;
  /** The next step. One that depends on the facts is the general one without them. */
  readonly hint: Hint | ((facts: Partial<F>) => Hint);
  /** A sentence: the subject, what was expected, what was found. */
  readonly text: (facts: F) => string;
}

const finding = <F extends object>(row: FindingRow<F>): FindingRow<F> => row;

const sourceFinding = <F extends object>(
  text: (facts: F) => string,
  title: string,
  hint: Hint,
  input = 'directory',
): FindingRow<F> => ({ code: 'invalid-source', input, title, hint, text });

/** An error as data, within the facts of another one. */
interface ErrorFacts {
  readonly problem: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** An entry of the source; the source itself if its path is empty. */
interface EntryFacts {
  readonly directory: string;
  readonly path: string;
}

const subjectOf = ({ directory, path }: EntryFacts): string =>
  path === '' ? `directory ${directory}` : quoted(path);

interface LinkFacts {
  readonly path: string;
  /** Its text, if it was read. */
  readonly text?: string;
}

const linkOf = ({ path, text }: LinkFacts): string =>
  `link ${quoted(path)}${text === undefined ? '' : ` -> ${quoted(text)}`}`;

/** Why a link into the registry cannot be published. */
const REGISTRY_LINK = {
  'no-file': () => 'does not point to a file of a version',
  internal: () => 'points to an internal file of the service',
  'bad-name': () => 'contains a name that no project, asset or version can have',
  unlisted: (version: string) => `points to a path that is not in the manifest of ${version}`,
  itself: () => 'points into the version that is being uploaded',
  'no-version': (version: string) => `points to ${version}, which does not exist or is unfinished`,
  'on-probation': (version: string) => `points to ${version}, which is on probation`,
  'no-manifest': (version: string) => `points to ${version}, which has no manifest`,
} as const;

/** Why a link into the registry cannot be published. */
export type RegistryLinkProblem = keyof typeof REGISTRY_LINK;

interface UnfinishedFacts {
  readonly part: string;
  /** The process that stages it, if it has left its name. */
  readonly begun?: Actor;
}

const unfinishedText = ({ part, begun }: UnfinishedFacts): string =>
  `a run of part ${quoted(part)}${begun === undefined ? '' : ` (${actorText(begun)})`} has not finished`;

/** The kinds of findings, with their sentences. */
export const FINDINGS = {
  'missing-directory': sourceFinding<{
    directory: string;
    /** Undefined if nothing is there. */
    found?: string;
  }>(
    ({ directory, found }) =>
      found === undefined
        ? `directory ${directory} does not exist`
        : `directory ${directory} should be a directory, but is ${found}`,
    'Directory not found',
    'Check the path. A relative path starts from the workspace; in a shell, from the current directory.',
  ),
  unreadable: sourceFinding<
    EntryFacts & {
      /** The words of the system; undefined if this user has no right to read it. */
      error?: string;
    }
  >(
    ({ error, ...entry }) =>
      error === undefined
        ? `${subjectOf(entry)} cannot be read by this user`
        : `${subjectOf(entry)} cannot be read: ${error}`,
    'Not readable',
    hint`Give this user read permission, or exclude it with ${setting('files')}.`,
  ),
  'being-removed': sourceFinding<{
    path: string;
    /** The entry that has taken the place of one that was set aside; undefined if another upload runs. */
    takenBy?: string;
  }>(
    ({ path, takenBy }) =>
      takenBy === undefined
        ? `${quoted(path)} contains entries that another upload is removing (consume)`
        : `${quoted(path)} was set aside by a run that was killed, and ${quoted(takenBy)} is a different file now`,
    'Being removed by consume',
    'Wait for the other upload of this directory, or ten minutes if it was killed on another machine; or compare the two files, and remove one of them.',
  ),
  'no-files': sourceFinding<{
    directory: string;
    /** Entries that are left out. */
    hidden: number;
    unselected: number;
  }>(
    ({ directory, hidden, unselected }) => {
      const reasons = [
        ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
        ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
      ];
      const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
      return `directory ${directory} contains no files to upload${but}`;
    },
    'No files found',
    hint`Check ${setting('directory')}, ${setting('files')}, ${setting('include-hidden-files')}, and whether the step that creates the files ran.`,
  ),
  'overlapping-directory': sourceFinding<{
    directory: string;
    /** The other directory, which `is in` the first one or contains it. */
    other: 'staging directory' | 'registry' | 'fetched versions';
    path?: string;
    relation: 'contains' | 'is in';
  }>(
    ({ directory, other, path, relation }) =>
      relation === 'contains'
        ? `directory ${directory} should be outside the ${other}, but contains ${path}`
        : `directory ${directory} cannot be removed after the upload (consume), because it is ${path === undefined ? 'a fetched version' : `in the ${other} ${path}`}`,
    "Overlaps with the service's directories",
    hint`Choose another directory. With ${setting('consume')}, upload a copy.`,
  ),
  'special-file': sourceFinding<{
    path: string;
    /** Its kind, with an article. */
    found: string;
  }>(
    ({ path, found }) => `${quoted(path)} is ${found}, not a regular file`,
    'Neither file nor directory',
    hint`Remove it, or exclude it with ${setting('files')}: only regular files, directories and links can be published.`,
  ),
  'no-fixed-content': sourceFinding<EntryFacts & { filesystem: string }>(
    ({ filesystem, ...entry }) =>
      `${subjectOf(entry)} is on ${filesystem}, where files have no fixed content`,
    'No fixed content',
    hint`Copy the parts that you need to a regular file, or exclude it with ${setting('files')}: the kernel generates the content on each read, and it may contain secrets.`,
  ),
  'internal-name': sourceFinding<{ path: string }>(
    ({ path }) => `${quoted(path)} starts with two dots, which the service reserves`,
    'Reserved name',
    hint`Rename it, or exclude it with ${setting('files')}: the service uses names that start with two dots for its own files.`,
  ),
  'not-utf8': sourceFinding<{
    /** With bytes that are not ASCII as `\\xff`. */
    path: string;
    place: 'name' | 'target';
  }>(
    ({ path, place }) =>
      place === 'name'
        ? `the name "${path}" is not valid UTF-8`
        : `the target of link ${quoted(path)} is not valid UTF-8`,
    'Name is not UTF-8',
    hint`Rename it, or exclude it with ${setting('files')}: the service would mangle the name.`,
  ),
  'path-too-long': sourceFinding<{
    path: string;
    /** Bytes there, and at most; undefined if the filesystem does not take the path here. */
    bytes?: number;
    mostBytes?: number;
  }>(
    ({ path, bytes, mostBytes }) => {
      const start = `that starts with ${quoted(path.slice(0, 60))}`;
      return bytes === undefined
        ? `a path of ${path.length} characters ${start} is too long`
        : `a path of ${Buffer.byteLength(path)} bytes ${start} would take ${bytes} bytes in staging or in the registry, but may take at most ${mostBytes}`;
    },
    'Path too long',
    'Shorten the names or the nesting.',
  ),
  link: sourceFinding<{ path: string }>(
    ({ path }) => `${quoted(path)} is a symbolic link`,
    'Link',
    hint`Set ${setting('symlinks', 'preserve')} or ${setting('symlinks', 'dereference')}, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'dangling-link': sourceFinding<
    LinkFacts & {
      isCircle?: boolean;
      /** The words of the system, unless its target is just missing. */
      error?: string;
    }
  >(
    ({ isCircle, error, ...link }) =>
      `${linkOf(link)} ${isCircle ? 'leads into a cycle' : error === undefined ? 'is dangling: its target does not exist' : `cannot be followed: ${error}`}`,
    'Dangling link',
    hint`Restore its target, remove it, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'directory-link': sourceFinding<LinkFacts & { isOutside: boolean }>(
    ({ isOutside, ...link }) =>
      `${linkOf(link)} points to a directory${isOutside ? ' outside the source' : ''}`,
    'Link to a directory',
    hint`Set ${setting('symlinks', 'dereference')} to publish the content, or exclude it with ${setting('files')}: the service takes links to files only.`,
    'symlinks',
  ),
  'outside-link': sourceFinding<
    LinkFacts & {
      /** Its text points into the directory, but through a linked directory. */
      isIndirect: boolean;
    }
  >(
    ({ isIndirect, ...link }) =>
      `${linkOf(link)} ${isIndirect ? 'passes through a linked directory, so its target is not the one in its text' : 'points out of the directory'}`,
    'Link to the outside',
    hint`Set ${setting('symlinks', 'dereference')} to publish the content, or exclude the link with ${setting('files')}: only links to files in the directory or in the registry can be published.`,
    'symlinks',
  ),
  'link-to-left-out': sourceFinding<LinkFacts>(
    (link) => `${linkOf(link)} points to a file that is not uploaded`,
    'Link to a file that is left out',
    hint`Include the target with ${setting('files')} or ${setting('include-hidden-files')}, or exclude the link too.`,
    'symlinks',
  ),
  'cyclic-link': sourceFinding<
    LinkFacts & {
      /** It points to a directory that contains it. */
      isParent?: boolean;
    }
  >(
    ({ isParent = false, ...link }) =>
      `${linkOf(link)} ${isParent ? 'points to a directory that contains it' : 'leads into a cycle'}`,
    'Cycle of links',
    hint`Break the cycle, or exclude it with ${setting('files')}.`,
    'symlinks',
  ),
  'long-link': sourceFinding<
    LinkFacts & {
      /** The number of links to follow. */
      steps: number;
    }
  >(
    ({ steps, ...link }) => `${linkOf(link)} is the start of a chain of ${steps} links`,
    'Long chain of links',
    hint`Link to the file itself, or exclude the links with ${setting('files')}: Linux follows at most 40 links.`,
    'symlinks',
  ),
  'registry-link': sourceFinding<
    LinkFacts & {
      found: RegistryLinkProblem;
      /** The version that it points to, like p/a/v. */
      version?: string;
    }
  >(
    ({ found, version, ...link }) => `${linkOf(link)} ${REGISTRY_LINK[found](version ?? '')}`,
    'Link into the registry',
    'Link to a file in the manifest of a version that is not on probation.',
    'symlinks',
  ),
  'provenance-name': finding<{
    file: string;
    /** The rule that it breaks, as the end of a sentence. */
    found: string;
  }>({
    code: 'invalid-input',
    input: 'provenance',
    title: 'Bad name for the provenance file',
    hint: hint`Set ${setting('provenance', 'provenance.json')}.`,
    text: ({ file, found }) => `provenance ${quoted(file)} ${found}`,
  }),
  'provenance-taken': sourceFinding<{ path: string }>(
    ({ path }) =>
      `${quoted(path)} is in the source, but that name is taken by the provenance file of the version`,
    'Name of the provenance file is taken',
    hint`Choose another name in ${setting('provenance')}, or leave the entry of the source out.`,
    'provenance',
  ),
  'line-break': sourceFinding<{ path: string }>(
    ({ path }) => `${quoted(path)} contains a line feed, which the digest in a provenance file cannot cover`,
    'Line feed in a name',
    hint`Rename it, or leave ${setting('provenance')} out.`,
    'provenance',
  ),
  collision: finding<{
    path: string;
    /** The two parts that have it, with the kind of the entry and the process that staged it. */
    parts: readonly { part: string; kind: 'file' | 'link' | 'directory'; staged: Actor }[];
  }>({
    code: 'already-exists',
    input: 'path',
    title: 'Path in two parts',
    hint: 'Give the parts different paths, or leave the file out of one of them; then stage that part again.',
    text: ({ path, parts }) =>
      `${quoted(path)} is in two parts: ${parts.map(({ part, kind, staged }) => `part ${quoted(part)} (a ${kind}, from ${actorText(staged)})`).join(' and ')}`,
  }),
  'missing-part': finding<{
    uploadId: string;
    /** Undefined if there is none at all. */
    part?: string;
    /** The first parts that are there, and how many there are. */
    complete: readonly string[];
    completeCount: number;
    /** A run of the part has begun, and not finished. */
    unfinished?: UnfinishedFacts;
  }>({
    code: 'incomplete-upload',
    input: 'parts',
    title: 'Part is missing',
    hint: hint`Stage the missing parts, or correct ${setting('parts')}.`,
    text: ({ uploadId, part, complete, completeCount, unfinished }) =>
      part === undefined
        ? `multipart upload ${uploadId} has no part yet`
        : unfinished !== undefined
          ? unfinishedText(unfinished)
          : `part ${quoted(part)} is not in multipart upload ${uploadId}, which has ${complete.length === 0 ? 'no part yet' : firstNames(complete, completeCount)}`,
  }),
  'unfinished-part': finding<UnfinishedFacts>({
    code: 'incomplete-upload',
    input: 'parts',
    title: 'Part is unfinished',
    hint: hint`Wait for parts that are being staged, and repeat those that were killed; or list the required ones in ${setting('parts')}.`,
    text: unfinishedText,
  }),
  contradiction: finding<NoFacts>({
    code: 'invalid-input',
    input: 'consume',
    title: 'Inputs contradict each other',
    hint: 'Change one of the two inputs.',
    text: () =>
      'consume cannot be combined with symlinks: dereference, because the files behind the links are elsewhere',
  }),
  'bad-name': finding<{
    /** `project`, `asset` or `version`. */
    kind: string;
    /** Left out if it is not text. */
    name?: string;
    /** The rule that it breaks. */
    found: string;
  }>({
    code: 'invalid-name',
    input: 'project, asset, version',
    title: 'Bad name',
    hint: 'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
    text: badNameText,
  }),
  'mapped-user': finding<MappedUserFacts>({
    code: 'staging-unavailable',
    input: 'staging',
    title: 'User is mapped to another one',
    hint: MAPPED_USER_HINT,
    text: mappedUserText,
  }),
  staging: finding<{
    staging: string;
    /** Its path on the machine of the service, if that has answered. */
    serviceStaging?: string;
    /** The failure, if it was found here. */
    error?: ErrorFacts;
  }>({
    code: 'staging-unavailable',
    input: 'staging',
    title: 'Staging directory',
    hint: MOUNT_STAGING,
    text: ({ staging, serviceStaging, error }) =>
      error?.message ??
      `staging should be ${serviceStaging === undefined ? 'the staging directory' : `the directory ${serviceStaging}`} of the service, but the service does not see files in ${staging}`,
  }),
  'staging-write-failed': finding<StagingWriteFacts>({
    code: 'staging-unavailable',
    input: 'staging',
    title: 'Staging cannot be written',
    hint: stagingWriteHint,
    text: stagingWriteText,
  }),
  clock: finding<{ error: ErrorFacts }>({
    code: 'request-expired',
    input: 'staging',
    title: 'Clocks differ',
    hint: 'Synchronize the clocks of this machine, the file server and the service.',
    text: ({ error }) => error.message,
  }),
  'no-project': finding<{ project: string }>({
    code: 'not-found',
    input: 'project',
    title: 'Project not found',
    hint: 'Check the name, or ask an administrator of the Gobbler to create the project.',
    text: ({ project }) => `project ${quoted(project)} does not exist in the registry`,
  }),
  'not-allowed': finding<{ user: string; asset: string; owners: readonly string[] }>({
    code: 'not-authorized',
    input: 'project',
    title: 'Not allowed to upload',
    hint: 'Ask an owner of the project to make this user an uploader.',
    text: ({ user, asset, owners }) => {
      const whose =
        owners.length === 0 ? 'the project has no owners' : `owners of the project: ${owners.join(', ')}`;
      return `user ${quoted(user)} may not upload to ${asset} (${whose})`;
    },
  }),
  untrusted: finding<{ user: string; asset: string }>({
    code: 'on-probation',
    input: 'if-probational',
    title: 'Would be on probation',
    hint: hint`Set ${setting('probation', 'true')}, or ask an owner of the project to make this user a trusted uploader.`,
    text: ({ user, asset }) =>
      `${quoted(user)} is not a trusted uploader of ${asset}, so the version would be on probation`,
  }),
  spoof: finding<{ user: string; spoof: string }>({
    code: 'not-authorized',
    input: 'spoof',
    title: 'Not allowed to act for others',
    hint: hint`Leave ${setting('spoof')} out, or ask the operator of the service to allow it.`,
    text: ({ user, spoof }) => `user ${quoted(user)} may not act for ${quoted(spoof)} at this service`,
  }),
  'unknown-user': finding<{ uid: number | undefined }>({
    code: 'not-authorized',
    input: 'staging',
    title: 'Unknown user',
    hint: 'Run the job as a user who has an account on the machine of the service; users in containers often do not.',
    text: ({ uid }) =>
      `the service should know ${uid === undefined ? 'the user of this process' : `user id ${uid} of this process`}, but does not`,
  }),
  'lost-content': finding<{
    path: string;
    /** The same file in the latest version, and the target of that link. */
    same: string;
    gone: string;
  }>({
    code: 'corrupt-record',
    input: 'asset',
    title: 'Lost in the registry',
    hint: 'Ask an administrator to delete the versions that link to the deleted one, and publish again.',
    text: ({ path, same, gone }) =>
      `${quoted(path)} is the same as ${same} of the latest version, which is a link to ${gone}, which was deleted: the service would create the same dangling link, and lose the file`,
  }),
  'same-md5': finding<{
    path: string;
    sha256: string;
    /** The file of the latest version, with its own sum. */
    other: string;
    version: string;
    otherSha256: string;
  }>({
    code: 'content-differs',
    input: 'asset',
    title: 'Same MD5, other content',
    hint: hint`Find out where the file comes from, since this does not happen by chance. Publish it in another asset, or exclude it with ${setting('files')}: the service treats files with the same size and MD5 as identical.`,
    text: ({ path, sha256, other, version, otherSha256 }) =>
      `${quoted(path)} has sha256 ${sha256}, but ${other} of the latest version, ${version}, has the same size and MD5 with sha256 ${otherSha256}: the service would publish that in its place`,
  }),
  'version-exists': finding<{
    version: string;
    onProbation: boolean;
    user: string;
    /** RFC 3339. */
    uploaded: string;
  }>({
    code: 'already-exists',
    input: 'version',
    title: 'Version exists',
    hint: 'Choose another version name: versions are permanent.',
    text: ({ version, onProbation, user, uploaded }) =>
      `version ${version} already exists: uploaded by ${quoted(user)} at ${uploaded}${onProbation ? ', on probation' : ''}`,
  }),
  'version-unfinished': finding<{ version: string }>({
    code: 'already-exists',
    input: 'version',
    title: 'Version is unfinished',
    hint: 'Choose another version name. If no upload is running, the service crashed in the middle of one: ask an administrator to delete the version (with force).',
    text: ({ version }) => `version ${version} already exists, but its upload has not finished`,
  }),
} as const;

/** A kind of reason to refuse an upload. */
export type FindingKind = keyof typeof FINDINGS;

/** The facts of a kind of finding. */
export type FindingFacts<K extends FindingKind> = Parameters<(typeof FINDINGS)[K]['text']>[0];

/** One reason to refuse an upload, found before anything was moved. */
export type Finding = {
  readonly [K in FindingKind]: {
    /** The kind of the reason. */
    readonly kind: K;
    /** The data of its sentence. */
    readonly facts: FindingFacts<K>;
    /** The public name of the input that has to change, if it is not that of the kind. */
    readonly input?: string;
  };
}[FindingKind];

/** The next step for findings of a kind, whatever their facts. */
export function generalHint(kind: FindingKind): Hint {
  const { hint } = FINDINGS[kind];
  return typeof hint === 'function' ? hint({}) : hint;
}

/** The next step for a finding. */
export function findingHint({ kind, facts }: Finding): Hint {
  const { hint } = FINDINGS[kind];
  return typeof hint === 'function' ? hint(facts as never) : hint;
}

/** The sentence of a finding. */
export function findingText({ kind, facts }: Finding): string {
  return FINDINGS[kind].text(facts as never);
}
