import {
  approvableProjects,
  type Connection,
  listAssets,
  listProjects,
  listVersions,
  type PendingVersion,
  type PendingVersions,
  pendingVersions,
} from '../../client/index.ts';
import { formatRef, givenNames, parseTimestamp, requireNames } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import {
  annotateWarning,
  type Cell,
  type CommandContext,
  defineCommand,
  flag,
  formatAge,
  formatBytes,
  formatCount,
  formatNumberOf,
  host,
  line,
  type Table,
  text,
} from '../kit/index.ts';
import { FileTicker } from '../progress/index.ts';
import { mismatchOf, warnOfMismatches } from '../provenance/index.ts';
import { approveCommand, incomparableFacts, incomparableText, versionUrl } from '../versions/index.ts';
import { warnOfUnreadable } from './unreadable.ts';

const inputs = {
  project: text('Project to search. Defaults to all projects in which this user can approve'),
  asset: text('Asset to search'),
  all: flag('Search all projects, also those in which this user cannot approve', false),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`listed`, `failed`, `timed-out` or `cancelled`',
  'versions-count': 'Number of versions on probation',
  versions: 'The versions as JSON, the newest first, with the facts that `gobbler status` has of one',
  projects: 'The projects that were searched',
  unreadable: 'Places whose records cannot be read, which the list may lack',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `pending`: lists versions on probation, for the users who decide about them. */
export const pending = defineCommand({
  name: 'pending',
  inputs,
  outputs,
  failed: () => 'versions on probation were not listed',
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  requireNames(givenNames(given));
  const connection = await connectTo(given, signal);
  const projects = await projectsToSearch(connection, context);
  const { versions, unreadable } = await findPending(connection, projects.names, context);
  const unread = [...projects.unreadable, ...unreadable];
  warnOfUnreadable(unread);
  warnOfIncomparable(versions);
  warnOfMismatches(
    versions.flatMap(({ ref, provenance: origin }) => (origin === undefined ? [] : [{ ref, origin }])),
  );
  line(`${formatNumberOf(versions.length, 'version')} on probation in ${projects.description}`);
  setOutput('versions-count', versions.length);
  setOutput('versions', JSON.stringify(versions.map((version) => memberOf(connection, version))));
  setOutput('projects', projects.names);
  setOutput(
    'unreadable',
    unread.map(({ place }) => place),
  );
  host().table?.(tableOf(versions));
  setOutput('status', 'listed');
}

/** Searches projects, and shows how far the search has come. */
async function findPending(
  connection: Connection,
  projects: readonly string[],
  { inputs: { asset }, signal }: Context,
): Promise<PendingVersions> {
  const ticker = new FileTicker();
  const onProgress = (done: number, total: number): void => {
    if (done === 1) ticker.begin('Searching', total, 'version');
    ticker.advance(done);
  };
  try {
    return await pendingVersions(connection, projects, { asset, signal, onProgress });
  } finally {
    ticker.stop();
  }
}

interface Searched extends Pick<Awaited<ReturnType<typeof approvableProjects>>, 'unreadable'> {
  readonly names: readonly string[];
  /** As the end of a sentence. */
  readonly description: string;
}

async function projectsToSearch(
  connection: Connection,
  { inputs: { project, asset, all }, signal }: Context,
): Promise<Searched> {
  if (project !== undefined) {
    // A name that does not exist is an error, not a place without versions.
    if (asset === undefined) await listAssets(connection, project, { signal });
    else await listVersions(connection, { project, asset }, { signal });
    const description = asset === undefined ? project : formatRef({ project, asset });
    return { names: [project], description, unreadable: [] };
  }
  if (all) {
    const names = await listProjects(connection, { signal });
    return { names, description: formatNumberOf(names.length, 'project'), unreadable: [] };
  }
  const { projects, of, user, isAdministrator, unreadable } = await approvableProjects(connection, {
    signal,
  });
  if (isAdministrator === undefined && projects.length < of)
    line(
      'Only the projects that you own are searched: checking whether you are an administrator requires a file in staging, and failed. Give --all to search all projects.',
    );
  const number = formatNumberOf(projects.length, 'project');
  const description = `${number} in which ${user ?? 'this user'} can approve, of ${formatCount(of)} in all`;
  return { names: projects, description, unreadable };
}

/** Warns of latest versions that nothing can be compared with: approvers do not see what changes. */
function warnOfIncomparable(versions: readonly PendingVersion[]): void {
  const sentences = versions.flatMap(({ ref, incomparable }) =>
    incomparable === undefined ? [] : [`${formatRef(ref)}: ${incomparableText(incomparable)}`],
  );
  if (sentences.length === 0) return;
  annotateWarning({
    title: 'Unknown changes',
    sentences,
    hint: 'Ask an administrator of the service to repair or remove the latest version.',
  });
}

/** A version for programs, with members named as the outputs of `status`. */
function memberOf(connection: Connection, version: PendingVersion): Record<string, unknown> {
  const { ref, summary, content, manifestDigest: digest, changes, incomparable, provenance } = version;
  return {
    ...ref,
    uploadedBy: summary.uploadUserId,
    uploadStart: summary.uploadStart,
    uploadFinish: summary.uploadFinish,
    filesCount: content?.files ?? null,
    sizeBytes: content?.bytes ?? null,
    manifestDigest: digest ?? null,
    versionUrl: versionUrl(connection, ref),
    previousVersion: changes?.version ?? null,
    filesAdded: changes?.added ?? null,
    filesChanged: changes?.changed ?? null,
    filesRemoved: changes?.removed ?? null,
    previousSizeBytes: changes?.before.bytes ?? null,
    newBytes: changes?.newBytes ?? null,
    unchangedBytes: changes?.unchangedBytes ?? null,
    incomparable: incomparable === undefined ? null : incomparableFacts(incomparable),
    provenance: provenance ?? null,
    approveCommand: digest === undefined ? null : approveCommand({ connection, ref, digest }),
  };
}

/**
 * Programs get the time of the upload, bytes, and the changes in cells of their own, empty if there is no latest version; in
 * the last two, the commit and the actor that a provenance file states, unless it describes something else.
 */
function tableOf(versions: readonly PendingVersion[]): Table {
  const now = Date.now();
  const isHidden = versions.every(({ provenance }) => provenance === undefined);
  return {
    columns: [
      { title: 'VERSION' },
      { title: 'UPLOADER' },
      { title: 'AGE', isNumeric: true },
      { title: 'SIZE', isNumeric: true },
      { title: 'FILES', isNumeric: true },
      { title: 'CHANGES' },
      { title: 'CHANGED', isHidden: true },
      { title: 'REMOVED', isHidden: true },
      { title: 'COMMIT', isHidden },
      { title: 'ACTOR', isHidden },
    ],
    rows: versions.map((version) => rowOf(version, now)),
  };
}

function rowOf(version: PendingVersion, now: number): Cell[] {
  const { ref, summary, content, changes, provenance } = version;
  const finished = parseTimestamp(summary.uploadFinish);
  return [
    { value: formatRef(ref) },
    { value: summary.uploadUserId },
    { value: summary.uploadFinish, ...(finished !== undefined && { shown: formatAge(now - finished) }) },
    { value: content?.bytes ?? '', ...(content && { shown: formatBytes(content.bytes) }) },
    { value: content?.files ?? '', ...(content && { shown: formatCount(content.files) }) },
    { value: changes?.added ?? '', shown: changesText(version) },
    { value: changes?.changed ?? '' },
    { value: changes?.removed ?? '' },
    ...originCells(provenance),
  ];
}

function changesText({ content, changes, incomparable }: PendingVersion): string {
  if (content === undefined) return 'unreadable';
  if (incomparable !== undefined) return 'unknown';
  if (changes === undefined) return 'first version';
  const [added, changed, removed] = [changes.added, changes.changed, changes.removed].map(formatCount);
  return `+${added} ~${changed} -${removed}`;
}

const SHORT_COMMIT = 10;

function originCells(provenance: PendingVersion['provenance']): [commit: Cell, actor: Cell] {
  if (provenance === undefined) return [{ value: '' }, { value: '' }];
  if (mismatchOf(provenance) !== undefined) return [{ value: '', shown: 'wrong' }, { value: '' }];
  const { commit = '', actor = '', modified } = provenance;
  return [
    { value: commit, shown: `${commit.slice(0, SHORT_COMMIT)}${modified ? '+' : ''}` },
    { value: actor },
  ];
}
