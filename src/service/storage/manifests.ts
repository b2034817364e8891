import type { ManifestEntry, VersionRef } from '../../protocol/index.ts';
import type { Registry } from './registry.ts';

/** The manifests of versions, each read once in the life of this object. No locks are taken for it. */
export class Manifests {
  readonly registry: Registry;
  readonly #read = new Map<string, ReadonlyMap<string, ManifestEntry>>();

  constructor(registry: Registry) {
    this.registry = registry;
  }

  /** Throws (500) if it cannot be read. */
  of(version: VersionRef): ReadonlyMap<string, ManifestEntry> {
    const directory = this.registry.versionDirectory(version);
    const manifest = this.#read.get(directory) ?? this.registry.manifest(version);
    this.#read.set(directory, manifest);
    return manifest;
  }
}
