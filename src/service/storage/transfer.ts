import { chmodSync, lstatSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import { isInternalName, type ManifestEntry, type VersionRef } from '../../protocol/index.ts';
import {
  type DiskPath,
  failed,
  joinDisk,
  type OpenTree,
  type Pool,
  putBack,
  removeExactly,
  requireRegular,
  systemErrorName,
  type TimeSlices,
  type TreeEntry,
  walkTree,
} from '../files/index.ts';
import {
  copyLarge,
  copySmall,
  type Fingerprint,
  fingerprintLarge,
  fingerprintOfTarget,
  fingerprintSmall,
  ifStillHolding,
  isMovedAsItWas,
  type TakenFingerprint,
  takeFingerprint,
} from './copy.ts';
import { type KnownFiles, knownFiles } from './dedup.ts';
import { eachFile } from './each-file.ts';
import { LinkTargets, linkDestination, linkMeaning, linkText, linkTextFor, writeLinkFiles } from './links.ts';
import { settleLocalLinks } from './local-links.ts';
import { Manifests } from './manifests.ts';
import type { Storage } from './storage.ts';

const DIRECTORY_MODE = 0o755;
const FILE_MODE = 0o644;

export interface TransferOptions {
  /** The directory in staging, by name. */
  readonly source: string;
  /** The same, as it was opened when the request was accepted: what has its name by now may be something else. */
  readonly tree: OpenTree;
  /** The new version; its directory exists and is empty. */
  readonly version: VersionRef;
  /** Leave out names with one leading dot, too. */
  readonly ignoreDot: boolean;
  /** Files may be moved. Protocol §12.5. */
  readonly consume: boolean;
}

/**
 * Brings the content of a staged directory into the registry and writes `..manifest` and `..links` there. Gives the
 * manifest. Throws (500) at the first thing that must not be taken; the caller then removes the version.
 * Protocol §12.
 */
export async function transfer(
  storage: Storage,
  options: TransferOptions,
  pace: TimeSlices,
): Promise<ReadonlyMap<string, ManifestEntry>> {
  const { registry } = storage;
  const work = new Transfer(storage, options, pace);
  await work.survey();
  await work.linkKnownFiles();
  await work.bringFiles();
  work.reportLeft();
  await work.linkLocally();
  registry.writeManifest(options.version, work.manifest);
  writeLinkFiles(registry, options.version, work.manifest);
  return work.manifest;
}

/** A transfer under way; its steps are called in the order in which they stand here. */
class Transfer {
  readonly manifest = new Map<string, ManifestEntry>();
  readonly #storage: Storage;
  readonly #options: TransferOptions;
  readonly #manifests: Manifests;
  readonly #known: KnownFiles;
  readonly #pace: TimeSlices;
  readonly #means: { readonly pool: Pool; readonly pace: TimeSlices };
  readonly #destination: string;
  readonly #localLinks = new Map<string, { link: TreeEntry; target: string }>();
  /** Of large files that are not known to the registry. */
  readonly #fingerprints = new Map<TreeEntry, TakenFingerprint>();
  /** Reasons why files were not removed, and of how many. */
  readonly #left = new Map<string, number>();
  #files: TreeEntry[] = [];
  /** Until the staging directory turns out to be on another filesystem. */
  #canMove = true;

  constructor(storage: Storage, options: TransferOptions, pace: TimeSlices) {
    this.#storage = storage;
    this.#options = options;
    this.#manifests = new Manifests(storage.registry);
    this.#known = knownFiles(this.#manifests, options.version);
    this.#pace = pace;
    this.#means = { pool: storage.pool, pace };
    this.#destination = storage.registry.versionDirectory(options.version);
  }

  /** Makes the directories and the links that lead elsewhere, and notes the files. Protocol §12.2, §12.3. */
  async survey(): Promise<void> {
    const { source, tree, ignoreDot } = this.#options;
    const skips = (name: string): boolean => isInternalName(name) || (ignoreDot && name.startsWith('.'));
    // The rule holds for the top as well, which then counts as having nothing in it.
    if (skips(source)) return;
    const targets = new LinkTargets(this.#manifests);
    const links: TreeEntry[] = [];
    for await (const entry of walkTree(tree, skips, this.#pace)) {
      if (entry.kind === 'directory') mkdirSync(this.#placeOf(entry), DIRECTORY_MODE);
      else if (entry.kind === 'empty-directory') this.manifest.set(entry.key, { size: 0, md5sum: '' });
      else if (entry.kind === 'file') this.#files.push(entry);
      else links.push(entry);
    }
    // ext4 takes six times as long if creating directories and their entries alternates.
    for (const link of links) {
      await this.#pace.yieldIfDue();
      await this.#takeLink(link, targets);
    }
  }

  async #takeLink(entry: TreeEntry, targets: LinkTargets): Promise<void> {
    const { registry, staging, whitelist } = this.#storage;
    const { source, tree, version } = this.#options;
    const root = `${staging}/${source}`;
    const destination = linkDestination(root, entry.key, linkText(this.#sourceOf(entry), entry.key));
    const scope = { root, tree, version, registry, whitelist };
    const meaning = linkMeaning(entry.key, destination, scope);
    switch (meaning.kind) {
      case 'local':
        this.#localLinks.set(entry.key, { link: entry, target: meaning.key });
        break;
      case 'registry':
        this.#link(entry, targets.entryFor(meaning.target));
        break;
      case 'whitelisted':
        this.manifest.set(entry.key, await fingerprintOfTarget(entry.key, meaning.target, this.#pace));
        symlinkSync(meaning.target, this.#placeOf(entry));
    }
  }

  /** Links every file whose content the latest version has already. Protocol §12.1. */
  async linkKnownFiles(): Promise<void> {
    const candidates = this.#files.filter((file) => this.#known.hasSize(file.sizeBytes));
    const others = this.#files.filter((file) => !this.#known.hasSize(file.sizeBytes));
    const link = (file: TreeEntry, content: Fingerprint): void => {
      const known = this.#known.linkFor(content);
      if (known === undefined) others.push(file);
      else this.#link(file, known);
    };
    await eachFile(candidates, this.#means, {
      small: (file) => link(file, fingerprintSmall(this.#sourceOf(file), { seen: file })),
      large: async (file) => {
        const taken = await takeFingerprint(this.#sourceOf(file), this.#pace, { seen: file });
        this.#fingerprints.set(file, taken);
        link(file, taken.content);
      },
    });
    this.#files = others;
  }

  /** Moves or copies all other files. Protocol §12.5. */
  async bringFiles(): Promise<void> {
    await eachFile(this.#files, this.#means, {
      small: (file) => {
        if (this.#move(file)) this.#note(file, fingerprintSmall(this.#placeOf(file)));
        else this.#noteCopy(file, copySmall(this.#sourceOf(file), this.#placeOf(file), { seen: file }));
      },
      large: async (file) => {
        const place = this.#placeOf(file);
        const known = ifStillHolding(this.#fingerprints.get(file), this.#sourceOf(file));
        if (!this.#move(file)) {
          const copy = copyLarge(this.#sourceOf(file), place, this.#pace, { known, seen: file });
          this.#noteCopy(file, await copy);
        } else if (known !== undefined && isMovedAsItWas(known, place)) this.#note(file, known.content);
        else this.#note(file, await fingerprintLarge(place, this.#pace));
      },
    });
  }

  /**
   * Moves a file, if that is possible; then there is no copy to check. Only files of the user of this service are moved:
   * others might still have them open for writing. Nor is one moved that has other names, which would go on to mean it.
   */
  #move(file: TreeEntry): boolean {
    const isOwn = file.uid === process.geteuid?.() && file.links === 1;
    if (!this.#options.consume || !this.#canMove || !isOwn) return false;
    const place = this.#placeOf(file);
    try {
      renameSync(this.#sourceOf(file), place);
    } catch (error) {
      if (errnoOf(error) === 'EXDEV') this.#canMove = false;
      return false;
    }
    // Only here can nobody exchange it any more: what is looked at is what is changed.
    const stat = lstatSync(place);
    try {
      requireRegular(stat, file);
    } catch (error) {
      putBack(place, this.#sourceOf(file));
      throw error;
    }
    if (stat.nlink > 1) {
      putBack(place, this.#sourceOf(file));
      return false;
    }
    chmodSync(place, FILE_MODE);
    return true;
  }

  /** The source may go now, if it was given away. Its directory usually is not ours, so that it has to stay. */
  #noteCopy(file: TreeEntry, content: Fingerprint): void {
    this.#note(file, content);
    if (!this.#options.consume) return;
    try {
      if (!removeExactly(this.#sourceOf(file), file)) this.#noteLeft('it has changed');
    } catch (error) {
      // The client removes what is left; the upload has succeeded all the same (protocol §12.5).
      this.#noteLeft(systemErrorName(error) ?? String(error));
    }
  }

  #noteLeft(why: string): void {
    this.#left.set(why, (this.#left.get(why) ?? 0) + 1);
  }

  /** Says how many files were to be consumed and are still there. */
  reportLeft(): void {
    for (const [why, count] of this.#left) {
      this.#storage.log(`"${this.#options.source}" keeps ${count} consumed files: ${why}`);
    }
  }

  #note(file: TreeEntry, content: Fingerprint): void {
    if (content.size !== file.sizeBytes) throw failed(`"${file.key}" was changed during the upload`);
    this.manifest.set(file.key, content);
  }

  /** Adds the links within the version. Protocol §12.4. */
  async linkLocally(): Promise<void> {
    const targets = new Map([...this.#localLinks].map(([key, { target }]) => [key, target]));
    settleLocalLinks(targets, this.manifest, this.#options.version);
    for (const [key, { link }] of this.#localLinks) {
      await this.#pace.yieldIfDue();
      this.#makeLink(link, this.manifest.get(key) as ManifestEntry);
    }
  }

  #link(file: TreeEntry, entry: ManifestEntry): void {
    this.manifest.set(file.key, entry);
    this.#makeLink(file, entry);
  }

  #makeLink(file: TreeEntry, { link }: ManifestEntry): void {
    if (link === undefined) return;
    symlinkSync(
      linkTextFor(this.#storage.registry, this.#options.version, file.key, link),
      this.#placeOf(file),
    );
  }

  /** Good for one call of the system. */
  #sourceOf(entry: TreeEntry): DiskPath {
    return this.#options.tree.pathOf(entry);
  }

  #placeOf(entry: TreeEntry): DiskPath {
    return joinDisk(this.#destination, entry.place);
  }
}
