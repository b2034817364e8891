import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connect, type GobblerError, uploadDirectory } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { canMount, mountSmall, remountReadOnly } from '../helpers/mounts.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { stateOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

const isUpload: (...request: Parameters<Fault>) => boolean = ({ url }) =>
  url?.startsWith('/new/request-upload') === true;

/** Uploads from a source that has to stay as it is, and gives the failure; nothing may be published. */
async function failedUpload(directory: string, connection = sandbox().connection): Promise<GobblerError> {
  const before = stateOf(directory);
  const error = await failureOf(uploadDirectory(connection, { ...ref, directory, consume: true }));
  expect(stateOf(directory)).toEqual(before);
  expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v'))).toBe(false);
  return error;
}

const mounting = canMount ? describe : describe.skip;

mounting('as root: a staging filesystem', () => {
  it('that gets full while files are copied to it: the copies are removed, and the reason is reported', async () => {
    await sandbox().project('p');
    mountSmall(sandbox().staging, 'size=1m');
    const directory = sandbox().source({
      a: 'a'.repeat(400_000),
      b: 'b'.repeat(400_000),
      c: 'c'.repeat(400_000),
    });
    const error = await failedUpload(directory);
    expect(error).toMatchObject({ code: 'staging-unavailable', input: 'staging' });
    expect(error.facts.errno).toBe('ENOSPC');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('that is full from the start: this is reported before anything is copied', async () => {
    await sandbox().project('p');
    mountSmall(sandbox().staging, 'size=1m');
    const filler = path.join(sandbox().staging, 'filler');
    const fill = (): void => fs.writeFileSync(filler, 'x'.repeat(2 * 1024 * 1024));
    expect(fill).toThrow('ENOSPC');
    const error = await failedUpload(sandbox().source({ x: 'x' }));
    expect(error).toMatchObject({ code: 'staging-unavailable', input: 'staging' });
    expect(error.facts).toMatchObject({
      findings: [{ kind: 'staging-write-failed', facts: { errno: 'ENOSPC' } }],
    });
    expect(leftInStaging(sandbox())).toEqual(['filler']);
  });

  it('that runs out of inodes: leftovers are removed, and the reason is reported', async () => {
    await sandbox().project('p');
    mountSmall(sandbox().staging, 'size=4m,nr_inodes=50');
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`d${at % 7}/f${at}`, `${at}`]));
    const error = await failedUpload(sandbox().source(many));
    expect(error).toMatchObject({ code: 'staging-unavailable', input: 'staging' });
    expect(error.facts.errno).toBe('ENOSPC');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('that is read-only: this is reported before anything is copied', async () => {
    await sandbox().project('p');
    mountSmall(sandbox().staging, 'size=1m');
    remountReadOnly(sandbox().staging);
    const error = await failedUpload(sandbox().source({ x: 'x' }));
    expect(error).toMatchObject({ code: 'staging-unavailable', input: 'staging' });
    const facts = { error: { problem: 'staging-unusable', facts: { found: 'read-only' } } };
    expect(error.facts).toMatchObject({ findings: [{ kind: 'staging', facts }] });
  });
});

describe('the staging directory', () => {
  it('that vanishes while it is being filled: this is reported, and the source is unchanged', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', 'd/y': 'y' });
    fs.chmodSync(path.join(directory, 'x'), 0o600);
    const before = stateOf(directory);
    const attempt = uploadDirectory(sandbox().connection, {
      ...ref,
      directory,
      onEvent: (event) => {
        const begins = event.kind === 'progress' && event.stage === 'stage';
        if (begins) fs.rmSync(sandbox().staging, { recursive: true, force: true });
      },
    });
    expect((await failureOf(attempt)).code).toBe('staging-unavailable');
    expect(stateOf(directory)).toEqual(before);
    fs.mkdirSync(sandbox().staging);
  });

  it('vanishing while the service reads it fails the upload, and nothing is published', async () => {
    await sandbox().project('p');
    faulty = await startFaultyService(sandbox().url, (...request) => {
      if (isUpload(...request))
        for (const name of leftInStaging(sandbox()))
          fs.rmSync(path.join(sandbox().staging, name), { recursive: true });
      return false;
    });
    const error = await failedUpload(sandbox().source({ x: 'x' }), await connect(faulty.url));
    expect(error.code).toBe('staging-unavailable');
    expect(error.hint).toContain('staging directory of that service');
  });
});

