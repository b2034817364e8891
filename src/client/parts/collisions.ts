import type { Finding } from '../source/index.ts';
import { actorText } from './actor.ts';
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
        findings.push({ kind: 'collision', input, message: sentence(path, earlier, { record, kind }) });
      }
    }
  }
  return findings;
}

type Claim = { readonly record: PartRecord; readonly kind: ListedEntry['kind'] };

function sentence(path: string, one: Claim, other: Claim): string {
  const asWhat = ({ record, kind }: Claim): string =>
    `part ${JSON.stringify(record.part)} (a ${kind}, from ${actorText(record.staged)})`;
  return `${JSON.stringify(path)} is in two parts: ${asWhat(one)} and ${asWhat(other)}`;
}
