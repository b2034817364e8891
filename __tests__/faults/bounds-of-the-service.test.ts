import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';

/* Whatever a client asks for, the service needs little memory for it, and goes on to answer others. */

const MOST_MEGABYTES = 100;
const LONGEST_DELAY_MS = 1_000;

/** The most memory that a process has had, in megabytes. */
function peakOf(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
}

/** The processor time that a process has used, in steps of a tick of Linux. */
function usedMsOf(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

interface Bounds {
  readonly status: number;
  readonly grewMegabytes: number;
  /** The longest time that others have waited because of what the service did, and not for a processor. */
  readonly delayMs: number;
}

/** Has a fresh service answer something, while others ask it for what it can tell at once. */
async function boundsOf(
  bench: ServiceBench,
  ask: (port: number) => Promise<{ status: number }>,
): Promise<Bounds> {
  const service = await bench.startProcess();
  const pid = service.child.pid as number;
  const { port } = bench;
  const askOther = (): Promise<unknown> => exchange({ port, path: '/info' });
  for (let i = 0; i < 5; i++) await askOther();
  const before = peakOf(pid);
  let delayMs = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      const [start, used] = [performance.now(), usedMsOf(pid)];
      await askOther();
      delayMs = Math.max(delayMs, Math.min(performance.now() - start, usedMsOf(pid) - used));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const { status } = await ask(port);
  isOver = true;
  await others;
  return { status, grewMegabytes: peakOf(pid) - before, delayMs };
}

function expectBounded({ grewMegabytes, delayMs }: Bounds): void {
  expect(grewMegabytes).toBeLessThan(MOST_MEGABYTES);
  expect(delayMs).toBeLessThan(LONGEST_DELAY_MS);
}

/** Sends something as it is, all of it, and gives the status of the first answer: 0 if there is none. */
function sendRaw(port: number, pieces: Iterable<Buffer | string>): Promise<{ status: number }> {
  return new Promise((resolve) => {
    let head = '';
    const socket = net.connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        await new Promise((sent) => socket.write(piece, sent));
      }
      socket.end();
    });
    socket.on('data', (chunk: Buffer) => {
      if (head.length < 100) head += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1] ?? 0) }));
  });
}

const MANY = 250_000;

/** Writes a request and posts it. */
function request(
  bench: ServiceBench,
  content: Buffer | string,
  sizeBytes?: number,
): (port: number) => Promise<{ status: number }> {
  return (port) => {
    const name = 'request-set_permissions-large';
    fs.writeFileSync(path.join(bench.staging, name), content);
    if (sizeBytes !== undefined) fs.truncateSync(path.join(bench.staging, name), sizeBytes);
    return exchange({ port, method: 'POST', path: `/new/${name}` });
  };
}

it.each([
  ['a string of 20 MB', () => JSON.stringify({ project: 'x'.repeat(20e6) }), 400],
  ['many strings of 20 MB', () => JSON.stringify({ project: 'p', owners: Array(2e6).fill('12345678') }), 400],
  ['arrays within each other, 100,000 deep', () => '['.repeat(100_000) + ']'.repeat(100_000), 400],
  [
    'arrays within each other, as deep as a request is long',
    () => `{"x":${'['.repeat(520_000)}${']'.repeat(520_000)}}`,
    400,
  ],
  ['objects within each other, 100,000 deep', () => `${'{"x":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400],
  [
    'a mebibyte of bytes that are no text',
    () => Buffer.concat([Buffer.from('{"project":"'), Buffer.alloc(1e6, 0xff), Buffer.from('"}')]),
    400,
  ],
  [
    'a mebibyte of empty objects',
    () => `{"project":"p","permissions":{"uploaders":[${'{},'.repeat(300_000)}{}]}}`,
    404,
  ],
  [
    'a mebibyte of repeated members',
    () => `{"project":"p"${',"permissions":{"owners":[null]}'.repeat(30_000)}}`,
    404,
  ],
])('%s as a request: refused, in little memory, and others are answered', async (_what, content, status) => {
  const bench = ServiceBench.idle();
  const bounds = await boundsOf(bench, request(bench, content()));
  expect(bounds.status).toBe(status);
  expectBounded(bounds);
});

it.each([2 ** 31 - 1024, 2 ** 31, 2 ** 40])(
  'a request file of %i bytes is refused without being read',
  async (size) => {
    const bench = ServiceBench.idle();
    const bounds = await boundsOf(bench, request(bench, '{', size));
    expect(bounds.status).toBe(400);
    expectBounded(bounds);
  },
);

it.each([
  ['250,000 times the same byte', () => Array(MANY).fill('0-0').join(), 206],
  [
    '100,000 single bytes',
    () => Array.from({ length: 100_000 }, (_, at) => `${at * 2}-${at * 2}`).join(),
    431,
  ],
  ['an end of a million digits', () => `0-${'9'.repeat(1_000_000)}`, 416],
  ['nothing, a million times', () => ','.repeat(1_000_000), 200],
])('ranges of %s are answered in little memory, and others are, too', async (_what, ranges, status) => {
  const bench = ServiceBench.idle();
  fs.mkdirSync(path.join(bench.registry, 'p'));
  fs.writeFileSync(path.join(bench.registry, 'p/file'), Buffer.alloc(1_000_000, 'x'));
  const headers = { Range: `bytes=${ranges()}` };
  const bounds = await boundsOf(bench, (port) => exchange({ port, path: '/fetch/p/file', headers }));
  expect(bounds.status).toBe(status);
  expectBounded(bounds);
});

it.each([
  [
    '90,000 headers',
    () => [
      `GET /info HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${Array.from({ length: 90_000 }, (_, i) => `a${i}: b\r\n`).join('')}\r\n`,
    ],
    200,
  ],
  [
    'a header without end',
    () => ['GET /info HTTP/1.1\r\nx: ', ...Array(300).fill(Buffer.alloc(1e6, 'y'))],
    431,
  ],
  [
    'a query of many parts',
    () => [`GET /list?${'a&'.repeat(450_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    200,
  ],
  [
    'a path of many parts',
    () => [`GET /fetch/${'a/'.repeat(450_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    500,
  ],
  [
    '100,000 requests in one go',
    () => ['GET /list?recursive=true HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100_000)],
    0,
  ],
  [
    'a body of 500 MB',
    () => [
      'POST /new/request-x HTTP/1.1\r\nHost: x\r\nContent-Length: 500000000\r\n\r\n',
      ...Array(500).fill(Buffer.alloc(1e6, 'y')),
    ],
    400,
  ],
])('%s: answered or refused in little memory, and others are answered', async (_what, pieces, status) => {
  const bench = ServiceBench.idle();
  const bounds = await boundsOf(bench, (port) => sendRaw(port, pieces()));
  expect(bounds.status).toBe(status);
  expectBounded(bounds);
});

it.each(['/list?path=wide', '/list?path=wide&recursive=true', '/fetch/wide/'])(
  '250,000 names in a directory are listed in little memory, and others are answered: %s',
  async (target) => {
    const bench = ServiceBench.idle();
    const wide = path.join(bench.registry, 'wide');
    fs.mkdirSync(wide);
    for (let i = 0; i < MANY; i++) fs.symlinkSync('x', path.join(wide, `the-name-of-a-file-${i}`));
    const bounds = await boundsOf(bench, async (port) => {
      const { status, body } = await exchange({ port, path: target });
      expect(body.toString('latin1').match(/the-name-of-a-file-\d+/g)?.length).toBeGreaterThanOrEqual(MANY);
      return { status };
    });
    expect(bounds.status).toBe(200);
    expectBounded(bounds);
  },
);
