import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, type Finding, messageOf, type RegistryLinkProblem } from '../../errors/index.ts';
import {
  formatRef,
  isInternalName,
  type Manifest,
  type ManifestEntry,
  nameProblem,
  relativeInside,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findManifest, findSummary } from '../registry/index.ts';
import type { Scan, SourceLink } from '../source/index.ts';

/** As many links as Linux follows, one after another. */
const MOST_STEPS = 40;

/** Where a link leads, as the service will see it. Protocol §12.3. */
export type ResolvedLink = { readonly path: string } & (
  | { readonly to: 'source'; readonly target: string }
  | { readonly to: 'registry'; readonly target: string; readonly entry: ManifestEntry }
);

export interface ResolvedLinks {
  readonly links: readonly ResolvedLink[];
  readonly findings: readonly Finding[];
}

/**
 * Finds out where each link of a scan leads, by the text of the link as the service reads it. Only links to published
 * files of the source and to files in finished, non-probational versions of the registry pass.
 */
export async function resolveLinks(
  connection: Connection,
  upload: VersionRef,
  scan: Scan,
  signal?: AbortSignal,
): Promise<ResolvedLinks> {
  if (scan.links.length === 0) return { links: [], findings: [] };
  const resolver = new Resolver(connection, upload, scan, signal);
  await resolver.run();
  return { links: resolver.links, findings: resolver.findings };
}

class Resolver {
  readonly links: ResolvedLink[] = [];
  readonly findings: Finding[] = [];
  readonly #connection: Connection;
  readonly #upload: VersionRef;
  readonly #scan: Scan;
  readonly #signal: AbortSignal | undefined;
  readonly #files: ReadonlySet<string>;
  readonly #links: ReadonlySet<string>;
  readonly #directories: ReadonlySet<string>;
  readonly #manifests = new Map<string, Promise<Manifest | RegistryLinkProblem>>();

  constructor(connection: Connection, upload: VersionRef, scan: Scan, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.#upload = upload;
    this.#scan = scan;
    this.#signal = signal;
    this.#files = new Set(scan.files.map((file) => file.path));
    this.#links = new Set(scan.links.map((link) => link.path));
    this.#directories = new Set(scan.directories);
  }

  async run(): Promise<void> {
    for (const link of this.#scan.links) {
      this.#signal?.throwIfAborted();
      await this.#resolve(link);
    }
    this.#findEndless();
  }

