import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { type Filesystem, filesystemOf, ifRefused } from '../../fs/index.ts';
import { httpGet } from './http.ts';
import { registryProblem } from './local-registry.ts';
import { normalizeUrl } from './service-url.ts';
import { traceDecision } from './trace.ts';

/** Where a service is, and where this machine sees its directories. Made by {@link connect}; plain data. */
export interface Connection {
  /** With path prefix, without trailing slash. */
  readonly url: string;
  /** The staging directory as this machine sees it. */
  readonly staging: string;
  /** The registry as this machine sees it; see {@link registryVisible}. */
  readonly registry: string;
  /** The staging directory as the service spells it. */
  readonly serviceStaging: string;
  /** The registry as the service spells it: links in staging have to use exactly this (protocol §20 T21). */
  readonly serviceRegistry: string;
  /** Whether `registry` is the service's registry and can be read here. If not, everything is read over HTTP. */
  readonly registryVisible: boolean;
  /** Why a directory that exists at `registry` is not read, as the end of a sentence. */
  readonly registryProblem: string | undefined;
  /** The filesystem of `registry`; undefined if it is not visible. */
  readonly registryFilesystem: Filesystem | undefined;
  /** The filesystem of `staging`; undefined if it does not exist here. */
  readonly stagingFilesystem: Filesystem | undefined;
}

/** Where this machine sees the directories of the service. */
export interface ConnectOptions {
  /** Where this machine sees the staging directory, if elsewhere than the service says. */
  readonly staging?: string | undefined;
  /** Where this machine sees the registry, if elsewhere than the service says. */
  readonly registry?: string | undefined;
  /** Cancels the query; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** The directories of a service, as it spells them. Protocol §5.4. */
export interface ServiceInfo {
  /** Path of its staging directory. */
  readonly staging: string;
  /** Path of its registry. */
  readonly registry: string;
}

/**
 * Returns the answer to `GET /info`: the two directories as the service spells them, unchecked. Protocol §5.4. Codes
 * `service-unreachable`, and `service-misconfigured` if the server is not a Gobbler.
 */
export async function serviceInfo(
  url: string,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ServiceInfo> {
  const address = `${normalizeUrl(url)}/info`;
  const answer = await httpGet(address, { signal, limitBytes: 1024 * 1024 });
  const { status } = answer;
  const notGobbler = (found?: number | string): GobblerError => {
    const facts = { url: address, ...(found !== undefined && { found }) };
    return gobblerError('not-a-gobbler', facts, { httpStatus: status });
  };
  if ([502, 503, 504].includes(status))
    throw gobblerError('proxy-only', { url: address, status }, { httpStatus: status });
  if (status !== 200) throw notGobbler(status);
  let info: unknown;
  try {
    info = JSON.parse(answer.text);
  } catch (error) {
    throw notGobbler(messageOf(error));
  }
  const { registry, staging } = (info ?? {}) as Partial<Record<string, unknown>>;
  if (typeof registry !== 'string' || typeof staging !== 'string') throw notGobbler();
  return { registry, staging };
}

/**
 * Asks the service where its directories are. Does not need them to be visible here: what needs staging checks it
 * (see `requireStaging`), and reads fall back to HTTP. Codes as {@link serviceInfo}.
 */
export async function connect(
  url: string,
  { staging, registry, signal }: ConnectOptions = {},
): Promise<Connection> {
  const base = normalizeUrl(url);
  const info = await serviceInfo(base, { ...(signal && { signal }) });
  for (const kind of ['staging', 'registry'] as const) {
    if (path.isAbsolute(info[kind]) && !info[kind].includes('\0')) continue;
    throw gobblerError('relative-paths', { url: base, kind, path: info[kind] });
  }
  const registryHere = path.resolve(registry ?? info.registry);
  const registryDevice = await deviceOf(registryHere);
  if (registry !== undefined && registryDevice === undefined) {
    throw gobblerError('registry-missing', { registry: registryHere });
  }
  const isHere = registryDevice !== undefined;
  const problem = isHere ? await registryProblem({ url: base }, registryHere, signal) : undefined;
  const registryVisible = isHere && problem === undefined;
  const stagingHere = path.resolve(staging ?? info.staging);
  const stagingDevice = await deviceOf(stagingHere);
  const connection: Connection = {
    url: base,
    staging: stagingHere,
    registry: registryHere,
    serviceRegistry: path.normalize(info.registry).replace(/(?<=.)\/$/, ''),
    registryVisible,
    registryProblem: problem,
    registryFilesystem: registryVisible ? filesystemOf(registryHere, registryDevice) : undefined,
    stagingFilesystem: stagingDevice === undefined ? undefined : filesystemOf(stagingHere, stagingDevice),
    serviceStaging: info.staging,
  };
  traceDecision(() => directoriesText(connection));
  return connection;
}

/** Where the directories of a service are read and written, and why. */
function directoriesText({
  staging,
  stagingFilesystem,
  registry,
  registryFilesystem,
  registryProblem: problem = 'is not a directory here',
}: Connection): string {
  const read =
    registryFilesystem === undefined
      ? `read over HTTP, since ${registry} ${problem}`
      : `read at ${registry} (${registryFilesystem.type})`;
  return `staging is ${staging} (${stagingFilesystem?.type ?? 'not a directory here'}); the registry is ${read}`;
}

/** The device of a directory; undefined for whatever is none, or cannot be looked at from here. */
async function deviceOf(candidate: string): Promise<number | undefined> {
  const stats = await fs.stat(candidate).catch(ifRefused(() => undefined));
  return stats?.isDirectory() ? stats.dev : undefined;
}
