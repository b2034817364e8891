import { promises as fs } from 'node:fs';
import path from 'node:path';
import { actorText, gobblerError } from '../../errors/index.ts';
import { freshStat, ifThere, refreshDirectory, removeTree, withOpen } from '../../fs/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { isRunName, type LockWait, runState } from '../requests/index.ts';
import { thisActor } from './actor.ts';
import { type MultipartUpload, placesIn, sealedBy } from './multipart-upload.ts';
import { damaged, findActor } from './records.ts';
import { findSubmitted, holderOf } from './upload-state.ts';

const BEAT_EVERY_MS = 10_000;
/** Silence after which a submit on another machine counts as killed. Attributes may be a minute old there. */
const SILENCE_MS = 180_000;
/** How often `parts` may be found between two names before it counts as lost. */
const MOST_MOMENTS = 100;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The lock of a submit: `parts`, renamed after the run of the submit. While a submit holds it, nothing can be staged, and no
 * other submit can take it. A holder that was killed is noticed by its process on the same host, and by silence elsewhere. If
 * that is wrong, two submits publish the same parts, and the service accepts only one.
 */
export class SubmitLock {
  readonly #upload: MultipartUpload;
  readonly #run: string;
  readonly #heartbeat: string;
  readonly #text = JSON.stringify(thisActor());
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<unknown> = Promise.resolve();

  private constructor(upload: MultipartUpload, run: string) {
    this.#upload = upload;
    this.#run = run;
    this.#heartbeat = path.join(placesIn(upload.path).submits, run);
  }

  /**
   * Takes the lock for a run, after waiting for its holder; undefined if the upload was submitted meanwhile. Code
   * `lock-timeout` if that takes too long. A run that was killed has left the directory of its name in staging, which is
   * removed.
   */
  static async take(
    upload: MultipartUpload,
    run: string,
    waiting: LockWait,
  ): Promise<SubmitLock | undefined> {
    const lock = new SubmitLock(upload, run);
    try {
      // Before the lock is taken: a holder always has a heartbeat.
      await fs.writeFile(lock.#heartbeat, lock.#text, { mode: 0o600 });
      lock.#timer = setInterval(() => {
        // A missed beat does no harm, and a submit that has lost its lock notices before it publishes.
        lock.#beating = lock.#beating.then(() => lock.#beat()).catch(() => undefined);
      }, BEAT_EVERY_MS).unref();
      // Checked again: the previous holder may have submitted it.
      if ((await lock.#acquire(waiting)) && (await findSubmitted(upload)) === undefined) return lock;
      await lock.release();
      return undefined;
    } catch (error) {
      // The first error is more important; a lock that stays is noticed as that of a dead submit.
      await lock.release().catch(() => undefined);
      throw error;
    }
  }

  /** Writes the heartbeat; returns its time, by the clock of the file server. */
  #beat(): Promise<number> {
    return withOpen(this.#heartbeat, 'r+', async (file) => {
      await file.write(this.#text, 0);
      await file.sync();
      return (await file.stat()).mtimeMs;
    });
  }

  /** The name of `parts` while this submit holds it. */
  get parts(): string {
    return sealedBy(this.#upload.path, this.#run);
  }

  /** Makes sure that no other submit has taken over. Code `lock-timeout`. */
  async requireHeld(): Promise<void> {
    // A path may be remembered, a listing is not.
    if ((await holderOf(this.#upload)) === this.#run) return;
    throw gobblerError('submit-taken-over', { uploadId: this.#upload.id });
  }

  /** Stops the heartbeat. NFS cannot remove the directory of an open file. */
  async fallSilent(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
  }

  /** Releases the lock: parts can be staged again. */
  async release(): Promise<void> {
    await this.fallSilent();
    await renamed(this.parts, placesIn(this.#upload.path).parts, false);
    await fs.rm(this.#heartbeat, { force: true });
  }

  /** False if another submit was faster. */
  async #acquire({ giveUpAt, signal, onNotice }: LockWait): Promise<boolean> {
    const upload = this.#upload;
    const { parts, submits } = placesIn(upload.path);
    for (let looks = 0; ; looks++) {
      signal?.throwIfAborted();
      if ((await findSubmitted(upload)) !== undefined) return false;
      if (await renamed(parts, this.parts)) return true;
      const holder = await holderOf(upload);
      if (holder === undefined) {
        if (looks > MOST_MOMENTS) throw damaged(parts);
        await pause(FIRST_PAUSE_MS, signal); // released, or submitted, just now
        continue;
      }
      if (await this.#isDead(holder)) {
        if (await this.#takeOver(holder)) return true;
        continue;
      }
      const actor = await findActor(path.join(submits, holder));
      if (Date.now() >= giveUpAt) {
        const facts = { uploadId: upload.id, version: formatRef(upload.ref), ...(actor && { by: actor }) };
        throw gobblerError('other-submit-running', facts);
      }
      if (looks === 0) {
        const who = actor === undefined ? 'another process' : actorText(actor);
        onNotice?.(`Waiting for another submit of ${upload.id}, begun by ${who}.`);
      }
      await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
  }

  async #isDead(holder: string): Promise<boolean> {
    if (runState(holder) === 'ended') return true;
    const { submits } = placesIn(this.#upload.path);
    await refreshDirectory(submits);
    const theirs = await ifThere(freshStat(path.join(submits, holder)));
    if (theirs === undefined) return true; // it has ended, and could not rename
    // Both times are the file server's.
    return (await this.#beat()) - theirs.mtimeMs > SILENCE_MS;
  }

  async #takeOver(holder: string): Promise<boolean> {
    const { path: directory } = this.#upload;
    if (!(await renamed(sealedBy(directory, holder), this.parts))) return false;
    if (isRunName(holder)) await removeTree(path.join(path.dirname(directory), holder));
    await fs.rm(path.join(placesIn(directory).submits, holder), { force: true });
    return true;
  }
}

/** Renames a file or directory; returns false if it does not exist. `isOwn`: nobody else would give it that name. */
async function renamed(from: string, to: string, isOwn = true): Promise<boolean> {
  if (await ifThere(fs.rename(from, to).then(() => true))) return true;
  // A call that the client has repeated to the file server fails although it was carried out.
  const names = (await ifThere(fs.readdir(path.dirname(to)))) ?? [];
  return isOwn && names.includes(path.basename(to)) && !names.includes(path.basename(from));
}