  #refuseRegistryLink(link: SourceLink, found: RegistryLinkProblem, version?: string): void {
    const facts = { ...link, found, ...(version !== undefined && { version }) };
    this.findings.push({ kind: 'registry-link', facts });
  }

  async #resolve(link: SourceLink): Promise<void> {
    const { root } = this.#scan;
    const absolute = path.resolve(root, path.dirname(link.path), link.text);
    for (const candidate of await this.#spellings(absolute)) {
      const inSource = relativeInside(candidate.root, candidate.target);
      if (inSource !== undefined) return this.#resolveInSource(link, inSource);
      for (const registry of candidate.registries) {
        const inRegistry = relativeInside(registry, candidate.target);
        if (inRegistry !== undefined) return this.#resolveInRegistry(link, inRegistry);
      }
    }
    return this.#refuseOutside(link, absolute);
  }

  /** A target as it is written and, in case a mount or a folder above is reached by another name, as it really is. */
  async #spellings(absolute: string): Promise<{ target: string; root: string; registries: string[] }[]> {
    const { root } = this.#scan;
    const { registry, serviceRegistry } = this.#connection;
    const written = { target: absolute, root, registries: [serviceRegistry, registry] };
    try {
      const target = path.join(await fs.realpath(path.dirname(absolute)), path.basename(absolute));
      const registries = this.#connection.registryVisible ? [await fs.realpath(registry)] : [];
      return [written, { target, root: await fs.realpath(root), registries }];
    } catch {
      return [written]; // no such folder: the written form decides what to say about it
    }
  }

  async #resolveInSource(link: SourceLink, target: string): Promise<void> {
    if (this.#files.has(target) || this.#links.has(target)) {
      if (!(await sameFile(path.join(this.#scan.root, link.path), path.join(this.#scan.root, target)))) {
        this.findings.push({ kind: 'outside-link', facts: { ...link, isIndirect: true } });
        return;
      }
      this.links.push({ path: link.path, to: 'source', target });
    } else if (target === '' || this.#directories.has(target)) {
      this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: false } });
    } else {
      const absolute = path.join(this.#scan.root, target);
      const state = await describeTarget(absolute);
      if (state === 'directory')
        this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: false } });
      else if (state === 'file') this.findings.push({ kind: 'link-to-left-out', facts: link });
      else this.findings.push({ kind: 'dangling-link', facts: { ...link, ...state } });
    }
  }

  async #resolveInRegistry(link: SourceLink, target: string): Promise<void> {
    const [project, asset, version, ...rest] = target.split('/');
    if (project === undefined || asset === undefined || version === undefined || rest.length === 0) {
      return this.#refuseRegistryLink(link, 'no-file');
    }
    if ([project, asset, version, ...rest].some(isInternalName)) {
      return this.#refuseRegistryLink(link, 'internal');
    }
    const ref = { project, asset, version };
    if ([project, asset, version].some((name) => nameProblem(name) !== undefined)) {
      return this.#refuseRegistryLink(link, 'bad-name');
    }
    const manifest = await this.#manifestOf(ref);
    const name = formatRef(ref);
    if (typeof manifest === 'string') return this.#refuseRegistryLink(link, manifest, name);
    const entry = manifest.get(rest.join('/'));
    if (entry === undefined || entry.md5sum === '') {
      return this.#refuseRegistryLink(link, 'unlisted', name);
    }
    this.links.push({ path: link.path, to: 'registry', target, entry });
  }

  /** The manifest of a version that may be linked to, or the reason why it may not be. */
  #manifestOf(ref: VersionRef): Promise<Manifest | RegistryLinkProblem> {
    const key = formatRef(ref);
    const known = this.#manifests.get(key) ?? this.#loadManifest(ref, key);
    this.#manifests.set(key, known);
    return known;
  }

  async #loadManifest(ref: VersionRef, name: string): Promise<Manifest | RegistryLinkProblem> {
    if (name === formatRef(this.#upload)) return 'itself';
    const options = { forceRemote: true, signal: this.#signal };
    const summary = await findSummary(this.#connection, ref, options);
    if (summary === undefined) return 'no-version';
    if (summary.onProbation) return 'on-probation';
    const manifest = await findManifest(this.#connection, ref, options);
    return manifest ?? 'no-manifest';
  }

  async #refuseOutside(link: SourceLink, absolute: string): Promise<void> {
    const state = await describeTarget(absolute);
    if (state === 'directory')
      this.findings.push({ kind: 'directory-link', facts: { ...link, isOutside: true } });
    else if (state === 'file')
      this.findings.push({ kind: 'outside-link', facts: { ...link, isIndirect: false } });
    else this.findings.push({ kind: 'dangling-link', facts: { ...link, ...state } });
  }

  /** Links to links have to end at a file. */
  #findEndless(): void {
    const next = new Map(
      this.links.map((link) => [link.path, link.to === 'source' ? link.target : undefined]),
    );
    const byPath = new Map(this.#scan.links.map((link) => [link.path, link]));
    /** How many links have to be followed from one to where it ends, for those that have been looked at: none twice. */
    const steps = new Map<string, number>();
    for (const start of next.keys()) {
      const passed = new Set<string>();
      let at: string | undefined = start;
      while (at !== undefined && next.has(at) && !passed.has(at) && !steps.has(at)) {
        passed.add(at);
        at = next.get(at);
      }
      const isCircle = at !== undefined && passed.has(at);
      const beyond = isCircle ? Number.POSITIVE_INFINITY : (steps.get(at ?? '') ?? 0);
      for (const [index, link] of [...passed].entries()) steps.set(link, beyond + passed.size - index);
      this.#judgeSteps(byPath.get(start), steps.get(start) ?? 0);
    }
  }

  #judgeSteps(link: SourceLink | undefined, steps: number): void {
    if (link === undefined || steps <= MOST_STEPS) return;
    if (steps === Number.POSITIVE_INFINITY) this.findings.push({ kind: 'cyclic-link', facts: link });
    else this.findings.push({ kind: 'long-link', facts: { ...link, steps } });
  }
}

/** Returns whether two paths lead to the same file; true if one cannot be followed, which is reported elsewhere. */
async function sameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([fs.stat(one), fs.stat(other)]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return true; // dangling, or in a circle
  }
}

/** The kind of a target, or why it cannot be followed. */
async function describeTarget(
  absolute: string,
): Promise<'file' | 'directory' | { readonly isCircle?: true; readonly error?: string }> {
  try {
    return (await fs.stat(absolute)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    if (code === 'ELOOP') return { isCircle: true };
    return { error: messageOf(error) };
  }
}
