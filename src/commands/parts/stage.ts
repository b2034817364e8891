import {
  type Connection,
  createMultipartUpload,
  type MultipartUpload,
  type Selection,
  type StagedPart,
  selectPaths,
  stagePart,
  type VersionRef,
} from '../../client/index.ts';
import { discardMultipartUpload } from '../../client/parts/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { connectTo } from '../connect/index.ts';
import {
  amountText,
  annotateWarning,
  type CommandContext,
  defineCommand,
  escapeCode,
  escapeMarkup,
  factTable,
  line,
  writeSummary,
} from '../kit/index.ts';
import { UploadProgress } from '../progress/index.ts';
import { sweepAbandoned, sweepLeftovers, tellLeftOut, tellLosses } from '../upload/index.ts';
import { type PartInputs, stageInputs, stageTask } from './stage-inputs.ts';

const outputs = {
  status: '`started`, `staged`, `failed`, `timed-out` or `cancelled`',
  'upload-id': 'Id of the upload, for other jobs',
  'upload-path': "Absolute path of the upload's directory on this machine",
  'files-count': 'Number of files in the part',
  'size-bytes': 'Size of all files in the part',
};

type Context = CommandContext<typeof stageInputs, keyof typeof outputs>;

/** Starts a multipart upload of a version, or stages a part of it, or both. */
export const stage = defineCommand({
  name: 'stage',
  inputs: stageInputs,
  outputs,
  failed: ({ 'upload-id': uploadId, part }) => {
    if (part !== undefined) return `part ${JSON.stringify(part)} was not staged`;
    return uploadId === undefined ? 'no upload was started' : 'nothing was staged';
  },
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, signal, setOutput } = context;
  const task = stageTask(given);
  const select = await selectPaths(given.files);
  const connection = await connectTo(given, signal);
  if (task.uploadId !== undefined)
    return addPart(connection, context, task.uploadId, { ...task.part, select });
  const upload = await start(connection, context, task.ref);
  if (task.part === undefined) {
    context.accomplished('started', `upload ${upload.id} of ${formatRef(upload.ref)} is started`);
    tellUpload(context, upload);
    await writeSummary(
      `### ✅ Upload of ${escapeMarkup(formatRef(upload.ref))} started`,
      factTable([['Upload id', escapeCode(upload.id)]]),
    );
    setOutput('status', 'started');
    return;
  }
  try {
    await addPart(connection, context, upload.id, { ...task.part, select });
  } catch (error) {
    // Nobody else knows its id. If it cannot be removed now, a later sweep removes it.
    await discardMultipartUpload(connection, upload).catch(() => undefined);
    throw error;
  }
}

async function start(
  connection: Connection,
  { inputs: given, signal }: Context,
  ref: VersionRef,
): Promise<MultipartUpload> {
  line(`Starting an upload of ${formatRef(ref)} at ${given.url}`);
  await sweepLeftovers(connection.staging);
  await sweepAbandoned(connection);
  const keepDays = given['keep-days'];
  return createMultipartUpload(connection, ref, {
    ...(keepDays !== undefined && { keepDays }),
    spoof: given.spoof,
    signal,
    onNotice: line,
  });
}

function tellUpload({ setOutput }: Context, upload: MultipartUpload): void {
  setOutput('upload-id', upload.id);
  setOutput('upload-path', upload.path);
  line(`The upload id is ${upload.id}`);
}

async function addPart(
  connection: Connection,
  context: Context,
  uploadId: string,
  { select, ...part }: PartInputs & { readonly select: Selection },
): Promise<void> {
  const { inputs: given, signal, setOutput } = context;
  line(`Staging ${part.directory} as part ${JSON.stringify(part.name)} of ${uploadId}`);
  const { project, asset, version, symlinks, concurrency } = given;
  const progress = new UploadProgress();
  let staged: StagedPart;
  try {
    staged = await stagePart(connection, uploadId, part.name, {
      directory: part.directory,
      path: part.path,
      ref: { project, asset, version },
      includeHidden: given['include-hidden-files'],
      allowEmpty: given['if-no-files-found'] !== 'error',
      symlinks,
      select,
      concurrency,
      signal,
      onEvent: (event) => progress.handle(event),
    });
  } finally {
    progress.stop(signal);
  }
  context.accomplished(
    'staged',
    `part ${JSON.stringify(part.name)} of ${formatRef(staged.upload.ref)} is staged`,
  );
  tellLeftOut(staged.leftOut);
  tellLosses(staged.losses);
  tellUpload(context, staged.upload);
  setOutput('files-count', staged.record.filesCount);
  setOutput('size-bytes', staged.record.sizeBytes);
  await reportPart(context, staged);
  setOutput('status', 'staged');
}

async function reportPart(
  { inputs: given }: Context,
  { upload, record, replaced, isEmpty, copied, hardLinked }: StagedPart,
): Promise<void> {
  const amount = amountText({ files: record.filesCount, bytes: record.sizeBytes });
  const name = `part ${JSON.stringify(record.part)} of ${formatRef(upload.ref)}`;
  const place = record.path === '' ? '' : `, below ${record.path}`;
  line(`${name} is staged: ${amount}${place}`);
  if (replaced !== undefined) {
    const before = amountText({ files: replaced.filesCount, bytes: replaced.sizeBytes });
    line(`  replaces the part that ${replaced.staged.user} staged at ${replaced.staged.at}: ${before}`);
  }
  if (isEmpty && given['if-no-files-found'] === 'warn') {
    const sentences = [`directory ${given.directory} holds no files to stage: ${name} is empty`];
    annotateWarning({ title: 'No files found', sentences, input: 'directory' });
  }
  const moved = [
    ...(copied.length > 0 ? [`${copied.length} copied`] : []),
    ...(hardLinked.length > 0 ? [`${hardLinked.length} linked, since they are read-only`] : []),
  ];
  await writeSummary(
    `### ✅ ${escapeMarkup(name)} is staged`,
    factTable([
      ['Content', amount],
      ...(record.path === '' ? [] : [['Below', escapeCode(record.path)] as const]),
      ...(moved.length === 0 ? [] : [['Files', moved.join(', ')] as const]),
      ['Upload id', escapeCode(upload.id)],
    ]),
  );
}
