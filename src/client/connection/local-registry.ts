import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../errors/index.ts';
import { ifThere, refreshDirectory, withOpen } from '../../fs/index.ts';
import { isInternalName, LOGS, PERMISSIONS, SUMMARY } from '../../protocol/index.ts';
import { httpGet } from './http.ts';
import { fetchUrl } from './service-url.ts';

/** How many records to compare before concluding that this is another registry. */
const MOST_COMPARED = 3;
/** Records that prove something are small. */
const LARGEST_PROOF_BYTES = 1024 * 1024;

/**
 * Why the directory `registry` of this machine should not be read in place of the service, as the end of a sentence;
 * undefined if it is the registry of the service. Proof is a record that the service sends byte by byte as it is on disk: a
 * path may exist here, and be a mount point without its filesystem, or the registry of another Gobbler.
 */
export async function registryProblem(
  service: { readonly url: string },
  registry: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    // A new state of it, where this machine remembers an old one.
    await refreshDirectory(registry);
    const entries = await fs.readdir(registry);
    // Every Gobbler makes it when it starts (protocol §2).
    if (!entries.includes(LOGS)) return 'is not the registry of a Gobbler: is its filesystem mounted?';
    // From the strongest proof to the weakest, which would be no answer to a stronger one that fails.
    for (const candidates of [someLogs, someSummaries, somePermissions]) {
      const isSame = await compare(service, registry, await candidates(registry), signal);
      if (isSame === undefined) continue;
      return isSame ? undefined : 'is not the registry of this service: their records differ';
    }
    return undefined; // it is empty, so nothing will be read from it: what it does not show is asked of the service
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GobblerError) return `cannot be compared with that of the service: ${error.message}`;
    if (errnoOf(error) === undefined) throw error;
    return `cannot be read: ${messageOf(error)}`;
  }
}

/** Returns whether one of the records equals the service's; undefined if none of them is there. */
async function compare(
  service: { readonly url: string },
  registry: string,
  candidates: readonly string[],
  signal: AbortSignal | undefined,
): Promise<boolean | undefined> {
  let compared: false | undefined;
  for (const candidate of candidates) {
    signal?.throwIfAborted();
    const here = await readProof(path.join(registry, candidate));
    if (here === undefined) continue;
    const url = fetchUrl(service, candidate);
    const { status, text } = await httpGet(url, { signal, limitBytes: LARGEST_PROOF_BYTES });
    if (status === 200 && text === here) return true;
    compared = false;
  }
  return compared;
}

/** Names in the log directory of a registry are random, so no two registries have one in common. Protocol §3.10. */
async function someLogs(registry: string): Promise<string[]> {
  const found: string[] = [];
  try {
    // A busy service has many thousands of them: the directory is not read to its end.
    for await (const { name } of await fs.opendir(path.join(registry, LOGS))) {
      if (name.startsWith('.')) continue;
      if (found.push(`${LOGS}/${name}`) === MOST_COMPARED) break;
    }
  } catch (error) {
    // A closed directory proves nothing, but other records may.
    if (errnoOf(error) === undefined) throw error;
  }
  return found;
}

async function someSummaries(registry: string): Promise<string[]> {
  const found: string[] = [];
  for (const project of (await directoriesIn(registry)).slice(0, MOST_COMPARED)) {
    const [asset] = await directoriesIn(path.join(registry, project));
    if (asset === undefined) continue;
    const versions = await directoriesIn(path.join(registry, project, asset));
    found.push(
      ...versions.slice(0, MOST_COMPARED).map((version) => `${project}/${asset}/${version}/${SUMMARY}`),
    );
  }
  return found;
}

async function somePermissions(registry: string): Promise<string[]> {
  const projects = await directoriesIn(registry);
  return projects.slice(0, MOST_COMPARED).map((project) => `${project}/${PERMISSIONS}`);
}

async function directoriesIn(directory: string): Promise<string[]> {
  const entries = await fs.readdir(directory, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory() && !isInternalName(entry.name));
  return wanted.map(({ name }) => name).sort();
}

/** Undefined for a record that was removed, or replaced by something else, since it was listed. */
function readProof(file: string): Promise<string | undefined> {
  const proof = withOpen(file, constants.O_RDONLY | constants.O_NONBLOCK, async (handle) => {
    const stats = await handle.stat();
    return stats.isFile() && stats.size <= LARGEST_PROOF_BYTES ? handle.readFile('utf8') : undefined;
  });
  return ifThere(proof);
}
