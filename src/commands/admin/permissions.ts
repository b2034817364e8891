import { fetchPermissions } from '../../client/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, group, requiredText, text } from '../kit/index.ts';
import { changeLines, permissionChanges, permissionsJson } from './permission-changes.ts';

const inputs = {
  project: requiredText('Project to show, or that contains the asset to show'),
  asset: text('Asset to show; omit to show the project itself'),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`found`, `failed`, `timed-out` or `cancelled`',
  permissions: 'The permissions as JSON',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `permissions`: shows the permissions of a project or an asset. */
export const permissions = defineCommand({
  name: 'permissions',
  inputs,
  outputs,
  failed: ({ project }) => `the permissions of ${project} are not known`,
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const { project, asset } = given;
  requireNames(givenNames({ project, asset }));
  const connection = await connectTo(given, signal);
  const found = await fetchPermissions(connection, { project, asset }, { forceRemote: true, signal });
  setOutput('permissions', permissionsJson(found));
  const lines = changeLines(permissionChanges(undefined, found)).map((change) => change.slice(2));
  group(`Permissions of ${asset === undefined ? project : `${project}/${asset}`}`, lines);
  setOutput('status', 'found');
}
