import type { Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, refuseIfAny } from '../../errors/index.ts';
import { AdaptiveIo, Filesystems, ifThere, md5OfFiles } from '../../fs/index.ts';
import { formatRef, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { hardLinkRule, planUpload, resolveLinks, type UploadPlan } from '../plan/index.ts';
import { keepFresh, makeReadableDirectory, newRunName, stagingWriteError } from '../requests/index.ts';
import {
  emptyFindings,
  type LeftOut,
  type Losses,
  progressOf,
  requireUnchanged,
  type Scan,
  type SourceFile,
  type SourceOptions,
  StageClock,
  scanSource,
  type UploadOptions,
} from '../source/index.ts';
import { type Staged, stage } from '../staging/index.ts';
import { lengthFindings, overlapFindings, tellFilesystems } from '../upload/index.ts';
import { thisActor } from './actor.ts';
import { collisionsOf, mayCollide, type PartContent } from './collisions.ts';
import { filesIn, type ListedEntry, type ListedFile, readListing, writeListing } from './listing.ts';
import { type MultipartUpload, openMultipartUpload, placesIn, sealedBy } from './multipart-upload.ts';
import { partPathNames, scanAt } from './part-path.ts';
import { completeParts, findReplaced, PartRun, recordIn, requirePartName } from './part-run.ts';
import { findRecord, PART_RECORD, type PartRecord } from './records.ts';
import { requireOpen } from './upload-state.ts';

/** A directory to stage as a part, and its place in the version. */
export interface StagePartOptions extends SourceOptions, Pick<UploadOptions, 'allowEmpty'> {
  /** The directory of the version that its files go to. Default is the top. */
  readonly path?: string | undefined;
  /** The version, or parts of it; has to be that of the upload. */
  readonly ref?: { readonly [Kind in keyof VersionRef]?: string | undefined } | undefined;
}

/** A part that counts. */
export interface StagedPart {
  /** The upload that it belongs to. */
  readonly upload: MultipartUpload;
  /** Its facts, as later steps see them. */
  readonly record: PartRecord;
  /** The record of this part that it replaces; undefined if the part is new. */
  readonly replaced: PartRecord | undefined;
  /** Entries of the directory that were left out. */
  readonly leftOut: LeftOut;
  /** Properties that its files lose, since a Gobbler does not preserve them. */
  readonly losses: Losses;
  /** Whether it has neither files nor links. */
  readonly isEmpty: boolean;
  /** Files whose bytes were copied. */
  readonly copied: readonly SourceFile[];
  /** Files that were hard linked. */
  readonly hardLinked: readonly SourceFile[];
}

/**
 * Stages the files of a directory as a part of a multipart upload; replaces the part if it exists. The part appears at one
 * moment, complete, or not at all: a kill leaves nothing that counts. Parts may be staged concurrently, from any machine.
 * Two parts with the same path are refused, and the error names both. The directory is only read. Codes as
 * `openMultipartUpload` and `uploadDirectory`; `invalid-name` for the part; `already-exists` for collisions, for an upload
 * that was submitted, and if another run of the part has begun meanwhile; `lock-timeout` during a submit.
 */
export async function stagePart(
  connection: Connection,
  uploadId: string,
  part: string,
  options: StagePartOptions,
): Promise<StagedPart> {
  requirePartName(part);
  const names = partPathNames(options.path ?? '');
  const upload = await openMultipartUpload(connection, uploadId, options.ref);
  const stopTouching = keepFresh([upload.path]);
  let run: PartRun | undefined;
  try {
    await requireOpen(upload);
    const addition = await prepare(connection, upload, { part, names, options });
    const replaced = await findReplaced(upload, part);
    run = await PartRun.begin(upload, addition.record);
    const { record, copied, hardLinked } = await carryOut(addition, run);
    const { signal, onEvent } = options;
    await run.commit(record, { signal, onNotice: (sentence) => onEvent?.({ kind: 'notice', sentence }) });
    run = undefined;
    const { leftOut, losses, files, links } = addition.scanned;
    const isEmpty = files.length + links.length === 0;
    return { upload, record, replaced, leftOut, losses, isEmpty, copied, hardLinked };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (errnoOf(error) === 'ENOENT') await requireOpen(upload); // it may have been removed just now
    const why = run === undefined ? error : await run.explain(error);
    throw errnoOf(why) === undefined ? why : stagingWriteError(upload.path, why);
  } finally {
    stopTouching();
    await run?.abandon();
  }
}

/** A part that was checked, and not moved yet. */
interface Addition {
  readonly names: readonly string[];
  readonly options: StagePartOptions;
  readonly stages: StageClock;
  readonly scanned: Scan;
  readonly plan: UploadPlan;
  /** Without generation and number of entries, which are known later. */
  readonly record: PartRecord;
}

/** Longer than any real number of a run, to check the length of paths. */
const MANY_RUNS = 999_999;

/** Finds every reason to refuse the part, and plans how its content gets into the upload. */
async function prepare(
  connection: Connection,
  upload: MultipartUpload,
  { part, names, options }: { part: string; names: readonly string[]; options: StagePartOptions },
): Promise<Addition> {
  const { ref } = upload;
  const stages = new StageClock(options.onEvent);
  const scanned = await stages.run('scan', () => scanSource(options));
  tellFilesystems(connection, scanned, options.onEvent);
  return stages.run('check', async () => {
    // The directory has its longest name during a submit.
    const staging = filesIn(path.join(sealedBy(upload.path, newRunName()), `${part}@${MANY_RUNS}`));
    const resolved = await resolveLinks(connection, ref, scanned, options.signal);
    refuseIfAny(`the directory for ${formatRef(ref)}`, [
      ...scanned.findings,
      ...(await overlapFindings(connection, scanned, {})),
      ...lengthFindings({ ...connection, staging }, ref, scanAt(scanned, names)),
      ...resolved.findings,
      ...emptyFindings(scanned, options),
    ]);
    const isSafe = await hardLinkRule(connection, options.symlinks);
    const plan = planUpload({
      scan: scanned,
      links: resolved.links,
      asset: ref,
      earlier: { latest: undefined, candidates: [] },
      checksums: new Map(),
      serviceRegistry: connection.serviceRegistry,
      mayHardLink: (file) => isFixed(file) && isSafe(file),
    });
    const record: PartRecord = {
      part,
      generation: 0,
      path: names.join('/'),
      staged: thisActor(),
      filesCount: scanned.files.length,
      sizeBytes: scanned.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      entriesCount: 0,
    };
    const parts = [
      ...(await othersNear(upload, record)),
      { record, entries: listed({ names, scanned, plan }) },
    ];
    refuseIfAny(`part ${JSON.stringify(part)} of ${formatRef(ref)}`, collisionsOf(parts, 'path'));
    return { names, options, stages, scanned, plan, record };
  });
}

/** Fills the directory of a run. */
async function carryOut(
  addition: Addition,
  { directory, generation }: PartRun,
): Promise<Pick<StagedPart, 'record' | 'copied' | 'hardLinked'>> {
  const { names, options, stages, scanned, plan } = addition;
  const { concurrency, signal, onEvent } = options;
  const root = path.join(filesIn(directory), ...names);
  const onFile = progressOf('stage', [...plan.hardLinks, ...plan.copies], onEvent);
  const { filesystems } = scanned;
  const staging = { needsChecksum: () => true, filesystems, concurrency, signal, onFile };
  const { copied, hardLinked, ...staged } = await stages.run('stage', async () => {
    for (let depth = 0; depth <= names.length; depth++)
      await makeReadableDirectory(path.join(filesIn(directory), ...names.slice(0, depth)));
    return stage(scanned.root, root, plan, staging);
  });
  // The content of a hard link is fixed by its checksum: the file may be changed under its other name.
  const placeOf = (file: SourceFile): string => path.join(root, file.path);
  const linkedSums = await md5OfFiles(hardLinked, placeOf, { signal, require: requireUnchanged });
  const checksums = new Map([...staged.checksums, ...linkedSums]);
  const entries = listed(addition, await inspect(root, { copied, hardLinked, checksums }));
  await writeListing(directory, entries);
  signal?.throwIfAborted();
  return { record: { ...addition.record, generation, entriesCount: entries.length }, copied, hardLinked };
}

/**
 * A multipart upload lives for hours or days, while later jobs use the workspace and may write to its files, under all their
 * names. So only files that nobody may write to are linked; others are copied.
 */
const isFixed = ({ mode, uid }: SourceFile): boolean => (mode & 0o222) === 0 && uid === process.geteuid?.();

/** The content of the other parts that may collide with this one. */
async function othersNear(upload: MultipartUpload, own: PartRecord): Promise<PartContent[]> {
  const contents: PartContent[] = [];
  for (const run of await completeParts(placesIn(upload.path).parts)) {
    if (run.part === own.part) continue;
    const record = await findRecord<PartRecord>(recordIn(run.path), PART_RECORD);
    if (record === undefined || !mayCollide(record, own)) continue;
    const entries = await ifThere(readListing(run.path, record));
    // A repeat may have replaced it just now; submit checks all parts again.
    if (entries !== undefined) contents.push({ record, entries });
  }
  return contents;
}

/** Tells submit whether anybody has written to a staged file since. */
type StagedState = Pick<ListedFile, 'mtimeMs' | 'ino' | 'ctimeMs' | 'md5sum'>;

async function inspect(
  root: string,
  { copied, hardLinked, checksums }: Pick<Staged, 'copied' | 'hardLinked' | 'checksums'>,
): Promise<ReadonlyMap<string, StagedState>> {
  const filesystems = new Filesystems();
  const linked = new Set(hardLinked);
  const states = new Map<string, StagedState>();
  const note = (file: SourceFile, { mtimeMs, ino, ctimeMs }: Stats): void => {
    const md5sum = checksums.get(file.path) ?? '';
    states.set(file.path, { mtimeMs, ino, ...(linked.has(file) && { ctimeMs }), md5sum });
  };
  await new AdaptiveIo().forEach([...copied, ...hardLinked], {
    now: (file) => note(file, filesystems.entryNow(path.join(root, file.path))),
    later: async (file) => note(file, await filesystems.entry(path.join(root, file.path))),
  });
  return states;
}

/** The entries of a part, by their paths in the version. */
function listed(
  { names, scanned, plan }: Pick<Addition, 'names' | 'scanned' | 'plan'>,
  states: ReadonlyMap<string, StagedState> = new Map(),
): ListedEntry[] {
  const prefix = names.map((name) => `${name}/`).join('');
  return [
    ...scanAt(scanned, names).directories.map(
      (directory): ListedEntry => ({ kind: 'directory', path: directory }),
    ),
    ...scanned.files.map(({ path: file, sizeBytes, mtimeMs, ino }): ListedEntry => {
      const state = states.get(file) ?? { mtimeMs, ino, md5sum: '' };
      return { kind: 'file', path: `${prefix}${file}`, sizeBytes, ...state };
    }),
    ...plan.links.map((link): ListedEntry => {
      return { kind: 'link', path: `${prefix}${link.path}`, text: link.text };
    }),
  ];
}
