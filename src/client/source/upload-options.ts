import type { VersionRef } from '../../protocol/index.ts';
import type { ProvenanceOptions } from '../provenance/index.ts';
import type { Select } from '../select/index.ts';
import type { SymlinkPolicy } from './source-tree.ts';
import type { EventSink } from './stages.ts';

/** Which earlier versions unchanged files are linked to: see `deduplicate` in the README. */
export type Deduplication = 'latest' | 'all' | 'off';

/** How to proceed if the version exists already: see `if-exists` in the README. */
export type ExistingPolicy = 'error' | 'skip' | 'verify';

/** How to compare a published manifest with the source: see `verify` in the README. */
export type Verification = 'checksum' | 'all' | 'size' | 'off';

/** How and as what a directory is published. */
export interface UploadOptions extends VersionRef {
  /** Path of the directory to publish. */
  readonly directory: string;
  /** Default `preserve`. */
  readonly symlinks?: SymlinkPolicy | undefined;
  /**
   * Publish files and directories whose name starts with one dot. Default true. Without, metadata of data formats
   * (`.zarray` and the like) are published all the same.
   */
  readonly includeHidden?: boolean | undefined;
  /**
   * Which entries of the directory to publish, by relative path; everything by default. With `selectPaths`, nothing is opened,
   * followed or reported that cannot be selected. After a function of the path, everything is looked at.
   */
  readonly select?: Select | undefined;
  /** Publish a directory without files and links. Default false. */
  readonly allowEmpty?: boolean | undefined;
  /** Ask for probation. Default false. */
  readonly probation?: boolean | undefined;
  /** Refuse the upload beforehand if the service would put it on probation without being asked to. Default false. */
  readonly refuseProbation?: boolean | undefined;
  /**
   * How to proceed if the version exists already: `error` (the default), `skip`, or `verify`, by which the same content
   * is success and other content an error.
   */
  readonly ifExists?: ExistingPolicy | undefined;
  /** Which earlier versions unchanged files are linked to, so that their bytes never move. Default `latest`. */
  readonly deduplicate?: Deduplication | undefined;
  /**
   * How to compare the published manifest with the source: `checksum` (the default: sizes of all, checksums of the
   * files that were copied or hashed), `all` (checksums of all), `size`, `off`.
   */
  readonly verify?: Verification | undefined;
  /**
   * Compute sha256 sums of the source while it is read, and compare them with the published bytes, unless `verify` is `off`.
   * A file is then only linked to an earlier one with the same sha256. Default false: MD5 is all that manifests have.
   */
  readonly sha256?: boolean | undefined;
  /**
   * Also publish a provenance file: an in-toto statement, not signed, about where the version comes from. Implies `sha256`.
   * A source that has an entry of that name is refused. With `ifExists: 'verify'`, the provenance file of the existing
   * version may be another one about the same content. None by default.
   */
  readonly provenance?: ProvenanceOptions | undefined;
  /** Folder in which checksums of unchanged files are remembered between uploads. Nowhere by default. */
  readonly hashCache?: string | undefined;
  /**
   * MD5 sums of files in `directory` that the caller knows, by relative path: they are not computed again, and are
   * compared with the published ones. Not used with `verify: 'all'`.
   */
  readonly checksums?: ReadonlyMap<string, string> | undefined;
  /** Files in flight, where the filesystem is slow. By default as many as suit it. */
  readonly concurrency?: number | undefined;
  /** Check and plan, and do no more. Default false. */
  readonly dryRun?: boolean | undefined;
  /** Remove the uploaded files from `directory` once they are published. Default false. */
  readonly consume?: boolean | undefined;
  /** Act for this user, where the service allows it. */
  readonly spoof?: string | undefined;
  /** How long to go on while another upload holds the asset. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  /** Ends the call; its reason is what is thrown. Unfinished work is undone. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each progress event. */
  readonly onEvent?: EventSink | undefined;
}
