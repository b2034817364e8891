import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gobblerError } from '../errors/index.ts';
import { removeTree, TimeSlices } from './files/index.ts';
import { startService } from './service.ts';

/** How to start a Gobbler: where it keeps its files, and for whom. */
export interface StartGobblerOptions {
  /** Made in a temporary place, and removed in the end, if left out. */
  readonly registry?: string | undefined;
  /** Made in a temporary place, and removed in the end, if left out. */
  readonly staging?: string | undefined;
  /** 0, the default, is any that is free. */
  readonly port?: number | undefined;
  /** Names of administrators; the current user by default. */
  readonly admins?: readonly string[] | undefined;
  /** The program of another Gobbler. The embedded one, in this process, by default. */
  readonly binary?: string | undefined;
  /** Further flags for the program. */
  readonly extraArgs?: readonly string[] | undefined;
  /** Gets the log of the embedded service, a line at a time. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running Gobbler. */
export interface StartedGobbler {
  /** Its address, for `connect`. */
  readonly url: string;
  /** Absolute path of its registry. */
  readonly registry: string;
  /** Absolute path of its staging directory. */
  readonly staging: string;
  /** Stops the service, and removes the directories that were made for it. */
  readonly stop: () => Promise<void>;
}

/** How long a program may take until it answers. */
const START_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 5_000;
const ANSWER_PATIENCE_MS = 1_000;
const LOOK_EVERY_MS = 20;

/**
 * Starts a Gobbler for tests, on this machine only: the embedded one, or any program that takes its flags. Ready when
 * this returns. Code `service-unreachable` if a program does not come up. Protocol §2.
 */
export async function startGobbler(options: StartGobblerOptions = {}): Promise<StartedGobbler> {
  const made: string[] = [];
  const place = (given: string | undefined, name: string): string => {
    if (given !== undefined) return path.resolve(given);
    const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `gobbler-${name}-`)));
    made.push(directory);
    return directory;
  };
  const registry = place(options.registry, 'registry');
  const staging = place(options.staging, 'staging');
  if (options.registry === undefined) fs.chmodSync(registry, 0o755);
  if (options.staging === undefined) fs.chmodSync(staging, 0o1777);
  // Others may have exchanged what they have put into staging.
  const remove = async (): Promise<void> => {
    for (const directory of made) {
      if (fs.existsSync(directory)) await removeTree(directory, TimeSlices.unstoppable());
    }
  };
  try {
    const { binary } = options;
    const { url, stop } = await (binary === undefined
      ? startHere(registry, staging, options)
      : startProgram(binary, registry, staging, options));
    return { url, registry, staging, stop: () => stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function startHere(registry: string, staging: string, options: StartGobblerOptions): Promise<Started> {
  const { port = 0, admins = [os.userInfo().username], log } = options;
  const service = await startService({ registry, staging, port, admins, ...(log && { log }) });
  return { url: service.url, stop: () => service.close() };
}

async function startProgram(
  binary: string,
  registry: string,
  staging: string,
  { port, admins = [os.userInfo().username], extraArgs = [] }: StartGobblerOptions,
): Promise<Started> {
  const chosen = port || (await freePort());
  const places = ['-registry', registry, '-staging', staging, '-port', String(chosen)];
  const flags = [...places, '-admin', admins.join(','), ...extraArgs];
  const child = spawn(binary, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output = (output + chunk).slice(-2_000);
  });
  child.once('error', (error) => {
    output += error.message;
  });
  let ended = false;
  const end = new Promise((resolve) => child.once('close', resolve).once('error', resolve)).then(() => {
    ended = true;
  });
  const stop = async (): Promise<void> => {
    if (ended) return;
    child.kill('SIGTERM');
    await Promise.race([end, sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
    if (!ended) child.kill('SIGKILL');
    await end;
  };
  const url = `http://127.0.0.1:${chosen}`;
  const giveUpAt = Date.now() + START_PATIENCE_MS;
  while (!ended && Date.now() < giveUpAt) {
    if ((await stagingOf(url)) === staging) return { url, stop };
    await sleep(LOOK_EVERY_MS);
  }
  await stop();
  throw gobblerError('binary-not-up', { binary, url, error: output.trim() });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The staging directory of the service at an address; undefined while nobody answers properly. */
async function stagingOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/info`, { signal: AbortSignal.timeout(ANSWER_PATIENCE_MS) });
    return ((await response.json()) as { staging?: string }).staging;
  } catch {
    return undefined; // nobody answers there, or something else
  }
}
