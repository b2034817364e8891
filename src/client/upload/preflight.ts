import { promises as fs } from 'node:fs';
import { GobblerError } from '../../protocol/errors.ts';
import { isInside, refPath } from '../../protocol/layout.ts';
import { formatRef, nameProblem, type VersionRef } from '../../protocol/names.ts';
import { uploadRight } from '../../protocol/permissions.ts';
import { approveProbationRequest, healthCheckRequest } from '../../protocol/requests.ts';
import { allFinished } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { currentUser } from '../identity.ts';
import { fetchPermissions } from '../permissions.ts';
import { listRemotely } from '../registry-reader.ts';
import { submit } from '../request.ts';
import { requireStaging } from '../staging-area.ts';
import { findSummary } from '../versions.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Scan } from './scan.ts';

export interface Preflight extends VersionRef {
  /** Name of this run, for the request files. */
  readonly run: string;
  readonly spoof?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Every reason to refuse an upload that lies outside of the source tree: names, the staging directory, whether the
 * service sees it, the project, the rights of the user, the version. Asks the service rather than the disk, since a
 * network filesystem may show an old state. Writes nothing that stays.
 */
export async function preflight(connection: Connection, upload: Preflight): Promise<Finding[]> {
  const names = nameFindings(upload);
  const [staging, registry] = await allFinished([
    stagingFindings(connection, upload),
    names.length > 0 ? Promise.resolve([]) : registryFindings(connection, upload),
  ]);
  return [...names, ...staging, ...registry];
}

/** Refuses a source that contains the staging directory or lies in one of the service's own places. */
export async function overlapFindings(connection: Connection, { root }: Scan): Promise<Finding[]> {
  const real = async (directory: string): Promise<string> => fs.realpath(directory).catch(() => directory);
  const [source, staging] = await Promise.all([real(root), real(connection.staging)]);
  if (!isInside(source, staging)) return [];
  return [
    {
      kind: 'overlapping-directory',
      message: `directory ${root} should lie apart from the staging directory, but contains ${connection.staging}`,
    },
  ];
}

function nameFindings(ref: VersionRef): Finding[] {
  return (['project', 'asset', 'version'] as const).flatMap((kind): Finding[] => {
    const problem = nameProblem(ref[kind]);
    return problem === undefined
      ? []
      : [{ kind: 'bad-name', message: `${kind} name ${JSON.stringify(ref[kind])} ${problem}` }];
  });
}

/** Codes that are a finding about staging; anything else that goes wrong there is thrown. */
const STAGING_FINDINGS: Partial<Record<string, FindingKind>> = {
  'staging-unavailable': 'staging',
  'request-expired': 'clock',
};

/** Proves that this machine and the service see the same staging directory, and that their clocks agree. */
async function stagingFindings(connection: Connection, { run, signal }: Preflight): Promise<Finding[]> {
  try {
    await requireStaging(connection);
    await submit(connection, healthCheckRequest(), { run, signal });
    return [];
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    // A service that has retired the health check does not know the request, but has read our file.
    if (error.code === 'request-refused') return [];
    const kind = STAGING_FINDINGS[error.code];
    if (kind === undefined) throw error;
    return [{ kind, message: error.message }];
  }
}

async function registryFindings(connection: Connection, upload: Preflight): Promise<Finding[]> {
  const { project, asset, version, signal } = upload;
  const fresh = { forceRemote: true, signal };
  const [ofProject, ofAsset, contents] = await allFinished([
    fetchPermissions(connection, { project }, fresh).catch((error: unknown) => {
      if (error instanceof GobblerError && error.code === 'not-found') return error;
      throw error;
    }),
    fetchPermissions(connection, { project, asset }, fresh),
    listRemotely(connection, refPath({ project, asset }), { signal }),
  ]);
  if (ofProject instanceof GobblerError) return [{ kind: 'no-project', message: ofProject.message }];
  const findings: Finding[] = [];
  if (contents?.some((name) => name === `${version}/` || name === version)) {
    findings.push(await takenFinding(connection, upload));
  }
  const user = upload.spoof ?? currentUser();
  // A user id without a name on this machine may have one on the service's: then only the service can tell.
  if (user !== undefined) {
    const existingAsset = contents === undefined ? undefined : ofAsset;
    const right = uploadRight({ user, asset, version, project: ofProject, existingAsset, now: Date.now() });
    if (!right.allowed && !(await maintains(connection, upload))) {
      findings.push({
        kind: 'not-allowed',
        message: `user ${JSON.stringify(user)} is not allowed to upload to ${formatRef({ project, asset })}`,
      });
    }
  }
  return findings;
}

async function takenFinding(connection: Connection, upload: Preflight): Promise<Finding> {
  const summary = await findSummary(connection, upload, { forceRemote: true, signal: upload.signal });
  const name = formatRef(upload);
  if (summary === undefined) {
    return {
      kind: 'version-unfinished',
      message: `version ${name} exists already, but its upload has not finished`,
    };
  }
  const state = summary.onProbation ? 'is on probation' : 'was published';
  return {
    kind: 'version-exists',
    message: `version ${name} exists already: it ${state}, uploaded by ${JSON.stringify(summary.uploadUserId)} at ${summary.uploadFinish}`,
  };
}

/**
 * Whether the service takes this user for an administrator or an owner. The registry does not say who is an
 * administrator, but a decision on a version that cannot exist is refused with "not authorised" for everybody else, and
 * with "not found" for those who may (protocol §6.5). Changes nothing.
 */
async function maintains(
  connection: Connection,
  { project, spoof, run, signal }: Preflight,
): Promise<boolean> {
  const probe = approveProbationRequest({ project, asset: run, version: run }, { spoof });
  try {
    await submit(connection, probe, { run, signal });
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'not-authorized') return false;
    if (error instanceof GobblerError && error.code === 'not-found') return true;
    throw error;
  }
  return true;
}
