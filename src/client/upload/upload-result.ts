import path from 'node:path';
import { type Manifest, refPath, type Summary, type VersionRef } from '../../protocol/index.ts';
import { fetchUrl } from '../connection/index.ts';
import { type EarlierVersions, plannedManifest, type UploadPlan } from '../plan/index.ts';
import type { FoundProvenance } from '../provenance/index.ts';
import {
  type Amount,
  amountOfFiles,
  awaitVisible,
  type ChangesSince,
  type Confirmed,
  type Difference,
  differenceOf,
} from '../registry/index.ts';
import {
  type LeftOut,
  type Losses,
  NOTHING_LEFT_OUT,
  NOTHING_LOST,
  type Scan,
  type UploadStage,
} from '../source/index.ts';
import type { Staged } from '../staging/index.ts';
import type { Kept } from './consume.ts';
import type { UploadContext } from './context.ts';
import type { CheckedSource, Planned } from './planning.ts';
import { type ProvenanceFile, plannedProvenance } from './provenance-file.ts';

/** How the files get (or got) to the service. */
export interface Placements {
  /** In the registry already: nothing is moved. */
  readonly unchanged: Amount;
  /** Read by the service from the source itself, through a hard link. */
  readonly hardLinked: Amount;
  /** Copied to staging, or cloned where the filesystem shares blocks. */
  readonly copied: Amount;
}

/** The facts of every upload, planned or carried out. */
export interface UploadFacts {
  /** The version. */
  readonly ref: VersionRef;
  /** Absolute path of the version in the registry, as this machine sees (or would see) it. */
  readonly versionPath: string;
  /** The version under the service's `/fetch`. */
  readonly versionUrl: string;
  /** Whether `versionPath` can be read from this machine. */
  readonly visible: boolean;
  /** Milliseconds of each stage. */
  readonly stageMs: Readonly<Record<UploadStage, number>>;
  /** Entries of the source that were left out. */
  readonly leftOut: LeftOut;
  /** Properties that the files of the source lose, since a Gobbler does not preserve them. */
  readonly losses: Losses;
  /** How the files get (or got) to the service. */
  readonly placements: Placements;
}

/** The outcome of an upload. */
export type UploadResult = PlannedUpload | PublishedUpload;

/** The outcome of a dry run. */
export interface PlannedUpload extends UploadFacts {
  /** Nothing was published. */
  readonly status: 'planned';
  /** The latest version of the asset, which the version would come after; undefined if there is none. */
  readonly previousVersion: string | undefined;
  /**
   * How the version would differ from that one, or from nothing. Files that only differ in their path from an earlier one
   * may count as new data.
   */
  readonly difference: Difference;
}

/** A version that is in the registry. */
export interface PublishedUpload extends UploadFacts {
  /** Published; or there before, and the same; or there before, whatever it is. */
  readonly status: 'created' | 'verified' | 'skipped';
  /** Its summary, as the registry holds it. */
  readonly summary: Summary;
  /** Its manifest, as the registry holds it. */
  readonly manifest: Manifest;
  /** Number of files in the version. */
  readonly filesCount: number;
  /** Size of all files in the version. */
  readonly sizeBytes: number;
  /** Bytes of the version that the registry keeps as links to files it had already. */
  readonly linkedBytes: number;
  /**
   * With `sha256`: the sums of the source by path, links included, which have that of the file they lead to, and of the
   * provenance file. Undefined also for a version that was skipped.
   */
  readonly sums: ReadonlyMap<string, string> | undefined;
  /**
   * The provenance file of the version: the one that was published with it, or that a version has which was compared.
   * Undefined if `provenance` was not given, and for a version that was skipped.
   */
  readonly provenance: FoundProvenance | undefined;
  /**
   * With `consume`: entries of the source that were published, and could not be removed or have changed since. Empty for a
   * version on probation, for which nothing is removed.
   */
  readonly kept: readonly Kept[];
  /** The latest version before this one, and how this one differs; undefined if there was none, or it was not asked. */
  readonly previous: ChangesSince | undefined;
}

/** The results of each stage; undefined where that stage was not reached. */
export interface Outcome {
  /** Undefined for the parts of an upload that was submitted before. */
  readonly scan?: Scan | undefined;
  readonly plan?: UploadPlan | undefined;
  /** Undefined also for a directory that was published from where it was. */
  readonly staged?: Staged | undefined;
  readonly earlier?: EarlierVersions | undefined;
  readonly confirmed: Confirmed;
  readonly kept?: readonly Kept[] | undefined;
  readonly sums?: ReadonlyMap<string, string> | undefined;
  readonly provenance?: ProvenanceFile | undefined;
}

type ResultContext = Pick<UploadContext, 'connection' | 'ref' | 'stages' | 'signal'>;

/** The result of a dry run. */
export function plannedResult(
  context: UploadContext,
  { scan, links, known }: CheckedSource,
  { plan, earlier: { latest } }: Planned,
): PlannedUpload {
  const { unchanged, hardLinks, copies } = plan;
  const facts = factsOf(context, scan, { unchanged, hardLinked: hardLinks, copied: copies });
  const before: Manifest = latest?.manifest ?? new Map();
  const difference = differenceOf(
    before,
    plannedManifest(scan, links, known.sums, plannedProvenance(context)),
  );
  return { ...facts, status: 'planned', visible: false, previousVersion: latest?.version, difference };
}

/** The result of an upload whose version is in the registry. Finds out whether this machine shows it. */
export async function publishedResult(
  context: ResultContext,
  status: PublishedUpload['status'],
  { scan, plan, staged, earlier, confirmed: { summary, manifest }, kept = [], sums, provenance }: Outcome,
): Promise<PublishedUpload> {
  const placed = { unchanged: plan?.unchanged, hardLinked: staged?.hardLinked, copied: staged?.copied };
  const { files, bytes } = amountOfFiles(manifest);
  let linkedBytes = 0;
  for (const { link, size } of manifest.values()) if (link !== undefined) linkedBytes += size;
  const latest = earlier?.latest;
  return {
    ...factsOf(context, scan, placed),
    status,
    visible: await awaitVisible(context.connection, context.ref, context.signal),
    summary,
    manifest,
    filesCount: files,
    sizeBytes: bytes,
    linkedBytes,
    kept,
    sums,
    provenance: provenance?.provenance,
    previous: latest && { version: latest.version, difference: differenceOf(latest.manifest, manifest) },
  };
}

type Sized = readonly { readonly sizeBytes: number }[] | undefined;

function factsOf(
  { connection, ref, stages }: ResultContext,
  scan: Scan | undefined,
  { unchanged, hardLinked, copied }: Readonly<Record<keyof Placements, Sized>>,
): Omit<UploadFacts, 'visible'> {
  return {
    ref,
    versionPath: path.join(connection.registry, refPath(ref)),
    versionUrl: `${fetchUrl(connection, refPath(ref))}/`,
    stageMs: stages.spentMs,
    leftOut: scan?.leftOut ?? NOTHING_LEFT_OUT,
    losses: scan?.losses ?? NOTHING_LOST,
    placements: {
      unchanged: amountOf(unchanged),
      hardLinked: amountOf(hardLinked),
      copied: amountOf(copied),
    },
  };
}

function amountOf(files: Sized = []): Amount {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) };
}
