import type { Finding } from '../../errors/index.ts';
import type { ListedEntry } from './listing.ts';
import type { PartRecord } from './records.ts';

/** The entries of a part, and who staged it. */
export interface PartContent {
  readonly record: PartRecord;
  readonly entries: readonly ListedEntry[];
}

/** Returns whether two parts can have a path in common: only if one lies at or below where the other does. Pure. */
export function mayCollide(one: Pick<PartRecord, 'path'>, other: Pick<PartRecord, 'path'>): boolean {
  const [outer, inner] = [one.path, other.path].sort((a, b) => a.length - b.length) as [string, string];
  return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}

/**
 * A finding for every path in two parts: a file or link in both, or a file in one and a directory in the other. Parts may
 * share directories. `input` names the input that the caller can change. Pure.
 */
export function collisionsOf(parts: readonly PartContent[], input: 'path' | 'upload-id'): Finding[] {
  const claimed = new Map<string, { record: PartRecord; kind: ListedEntry['kind'] }>();
  const findings: Finding[] = [];
  for (const { record, entries } of parts) {
    for (const { path, kind } of entries) {
      const earlier = claimed.get(path);
      if (earlier === undefined) claimed.set(path, { record, kind });
      else if (earlier.kind !== 'directory' || kind !== 'directory') {
        const both = [earlier, { record, kind }];
        const parts = both.map(({ record: { part, staged }, kind }) => ({ part, kind, staged }));
        findings.push({ kind: 'collision', input, facts: { path, parts } });
      }
    }
  }
  return findings;
}
