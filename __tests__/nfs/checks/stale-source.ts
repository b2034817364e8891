import { expect } from '@jest/globals';
import { contentOf, contentsIn, mustWrite } from '../harness/contents.ts';
import { onEachMount } from '../harness/lanes.ts';
import { SERVED } from '../harness/shared-filesystem.ts';
import type { Site } from '../harness/site.ts';

/** Large enough for its checksum to be remembered. */
const SIZE_BYTES = 160_000;

/** In place, a directory stays as it is, and nothing makes a client ask for its files anew. */
const REWRITES = {
  'in-place/longer': { how: 'truncate', sizeBytes: SIZE_BYTES + 6_400 },
  'in-place/same': { how: 'truncate', sizeBytes: SIZE_BYTES },
  'in-place/over': { how: 'overwrite', sizeBytes: SIZE_BYTES },
  'renamed/other': { how: 'rename', sizeBytes: SIZE_BYTES },
} as const;

/** A file that all may read can be linked into staging; one that only its owner may read is copied. */
const MODES = { linked: 0o644, copied: 0o600 } as const;

type Rewrite = keyof typeof REWRITES;
type Name = `${Rewrite}-${keyof typeof MODES}`;

/**
 * Each upload, and what the other client rewrites before it. A file whose change is noticed fails the step, and hides
 * with that what would happen to those whose change is not: so they come apart.
 */
const UPLOADS: readonly { readonly options: readonly string[]; readonly rewritten: readonly Name[] }[] = [
  { options: [], rewritten: ['in-place/same-copied', 'in-place/over-copied'] },
  { options: [], rewritten: ['in-place/over-linked'] },
  {
    options: ['--no-hash-cache'],
    rewritten: ['in-place/same-copied', 'in-place/longer-linked', 'renamed/other-linked'],
  },
  { options: ['--verify', 'all'], rewritten: ['in-place/over-copied', 'renamed/other-copied'] },
  {
    options: ['--verify', 'size', '--deduplicate', 'off'],
    rewritten: ['in-place/longer-copied', 'in-place/same-linked'],
  },
  {
    options: ['--consume'],
    rewritten: ['in-place/same-copied', 'in-place/over-copied', 'renamed/other-linked'],
  },
];

interface SourceFile {
  /** Relative to the source. */
  readonly path: string;
  readonly rewrite: (typeof REWRITES)[Rewrite];
  readonly mode: number;
}

function filesOf(group: number): SourceFile[] {
  return (UPLOADS[group]?.rewritten ?? []).map((name) => {
    const [rewrite, mode] = name.split(/-(?=\w+$)/) as [Rewrite, keyof typeof MODES];
    return { path: `${group}/${name}`, rewrite: REWRITES[rewrite], mode: MODES[mode] };
  });
}

/** A source that another machine has rewritten just before the step: published is what the server holds. */
export function staleSources(site: () => Site): void {
  onEachMount('a source that another client rewrites before the step', site, async (lane) => {
    const { client, other, mount, site } = lane;
    const asset = site.fresh('stale');
    const [source, served] = [`${mount.path}/work/${asset}`, `${SERVED}/work/${asset}`];
    const all = UPLOADS.flatMap((_, group) => filesOf(group));
    await site.server.shell(`mkdir -p ${served}/{0..${UPLOADS.length - 1}}/{in-place,renamed}`);
    await mustWrite(
      site.server,
      all.map(({ path, mode }) => ({
        file: `${served}/${path}`,
        generation: 1,
        sizeBytes: SIZE_BYTES,
        how: 'truncate',
        mode,
      })),
    );
    // Only what has rested is remembered. The first version comes from elsewhere: new assets are another check.
    await client.run(['sleep', '3']);
    const upload = async (version: string, options: readonly string[]) =>
      (await site.step(client, mount, ['upload', source, `demo/${asset}/${version}`, ...options])).answer;
    const first = await site.step(site.server, undefined, ['upload', served, `demo/${asset}/first`]);
    expect([first.answer.error, (await upload('second', [])).error]).toEqual([null, null]);

    const faults: unknown[] = [];
    for (const [group, { options }] of UPLOADS.entries()) {
      await mustWrite(
        other,
        filesOf(group).map(({ path, rewrite, mode }) => ({
          file: `${source}/${path}`,
          generation: 2,
          ...rewrite,
          mode,
        })),
      );
      const { exitCode, error } = await upload(String(group), options);
      if (exitCode !== 0) faults.push({ group, options, code: error?.code, message: error?.message });
      const [published = {}, left = {}] = await contentsIn(
        site.server,
        `${SERVED}/registry/demo/${asset}/${group}`,
        served,
      );
      for (const { path, rewrite } of filesOf(group)) {
        const expected = contentOf(2, rewrite.sizeBytes);
        const seen = { published: published[path], left: left[path] };
        if (exitCode === 0 && seen.published !== expected) faults.push({ stale: path, options, ...seen });
        const isConsumed = options.includes('--consume') && seen.published === expected;
        if (seen.left !== expected && !isConsumed) faults.push({ lost: path, options, ...seen });
      }
    }
    expect(faults).toEqual([]);
  });
}
