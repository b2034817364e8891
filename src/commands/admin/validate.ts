import { type VersionRef, validateVersion } from '../../client/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from '../connect/index.ts';
import { type CommandContext, defineCommand, line, requiredText } from '../kit/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to validate'),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = { status: '`valid`, `failed`, `timed-out` or `cancelled`' };

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/**
 * The command `validate`: has the service compare a version on its disk with its records, every checksum included. For
 * administrators of the service.
 */
export const validate = defineCommand({
  name: 'validate',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not validated`,
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const connection = await connectTo(given, signal);
  await validateVersion(connection, ref, submitting(given, signal));
  line(`${formatRef(ref)} matches its records`);
  setOutput('status', 'valid');
}
