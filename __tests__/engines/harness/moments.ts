import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VersionRef } from '../../../src/client/index.ts';
import { leftInStaging, type Sandbox } from '../../helpers/sandbox.ts';
import type { LargeSource } from './large-source.ts';

/** An upload that an engine runs. */
export interface WatchedUpload {
  readonly ref: VersionRef;
  readonly source: LargeSource;
  /** The names in staging before it began. */
  readonly others: ReadonlySet<string>;
  /** Whether the engine has started the job. */
  readonly isStarted: () => boolean;
  /** Settles when the job is over. */
  readonly over: Promise<unknown>;
}

/** Five moments of an upload, in their order: whether it has come as far. */
const HAS_COME: Readonly<Record<string, (box: Sandbox, upload: WatchedUpload) => boolean>> = {
  'its job has started': (_, { isStarted }) => isStarted(),
  'it has a directory in staging': (box, { others }) => runsIn(box, others).length > 0,
  'half of its files are in staging': (box, { others, source }) =>
    runsIn(box, others).reduce((sum, run) => sum + filesBelow(run), 0) >= source.filesCount / 2,
  'the service has begun the version': (box, { ref }) => fs.existsSync(placeOf(box, ref)),
  'half of its files are in the registry': (box, { ref, source }) =>
    filesBelow(placeOf(box, ref)) >= source.filesCount / 2,
};

export const MOMENTS = Object.keys(HAS_COME);

/** Waits for a moment. Fails if the job is over before. */
export async function untilMoment(box: Sandbox, moment: string, upload: WatchedUpload): Promise<void> {
  const hasCome = HAS_COME[moment];
  if (hasCome === undefined) throw new Error(`there is no moment '${moment}'`);
  let isOver = false;
  upload.over.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  while (!hasCome(box, upload)) {
    if (isOver) throw new Error(`the job was over before this moment: ${moment}`);
    await sleep(5);
  }
}

/** The directory of a version in the registry. */
export const placeOf = ({ registry }: Sandbox, { project, asset, version }: VersionRef): string =>
  path.join(registry, project, asset, version);

/** The directories of runs in staging, but for those of others. */
const runsIn = (box: Sandbox, others: ReadonlySet<string>): string[] =>
  leftInStaging(box)
    .filter((name) => /^gobbler-action-[0-9a-f]{24}$/.test(name) && !others.has(name))
    .map((name) => path.join(box.staging, name));

/** The number of files below a directory that others may fill or remove meanwhile. */
function filesBelow(directory: string): number {
  let count = 0;
  for (const entry of entriesOf(directory))
    count += entry.isDirectory() ? filesBelow(path.join(directory, entry.name)) : 1;
  return count;
}

function entriesOf(directory: string): fs.Dirent[] {
  try {
    return fs.readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
