import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  errnoOf,
  formatRef,
  isInternalName,
  type Manifest,
  type ManifestEntry,
  messageOf,
  nameProblem,
  relativeInside,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findManifest, findSummary } from '../registry/index.ts';
import type { Finding, FindingKind, Scan, SourceLink } from '../source/index.ts';

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
  readonly #manifests = new Map<string, Promise<Manifest | string>>();

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

  #find(kind: FindingKind, { path: link, text }: SourceLink, found: string): void {
    this.findings.push({ kind, message: `link ${JSON.stringify(link)} -> ${JSON.stringify(text)} ${found}` });
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
        return this.#find(
          'outside-link',
          link,
          'leads elsewhere than its text says, through a linked directory',
        );
      }
      this.links.push({ path: link.path, to: 'source', target });
    } else if (target === '' || this.#directories.has(target)) {
      this.#find('directory-link', link, 'leads to a directory');
    } else {
      const absolute = path.join(this.#scan.root, target);
      const state = await describeTarget(absolute);
      if (state === 'directory') this.#find('directory-link', link, 'leads to a directory');
      else if (state === 'file') this.#find('link-to-left-out', link, 'leads to a file that is not uploaded');
      else this.#find('dangling-link', link, state);
    }
  }

  async #resolveInRegistry(link: SourceLink, target: string): Promise<void> {
    const [project, asset, version, ...rest] = target.split('/');
    if (project === undefined || asset === undefined || version === undefined || rest.length === 0) {
      return this.#find('registry-link', link, 'does not lead to a file of a version');
    }
    if ([project, asset, version, ...rest].some(isInternalName)) {
      return this.#find('registry-link', link, 'leads to a file that the service keeps for itself');
    }
    const ref = { project, asset, version };
    if ([project, asset, version].some((name) => nameProblem(name) !== undefined)) {
      return this.#find(
        'registry-link',
        link,
        'leads through a name that no project, asset or version can have',
      );
    }
    const manifest = await this.#manifestOf(ref);
    if (typeof manifest === 'string') return this.#find('registry-link', link, manifest);
    const entry = manifest.get(rest.join('/'));
    if (entry === undefined || entry.md5sum === '') {
      return this.#find('registry-link', link, `leads to nothing in the manifest of ${formatRef(ref)}`);
    }
    this.links.push({ path: link.path, to: 'registry', target, entry });
  }

  /** The manifest of a version that may be linked to, or the reason why not as the end of a sentence. */
  #manifestOf(ref: VersionRef): Promise<Manifest | string> {
    const key = formatRef(ref);
    const known = this.#manifests.get(key) ?? this.#loadManifest(ref, key);
    this.#manifests.set(key, known);
    return known;
  }

  async #loadManifest(ref: VersionRef, name: string): Promise<Manifest | string> {
    if (name === formatRef(this.#upload)) return 'leads into the very version that is uploaded';
    const options = { forceRemote: true, signal: this.#signal };
    const summary = await findSummary(this.#connection, ref, options);
    if (summary === undefined) return `leads to ${name}, which does not exist or is unfinished`;
    if (summary.onProbation) return `leads to ${name}, which is on probation`;
    const manifest = await findManifest(this.#connection, ref, options);
    return manifest ?? `leads to ${name}, which has no manifest`;
  }

  async #refuseOutside(link: SourceLink, absolute: string): Promise<void> {
    const state = await describeTarget(absolute);
    if (state === 'directory') this.#find('directory-link', link, 'leads to a directory outside');
    else if (state === 'file') this.#find('outside-link', link, 'leads out of the directory');
    else this.#find('dangling-link', link, state);
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
    if (steps === Number.POSITIVE_INFINITY) this.#find('cyclic-link', link, 'leads in a circle');
    else this.#find('long-link', link, `leads through ${steps} links, one after another`);
  }
}

/** Returns whether two paths lead to the same file; false if one cannot be followed, which is reported elsewhere. */
async function sameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([fs.stat(one), fs.stat(other)]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return true; // dangling, or in a circle: said by those who look for that
  }
}

async function describeTarget(absolute: string): Promise<'file' | 'directory' | string> {
  try {
    return (await fs.stat(absolute)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'leads to nothing';
    if (code === 'ELOOP') return 'leads in a circle';
    return `cannot be followed: ${messageOf(error)}`;
  }
}
