import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, gobblerError } from '../../errors/index.ts';
import { ifErrno, ifThere, removeTree } from '../../fs/index.ts';
import { formatRef, nameProblem } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { DEFAULT_PATIENCE_MS, type LockWait, newRunName } from '../requests/index.ts';
import { type MultipartUpload, placesIn } from './multipart-upload.ts';
import { findActor, findRecord, PART_RECORD, type PartRecord } from './records.ts';
import { findSubmitted, partsOf, requireOpen } from './upload-state.ts';

/** Leaves room for the number of the run within the limit of the filesystem. */
const LONGEST_PART_BYTES = 200;
const RUN = /^(.+)@(\d+)$/s;
/** How often `parts` may be found between two names. */
const MOST_MOMENTS = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Refuses a name that no part can have, with code `invalid-name`. */
export function requirePartName(part: string): void {
  const [bytes, limitBytes] = [Buffer.byteLength(part), LONGEST_PART_BYTES];
  if (bytes > limitBytes) throw gobblerError('part-name-unusable', { part, found: { bytes, limitBytes } });
  // Submit reads `parts` as lines.
  if (/^[\s#]|[\r\n]|\s$/.test(part)) throw gobblerError('part-name-unusable', { part, found: 'no-line' });
  const rule = nameProblem(part);
  if (rule !== undefined) throw gobblerError('part-name-unusable', { part, found: { rule } });
}

/** A directory that a run of a part has made: `{part}@{generation}`. */
export interface RunDirectory {
  readonly part: string;
  /** The number of the run, counted from one. */
  readonly generation: number;
  readonly path: string;
}

/** The record in the directory of a run. */
export const recordIn = (run: string): string => path.join(run, 'part.json');

/** The directories of runs in `unfinished` or `parts`. Throws ENOENT if it does not exist. */
export async function runsIn(directory: string, ofPart?: string): Promise<RunDirectory[]> {
  return (await fs.readdir(directory)).flatMap((name) => {
    const [, part, generation] = RUN.exec(name) ?? [];
    if (part === undefined || (ofPart !== undefined && part !== ofPart)) return [];
    return [{ part, generation: Number(generation), path: path.join(directory, name) }];
  });
}

/** The directory of every complete part, sorted by name: of several runs of a part, the last one counts. */
export async function completeParts(parts: string): Promise<RunDirectory[]> {
  const latest = new Map<string, RunDirectory>();
  for (const run of await runsIn(parts)) {
    if (run.generation > (latest.get(run.part)?.generation ?? 0)) latest.set(run.part, run);
  }
  return [...latest.values()].sort((a, b) => (a.part < b.part ? -1 : 1));
}

/**
 * The record of a part that a run is going to replace; undefined if there is none, or if it is damaged, which staging the
 * part again repairs.
 */
export async function findReplaced(upload: MultipartUpload, part: string): Promise<PartRecord | undefined> {
  const runs = await completeParts(placesIn(upload.path).parts);
  const earlier = runs.find((run) => run.part === part);
  if (earlier === undefined) return undefined;
  try {
    return await findRecord(recordIn(earlier.path), PART_RECORD);
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'corrupt-record') return undefined;
    throw error;
  }
}

const lastOf = (runs: readonly RunDirectory[]): number =>
  Math.max(0, ...runs.map(({ generation }) => generation));

/**
 * One run of a part. It fills a directory in `unfinished`, and renames it into `parts`. Runs of a part are numbered; the one
 * that began last counts, whenever earlier ones end, and removes their directories. No clock is involved.
 */
export class PartRun {
  readonly #upload: MultipartUpload;
  readonly #part: string;
  readonly generation: number;
  /** The directory to fill. */
  readonly directory: string;
  /** Whether the directory is in `parts`: then it belongs to the upload. */
  #isDone = false;

  private constructor(upload: MultipartUpload, part: string, generation: number) {
    this.#upload = upload;
    this.#part = part;
    this.generation = generation;
    this.directory = path.join(placesIn(upload.path).unfinished, `${part}@${generation}`);
  }

  /** Takes the next number, makes the directory, and stops earlier runs of this part. */
  static async begin(upload: MultipartUpload, record: PartRecord): Promise<PartRun> {
    const { part } = record;
    const { unfinished, parts } = placesIn(upload.path);
    for (let tried = 0; ; ) {
      const known = [...(await runsIn(unfinished, part)), ...(await runsIn(parts, part))];
      tried = 1 + Math.max(tried, lastOf(known));
      const run = new PartRun(upload, part, tried);
      const isNew = fs.mkdir(run.directory, { mode: 0o700 }).then(() => true);
      if (!(await isNew.catch(ifErrno(['EEXIST'], () => false)))) continue;
      try {
        await fs.writeFile(recordIn(run.directory), JSON.stringify(record), { mode: 0o600 });
        // Another run may have had this number, and be complete by now.
        if (lastOf(await runsIn(parts, part)) < tried) {
          await run.#stopEarlier();
          return run;
        }
      } catch (error) {
        await removeTree(run.directory); // else submit would take this run for unfinished
        throw error;
      }
      await removeTree(run.directory);
    }
  }

  /** Removes the directories of earlier runs, which then cannot be completed. */
  async #stopEarlier(): Promise<void> {
    for (const run of await runsIn(placesIn(this.#upload.path).unfinished, this.#part)) {
      if (run.generation >= this.generation) continue;
      // Renamed first: a run that is half removed must not be completed.
      const gone = path.join(path.dirname(this.#upload.path), newRunName());
      if ((await ifThere(fs.rename(run.path, gone).then(() => true))) === undefined) continue;
      // That run may still fill it; then a later sweep removes it.
      await removeTree(gone).catch(() => undefined);
    }
  }

  /**
   * Makes the directory the content of the part, at one moment, and removes earlier ones. If a submit has begun just then,
   * waits for its outcome: returns only if the part counts. Codes `already-exists` if another run of the part has begun
   * meanwhile, or if the upload was submitted without this one; `lock-timeout` during a submit.
   */
  async commit(record: PartRecord, waiting: Pick<LockWait, 'signal' | 'onNotice'>): Promise<void> {
    const { parts } = placesIn(this.#upload.path);
    try {
      await fs.writeFile(recordIn(this.directory), JSON.stringify(record));
      await fs.rename(this.directory, path.join(parts, path.basename(this.directory)));
    } catch (error) {
      // A call that the client has repeated to the file server fails although it was carried out.
      if (errnoOf(error) !== 'ENOENT' || !(await this.#isCommitted())) throw await this.explain(error);
    }
    this.#isDone = true;
    await this.#awaitVerdict(waiting);
    // The part counts now; a later sweep removes what cannot be removed.
    await this.#removeReplaced(parts).catch(() => undefined);
  }

  async #removeReplaced(parts: string): Promise<void> {
    for (const run of await runsIn(parts, this.#part)) {
      if (run.generation < this.generation) await removeTree(run.path);
    }
  }

  /** Returns whether the directory is in `parts`, under its present name. */
  async #isCommitted(): Promise<boolean> {
    const parts = await partsOf(this.#upload);
    const runs = parts === undefined ? undefined : await ifThere(runsIn(parts, this.#part));
    return runs?.some(({ generation }) => generation === this.generation) ?? false;
  }

  /**
   * Waits until the part is sure to count. A rename on NFS goes by the remembered handle of the directory, so this run may
   * have landed there after a submit on another machine had renamed `parts`, and perhaps read it. Then the submit decides: if
   * it succeeds, it records the parts of the version; if it fails, it gives `parts` back, with this run. Codes
   * `already-exists` if the version was published without it, `not-found` if the upload is gone, `lock-timeout` if the submit
   * takes longer than half an hour.
   */
  async #awaitVerdict({ signal, onNotice }: Pick<LockWait, 'signal' | 'onNotice'>): Promise<void> {
    const upload = this.#upload;
    const part = this.#part;
    const facts = { part, uploadId: upload.id };
    const giveUpAt = performance.now() + DEFAULT_PATIENCE_MS;
    for (let looks = 0; ; looks++) {
      signal?.throwIfAborted();
      // In this order: if the submit ends between the two, the next look finds the outcome.
      const parts = await partsOf(upload);
      const submitted = await findSubmitted(upload);
      if (submitted !== undefined) {
        const at = submitted.parts.indexOf(part);
        if ((submitted.generations[at] ?? 0) >= this.generation) return;
        const version = formatRef(upload.ref);
        throw gobblerError('part-too-late', { ...facts, version, by: submitted.submitted });
      }
      if (parts === placesIn(upload.path).parts) {
        // A later run may have replaced this one by now.
        const runs = (await ifThere(runsIn(parts, part))) ?? [];
        if (lastOf(runs) >= this.generation) return;
      }
      if (parts === undefined && looks > MOST_MOMENTS) await requireOpen(upload); // it was removed
      if (performance.now() > giveUpAt) throw gobblerError('part-undecided', facts);
      if (looks === 1)
        onNotice?.(
          `A submit of ${upload.id} has begun; waiting to see whether it includes part ${JSON.stringify(part)}.`,
        );
      await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
    }
  }

  /** The reason why files of this run have gone, if the error results from that; else the error. */
  async explain(error: unknown): Promise<unknown> {
    if (this.#isDone || errnoOf(error) !== 'ENOENT') return error;
    const { unfinished, parts } = placesIn(this.#upload.path);
    const runs = (await ifThere(runsIn(unfinished, this.#part))) ?? [];
    try {
      await requireOpen(this.#upload);
    } catch (reason) {
      return reason;
    }
    if (runs.some(({ generation }) => generation === this.generation)) return error;
    const others = [...runs, ...((await ifThere(runsIn(parts, this.#part))) ?? [])];
    const later = others.find(({ generation }) => generation === lastOf(others));
    const by = later === undefined ? undefined : await findActor(recordIn(later.path));
    const facts = { part: this.#part, version: formatRef(this.#upload.ref), ...(by && { by }) };
    return gobblerError('part-superseded', facts, { cause: error });
  }

  /** Removes the directory, unless the part counts. */
  async abandon(): Promise<void> {
    if (!this.#isDone) await removeTree(this.directory);
  }
}
