import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../errors/index.ts';
import { RegistryInUseError, systemSentence } from '../files/index.ts';
import { isAlive, type ProcessIdentity, thisProcess } from './service-process.ts';

/** The record of the service that works on a registry. Listings and readers treat it as a lock file. */
const RECORD = '..LOCK_SERVICE';

export interface RecordTimes {
  /** How often a service shows that it is there. */
  readonly beatMs: number;
  /** A service on another machine that has not shown itself for so long is gone. */
  readonly silenceMs: number;
  /** How often to check the record of another service. */
  readonly lookMs: number;
}

const RECORD_MODE = 0o644;

/** How often to check a record that comes and goes. */
const LOOKS = 10;

const TIMES: RecordTimes = { beatMs: 3_000, silenceMs: 15_000, lookMs: 250 };

/** The content of the record. */
interface Holder extends ProcessIdentity {
  readonly id: string;
  /** Counts up. */
  readonly beat: number;
}

/** A record as it was found. */
interface Found {
  readonly text: string;
  /** By the clock of the file server. */
  readonly mtimeMs: number;
  /** Undefined if it makes no sense, as while it is being written. */
  readonly holder: Holder | undefined;
}

/**
 * A claim on a registry that others see wherever they are, by a record in it: file locks are local to a machine on some
 * mounts, and on the machine that serves the files to others.
 *
 * The record is made by `link`, which succeeds for only one process. From then on it is rewritten every few seconds.
 * Clocks are never compared: a service that finds a record watches whether it changes. If the process is one of this
 * machine, it is known at once whether it is alive. A silent record is renamed, checked once more, and put back if it
 * is another record by then; each service checks its own record before it writes it again. So of several that begin at
 * the same time one stays, and all others notice.
 */
export class ServiceRecord {
  readonly #file: string;
  readonly #directory: string;
  readonly #times: RecordTimes;
  readonly #log: (line: string) => void;
  readonly #holder: Omit<Holder, 'beat'> = { ...thisProcess(), id: randomBytes(12).toString('hex') };
  #beat = 0;
  #shownAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #lost: RegistryInUseError | undefined;
  #hasFailed = false;
  /** Called once, when another service has taken the registry. */
  onLost: (error: RegistryInUseError) => void = () => undefined;

  private constructor(directory: string, log: (line: string) => void, times: RecordTimes) {
    this.#directory = directory;
    this.#file = path.join(directory, RECORD);
    this.#log = log;
    this.#times = times;
  }

  /**
   * Claims a registry. Throws RegistryInUseError if another service is running there. `isOnlyOneHere` says that no
   * other service of this machine can be: then a record of this machine is that of a dead one, whatever its process id
   * means.
   */
  static async claim(
    directory: string,
    log: (line: string) => void,
    { isOnlyOneHere, times = TIMES }: { isOnlyOneHere: boolean; times?: RecordTimes },
  ): Promise<ServiceRecord> {
    const record = new ServiceRecord(directory, log, times);
    await record.#claim(isOnlyOneHere);
    record.#timer = setInterval(() => void record.show(), times.beatMs);
    record.#timer.unref();
    return record;
  }

