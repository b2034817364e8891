import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const src = path.resolve(import.meta.dirname, '../../src');

/** The imports that each layer may have, as in ARCHITECTURE.md. A package that is not named here is not imported anywhere. */
const LAYERS: Record<string, { ours: readonly string[]; packages: readonly (string | RegExp)[] }> = {
  errors: { ours: ['errors'], packages: ['node:os'] },
  protocol: { ours: ['errors', 'protocol'], packages: ['node:os', 'node:path'] },
  fs: { ours: ['errors', 'protocol', 'fs'], packages: [/^node:/] },
  client: {
    ours: ['errors', 'protocol', 'fs', 'client', 'processes.ts'],
    packages: ['undici', '@actions/glob/lib/internal-pattern.js', /^node:/],
  },
  service: { ours: ['errors', 'protocol', 'fs', 'service', 'processes.ts'], packages: [/^node:/] },
  commands: {
    ours: ['errors', 'protocol', 'fs', 'client', 'commands'],
    packages: ['leven', 'yaml', /^node:/],
  },
  github: {
    ours: ['errors', 'protocol', 'fs', 'client', 'commands', 'github', 'processes.ts'],
    packages: ['@actions/core', '@actions/exec', /^node:/],
  },
  cli: {
    ours: ['errors', 'protocol', 'client', 'commands', 'cli', 'review/review.ts', 'job-ancestors.ts'],
    packages: ['commander', 'cli-progress', 'yaml', /^node:/],
  },
  review: {
    ours: ['errors', 'protocol', 'fs', 'client', 'commands', 'review'],
    packages: ['diff', /^image-size\/types\/\w+$/, /^node:/],
  },
  'processes.ts': { ours: [], packages: ['node:fs'] },
  'job-ancestors.ts': { ours: ['processes.ts'], packages: [] },
  'stop-signals.ts': { ours: ['job-ancestors.ts'], packages: ['node:os'] },
  'main.ts': { ours: ['stop-signals.ts', 'commands', 'github', 'cli', 'service/serve.ts'], packages: [] },
  'library.ts': { ours: ['client/index.ts', 'service/index.ts'], packages: [] },
};

/** Files of a module that are no more than can be taken in. */
const MOST_FILES = 18;

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Whether it is loaded when it is needed, as a chunk of the bundle. */
  readonly isLate?: boolean;
}

function importsOf(file: string): Import[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  const patterns = [
    /\bfrom\s+'([^']+)'/g,
    /\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/g,
    /^import\s+'([^']+)'/gm,
  ];
  return patterns.flatMap((pattern, at) =>
    // A file that its package does not export is imported by its path.
    [...text.matchAll(pattern)].map(([, specifier = '']) => ({
      file,
      specifier: specifier.replace(/^(\.\.\/)+node_modules\//, ''),
      isLate: at === 1,
    })),
  );
}

/** The file that an import of another file of the project leads to. */
const targetOf = ({ file, specifier }: Import): string | undefined =>
  specifier.startsWith('.')
    ? path.relative(src, path.resolve(src, path.dirname(file), specifier))
    : undefined;

/**
 * Whether an import from outside of a module names one of its files rather than its `index.ts`. Chunks are named by file. A
 * module within it is not outside: the index would lead back to it.
 */
function isPastIndex(found: Import): boolean {
  const target = targetOf(found);
  if (target === undefined || found.isLate || found.file === 'main.ts') return false;
  const module = path.dirname(target);
  const importing = path.dirname(found.file);
  const isOutside = module !== importing && module !== path.dirname(importing);
  return module !== '.' && isOutside && path.basename(target) !== 'index.ts';
}

/** Files that import each other in a circle, by whatever is nearest to a start. */
function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push(trail.slice(at));
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return cycles;
}

const files = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function isAllowed({ file, specifier }: Import): boolean {
  const layer = LAYERS[file.split('/')[0] ?? ''];
  if (layer === undefined) return false;
  if (!specifier.startsWith('.')) {
    return layer.packages.some((allowed) =>
      typeof allowed === 'string' ? specifier === allowed : allowed.test(specifier),
    );
  }
  const target = targetOf({ file, specifier }) ?? '';
  return layer.ours.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
}

describe('the architecture', () => {
  it('has imports to look at in every layer', () => {
    expect(
      Object.keys(LAYERS).filter((layer) => !imports.some(({ file }) => file.startsWith(layer))),
    ).toEqual([]);
  });

  it('holds: every import is one that its layer may have', () => {
    const offenders = imports.filter((found) => !isAllowed(found));
    expect(offenders).toEqual([]);
  });

  it('would notice a forbidden import', () => {
    expect(isAllowed({ file: 'errors/hint.ts', specifier: '../protocol/index.ts' })).toBe(false);
    expect(isAllowed({ file: 'protocol/names.ts', specifier: '../client/index.ts' })).toBe(false);
    expect(isAllowed({ file: 'client/connection/http.ts', specifier: '@actions/core' })).toBe(false);
    expect(isAllowed({ file: 'client/connection/http.ts', specifier: '@actions/glob' })).toBe(false);
    expect(isAllowed({ file: 'commands/upload/upload.ts', specifier: '@actions/core' })).toBe(false);
    expect(isAllowed({ file: 'client/connection/http.ts', specifier: '../../commands/kit/index.ts' })).toBe(
      false,
    );
    expect(isAllowed({ file: 'service/serve.ts', specifier: '../client/index.ts' })).toBe(false);
  });

  it('has no import past the index.ts of a module', () => {
    expect(imports.filter(isPastIndex)).toEqual([]);
    expect(isPastIndex({ file: 'cli/main.ts', specifier: '../commands/kit/log.ts' })).toBe(true);
    expect(isPastIndex({ file: 'fs/checksums.ts', specifier: './threads/large-files.ts' })).toBe(true);
    expect(isPastIndex({ file: 'errors/problems/parts.ts', specifier: '../hint.ts' })).toBe(false);
    expect(isPastIndex({ file: 'client/parts/merge.ts', specifier: '../upload/check.ts' })).toBe(true);
  });

  it('has no circle of imports, neither of types nor through an index.ts', () => {
    const edges = new Map(files.map((file): [string, string[]] => [file, []]));
    for (const found of imports) edges.get(found.file)?.push(targetOf(found) ?? '');
    expect(cyclesIn(edges)).toEqual([]);
    const circle = { a: ['b'], b: ['c', 'd'], d: ['a'] };
    expect(cyclesIn(new Map(Object.entries(circle)))).toEqual([['a', 'b', 'd']]);
  });

  it('has modules of a manageable size, and no files with vague names', () => {
    const modules = new Set(files.map((file) => path.dirname(file)));
    const large = [...modules].filter(
      (module) => files.filter((file) => path.dirname(file) === module).length > MOST_FILES,
    );
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|shared|misc|types|constants)\.ts$/.test(file),
    );
    expect({ large, vague }).toEqual({ large: [], vague: [] });
  });
});
