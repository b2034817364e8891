import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';
import { SELF } from '../helpers/service-users.ts';

/** Sends bytes as they are, and gives everything that comes back until the connection ends. */
async function exchangeBytes(port: number, bytes: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  socket.write(Buffer.from(bytes, 'latin1'));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

it('methods that nobody has heard of are not allowed either', async () => {
  const { port } = await ServiceBench.inProcess();
  const answer = await exchangeBytes(port, 'FOO /new/request-x HTTP/1.1\r\nHost: h\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/);
  expect(answer).toContain('\r\nAllow: GET, HEAD, OPTIONS, POST\r\n');
  expect(await exchangeBytes(port, 'FOO //info HTTP/1.1\r\nHost: h\r\n\r\n')).toContain(
    '\r\nLocation: /info\r\n',
  );
});

it('input that is not HTTP is refused, and the service continues', async () => {
  const bench = await ServiceBench.inProcess();
  const unescaped = 'GET /fetch/\xc3\xa9 HTTP/1.1\r\nHost: h\r\n\r\n';
  for (const bytes of [
    'nonsense\r\n\r\n',
    '\0\0\0\0',
    unescaped,
    'GET /info HTTP/1.1\r\nBad header\r\n\r\n',
  ]) {
    expect(await exchangeBytes(bench.port, bytes)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  }
  expect(await bench.get('/info')).toMatchObject({ status: 200 });
});

it.each(['/fetch/%zz', '/info%4', '/new/%'])(
  'a target that cannot be decoded is refused: %j',
  async (target) => {
    const { port } = await ServiceBench.inProcess();
    const answer = await exchangeBytes(port, `GET ${target} HTTP/1.1\r\nHost: h\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  },
);

it('answers can share a connection, and a request may carry a body', async () => {
  const bench = await ServiceBench.inProcess();
  fs.writeFileSync(path.join(bench.staging, 'request-health_check-1'), '');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (const [method, target] of [
    ['GET', '/info'],
    ['POST', '/new/request-health_check-1'],
    ['GET', '/fetch/x'],
  ] as const) {
    const request = http.request({ host: '127.0.0.1', port: bench.port, agent, method, path: target });
    request.end(method === 'POST' ? 'a body of no interest'.repeat(10_000) : undefined);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    expect(response.statusCode).toBe(target === '/fetch/x' ? 404 : 200);
    response.resume();
    await once(response, 'end');
    ports.add(request.socket?.localPort);
  }
  agent.destroy();
  expect(ports.size).toBe(1);
});

it('a client that sends a body along is noticed when it goes away, too', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, `${index}`]));
  const source = bench.stage(many);
  const json = { source, project: 'p', asset: 'a', version: 'v' };
  fs.writeFileSync(path.join(bench.staging, 'request-upload-1'), JSON.stringify(json));
  const socket = net.connect(bench.port, '127.0.0.1');
  socket.write('POST /new/request-upload-1 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody');
  while (!bench.has('p/a/v/f0')) await new Promise(setImmediate);
  socket.destroy();
  expect(await bench.upload('p/a/w', { x: 'x' })).toMatchObject({ status: 200 });
  expect(bench.has('p/a/v')).toBe(false);
});

it('no answer comes before the work is done', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`f${index}`, `${index}`]));
  let isAnswered = false;
  const answer = bench.upload('p/a/v', many).then((result) => {
    isAnswered = true;
    return result;
  });
  while (!bench.has('p/a/v/f0')) await new Promise(setImmediate);
  const others = await Promise.all([bench.get('/info'), bench.get('/list?path=p')]);
  expect(others.map(({ status }) => status)).toEqual([200, 200]);
  expect(isAnswered).toBe(false);
  expect(await answer).toMatchObject({ status: 200 });
  expect(bench.has('p/a/v/..summary')).toBe(true);
});

it('an unexpected error is answered with 500, and logged with its stack', async () => {
  const bench = await ServiceBench.inProcess({
    spoof: new Map([[SELF.username, {} as unknown as string[]]]),
  });
  const request = { project: 'p', permissions: {}, spoof: 'somebody' };
  const { status, json } = await bench.send('set_permissions', request);
  expect({ status, reason: json.reason }).toEqual({
    status: 500,
    reason: expect.stringMatching(/^unexpected failure: /),
  });
  expect(bench.log.some((line) => /TypeError[\s\S]*\n +at /.test(line))).toBe(true);
  expect(await bench.get('/info')).toMatchObject({ status: 200 });
});

it('names in the registry come through as they are, however they are written in the path', async () => {
  const bench = await ServiceBench.inProcess();
  for (const name of ['with space', 'é', 'a%2Fb', 'q?x#y', 'a+b', 'co:lon', 'new\nline']) {
    fs.writeFileSync(path.join(bench.registry, name), name);
    const { status, body } = await exchange({ port: bench.port, path: `/fetch/${encodeURIComponent(name)}` });
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: name });
  }
});

it('a directory that holds index.html is served as that file, and the file itself leads there', async () => {
  const bench = await ServiceBench.inProcess();
  fs.mkdirSync(path.join(bench.registry, 'site'));
  fs.writeFileSync(path.join(bench.registry, 'site/index.html'), '<p>hello');
  const { port } = bench;
  expect((await exchange({ port, path: '/fetch/site/' })).body.toString()).toBe('<p>hello');
  const file = await exchange({ port, path: '/fetch/site/index.html?x=1' });
  expect({ status: file.status, location: file.headers.location }).toEqual({
    status: 301,
    location: './?x=1',
  });
});
