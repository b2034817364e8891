import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type AssetRef,
  compareBytes,
  encodeLatest,
  encodeLinks,
  encodeSummary,
  encodeUsage,
  isInternalName,
  LATEST,
  LINKS,
  type Link,
  MANIFEST,
  type ManifestEntry,
  manifestPieces,
  PERMISSIONS,
  SUMMARY,
  type Summary,
  USAGE,
  type VersionRef,
} from '../../protocol/index.ts';
import { readRecord, removeRecord, writeRecord } from './record-files.ts';
import {
  encodePermissions,
  readLatest,
  readLinks,
  readManifest,
  readPermissions,
  readSummary,
  readUsage,
  type StoredPermissions,
} from './records.ts';

export type ProjectRef = { readonly project: string };

/**
 * The registry on disk: where each record lives, and what is in it. Protocol §3. Records that cannot be read are a
 * failure (500). Nothing here takes locks; that is for the handlers.
 */
export class Registry {
  /** As the flag says, cleaned; possibly relative. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  projectDirectory({ project }: ProjectRef): string {
    return path.join(this.root, project);
  }

  assetDirectory({ project, asset }: AssetRef): string {
    return path.join(this.root, project, asset);
  }

  versionDirectory({ project, asset, version }: VersionRef): string {
    return path.join(this.root, project, asset, version);
  }

  hasProject(ref: ProjectRef): boolean {
    return exists(this.projectDirectory(ref));
  }

  hasAsset(ref: AssetRef): boolean {
    return exists(this.assetDirectory(ref));
  }

  hasVersion(ref: VersionRef): boolean {
    return exists(this.versionDirectory(ref));
  }

  /** The names of the real subdirectories of a directory, in order, without internal ones. Protocol §11.6. */
  children(directory: string): string[] {
    return this.subdirectories(directory).filter((name) => !isInternalName(name));
  }

  /** The names of all real subdirectories of a directory, in order. */
  subdirectories(directory: string): string[] {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort(compareBytes);
  }

  *allVersions(): Generator<VersionRef> {
    for (const project of this.children(this.root)) {
      for (const asset of this.children(this.projectDirectory({ project }))) {
        for (const version of this.children(this.assetDirectory({ project, asset }))) {
          yield { project, asset, version };
        }
      }
    }
  }

  manifest(ref: VersionRef): Map<string, ManifestEntry> {
    return readRecord(path.join(this.versionDirectory(ref), MANIFEST), readManifest);
  }

  writeManifest(ref: VersionRef, manifest: ReadonlyMap<string, ManifestEntry>): void {
    writeRecord(path.join(this.versionDirectory(ref), MANIFEST), manifestPieces(manifest));
  }

  summary(ref: VersionRef): Summary {
    return readRecord(path.join(this.versionDirectory(ref), SUMMARY), readSummary);
  }

  writeSummary(ref: VersionRef, summary: Summary): void {
    writeRecord(path.join(this.versionDirectory(ref), SUMMARY), encodeSummary(summary));
  }

  /** The name in `..latest`, or undefined if there is none. */
  latest(ref: AssetRef): string | undefined {
    return readRecord(path.join(this.assetDirectory(ref), LATEST), readLatest, { optional: true });
  }

  /** Writes `..latest`, or removes it. */
  writeLatest(ref: AssetRef, version: string | undefined): void {
    const file = path.join(this.assetDirectory(ref), LATEST);
    if (version === undefined) removeRecord(file);
    else writeRecord(file, encodeLatest(version));
  }

  usage(ref: ProjectRef): number {
    return readRecord(path.join(this.projectDirectory(ref), USAGE), readUsage);
  }

  writeUsage(ref: ProjectRef, totalBytes: number): void {
    writeRecord(path.join(this.projectDirectory(ref), USAGE), encodeUsage(totalBytes));
  }

  projectPermissions(ref: ProjectRef): StoredPermissions {
    return readRecord(path.join(this.projectDirectory(ref), PERMISSIONS), readPermissions);
  }

  writeProjectPermissions(ref: ProjectRef, permissions: StoredPermissions): void {
    writeRecord(path.join(this.projectDirectory(ref), PERMISSIONS), encodePermissions(permissions));
  }

  /** Those of an asset, which need not have any. */
  assetPermissions(ref: AssetRef): StoredPermissions {
    const file = path.join(this.assetDirectory(ref), PERMISSIONS);
    return readRecord(file, readPermissions, { optional: true }) ?? { owners: [], uploaders: [] };
  }

  writeAssetPermissions(ref: AssetRef, permissions: StoredPermissions): void {
    writeRecord(path.join(this.assetDirectory(ref), PERMISSIONS), encodePermissions(permissions));
  }

  /** The `..links` of one directory of a version, or undefined if it has none. */
  links(directory: string): Map<string, Link> | undefined {
    return readRecord(path.join(directory, LINKS), readLinks, { optional: true });
  }

  writeLinks(directory: string, links: ReadonlyMap<string, Link>): void {
    writeRecord(path.join(directory, LINKS), encodeLinks(links));
  }

  removeLinks(directory: string): void {
    removeRecord(path.join(directory, LINKS));
  }
}

/** Returns whether something is there; links are followed. */
function exists(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false }) !== undefined;
}
