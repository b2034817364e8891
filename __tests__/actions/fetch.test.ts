import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  fetchManifest,
  manifestDigest,
  refreshLatest,
  rejectProbation,
  removeVersion,
} from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { answer, type Fault, startFaultyService } from '../helpers/faulty-service.ts';
import { FILES, TEXTS, tree } from '../helpers/fetched.ts';
import { type Use, use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const fetch = (inputs: Record<string, string> = {}, more: Use = {}) =>
  use(sandbox(), 'fetch', {
    ...more,
    with: { project: 'p', asset: 'a', ...inputs },
    env: { RUNNER_TOOL_CACHE: path.join(sandbox().root, 'tools'), ...more.env },
  });

const inWorkspace = (name: string) => path.join(sandbox().workspace, name);
const inRegistry = (name: string) => path.join(sandbox().registry, 'p/a', name);

async function prepared() {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', FILES, { probation: false });
}

/** The same service, of a registry that is not mounted here. */
async function withoutRegistry<T>(work: (url: string) => Promise<T>, fault: Fault = () => false): Promise<T> {
  const faulty = await startFaultyService(sandbox().url, (request, response, count) => {
    if (fault(request, response, count)) return true;
    if (request.url !== '/info') return false;
    return answer(response, 200, JSON.stringify({ registry: '/not/here', staging: sandbox().staging }));
  });
  try {
    return await work(faulty.url);
  } finally {
    await faulty.close();
  }
}

describe('the fetch step', () => {
  it('gives the path of the latest version in the registry, and copies nothing', async () => {
    await prepared();
    const { exitCode, outputs, log, summary } = await fetch();
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('p/a/v1 is at') });
    expect(outputs).toEqual({
      status: 'fetched',
      found: 'true',
      path: inRegistry('v1'),
      version: 'v1',
      'manifest-path': inRegistry('v1/..manifest'),
      'manifest-digest': manifestDigest(
        await fetchManifest(sandbox().connection, { project: 'p', asset: 'a', version: 'v1' }),
      ),
      'files-count': '4',
      'size-bytes': '8',
    });
    expect(summary).toContain('### ✅ p/a/v1 fetched');
    expect(fs.readdirSync(sandbox().workspace)).toEqual(['a-v1']);
  });

  it.each([
    ['**/*.csv\n!d/e/**', ['d/y.csv']],
    ['d', ['d/e/z.csv', 'd/y.csv']],
    ['!d/**', ['odd [#?%] ü', 'x.txt']],
    ['odd*', ['odd [#?%] ü']],
  ])('selects the same with files: %j from the registry and over HTTP', async (files, expected) => {
    await prepared();
    for (const remote of ['auto', 'always']) {
      const { exitCode, log } = await fetch({ destination: remote, files, remote });
      expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
      expect(Object.keys(tree(inWorkspace(remote))).sort()).toEqual(expected);
    }
  });

  it('fetches over HTTP into the tool cache where the registry is not mounted, once', async () => {
    await prepared();
    const content = (request: { url?: string | undefined }) => request.url?.includes('x.txt') === true;
    let asked = 0;
    await withoutRegistry(
      async (url) => {
        for (const _ of [1, 2]) {
          const { exitCode, outputs, log } = await fetch({ url, verify: 'checksum' });
          expect({ exitCode, log }).toEqual({
            exitCode: 0,
            log: expect.stringContaining('fetching over HTTP'),
          });
          expect(outputs.path).toContain(path.join(sandbox().root, 'tools/gobbler-action'));
          expect(tree(outputs.path ?? '')).toEqual(TEXTS);
          expect(JSON.parse(fs.readFileSync(outputs['manifest-path'] ?? '', 'utf8'))).toHaveProperty('empty');
        }
      },
      (request) => {
        if (content(request)) asked += 1;
        return false;
      },
    );
    expect(asked).toBe(1);
  });

  it('fetches only selected files over HTTP', async () => {
    await prepared();
    const { outputs } = await fetch({ remote: 'always', files: 'd/y.csv' });
    expect(outputs).toMatchObject({ 'files-count': '1', 'size-bytes': '1' });
    expect(tree(outputs.path ?? '')).toEqual({ 'd/y.csv': 'y' });
  });

  it.each([
    ['checksum', 1],
    ['size', 0],
    ['off', 0],
  ])('with verify: %s ends with %i for a file that was changed in the registry', async (verify, code) => {
    await prepared();
    fs.writeFileSync(inRegistry('v1/x.txt'), 'FIVE');
    const { exitCode, log } = await fetch({ verify });
    expect(exitCode).toBe(code);
    if (code === 1) expect(firstError(log)).toMatch(/x.txt should have the MD5.*\(input: verify\)/);
  });

  it('with verify: size notices a file that was cut in the registry, and with off does not', async () => {
    await prepared();
    fs.writeFileSync(inRegistry('v1/x.txt'), '4');
    expect(firstError((await fetch()).log)).toContain('x.txt should have 4 bytes, but has 1');
    expect((await fetch({ verify: 'off' })).exitCode).toBe(0);
  });

  it('refuses a version on probation, unless that is allowed', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', FILES);
    const refused = await fetch({ version: 'v1' });
    expect({ exitCode: refused.exitCode, outputs: refused.outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', found: 'false' },
    });
    expect(firstError(refused.log)).toMatch(/On probation.*\(input: allow-probational\)/);
    const allowed = await fetch({ version: 'v1', 'allow-probational': 'true' });
    expect(allowed).toMatchObject({ exitCode: 0, outputs: { version: 'v1', found: 'true' } });
  });

  it('does not take a replaced version on probation out of the cache', async () => {
    await sandbox().project('p');
    const inputs = { version: 'v1', 'allow-probational': 'true', remote: 'always' };
    await publish(sandbox(), 'v1', { x: 'one' });
    const first = await fetch(inputs);
    await rejectProbation(sandbox().connection, { project: 'p', asset: 'a', version: 'v1' });
    await publish(sandbox(), 'v1', { x: 'two' });
    const second = await fetch(inputs);
    expect(tree(second.outputs.path ?? '')).toEqual({ x: 'two' });
    expect(second.outputs['manifest-digest']).not.toBe(first.outputs['manifest-digest']);
  });

  it.each([
    ['error', 1, 'failed', '::error title=Not found'],
    ['warn', 0, 'not-found', '::warning title=Not found'],
    ['ignore', 0, 'not-found', 'has no approved version'],
  ])('with if-not-found: %s ends with %i and %s', async (policy, code, status, said) => {
    await sandbox().project('p');
    const { exitCode, outputs, log } = await fetch({ 'if-not-found': policy });
    expect({ exitCode, outputs }).toEqual({
      exitCode: code,
      outputs: {
        status,
        found: 'false',
        path: '',
        version: '',
        'manifest-path': '',
        'manifest-digest': '',
        'files-count': '0',
        'size-bytes': '0',
      },
    });
    expect(log).toContain(said);
  });

  it.each(['error', 'warn', 'ignore'])(
    'fails if the version that is recorded as the latest one lacks its summary, or is missing, with if-not-found: %s',
    async (policy) => {
      await prepared();
      await publish(sandbox(), 'v2', FILES, { probation: false });
      const { connection } = sandbox();
      const asset = { project: 'p', asset: 'a' };
      const fails = async () => {
        const { exitCode, outputs, log } = await fetch({ 'if-not-found': policy });
        expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
        expect(firstError(log)).toContain('::error title=Damaged record::');
        expect(firstError(log)).toContain('"v2"');
      };
      fs.unlinkSync(inRegistry('v2/..summary'));
      await fails();
      fs.writeFileSync(inRegistry('v2/..summary'), '{');
      await removeVersion(connection, { ...asset, version: 'v2' }, { force: true });
      await fails();
      expect(await refreshLatest(connection, asset)).toBe('v1');
      expect((await fetch()).outputs.version).toBe('v1');
    },
  );

  it('takes the next latest version if the first one is removed just then, and gives up on an endless series', async () => {
    await prepared();
    const fetchWhileRemoved = async (times: number) => {
      let removed = 0;
      const faulty = await startFaultyService(sandbox().url, (request, response) => {
        if (request.url !== '/fetch/p/a/..latest' || removed === times) return false;
        return answer(response, 200, JSON.stringify({ version: `removed-${++removed}` }));
      });
      try {
        return await fetch({ url: faulty.url });
      } finally {
        await faulty.close();
      }
    };
    expect((await fetchWhileRemoved(1)).outputs.version).toBe('v1');
    const { exitCode, log } = await fetchWhileRemoved(Number.POSITIVE_INFINITY);
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('removed-3'),
    });
  });

  it('does not confuse a service that is down with a version that is not there', async () => {
    await prepared();
    await sandbox().stopService();
    const { exitCode, outputs } = await fetch({ 'if-not-found': 'ignore' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
  });
});

describe('the fetch step, refused', () => {
  it('with remote: never where the registry is not mounted', async () => {
    await prepared();
    const { exitCode, log } = await withoutRegistry((url) => fetch({ url, remote: 'never' }));
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('(input: remote)'),
    });
  });
});
