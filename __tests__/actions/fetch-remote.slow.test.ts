import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asUser, STEP_USER } from '../helpers/as-others.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { FILES, TEXTS, tree } from '../helpers/fetched.ts';
import { type Use, type UseResult, use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const tools = () => path.join(sandbox().root, 'tools');
const inWorkspace = (name: string) => path.join(sandbox().workspace, name);
const VERIFICATIONS = ['checksum', 'size', 'off'];
let service: FaultyService;
let fault: Fault;

beforeEach(async () => {
  fault = () => false;
  service = await startFaultyService(sandbox().url, (...exchange) => fault(...exchange));
  await sandbox().project('p');
  await publish(sandbox(), 'v1', FILES, { probation: false });
});
afterEach(() => service.close());

const fetch = (inputs: Record<string, string> = {}, more: Use = {}): Promise<UseResult> =>
  use(sandbox(), 'fetch', {
    ...more,
    with: { project: 'p', asset: 'a', url: service.url, remote: 'always', ...inputs },
    env: { RUNNER_TOOL_CACHE: tools(), ...more.env },
  });

/** How often the content of a file was asked for. */
const downloads = (name: string): number =>
  service.requests.filter((request) => request.endsWith(name)).length;

/** As its owner can, although it is read-only. */
function overwrite(file: string, text: string): void {
  fs.chmodSync(file, 0o644);
  fs.writeFileSync(file, text);
}

describe('the fetch step over HTTP', () => {
  it('fetches a damaged file of the cache again, with any verify', async () => {
    const { outputs } = await fetch();
    for (const [at, verify] of VERIFICATIONS.entries()) {
      overwrite(path.join(outputs.path ?? '', 'x.txt'), 'FIVE');
      overwrite(path.join(outputs.path ?? '', 'd/y.csv'), 'longer');
      const again = await fetch({ verify });
      expect({ verify, exitCode: again.exitCode, path: again.outputs.path }).toEqual({
        verify,
        exitCode: 0,
        path: outputs.path,
      });
      expect(tree(again.outputs.path ?? '')).toEqual(TEXTS);
      expect(['x.txt', 'y.csv', 'z.csv'].map(downloads)).toEqual([at + 2, at + 2, 1]);
    }
  });

  it('never brings a damaged file of the cache to a destination, with any method and verify', async () => {
    const { outputs } = await fetch();
    const ways = ['auto', 'copy', 'symlink'].flatMap((method) =>
      VERIFICATIONS.map((verify) => ({ method, verify })),
    );
    for (const [at, way] of ways.entries()) {
      overwrite(path.join(outputs.path ?? '', 'x.txt'), 'FIVE');
      const { exitCode, log } = await fetch({ destination: `there-${at}`, ...way });
      expect({ way, exitCode, log }).toEqual({ way, exitCode: 0, log: expect.any(String) });
      expect(Object.values(tree(inWorkspace(`there-${at}`))).sort()).toEqual(Object.values(TEXTS).sort());
      expect(['x.txt', 'y.csv'].map(downloads)).toEqual([at + 2, 1]);
    }
  });

  it('repairs the targets of links at a destination', async () => {
    await fetch({ destination: 'there', method: 'symlink' });
    const target = fs.readlinkSync(inWorkspace('there/x.txt'));
    overwrite(target, 'FIVE');
    for (const method of ['symlink', 'copy']) {
      expect(await fetch({ destination: 'there', method })).toMatchObject({ exitCode: 0 });
      expect(fs.readFileSync(inWorkspace('there/x.txt'), 'utf8')).toBe('four');
      overwrite(target, 'FIVE');
    }
  });

  it.each([
    ['false', false],
    ['true', true],
  ])(
    'with cache: %s keeps files for a destination: %s; copies can be changed, and the cache cannot',
    async (cache, isKept) => {
      for (const destination of ['there', 'here']) {
        expect(await fetch({ destination, cache })).toMatchObject({ exitCode: 0 });
        expect(tree(inWorkspace(destination))).toEqual(TEXTS);
        expect(fs.readdirSync(inWorkspace(destination)).sort()).toEqual([
          'd',
          'empty',
          'odd [#?%] ü',
          'x.txt',
        ]);
        const { mode, nlink } = fs.statSync(inWorkspace(`${destination}/x.txt`));
        expect({ mode: mode & 0o777, nlink }).toEqual({ mode: 0o666 & ~process.umask(), nlink: 1 });
        fs.writeFileSync(inWorkspace(`${destination}/x.txt`), 'mine');
      }
      expect(downloads('x.txt')).toBe(isKept ? 1 : 2);
      expect(tree((await fetch()).outputs.path ?? '')).toEqual(TEXTS);
    },
  );

  it.each(VERIFICATIONS)('leaves nothing wrong at a destination, with verify: %s', async (verify) => {
    for (const wrong of ['FIVE', 'longer', '4']) {
      fault = ({ url }, response) =>
        url?.endsWith('x.txt') === true && answer(response, 200, wrong, 'text/plain');
      const { exitCode, outputs } = await fetch({ destination: 'there', verify, concurrency: '1' });
      expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
      expect(Object.keys(tree(inWorkspace('there')))).not.toContain('x.txt');
    }
    fault = () => false;
    expect(await fetch({ destination: 'there', verify })).toMatchObject({ exitCode: 0 });
    expect(tree(inWorkspace('there'))).toEqual(TEXTS);
  });

  it('brings large files whole, into the cache and to destinations', async () => {
    const large = 'large'.repeat(2 ** 21);
    await publish(sandbox(), 'v2', { large }, { probation: false });
    const { outputs } = await fetch({ cache: 'true', destination: 'there' });
    const isWhole = (file: string): boolean => fs.readFileSync(file, 'utf8') === large;
    expect({ whole: isWhole(inWorkspace('there/large')), downloads: downloads('/large') }).toEqual({
      whole: true,
      downloads: 1,
    });
    const cached = path.join(path.dirname(outputs['manifest-path'] ?? ''), 'large');
    overwrite(cached, large.replace('l', 'L'));
    for (const method of ['auto', 'copy']) {
      expect(await fetch({ destination: method, method })).toMatchObject({ exitCode: 0 });
      expect(isWhole(inWorkspace(`${method}/large`))).toBe(true);
    }
  });

  (severalUsers ? it : it.skip)(
    'as root: two users of one tool cache do not disturb each other',
    async () => {
      fs.mkdirSync(tools());
      fs.chmodSync(tools(), 0o777);
      const ofOther = () => fetch({}, { prefix: asUser(STEP_USER) });
      const first = await ofOther();
      const mine = await fetch();
      for (const { exitCode, outputs } of [first, mine]) {
        expect({ exitCode, files: tree(outputs.path ?? '') }).toEqual({ exitCode: 0, files: TEXTS });
      }
      expect(mine.outputs.path).not.toBe(first.outputs.path);
      expect(fs.statSync(mine.outputs.path ?? '').uid).toBe(0);
      expect((await ofOther()).outputs.path).toBe(first.outputs.path);
      expect(downloads('x.txt')).toBe(2);
    },
  );
});

describe('the fetch step with too few files to open', () => {
  it('speaks of concurrency', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`d/${at}`, `${at}`]));
    await publish(sandbox(), 'v2', many, { probation: false });
    const prefix = ['sh', '-c', 'ulimit -n 40; exec "$@"', 'sh'];
    const { exitCode, log } = await fetch({ concurrency: '1024' }, { prefix });
    expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.stringContaining('(input: concurrency)') });
    expect(await fetch({ concurrency: '4' }, { prefix })).toMatchObject({ exitCode: 0 });
  });
});

describe('the fetch step from the registry', () => {
  it.each([
    ['auto', 'checksum', 'FIVE'],
    ['copy', 'checksum', 'FIVE'],
    ['symlink', 'checksum', 'FIVE'],
    ['auto', 'size', '4'],
    ['auto', 'off', '4'],
  ])(
    'with method: %s and verify: %s leaves nothing wrong at a destination',
    async (method, verify, wrong) => {
      fs.writeFileSync(path.join(sandbox().registry, 'p/a/v1/x.txt'), wrong);
      const { exitCode } = await fetch({ remote: 'auto', destination: 'there', method, verify });
      expect(exitCode).toBe(1);
      expect(fs.existsSync(inWorkspace('there/x.txt'))).toBe(false);
    },
  );
});
