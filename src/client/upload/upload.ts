import path from 'node:path';
import { allFinished } from '../../fs/index.ts';
import {
  formatRef,
  type Manifest,
  nameProblem,
  refPath,
  type Summary,
  type VersionRef,
} from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import {
  type EarlierVersions,
  expectedEntries,
  findLookalikes,
  hardLinkRule,
  type KnownChecksums,
  lostFindings,
  planUpload,
  type ResolvedLink,
  requireWhole,
  resolveLinks,
  sameSized,
  type UploadPlan,
  worthHashing,
} from '../plan/index.ts';
import { becomesVisible, type Confirmed, findSummary, readBack } from '../registry/index.ts';
import { DEFAULT_PATIENCE_MS, newRunName } from '../requests/index.ts';
import {
  contradictions,
  emptyFindings,
  progressOf,
  refuseIfAny,
  refuseIfChanged,
  type Scan,
  type SourceFile,
  StageClock,
  scanSource,
  type UploadOptions,
} from '../source/index.ts';
import { confirmSums, requireAsSent, type Sums } from './confirm.ts';
import { type Kept, type Published, removeSource } from './consume.ts';
import { type Delivery, deliver } from './deliver.ts';
import { requireSameContent } from './existing.ts';
import { tellFilesystems } from './filesystem-facts.ts';
import { awaitOtherUploads } from './other-uploads.ts';
import { lengthFindings, overlapFindings, preflight } from './preflight.ts';
import { type Outcome, resultOf, type UploadResult } from './upload-result.ts';

/** The stages of one upload, in the order in which `uploadDirectory` takes them. */
export class Upload {
  readonly #connection: Connection;
  readonly #options: UploadOptions;
  readonly #ref: VersionRef;
  readonly #spoof: string | undefined;
  readonly #stages: StageClock;
  /** How long others may still be waited for. */
  #patienceMs: number;

  constructor(connection: Connection, options: UploadOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#ref = { project: options.project, asset: options.asset, version: options.version };
    // Spoofing oneself is refused unless the service lists it, so it is left out (protocol §8).
    this.#spoof = options.spoof === currentUser() ? undefined : options.spoof;
    this.#stages = new StageClock(options.onEvent);
    this.#patienceMs = options.lockPatienceMs ?? DEFAULT_PATIENCE_MS;
  }

  readonly #notice = (sentence: string): void => this.#options.onEvent?.({ kind: 'notice', sentence });

