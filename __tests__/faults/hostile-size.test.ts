import { spawn } from 'node:child_process';
import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const PRELOAD = path.resolve(import.meta.dirname, '../../bench/peak-memory.mjs');
const MEBIBYTE = 1024 * 1024;
/** The memory of the largest accepted manifest, with room to spare. */
const MOST_BYTES = 1500 * MEBIBYTE;

let service: FaultyService | undefined;
afterEach(() => service?.close());

/** Sends `head`, as many different pieces as make `sizeBytes`, and `tail`. */
function send(
  response: ServerResponse,
  {
    head,
    piece,
    tail,
    sizeBytes,
  }: { head: string; piece: (at: number) => string; tail: string; sizeBytes: number },
): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(head);
  let [sent, at] = [0, 0];
  const more = (): void => {
    while (sent < sizeBytes) {
      const chunk = Array.from({ length: 10_000 }, () => piece(at++)).join('');
      sent += chunk.length;
      if (response.destroyed) return;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end(tail);
  };
  more();
}

/** The command `gobbler …`, what it answered, and the most memory that it took. */
async function measured(url: string, args: readonly string[]) {
  const report = path.join(sandbox().root, 'memory');
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, GOBBLER_URL: url, BENCH_MEMORY_REPORT: report, XDG_CACHE_HOME: sandbox().root };
  const child = spawn(process.execPath, ['--import', PRELOAD, GOBBLER, ...args, '--json'], { env });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return { error: JSON.parse(stdout).error, bytes: Number(fs.readFileSync(report, 'utf8')) };
}

const SHAPES: Record<string, [head: string, piece: (at: number) => string, tail: string]> = {
  'the smallest entries': [
    '{"":{"size":0,"md5sum":""}',
    (at) => `,"${at.toString(36)}":{"size":0,"md5sum":""}`,
    '}',
  ],
  'members that are no entries': ['{"":0', (at) => `,"${at.toString(36)}":0`, '}'],
  'lists in an entry': ['{"a":{"size":[0', () => ',[]', ']}}'],
  'lists in a list': ['[0', () => ',[]', ']'],
  'one name': ['{"', () => 'é', '":{"size":0,"md5sum":""}}'],
  'one entry': ['{"a":{"size":0', (at) => `,"${at.toString(36)}":0`, '}}'],
};

it.each(Object.keys(SHAPES))(
  'a manifest of 240 MiB that consists of %s is refused in bounded memory',
  async (shape) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const [head, piece, tail] = SHAPES[shape] as (typeof SHAPES)[string];
    service = await startFaultyService(sandbox().url, ({ url }, response) => {
      if (url?.endsWith('..manifest') !== true) return false;
      send(response, { head, piece, tail, sizeBytes: 240 * MEBIBYTE });
      return true;
    });
    const { error, bytes } = await measured(service.url, ['fetch', 'p/a/v1', '--remote', 'always']);
    expect(['corrupt-record', 'service-misconfigured']).toContain(error?.code);
    expect(bytes).toBeLessThan(MOST_BYTES);
  },
);

it.each([
  ['[]', 'service-misconfigured'],
  ['""', undefined],
])('a listing of 120 MiB that consists of %s takes bounded memory', async (item, code) => {
  service = await startFaultyService(sandbox().url, ({ url }, response) => {
    if (url === '/info')
      return answer(response, 200, JSON.stringify({ registry: '/not/here', staging: sandbox().staging }));
    if (url?.startsWith('/list') !== true) return false;
    send(response, { head: `[${item}`, piece: () => `,${item}`, tail: ']', sizeBytes: 120 * MEBIBYTE });
    return true;
  });
  const { error, bytes } = await measured(service.url, ['list']);
  expect(error?.code).toBe(code);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
