import { fetchUrl } from '../../client/connection/index.ts';
import type { Connection, VersionRef } from '../../client/index.ts';
import { formatRef, refPath } from '../../protocol/index.ts';
import { escapeCode, escapeText, line, shellWord } from '../kit/index.ts';

/** A version on probation, and the content that is to be approved. */
export interface Approvable {
  readonly connection: Pick<Connection, 'url' | 'serviceStaging'>;
  readonly ref: VersionRef;
  readonly digest: string;
}

/** The address of a version under `/fetch`, where a browser lists its files. */
export const versionUrl = (connection: Pick<Connection, 'url'>, ref: VersionRef): string =>
  `${fetchUrl(connection, refPath(ref))}/`;

/** The command that approves exactly this content, as one line for a shell. */
export function approveCommand({ connection: { url }, ref, digest }: Approvable): string {
  const place = shellWord(refPath(ref));
  const options = `--manifest-digest ${digest} --url ${shellWord(url)}`;
  // A name may begin like an option.
  return refPath(ref).startsWith('-')
    ? `gobbler approve ${options} -- ${place}`
    : `gobbler approve ${place} ${options}`;
}

/** The command that serves a page with the pending versions of a project, as one line for a shell. */
function reviewCommand({ connection: { url }, ref: { project } }: Approvable): string {
  const [place, address] = [shellWord(project), shellWord(url)];
  return project.startsWith('-')
    ? `gobbler review --url ${address} -- ${place}`
    : `gobbler review ${place} --url ${address}`;
}

/**
 * Logs what an approver needs: who can approve, the link to the files, and on lines of their own the commands to look at the
 * changes and to approve them.
 */
export function logHowToApprove(approvable: Approvable, maintainers: string): void {
  const { connection, ref } = approvable;
  line(`${formatRef(ref)} can be approved by ${maintainers}`);
  line(`  files: ${versionUrl(connection, ref)}`);
  line('  to see the changes on a page:');
  line(`    ${reviewCommand(approvable)}`);
  line(`  to approve exactly this content, run this where ${connection.serviceStaging} is mounted:`);
  line(`    ${approveCommand(approvable)}`);
}

/** The same commands, and the workflow step that approves, as blocks of a summary. */
export function howToApproveMarkdown(approvable: Approvable): string[] {
  const { connection, ref, digest } = approvable;
  const { project, asset, version } = ref;
  const inputs = { url: connection.url, project, asset, version, 'manifest-digest': digest };
  return [
    `To see the changes on a page:\n\n${fenced('sh', [reviewCommand(approvable)])}`,
    `To approve exactly this content, run this where ${escapeCode(connection.serviceStaging)} is mounted:\n\n${fenced('sh', [approveCommand(approvable)])}`,
    `Or add this step to a workflow whose runner acts as an owner of the project:\n\n${fenced('yaml', stepLines('approve', inputs))}`,
  ];
}

const fenced = (language: string, lines: readonly string[]): string =>
  [`\`\`\`${language}`, ...lines, '```'].join('\n');

const OURS = 'gobbler-action/gobbler-action';
/** The tag of the newest release of this major version, as in the documentation. */
const NEWEST = 'v0';

/** A workflow step, for copying: the action of that name, from where this one runs. */
function stepLines(action: string, inputs: Readonly<Record<string, string>>): string[] {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const from = repository ? `${repository}/${action}@${ref || NEWEST}` : `${OURS}/${action}@${NEWEST}`;
  const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
  return [`- uses: ${yamlText(from)}`, '  with:', ...values];
}

const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;

/** Words that YAML does not read as text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value: string): string {
  if (PLAIN.test(value) && !WORDS.test(value)) return value;
  return escapeText(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}
