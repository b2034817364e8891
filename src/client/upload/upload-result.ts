import { refPath } from '../../protocol/layout.ts';
import type { VersionRef } from '../../protocol/names.ts';
import type { Manifest, Summary } from '../../protocol/records.ts';
import type { Connection } from '../connection.ts';
import { fetchUrl } from '../registry-reader.ts';
import type { Select } from '../select.ts';
import type { Confirmed, Verification } from './confirm.ts';
import type { Kept } from './consume.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { Deduplication, EarlierVersions } from './earlier-versions.ts';
import type { ExistingPolicy } from './existing.ts';
import type { Losses } from './losses.ts';
import type { UploadPlan } from './plan.ts';
import type { LeftOut, Scan, SymlinkPolicy } from './source-tree.ts';
import type { Staged } from './stage.ts';
import type { EventSink, UploadStage } from './stages.ts';

export interface UploadOptions extends VersionRef {
  readonly directory: string;
  /** Default `preserve`. */
  readonly symlinks?: SymlinkPolicy;
  /**
   * Publish files and directories whose name starts with one dot. Default true. Without, metadata of data formats
   * (`.zarray` and the like) are published all the same.
   */
  readonly includeHidden?: boolean;
  /**
   * Which entries of the directory to publish, by relative path; everything by default. With `selectPaths`, nothing is opened,
   * followed or reported that cannot be selected. After a function of the path, everything is looked at.
   */
  readonly select?: Select | undefined;
  /** Publish although there is not a single file. Default false. */
  readonly allowEmpty?: boolean;
  /** Ask for probation. Default false. */
  readonly probation?: boolean;
  /** Refuse the upload beforehand if the service would put it on probation without being asked to. Default false. */
  readonly refuseProbation?: boolean;
  /**
   * What to do if there is such a version: `error` (the default), `skip`, or `verify`, by which the same content is
   * success and other content an error.
   */
  readonly ifExists?: ExistingPolicy;
  /** Which earlier versions unchanged files are linked to, so that their bytes never move. Default `latest`. */
  readonly deduplicate?: Deduplication;
  /**
   * How to hold the published manifest against the source: `checksum` (the default: sizes of all, checksums of what was
   * copied or hashed), `all` (checksums of all), `size`, `off`.
   */
  readonly verify?: Verification;
  /**
   * Compute sha256 sums of the source while it is read, and compare them with the published bytes, unless `verify` is `off`.
   * A file is then only linked to an earlier one with the same sha256. Default false: MD5 is all that manifests have.
   */
  readonly sha256?: boolean;
  /** Folder in which checksums of unchanged files are remembered between uploads. Nowhere by default. */
  readonly hashCache?: string | undefined;
  /**
   * MD5 sums of files in `directory` that the caller knows, by relative path: they need not be computed, and are held
   * against what is published. Not used with `verify: 'all'`.
   */
  readonly checksums?: ReadonlyMap<string, string>;
  /** Files in flight, where the filesystem is slow. By default as many as suit it. */
  readonly concurrency?: number | undefined;
  /** Check and plan, and do no more. Default false. */
  readonly dryRun?: boolean;
  /** Remove the uploaded files from `directory` once they are published. Default false. */
  readonly consume?: boolean;
  /** Act for this user, where the service allows it. */
  readonly spoof?: string | undefined;
  /** How long to go on while another upload holds the asset. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: EventSink;
}

/** Files and their bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** How the files get (or got) to the service. */
export interface Placements {
  /** In the registry already: nothing is moved. */
  readonly unchanged: Amount;
  /** Read by the service from the source itself, under a second name. */
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

/** What an upload has come to. */
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

/** What was put where, and what came of it; undefined where that stage was not reached. */
export interface Outcome {
  readonly scanned: Scan;
  readonly plan?: UploadPlan;
  /** Undefined also for a directory that was published from where it was. */
  readonly staged?: Staged | undefined;
  readonly earlier?: EarlierVersions;
  readonly confirmed?: Confirmed;
  readonly kept?: readonly Kept[];
  readonly sums?: ReadonlyMap<string, string> | undefined;
}

/** Puts a result together. */
export function resultOf(
  connection: Connection,
  described: Described & { readonly status: UploadResult['status'] },
  { scanned, plan, staged, earlier, confirmed, kept = [], sums }: Outcome,
): UploadResult {
  const { status, ...rest } = described;
  const facts: Facts = {
    ...rest,
    versionUrl: `${fetchUrl(connection, refPath(described.ref))}/`,
    leftOut: scanned.leftOut,
    losses: scanned.losses,
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
