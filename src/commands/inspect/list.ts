import {
  type AssetRef,
  type Connection,
  type ListedVersion,
  listAssets,
  listFiles,
  listProjects,
  versionStates,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, formatNumberOf, host, line, text } from '../kit/index.ts';
import { warnOfUnreadable } from './unreadable.ts';

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
  latest: 'For an asset, its latest version',
  versions:
    'For an asset, its versions as JSON: `version`, `state` (`approved`, `pending`, `unfinished` or `unreadable`), `isLatest`, `uploadedBy`, `uploadFinish`',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `list`: lists projects, the assets of a project, the versions of an asset, or the files of a version. */
export const list = defineCommand({ name: 'list', inputs, outputs, failed: () => 'nothing was listed', run });

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  requireNames(givenNames(given));
  if (given.prefix !== undefined && given.version === undefined) {
    throw gobblerError('prefix-without-version', {});
  }
  const connection = await connectTo(given, signal);
  const [noun, names] = await namesIn(connection, context);
  setOutput('names', names);
  line(formatNumberOf(names.length, noun));
  setOutput('status', 'listed');
}

async function namesIn(
  connection: Connection,
  context: Context,
): Promise<[noun: string, names: readonly string[]]> {
  const {
    inputs: { project, asset, version, prefix },
    signal,
  } = context;
  if (project === undefined) return ['project', await listProjects(connection, { signal })];
  if (asset === undefined) return ['asset', await listAssets(connection, project, { signal })];
  if (version === undefined)
    return ['version', await listWithStates(connection, { project, asset }, context)];
  const options = { prefix, includeDotdot: false, signal };
  return ['file', await listFiles(connection, { project, asset, version }, options)];
}

/** Lists the versions of an asset, and marks those on probation and the latest one. */
async function listWithStates(
  connection: Connection,
  asset: AssetRef,
  { setOutput, signal }: Context,
): Promise<readonly string[]> {
  const { versions, unreadable } = await versionStates(connection, asset, { signal });
  warnOfUnreadable(unreadable);
  setOutput('latest', versions.find(({ isLatest }) => isLatest)?.ref.version ?? '');
  setOutput('versions', JSON.stringify(versions.map(memberOf)));
  host().table?.({
    columns: [{ title: 'VERSION' }, { title: 'STATE' }],
    rows: versions.map(({ ref, state, isLatest }) => [
      { value: ref.version },
      isLatest ? { value: 'latest' } : { value: state, shown: SHOWN[state] },
    ]),
  });
  return versions.map(({ ref }) => ref.version);
}

/** A state on a terminal, where only what is unusual stands out. */
const SHOWN: Readonly<Record<ListedVersion['state'], string>> = {
  approved: '',
  pending: 'on probation',
  unfinished: 'unfinished',
  unreadable: 'unreadable',
};

const memberOf = ({ ref, state, isLatest, summary }: ListedVersion): Record<string, unknown> => ({
  version: ref.version,
  state,
  isLatest,
  uploadedBy: summary?.uploadUserId ?? null,
  uploadFinish: summary?.uploadFinish ?? null,
});
