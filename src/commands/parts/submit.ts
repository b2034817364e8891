import path from 'node:path';
import {
  type Connection,
  openMultipartUpload,
  type SubmittedParts,
  submitParts,
  type VersionRef,
} from '../../client/index.ts';
import { formatRef, refPath } from '../../protocol/index.ts';
import { connectTo, serviceInputs, spoofableInputs } from '../connect/index.ts';
import {
  type CommandContext,
  choice,
  defineCommand,
  flag,
  formatNumberOf,
  group,
  integerOrAuto,
  line,
  lines,
  minutes,
  optionalPath,
  requiredText,
  text,
} from '../kit/index.ts';
import { Arrivals, UploadProgress } from '../progress/index.ts';
import {
  notPublished,
  reportVersion,
  requireHandover,
  requireWritableChecksums,
  SAID,
  sweepAbandoned,
  sweepLeftovers,
  versionOutputs,
} from '../upload/index.ts';

const inputs = {
  'upload-id': requiredText('The upload to submit, as the output `upload-id` of the step that started it'),
  parts: lines(
    'Names of required parts, a line each. Left out, every part that was begun has to be complete',
    '',
  ),
  project: text('Project of the version; if given, it has to be that of the upload'),
  asset: text('Asset of the version, likewise'),
  version: text('Name of the version, likewise'),
  ...serviceInputs,
  probation: flag('Put the version on probation, for an owner of the project to approve', false),
  'if-probational': choice(
    'What to do when the service puts the version on probation without being asked to, `warn`, `error` or `ignore`',
    ['warn', 'error', 'ignore'],
    'warn',
  ),
  'if-exists': choice(
    'What to do when there is such a version, `verify` (the same content is success, other content fails with the paths that differ), `skip` or `error`',
    ['verify', 'skip', 'error'],
    'verify',
  ),
  deduplicate: choice(
    'Which versions unchanged files are linked to, so that their bytes never move, `latest`, `all` (any of the asset that is not on probation) or `off`',
    ['latest', 'all', 'off'],
    'latest',
  ),
  verify: choice(
    'How the published manifest is compared with the source, `checksum` (sizes of all, checksums of what was copied when it was staged), `all` (checksums of all), `size` or `off`',
    ['checksum', 'all', 'size', 'off'],
    'checksum',
  ),
  concurrency: integerOrAuto('Files in flight, from 1 to 1024, or `auto`', { from: 1, to: 1024 }),
  'checksums-file': optionalPath(
    'Also write sha256 sums of the staged files there, in the format of sha256sum, after comparing every published byte with them (unless `verify` is `off`)',
  ),
  ...spoofableInputs,
  'timeout-minutes': minutes(
    'Overall limit, in minutes or like `90s` or `2h`; past it, what was begun is undone. 0 is no limit',
    0,
  ),
  'lock-wait-minutes': minutes(
    'How long to wait for another submit of the upload, and for other uploads to the asset, in minutes or like `90s` or `2h`',
    30,
  ),
};

const outputs = [...versionOutputs, 'parts-count'] as const;

type Context = CommandContext<typeof inputs, (typeof outputs)[number]>;

/** Publishes the parts of a multipart upload as one version. */
export const submit = defineCommand({
  name: 'submit',
  inputs,
  outputs,
  failed: ({ 'upload-id': uploadId }, error, answers) => notPublished(uploadId, error, answers),
  unanswered: { created: false },
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  line(`Submitting ${given['upload-id']} at ${given.url}`);
  const connection = await connectTo(given, signal);
  await sweepLeftovers(connection.staging);
  const checksumsFile = given['checksums-file'];
  if (checksumsFile !== undefined) await requireWritableChecksums(connection, checksumsFile);
  const { project, asset, version } = given;
  const { ref } = await openMultipartUpload(connection, given['upload-id'], { project, asset, version });
  await sweepAbandoned(connection);
  await requireHandover(connection);
  const { result, created } = await publish(connection, context, ref);
  if (!created) setOutput('created', false);
  context.accomplished(result.status, `${formatRef(ref)} ${SAID[result.status]}`);
  setOutput('parts-count', result.parts.length);
  group(`${formatRef(ref)} consists of ${formatNumberOf(result.parts.length, 'part')}`, result.parts);
  await reportVersion(connection, { inputs: given, setOutput, signal }, result);
  setOutput('status', result.status);
}

async function publish(
  connection: Connection,
  { inputs: given, setOutput, signal }: Context,
  ref: VersionRef,
): Promise<{ result: SubmittedParts; created: boolean }> {
  const directory = path.join(connection.registry, refPath(ref));
  const progress = new UploadProgress({
    arrivals: connection.registryVisible ? new Arrivals(directory) : undefined,
    verifies: given.verify !== 'off',
  });
  let created = false;
  try {
    const result = await submitParts(connection, given['upload-id'], {
      ref,
      ...(given.parts.length > 0 && { parts: given.parts }),
      probation: given.probation,
      refuseProbation: given['if-probational'] === 'error',
      ifExists: given['if-exists'],
      deduplicate: given.deduplicate,
      verify: given.verify,
      sha256: given['checksums-file'] !== undefined,
      concurrency: given.concurrency,
      spoof: given.spoof,
      lockPatienceMs: given['lock-wait-minutes'],
      signal,
      onEvent: (event) => {
        // From here on, the version exists, even if something fails.
        if (event.kind === 'done' && event.stage === 'publish') {
          created = true;
          setOutput('created', true);
        }
        progress.handle(event);
      },
    });
    return { result, created };
  } finally {
    progress.stop(signal);
  }
}
