import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { VersionRef } from '../../../src/client/index.ts';
import type { Sandbox } from '../../helpers/sandbox.ts';
import { expectWhole, settled } from '../../helpers/stops.ts';
import { contentOf } from '../../helpers/tree-state.ts';
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

interface Moment {
  readonly hasCome: (box: Sandbox, upload: WatchedUpload) => boolean;
  /** Whether the service is at work, which may have finished before it notices that nobody waits for it any more. */
  readonly mayPublish: boolean;
}

export const HALF_STAGED = 'half of its files are in staging';

/** Five moments of an upload, in their order. */
const MOMENT: Readonly<Record<string, Moment>> = {
  'its job has started': {
    hasCome: (_, { isStarted }) => isStarted(),
    mayPublish: false,
  },
  'it has a directory in staging': {
    hasCome: (box, { others }) => runsIn(box, others).length > 0,
    mayPublish: false,
  },
  [HALF_STAGED]: {
    hasCome: (box, { others, source }) =>
      runsIn(box, others).reduce((sum, run) => sum + filesBelow(run), 0) >= source.filesCount / 2,
    mayPublish: false,
  },
  'the service has begun the version': {
    hasCome: (box, { ref }) => fs.existsSync(placeOf(box, ref)),
    mayPublish: true,
  },
  'half of its files are in the registry': {
    hasCome: (box, { ref, source }) => filesBelow(placeOf(box, ref)) >= source.filesCount / 2,
    mayPublish: true,
  },
};

export const MOMENTS = Object.keys(MOMENT);

function momentOf(name: string): Moment {
  const moment = MOMENT[name];
  if (moment === undefined) throw new Error(`there is no moment '${name}'`);
  return moment;
}

/** Waits for a moment. Fails if the job is over before. */
export async function untilMoment(box: Sandbox, name: string, upload: WatchedUpload): Promise<void> {
  const { hasCome } = momentOf(name);
  let isOver = false;
  upload.over.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  while (!hasCome(box, upload)) {
    if (isOver) throw new Error(`the job was over before this moment: ${name}`);
    await sleep(5);
  }
}

/** Checks what is left of an upload that was stopped at a moment: nothing, or else, if it was late, a complete version. */
export async function expectUndone(
  box: Sandbox,
  name: string,
  { ref, source }: WatchedUpload,
): Promise<void> {
  const outcome = await settled(box, ref);
  if (outcome === 'complete') await expectWhole(box, ref, contentOf(source.directory));
  expect(momentOf(name).mayPublish ? ['absent', 'complete'] : ['absent']).toContain(outcome);
}

/** The directory of a version in the registry. */
export const placeOf = ({ registry }: Sandbox, { project, asset, version }: VersionRef): string =>
  path.join(registry, project, asset, version);

/** The directories of runs in staging, but for those of others. */
const runsIn = ({ staging }: Sandbox, others: ReadonlySet<string>): string[] =>
  entriesOf(staging)
    .filter((entry) => entry.isDirectory() && /^gobbler-action-[0-9a-f]{24}$/.test(entry.name))
    .filter(({ name }) => !others.has(name))
    .map(({ name }) => path.join(staging, name));

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
