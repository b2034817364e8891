import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  fetchLatest,
  fetchSummary,
  rejectProbation,
  uploadDirectory,
} from '../../src/client/index.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type Use, use } from '../helpers/host.ts';
import { newUpload, part } from '../helpers/parts.ts';
import { sameMd5 } from '../helpers/same-md5.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const [good, evil] = sameMd5();
type Files = Readonly<Record<string, Uint8Array | string>>;

function directoryOf(name: string, files: Files): string {
  const directory = sandbox().source({}, name);
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    fs.writeFileSync(path.join(directory, file), content);
  }
  return directory;
}

let directories = 0;

async function publish(version: string, files: Files, probation = false): Promise<void> {
  const directory = directoryOf(`published-${++directories}`, files);
  await uploadDirectory(sandbox().connection, { ...ref, version, directory, probation });
}

/** Sums of files by `sha256sum` itself, as a file in the workspace; its name. */
function sumsOf(files: Files): string {
  const cwd = directoryOf(`sums-${++directories}`, files);
  const names = Object.keys(files).map((name) => `./${name}`);
  const sums = execFileSync('sha256sum', names, { cwd });
  fs.writeFileSync(path.join(sandbox().workspace, 'SHA256SUMS'), sums);
  return 'SHA256SUMS';
}

/** A service that says that its registry is not here, so that everything is read over HTTP. */
const farService = (): Promise<FaultyService> =>
  startFaultyService(sandbox().url, ({ url }, response) =>
    url === '/info'
      ? answer(response, 200, JSON.stringify({ registry: '/not/here', staging: sandbox().staging }))
      : false,
  );

describe('checksums-file of the upload step', () => {
  const upload = (inputs: Record<string, string>, more: Use = {}) =>
    use(sandbox(), '.', {
      ...more,
      with: { ...ref, directory: 'source', 'checksums-file': 'SHA256SUMS', ...inputs },
    });
  const sumsFile = () => path.join(sandbox().workspace, 'SHA256SUMS');

  it.each(['disk', 'HTTP'])('has sums of the source, compared over %s before consume', async (how) => {
    await sandbox().project('p');
    const directory = directoryOf('source', { x: good, 'd/y\\\n': 'y' });
    const cwd = fs.mkdtempSync(path.join(sandbox().workspace, 'copy-'));
    fs.cpSync(directory, cwd, { recursive: true });
    const far = await farService();
    const url = how === 'HTTP' ? far.url : sandbox().url;
    const { exitCode, outputs, log } = await upload({ url, consume: 'true' }, { withPost: true });
    await far.close();
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect({ created: outputs.created, left: fs.existsSync(directory) }).toEqual({
      created: 'true',
      left: false,
    });
    const checked = execFileSync('sha256sum', ['--check', '--strict', sumsFile()], { cwd, encoding: 'utf8' });
    expect(checked.match(/OK$/gm)).toHaveLength(2);
    const files = far.requests.filter((request) => /\/fetch\/p\/a\/v1\/(x|d)/.test(request));
    expect(files).toHaveLength(how === 'HTTP' ? 2 : 0);
  });

  it('fails for a file that would be mistaken for another one, and names it', async () => {
    await sandbox().project('p');
    await publish('v0', { y: evil });
    directoryOf('source', { x: good });
    const { exitCode, outputs, log } = await upload({});
    expect({ exitCode, created: outputs.created }).toEqual({ exitCode: 1, created: 'false' });
    expect(log).toContain('(code content-differs)');
    expect(log).toMatch(/::error .*"x" has sha256/);
  });

  it('is written with verify: off, which says that nothing was compared', async () => {
    await sandbox().project('p');
    await publish('v0', { y: evil });
    directoryOf('source', { x: good });
    const { exitCode, log } = await upload({ verify: 'off' });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('verify is off') });
    expect(fs.readFileSync(sumsFile(), 'utf8')).toBe(`${hash('sha256', good)}  x\n`);
  });

  it('is not there for a version that was skipped, nor an older one in its place', async () => {
    await sandbox().project('p');
    await publish('v1', { x: evil });
    directoryOf('source', { x: good });
    fs.writeFileSync(sumsFile(), 'old');
    const { exitCode, outputs, log } = await upload({ 'if-exists': 'skip' });
    expect({ exitCode, status: outputs.status, log }).toEqual({
      exitCode: 0,
      status: 'skipped',
      log: expect.stringContaining('::warning title=No checksums'),
    });
    expect(fs.existsSync(sumsFile())).toBe(false);
  });

  it('is written by submit, for all parts', async () => {
    const uploadId = await newUpload(sandbox());
    for (const [name, content] of Object.entries({ one: good, two: evil }))
      await part(sandbox(), uploadId, name, {}, { directory: directoryOf(name, { [name]: content }) });
    const inputs = { 'upload-id': uploadId, 'checksums-file': 'SHA256SUMS' };
    const { exitCode, log } = await use(sandbox(), 'submit', { with: inputs });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(fs.readFileSync(sumsFile(), 'utf8')).toBe(
      `${hash('sha256', good)}  one\n${hash('sha256', evil)}  two\n`,
    );
  });
});

const FILES = { x: good, 'd/y': 'y', 'odd\\\nname': 'z', empty: '' };
const { empty: _, ...WITHOUT_ONE } = FILES;

/** Versions that differ from {@link FILES} by one thing, and the path of it. */
const OTHERS: [string, Files, string][] = [
  ['a file of the same MD5', { ...FILES, x: evil }, '"x"'],
  ['other bytes', { ...FILES, 'd/y': 'Y' }, '"d/y"'],
  ['a file too few', WITHOUT_ONE, '"empty"'],
  ['a file too many', { ...FILES, more: '' }, '"more"'],
];

