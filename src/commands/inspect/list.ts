import { type Connection, listAssets, listFiles, listProjects, listVersions } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, formatNumberOf, line, text } from '../kit/index.ts';

const inputs = {
  project: text('Project to list'),
  asset: text('Asset to list'),
  version: text('Version to list'),
  prefix: text('Only list files whose path starts with this'),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`listed`, `failed`, `timed-out` or `cancelled`',
  names: 'Names of projects, assets or versions',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `list`: lists projects, the assets of a project, the versions of an asset, or the files of a version. */
export const list = defineCommand({ name: 'list', inputs, outputs, failed: () => 'nothing was listed', run });

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  requireNames(givenNames(given));
  if (given.prefix !== undefined && given.version === undefined) {
    throw gobblerError('prefix-without-version', {});
  }
  const connection = await connectTo(given, signal);
  const [noun, names] = await namesIn(connection, given, signal);
  setOutput('names', names);
  line(formatNumberOf(names.length, noun));
  setOutput('status', 'listed');
}

async function namesIn(
  connection: Connection,
  { project, asset, version, prefix }: Context['inputs'],
  signal: AbortSignal,
): Promise<[noun: string, names: string[]]> {
  if (project === undefined) return ['project', await listProjects(connection, { signal })];
  if (asset === undefined) return ['asset', await listAssets(connection, project, { signal })];
  if (version === undefined)
    return ['version', await listVersions(connection, { project, asset }, { signal })];
  const options = { prefix, includeDotdot: false, signal };
  return ['file', await listFiles(connection, { project, asset, version }, options)];
}
