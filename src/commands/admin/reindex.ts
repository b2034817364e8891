import { reindexVersion, type VersionRef } from '../../client/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from '../connect/index.ts';
import { type CommandContext, defineCommand, line, requiredText } from '../kit/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to reindex'),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = { status: '`reindexed`, `failed`, `timed-out` or `cancelled`' };

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/**
 * The command `reindex`: has the service rewrite the manifest and the links of a version from its files on disk. For
 * administrators of the service.
 */
export const reindex = defineCommand({
  name: 'reindex',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not reindexed`,
  run,
});

async function run({ inputs: given, setOutput, signal, accomplished }: Context): Promise<void> {
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const connection = await connectTo(given, signal);
  await reindexVersion(connection, ref, submitting(given, signal));
  accomplished('reindexed', `${formatRef(ref)} is reindexed`);
  line(`The records of ${formatRef(ref)} now match its files`);
  setOutput('status', 'reindexed');
}
