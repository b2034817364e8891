import { cloneVersion, manifestDigest, type VersionRef } from '../../client/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { connectTo, requireOwnPlace, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, directoryPath, line, requiredText } from '../kit/index.ts';
import { contentSize, RemoteVersion } from '../versions/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to clone'),
  destination: directoryPath('Directory for the links; created if missing'),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`cloned`, `failed`, `timed-out` or `cancelled`',
  path: 'Absolute path of the directory',
  'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `clone`: makes a working copy of a version, with a link into the registry for each file. */
export const clone = defineCommand({
  name: 'clone',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not cloned`,
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const connection = await connectTo(given, signal);
  requireOwnPlace(connection, given.destination);
  const version = new RemoteVersion(connection, ref, signal);
  await version.requireComplete('use');
  const manifest = await cloneVersion(connection, ref, given.destination, { signal });
  const content = { manifest, digest: manifestDigest(manifest) };
  setOutput('path', given.destination);
  setOutput('manifest-digest', content.digest);
  line(`${version.name} is cloned to ${given.destination}: ${contentSize(content)}, as links`);
  setOutput('status', 'cloned');
}
