import { expect } from '@jest/globals';
import { contentOf, contentsIn, mustWrite, type Write, write } from '../harness/contents.ts';
import { FileHistory } from '../harness/history.ts';
import { type Lane, onEachMount } from '../harness/lanes.ts';
import type { Answer } from '../harness/product.ts';
import { isSoak, patience, type Random, randomBy, rounds } from '../harness/rounds.ts';
import { SERVED } from '../harness/shared-filesystem.ts';
import type { Site } from '../harness/site.ts';
import { startPart, startUpload } from '../harness/stage.ts';

const FILES = 50;
const IN_CI = 2;
/** Writing begins so long before the step. */
const AHEAD_MS = isSoak ? 60_000 : 5_000;
/** And may end so long after it has begun: about as long as one takes. */
const STEP_MS = 5_000;
/** How many of the files are rewritten after the step has begun: as many as if AHEAD_MS was a minute, or none. */
const DURING = [0, 0, STEP_MS / (60_000 + STEP_MS)];

/** How one version is published. */
interface Manner {
  readonly options: readonly string[];
  readonly staged: boolean;
  readonly consume: boolean;
}

function mannerBy({ pick }: Random): Manner {
  const verify = ['--verify', pick(['checksum', 'all', 'size', 'off'])];
  const deduplicate = ['--deduplicate', pick(['latest', 'all', 'off'])];
  if (pick([false, false, true]))
    return { options: [...verify, ...deduplicate], staged: true, consume: false };
  const consume = pick([true, false]);
  const flags = [
    ...(consume ? ['--consume'] : []),
    ...(pick([true, false, false]) ? ['--no-hash-cache'] : []),
  ];
  return { options: [...verify, ...deduplicate, ...flags], staged: false, consume };
}

/** Another client keeps writing to the source; all published content was on the server during the step. */
export function changingSources(site: () => Site): void {
  onEachMount(
    `a source of ${FILES} files that another client rewrites all the time`,
    site,
    async (lane) => {
      const random = randomBy();
      const source = new ChangingSource(lane, random);
      await source.fill();
      const log: unknown[] = [];
      const faults: unknown[] = [];
      for (let round = 1; round <= rounds(IN_CI); round++) {
        const manner = mannerBy(random);
        const found = await source.publish(String(round), manner);
        log.push({ round, ...manner, ...found.summary });
        faults.push(...found.faults.map((fault) => ({ round, options: manner.options.join(' '), ...fault })));
      }
      process.stderr.write(`${lane.mount.name}, NFS_SEED=${random.seed}: ${JSON.stringify(log)}\n`);
      expect({ seed: random.seed, faults }).toEqual({ seed: random.seed, faults: [] });
    },
    patience(IN_CI, 2 * AHEAD_MS + 60_000),
  );
}

/** A source that the other client of a lane writes to, and what each of its files has held. */
class ChangingSource {
  readonly #lane: Lane;
  readonly #random: Random;
  readonly #asset: string;
  readonly #paths: readonly string[];
  readonly #modes: readonly number[];
  #contents = new Map<string, string>();
  #generation = 0;

  constructor(lane: Lane, random: Random) {
    this.#lane = lane;
    this.#random = random;
    this.#asset = lane.site.fresh('changing');
    this.#paths = Array.from({ length: FILES }, (_, at) => `d${at % 5}/f${at}`);
    this.#modes = this.#paths.map(() => random.pick([0o644, 0o600]));
  }

