import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { approveProbation, connect, createProject, uploadDirectory } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

async function withFault(fault: Fault): Promise<FaultyService> {
  faulty = await startFaultyService(sandbox().url, fault);
  return faulty;
}

const isPost = (request: { method?: string | undefined }) => request.method === 'POST';
const refusal = (reason: string) => JSON.stringify({ status: 'ERROR', reason });

describe('connecting', () => {
  it.each(['gobbler.example.org', 'ftp://x', 'http://', 'http://x?y', ''])(
    'refuses the address %j',
    async (url) => {
      expect(await failureOf(connect(url))).toMatchObject({ code: 'invalid-input', input: 'url' });
    },
  );

  it('drops trailing slashes, which would turn every request into a redirect', async () => {
    const connection = await connect(`${sandbox().url}//`);
    expect(connection.url).toBe(sandbox().url);
    await createProject(connection, 'p');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/..permissions'))).toBe(true);
  });

  it('says that nobody answers', async () => {
    const error = await failureOf(connect('http://127.0.0.1:1'));
    expect(error).toMatchObject({ code: 'service-unreachable', input: 'url', problem: 'unreachable' });
    expect(error.facts.error).toContain('ECONNREFUSED');
  });

  it.each([
    ['HTML', '<html>', 'text/html'],
    ['JSON without the paths', '{"name":"x"}', 'application/json'],
    ['no object', 'null', 'application/json'],
    ['relative paths', '{"registry":"r","staging":"s"}', 'application/json'],
  ])('says that it is not a Gobbler if it answers %s', async (_, body, type) => {
    const { url } = await withFault((_request, response) => answer(response, 200, body, type));
    expect((await failureOf(connect(url))).code).toBe('service-misconfigured');
  });

  it('says that a server does not speak TLS, without words of the library for it', async () => {
    const url = sandbox().url.replace('http:', 'https:');
    const error = await failureOf(connect(url));
    expect(error).toMatchObject({ code: 'service-unreachable', input: 'url', facts: { cause: 'no-tls' } });
    expect(error.message + error.hint).not.toMatch(/openssl|SSL routines/i);
  });

  (hasOpenssl ? it : it.skip)('names the variable for authorities that are not known', async () => {
    const pem = execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '1'],
        ...['-keyout', '-', '-out', '-'],
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const server = https.createServer({ key: pem, cert: pem }, (_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `https://localhost:${(server.address() as AddressInfo).port}`;
      expect(await failureOf(connect(url))).toMatchObject({
        code: 'service-unreachable',
        input: 'url',
        facts: { cause: 'untrusted-certificate' },
      });
    } finally {
      server.close();
    }
  });

  it('does not follow a redirect', async () => {
    const { url, requests } = await withFault((_request, response) => {
      response.writeHead(302, { location: sandbox().url }).end();
      return true;
    });
    expect((await failureOf(connect(url))).facts).toMatchObject({ found: 302 });
    expect(requests).toEqual(['GET /info']);
  });

  it('asks again when a connection is lost or a proxy is overloaded', async () => {
    const { url, requests } = await withFault((request, response, count) => {
      if (count === 0) request.socket.destroy();
      else if (count === 1) answer(response, 503, 'busy', 'text/plain');
      return count < 2;
    });
    expect((await connect(url)).staging).toBe(sandbox().staging);
    expect(requests).toHaveLength(3);
  });
});

