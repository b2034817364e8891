import {
  type Connection,
  openMultipartUpload,
  type SubmittedParts,
  submitParts,
  type VersionRef,
} from '../../client/index.ts';
import { formatRef } from '../../protocol/index.ts';
import {
  concurrencyInput,
  connectTo,
  serviceInputs,
  spoofableInputs,
  undoingTimeoutInput,
} from '../connect/index.ts';
import {
  type CommandContext,
  choice,
  defineCommand,
  formatNumberOf,
  group,
  line,
  lines,
  minutes,
  optionalPath,
  requiredText,
  text,
} from '../kit/index.ts';
import { findOrigin, type Origin } from '../provenance/index.ts';
import {
  notPublished,
  OUTCOMES,
  publishingInputs,
  publishingOptions,
  publishingProgress,
  reportVersion,
  requireHandover,
  requireWritableChecksums,
  sweepAbandoned,
  sweepLeftovers,
  versionOutputs,
} from '../upload/index.ts';

const inputs = {
  'upload-id': requiredText('Upload to submit, from the output `upload-id` of the step that started it'),
  parts: lines(
    'Names of required parts, one per line. If omitted, every part that was begun must be complete',
    '',
  ),
  project: text('Project of the version; if given, must match the upload'),
  asset: text('Asset of the version; if given, must match the upload'),
  version: text('Name of the version; if given, must match the upload'),
  ...serviceInputs,
  ...publishingInputs,
  verify: choice(
    'How to compare the published manifest with the source: `checksum` (all sizes, and checksums of files copied when staged), `all` (all checksums), `size` or `off`',
    ['checksum', 'all', 'size', 'off'],
    'checksum',
  ),
  ...concurrencyInput,
  'checksums-file': optionalPath(
    'Also write sha256 sums of the staged files to this file, in sha256sum format, after comparing every published byte with them (unless `verify` is `off`)',
  ),
  ...spoofableInputs,
  ...undoingTimeoutInput,
  'lock-wait-minutes': minutes(
    'How long to wait for another submit of the upload and for other uploads to the asset, in minutes or like `90s` or `2h`',
    30,
  ),
};

const outputs = {
  ...versionOutputs,
  status: '`created`, `verified`, `skipped`, `failed`, `timed-out` or `cancelled`',
  'copied-bytes': 'Bytes that had to be copied to publish it; usually none',
  'parts-count': 'Number of parts in the version',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

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
  const origin = await findOrigin(given);
  const connection = await connectTo(given, signal);
  await sweepLeftovers(connection.staging);
  const checksumsFile = given['checksums-file'];
  if (checksumsFile !== undefined) await requireWritableChecksums(connection, checksumsFile);
  const { project, asset, version } = given;
  const { ref } = await openMultipartUpload(connection, given['upload-id'], { project, asset, version });
  await sweepAbandoned(connection);
  await requireHandover(connection);
  const { result, created } = await publish(connection, context, { ref, origin });
  if (!created) setOutput('created', false);
  context.accomplished(result.status, `${formatRef(ref)} ${OUTCOMES[result.status]}`);
  setOutput('parts-count', result.parts.length);
  group(`${formatRef(ref)} consists of ${formatNumberOf(result.parts.length, 'part')}`, result.parts);
  await reportVersion(connection, { inputs: given, setOutput, signal, origin }, result);
  setOutput('status', result.status);
}

async function publish(
  connection: Connection,
  { inputs: given, setOutput, signal }: Context,
  { ref, origin }: { readonly ref: VersionRef; readonly origin: Origin },
): Promise<{ result: SubmittedParts; created: boolean }> {
  const progress = publishingProgress(connection, ref, given);
  let created = false;
  try {
    const result = await submitParts(connection, given['upload-id'], {
      ref,
      ...(given.parts.length > 0 && { parts: given.parts }),
      ...publishingOptions(given, origin),
      signal,
      onEvent: (event) => {
        if (event.kind === 'created') {
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
