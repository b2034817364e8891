import { formatRef, GobblerError, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import {
  expectedEntries,
  type KnownChecksums,
  type KnownChecksumsOptions,
  type ResolvedLink,
} from '../plan/index.ts';
import { type Confirmed, readBack } from '../registry/index.ts';
import { firstOf, type Scan } from '../source/index.ts';
import { compare } from './confirm.ts';

/**
 * Proves that a version that exists already is what would have been uploaded, without moving a byte: paths and sizes
 * first, and checksums only if those are the same. Code `already-exists` with the paths that differ.
 */
export async function requireSameContent(
  connection: Connection,
  ref: VersionRef,
  { scan, links, known }: { scan: Scan; links: readonly ResolvedLink[]; known: KnownChecksums },
  options: KnownChecksumsOptions,
): Promise<Confirmed> {
  const existing = await readBack(connection, ref, options.signal);
  refuseDifferences(ref, existing, compare(expectedEntries(scan, links, new Map()), existing.manifest));
  await known.compute(scan.files, options);
  refuseDifferences(ref, existing, compare(expectedEntries(scan, links, known.sums), existing.manifest));
  return existing;
}

function refuseDifferences(ref: VersionRef, { summary }: Confirmed, differences: readonly string[]): void {
  if (differences.length === 0) return;
  const count = differences.length;
  const differ = count === 1 ? 'one of its entries differs' : `${count} of its entries differ`;
  const when = `uploaded by ${JSON.stringify(summary.uploadUserId)} at ${summary.uploadFinish}`;
  throw new GobblerError(
    'already-exists',
    `version ${formatRef(ref)} exists already (${when}), and ${differ} from the directory: ${differences[0]}`,
    {
      input: 'version',
      findings: firstOf(differences),
      hint: 'Versions are permanent: publish this content under another version name.',
    },
  );
}
