import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { isInside, LOGS } from '../protocol/index.ts';
import { claimRegistry } from './claim/index.ts';
import { Pool, requireDescriptorPaths } from './files/index.ts';
import { purgeDaily } from './handlers/index.ts';
import { HttpServer } from './http/index.ts';
import { type Gobbler, Identities, ReplayMemory, type SpoofTable } from './requests/index.ts';
import { LockTable, Registry } from './storage/index.ts';

const LOOPBACK = '127.0.0.1';
const DEFAULT_CONCURRENCY = 100;

/** In place of a number of days. */
const NEVER = -1;

export interface ServiceOptions {
  /** Directory of everything published; must exist, and be given as clients are to know it. */
  readonly registry: string;
  /** Directory of requests and uploads; must exist, and be given as clients are to know it. */
  readonly staging: string;
  /** 0 means any that is free. */
  readonly port: number;
  /** The address to listen at; without one, only this machine is served. */
  readonly host?: string | undefined;
  /** Names of administrators. */
  readonly admins: readonly string[];
  /** Goes before every path, without slashes at its ends. */
  readonly prefix?: string;
  /** Absolute directories outside the registry that links may lead to. */
  readonly whitelist?: readonly string[];
  /** The users that may act for others: user to names, `*` for everybody, `-name` for everybody but. */
  readonly spoof?: SpoofTable;
  /** After how many days probational versions are removed; never if left out or negative. */
  readonly probationDays?: number;
  /** How many large files to work on at the same time. */
  readonly concurrency?: number;
  /** Gets one line for each request, and for whatever goes wrong. */
  readonly log?: (line: string) => void;
}

export interface RunningService {
  /** Where clients find it, prefix included. */
  readonly url: string;
  readonly port: number;
  /** Resolves if another service has taken the registry. This one has stopped then. */
  readonly lost: Promise<Error>;
  /** Cancels what is running, waits until that is undone, and stops. */
  close(): Promise<void>;
}

/**
 * Starts a Gobbler in this process. Protocol §2. Throws if the registry or the staging directory cannot be used, the
 * registry is in use by another process, or the port is taken.
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { log = () => undefined, prefix = '', host = LOOPBACK } = options;
  const registry = cleaned(options.registry);
  const staging = cleaned(options.staging);
  requireApart(registry, staging);
  requireDescriptorPaths();
  const logs = path.join(registry, LOGS);
  if (!existsSync(logs)) mkdirSync(logs, 0o755);
  const claim = await claimRegistry(registry, log);
  try {
    const gobbler: Gobbler = {
      registry: new Registry(registry),
      staging,
      admins: new Set(options.admins),
      whitelist: (options.whitelist ?? []).map(cleaned),
      spoofers: options.spoof ?? new Map(),
      identities: new Identities(),
      locks: new LockTable(),
      pool: new Pool(options.concurrency ?? DEFAULT_CONCURRENCY),
      log,
    };
    const http = new HttpServer(gobbler, new ReplayMemory(staging), prefix, () => claim.require());
    const port = await listen(http, options.port, host);
    const stopPurging = purgeDaily(gobbler, options.probationDays ?? NEVER);
    const stop = once(async () => {
      await Promise.all([http.close(), stopPurging()]);
      await claim.release();
    });
    const lost = claim.lost.then(async (error) => {
      log(error.message);
      await stop();
      return error;
    });
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${prefix === '' ? '' : `/${prefix}`}`,
      port,
      lost,
      close: stop,
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** Wraps a function so that only the first call runs it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** Requires that the registry and staging do not contain each other: everybody may write to staging. */
function requireApart(registry: string, staging: string): void {
  // A missing directory is refused where it is needed, as by the original.
  if (!existsSync(registry) || !existsSync(staging)) return;
  const [published, requested] = [realpathSync(registry), realpathSync(staging)];
  if (!isInside(published, requested) && !isInside(requested, published)) return;
  const how = published === requested ? 'are the same directory' : 'lie one in the other';
  throw new Error(`registry and staging should be apart, but ${registry} and ${staging} ${how}`);
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? takenPort(host, port, error) : error),
    );
    http.server.listen(port, host, () => resolve((http.server.address() as AddressInfo).port));
  });
}

function takenPort(host: string, port: number, cause: Error): Error {
  const sentence = `port ${port} of ${host} is in use by another program (EADDRINUSE): choose another with -port, or 0 for any that is free`;
  return new Error(sentence, { cause });
}

/** Without `.`, `..` and surplus slashes, but relative if it was. */
function cleaned(directory: string): string {
  const normal = path.normalize(directory);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
