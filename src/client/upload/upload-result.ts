import path from 'node:path';
import { type Manifest, refPath, type Summary, type VersionRef } from '../../protocol/index.ts';
import { type Connection, fetchUrl } from '../connection/index.ts';
import type { EarlierVersions, UploadPlan } from '../plan/index.ts';
import { becomesVisible, type Confirmed, type Difference, differenceOf } from '../registry/index.ts';
import type { LeftOut, Losses, Scan, UploadStage } from '../source/index.ts';
import type { Staged } from '../staging/index.ts';
import type { Kept } from './consume.ts';
import type { UploadContext } from './context.ts';

/** Files and their bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** How the files get (or got) to the service. */
export interface Placements {
  /** In the registry already: nothing is moved. */
  readonly unchanged: Amount;
  /** Read by the service from the source itself, through a hard link. */
  readonly hardLinked: Amount;
  readonly copied: Amount;
}

interface Described {
  readonly ref: VersionRef;
  /** Absolute path of the version in the registry, as this machine sees (or would see) it. */
  readonly versionPath: string;
  /** Whether `versionPath` can be read from this machine. */
  readonly visible: boolean;
  /** Milliseconds of each stage. */
  readonly stageMs: Readonly<Record<UploadStage, number>>;
}

interface Facts extends Described {
  /** The version under the service's `/fetch`. */
  readonly versionUrl: string;
  readonly leftOut: LeftOut;
  /** Properties that the files of the source lose, since a Gobbler does not preserve them. */
  readonly losses: Losses;
  readonly placements: Placements;
}

/** The outcome of an upload. */
export type UploadResult =
  | (Facts & { readonly status: 'planned' })
  | (Facts & {
      /** Published; or there before, and the same; or there before, whatever it is. */
      readonly status: 'created' | 'verified' | 'skipped';
      readonly summary: Summary;
      readonly manifest: Manifest;
      readonly filesCount: number;
      readonly sizeBytes: number;
      /** Bytes of the version that the registry keeps as links to files it had already. */
      readonly linkedBytes: number;
      /**
       * With `sha256`: the sums of the source by path, links included, which have that of the file they lead to. Undefined
       * also for a version that was skipped.
       */
      readonly sums: ReadonlyMap<string, string> | undefined;
      /** With `consume`: entries of the source that were published, and could not be removed or have changed since. */
      readonly kept: readonly Kept[];
      /** The latest version before this one, and how this one differs; undefined if there was none, or it was not asked. */
      readonly previous: { readonly version: string; readonly difference: Difference } | undefined;
    });

/** The results of each stage; undefined where that stage was not reached. */
export interface Outcome {
  readonly scan: Scan;
  readonly plan?: UploadPlan;
  /** Undefined also for a directory that was published from where it was. */
  readonly staged?: Staged | undefined;
  readonly earlier?: EarlierVersions;
  readonly confirmed?: Confirmed;
  readonly kept?: readonly Kept[];
  readonly sums?: ReadonlyMap<string, string> | undefined;
}

/** The result of an upload that has come to an end. Finds out whether this machine shows the version. */
export async function uploadResult(
  { connection, ref, stages, signal }: UploadContext,
  status: UploadResult['status'],
  outcome: Outcome,
): Promise<UploadResult> {
  const versionPath = path.join(connection.registry, refPath(ref));
  const visible = status !== 'planned' && (await becomesVisible(connection, ref, signal));
  return resultOf(connection, { ref, status, versionPath, visible, stageMs: stages.spentMs }, outcome);
}

/** Puts a result together. */
export function resultOf(
  connection: Connection,
  described: Described & { readonly status: UploadResult['status'] },
  { scan, plan, staged, earlier, confirmed, kept = [], sums }: Outcome,
): UploadResult {
  const { status, ...rest } = described;
  const facts: Facts = {
    ...rest,
    versionUrl: `${fetchUrl(connection, refPath(described.ref))}/`,
    leftOut: scan.leftOut,
    losses: scan.losses,
    placements: {
      unchanged: amountOf(plan?.unchanged),
      hardLinked: amountOf(confirmed === undefined ? plan?.hardLinks : staged?.hardLinked),
      copied: amountOf(confirmed === undefined ? plan?.copies : staged?.copied),
    },
  };
  if (status === 'planned' || confirmed === undefined) return { ...facts, status: 'planned' };
  const { summary, manifest } = confirmed;
  const entries = [...manifest.values()];
  const latest = earlier?.latest;
  return {
    ...facts,
    status,
    summary,
    manifest,
    filesCount: entries.filter((entry) => entry.md5sum !== '').length,
    sizeBytes: entries.reduce((sum, entry) => sum + entry.size, 0),
    linkedBytes: entries.reduce((sum, entry) => sum + (entry.link === undefined ? 0 : entry.size), 0),
    kept,
    sums,
    previous: latest && { version: latest.version, difference: differenceOf(latest.manifest, manifest) },
  };
}

function amountOf(files: readonly { readonly sizeBytes: number }[] = []): Amount {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) };
}