  get #served(): string {
    return `${SERVED}/work/${this.#asset}`;
  }

  get #source(): string {
    return `${this.#lane.mount.path}/work/${this.#asset}`;
  }

  /** Makes the files, and publishes two versions, from the server and from the client, which then remembers them. */
  async fill(): Promise<void> {
    const { client, mount, site } = this.#lane;
    await this.#restore();
    await client.run(['sleep', '3']); // only what has rested is remembered
    const first = await site.step(site.server, undefined, [
      'upload',
      this.#served,
      `demo/${this.#asset}/first`,
    ]);
    const second = await site.step(client, mount, ['upload', this.#source, `demo/${this.#asset}/second`]);
    expect([first.answer.error, second.answer.error]).toEqual([null, null]);
  }

  async #restore(): Promise<void> {
    const { server } = this.#lane.site;
    await server.shell(`mkdir -p ${this.#served}/d{0..4}`);
    const generation = ++this.#generation;
    const missing = this.#paths.filter((file) => !this.#contents.has(file));
    const writes = missing.map(
      (file): Write => ({
        file: `${this.#served}/${file}`,
        generation,
        sizeBytes: this.#sizeOf(file),
        how: 'truncate',
        mode: this.#modes[this.#paths.indexOf(file)] ?? 0o644,
      }),
    );
    if (writes.length > 0) await mustWrite(server, writes);
    for (const { file, sizeBytes } of writes) {
      this.#contents.set(file.slice(this.#served.length + 1), contentOf(generation, sizeBytes));
    }
  }

  /** Half of them are large enough for their checksums to be remembered. */
  #sizeOf(file: string): number {
    return this.#paths.indexOf(file) % 2 === 0 ? 96_000 : 3_200;
  }

  /** Publishes a version, while every file is rewritten once at a moment of its own. Gives what was wrong. */
  async publish(version: string, manner: Manner): Promise<{ faults: object[]; summary: object }> {
    const { client, other, site } = this.#lane;
    await this.#restore();
    const nowMs = Date.now() + 1_000; // for the writer to start
    const { next, pick } = this.#random;
    const during = pick(DURING);
    const plan = this.#paths.map((file): Write => {
      // In some directories nothing is renamed: nothing makes a client ask for their files anew.
      const mayRename = /^d[34]/.test(file);
      const how = pick(['truncate', 'overwrite', mayRename ? 'rename' : 'overwrite'] as const);
      const present = Number(this.#contents.get(file)?.split(':').at(-1));
      const sizeBytes = how === 'overwrite' ? present : this.#sizeOf(file) + pick([0, 0, 320]);
      const atMs = nowMs + (next() < during ? AHEAD_MS + next() * STEP_MS : next() * AHEAD_MS);
      const mode = this.#modes[this.#paths.indexOf(file)] ?? 0o644;
      return { file: `${this.#source}/${file}`, generation: ++this.#generation, sizeBytes, how, mode, atMs };
    });
    const writing = write(other, plan, { timeoutMs: 2 * AHEAD_MS + 240_000 });
    writing.catch(() => undefined); // awaited below
    await client.run(['sleep', String((nowMs + AHEAD_MS - Date.now()) / 1000)]);
    const step = manner.staged ? await this.#stage(version, manner) : await this.#upload(version, manner);
    const written = await writing;

    const histories = new Map([...this.#contents].map(([file, content]) => [file, new FileHistory(content)]));
    for (const entry of written) histories.get(entry.file.slice(this.#source.length + 1))?.add(entry);
    const [published = {}, left = {}] = await contentsIn(
      site.server,
      `${SERVED}/registry/demo/${this.#asset}/${version}`,
      this.#served,
    );
    this.#contents = new Map(Object.entries(left));
    const orphaned = written.filter(({ orphaned }) => orphaned).map(({ file }) => file);
    return {
      faults: faultsOf({ ...step, manner, histories, published, left, orphaned }),
      summary: {
        exitCode: step.answer.exitCode,
        error: step.answer.error?.message.slice(0, 100),
        during: written.filter(({ endedMs }) => endedMs >= step.startMs && endedMs <= step.endMs).length,
        orphaned: orphaned.length,
      },
    };
  }

  async #upload(version: string, { options }: Manner): Promise<Observed> {
    const { client, mount, site } = this.#lane;
    const startMs = Date.now();
    const { answer } = await site.step(client, mount, [
      'upload',
      this.#source,
      `demo/${this.#asset}/${version}`,
      ...options,
    ]);
    return { answer, startMs, endMs: Date.now() };
  }

  async #stage(version: string, { options }: Manner): Promise<Observed> {
    const { client, mount, site } = this.#lane;
    const uploadId = await startUpload(site, client, mount, `demo/${this.#asset}/${version}`);
    const startMs = Date.now();
    const { step } = startPart(site, client, mount, {
      uploadId,
      part: 'all',
      directory: this.#source,
      atTop: true,
    });
    const { answer } = await step;
    const endMs = Date.now();
    if (answer.exitCode !== 0) return { answer, startMs, endMs };
    const submitted = await site.step(client, mount, ['submit', uploadId, ...options]);
    return { answer: submitted.answer, startMs, endMs };
  }
}

interface Observed {
  readonly answer: Answer;
  readonly startMs: number;
  readonly endMs: number;
}

interface Outcome extends Observed {
  readonly manner: Manner;
  readonly histories: ReadonlyMap<string, FileHistory>;
  readonly published: Readonly<Record<string, string>>;
  readonly left: Readonly<Record<string, string>>;
  readonly orphaned: readonly string[];
}

function faultsOf({ answer, startMs, endMs, manner, histories, published, left }: Outcome): object[] {
  const { error, exitCode } = answer;
  const text = error === null ? '' : [error.message, ...error.findings].join('\n');
  const named = new Set(
    [...histories.keys()].filter((file) => text.includes(`"${file}"`) || text.includes(`/${file} `)),
  );
  const faults: object[] = [];
  if (exitCode !== 0 && named.size === 0) faults.push({ failed: error });
  for (const file of named) {
    if (!histories.get(file)?.changedAfter(startMs))
      faults.push({ failedFor: file, message: error?.message });
  }
  const isPublished = Object.keys(published).length > 0;
  for (const [file, history] of histories) {
    const held = history.heldBetween(startMs, endMs);
    const content = published[file];
    if (isPublished && !named.has(file) && (content === undefined || !held.includes(content))) {
      faults.push({ stale: file, published: content, held });
    }
    const isKept = left[file] === history.last || (manner.consume && content === history.last);
    if (!isKept) faults.push({ lost: file, last: history.last, published: content, left: left[file] });
  }
  return faults;
}
