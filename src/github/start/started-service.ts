import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { GobblerError, serviceInfo } from '../../client/index.ts';
import { gobblerError, messageOf, type StartFault } from '../../errors/index.ts';
import type { Program } from './gobbler-program.ts';
import { startTimeOf } from './process-identity.ts';
import { serviceEnvironment } from './service-environment.ts';
import { endService, isServiceThere, newMark, type ServiceProcesses } from './service-processes.ts';

/** How long a service may take until it answers. */
const START_PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;
/** How long a service may take until it has undone what is running. */
export const STOP_PATIENCE_MS = 10_000;
/** A free port may be taken before the service gets it. */
const PORT_ATTEMPTS = 3;

export interface ServiceWish {
  readonly program: Program;
  readonly registry: string;
  readonly staging: string;
  /** 0 is any that is free. */
  readonly port: number;
  /** Further flags. */
  readonly flags: readonly string[];
  readonly logFile: string;
  readonly signal: AbortSignal;
  /** Called as soon as there is a process, before it is ready. */
  readonly onProcess: (processes: ServiceProcesses, url: string) => void;
}

export interface RunningService {
  readonly url: string;
  readonly processes: ServiceProcesses;
}

/**
 * Starts a service that outlives this process, and waits until it answers as ours: with our staging directory. Its output
 * goes to the log file, since a child that holds our own would keep the step from ending. Code `service-unreachable`.
 */
export async function startDetached(wish: ServiceWish): Promise<RunningService> {
  for (let attempt = 1; ; attempt++) {
    const port = wish.port || (await freePort());
    try {
      return await startAt(wish, port);
    } catch (error) {
      wish.signal.throwIfAborted();
      // The service has ended; if its port is in use all the same, somebody else was faster.
      if (wish.port !== 0 || attempt === PORT_ATTEMPTS || (await isFree(port))) throw error;
    }
  }
}

async function startAt(wish: ServiceWish, port: number): Promise<RunningService> {
  const { registry, staging, signal, logFile } = wish;
  if (await isListening(port)) {
    throw gobblerError('port-taken', { port });
  }
  const [command, ...args] = wish.program;
  const places = ['-registry', registry, '-staging', staging, '-port', String(port)];
  const mark = newMark();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(logFile, 'a');
  const child = spawn(command, [...args, ...places, ...wish.flags], {
    detached: true,
    stdio: ['ignore', log, log],
    env: serviceEnvironment(mark),
  });
  closeSync(log);
  let fault: StartFault | undefined;
  child.once('error', (error) => {
    fault = { kind: 'error', error: messageOf(error) };
  });
  // A program may go into the background, and leave the service to a process of its own.
  let isInBackground = false;
  child.once('exit', (code, by) => {
    if (code === 0) isInBackground = true;
    else fault ??= { kind: 'ended', by: by ?? code ?? 'no exit code' };
  });
  child.unref();
  const { pid: leader } = child;
  const processes: ServiceProcesses | undefined =
    leader === undefined ? undefined : { leader, leaderStartTime: startTimeOf(leader) ?? '', mark };
  if (processes !== undefined) wish.onProcess(processes, url);
  const giveUpAt = performance.now() + START_PATIENCE_MS;
  try {
    while (fault === undefined && performance.now() < giveUpAt) {
      const limit = AbortSignal.timeout(Math.max(1, Math.ceil(giveUpAt - performance.now())));
      const found = await serviceAt(url, AbortSignal.any([signal, limit]));
      if (found?.staging === staging && processes !== undefined) return { url, processes };
      if (found !== undefined) fault = { kind: 'other-service', staging: found.staging };
      else if (isInBackground && !(processes && isServiceThere(processes))) fault = { kind: 'ended', by: 0 };
      else await sleep(LOOK_EVERY_MS, undefined, { signal });
    }
  } catch (error) {
    fault = { kind: 'error', error: messageOf(error) };
  }
  if (processes !== undefined) await endService(processes, STOP_PATIENCE_MS);
  signal.throwIfAborted();
  const isPortGiven = wish.port !== 0;
  const found = fault ?? { kind: 'silent', seconds: START_PATIENCE_MS / 1000 };
  throw gobblerError('service-not-up', { url, isPortGiven, found, logFile, log: endOfLog(logFile) });
}

/**
 * Returns whether a service that was ended still holds its port. The port may have been taken by somebody else since,
 * if the service had ended before.
 */
export async function holdsPort(url: string, staging: string, wasThere: boolean): Promise<boolean> {
  if (!(await isListening(Number(new URL(url).port)))) return false;
  return wasThere || (await serviceAt(url, AbortSignal.timeout(STOP_PATIENCE_MS)))?.staging === staging;
}

/**
 * Returns the staging directory of the service at an address, undefined if it is no Gobbler; or undefined while nobody
 * answers.
 */
async function serviceAt(
  url: string,
  signal: AbortSignal,
): Promise<{ readonly staging: string | undefined } | undefined> {
  if (!(await isListening(Number(new URL(url).port)))) return undefined;
  try {
    return await serviceInfo(url, { signal });
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'service-misconfigured')
      return { staging: undefined };
    return undefined;
  }
}

/** Asked first, since a connection that is refused is tried again for a while. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Whether a service could listen at a port. */
const isFree = (port: number): Promise<boolean> => listenOnce(port).then(Boolean, () => false);

const freePort = (): Promise<number> => listenOnce(0);

/** Listens at a port for a moment, 0 for any that is free, and returns its number. */
function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const { port: taken } = probe.address() as AddressInfo;
      probe.close(() => resolve(taken));
    });
  });
}

const LOG_LINES = 20;

/** The last lines of a log; instead of a log that cannot be read, why. */
export function endOfLog(logFile: string): string[] {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
  } catch (error) {
    return [`(the log cannot be read: ${messageOf(error)})`];
  }
}