describe('a request', () => {
  it('is posted once, without a body, under a name with our mark, and leaves no file', async () => {
    const seen: Record<string, unknown>[] = [];
    const { url } = await withFault((request) => {
      if (isPost(request)) seen.push({ url: request.url, ...request.headers });
      return false;
    });
    await createProject(await connect(url), 'p');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.url).toMatch(/^\/new\/request-create_project-gobbler-action-[0-9a-f]{24}-\d+$/);
    expect(seen[0]).toMatchObject({ 'content-length': '0' });
    expect(seen[0]).not.toHaveProperty('content-type');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('may have been carried out if its answer is no HTTP', async () => {
    const connection = await connect(
      (await withFault((request) => isPost(request) && request.socket.end('nonsense') !== undefined)).url,
    );
    expect(await failureOf(createProject(connection, 'p'))).toMatchObject({
      code: 'connection-lost',
      problem: 'answer-lost',
    });
  });

  it.each([
    [200, '{}', 'service-misconfigured'],
    [200, '<html>', 'service-misconfigured'],
    [200, '{"status":"ERROR","reason":"x"}', 'service-failed'],
    [405, 'Method Not Allowed', 'service-misconfigured'],
    [504, '<html>gateway time-out</html>', 'connection-lost'],
    [403, refusal('user is not authorized'), 'not-authorized'],
    [404, refusal('no such project'), 'not-found'],
    [400, refusal('project already exists'), 'already-exists'],
    [400, refusal('request file is expired'), 'request-expired'],
    [400, refusal('path is already being processed'), 'connection-lost'],
    [400, refusal('invalid'), 'request-refused'],
    [500, refusal('version is not on probation'), 'not-on-probation'],
    [500, refusal('no space left on device'), 'service-failed'],
  ])('that is answered with %i %s fails with %s, and leaves no file', async (status, body, code) => {
    const { url, requests } = await withFault(
      (request, response) => isPost(request) && answer(response, status, body),
    );
    const error = await failureOf(createProject(await connect(url), 'p'));
    expect(error.code).toBe(code);
    expect(error.hint).toBeTruthy();
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is never sent again when the connection is lost', async () => {
    const { url, requests } = await withFault((request) => {
      if (!isPost(request)) return false;
      request.socket.destroy();
      return true;
    });
    expect((await failureOf(createProject(await connect(url), 'p'))).code).toBe('connection-lost');
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is repeated under the same name while a network filesystem hides the file', async () => {
    const { url, requests } = await withFault(
      (request, response, count) =>
        isPost(request) &&
        count < 2 &&
        answer(response, 400, refusal('failed to access path; lstat: no such file')),
    );
    await createProject(await connect(url), 'p');
    const posts = requests.filter((request) => request.startsWith('POST'));
    expect(posts).toHaveLength(3);
    expect(new Set(posts).size).toBe(1);
  });

  it('ends with the reason of the signal when it is aborted', async () => {
    const stop = new AbortController();
    const enough = new Error('enough');
    const { url } = await withFault((request) => {
      if (isPost(request)) stop.abort(enough);
      return isPost(request);
    });
    const attempt = createProject(await connect(url), 'p', { signal: stop.signal });
    await expect(attempt).rejects.toBe(enough);
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('an upload whose answer is lost', () => {
  const ref = { project: 'p', asset: 'a', version: 'v' };
  const isUpload = (request: { url?: string | undefined }) =>
    request.url?.includes('request-upload') === true;

  it('succeeds if the registry turns out to hold the version', async () => {
    await sandbox().project('p');
    const { url, requests } = await withFault((request, response) => {
      if (!isUpload(request)) return false;
      void fetch(`${sandbox().url}${request.url}`, { method: 'POST' }).then(() => response.destroy());
      return true;
    });
    const directory = sandbox().source({ x: 'x' });
    const result = await published(await connect(url), { ...ref, directory });
    expect(result.filesCount).toBe(1);
    expect(requests.filter((request) => request.includes('request-upload'))).toHaveLength(1);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('fails if nothing of it is there', async () => {
    await sandbox().project('p');
    const { url } = await withFault((request, response) => {
      if (!isUpload(request)) return false;
      response.destroy();
      return true;
    });
    const directory = sandbox().source({ x: 'x' });
    expect((await failureOf(uploadDirectory(await connect(url), { ...ref, directory }))).code).toBe(
      'connection-lost',
    );
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v'))).toBe(false);
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('staging', () => {
  const ref = { project: 'p', asset: 'a', version: 'v' };

  it('that this machine does not see is refused', async () => {
    await sandbox().project('p');
    const connection = { ...sandbox().connection, staging: '/nowhere/staging' };
    const directory = sandbox().source({ x: 'x' });
    const error = await failureOf(uploadDirectory(connection, { ...ref, directory }));
    expect(error).toMatchObject({ code: 'staging-unavailable', input: 'staging' });
    const facts = { error: { problem: 'staging-unusable', facts: { found: 'missing' } } };
    expect(error.facts).toMatchObject({ findings: [{ kind: 'staging', facts }] });
  });
});

describe('names that read like reasons of the service', () => {
  const LIKE_REASONS = [
    'anti-spoofing',
    'not authorized to spoof',
    'failed to access path',
    'is already being processed',
    'permission denied',
    'is not on probation',
    'request file is expired',
    'timed out waiting for the lock',
    'already exists',
  ];

  it.each(LIKE_REASONS)('%s is refused as any other name', async (name) => {
    await sandbox().project(name, { owners: ['akari'], uploaders: [] });
    const ref = { project: name, asset: name, version: name };
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, { ...ref, directory });
    const codeOf = async (work: Promise<unknown>) => (await failureOf(work)).code;
    expect(await codeOf(sandbox().project(name))).toBe('already-exists');
    expect(await codeOf(approveProbation(sandbox().connection, ref))).toBe('not-on-probation');
    const gone = { ...ref, version: `${name} ${name}` };
    expect(await codeOf(approveProbation(sandbox().connection, gone))).toBe('not-found');
  });
});
