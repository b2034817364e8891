import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EarlierVersions } from '../../src/client/plan/earlier-versions.ts';
import type { ResolvedLink } from '../../src/client/plan/links.ts';
import { expectedEntries, planUpload } from '../../src/client/plan/plan.ts';
import { NOTHING_LOST } from '../../src/client/source/losses.ts';
import type { Scan, SourceFile } from '../../src/client/source/source-tree.ts';
import { NOTHING_LEFT_OUT } from '../../src/client/source/source-tree.ts';
import { FilesystemClocks } from '../../src/fs/clocks.ts';
import { Filesystems } from '../../src/fs/fresh.ts';

const REGISTRY = '/registry';
const asset = { project: 'p', asset: 'a' };

/** A file tree without two entries where one is a folder of the other. Content is a small number. */
const tree = fc
  .uniqueArray(
    fc.tuple(
      fc.array(fc.constantFrom('a', 'b', '10', '__proto__'), { minLength: 1, maxLength: 4 }),
      fc.nat(3),
    ),
    {
      selector: ([segments]) => segments.join('/'),
      maxLength: 12,
    },
  )
  .map((entries) => new Map(entries.map(([segments, content]) => [segments.join('/'), content])))
  .map((files) => {
    const isFolder = (key: string) => [...files.keys()].some((other) => other.startsWith(`${key}/`));
    return new Map([...files].filter(([key]) => !isFolder(key)));
  });

const sum = (content: number) => `md5-${content}`;
const fileOf = (key: string, content: number): SourceFile => ({
  path: key,
  sizeBytes: content,
  mode: 0o644,
  uid: 0,
  dev: 1,
  ino: 1,
  mtimeMs: 0,
  ctimeMs: 0,
});

function earlierOf(versions: readonly Map<string, number>[]): EarlierVersions {
  const candidates = versions.map((files, at) => ({
    version: `v${at}`,
    manifest: new Map([...files].map(([key, content]) => [key, { size: content, md5sum: sum(content) }])),
    lost: new Map(),
  }));
  return { latest: candidates[0], candidates };
}

/** The registry after the plan: the content of each path, found by following what was staged. */
function carriedOut(
  plan: ReturnType<typeof planUpload>,
  files: ReadonlyMap<string, number>,
  versions: readonly Map<string, number>[],
): Map<string, number | undefined> {
  const staged = new Map<string, number | undefined>();
  for (const { path: key } of [...plan.hardLinks, ...plan.copies]) staged.set(key, files.get(key));
  const texts = new Map(plan.links.map(({ path: key, text }) => [key, text]));
  const follow = (key: string): number | undefined => {
    const text = texts.get(key);
    if (text === undefined) return staged.get(key);
    if (!path.isAbsolute(text)) return follow(path.posix.join(path.posix.dirname(key), text));
    const [, version = '', ...rest] = path.posix.relative(`${REGISTRY}/p`, text).split('/');
    return versions[Number(version.slice(1))]?.get(rest.join('/'));
  };
  return new Map([...staged.keys(), ...texts.keys()].map((key) => [key, follow(key)]));
}

describe('the plan of an upload', () => {
  it('reproduces any tree, whatever was published before and however much is known', () => {
    fc.assert(
      fc.property(
        tree,
        fc.array(tree, { maxLength: 3 }),
        fc.nat(3),
        fc.boolean(),
        (files, versions, knows, links) => {
          const known = [...files].filter((_, at) => at % 4 <= knows);
          const resolved = [...files.keys()].slice(0, 2).map((target, at): ResolvedLink => {
            return { path: `link-${at}`, to: 'source', target: at === 1 ? 'link-0' : target };
          });
          const scan: Scan = {
            root: '/source',
            files: [...files].map(([key, content]) => fileOf(key, content)),
            links: [],
            directories: [],
            findings: [],
            leftOut: NOTHING_LEFT_OUT,
            losses: NOTHING_LOST,
            filesystems: new Filesystems(),
            clocks: new FilesystemClocks(),
          };
          const planned = links ? resolved : [];
          const checksums = new Map(known.map(([key, content]) => [key, sum(content)]));
          const plan = planUpload({
            scan,
            links: planned,
            asset,
            earlier: earlierOf(versions),
            checksums,
            serviceRegistry: REGISTRY,
            mayHardLink: (file) => file.sizeBytes % 2 === 0,
          });
          const expected = new Map<string, number | undefined>(files);
          const [first] = files.values();
          if (links) for (const { path: key } of resolved) expected.set(key, first);
          expect(carriedOut(plan, files, versions)).toEqual(expected);
          const entries = [...expectedEntries(scan, planned, checksums)];
          expect(entries.map(([key]) => key).sort()).toEqual([...expected.keys()].sort());
          const placed = [...plan.unchanged, ...plan.hardLinks, ...plan.copies];
          expect(placed.map(({ path: key }) => key).sort()).toEqual([...files.keys()].sort());
        },
      ),
    );
  });
});
