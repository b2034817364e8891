import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type Finding, type FindingFacts, factsOf, GobblerError } from '../../errors/index.ts';
import { allFinished } from '../../fs/index.ts';
import {
  formatRef,
  healthCheckRequest,
  isInside,
  LINKS,
  nameProblem,
  refPath,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { isCached } from '../download/index.ts';
import { findSummary, listIfThere } from '../registry/index.ts';
import { fetchPermissions, newRunName, requireStaging, submit } from '../requests/index.ts';
import type { Scan } from '../source/index.ts';
import { type Preflight, rightsFindings } from './rights.ts';

/**
 * Every reason to refuse an upload that lies outside of the source tree: names, the staging directory, whether the
 * service sees it, the project, the rights of the user, the version. Asks the service rather than the disk, since a
 * network filesystem may show an old state. Writes nothing that stays.
 */
export async function preflight(connection: Connection, upload: Preflight): Promise<Finding[]> {
  const names = nameFindings(upload);
  const staging = await stagingFindings(connection, upload);
  if (names.length > 0) return [...names, ...staging];
  const registry = await registryFindings(connection, upload, { canAsk: staging.length === 0 });
  return [...staging, ...registry];
}

/**
 * Refuses a source that contains one of the service's directories and, if it is to be removed afterwards, one that is in
 * the registry or in the cache of fetched versions.
 */
export async function overlapFindings(
  { registry, staging, registryVisible }: Connection,
  { root }: Scan,
  { consume = false }: { readonly consume?: boolean | undefined },
): Promise<Finding[]> {
  const real = async (directory: string): Promise<string> => fs.realpath(directory).catch(() => directory);
  const [source, stagingHere, registryHere] = await Promise.all([real(root), real(staging), real(registry)]);
  const findings: Finding[] = [];
  const refuse = (facts: Omit<FindingFacts<'overlapping-directory'>, 'directory'>): void =>
    void findings.push({ kind: 'overlapping-directory', facts: { directory: root, ...facts } });
  if (isInside(source, stagingHere))
    refuse({ other: 'staging directory', path: staging, relation: 'contains' });
  if (registryVisible && isInside(source, registryHere))
    refuse({ other: 'registry', path: registry, relation: 'contains' });
  else if (consume && isInside(registryHere, source))
    refuse({ other: 'registry', path: registry, relation: 'is in' });
  if (consume && isCached(source)) refuse({ other: 'fetched versions', relation: 'is in' });
  return findings;
}

/** Bytes of the longest path that Linux takes, without the NUL at its end. */
const LONGEST_PATH_BYTES = 4095;

/**
 * Refuses entries whose paths would be too long in staging or in the registry, below other directories than here; with
 * room for the files in which the service keeps the links of a directory (protocol §3.9).
 */
export function lengthFindings(
  { staging, serviceStaging, serviceRegistry }: Connection,
  ref: VersionRef,
  { files, links, directories }: Scan,
): Finding[] {
  const places = [staging, serviceStaging].map((directory) => path.join(directory, newRunName()));
  places.push(path.join(serviceRegistry, refPath(ref)));
  const longest = Math.max(...places.map((place) => Buffer.byteLength(place)));
  const findings: Finding[] = [];
  const require = (entry: string): void => {
    if (longest + 1 + entry.length * 3 + LINKS.length < LONGEST_PATH_BYTES) return; // whatever its characters
    const beside = path.join(path.dirname(entry), LINKS);
    const bytes = longest + 1 + Math.max(Buffer.byteLength(entry), Buffer.byteLength(beside));
    if (bytes <= LONGEST_PATH_BYTES) return;
    const facts = { path: entry, bytes, mostBytes: LONGEST_PATH_BYTES };
    findings.push({ kind: 'path-too-long', facts });
  };
  for (const { path: file } of files) require(file);
  for (const { path: link } of links) require(link);
  for (const directory of directories) require(directory);
  return findings;
}

function nameFindings(ref: VersionRef): Finding[] {
  return (['project', 'asset', 'version'] as const).flatMap((kind): Finding[] => {
    const found = nameProblem(ref[kind]);
    if (found === undefined) return [];
    return [
      {
        kind: 'bad-name',
        input: kind,
        facts: { kind, ...(typeof ref[kind] === 'string' && { name: ref[kind] }), found },
      },
    ];
  });
}

/**
 * Proves that this process can write to staging, that the service sees the same directory, and that the clocks agree.
 * Returns the reasons to refuse an upload.
 */
export async function stagingFindings(
  connection: Connection,
  { run, signal, onNotice }: Pick<Preflight, 'run' | 'signal' | 'onNotice'>,
): Promise<Finding[]> {
  const { staging, serviceStaging } = connection;
  try {
    await requireStaging(connection);
    await submit(connection, healthCheckRequest(), { run, signal, onNotice });
    return [];
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    // A service that has retired the health check does not know the request, but has read our file.
    if (error.code === 'request-refused') return [];
    const mapped = factsOf(error, 'mapped-user');
    if (mapped !== undefined) return [{ kind: 'mapped-user', facts: mapped }];
    const unwritten = factsOf(error, 'staging-write-failed');
    if (unwritten !== undefined) return [{ kind: 'staging-write-failed', facts: unwritten }];
    const { problem, facts, message } = error;
    const data = { problem, facts, message };
    if (error.code === 'request-expired') return [{ kind: 'clock', facts: { error: data } }];
    if (error.code !== 'staging-unavailable') throw error;
    // With an answer from the service, the file was written, and the service does not see it.
    const isOurs = error.httpStatus === undefined;
    return [{ kind: 'staging', facts: { staging, serviceStaging, ...(isOurs && { error: data }) } }];
  }
}

async function registryFindings(
  connection: Connection,
  upload: Preflight,
  { canAsk }: { canAsk: boolean },
): Promise<Finding[]> {
  const { project, asset, version, signal } = upload;
  const fresh = { forceRemote: true, signal };
  const [ofProject, ofAsset, contents] = await allFinished([
    fetchPermissions(connection, { project }, fresh).catch((error: unknown) => {
      if (error instanceof GobblerError && error.code === 'not-found') return undefined;
      throw error;
    }),
    fetchPermissions(connection, { project, asset }, fresh),
    listIfThere(connection, refPath({ project, asset }), signal),
  ]);
  if (ofProject === undefined) return [{ kind: 'no-project', facts: { project } }];
  const findings: Finding[] = [];
  if (contents?.some((name) => name === `${version}/` || name === version)) {
    findings.push(await takenFinding(connection, upload));
  }
  if (canAsk) {
    const existingAsset = contents === undefined ? undefined : ofAsset;
    findings.push(...(await rightsFindings(connection, upload, { project: ofProject, existingAsset })));
  }
  return findings;
}

async function takenFinding(connection: Connection, upload: Preflight): Promise<Finding> {
  const summary = await findSummary(connection, upload, { forceRemote: true, signal: upload.signal });
  const version = formatRef(upload);
  if (summary === undefined) return { kind: 'version-unfinished', facts: { version } };
  const { onProbation = false, uploadUserId: user, uploadFinish: uploaded } = summary;
  return { kind: 'version-exists', facts: { version, onProbation, user, uploaded } };
}
