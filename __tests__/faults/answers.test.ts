import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connect, uploadDirectory } from '../../src/client/index.ts';
import type { ErrorCode } from '../../src/errors/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, makeSandbox, type Sandbox, useSandbox } from '../helpers/sandbox.ts';
import { stateOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

/** Responses that are no answer of a Gobbler. */
const BAD: Record<string, (response: ServerResponse) => true> = {
  garbage: (response) => answer(response, 200, '\0\u00ff{]', 'application/octet-stream'),
  HTML: (response) => answer(response, 200, '<html><h1>Welcome</h1></html>', 'text/html'),
  'a redirect': (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/login' }).end();
    return true;
  },
  'a 502 of a proxy': (response) => answer(response, 502, '<html>Bad Gateway</html>', 'text/html'),
  'a 504 of a proxy': (response) => answer(response, 504, '<html>Gateway Time-out</html>', 'text/html'),
  'JSON without status': (response) => answer(response, 200, '{"name":"gobbler API"}'),
  'JSON of another shape': (response) => answer(response, 200, '[["status","SUCCESS"]]'),
  'no answer at all': (response) => {
    response.destroy();
    return true;
  },
  'a body that breaks off': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"status":"SUCC', () => response.destroy());
    return true;
  },
};

/** The requests of an upload, in order. */
const PLACES: Record<string, RegExp> = {
  'where things are': /^GET \/info/,
  'whether it sees our file': /^POST \/new\/request-health_check/,
  'who may upload': /^GET \/fetch\/p\/\.\.permissions/,
  'what there is': /^GET \/list/,
  'for the latest version': /^GET \/fetch\/p\/a\/\.\.latest/,
  'to publish': /^POST \/new\/request-upload/,
  'for the summary': /^GET \/fetch\/p\/a\/v\/\.\.summary/,
  'for the manifest': /^GET \/fetch\/p\/a\/v\/\.\.manifest/,
};

/** Reads as a record that names nobody, and the service itself decides who may upload. */
const isHarmless = (bad: string, place: string): boolean =>
  bad === 'JSON without status' && place === 'who may upload';

/** Each of these points to the service, its address or a proxy in front of it. */
const CODES: readonly ErrorCode[] = [
  'service-misconfigured',
  'service-unreachable',
  'service-failed',
  'connection-lost',
  'corrupt-record',
];

describe.each(Object.keys(BAD))('a service that answers %s', (bad) => {
  const places = Object.keys(PLACES).filter((place) => !isHarmless(bad, place));
  it.each(places)('when it is asked %s is named, and nothing is lost or left', async (place) => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', 'd/y': 'y' });
    // Only the versions of an asset that exists are listed.
    if (place === 'what there is')
      await uploadDirectory(await connect(sandbox().url), { ...ref, version: 'v0', directory });
    const before = stateOf(directory);
    faulty = await startFaultyService(sandbox().url, ({ method, url }, response) =>
      PLACES[place]?.test(`${method} ${url}`) ? (BAD[bad]?.(response) ?? false) : false,
    );
    const { url } = faulty;
    const upload = async () => uploadDirectory(await connect(url), { ...ref, directory, consume: true });
    const error = await failureOf(upload());
    expect(CODES).toContain(error.code);
    expect(error.hint).toBeTruthy();
    expect(stateOf(directory)).toEqual(before);
    expect(leftInStaging(sandbox())).toEqual([]);
    const hasAsked = faulty.requests.some((request) => request.startsWith('POST /new/request-upload'));
    const isThere = fs.existsSync(path.join(sandbox().registry, 'p/a/v'));
    expect(isThere).toBe(hasAsked && place !== 'to publish');
  });
});

describe('a service that begins an answer and falls silent', () => {
  it('is given up after a minute of silence, whatever it was asked to do', async () => {
    const boxes: Sandbox[] = [];
    const attempts = ['whether it sees our file', 'to publish'].map(async (place) => {
      const box = await makeSandbox();
      boxes.push(box);
      await box.project('p');
      const silent = await startFaultyService(box.url, ({ method, url }, response) => {
        if (!PLACES[place]?.test(`${method} ${url}`)) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
        return true;
      });
      const directory = box.source({ x: 'x' });
      const connection = await connect(silent.url);
      const error = await failureOf(uploadDirectory(connection, { ...ref, directory }));
      expect(error.code).toBe('connection-lost');
      expect(leftInStaging(box)).toEqual([]);
      expect(fs.existsSync(path.join(box.registry, 'p/a/v'))).toBe(false);
      await silent.close();
    });
    await Promise.all(attempts);
    for (const box of boxes) await box.close();
  });
});

describe('a slow service', () => {
  it('is waited for', async () => {
    await sandbox().project('p');
    const slow = await startFaultyService(sandbox().url, (request, response) => {
      setTimeout(() => {
        const { method = 'GET' } = request;
        void fetch(`${sandbox().url}${request.url}`, { method }).then(async (real) =>
          answer(response, real.status, await real.text()),
        );
      }, 500);
      return true;
    });
    faulty = slow;
    const directory = sandbox().source({ x: 'x' });
    expect((await uploadDirectory(await connect(slow.url), { ...ref, directory })).status).toBe('created');
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});
