import {
  type AssetRef,
  type Connection,
  type ListedVersion,
  listAssets,
  listFiles,
  listProjects,
  type Unreadable,
  versionStates,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  flag,
  formatNumberOf,
  host,
  line,
  type Table,
  text,
} from '../kit/index.ts';
import { type LongList, longAssets, longFiles, longProjects, longVersions } from './long-list.ts';
import { warnOfUnreadable } from './unreadable.ts';

const inputs = {
  project: text('Project to list'),
  asset: text('Asset to list'),
  version: text('Version to list'),
  prefix: text('Only list files whose path starts with this'),
  long: flag(
    'Also show facts: of versions and assets their state, latest version, size, number of files, date and uploader; of projects their assets, size and owners; of files their size, checksum and link',
    false,
  ),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`listed`, `failed`, `timed-out` or `cancelled`',
  names: 'Names of projects, assets or versions',
  records:
    'With `long`, an object for each name as JSON: `name`, and the facts in camelCase; null where they are not known',
  latest: 'For an asset, its latest version',
  versions:
    'For an asset, its versions as JSON: `version`, `state` (`approved`, `pending`, `unfinished` or `unreadable`), `isLatest`, `uploadedBy`, `uploadFinish`',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `list`: lists projects, the assets of a project, the versions of an asset, or the files of a version. */
export const list = defineCommand({ name: 'list', inputs, outputs, failed: () => 'nothing was listed', run });

/** Names in a place, and how to find facts of each. */
interface Listing {
  readonly noun: string;
  readonly names: readonly string[];
  readonly facts: () => Promise<LongList>;
  /** The answer without facts, if names are not all of it. */
  readonly table?: Table;
  readonly unreadable?: readonly Unreadable[];
}

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  requireNames(givenNames(given));
  if (given.prefix !== undefined && given.version === undefined) {
    throw gobblerError('prefix-without-version', {});
  }
  const connection = await connectTo(given, signal);
  const { noun, names, facts, ...listed } = await listingOf(connection, context);
  setOutput('names', names);
  const long = given.long ? await facts() : undefined;
  if (long !== undefined) setOutput('records', JSON.stringify(long.records));
  const { table, unreadable = [] } = long ?? listed;
  warnOfUnreadable(unreadable);
  if (table !== undefined) host().table?.(table);
  line(formatNumberOf(names.length, noun));
  setOutput('status', 'listed');
}

async function listingOf(connection: Connection, context: Context): Promise<Listing> {
  const {
    inputs: { project, asset, version, prefix },
    signal,
  } = context;
  if (project === undefined) {
    const names = await listProjects(connection, { signal });
    return { noun: 'project', names, facts: () => longProjects(connection, names, signal) };
  }
  if (asset === undefined) {
    const names = await listAssets(connection, project, { signal });
    return { noun: 'asset', names, facts: () => longAssets(connection, project, names, signal) };
  }
  if (version === undefined) return versionsOf(connection, { project, asset }, context);
  const ref = { project, asset, version };
  const names = await listFiles(connection, ref, { prefix, includeDotdot: false, signal });
  return { noun: 'file', names, facts: () => longFiles(connection, ref, names, signal) };
}

/** Lists the versions of an asset, and marks those on probation and the latest one. */
async function versionsOf(
  connection: Connection,
  asset: AssetRef,
  { setOutput, signal }: Context,
): Promise<Listing> {
  const states = await versionStates(connection, asset, { signal });
  const { versions, unreadable } = states;
  setOutput('latest', versions.find(({ isLatest }) => isLatest)?.ref.version ?? '');
  setOutput('versions', JSON.stringify(versions.map(memberOf)));
  return {
    noun: 'version',
    names: versions.map(({ ref }) => ref.version),
    facts: () => longVersions(connection, states, signal),
    unreadable,
    table: {
      columns: [{ title: 'VERSION' }, { title: 'STATE' }],
      rows: versions.map(({ ref, state, isLatest }) => [
        { value: ref.version },
        isLatest ? { value: 'latest' } : { value: state, shown: SHOWN[state] },
      ]),
    },
  };
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
