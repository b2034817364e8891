import {
  type Connection,
  findSummary,
  GobblerError,
  listAssets,
  listProjects,
  listVersions,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  type Target,
  type VersionRef,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from '../connect/index.ts';
import {
  annotateWarning,
  type CommandContext,
  defineCommand,
  flag,
  formatNumberOf,
  line,
  requireConfirmation,
  requiredText,
  text,
} from '../kit/index.ts';

const inputs = {
  project: requiredText('Project to remove, or that contains the asset or version to remove'),
  asset: text('Asset to remove, or that contains the version to remove'),
  version: text('Version to remove'),
  force: flag('Proceed despite damaged records or a crashed upload', false),
  reroute: flag(
    'Reroute links from other versions to the removed files instead of leaving them dangling',
    true,
  ),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = {
  status: '`removed`, `failed`, `timed-out` or `cancelled`',
  'rerouted-links': 'With `reroute`, the number of links that lead elsewhere now',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

const nameOf = ({ project, asset, version }: Target): string =>
  [project, asset, version].filter((name) => name !== undefined).join('/');

/** Removes a project, an asset or a version for good, for administrators of the service. */
export const remove = defineCommand({
  name: 'remove',
  inputs,
  outputs,
  failed: (given) => `${nameOf(given)} was not removed`,
  unanswered: { 'rerouted-links': 0 },
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  const { project, asset, version } = given;
  const target: Target = { project, asset, version };
  requireNames(givenNames(target));
  const connection = await connectTo(given, signal);
  await requireThere(connection, target, signal);
  const shown = await contentOf(connection, target, signal);
  if (await requireConfirmation(`remove ${shown}`, signal)) {
    const found = await contentOf(connection, target, signal);
    if (found !== shown) throw gobblerError('removal-changed', { shown, found });
  }
  const submit = submitting(given, signal);
  if (given.reroute) setOutput('rerouted-links', await reroute(connection, target, context));
  await removeTarget(connection, target, { ...submit, force: given.force });
  context.accomplished('removed', `${nameOf(target)} is removed`);
  line(`${nameOf(target)} is removed`);
  setOutput('status', 'removed');
}

/** The name of what is removed, and how much is in it or who has uploaded it. */
async function contentOf(
  connection: Connection,
  { project, asset, version }: Target,
  signal: AbortSignal,
): Promise<string> {
  const name = nameOf({ project, asset, version });
  const fresh = { forceRemote: true, signal };
  if (version !== undefined) {
    // One whose summary is missing or damaged can be removed with force.
    const summary = await findSummary(connection, { project, asset, version } as VersionRef, fresh).catch(
      (error: unknown) => {
        if (error instanceof GobblerError && error.code === 'corrupt-record') return undefined;
        throw error;
      },
    );
    if (summary === undefined) return name;
    return `${name}, uploaded by ${summary.uploadUserId} at ${summary.uploadFinish}`;
  }
  if (asset === undefined)
    return `${name} with ${formatNumberOf((await listAssets(connection, project, fresh)).length, 'asset')}`;
  const versions = await listVersions(connection, { project, asset }, fresh);
  return `${name} with ${formatNumberOf(versions.length, 'version')}`;
}

/** The service reports success for a missing item, so a mistyped name would be reported as removed. */
async function requireThere(connection: Connection, target: Target, signal: AbortSignal): Promise<void> {
  const { project, asset, version } = target;
  const fresh = { forceRemote: true, signal };
  const isThere =
    asset === undefined
      ? (await listProjects(connection, fresh)).includes(project)
      : version === undefined
        ? (await listAssets(connection, project, fresh)).includes(asset)
        : (await listVersions(connection, { project, asset }, fresh)).includes(version);
  if (isThere) return;
  const kind = asset === undefined ? 'project' : version === undefined ? 'asset' : 'version';
  throw gobblerError('removal-missing', { name: nameOf(target), kind });
}

/**
 * Other versions may have their unchanged files there: lets those links lead elsewhere, and returns how many. With force,
 * it goes on where the service cannot, which stops at the first damaged record of the registry.
 */
async function reroute(
  connection: Connection,
  target: Target,
  { inputs: given, signal }: Context,
): Promise<number> {
  try {
    const changes = await rerouteLinks(connection, [target], submitting(given, signal));
    const links = formatNumberOf(changes.length, 'link');
    if (changes.length > 0) line(`${links} into ${nameOf(target)} now lead elsewhere`);
    return changes.length;
  } catch (error) {
    if (!given.force || !(error instanceof GobblerError) || error.code !== 'service-failed') throw error;
    annotateWarning({
      title: 'Links are not rerouted',
      sentences: [error.message],
      hint: `Check other versions for links into ${nameOf(target)}, which are dangling now.`,
      input: 'reroute',
    });
    return 0;
  }
}

async function removeTarget(
  connection: Connection,
  { project, asset, version }: Target,
  { force, ...submit }: ReturnType<typeof submitting> & { force: boolean },
): Promise<void> {
  if (asset === undefined) await removeProject(connection, project, submit);
  else if (version === undefined) await removeAsset(connection, { project, asset }, { ...submit, force });
  else await removeVersion(connection, { project, asset, version }, { ...submit, force });
}
