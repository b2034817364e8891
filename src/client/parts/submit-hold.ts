import { promises as fs } from 'node:fs';
import path from 'node:path';
import { freshStat, refreshDirectory } from '../../fs/index.ts';
import { errnoOf, formatRef, GobblerError, hint, setting } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { isRunName, removeFromStaging } from '../requests/index.ts';
import { type Actor, actorText, hasEnded, thisActor } from './actor.ts';
import { type Area, placesIn, sealedBy } from './area.ts';
import { damaged, findActor, findRecord, ifThere } from './area-record.ts';
import { findSubmitted, holderOf } from './area-state.ts';

const BEAT_EVERY_MS = 10_000;
/** A submit on another machine that has said nothing for so long was killed. Attributes may be a minute old there. */
const SILENCE_MS = 180_000;
/** How often `legs` may be found to have just been given back before it is taken for lost. */
const MOST_MOMENTS = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** What a submit writes down about itself. */
interface SubmitRecord {
  readonly by: Actor;
  /** Its directory in staging, which a kill leaves behind. */
  readonly merged: string;
}

export interface Waiting {
  readonly giveUpAt: number;
  readonly signal: AbortSignal | undefined;
  readonly onNotice: (sentence: string) => void;
}

/**
 * The right to submit an area: `legs`, renamed. Nothing can be added while somebody holds it, and nobody else can take it
 * from one who is alive. One who was killed is noticed by the process, on the same host, and elsewhere by silence. That
 * may be wrong, and then two submit the same legs: the service publishes a version only once.
 */
export class SubmitHold {
  readonly #area: Area;
  readonly #number: number;
  readonly #file: fs.FileHandle;
  readonly #text: string;
  readonly #beating: NodeJS.Timeout;
  #isSilent = false;

  private constructor(area: Area, number: number, file: fs.FileHandle, text: string) {
    this.#area = area;
    this.#number = number;
    this.#file = file;
    this.#text = text;
    this.#beating = setInterval(() => void this.#beat().catch(() => undefined), BEAT_EVERY_MS).unref();
  }

  /** Writes the same text again: for the time that the file server gives it. */
  async #beat(): Promise<void> {
    await this.#file.write(this.#text, 0);
    await this.#file.sync();
  }

  /**
   * Takes the right, after waiting for whoever has it; undefined if the area was submitted meanwhile. Code `lock-timeout`
   * if that takes too long. `merged` is where this submit puts things.
   */
  static async take(area: Area, merged: string, waiting: Waiting): Promise<SubmitHold | undefined> {
    const hold = await SubmitHold.#announce(area, { by: thisActor(), merged });
    try {
      // Looked at again: whoever had it may have been clearing it.
      if ((await hold.#acquire(waiting)) && (await findSubmitted(area)) === undefined) return hold;
      await hold.release();
      return undefined;
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  static async #announce(area: Area, record: SubmitRecord): Promise<SubmitHold> {
    const { submits } = placesIn(area.path);
    const text = JSON.stringify(record);
    for (let tried = 0; ; ) {
      const taken = (await fs.readdir(submits)).map(Number);
      tried = 1 + Math.max(tried, (await holderOf(area)) ?? 0, ...taken);
      try {
        const file = await fs.open(path.join(submits, String(tried)), 'wx', 0o600);
        await file.write(text, 0);
        return new SubmitHold(area, tried, file, text);
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
      }
    }
  }

  /** What `legs` is called while this submit has it. */
  get legs(): string {
    return sealedBy(this.#area.path, this.#number);
  }

  /** Makes sure that nobody has taken the right from here. Code `lock-timeout`. */
  async requireHeld(): Promise<void> {
    // A path may be remembered: a listing is what there is.
    if ((await fs.readdir(this.#area.path)).includes(path.basename(this.legs))) return;
    throw new GobblerError(
      'lock-timeout',
      `the submit of area ${this.#area.name} was taken for dead, and another one goes on with it`,
      { input: 'area', hint: 'Look at how that ends. If it fails, too, repeat submit.' },
    );
  }

  /** Says no more that this submit is alive. A file that is open could not be removed from NFS. */
  async fallSilent(): Promise<void> {
    if (this.#isSilent) return;
    this.#isSilent = true;
    clearInterval(this.#beating);
    await this.#file.close();
  }

  /** Gives the right back: legs can be added again. */
  async release(): Promise<void> {
    await this.fallSilent();
    const { legs, submits } = placesIn(this.#area.path);
    await renamed(this.legs, legs, false);
    await fs.rm(path.join(submits, String(this.#number)), { force: true });
  }

  /** False if the area was submitted by somebody else. */
  async #acquire({ giveUpAt, signal, onNotice }: Waiting): Promise<boolean> {
    const area = this.#area;
    for (let looks = 0; ; looks++) {
      signal?.throwIfAborted();
      if ((await findSubmitted(area)) !== undefined) return false;
      if (await renamed(placesIn(area.path).legs, this.legs)) return true;
      const holder = await holderOf(area);
      if (holder === undefined) {
        if (looks > MOST_MOMENTS) throw damaged(placesIn(area.path).legs);
        await pause(FIRST_PAUSE_MS, signal); // given back, or over, just now
        continue;
      }
      if (await this.#isDead(holder)) {
        if (await this.#takeOver(holder)) return true;
        continue;
      }
      const by = await findActor(path.join(placesIn(area.path).submits, String(holder)));
      const who = by === undefined ? 'somebody' : actorText(by);
      if (Date.now() >= giveUpAt) throw tooLong(area, who);
      if (looks === 0) onNotice(`Waiting for another submit of ${area.name}, begun by ${who}.`);
      await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
  }

  async #isDead(holder: number): Promise<boolean> {
    const file = path.join(placesIn(this.#area.path).submits, String(holder));
    await refreshDirectory(path.dirname(file));
    const theirs = await ifThere(freshStat(file));
    if (theirs === undefined) return true; // it has ended, and could not rename
    const by = await findActor(file);
    if (by !== undefined && hasEnded(by)) return true;
    // Both times are the file server's.
    await this.#beat();
    const ours = await this.#file.stat();
    return ours.mtimeMs - theirs.mtimeMs > SILENCE_MS;
  }

  async #takeOver(holder: number): Promise<boolean> {
    const { submits } = placesIn(this.#area.path);
    const file = path.join(submits, String(holder));
    const record = await findRecord<SubmitRecord>(file, { merged: 'string', by: 'actor' }).catch(
      () => undefined,
    );
    if (!(await renamed(sealedBy(this.#area.path, holder), this.legs))) return false;
    if (record !== undefined && isRunName(record.merged))
      await removeFromStaging(path.join(path.dirname(this.#area.path), record.merged));
    await fs.rm(file, { force: true });
    return true;
  }
}

/** Renames what is there; false if it is not. `isOwn`: nobody else would give it that name. */
async function renamed(from: string, to: string, isOwn = true): Promise<boolean> {
  try {
    await fs.rename(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
  // A call that the client has repeated to the file server fails although it was carried out.
  const names = await fs.readdir(path.dirname(to));
  return isOwn && names.includes(path.basename(to)) && !names.includes(path.basename(from));
}

function tooLong(area: Area, who: string): GobblerError {
  return new GobblerError(
    'lock-timeout',
    `area ${area.name} for ${formatRef(area.ref)} is being submitted, by ${who}`,
    {
      input: 'area',
      hint: hint`Wait until that is over, with a longer ${setting('lock-wait-minutes')}; one that was killed on another machine is noticed after three minutes.`,
    },
  );
}
