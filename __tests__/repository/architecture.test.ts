import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const src = path.resolve(import.meta.dirname, '../../src');

/** Who may import whom, as in ARCHITECTURE.md. A package that is not named here is not imported anywhere. */
const LAYERS: Record<string, { ours: readonly string[]; packages: readonly (string | RegExp)[] }> = {
  protocol: { ours: ['protocol'], packages: ['node:os', 'node:path'] },
  fs: { ours: ['protocol', 'fs'], packages: [/^node:/] },
  threads: { ours: ['threads'], packages: [/^node:/] },
  client: {
    ours: ['protocol', 'fs', 'threads', 'client'],
    packages: ['undici', '@actions/glob/lib/internal-pattern.js', /^node:/],
  },
  service: { ours: ['protocol', 'fs', 'threads', 'service'], packages: [/^node:/] },
  verbs: { ours: ['protocol', 'fs', 'client', 'verbs'], packages: ['yaml', /^node:/] },
  actions: {
    ours: ['protocol', 'client', 'verbs', 'actions'],
    packages: ['@actions/core', '@actions/exec', /^node:/],
  },
  cli: {
    ours: ['protocol', 'client', 'verbs', 'cli'],
    packages: ['commander', 'cli-progress', 'yaml', /^node:/],
  },
  'stop-signals.ts': { ours: [], packages: ['node:os'] },
  'index.ts': { ours: ['stop-signals.ts', 'verbs', 'actions', 'cli', 'service/serve.ts'], packages: [] },
  'library.ts': { ours: ['client/index.ts', 'service/start-gobbler.ts'], packages: [] },
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf(file: string): Import[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  const patterns = [
    /\bfrom\s+'([^']+)'/g,
    /\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/g,
    /^import\s+'([^']+)'/gm,
  ];
  return patterns.flatMap((pattern) =>
    // A file that its package does not export is imported by its path.
    [...text.matchAll(pattern)].map(([, specifier = '']) => ({
      file,
      specifier: specifier.replace(/^(\.\.\/)+node_modules\//, ''),
    })),
  );
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
  const target = path.relative(src, path.resolve(src, path.dirname(file), specifier));
  return layer.ours.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
}

describe('the architecture', () => {
  it('has imports to look at in every layer', () => {
    expect(
      Object.keys(LAYERS).filter((layer) => !imports.some(({ file }) => file.startsWith(layer))),
    ).toEqual([]);
  });

  it('holds: every import stays within what its layer may use', () => {
    const offenders = imports.filter((found) => !isAllowed(found));
    expect(offenders).toEqual([]);
  });

  it('would notice a forbidden import', () => {
    expect(isAllowed({ file: 'protocol/names.ts', specifier: '../client/http.ts' })).toBe(false);
    expect(isAllowed({ file: 'client/http.ts', specifier: '@actions/core' })).toBe(false);
    expect(isAllowed({ file: 'client/http.ts', specifier: '@actions/glob' })).toBe(false);
    expect(isAllowed({ file: 'verbs/upload.ts', specifier: '@actions/core' })).toBe(false);
    expect(isAllowed({ file: 'client/http.ts', specifier: '../verbs/log.ts' })).toBe(false);
    expect(isAllowed({ file: 'service/upload.ts', specifier: '../client/http.ts' })).toBe(false);
  });

  it('keeps every file to one idea of at most 300 lines, under a name that says it', () => {
    const long = files.filter(
      (file) => fs.readFileSync(path.join(src, file), 'utf8').split('\n').length > 300,
    );
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|shared|misc|types|constants)\.ts$/.test(file),
    );
    expect({ long, vague }).toEqual({ long: [], vague: [] });
  });
});
