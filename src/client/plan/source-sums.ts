import type { Connection } from '../connection/index.ts';
import { registrySums } from '../registry/index.ts';
import type { Scan } from '../source/index.ts';
import type { ResolvedLink } from './links.ts';
import { finalTargets } from './plan.ts';

/**
 * The sha256 of everything that a source publishes, by path, in the order of its scan. A link has that of the file it leads
 * to, as sha256sum gives it: of the source, or of the registry. `computed` has those of the files.
 */
export async function sourceSums(
  connection: Connection,
  { files }: Scan,
  links: readonly ResolvedLink[],
  computed: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const { path: file } of files) {
    const sum = computed.get(file);
    if (sum === undefined) throw new Error(`${JSON.stringify(file)} was not read`);
    sums.set(file, sum);
  }
  const targetOf = finalTargets(links);
  const borrowed = new Map<string, { path: string; sizeBytes: number }>();
  for (const target of links.map(targetOf)) {
    if (target.to === 'registry')
      borrowed.set(target.target, { path: target.target, sizeBytes: target.entry.size });
  }
  const visible = connection.registryVisible;
  const inRegistry = await registrySums(connection, [...borrowed.values()], { visible, signal });
  for (const link of links) {
    const target = targetOf(link);
    const sum = target.to === 'registry' ? inRegistry.get(target.target) : sums.get(target.target);
    // A file that cannot be read has no sum, so the comparison finds it.
    if (sum !== undefined) sums.set(link.path, sum);
  }
  return sums;
}