describe.each(['disk', 'HTTP'])('checksums-file of an approval, over %s', (how) => {
  /** Runs a step at the service, or at one that says that its registry is not here. */
  async function at(folder: string, inputs: Record<string, string>, more: Use = {}) {
    const far = await farService();
    const url = how === 'HTTP' ? far.url : sandbox().url;
    const result = await use(sandbox(), folder, { ...more, with: { ...ref, url, ...inputs } });
    await far.close();
    return result;
  }

  it('lets approve agree to exactly these bytes', async () => {
    await sandbox().project('p');
    await publish('v1', FILES, true);
    const { exitCode, outputs, log } = await at('approve', { 'checksums-file': sumsOf(FILES) });
    expect({ exitCode, status: outputs.status, log }).toMatchObject({ exitCode: 0, status: 'approved' });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('v1');
  });

  it.each(OTHERS)('makes approve refuse %s, and ask for nothing', async (_what, files, name) => {
    await sandbox().project('p');
    await publish('v1', files, true);
    const { exitCode, outputs, log } = await at('approve', { 'checksums-file': sumsOf(FILES) });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false' },
    });
    expect(log).toContain('(code content-differs)');
    expect(log.split('\n').find((line) => line.startsWith('::error '))).toContain(name);
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });

  it('makes approve fail if an attacker replaces the version just before it is approved', async () => {
    await sandbox().project('p');
    await publish('v1', FILES, true);
    let replaced: Promise<unknown> | undefined;
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      const registry = how === 'HTTP' ? '/not/here' : sandbox().registry;
      if (request.url === '/info')
        return answer(response, 200, JSON.stringify({ registry, staging: sandbox().staging }));
      if (request.url?.includes('request-approve') !== true || replaced !== undefined) return false;
      const replace = async () => {
        await rejectProbation(sandbox().connection, ref);
        await publish('v1', { ...FILES, x: evil }, true);
        const answered = await fetch(`${sandbox().url}${request.url}`, { method: 'POST' });
        answer(response, answered.status, await answered.text());
      };
      replaced = replace();
      return true;
    });
    const inputs = { ...ref, url: faulty.url, 'checksums-file': sumsOf(FILES) };
    const { exitCode, outputs, log } = await use(sandbox(), 'approve', { with: inputs });
    await replaced;
    await faulty.close();
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(log).toContain('(code content-differs)');
  });

  it('makes approve fail, and ask for nothing, if the version is replaced while it is compared', async () => {
    await sandbox().project('p');
    await publish('v1', FILES, true);
    const sums = sumsOf({ ...FILES, x: evil });
    let manifests = 0;
    const replace = async () => {
      await rejectProbation(sandbox().connection, ref);
      await publish('v1', { ...FILES, x: evil, more: '' }, true);
    };
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      const registry = how === 'HTTP' ? '/not/here' : sandbox().registry;
      if (request.url === '/info')
        return answer(response, 200, JSON.stringify({ registry, staging: sandbox().staging }));
      if (request.url?.endsWith('v1/..manifest') !== true || manifests++ > 0) return false;
      void fetch(`${sandbox().url}${request.url}`)
        .then((answered) => answered.text())
        .then(async (text) => {
          await replace();
          answer(response, 200, text);
        });
      return true;
    });
    const inputs = { ...ref, url: faulty.url, 'checksums-file': sums };
    const { exitCode, log } = await use(sandbox(), 'approve', { with: inputs });
    await faulty.close();
    expect({ exitCode, log }).toEqual({
      exitCode: 1,
      log: expect.stringContaining('(code content-differs)'),
    });
    expect(faulty.requests.filter((request) => request.includes('request-approve'))).toEqual([]);
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });

  it.each(['wait', 'check'])(
    'lets await-approval (mode: %s) answer yes to exactly these bytes',
    async (mode) => {
      await sandbox().project('p');
      await publish('v1', FILES);
      const inputs = { mode, 'checksums-file': sumsOf(FILES) };
      const { exitCode, outputs, log } = await at('await-approval', inputs);
      expect({ exitCode, outputs, log }).toMatchObject({
        exitCode: 0,
        outputs: { status: 'approved', approved: 'true' },
      });
    },
  );

  it.each(OTHERS)('makes await-approval fail for %s', async (_what, files, name) => {
    await sandbox().project('p');
    await publish('v1', files, true);
    let approved: Promise<unknown> | undefined;
    const inputs = { 'checksums-file': sumsOf(FILES), 'poll-interval': '0.1s', 'timeout-minutes': '20s' };
    const { exitCode, outputs, log } = await at('await-approval', inputs, {
      onLine: (line) => {
        if (/checking again/.test(line)) approved ??= approveProbation(sandbox().connection, ref);
      },
    });
    await approved;
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'replaced', approved: 'false' },
    });
    expect(log).toContain('(code content-differs)');
    expect(log.split('\n').find((line) => line.startsWith('::error '))).toContain(name);
  });

  it.each([{ mode: 'check' }, { 'fail-on-rejection': 'false' }])(
    'lets await-approval with %j answer no to other bytes, without a failure',
    async (inputs) => {
      await sandbox().project('p');
      await publish('v1', { ...FILES, x: evil });
      const { exitCode, outputs } = await at('await-approval', {
        ...inputs,
        'checksums-file': sumsOf(FILES),
      });
      expect({ exitCode, outputs }).toMatchObject({
        exitCode: 0,
        outputs: { status: 'replaced', approved: 'false' },
      });
    },
  );
});