describe('a network filesystem', () => {
  it('that shows the published version late is waited for', async () => {
    await sandbox().project('p');
    const late = path.join(sandbox().root, 'mounted-here');
    fs.mkdirSync(late);
    const connection = { ...sandbox().connection, registry: late };
    const result = await uploadDirectory(connection, {
      ...ref,
      directory: sandbox().source({ x: 'x' }),
      onEvent: (event) => {
        if (event.kind !== 'done' || event.stage !== 'confirm') return;
        setTimeout(() => fs.symlinkSync(path.join(sandbox().registry, 'p'), path.join(late, 'p')), 700);
      },
    });
    expect(result).toMatchObject({ status: 'created', visible: true });
    expect(result.versionPath).toBe(path.join(late, 'p/a/v'));
  });

  it('that does not show the published version at all: the step succeeds, and gives its address', async () => {
    await sandbox().project('p');
    const stale = path.join(sandbox().root, 'mounted-here');
    fs.mkdirSync(path.join(stale, 'p'), { recursive: true }); // as it was when the project was made
    sandbox().source({ x: 'x' });
    const { exitCode, log, outputs } = await use(sandbox(), '.', {
      with: { ...ref, directory: 'source', registry: stale },
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(log).toContain('cannot be read on this machine: use version-url');
    expect(outputs['version-path']).toBe('');
    expect((await fetch(`${outputs['version-url']}/x`)).status).toBe(200);
  });

  it.each([
    [-120, 'request-expired'],
    [120, undefined],
  ])('whose times are off by %i s: the difference of the clocks is reported', async (seconds, code) => {
    await sandbox().project('p');
    faulty = await startFaultyService(sandbox().url, ({ url }) => {
      const file = path.join(sandbox().staging, url?.split('/').at(-1) ?? '');
      const time = Date.now() / 1000 + seconds;
      if (url?.startsWith('/new/')) fs.utimesSync(file, time, time);
      return false;
    });
    sandbox().source({ x: 'x' });
    const { exitCode, log } = await use(sandbox(), '.', {
      with: { ...ref, directory: 'source' },
      env: { GOBBLER_URL: faulty.url },
    });
    expect(log).toMatch(/[Cc]locks differ by 1[12]\d s/);
    expect(exitCode).toBe(code === undefined ? 0 : 1);
    if (code !== undefined) expect(log).toContain(`(code ${code})`);
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('a request that is sent long after it was written', () => {
  /** Holds the first upload until it is stale, in answer and in staging. */
  async function upload(heldMs: number): Promise<Awaited<ReturnType<typeof use>>> {
    await sandbox().project('p');
    faulty = await startFaultyService(sandbox().url, (request, response, count) => {
      if (!isUpload(request, response, count) || uploads() > 1) return false;
      const name = request.url?.split('/').at(-1) ?? '';
      const time = Date.now() / 1000 - 120;
      fs.utimesSync(path.join(sandbox().staging, name), time, time);
      const reason = 'request file is expired';
      setTimeout(() => answer(response, 400, JSON.stringify({ status: 'ERROR', reason })), heldMs);
      return true;
    });
    sandbox().source({ x: 'x' });
    return use(sandbox(), '.', {
      with: { ...ref, directory: 'source' },
      env: { GOBBLER_URL: faulty.url },
    });
  }

  const uploads = (): number =>
    faulty?.requests.filter((request) => request.startsWith('POST /new/request-upload')).length ?? 0;

  it('is repeated, since the process may have been suspended in between', async () => {
    const { outputs, exitCode } = await upload(11_000);
    expect({ exitCode, status: outputs.status, uploads: uploads() }).toEqual({
      exitCode: 0,
      status: 'created',
      uploads: 2,
    });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is not repeated if it was sent at once', async () => {
    const { exitCode, log } = await upload(0);
    expect({ exitCode, uploads: uploads() }).toEqual({ exitCode: 1, uploads: 1 });
    expect(log).toContain('(code request-expired)');
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('a source that changes', () => {
  it('while the service reads the file where it is, is noticed', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'before', y: 'y' });
    faulty = await startFaultyService(sandbox().url, (...request) => {
      if (isUpload(...request)) fs.writeFileSync(path.join(directory, 'x'), 'behind');
      return false;
    });
    const connection = await connect(faulty.url);
    const error = await failureOf(uploadDirectory(connection, { ...ref, directory, consume: true }));
    expect(error.facts).toMatchObject({ paths: ['x'] });
    expect(error.input).toBe('directory');
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('behind');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('by a file that goes away is refused, and nothing is published', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'y' });
    const attempt = uploadDirectory(sandbox().connection, {
      ...ref,
      directory,
      onEvent: (event) => {
        if (event.kind === 'stage' && event.stage === 'stage') fs.rmSync(path.join(directory, 'y'));
      },
    });
    expect(await failureOf(attempt)).toMatchObject({ code: 'invalid-source', input: 'directory' });
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v'))).toBe(false);
  });

  it('when a link target in the registry goes away is refused by the service, and nothing stays', async () => {
    await sandbox().project('p');
    const earlier = { ...ref, version: 'earlier' };
    await uploadDirectory(sandbox().connection, {
      ...earlier,
      directory: sandbox().source({ x: 'x' }, 'first'),
    });
    const target = path.join(sandbox().registry, 'p/a/earlier');
    const directory = sandbox().source({ link: { link: path.join(target, 'x') }, y: 'y' });
    faulty = await startFaultyService(sandbox().url, (...request) => {
      if (isUpload(...request)) fs.renameSync(target, path.join(sandbox().root, 'away'));
      return false;
    });
    const error = await failedUpload(directory, await connect(faulty.url));
    expect(error.code).toBe('service-failed');
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});
