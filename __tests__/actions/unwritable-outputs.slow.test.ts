import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCommandFile } from '../../scripts/runner.mjs';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { canMount, mountSmall, remountReadOnly } from '../helpers/mounts.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
let service: FaultyService;
let fault: Fault;

beforeEach(async () => {
  fault = () => false;
  service = await startFaultyService(sandbox().url, (...exchange) => fault(...exchange));
  await sandbox().project('p');
  await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
  sandbox().source({ x: 'x', y: 'y' });
});
afterEach(() => service.close());

const ref = { project: 'p', asset: 'a', version: 'v2' };
const upload = (env: Record<string, string>, inputs: Record<string, string> = {}): Promise<UseResult> =>
  use(sandbox(), '.', {
    with: { ...ref, directory: 'source', url: service.url, ...inputs },
    env,
  });
const place = (name: string): string => path.join(sandbox().root, name);
const isPublished = (): boolean => fs.existsSync(path.join(sandbox().registry, 'p/a/v2/..summary'));
const warnings = (log: string): string[] => log.split('\n').filter((line) => line.startsWith('::warning'));

/** From a machine that does not see the registry. */
const withoutRegistry: Fault = ({ url }, response) =>
  url === '/info' &&
  answer(response, 200, JSON.stringify({ registry: '/not/here', staging: sandbox().staging }));

/** A filesystem of its own; `fill` leaves no room on it. */
function smallDisk(): { place: string; fill: () => void } {
  const small = place('small');
  fs.mkdirSync(small);
  mountSmall(small, 'size=2m');
  const fill = (): void => {
    const file = fs.openSync(path.join(small, 'filler'), 'w');
    try {
      for (;;) fs.writeSync(file, Buffer.alloc(4096));
    } catch {
      fs.closeSync(file);
    }
  };
  return { place: small, fill };
}

function expectWarned({ exitCode, log }: UseResult, what: string): void {
  expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
  expect(isPublished()).toBe(true);
  expect(warnings(log)).toHaveLength(1);
  expect(warnings(log)[0]).toContain('p/a/v2 is published');
  expect(warnings(log)[0]).toContain(what);
  expect(log).not.toContain('Defect');
}

describe('an upload that cannot write an optional output', () => {
  it('succeeds without a temporary directory of the runner', async () => {
    const done = await upload({ RUNNER_TEMP: place('missing') }, { consume: 'true' });
    expectWarned(done, 'the difference could not be written');
    expect(done.outputs).toMatchObject({ status: 'created', created: 'true', 'diff-path': '' });
  });

  (canMount ? it : it.skip)('succeeds with one that is full, or read-only', async () => {
    const disk = smallDisk();
    disk.fill();
    expectWarned(await upload({ RUNNER_TEMP: disk.place }), 'the difference could not be written');
    remountReadOnly(disk.place);
    const again = await upload({ RUNNER_TEMP: disk.place });
    expect(again).toMatchObject({ exitCode: 0, outputs: { status: 'verified', 'diff-path': '' } });
  });

  it('succeeds without its summary', async () => {
    for (const file of ['/dev/full', place('missing/summary')]) {
      const done = await upload({ GITHUB_STEP_SUMMARY: file }, { version: 'v2' });
      expect({ exitCode: done.exitCode, warnings: warnings(done.log) }).toEqual({
        exitCode: 0,
        warnings: [expect.stringContaining('the summary could not be written')],
      });
    }
  });

  (canMount ? it : it.skip)('succeeds if its outputs no longer fit when it has published', async () => {
    const disk = smallDisk();
    const outputs = path.join(disk.place, 'outputs');
    fs.writeFileSync(outputs, '');
    fault = ({ url }) => {
      if (url?.startsWith('/new/request-upload')) disk.fill();
      return false;
    };
    const sums = path.join(disk.place, 'sums');
    const done = await upload({ GITHUB_OUTPUT: outputs }, { 'checksums-file': sums });
    expectWarned(done, 'the output status could not be written');
    expect(warnings(done.log)[0]).toContain('checksums-file could not be written');
    // None is there by half.
    expect(parseCommandFile(fs.readFileSync(outputs, 'utf8'))).toEqual({});
    expect(fs.readFileSync(outputs, 'utf8')).toBe('');
  });
});

describe('an upload that cannot write a required output', () => {
  async function expectRefused(done: UseResult, input: string): Promise<void> {
    expect(done.exitCode).toBe(1);
    expect(done.log).toContain(input);
    expect(done.log).not.toContain('Defect');
    expect(isPublished()).toBe(false);
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.existsSync(path.join(sandbox().workspace, 'source/y'))).toBe(true);
  }

  it.each(['GITHUB_OUTPUT', 'GITHUB_STATE'])('is refused before anything moves: %s', async (name) => {
    for (const file of ['/dev/full', place('missing/file')]) {
      await expectRefused(await upload({ [name]: file }, { consume: 'true' }), name);
    }
  });

  it('is refused before anything moves: a manifest for later steps', async () => {
    fault = withoutRegistry;
    const done = await upload({ RUNNER_TEMP: place('missing') }, { consume: 'true' });
    await expectRefused(done, 'the manifest cannot be written');
  });

  (canMount ? it : it.skip)('is refused before anything moves: on a full disk', async () => {
    const disk = smallDisk();
    fs.writeFileSync(path.join(disk.place, 'outputs'), '');
    disk.fill();
    const outputs = { GITHUB_OUTPUT: path.join(disk.place, 'outputs') };
    await expectRefused(await upload(outputs), 'GITHUB_OUTPUT');
    const sums = path.join(disk.place, 'sums');
    await expectRefused(await upload({}, { 'checksums-file': sums }), '(input: checksums-file)');
    expect(fs.existsSync(sums)).toBe(false);
  });
});

it('an approval stays one although the service fails afterwards', async () => {
  await publish(sandbox(), 'v2', { x: 'x' });
  let isApproved = false;
  fault = ({ method, url }, response) => {
    if (method === 'POST') isApproved = true;
    return isApproved && url?.endsWith('..latest') === true && answer(response, 500, 'broken', 'text/plain');
  };
  const { exitCode, outputs, log } = await use(sandbox(), 'approve', { with: { ...ref, url: service.url } });
  expect({ exitCode, status: outputs.status, changed: outputs.changed }).toEqual({
    exitCode: 0,
    status: 'approved',
    changed: 'true',
  });
  expect(warnings(log)).toHaveLength(1);
  expect(warnings(log)[0]).toContain('p/a/v2 is approved');
});
