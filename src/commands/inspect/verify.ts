import os from 'node:os';
import {
  amountOfFiles,
  type Connection,
  type Selection,
  selectPaths,
  uploadDirectory,
  type VersionRef,
} from '../../client/index.ts';
import { factsOf, gobblerError } from '../../errors/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import {
  type CommandContext,
  choice,
  defineCommand,
  flag,
  formatNumberOf,
  line,
  lines,
  optionalPath,
  requiredText,
} from '../kit/index.ts';
import { tellLeftOut } from '../upload/index.ts';
import { RemoteVersion, requireSelected, verifyFiles } from '../versions/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to compare with'),
  directory: optionalPath('Directory to compare'),
  files: lines(
    'Patterns of files to compare in the directory, or to read in the version, relative to it; `!` excludes',
    '**',
  ),
  'include-hidden-files': flag('Also compare files and directories whose names start with a dot', false),
  symlinks: choice(
    'How to compare links in the directory: `preserve` (with the published links), `dereference` (as their targets) or `error` (refuse them)',
    ['preserve', 'dereference', 'error'],
    'preserve',
  ),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`verified`, `failed`, `timed-out` or `cancelled`',
  'version-path': 'Absolute path of the version in the registry',
  'files-count': 'Number of files that were compared',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/**
 * The command `verify`: checks whether a directory has the content of a version, as an upload with `if-exists: verify`
 * would; without a directory, whether the files in the registry match their manifest. Reads every byte.
 */
export const verify = defineCommand({
  name: 'verify',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not verified`,
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const selection = await selectPaths(given.files);
  const connection = await connectTo(given, signal);
  const version = new RemoteVersion(connection, ref, signal);
  setOutput('version-path', version.path);
  await version.requireComplete('use');
  const { manifest } = await version.content();
  let verified = manifest;
  if (given.directory === undefined) {
    if (!connection.registryVisible) throw gobblerError('version-not-readable', { path: version.path });
    const concurrency = 4 * os.availableParallelism();
    const keys = requireSelected(ref, manifest, selection);
    await verifyFiles({ root: version.path, manifest, keys, concurrency, signal }, 'checksum');
    const selected = new Set(keys);
    verified = new Map([...manifest].filter(([key]) => selected.has(key)));
  } else await compareDirectory(connection, ref, { directory: given.directory, selection }, context);
  setOutput('files-count', amountOfFiles(verified).files);
  const where = given.directory ?? version.path;
  line(
    `${where} matches ${formatRef(ref)} (${formatNumberOf(verified.size, 'entry', 'entries')}, all checksums verified)`,
  );
  setOutput('status', 'verified');
}

/** Compares by a dry run of an upload: since the version exists, it does nothing else. */
async function compareDirectory(
  connection: Connection,
  ref: VersionRef,
  { directory, selection: select }: { readonly directory: string; readonly selection: Selection },
  { inputs: given, signal }: Context,
): Promise<void> {
  const includeHidden = given['include-hidden-files'];
  const { symlinks } = given;
  try {
    const options = { ...ref, directory, symlinks, includeHidden, select, allowEmpty: true, signal };
    const result = await uploadDirectory(connection, { ...options, ifExists: 'verify', dryRun: true });
    tellLeftOut(result.leftOut);
  } catch (error) {
    const differs = factsOf(error, 'version-differs');
    if (differs === undefined) throw error;
    const { version, mismatches } = differs;
    throw gobblerError('directory-differs', { directory, version, mismatches });
  }
}
