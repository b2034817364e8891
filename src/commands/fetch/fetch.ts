import {
  type AssetRef,
  manifestDigest,
  type Summary,
  selectPaths,
  type VersionRef,
} from '../../client/index.ts';
import type { GobblerError } from '../../errors/index.ts';
import { formatRef, givenNames, requireNames } from '../../protocol/index.ts';
import {
  concurrencyInput,
  connectTo,
  requireOwnPlace,
  serviceInputs,
  timeoutInput,
} from '../connect/index.ts';
import {
  amountText,
  annotateWarning,
  type CommandContext,
  choice,
  defineCommand,
  escapeCode,
  escapeMarkup,
  factTable,
  flag,
  formatDuration,
  line,
  lines,
  optionalPath,
  requiredText,
  text,
  writeSummary,
} from '../kit/index.ts';
import { FileTicker } from '../progress/index.ts';
import { lacksVersion, versionLine, versionRows, versionToFetch } from '../versions/index.ts';
import { type Brought, bringVersion } from './bring-version.ts';

const DEFAULT_CONCURRENCY = 16;

const inputs = {
  project: requiredText('Project of the asset'),
  asset: requiredText('Asset to fetch'),
  version: text('Version to fetch. Defaults to the latest'),
  destination: optionalPath(
    'Directory to put the files in, relative to the workspace. If omitted, nothing is copied, and `path` points into the registry',
  ),
  files: lines('Patterns of files to fetch, one per line, relative to the version; `!` excludes', '**'),
  method: choice(
    'How to put files in `destination`: `copy`, `symlink`, or `auto` (copies that share blocks where the filesystem supports it)',
    ['auto', 'copy', 'symlink'],
    'auto',
  ),
  remote: choice(
    'When to fetch over HTTP, into a cache that checks each file: `auto` (if this machine cannot read the registry), `never` or `always`',
    ['auto', 'never', 'always'],
    'auto',
  ),
  cache: flag(
    'Keep files fetched over HTTP in the cache even if they go to `destination`. Cached files are used either way',
    false,
  ),
  verify: choice(
    'How to compare files with the manifest: `checksum`, `size` or `off`. Files fetched over HTTP are always compared by checksum',
    ['checksum', 'size', 'off'],
    'size',
  ),
  'allow-probational': flag('Allow fetching a version that is on probation', false),
  'if-not-found': choice(
    'Behavior if the version does not exist, or `files` selects nothing: `error`, `warn` or `ignore`. A damaged record of the latest version is always an error',
    ['error', 'warn', 'ignore'],
    'error',
  ),
  ...concurrencyInput,
  ...serviceInputs,
  ...timeoutInput,
  'show-summary': flag('Write a job summary', true),
};

const outputs = {
  status: '`fetched`, `not-found`, `failed`, `timed-out` or `cancelled`',
  found: '`true` if the version was found',
  path: 'Absolute path of the files',
  version: 'The version that was fetched',
  'manifest-path': 'A file with the manifest of the whole version',
  'manifest-digest':
    'The digest of the whole version, a sha256 over paths, sizes and MD5 sums, links left out',
  'files-count': 'Number of files that were selected',
  'size-bytes': 'Size of the files that were selected',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Makes a version available to later steps: in place, as copies, or as links. */
export const fetch = defineCommand({
  name: 'fetch',
  inputs,
  outputs,
  failed: (given) => `${nameOf(given)} was not fetched`,
  unanswered: { found: false, 'files-count': 0, 'size-bytes': 0 },
  run,
});

const nameOf = ({ project, asset, version }: AssetRef & { version?: string | undefined }): string =>
  version === undefined
    ? `the latest version of ${formatRef({ project, asset })}`
    : formatRef({ project, asset, version });

async function run(context: Context): Promise<void> {
  const { inputs: given, signal } = context;
  requireNames(givenNames(given));
  const selection = await selectPaths(given.files);
  line(`Fetching ${nameOf(given)} from ${given.url}`);
  const connection = await connectTo(given, signal);
  if (given.destination !== undefined) requireOwnPlace(connection, given.destination);
  const ticker = new FileTicker();
  try {
    const { project, asset, version, 'allow-probational': allowProbational } = given;
    const wanted = { project, asset, version, allowProbational };
    const { ref, summary } = await versionToFetch(connection, wanted, signal);
    const concurrency = given.concurrency ?? DEFAULT_CONCURRENCY;
    const brought = await bringVersion(connection, ref, { ...given, selection, concurrency, signal, ticker });
    context.accomplished('fetched', `${formatRef(ref)} is at ${brought.path}`);
    await report({ ref, summary, ...brought }, context, ticker);
  } catch (error) {
    if (!lacksVersion(error) || given['if-not-found'] === 'error') throw error;
    await reportNotFound(error, context);
  } finally {
    ticker.stop();
  }
}

async function report(
  found: Brought & { ref: VersionRef; summary: Summary },
  { inputs: given, setOutput }: Context,
  ticker: FileTicker,
): Promise<void> {
  const { ref, summary, manifest, keys } = found;
  const entries = keys.flatMap((key) => manifest.get(key) ?? []).filter(({ md5sum }) => md5sum !== '');
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const digest = manifestDigest(manifest);
  setOutput('found', true);
  setOutput('path', found.path);
  setOutput('version', ref.version);
  setOutput('manifest-path', found.manifestPath);
  setOutput('manifest-digest', digest);
  setOutput('files-count', entries.length);
  setOutput('size-bytes', bytes);
  const amount = amountText({ files: entries.length, bytes });
  const spent = formatDuration(ticker.stop());
  line(`${formatRef(ref)} is at ${found.path}: ${amount} in ${spent}`);
  line(versionLine(summary, digest));
  const rows = versionRows(summary, { manifest, digest });
  if (keys.length < manifest.size) rows.push(['Selected', amount]);
  rows.push(['Path', escapeCode(found.path)], ['Time', spent]);
  if (given.version === undefined) rows.unshift(['Version', `${escapeCode(ref.version)}, the latest`]);
  await writeSummary(`### ✅ ${escapeMarkup(formatRef(ref))} fetched`, factTable(rows));
  setOutput('status', 'fetched');
}

async function reportNotFound(error: GobblerError, { inputs: given, setOutput }: Context): Promise<void> {
  if (given['if-not-found'] === 'ignore') line(error.message);
  else {
    const { message, hint, input } = error;
    annotateWarning({ title: 'Not found', sentences: [message], hint, input });
  }
  await writeSummary(`### ⚪ ${escapeMarkup(nameOf(given))} was not found`);
  setOutput('status', 'not-found');
}
