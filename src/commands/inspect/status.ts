import {
  type AssetRef,
  amountOfFiles,
  fetchLatest,
  fetchPermissions,
  fetchUsage,
  listAssets,
  listProjects,
  listVersions,
  type VersionRef,
} from '../../client/index.ts';
import { readOne } from '../../client/review/index.ts';
import { maintainersText } from '../../errors/index.ts';
import { formatRef, givenNames, requireNames, requireVersion } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, formatBytes, formatNumberOf, line, text } from '../kit/index.ts';
import { foundOrigin, logOrigin } from '../provenance/index.ts';
import {
  approveCommand,
  type Content,
  changeOutputs,
  changesJson,
  changesSinceLatest,
  contentSize,
  findMaintainers,
  incomparableFacts,
  logChanges,
  logHowToApprove,
  RemoteVersion,
  setChangeOutputs,
  versionUrl,
} from '../versions/index.ts';

const inputs = {
  project: text('Project to show, or that contains the asset or version to show'),
  asset: text('Asset to show, or that contains the version to show'),
  version: text('Version to show'),
  ...serviceInputs,
  ...timeoutInput,
};

/** A version may differ in a million files; `gobbler diff` lists all. */
const MOST_CHANGES = 1000;

const outputs = {
  status:
    '`approved`, `pending`, `unfinished` or `missing`; `found` for a project or an asset; `ready` for a service; `failed`, `timed-out` or `cancelled`',
  'version-path': 'Absolute path of the version in the registry',
  latest: '`true` if it is the latest version of its asset; empty if that is unknown',
  'uploaded-by': 'User who has uploaded it',
  'upload-start': 'Time of the upload, RFC 3339',
  'upload-finish': 'Time at which the upload was complete, RFC 3339',
  'files-count': 'Number of files in the version',
  'size-bytes': 'Size of all files in the version; of a project, that of all files that are not links',
  'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
  provenance:
    'The statement of its provenance file as JSON, with `subject` and `match`: whether it describes this version. Nobody has signed it; empty if there is none',
  'version-url': "The version under the service's `/fetch`",
  'previous-version': 'For a version on probation, the latest version, with which it is compared',
  ...changeOutputs,
  incomparable:
    'Why it cannot be compared with the latest version, as JSON: `version`, `code` and `message`. Empty if it can',
  changes: `The ${MOST_CHANGES} largest changes as JSON, largest first: \`kind\`, \`path\`, \`beforeBytes\`, \`afterBytes\``,
  'approve-command': 'For a version on probation, the command that approves exactly this content',
  url: 'Address of the service',
  registry: 'Absolute path of its registry',
  staging: 'Absolute path of its staging directory',
  'projects-count': 'Number of projects',
  'assets-count': 'Number of assets of the project',
  'versions-count': 'Number of versions of the asset',
  'latest-version': 'Latest version of the asset; empty if none is approved',
  owners:
    'Owners of the project, or of that of a version on probation: they can approve it, as administrators can',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/**
 * How a version stands, or what a project or an asset holds; without a place, whether the service answers, and where its
 * directories are.
 */
export const status = defineCommand({
  name: 'status',
  inputs,
  outputs,
  failed: () => 'the status is not known',
  run,
});

async function run(context: Context): Promise<void> {
  const { project, asset, version } = context.inputs;
  if (project === undefined) return statusOfService(context);
  requireNames(givenNames({ project, asset, version }));
  if (asset === undefined) return statusOfProject(context, project);
  if (version === undefined) return statusOfAsset(context, { project, asset });
  return statusOfVersion(context, { project, asset, version });
}

async function statusOfService({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const connection = await connectTo(given, signal);
  const projects = await listProjects(connection, { forceRemote: true, signal });
  setOutput('url', connection.url);
  setOutput('registry', connection.registry);
  setOutput('staging', connection.staging);
  setOutput('projects-count', projects.length);
  line(`A Gobbler answers at ${connection.url} with ${formatNumberOf(projects.length, 'project')}`);
  line(`  registry ${connection.registry}${connection.registryVisible ? '' : ' (not visible here)'}`);
  line(`  staging  ${connection.staging}`);
  setOutput('status', 'ready');
}

async function statusOfProject(
  { inputs: given, setOutput, signal }: Context,
  project: string,
): Promise<void> {
  const connection = await connectTo(given, signal);
  const fresh = { forceRemote: true, signal };
  const assets = await listAssets(connection, project, fresh);
  const { owners } = await fetchPermissions(connection, { project }, fresh);
  const bytes = await fetchUsage(connection, project, fresh);
  setOutput('assets-count', assets.length);
  setOutput('size-bytes', bytes);
  setOutput('owners', owners);
  line(`${project} has ${formatNumberOf(assets.length, 'asset')}, and uses ${formatBytes(bytes)}`);
  line(`  owners ${owners.join(', ') || '(none)'}`);
  setOutput('status', 'found');
}

async function statusOfAsset({ inputs: given, setOutput, signal }: Context, asset: AssetRef): Promise<void> {
  const connection = await connectTo(given, signal);
  const fresh = { forceRemote: true, signal };
  const versions = await listVersions(connection, asset, fresh);
  const latest = await fetchLatest(connection, asset, fresh);
  setOutput('versions-count', versions.length);
  if (latest !== undefined) setOutput('latest-version', latest);
  const standing = latest === undefined ? 'none is approved' : `the latest is ${latest}`;
  line(`${formatRef(asset)} has ${formatNumberOf(versions.length, 'version')}: ${standing}`);
  setOutput('status', 'found');
}

async function statusOfVersion(
  { inputs: given, setOutput, signal }: Context,
  ref: VersionRef,
): Promise<void> {
  requireVersion(ref);
  const version = new RemoteVersion(await connectTo(given, signal), ref, signal);
  setOutput('version-path', version.path);
  const state = await version.look();
  if (state.kind === 'unfinished') {
    line(`The upload of ${version.name} has not finished`);
    return setOutput('status', 'unfinished');
  }
  if (state.kind === 'absent') {
    setOutput('status', 'missing');
    throw version.incomplete(state, 'use');
  }
  const { summary } = state;
  const content = await version.content();
  const latest = await readOne(version.latest());
  if (latest.error === undefined) setOutput('latest', latest.value === ref.version);
  setOutput('uploaded-by', summary.uploadUserId);
  setOutput('upload-start', summary.uploadStart);
  setOutput('upload-finish', summary.uploadFinish);
  const { files, bytes } = amountOfFiles(content.manifest);
  setOutput('files-count', files);
  setOutput('size-bytes', bytes);
  setOutput('manifest-digest', content.digest);
  setOutput('version-url', versionUrl(version.connection, ref));
  const standing = summary.onProbation
    ? 'is on probation'
    : latest.value === ref.version
      ? 'is the latest version'
      : latest.error === undefined
        ? `is approved; the latest version is ${latest.value ?? 'missing'}`
        : `is approved; the latest version is unknown: ${latest.error.message}`;
  line(`${version.name} ${standing}: ${contentSize(content)}`);
  line(`  uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
  line(`  manifest-digest ${content.digest}`);
  const origin = await foundOrigin(version.connection, ref, content.manifest, signal);
  if (origin !== undefined) {
    setOutput('provenance', JSON.stringify(origin));
    logOrigin(origin);
  }
  if (summary.onProbation) await tellReview({ setOutput, signal }, version, content);
  setOutput('status', summary.onProbation ? 'pending' : 'approved');
}

/** Tells what an approver needs to know: the changes, and how to approve exactly this content. */
async function tellReview(
  { setOutput, signal }: Pick<Context, 'setOutput' | 'signal'>,
  { connection, ref }: RemoteVersion,
  { manifest, digest }: Content,
): Promise<void> {
  const { comparison: changes, incomparable } = await changesSinceLatest(connection, ref, manifest, signal);
  if (incomparable !== undefined) setOutput('incomparable', JSON.stringify(incomparableFacts(incomparable)));
  if (changes !== undefined) {
    setOutput('previous-version', changes.version);
    setChangeOutputs(setOutput, changes.difference);
    setOutput('changes', changesJson(changes.difference, MOST_CHANGES));
    logChanges(changes);
  }
  const approvable = { connection, ref, digest };
  const maintainers = await findMaintainers(connection, ref.project, signal);
  setOutput('approve-command', approveCommand(approvable));
  setOutput('owners', maintainers.owners ?? []);
  logHowToApprove(approvable, maintainersText(maintainers));
}
