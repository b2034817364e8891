import { type Connection, refreshLatest, refreshUsage } from '../../client/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from '../connect/index.ts';
import { type CommandContext, defineCommand, formatBytes, line, requiredText, text } from '../kit/index.ts';

const inputs = {
  project: requiredText('Project whose usage to add up, or that contains the asset'),
  asset: text('Asset whose latest version to find'),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = {
  status: '`refreshed`, `failed`, `timed-out` or `cancelled`',
  'size-bytes': 'Of a project, the size of all files that are not links',
  latest: 'Of an asset, its latest version; empty if none is approved',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

const nameOf = ({ project, asset }: { project: string; asset: string | undefined }): string =>
  asset === undefined ? project : `${project}/${asset}`;

/**
 * The command `refresh`: has the service find the usage of a project, or the latest version of an asset, anew. For
 * administrators of the service.
 */
export const refresh = defineCommand({
  name: 'refresh',
  inputs,
  outputs,
  failed: (given) => `${nameOf(given)} was not refreshed`,
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  requireNames(givenNames({ project: given.project, asset: given.asset }));
  const connection = await connectTo(given, signal);
  if (given.asset === undefined) await refreshProject(connection, context);
  else await refreshAsset(connection, { project: given.project, asset: given.asset }, context);
  setOutput('status', 'refreshed');
}

async function refreshProject(
  connection: Connection,
  { inputs: given, setOutput, signal, accomplished }: Context,
): Promise<void> {
  const { project } = given;
  const bytes = await refreshUsage(connection, project, submitting(given, signal));
  accomplished('refreshed', `the usage of ${project} is refreshed`);
  setOutput('size-bytes', bytes);
  line(`${project} uses ${formatBytes(bytes)}`);
}

async function refreshAsset(
  connection: Connection,
  ref: { project: string; asset: string },
  { inputs: given, setOutput, signal, accomplished }: Context,
): Promise<void> {
  const latest = await refreshLatest(connection, ref, submitting(given, signal));
  accomplished('refreshed', `the latest version of ${nameOf(ref)} is refreshed`);
  if (latest !== undefined) setOutput('latest', latest);
  line(
    `${nameOf(ref)} ${latest === undefined ? 'has no approved version' : `has the latest version ${latest}`}`,
  );
}
