import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, GobblerError, nameProblem } from '../../protocol/index.ts';
import { removeFromStaging } from '../requests/index.ts';
import { type Actor, actorText } from './actor.ts';
import { type Area, placesIn } from './area.ts';
import { findActor, findRecord, ifThere, LEG_RECORD, type LegRecord } from './area-record.ts';
import { legDirectories, requireOpen } from './area-state.ts';
import { awaitVerdict } from './leg-verdict.ts';
import type { Waiting } from './submit-hold.ts';

/** So that a number and what the filesystem allows fit behind it. */
const LONGEST_LEG_BYTES = 200;
const RUN = /^(.+)@(\d+)$/s;

/** Refuses a name that no leg can have, with code `invalid-name`. */
export function requireLegName(leg: string): void {
  const problem = legNameProblem(leg);
  if (problem === undefined) return;
  throw new GobblerError('invalid-name', `leg name ${JSON.stringify(leg)} ${problem}`, {
    input: 'leg',
    hint: 'Choose another name for the leg; letters, digits, dots, dashes and underscores are always safe.',
  });
}

function legNameProblem(leg: string): string | undefined {
  const bytes = Buffer.byteLength(leg);
  if (bytes > LONGEST_LEG_BYTES) return `may not be longer than ${LONGEST_LEG_BYTES} bytes, but has ${bytes}`;
  // As `legs` of submit is read, a name a line.
  if (/^[\s#]|[\r\n]|\s$/.test(leg))
    return "may not begin with '#', hold a line break, or begin or end with a blank, since it could not be named in legs";
  return nameProblem(leg);
}

/**
 * One run of a leg. Runs of a leg are numbered; each has a claim, a file that becomes the record of the leg when it is
 * renamed into `legs`. Who begins takes the claims of all earlier runs away, so of two runs the one that began later is
 * what counts, and an earlier one can never replace it, whenever it ends. No clock is asked.
 */
export class LegRun {
  readonly #area: Area;
  readonly #leg: string;
  readonly generation: number;
  /** Whether the record of the leg is that of this run: then its part belongs to the area. */
  #isDone = false;

  private constructor(area: Area, leg: string, generation: number) {
    this.#area = area;
    this.#leg = leg;
    this.generation = generation;
  }

  /** Claims the next number, and makes an empty part. What killed runs of this leg have left is removed. */
  static async begin(area: Area, leg: string, actor: Actor): Promise<LegRun> {
    const { claims, parts } = placesIn(area.path);
    for (let tried = 0; ; ) {
      const generation = 1 + Math.max(tried, await lastGeneration(area, leg));
      tried = generation;
      const name = `${leg}@${generation}`;
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
        const part = await ifNew(fs.mkdir(path.join(parts, name), { mode: 0o700 }).then(() => name));
        if (part !== undefined) {
          const run = new LegRun(area, leg, generation);
          await run.#supersede();
          return run;
        }
      } catch (error) {
        await fs.rm(claim, { force: true }); // else submit would wait for this run
        await removeFromStaging(path.join(parts, name));
        throw error;
      }
      await fs.unlink(claim);
    }
  }

  get #claim(): string {
    return path.join(placesIn(this.#area.path).claims, `${this.#leg}@${this.generation}`);
  }

  /** The directory that this run fills. */
  get part(): string {
    return partOf(this.#area, this.#leg, this.generation);
  }

  /**
   * Makes what is in the part the content of the leg, all of it at one moment, and removes what it replaces. If a submit
   * has taken the area just then, waits for what it makes of the leg: this returns only if the leg counts. Codes
   * `already-exists` if another run of the leg has begun meanwhile, or if the area was submitted without it;
   * `lock-timeout` while the area is being submitted.
   */
  async commit(record: LegRecord, waiting: Pick<Waiting, 'signal' | 'onNotice'>): Promise<void> {
    try {
      // Not made anew: without a claim, nothing may be committed.
      const claim = await fs.open(this.#claim, 'r+');
      try {
        await claim.truncate();
        await claim.write(JSON.stringify(record), 0);
      } finally {
        await claim.close();
      }
      await fs.rename(this.#claim, path.join(placesIn(this.#area.path).legs, this.#leg));
    } catch (error) {
      // A call that the client has repeated to the file server fails although it was carried out.
      if (errnoOf(error) !== 'ENOENT' || !(await this.#isCommitted())) throw await this.explain(error);
    }
    this.#isDone = true;
    await awaitVerdict(this.#area, record, waiting);
    // It is done now; what cannot be removed goes with the area.
    await this.#removeEarlier().catch(() => undefined);
  }

  /** Whether the record of this run is where those of complete legs are. */
  async #isCommitted(): Promise<boolean> {
    const directories = await legDirectories(this.#area);
    for (const directory of directories) {
      const record = await findRecord<LegRecord>(path.join(directory, this.#leg), LEG_RECORD);
      if (record?.generation === this.generation) return true;
    }
    return false;
  }

  async #removeEarlier(): Promise<void> {
    for (const earlier of await runsIn(placesIn(this.#area.path).parts, this.#leg)) {
      if (earlier < this.generation) await removeFromStaging(partOf(this.#area, this.#leg, earlier));
    }
  }

  /** Why something of this run has gone, if that is what an error means; else the error. */
  async explain(error: unknown): Promise<unknown> {
    const claimed = (await ifThere(fs.readdir(placesIn(this.#area.path).claims))) ?? [];
    const isClaimed = claimed.includes(path.basename(this.#claim));
    try {
      await requireOpen(this.#area);
    } catch (reason) {
      return reason;
    }
    if (isClaimed) return error;
    const { claims } = placesIn(this.#area.path);
    const later = Math.max(0, ...(await runsIn(claims, this.#leg)));
    const actor =
      (await findActor(path.join(claims, `${this.#leg}@${later}`))) ??
      (await findLeg(this.#area, this.#leg))?.staged;
    const who = actor === undefined ? '' : `, by ${actorText(actor)}`;
    return new GobblerError(
      'already-exists',
      `another run of leg ${JSON.stringify(this.#leg)} of ${formatRef(this.#area.ref)} has begun after this one${who}, and counts instead`,
      {
        input: 'leg',
        hint: 'Give each leg a name of its own, such as one made from the matrix.',
        cause: error,
      },
    );
  }

  /** Leaves nothing of this run behind, unless it has become the content of the leg. */
  async abandon(): Promise<void> {
    if (this.#isDone) return;
    await fs.rm(this.#claim, { force: true });
    await removeFromStaging(this.part);
  }

  /** Without its claim, no earlier run can be committed any more; then what it has staged is of no use. */
  async #supersede(): Promise<void> {
    const { claims } = placesIn(this.#area.path);
    for (const earlier of await runsIn(claims, this.#leg)) {
      if (earlier >= this.generation) continue;
      try {
        await fs.unlink(path.join(claims, `${this.#leg}@${earlier}`));
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') continue; // committed just now: what it has staged counts until we are done
        throw error;
      }
      await removeFromStaging(partOf(this.#area, this.#leg, earlier));
    }
  }
}

/** Where a run of a leg has put what it brings. */
export function partOf({ path: area }: Area, leg: string, generation: number): string {
  return path.join(placesIn(area).parts, `${leg}@${generation}`);
}

/** The record of a leg that is complete; undefined if there is none. */
export function findLeg(area: Area, leg: string): Promise<LegRecord | undefined> {
  return findRecord(path.join(placesIn(area.path).legs, leg), LEG_RECORD);
}

/** As {@link findLeg}, for who replaces it: undefined if it is damaged, too. */
export async function findReplaced(area: Area, leg: string): Promise<LegRecord | undefined> {
  try {
    return await findLeg(area, leg);
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'corrupt-record') return undefined;
    throw error;
  }
}

/** The records of all legs that are complete, by name. `directory` is `legs`, or what it is called by now. */
export async function completeLegs(directory: string, butOf?: string): Promise<LegRecord[]> {
  const records: LegRecord[] = [];
  for (const name of (await fs.readdir(directory)).sort()) {
    if (name === butOf) continue;
    const record = await findRecord<LegRecord>(path.join(directory, name), LEG_RECORD);
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** Runs that have begun, and neither ended nor been replaced: they are at work, or were killed. */
export async function unfinishedRuns(area: Area): Promise<{ leg: string; begun: Actor | undefined }[]> {
  const { claims } = placesIn(area.path);
  const runs: { leg: string; begun: Actor | undefined }[] = [];
  for (const name of (await fs.readdir(claims)).sort()) {
    const [, leg] = RUN.exec(name) ?? [];
    if (leg !== undefined) runs.push({ leg, begun: await findActor(path.join(claims, name)) });
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

async function runsIn(directory: string, leg: string): Promise<number[]> {
  return (await fs.readdir(directory)).flatMap((name) => {
    const [, of, number] = RUN.exec(name) ?? [];
    return of === leg ? [Number(number)] : [];
  });
}

async function lastGeneration(area: Area, leg: string): Promise<number> {
  const { claims, parts } = placesIn(area.path);
  const committed = (await findReplaced(area, leg))?.generation ?? 0;
  return Math.max(committed, ...(await runsIn(claims, leg)), ...(await runsIn(parts, leg)));
}
