import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type Sandbox, useSandbox } from '../helpers/sandbox.ts';
import { type Stop, type Stopped, stopAnUpload } from '../helpers/stops.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
let watcher: fs.FSWatcher | undefined;
let stopsLooking: (() => void) | undefined;
afterEach(async () => {
  watcher?.close();
  stopsLooking?.();
  stopsLooking = undefined;
  await faulty?.close();
});

const MIB = 1024 ** 2;
const STOPS: readonly Stop[] = ['cancel', 'kill'];
const ways = STOPS.flatMap((stop) => [
  [stop, 'the post step', true] as const,
  [stop, 'the next run', false] as const,
]);

/** A file that takes long to read, but no room. */
function makeLarge(directory: string, sizeBytes: number, mode = 0o644): void {
  const file = path.join(directory, 'large');
  fs.writeFileSync(file, '');
  fs.truncateSync(file, sizeBytes);
  fs.chmodSync(file, mode);
}

interface Stage {
  readonly stop: Stop;
  readonly withPost: boolean;
  readonly directory: string;
  readonly inputs?: Record<string, string>;
  /** Tells by a request, or by what lies in staging, that the stage has begun. */
  readonly stopsAt: (stopNow: () => void) => Fault;
}

/** Stops an upload at a stage; also gives the requests that the stopped step has made. */
async function stoppedAt(
  box: Sandbox,
  { stopsAt, inputs, ...stage }: Stage,
): Promise<Stopped & { requests: readonly string[] }> {
  await box.project('p');
  let stopNow = (): void => undefined;
  const through = await startFaultyService(
    box.url,
    stopsAt(() => stopNow()),
  );
  faulty = through;
  let requests: readonly string[] = [];
  const stopped = await stopAnUpload(box, {
    ...stage,
    version: 'v',
    ...(inputs && { inputs }),
    env: { GOBBLER_URL: through.url },
    when: (stopStep) => {
      stopNow = () => {
        stopStep();
        stopNow = () => undefined;
      };
    },
  });
  requests = [...through.requests];
  return { ...stopped, requests };
}

/** Once the answer to a request of this kind is out. */
const afterAnswer =
  (isIt: (url: string) => boolean) =>
  (stopNow: () => void): Fault =>
  (request, response) => {
    if (isIt(request.url ?? '')) response.once('finish', stopNow);
    return false;
  };

const isUpload = (request: string): boolean => request.startsWith('POST /new/request-upload');

function expectEnded({ step }: Stopped, stop: Stop): void {
  if (stop === 'kill') expect(step.exitCode).toBe('SIGKILL');
  else expect({ exitCode: step.exitCode, log: step.log }).toMatchObject({ exitCode: 1 });
  if (stop === 'cancel') expect(step.outputs.status).toBe('cancelled');
}

describe('an upload step that is stopped', () => {
  it.each(ways)('while it scans, by a %s, is swept by %s', async (stop, _, withPost) => {
    const directory = sandbox().source({ x: 'x' });
    for (let at = 0; at < 4_000; at++) fs.writeFileSync(path.join(directory, `${at}`), '');
    const stopped = await stoppedAt(sandbox(), {
      stop,
      withPost,
      directory,
      stopsAt: afterAnswer((url) => url === '/info'),
    });
    expectEnded(stopped, stop);
    expect(stopped.requests).toEqual(['GET /info']);
    expect(stopped).toMatchObject({ outcome: 'absent', leftovers: [] });
  });

  it.each(ways)('while it hashes, by a %s, is swept by %s', async (stop, _, withPost) => {
    const directory = sandbox().source({ x: 'x' });
    makeLarge(directory, 128 * MIB);
    const stopped = await stoppedAt(sandbox(), {
      stop,
      withPost,
      directory,
      inputs: { verify: 'all' },
      stopsAt: afterAnswer((url) => url.endsWith('/..latest')),
    });
    expectEnded(stopped, stop);
    expect(stopped.requests.at(-1)).toMatch(/\.\.latest$/);
    expect(stopped).toMatchObject({ outcome: 'absent', leftovers: [] });
  });

  it.each(ways)('while it stages, by a %s, is swept by %s', async (stop, _, withPost) => {
    const directory = sandbox().source({ x: 'x' });
    makeLarge(directory, 128 * MIB, 0o600);
    const stopped = await stoppedAt(sandbox(), {
      stop,
      withPost,
      directory,
      stopsAt: (stopNow) => {
        watcher = fs.watch(sandbox().staging, (_event, name) => {
          const copy = path.join(sandbox().staging, String(name), 'large');
          if (name?.startsWith('gobbler-action-')) stopsLooking ??= whenThere(copy, stopNow);
        });
        return () => false;
      },
    });
    expectEnded(stopped, stop);
    expect(stopped.requests.some(isUpload)).toBe(false);
    expect(stopped.outcome).toBe('absent');
    expect(stopped.leftovers).toHaveLength(stop === 'kill' ? 1 : 0);
  });

  it.each(ways)('while it waits for the service, by a %s, is swept by %s', async (stop, _, withPost) => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`d${at % 9}/f${at}`, `${at}`]));
    const directory = sandbox().source(many);
    const stopped = await stoppedAt(sandbox(), {
      stop,
      withPost,
      directory,
      stopsAt: (stopNow) => (request) => {
        if (request.url?.startsWith('/new/request-upload') !== true) return false;
        // The service is at it when the first file has arrived.
        stopsLooking = whenThere(path.join(sandbox().registry, 'p/a/v/d0'), stopNow);
        return false;
      },
    });
    expectEnded(stopped, stop);
    expect(stopped.requests.filter(isUpload)).toHaveLength(1);
    expect(stopped.leftovers).toHaveLength(stop === 'kill' ? 2 : 0);
  });

  it.each(ways)('while it confirms, by a %s, is swept by %s', async (stop, _, withPost) => {
    const directory = sandbox().source({ x: 'x', 'd/y': 'y' });
    const stopped = await stoppedAt(sandbox(), {
      stop,
      withPost,
      directory,
      stopsAt: (stopNow) => (request) => {
        if (request.url?.endsWith('/p/a/v/..manifest') !== true) return false;
        stopNow();
        return true; // never answered
      },
    });
    expectEnded(stopped, stop);
    expect(stopped).toMatchObject({ outcome: 'complete', leftovers: [] });
    expect(stopped.step.outputs.created).toBe('true');
  });
});

/** Calls back as soon as something is there. Returns what ends the looking. */
function whenThere(place: string, found: () => void): () => void {
  const timer = setInterval(() => {
    if (!fs.existsSync(place)) return;
    clearInterval(timer);
    found();
  }, 1);
  return () => clearInterval(timer);
}
