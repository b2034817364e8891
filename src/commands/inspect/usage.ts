import { fetchUsage } from '../../client/index.ts';
import { requireName } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, formatBytes, line, requiredText } from '../kit/index.ts';

const inputs = {
  project: requiredText('Project to measure'),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`found`, `failed`, `timed-out` or `cancelled`',
  'size-bytes': 'Size of all files of the project that are not links',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `usage`: the disk space that a project uses, as the service has recorded it. */
export const usage = defineCommand({
  name: 'usage',
  inputs,
  outputs,
  failed: ({ project }) => `the usage of ${project} is not known`,
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const { project } = given;
  requireName('project', project);
  const connection = await connectTo(given, signal);
  const bytes = await fetchUsage(connection, project, { forceRemote: true, signal });
  setOutput('size-bytes', bytes);
  line(`${project} uses ${formatBytes(bytes)}`);
  setOutput('status', 'found');
}
