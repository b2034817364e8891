import {
  type Connection,
  GobblerError,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  type Target,
} from '../client/index.ts';
import { givenNames, requireNames } from '../protocol/names.ts';
import { formatNumberOf } from './figures.ts';
import { flag, requiredText, text } from './inputs.ts';
import { line } from './log.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from './service-inputs.ts';
import { defineVerb, type VerbContext } from './verb.ts';

const inputs = {
  project: requiredText(),
  asset: text(),
  version: text(),
  yes: flag(false),
  force: flag(false),
  reroute: flag(true),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = ['status', 'rerouted-links'] as const;

type Context = VerbContext<typeof inputs, (typeof outputs)[number]>;

const nameOf = ({ project, asset, version }: Target): string =>
  [project, asset, version].filter((name) => name !== undefined).join('/');

/** Removes a project, an asset or a version for good, for administrators of the service. */
export const remove = defineVerb({
  name: 'remove',
  inputs,
  outputs,
  failed: (given) => `${nameOf(given)} was not removed`,
  unanswered: { 'rerouted-links': 0 },
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const { project, asset, version } = given;
  const target: Target = { project, asset, version };
  requireNames(givenNames(target));
  if (!given.yes) {
    throw new GobblerError('invalid-input', `yes should be given to remove ${nameOf(target)}, but is not`, {
      input: 'yes',
      hint: 'What is removed is gone for good, for everybody.',
    });
  }
  const connection = await connectTo(given, signal);
  const submit = submitting(given, signal);
  if (given.reroute) {
    // Other versions may have their unchanged files there.
    const changes = await rerouteLinks(connection, [target], submit);
    setOutput('rerouted-links', changes.length);
    if (changes.length > 0)
      line(`${formatNumberOf(changes.length, 'link')} into ${nameOf(target)} now lead elsewhere`);
  }
  await removeTarget(connection, target, { ...submit, force: given.force });
  line(`${nameOf(target)} is removed`);
  setOutput('status', 'removed');
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