  async #claim(isOnlyOneHere: boolean): Promise<void> {
    for (;;) {
      if (await this.#link()) break;
      const found = await this.#read();
      if (found === undefined) continue; // it has just been given up
      const hasGone = await this.#hasGone(found, isOnlyOneHere);
      if (!hasGone) throw inUse(this.#directory, found.holder);
      await this.#takeAway(found);
    }
    this.#shownAt = Date.now();
    // Somebody who took the last one for silent may have taken ours away instead, and not have put it back yet.
    await this.#confirm();
  }

  /** Puts our record in place; false if there is one. */
  async #link(): Promise<boolean> {
    const mine = `${this.#file}_${this.#holder.id}`;
    try {
      await writeFile(mine, this.#text(), { flag: 'wx', mode: RECORD_MODE });
      await link(mine, this.#file);
      return true;
    } catch (error) {
      // A network filesystem may have asked twice, and have succeeded the first time.
      if (errnoOf(error) === 'EEXIST') return (await this.#read())?.holder?.id === this.#holder.id;
      throw error;
    } finally {
      await rm(mine, { force: true });
    }
  }

  #text(): string {
    return `${JSON.stringify({ ...this.#holder, beat: this.#beat })}\n`;
  }

  /** The record as the file server has it: opening asks it. Undefined if there is none. */
  async #read(): Promise<Found | undefined> {
    let handle: FileHandle;
    try {
      handle = await open(this.#file, 'r');
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    try {
      const text = await handle.readFile('utf8');
      const { mtimeMs } = await handle.stat();
      return { text, mtimeMs, holder: holderIn(text) };
    } finally {
      await handle.close();
    }
  }

  /** Returns whether the service that has written a record is gone, which may take a while to find out. */
  async #hasGone(found: Found, isOnlyOneHere: boolean): Promise<boolean> {
    const { holder } = found;
    if (holder !== undefined) {
      const alive = isAlive(holder);
      if (alive !== undefined) return !alive;
      if (isOnlyOneHere && holder.boot === this.#holder.boot) return true;
    }
    const { silenceMs, lookMs } = this.#times;
    this.#log(
      `${describe(holder)} has left a record in the registry; waiting ${silenceMs / 1000} s for a sign of life`,
    );
    const giveUpAt = performance.now() + silenceMs;
    while (performance.now() < giveUpAt) {
      await sleep(lookMs);
      const now = await this.#read();
      if (now === undefined) return true;
      if (now.text !== found.text || now.mtimeMs !== found.mtimeMs) return false;
    }
    return true;
  }

  /** Removes a record that was found silent. If another one has its name by now, that stays, or is put back. */
  async #takeAway(silent: Found): Promise<void> {
    if ((await this.#read())?.text !== silent.text) return;
    const aside = `${this.#file}_${randomBytes(12).toString('hex')}`;
    try {
      await rename(this.#file, aside);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return;
      throw error;
    }
    if ((await readFile(aside, 'utf8')) !== silent.text) {
      await link(aside, this.#file).catch((error: unknown) => {
        // Then whoever has written it finds another one, and stops.
        if (errnoOf(error) !== 'EEXIST') throw error;
      });
    }
    await rm(aside, { force: true });
  }

  /** Looks once more whether the record is ours, or will be again in a moment. */
  async #confirm(): Promise<void> {
    for (let look = 0; look < LOOKS; look++) {
      const found = await this.#read();
      if (found === undefined && (await this.#link())) return;
      if (found?.holder?.id === this.#holder.id) return;
      if (found !== undefined) throw inUse(this.#directory, found.holder);
    }
    throw inUse(this.#directory, undefined);
  }

  /** Shows that this service is there, unless another one has taken its place. */
  show(): Promise<void> {
    this.#beating = this.#beating.then(() => this.#showOnce());
    return this.#beating;
  }

  async #showOnce(): Promise<void> {
    if (this.#lost !== undefined || this.#timer === undefined) return;
    try {
      await this.#write();
      this.#shownAt = Date.now();
      this.#hasFailed = false;
    } catch (error) {
      if (error instanceof RegistryInUseError) {
        this.#lost = error;
        clearInterval(this.#timer);
        this.onLost(error);
        return;
      }
      // The file server may be away for a while; it is away for the others, too.
      if (!this.#hasFailed)
        this.#log(`the record of this service cannot be written: ${systemSentence(error)}`);
      this.#hasFailed = true;
    }
  }

  async #write(): Promise<void> {
    const found = await this.#read();
    if (found === undefined) {
      if (await this.#link()) return;
      throw inUse(this.#directory, (await this.#read())?.holder);
    }
    if (found.holder !== undefined && found.holder.id !== this.#holder.id)
      throw inUse(this.#directory, found.holder);
    this.#beat += 1;
    const handle = await open(this.#file, 'r+');
    try {
      const text = Buffer.from(this.#text());
      await handle.write(text, 0, text.length, 0);
    } finally {
      await handle.close();
    }
  }

  /**
   * Makes sure that the registry still is this service's, if it has not shown itself in time, as after the machine was
   * asleep. Throws RegistryInUseError if it is not.
   */
  async require(): Promise<void> {
    if (Math.abs(Date.now() - this.#shownAt) > this.#times.silenceMs / 2) await this.show();
    if (this.#lost !== undefined) throw this.#lost;
  }

  /** Ends the claim. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#beating;
    if (this.#lost !== undefined) return;
    try {
      const found = await this.#read();
      if (found?.holder?.id === this.#holder.id) await this.#takeAway(found);
    } catch (error) {
      // Others find out that this process has ended.
      this.#log(`the record of this service cannot be removed: ${systemSentence(error)}`);
    }
  }
}

function holderIn(text: string): Holder | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined; // it is being written
  }
  return isHolder(parsed) ? parsed : undefined;
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['id', 'host', 'boot', 'pidNamespace', 'started'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof Reflect.get(value, 'pid') === 'number'
  );
}

const describe = (holder: Holder | undefined): string =>
  holder === undefined ? 'another service' : `process ${holder.pid} of host ${holder.host}`;

const inUse = (registry: string, holder: Holder | undefined): RegistryInUseError =>
  new RegistryInUseError(
    `another service is working on the registry "${registry}": ${describe(holder)}. Stop it first, or choose another registry`,
  );