  async scan(): Promise<Scan> {
    const scanned = await this.#stages.run('scan', () => scanSource(this.#options));
    tellFilesystems(this.#connection, scanned, this.#options.onEvent);
    return scanned;
  }

  /** The summary of a finished version of this name, if the caller does not mind that there is one. */
  async findExisting(): Promise<Summary | undefined> {
    const { ifExists = 'error', signal } = this.#options;
    const { project, asset, version } = this.#ref;
    if (ifExists === 'error' || [project, asset, version].some((name) => nameProblem(name) !== undefined))
      return undefined;
    return findSummary(this.#connection, this.#ref, { forceRemote: true, signal });
  }

  /** Finds every reason to refuse the upload, and throws them as one; else returns where the links lead. */
  async check(scanned: Scan, existing: Summary | undefined): Promise<readonly ResolvedLink[]> {
    const { signal, onEvent } = this.#options;
    const run = newRunName();
    if (existing === undefined) onEvent?.({ kind: 'run', run });
    return this.#stages.run('check', async () => {
      const [found, overlaps, resolved] = await allFinished([
        existing === undefined ? this.#preflight(run) : Promise.resolve([]),
        overlapFindings(this.#connection, scanned, this.#options),
        resolveLinks(this.#connection, this.#ref, scanned, signal),
      ]);
      refuseIfAny(`the upload of ${formatRef(this.#ref)}`, [
        ...found,
        ...scanned.findings,
        ...overlaps,
        ...lengthFindings(this.#connection, this.#ref, scanned),
        ...resolved.findings,
        ...emptyFindings(scanned, this.#options),
        ...contradictions(this.#options),
      ]);
      return resolved.links;
    });
  }

  #preflight(run: string): ReturnType<typeof preflight> {
    const { probation, refuseProbation, signal } = this.#options;
    const expectsProbation = probation === true || refuseProbation !== true;
    const upload = {
      ...this.#ref,
      run,
      spoof: this.#spoof,
      signal,
      expectsProbation,
      onNotice: this.#notice,
    };
    return preflight(this.#connection, upload);
  }

  /** There is such a version: that is success if it is the same, or if the caller does not care. */
  async settleExisting(
    scanned: Scan,
    links: readonly ResolvedLink[],
    known: KnownChecksums,
  ): Promise<UploadResult> {
    const { ifExists, consume, signal } = this.#options;
    if (ifExists === 'skip') {
      const confirmed = await readBack(this.#connection, this.#ref, signal);
      return this.result('skipped', { scanned, confirmed });
    }
    const options = { signal, onFile: this.#progress('hash', scanned.files) };
    const confirmed = await this.#stages.run('hash', () =>
      requireSameContent(this.#connection, this.#ref, { scan: scanned, links, known }, options),
    );
    const { changed, untouched } = await known.settle({
      manifest: confirmed.manifest,
      copied: scanned.files,
      computed: known.sums,
    });
    refuseIfChanged(changed);
    await known.save(this.#notice);
    await this.#requireLinked(confirmed);
    const source = { scanned, links, computed: known.sha256 };
    const sums = await this.#confirmSums(source, { manifest: confirmed.manifest, answered: true });
    const published = { ...confirmed, proven: untouched, sha256: known.sha256 };
    const kept = consume === true ? await this.#removeSource(scanned, published) : [];
    return this.result('verified', { scanned, confirmed, kept, sums });
  }

  /** Waits for somebody else who is uploading to the asset just now, as long as `lockPatienceMs` says. Whether it had to. */
  async awaitOthers(): Promise<boolean> {
    const begunMs = Date.now();
    const giveUpAt = begunMs + this.#patienceMs;
    const { signal } = this.#options;
    const waiting = { giveUpAt, signal, onNotice: this.#notice };
    const waited = await awaitOtherUploads(this.#connection, this.#ref, waiting);
    this.#patienceMs -= Math.min(Date.now() - begunMs, this.#patienceMs);
    return waited;
  }

  /** Hashes what has to be hashed for it, and decides how each entry gets into staging. */
  async plan(
    scanned: Scan,
    links: readonly ResolvedLink[],
    known: KnownChecksums,
    earlier: EarlierVersions,
  ): Promise<UploadPlan> {
    const { verify, signal } = this.#options;
    const mayHardLink = await hardLinkRule(this.#connection, this.#options.symlinks);
    const input = { scan: scanned, links, earlier, mayHardLink };
    const inQuestion = known.sha256 === undefined ? worthHashing(input) : sameSized(scanned, earlier);
    const wanted = (verify === 'all' ? scanned.files : inQuestion).filter((file) => known.lacks(file));
    if (wanted.length > 0) {
      const onFile = this.#progress('hash', wanted);
      await this.#stages.run('hash', () => known.compute(wanted, { signal, onFile }));
    }
    const lost = lostFindings(scanned, this.#ref, earlier, known.sums);
    const { isSame, findings } = await findLookalikes(
      this.#connection,
      this.#ref,
      { scan: scanned, known, earlier },
      this.#options,
    );
    refuseIfAny(`the upload of ${formatRef(this.#ref)}`, [...lost, ...findings]);
    const { serviceRegistry } = this.#connection;
    return planUpload({ ...input, asset: this.#ref, checksums: known.sums, serviceRegistry, isSame });
  }

  /** Has the plan published; returns the plan that was carried out in the end. See {@link deliver}. */
  deliver(
    scanned: Scan,
    plan: UploadPlan,
    known: KnownChecksums,
    planWithout: () => Promise<UploadPlan>,
  ): Promise<{ plan: UploadPlan } & Delivery> {
    const context = {
      connection: this.#connection,
      options: { ...this.#options, lockPatienceMs: this.#patienceMs },
      spoof: this.#spoof,
      stages: this.#stages,
      onNotice: this.#notice,
    };
    return deliver(context, { scanned, plan, known, planWithout });
  }

  /** Holds what was published against the source, remembers its checksums, and removes the source if it was given away. */
  async confirm(
    scanned: Scan,
    links: readonly ResolvedLink[],
    known: KnownChecksums,
    { staged, answered, cleaned }: Delivery,
  ): Promise<Pick<Outcome, 'kept' | 'sums'> & { readonly confirmed: Confirmed }> {
    const { verify = 'checksum', consume, signal } = this.#options;
    const sha256 = known.sha256 && new Map([...known.sha256, ...(staged?.sha256 ?? [])]);
    const { confirmed, proven, sums } = await this.#stages.run('confirm', async () => {
      const hold = async (): Promise<{ found: Confirmed; computed: ReadonlyMap<string, string> }> => {
        const found = await readBack(this.#connection, this.#ref, signal);
        // Somebody else may have published under the same name when our answer was lost: then every byte counts.
        if (!answered) await known.compute(scanned.files, { signal });
        const computed = new Map([...known.sums, ...(staged?.checksums ?? [])]);
        const expected = expectedEntries(
          scanned,
          links,
          verify === 'size' && answered ? new Map() : computed,
        );
        // Whatever is asked for: what is about to be removed has to be there.
        if (verify !== 'off' || !answered || consume === true)
          requireAsSent(this.#ref, expected, found.manifest);
        await this.#requireLinked(found);
        return { found, computed };
      };
      const [{ found, computed }] = await allFinished([hold(), cleaned]);
      const learnt =
        verify === 'off' ? undefined : { manifest: found.manifest, copied: staged?.copied ?? [], computed };
      const { changed, untouched } = await known.settle(learnt);
      // A copy was checked when it was made; only what the service has read from the source itself may be in doubt.
      const copied = new Set(staged?.copied ?? []);
      if (verify !== 'off') refuseIfChanged(changed.filter((file) => !copied.has(file)));
      await known.save(this.#notice);
      const isProven = (file: SourceFile): boolean =>
        copied.has(file) && computed.get(file.path) === found.manifest.get(file.path)?.md5sum;
      const source = { scanned, links, computed: sha256 };
      const sent = await this.#confirmSums(source, { manifest: found.manifest, answered });
      return { confirmed: found, proven: new Set([...untouched].filter(isProven)), sums: sent };
    });
    const kept = consume === true ? await this.#removeSource(scanned, { ...confirmed, proven, sha256 }) : [];
    return { confirmed, kept, sums };
  }

  /** The sha256 sums of the source, if they are asked for, once what was published was compared with them. */
  #confirmSums(
    source: Sums,
    published: { readonly manifest: Manifest; readonly answered: boolean },
  ): Promise<ReadonlyMap<string, string> | undefined> {
    const options = { ...this.#options, onNotice: this.#notice };
    return confirmSums(this.#connection, this.#ref, source, { ...published, ...options });
  }

  /** What a version links to has to be there, above all if the source is removed then. */
  async #requireLinked({ manifest }: Confirmed): Promise<void> {
    const { verify, consume = false, signal } = this.#options;
    if (verify === 'off' && !consume) return;
    const exactly = verify === 'all' || consume;
    await requireWhole(this.#connection, this.#ref, manifest, { exactly, signal });
  }

  async #removeSource(
    scanned: Scan,
    { summary, ...published }: Published & Pick<Confirmed, 'summary'>,
  ): Promise<readonly Kept[]> {
    if (summary.onProbation) {
      // A rejection would remove the only copy.
      this.#notice(`${scanned.root} is kept, although consume is true, because the version is on probation`);
      return [];
    }
    return this.#stages.run('clean', () => removeSource(scanned, published));
  }

  #progress(stage: 'hash' | 'stage', files: readonly SourceFile[]): ((file: SourceFile) => void) | undefined {
    return progressOf(stage, files, this.#options.onEvent);
  }

  async result(status: UploadResult['status'], outcome: Outcome): Promise<UploadResult> {
    const versionPath = path.join(this.#connection.registry, refPath(this.#ref));
    const visible =
      status !== 'planned' && (await becomesVisible(this.#connection, this.#ref, this.#options.signal));
    return resultOf(
      this.#connection,
      { ref: this.#ref, status, versionPath, visible, stageMs: this.#stages.spentMs },
      outcome,
    );
  }
}
