import { fetchPermissions } from '../client/index.ts';
import { givenNames, requireNames } from '../protocol/names.ts';
import { minutes, requiredText, text } from './inputs.ts';
import { group } from './log.ts';
import { changeLines, permissionChanges, permissionsJson } from './permission-changes.ts';
import { connectTo } from './service-connection.ts';
import { serviceInputs } from './service-inputs.ts';
import { defineVerb, type VerbContext } from './verb.ts';

const inputs = {
  project: requiredText(),
  asset: text(),
  ...serviceInputs,
  'timeout-minutes': minutes(0),
};

const outputs = ['status', 'permissions'] as const;

/** Who may do what in a project or an asset. */
export const permissions = defineVerb({
  name: 'permissions',
  inputs,
  outputs,
  failed: ({ project }) => `the permissions of ${project} are not known`,
  run,
});

async function run({
  inputs: given,
  setOutput,
  signal,
}: VerbContext<typeof inputs, (typeof outputs)[number]>): Promise<void> {
  const { project, asset } = given;
  requireNames(givenNames({ project, asset }));
  const connection = await connectTo(given, signal);
  const found = await fetchPermissions(connection, { project, asset }, { forceRemote: true, signal });
  setOutput('permissions', permissionsJson(found));
  const lines = changeLines(permissionChanges(undefined, found)).map((change) => change.slice(2));
  group(`Permissions of ${asset === undefined ? project : `${project}/${asset}`}`, lines);
  setOutput('status', 'found');
}
