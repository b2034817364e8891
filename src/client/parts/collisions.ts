import type { Finding } from '../source/index.ts';
import { actorText } from './actor.ts';
import type { LegRecord } from './area-record.ts';
import type { ListedEntry } from './listing.ts';

/** What a leg brings, and who has brought it. */
export interface LegContent {
  readonly record: LegRecord;
  readonly entries: readonly ListedEntry[];
}

/** Whether two legs can have a path in common: only if one lies at or below where the other does. Pure. */
export function mayCollide(one: Pick<LegRecord, 'path'>, other: Pick<LegRecord, 'path'>): boolean {
  const [outer, inner] = [one.path, other.path].sort((a, b) => a.length - b.length) as [string, string];
  return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}

/**
 * Every path that two legs claim: a file or link of both, or a file of one that is a directory of the other. A directory
 * may be in several. Each is a sentence that names both. `input` is what the caller can change. Pure.
 */
export function collisionsOf(legs: readonly LegContent[], input: 'path' | 'area'): Finding[] {
  const claimed = new Map<string, { record: LegRecord; kind: ListedEntry['kind'] }>();
  const findings: Finding[] = [];
  for (const { record, entries } of legs) {
    for (const { path, kind } of entries) {
      const earlier = claimed.get(path);
      if (earlier === undefined) claimed.set(path, { record, kind });
      else if (earlier.kind !== 'directory' || kind !== 'directory') {
        findings.push({ kind: 'collision', input, message: sentence(path, earlier, { record, kind }) });
      }
    }
  }
  return findings;
}

type Claim = { readonly record: LegRecord; readonly kind: ListedEntry['kind'] };

function sentence(path: string, one: Claim, other: Claim): string {
  const asWhat = ({ record, kind }: Claim): string =>
    `leg ${JSON.stringify(record.leg)} (a ${kind}, from ${actorText(record.staged)})`;
  return `${JSON.stringify(path)} is claimed by two legs: ${asWhat(one)} and ${asWhat(other)}`;
}
