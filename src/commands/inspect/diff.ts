import { type AssetRef, differenceOf, fetchManifest, type VersionRef } from '../../client/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, line, requiredText } from '../kit/index.ts';
import {
  changeCounts,
  changeOutputs,
  changesJson,
  changeTotals,
  setChangeOutputs,
} from '../versions/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to compare'),
  other: requiredText('Version to compare with'),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`same`, `differs`, `failed`, `timed-out` or `cancelled`',
  added: 'Paths that only the newer version has',
  changed: 'Paths with other content',
  removed: 'Paths that only the older version has',
  ...changeOutputs,
  'files-count': 'Number of files in the newer version',
  'size-bytes': 'Size of all files in the newer version',
  changes: 'All changes as JSON, largest first: `kind`, `path`, `beforeBytes`, `afterBytes`',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** How another version differs from one: paths that it adds, changes and lacks. By manifests alone, so it takes a moment. */
export const diff = defineCommand({
  name: 'diff',
  inputs,
  outputs,
  failed: ({ version, other, ...asset }) => `${formatRef(asset)}: ${version} and ${other} were not compared`,
  places: (given) => [placeOf(given), otherVersion(placeOf(given), given.other)],
  run,
});

const placeOf = ({ project, asset, version }: Context['inputs']): VersionRef => ({ project, asset, version });

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const before = placeOf(given);
  const after = otherVersion(before, given.other);
  for (const ref of [before, after]) requireVersion(ref);
  const connection = await connectTo(given, signal);
  const fresh = { forceRemote: true, signal };
  const [earlier, later] = [
    await fetchManifest(connection, before, fresh),
    await fetchManifest(connection, after, fresh),
  ];
  const difference = differenceOf(earlier, later);
  for (const kind of ['added', 'changed', 'removed'] as const)
    setOutput(
      kind,
      difference[kind].map(({ path }) => path),
    );
  setChangeOutputs(setOutput, difference);
  setOutput('files-count', difference.after.files);
  setOutput('size-bytes', difference.after.bytes);
  setOutput('changes', changesJson(difference));
  line(`From ${formatRef(before)} to ${formatRef(after)}: ${changeCounts(difference)}`);
  for (const text of changeTotals(difference)) line(`  ${text}`);
  const { added, changed, removed } = difference;
  const isSame = added.length + changed.length + removed.length === 0;
  setOutput('status', isSame ? 'same' : 'differs');
}

/** `1.1` is another version of the same asset; `p/a/1.1` one of any asset. */
function otherVersion(asset: AssetRef, other: string): VersionRef {
  const parts = other.split('/');
  if (parts.length !== 3) return { ...asset, version: other };
  const [project = '', name = '', version = ''] = parts;
  return { project, asset: name, version };
}
