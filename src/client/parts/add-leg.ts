import type { Stats } from 'node:fs';
import path from 'node:path';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';
import { errnoOf, formatRef, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { hardLinkRule, planUpload, resolveLinks, type UploadPlan } from '../plan/index.ts';
import { keepFresh, makeReadableDirectory, stagingWriteError } from '../requests/index.ts';
import {
  emptyFindings,
  type LeftOut,
  type Losses,
  progressOf,
  refuseIfAny,
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
import { type Area, openArea, placesIn } from './area.ts';
import type { LegRecord } from './area-record.ts';
import { requireOpen } from './area-state.ts';
import { collisionsOf, type LegContent, mayCollide } from './collisions.ts';
import { legPathNames, scanAt } from './leg-path.ts';
import { completeLegs, findReplaced, LegRun, partOf, requireLegName } from './leg-run.ts';
import { filesIn, type ListedEntry, readListing, writeListing } from './listing.ts';

export interface AddLegOptions extends SourceOptions, Pick<UploadOptions, 'allowEmpty'> {
  /** Where in the version its files are put. Default is the top. */
  readonly path?: string;
  /** The version, as far as the caller knows it: it has to be that of the area. */
  readonly ref?: { readonly [Kind in keyof VersionRef]?: string | undefined };
}

/** What a leg has come to. */
export interface AddedLeg {
  readonly area: Area;
  readonly record: LegRecord;
  /** What the same leg had brought before; undefined if it is new. */
  readonly replaced: LegRecord | undefined;
  readonly leftOut: LeftOut;
  readonly losses: Losses;
  /** Whether it has brought neither files nor links. */
  readonly isEmpty: boolean;
  readonly copied: Staged['copied'];
  readonly hardLinked: Staged['hardLinked'];
}

/**
 * Adds the files of a directory to an area, as the part of a leg; if the leg has one already, as its new part. The part
 * appears at one moment, complete, or not at all: a kill leaves nothing that counts. Legs may be added at the same time,
 * from any machine. A path that another leg has brought is refused with both legs named. The directory is only read.
 * Codes as `openArea` and `uploadDirectory`; `invalid-name` for the leg; `already-exists` for collisions, for an area that
 * was submitted, and if another run of the leg has begun meanwhile; `lock-timeout` while the area is being submitted.
 */
export async function addLeg(
  connection: Connection,
  areaName: string,
  leg: string,
  options: AddLegOptions,
): Promise<AddedLeg> {
  requireLegName(leg);
  const names = legPathNames(options.path ?? '');
  const area = await openArea(connection, areaName, options.ref);
  const stopTouching = keepFresh(area.path);
  let run: LegRun | undefined;
  try {
    await requireOpen(area);
    const addition = await prepare(connection, area, { leg, names, options });
    const replaced = await findReplaced(area, leg);
    run = await LegRun.begin(area, leg, addition.record.staged);
    const { record, copied, hardLinked } = await carryOut(addition, run);
    const { signal, onEvent } = options;
    await run.commit(record, { signal, onNotice: (sentence) => onEvent?.({ kind: 'notice', sentence }) });
    run = undefined;
    const { leftOut, losses, files, links } = addition.scanned;
    const isEmpty = files.length + links.length === 0;
    return { area, record, replaced, leftOut, losses, isEmpty, copied, hardLinked };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (errnoOf(error) === 'ENOENT') await requireOpen(area); // has it gone just now?
    const why = run === undefined ? error : await run.explain(error);
    throw errnoOf(why) === undefined ? why : stagingWriteError(area.path, why);
  } finally {
    stopTouching();
    await run?.abandon();
  }
}

/** What is to be added, and how; nothing of it has been moved. */
interface Addition {
  readonly names: readonly string[];
  readonly options: AddLegOptions;
  readonly stages: StageClock;
  readonly scanned: Scan;
  readonly plan: UploadPlan;
  /** As far as it is known. */
  readonly record: LegRecord;
}

/** Finds every reason to refuse the leg, and throws them as one. */
async function prepare(
  connection: Connection,
  area: Area,
  { leg, names, options }: { leg: string; names: readonly string[]; options: AddLegOptions },
): Promise<Addition> {
  const stages = new StageClock(options.onEvent);
  const scanned = await stages.run('scan', () => scanSource(options));
  tellFilesystems(connection, scanned, options.onEvent);
  return stages.run('check', async () => {
    const plan = await check(connection, area, { leg, scanned, names, options });
    const record: LegRecord = {
      leg,
      generation: 0,
      path: names.join('/'),
      staged: thisActor(),
      filesCount: scanned.files.length,
      sizeBytes: scanned.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      entriesCount: 0,
    };
    const own = { record, entries: listed({ names, scanned, plan }) };
    const others = await othersNear(area, record);
    refuseIfAny(
      `leg ${JSON.stringify(leg)} of ${formatRef(area.ref)}`,
      collisionsOf([...others, own], 'path'),
    );
    return { names, options, stages, scanned, plan, record };
  });
}

/** Fills the part of a run. */
async function carryOut(
  addition: Addition,
  { part, generation }: LegRun,
): Promise<Pick<AddedLeg, 'record' | 'copied' | 'hardLinked'>> {
  const { options, stages, names } = addition;
  const { copied, hardLinked, ...filled } = await stages.run('stage', () => fill(part, addition));
  const root = path.join(filesIn(part), ...names);
  // The content of a hard link is fixed by its checksum: the file may be changed under its other name.
  const linkedSums = await md5OfFiles(hardLinked, (file) => path.join(root, file.path), {
    signal: options.signal,
    require: requireUnchanged,
  });
  const checksums = new Map([...filled.checksums, ...linkedSums]);
  const stats = await lookAt(root, [...copied, ...hardLinked]);
  const entries = listed(addition, { checksums, stats, linked: new Set(hardLinked) });
  await writeListing(part, entries);
  options.signal?.throwIfAborted();
  return { record: { ...addition.record, generation, entriesCount: entries.length }, copied, hardLinked };
}

/** Whose number is as long as any will be, for the length of paths. */
const MANY_RUNS = 999_999;

/** Refuses what is in the directory, all reasons as one; else says how it gets into the area. */
async function check(
  connection: Connection,
  area: Area,
  { leg, scanned, names, options }: { leg: string } & Pick<Addition, 'scanned' | 'names' | 'options'>,
): Promise<UploadPlan> {
  const { ref } = area;
  const staging = filesIn(partOf(area, leg, MANY_RUNS));
  const resolved = await resolveLinks(connection, ref, scanned, options.signal);
  refuseIfAny(`the directory for ${formatRef(ref)}`, [
    ...scanned.findings,
    ...(await overlapFindings(connection, scanned, {})),
    ...lengthFindings({ ...connection, staging }, ref, scanAt(scanned, names)),
    ...resolved.findings,
    ...emptyFindings(scanned, options),
  ]);
  const isSafe = await hardLinkRule(connection, options.symlinks);
  return planUpload({
    scan: scanned,
    links: resolved.links,
    asset: ref,
    earlier: { latest: undefined, candidates: [] },
    checksums: new Map(),
    serviceRegistry: connection.serviceRegistry,
    mayHardLink: (file) => isFixed(file) && isSafe(file),
  });
}

/**
 * An area lives for hours or days, while the workspace of the runner is used again: a second name of a file that a later
 * job may write to would change with it. Only what nobody may write to is not copied.
 */
const isFixed = ({ mode, uid }: SourceFile): boolean => (mode & 0o222) === 0 && uid === process.geteuid?.();

async function fill(part: string, { names, scanned, plan, options }: Addition): Promise<Staged> {
  const { concurrency, signal, onEvent } = options;
  let target = filesIn(part);
  await makeReadableDirectory(target);
  for (const name of names) {
    target = path.join(target, name);
    await makeReadableDirectory(target);
  }
  const onFile = progressOf('stage', [...plan.hardLinks, ...plan.copies], onEvent);
  const { filesystems } = scanned;
  return stage(scanned.root, target, plan, {
    needsChecksum: () => true,
    filesystems,
    concurrency,
    signal,
    onFile,
  });
}

/** What the other legs have brought that could be in the way. */
async function othersNear(area: Area, own: LegRecord): Promise<LegContent[]> {
  const contents: LegContent[] = [];
  for (const record of await completeLegs(placesIn(area.path).legs, own.leg)) {
    if (!mayCollide(record, own)) continue;
    try {
      const entries = await readListing(partOf(area, record.leg, record.generation), record);
      contents.push({ record, entries });
    } catch (error) {
      // A repeat has replaced it just now; submit looks at all of them again.
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return contents;
}

/** The metadata of what was staged: submit notices by that if somebody has written to it since. */
async function lookAt(root: string, files: readonly SourceFile[]): Promise<ReadonlyMap<string, Stats>> {
  const filesystems = new Filesystems();
  const found = new Map<string, Stats>();
  await new AdaptiveIo().forEach(files, {
    now: (file) => found.set(file.path, filesystems.entryNow(path.join(root, file.path))),
    later: async (file) => void found.set(file.path, await filesystems.entry(path.join(root, file.path))),
  });
  return found;
}

/** How the files of a leg have been staged; nothing is known of that before. */
interface Filled {
  readonly checksums: ReadonlyMap<string, string>;
  readonly stats: ReadonlyMap<string, Stats>;
  readonly linked: ReadonlySet<SourceFile>;
}

const NOT_FILLED: Filled = { checksums: new Map(), stats: new Map(), linked: new Set() };

/** What a leg brings, by its place in the version. */
function listed(
  { names, scanned, plan }: Pick<Addition, 'names' | 'scanned' | 'plan'>,
  { checksums, stats, linked }: Filled = NOT_FILLED,
): ListedEntry[] {
  const prefix = names.map((name) => `${name}/`).join('');
  const fileEntry = (file: SourceFile): ListedEntry => {
    const { mtimeMs, ino, ctimeMs } = stats.get(file.path) ?? file;
    return {
      kind: 'file',
      path: `${prefix}${file.path}`,
      sizeBytes: file.sizeBytes,
      mtimeMs,
      ino,
      ...(linked.has(file) && { ctimeMs }),
      md5sum: checksums.get(file.path) ?? '',
    };
  };
  return [
    ...scanAt(scanned, names).directories.map((directory) => ({
      kind: 'directory' as const,
      path: directory,
    })),
    ...scanned.files.map(fileEntry),
    ...plan.links.map((link) => ({ kind: 'link' as const, path: `${prefix}${link.path}`, text: link.text })),
  ];
}
