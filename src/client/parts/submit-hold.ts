import { promises as fs } from 'node:fs';
import path from 'node:path';
import { freshStat, refreshDirectory } from '../../fs/index.ts';
import { errnoOf, formatRef, GobblerError, hint, setting } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { isRunName, removeFromStaging } from '../requests/index.ts';
import { type Actor, actorText, hasEnded, thisActor } from './actor.ts';
import { type MultipartUpload, placesIn, sealedBy } from './multipart-upload.ts';
import { damaged, findActor, findRecord, ifThere } from './records.ts';
import { findSubmitted, holderOf } from './upload-state.ts';

const BEAT_EVERY_MS = 10_000;
/** Silence after which a submit on another machine counts as killed. Attributes may be a minute old there. */
const SILENCE_MS = 180_000;
/** How often `parts` may be found between two names before it counts as lost. */
const MOST_MOMENTS = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** The record of a submit. */
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
 * The lock of a submit: `parts`, renamed. While a submit holds it, nothing can be staged, and no other submit can take it. A
 * holder that was killed is noticed by its process on the same host, and by silence elsewhere. If that is wrong, two submits
 * publish the same parts, and the service accepts only one.
 */
export class SubmitHold {
  readonly #upload: MultipartUpload;
  readonly #number: number;
  readonly #file: fs.FileHandle;
  readonly #text: string;
  readonly #beating: NodeJS.Timeout;
  #isSilent = false;

  private constructor(upload: MultipartUpload, number: number, file: fs.FileHandle, text: string) {
    this.#upload = upload;
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
   * Takes the lock, after waiting for its holder; undefined if the upload was submitted meanwhile. Code `lock-timeout` if
   * that takes too long. `merged` is the directory of this submit in staging.
   */
  static async take(
    upload: MultipartUpload,
    merged: string,
    waiting: Waiting,
  ): Promise<SubmitHold | undefined> {
    const hold = await SubmitHold.#announce(upload, { by: thisActor(), merged });
    try {
      // Checked again: the previous holder may have submitted it.
      if ((await hold.#acquire(waiting)) && (await findSubmitted(upload)) === undefined) return hold;
      await hold.release();
      return undefined;
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  static async #announce(upload: MultipartUpload, record: SubmitRecord): Promise<SubmitHold> {
    const { submits } = placesIn(upload.path);
    const text = JSON.stringify(record);
    for (let tried = 0; ; ) {
      const taken = (await fs.readdir(submits)).map(Number);
      tried = 1 + Math.max(tried, (await holderOf(upload)) ?? 0, ...taken);
      try {
        const file = await fs.open(path.join(submits, String(tried)), 'wx', 0o600);
        await file.write(text, 0);
        return new SubmitHold(upload, tried, file, text);
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
      }
    }
  }

  /** The name of `parts` while this submit holds it. */
  get parts(): string {
    return sealedBy(this.#upload.path, this.#number);
  }

  /** Makes sure that no other submit has taken over. Code `lock-timeout`. */
  async requireHeld(): Promise<void> {
    // A path may be remembered: a listing is what there is.
    if ((await fs.readdir(this.#upload.path)).includes(path.basename(this.parts))) return;
    throw new GobblerError(
      'lock-timeout',
      `another submit of multipart upload ${this.#upload.id} has taken over, since this one seemed to be dead`,
      { input: 'upload-id', hint: 'Check how the other one ends. If it fails, too, repeat submit.' },
    );
  }

  /** Stops the heartbeat, and closes its file: NFS cannot remove an open file. */
  async fallSilent(): Promise<void> {
    if (this.#isSilent) return;
    this.#isSilent = true;
    clearInterval(this.#beating);
    await this.#file.close();
  }

  /** Releases the lock: parts can be staged again. */
  async release(): Promise<void> {
    await this.fallSilent();
    const { parts, submits } = placesIn(this.#upload.path);
    await renamed(this.parts, parts, false);
    await fs.rm(path.join(submits, String(this.#number)), { force: true });
  }

  /** False if another submit was faster. */
  async #acquire({ giveUpAt, signal, onNotice }: Waiting): Promise<boolean> {
    const upload = this.#upload;
    for (let looks = 0; ; looks++) {
      signal?.throwIfAborted();
      if ((await findSubmitted(upload)) !== undefined) return false;
      if (await renamed(placesIn(upload.path).parts, this.parts)) return true;
      const holder = await holderOf(upload);
      if (holder === undefined) {
        if (looks > MOST_MOMENTS) throw damaged(placesIn(upload.path).parts);
        await pause(FIRST_PAUSE_MS, signal); // released, or submitted, just now
        continue;
      }
      if (await this.#isDead(holder)) {
        if (await this.#takeOver(holder)) return true;
        continue;
      }
      const by = await findActor(path.join(placesIn(upload.path).submits, String(holder)));
      const who = by === undefined ? 'somebody' : actorText(by);
      if (Date.now() >= giveUpAt) throw tooLong(upload, who);
      if (looks === 0) onNotice(`Waiting for another submit of ${upload.id}, begun by ${who}.`);
      await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
  }

  async #isDead(holder: number): Promise<boolean> {
    const file = path.join(placesIn(this.#upload.path).submits, String(holder));
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
    const { submits } = placesIn(this.#upload.path);
    const file = path.join(submits, String(holder));
    const record = await findRecord<SubmitRecord>(file, { merged: 'string', by: 'actor' }).catch(
      () => undefined,
    );
    if (!(await renamed(sealedBy(this.#upload.path, holder), this.parts))) return false;
    if (record !== undefined && isRunName(record.merged))
      await removeFromStaging(path.join(path.dirname(this.#upload.path), record.merged));
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

function tooLong(upload: MultipartUpload, who: string): GobblerError {
  return new GobblerError(
    'lock-timeout',
    `multipart upload ${upload.id} of ${formatRef(upload.ref)} is being submitted, by ${who}`,
    {
      input: 'upload-id',
      hint: hint`Wait for its end, with a longer ${setting('lock-wait-minutes')}. A submit that was killed on another machine is noticed after three minutes.`,
    },
  );
}
