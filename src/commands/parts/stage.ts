import {
  type AddedLeg,
  type Area,
  addLeg,
  allocateArea,
  type Connection,
  type Selection,
  selectPaths,
} from '../../client/index.ts';
import { discardArea } from '../../client/parts/index.ts';
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
import { type LegInputs, stageInputs, stageTask } from './stage-inputs.ts';

const outputs = ['status', 'area', 'area-path', 'files-count', 'size-bytes'] as const;

type Context = CommandContext<typeof stageInputs, (typeof outputs)[number]>;

/** Allocates an area for a version, or adds the files of one leg to it, or both. */
export const stage = defineCommand({
  name: 'stage',
  inputs: stageInputs,
  outputs,
  failed: ({ area, leg }) => {
    if (leg !== undefined) return `leg ${JSON.stringify(leg)} was not staged`;
    return area === undefined ? 'no area was allocated' : 'nothing was staged';
  },
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, signal, setOutput } = context;
  const task = stageTask(given);
  const select = await selectPaths(given.files);
  const connection = await connectTo(given, signal);
  if (task.area !== undefined) {
    await add(connection, context, { area: task.area, leg: task.leg, select });
    return;
  }
  const area = await allocate(connection, context, task.ref);
  if (task.leg === undefined) {
    context.accomplished('allocated', `the area ${area.name} for ${formatRef(area.ref)} is allocated`);
    tellArea(context, area);
    await writeSummary(
      `### ✅ An area for ${escapeMarkup(formatRef(area.ref))} is allocated`,
      factTable([['Area', escapeCode(area.name)]]),
    );
    setOutput('status', 'allocated');
    return;
  }
  try {
    await add(connection, context, { area: area.name, leg: task.leg, select });
  } catch (error) {
    // Nobody else knows of it. If it cannot be removed now, it is swept like any other that was abandoned.
    await discardArea(connection, area).catch(() => undefined);
    throw error;
  }
}

async function allocate(
  connection: Connection,
  { inputs: given, signal }: Context,
  ref: Area['ref'],
): Promise<Area> {
  line(`Allocating an area for ${formatRef(ref)} at ${given.url}`);
  await sweepLeftovers(connection.staging);
  await sweepAbandoned(connection);
  const keepDays = given['keep-days'];
  return allocateArea(connection, ref, {
    ...(keepDays !== undefined && { keepDays }),
    spoof: given.spoof,
    signal,
    onNotice: line,
  });
}

function tellArea({ setOutput }: Context, area: Area): void {
  setOutput('area', area.name);
  setOutput('area-path', area.path);
  line(`The area is ${area.name}`);
}

interface LegToAdd {
  readonly area: string;
  readonly leg: LegInputs;
  readonly select: Selection;
}

async function add(connection: Connection, context: Context, { area, leg, select }: LegToAdd): Promise<void> {
  const { inputs: given, signal, setOutput } = context;
  line(`Staging ${leg.directory} as leg ${JSON.stringify(leg.leg)} in ${area}`);
  const { project, asset, version, symlinks, concurrency } = given;
  const progress = new UploadProgress();
  let added: AddedLeg;
  try {
    added = await addLeg(connection, area, leg.leg, {
      directory: leg.directory,
      path: leg.path,
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
  context.accomplished('staged', `leg ${JSON.stringify(leg.leg)} of ${formatRef(added.area.ref)} is staged`);
  tellLeftOut(added.leftOut);
  tellLosses(added.losses);
  tellArea(context, added.area);
  setOutput('files-count', added.record.filesCount);
  setOutput('size-bytes', added.record.sizeBytes);
  await reportLeg(context, added);
  setOutput('status', 'staged');
}

async function reportLeg(
  { inputs: given }: Context,
  { area, record, replaced, isEmpty, copied, hardLinked }: AddedLeg,
): Promise<void> {
  const amount = amountText({ files: record.filesCount, bytes: record.sizeBytes });
  const name = `leg ${JSON.stringify(record.leg)} of ${formatRef(area.ref)}`;
  const place = record.path === '' ? '' : `, below ${record.path}`;
  line(`${name} is staged: ${amount}${place}`);
  if (replaced !== undefined) {
    const before = amountText({ files: replaced.filesCount, bytes: replaced.sizeBytes });
    line(`  in place of what ${replaced.staged.user} has staged at ${replaced.staged.at}: ${before}`);
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
      ['Area', escapeCode(area.name)],
    ]),
  );
}
