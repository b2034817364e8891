import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, GobblerError, nameProblem } from '../../protocol/index.ts';
import { removeFromStaging } from '../requests/index.ts';
import { type Actor, actorText } from './actor.ts';
import { type MultipartUpload, placesIn } from './multipart-upload.ts';
import { awaitVerdict } from './part-verdict.ts';
import { findActor, findRecord, ifThere, PART_RECORD, type PartRecord } from './records.ts';
import type { Waiting } from './submit-hold.ts';
import { recordDirectories, requireOpen } from './upload-state.ts';

/** So that a number and what the filesystem allows fit behind it. */
const LONGEST_PART_BYTES = 200;
const RUN = /^(.+)@(\d+)$/s;

/** Refuses a name that no part can have, with code `invalid-name`. */
export function requirePartName(part: string): void {
  const problem = partNameProblem(part);
  if (problem === undefined) return;
  throw new GobblerError('invalid-name', `part name ${JSON.stringify(part)} ${problem}`, {
    input: 'part',
    hint: 'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
  });
}

function partNameProblem(part: string): string | undefined {
  const bytes = Buffer.byteLength(part);
  if (bytes > LONGEST_PART_BYTES)
    return `may not be longer than ${LONGEST_PART_BYTES} bytes, but has ${bytes}`;
  // Submit reads `parts` as lines.
  if (/^[\s#]|[\r\n]|\s$/.test(part))
    return "may not begin with '#', hold a line break, or begin or end with a blank, since parts of submit could not list it";
  return nameProblem(part);
}

/**
 * One run of a part. Runs of a part are numbered; each has a claim, a file that becomes the record of the part when it is
 * renamed into `parts`. A run that begins removes the claims of all earlier runs. So the run that began last counts, and an
 * earlier one can never replace it, whenever it ends. No clock is involved.
 */
export class PartRun {
  readonly #upload: MultipartUpload;
  readonly #part: string;
  readonly generation: number;
  /** Whether the record of the part is that of this run: then its directory belongs to the upload. */
  #isDone = false;

  private constructor(upload: MultipartUpload, part: string, generation: number) {
    this.#upload = upload;
    this.#part = part;
    this.generation = generation;
  }

  /** Claims the next number, and makes an empty directory. Removes the remains of earlier runs of this part. */
  static async begin(upload: MultipartUpload, part: string, actor: Actor): Promise<PartRun> {
    const { claims, runs } = placesIn(upload.path);
    for (let tried = 0; ; ) {
      const generation = 1 + Math.max(tried, await lastGeneration(upload, part));
      tried = generation;
      const name = `${part}@${generation}`;
      const claim = path.join(claims, name);
      // Somebody else may be as fast.
      const file = await ifNew(fs.open(claim, 'wx', 0o600));
      if (file === undefined) continue;
      try {
        try {
          await file.writeFile(JSON.stringify(actor));
        } finally {
          await file.close();
        }
        const made = await ifNew(fs.mkdir(path.join(runs, name), { mode: 0o700 }).then(() => name));
        if (made !== undefined) {
          const run = new PartRun(upload, part, generation);
          await run.#supersede();
          return run;
        }
      } catch (error) {
        await fs.rm(claim, { force: true }); // else submit would take this run for unfinished
        await removeFromStaging(path.join(runs, name));
        throw error;
      }
      await fs.unlink(claim);
    }
  }

  get #claim(): string {
    return path.join(placesIn(this.#upload.path).claims, `${this.#part}@${this.generation}`);
  }

  /** The directory that this run fills. */
  get directory(): string {
    return runDirectory(this.#upload, this.#part, this.generation);
  }

  /**
   * Makes the directory of this run the content of the part, at one moment, and removes what it replaces. If a submit has
   * begun just then, waits for its outcome: returns only if the part counts. Codes
   * `already-exists` if another run of the part has begun meanwhile, or if the upload was submitted without it;
   * `lock-timeout` while the upload is being submitted.
   */
  async commit(record: PartRecord, waiting: Pick<Waiting, 'signal' | 'onNotice'>): Promise<void> {
    try {
      // Not made anew: without a claim, nothing may be committed.
      const claim = await fs.open(this.#claim, 'r+');
      try {
        await claim.truncate();
        await claim.write(JSON.stringify(record), 0);
      } finally {
        await claim.close();
      }
      await fs.rename(this.#claim, path.join(placesIn(this.#upload.path).parts, this.#part));
    } catch (error) {
      // A call that the client has repeated to the file server fails although it was carried out.
      if (errnoOf(error) !== 'ENOENT' || !(await this.#isCommitted())) throw await this.explain(error);
    }
    this.#isDone = true;
    await awaitVerdict(this.#upload, record, waiting);
    // It is done now; what cannot be removed goes with the upload.
    await this.#removeEarlier().catch(() => undefined);
  }

  /** Whether the record of this run is among those that count. */
  async #isCommitted(): Promise<boolean> {
    const directories = await recordDirectories(this.#upload);
    for (const directory of directories) {
      const record = await findRecord<PartRecord>(path.join(directory, this.#part), PART_RECORD);
      if (record?.generation === this.generation) return true;
    }
    return false;
  }

  async #removeEarlier(): Promise<void> {
    for (const earlier of await runsIn(placesIn(this.#upload.path).runs, this.#part)) {
      if (earlier < this.generation) await removeFromStaging(runDirectory(this.#upload, this.#part, earlier));
    }
  }

  /** The reason why files of this run have gone, if the error results from that; else the error. */
  async explain(error: unknown): Promise<unknown> {
    const claimed = (await ifThere(fs.readdir(placesIn(this.#upload.path).claims))) ?? [];
    const isClaimed = claimed.includes(path.basename(this.#claim));
    try {
      await requireOpen(this.#upload);
    } catch (reason) {
      return reason;
    }
    if (isClaimed) return error;
    const { claims } = placesIn(this.#upload.path);
    const later = Math.max(0, ...(await runsIn(claims, this.#part)));
    const actor =
      (await findActor(path.join(claims, `${this.#part}@${later}`))) ??
      (await findPart(this.#upload, this.#part))?.staged;
    const who = actor === undefined ? '' : `, by ${actorText(actor)}`;
    return new GobblerError(
      'already-exists',
      `another run of part ${JSON.stringify(this.#part)} of ${formatRef(this.#upload.ref)} has begun after this one${who}, and counts instead`,
      {
        input: 'part',
        hint: 'Give each part its own name, such as one from the matrix.',
        cause: error,
      },
    );
  }

  /** Removes everything of this run, unless it has become the content of the part. */
  async abandon(): Promise<void> {
    if (this.#isDone) return;
    await fs.rm(this.#claim, { force: true });
    await removeFromStaging(this.directory);
  }

  /** Removes the claims of earlier runs, which cannot be committed without them, and their files. */
  async #supersede(): Promise<void> {
    const { claims } = placesIn(this.#upload.path);
    for (const earlier of await runsIn(claims, this.#part)) {
      if (earlier >= this.generation) continue;
      try {
        await fs.unlink(path.join(claims, `${this.#part}@${earlier}`));
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') continue; // committed just now: it counts until this run is done
        throw error;
      }
      await removeFromStaging(runDirectory(this.#upload, this.#part, earlier));
    }
  }
}

/** The directory that a run of a part fills. */
export function runDirectory({ path: upload }: MultipartUpload, part: string, generation: number): string {
  return path.join(placesIn(upload).runs, `${part}@${generation}`);
}

/** The record of a part that counts; undefined for others. */
export function findPart(upload: MultipartUpload, part: string): Promise<PartRecord | undefined> {
  return findRecord(path.join(placesIn(upload.path).parts, part), PART_RECORD);
}

/** As {@link findPart}; undefined also for a damaged record, which a repeat replaces. */
export async function findReplaced(upload: MultipartUpload, part: string): Promise<PartRecord | undefined> {
  try {
    return await findPart(upload, part);
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'corrupt-record') return undefined;
    throw error;
  }
}

/** The records of all parts that count, sorted by name. `directory` is `parts`, or its present name. */
export async function completeParts(directory: string, butOf?: string): Promise<PartRecord[]> {
  const records: PartRecord[] = [];
  for (const name of (await fs.readdir(directory)).sort()) {
    if (name === butOf) continue;
    const record = await findRecord<PartRecord>(path.join(directory, name), PART_RECORD);
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** Runs that have begun, and neither ended nor been replaced: they are active, or were killed. */
export async function unfinishedRuns(
  upload: MultipartUpload,
): Promise<{ part: string; begun: Actor | undefined }[]> {
  const { claims } = placesIn(upload.path);
  const runs: { part: string; begun: Actor | undefined }[] = [];
  for (const name of (await fs.readdir(claims)).sort()) {
    const [, part] = RUN.exec(name) ?? [];
    if (part !== undefined) runs.push({ part, begun: await findActor(path.join(claims, name)) });
  }
  return runs;
}

/** The result; undefined if something of that name exists already. */
async function ifNew<T>(making: Promise<T>): Promise<T | undefined> {
  try {
    return await making;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

async function runsIn(directory: string, part: string): Promise<number[]> {
  return (await fs.readdir(directory)).flatMap((name) => {
    const [, of, number] = RUN.exec(name) ?? [];
    return of === part ? [Number(number)] : [];
  });
}

async function lastGeneration(upload: MultipartUpload, part: string): Promise<number> {
  const { claims, runs } = placesIn(upload.path);
  const committed = (await findReplaced(upload, part))?.generation ?? 0;
  return Math.max(committed, ...(await runsIn(claims, part)), ...(await runsIn(runs, part)));
}
