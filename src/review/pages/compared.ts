import { fetchLatest, type VersionRef } from '../../client/index.ts';
import { type Compared, compareVersions, type Read, readOne } from '../../client/review/index.ts';
import { incomparableText } from '../../commands/versions/index.ts';
import { requireName } from '../../protocol/index.ts';
import type { Comparison, Snapshot } from '../content/index.ts';
import { type Html, html } from '../markup/index.ts';
import type { Site } from '../site.ts';

/** The name of the latest version of the asset, or why it is unknown. */
export const latestOf = ({ connection, signal }: Site, ref: VersionRef): Promise<Read<string | undefined>> =>
  readOne(fetchLatest(connection, ref, { forceRemote: true, signal }));

/** The version that the address of a page names for the comparison; undefined if it names none. Code `invalid-name`. */
export function otherIn(query: URLSearchParams): Read<string> | undefined {
  const value = query.get('with');
  if (value === null) return undefined;
  requireName('version', value);
  return { value };
}

/** Compares a version with another one of its asset, by default the latest: what readers have until this one is approved. */
export function compareWith(
  { snapshots, signal }: Site,
  after: Snapshot,
  other: Read<string | undefined>,
): Promise<Compared<Comparison>> {
  const { ref } = after;
  return compareVersions(ref.version, other, async (version) =>
    snapshots.compare(await snapshots.recent({ ...ref, version }, signal), after),
  );
}

/** Says why a comparison is missing; undefined if it could be made. */
export const incomparableNotice = ({ incomparable }: Compared<Comparison>): Html | undefined =>
  incomparable && html`<section class="notice bad"><p>${incomparableText(incomparable)}</p></section>`;
