import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { downloadEach } from '../../src/client/download/index.ts';
import {
  type Connection,
  connect,
  type Manifest,
  uploadDirectory,
  versionPath,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { canMount, mountSmall } from '../helpers/mounts.ts';
import { fill, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
/** With a thread that writes, and without. */
const COUNTS = [40, 1500];
const BAD = 'd3/f33';
let cache: string;
let faulty: FaultyService | undefined;

beforeEach(() => {
  cache = path.join(sandbox().root, 'cache');
});
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

const textOf = (at: number): string => `${at} `.repeat(1 + (at % 700));
const nameOf = (at: number): string => `d${at % 10}/f${at}`;
const textsOf = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [nameOf(at), textOf(at)]));

async function publish(count: number): Promise<void> {
  await sandbox().project('p');
  const directory = path.join(sandbox().workspace, 'source');
  fill(directory, textsOf(count));
  await uploadDirectory(sandbox().connection, { ...ref, directory });
}

/** A connection to the sandbox's service with a fault in between, from a machine that does not see the registry. */
async function remote(fault: Fault): Promise<Connection> {
  faulty = await startFaultyService(sandbox().url, fault);
  return { ...(await connect(faulty.url)), registryVisible: false };
}

/** Every file below a directory, without records. */
const filesIn = (directory: string): string[] =>
  fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('..') && entry.name !== 'verified')
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Fails if a file has a name and not its content, or if one is incomplete. Returns how many there are. */
function requireRight(directory: string, count: number): number {
  const texts = textsOf(count);
  const files = filesIn(directory);
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/d') + 1);
    if (texts[name] !== fs.readFileSync(file, 'utf8')) throw new Error(`${file} is wrong`);
  }
  return files.length;
}

const isOf = (request: IncomingMessage, name: string): boolean => request.url?.endsWith(`/${name}`) === true;

const FAULTS: Record<string, [give: (response: ServerResponse, text: string) => boolean, code: string]> = {
  'other content': [(response, text) => answer(response, 200, 'x'.repeat(text.length)), 'content-differs'],
  'content of another file': [(response) => answer(response, 200, textOf(34)), 'content-differs'],
  'too much': [(response, text) => answer(response, 200, `${text}x`), 'content-differs'],
  'too little': [(response, text) => answer(response, 200, text.slice(1)), 'content-differs'],
  nothing: [(response) => answer(response, 200, ''), 'content-differs'],
  'content without end': [
    (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('endless'.repeat(1000)));
      };
      response.on('drain', more);
      more();
      return true;
    },
    'content-differs',
  ],
  'the status 404': [(response) => answer(response, 404, 'no'), 'not-found'],
  'the status 500': [(response) => answer(response, 500, 'no'), 'service-failed'],
  'a connection that is cut': [
    (response, text) => {
      response.writeHead(200, { 'content-length': String(text.length) });
      response.write(text.slice(0, 10), () => response.destroy());
      return true;
    },
    'service-unreachable',
  ],
};

describe.each(COUNTS)('%s small files over HTTP', (count) => {
  it('are right although every seventh answer breaks its connection or is wrong at first', async () => {
    await publish(count);
    const seen = new Set<string>();
    const connection = await remote((request, response) => {
      const at = Number(/\/f(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
      if (!(at % 7 === 0) || seen.has(request.url ?? '')) return false;
      seen.add(request.url ?? '');
      const kinds = Object.values(FAULTS).filter(
        ([, code]) => !['not-found', 'service-failed'].includes(code),
      );
      const [give] = kinds[(at / 7) % kinds.length] ?? kinds[0] ?? [];
      return give?.(response, textOf(at)) ?? false;
    });
    await versionPath(connection, ref, { cache });
    expect(seen.size).toBe(Math.ceil(count / 7));
    expect(requireRight(cache, count)).toBe(count);
  });

  it.each(Object.keys(FAULTS))(
    'with %s for one of them: it is named, and nothing wrong stays',
    async (kind) => {
      const [give, code] = FAULTS[kind] ?? [];
      await publish(count);
      const connection = await remote(
        (request, response) => isOf(request, BAD) && give?.(response, textOf(33)) === true,
      );
      const error = await failureOf(versionPath(connection, ref, { cache }));
      expect({ code: error.code, facts: JSON.stringify(error.facts) }).toEqual({
        code,
        facts: expect.stringContaining(BAD),
      });
      requireRight(cache, count);
      expect(filesIn(cache).filter((file) => file.endsWith(BAD))).toEqual([]);
    },
  );

  it('are left alone after an abort, each right', async () => {
    await publish(count);
    const abort = new AbortController();
    let answered = 0;
    const connection = await remote(() => {
      if (++answered === 25) abort.abort(new Error('enough'));
      return false;
    });
    await expect(versionPath(connection, ref, { cache, signal: abort.signal })).rejects.toThrow('enough');
    const before = filesIn(cache).length;
    expect(before).toBeLessThan(count);
    expect(requireRight(cache, count)).toBe(before);
    await versionPath(connection, ref, { cache });
    expect(requireRight(cache, count)).toBe(count);
  });

  it('come over no more connections than wanted', async () => {
    await publish(count);
    const sockets = new Map<unknown, number>();
    const connection = await remote(({ url, socket }) => {
      if (/\/f\d+$/.test(url ?? '')) sockets.set(socket, (sockets.get(socket) ?? 0) + 1);
      return false;
    });
    await versionPath(connection, ref, { cache, concurrency: 3 });
    expect(sockets.size).toBe(3);
    expect([...sockets.values()].reduce((sum, requests) => sum + requests, 0)).toBe(count);
  });

  (canMount ? it : it.skip)(
    'as root: fill a filesystem that is too small, and nothing half stays',
    async () => {
      const place = path.join(sandbox().root, 'small');
      fs.mkdirSync(place);
      mountSmall(place, `size=4m,nr_inodes=${count - 10}`);
      await publish(count);
      const connection = await remote(() => false);
      const manifest: Manifest = new Map(
        Object.entries(textsOf(count)).map(([key, text]) => {
          const md5sum = createHash('md5').update(text).digest('hex');
          return [key, { size: text.length, md5sum }];
        }),
      );
      for (let at = 0; at < 10; at++) fs.mkdirSync(path.join(place, `d${at}`));
      const work = downloadEach(
        connection,
        { ref, manifest },
        [...manifest.keys()],
        (key, bring) => bring({ partial: path.join(place, `${key}.partial`), target: path.join(place, key) }),
        { concurrency: 4, mode: 0o600, isNew: false },
      );
      expect(await failureOf(work)).toMatchObject({
        code: 'destination-unavailable',
        problem: 'download-not-written',
        facts: { error: expect.stringContaining('ENOSPC') },
      });
      expect(requireRight(place, count)).toBeGreaterThan(0);
    },
  );
});
