import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  approveProbation,
  fetchManifest,
  manifestDigest,
  rejectProbation,
  removeProject,
} from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
const [MAJOR] = version.split('.');
const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const quick = { 'poll-interval': '0.1s', 'timeout-minutes': '20s' };

/** Waits for the approval; `meanwhile` happens once, when the log says that the waiting has begun. */
function wait(inputs: Record<string, string> = {}, meanwhile: () => Promise<unknown> = async () => {}) {
  let happened: Promise<unknown> | undefined;
  return use(sandbox(), 'await-approval', {
    with: { ...ref, ...quick, ...inputs },
    onLine: (line) => {
      if (/after .*; checking again/.test(line)) happened ??= meanwhile();
    },
  }).then(async (result) => {
    await happened;
    return result;
  });
}

const digestOf = async () => manifestDigest(await fetchManifest(sandbox().connection, ref));
describe('waiting for an approval', () => {
  it('ends by default before the runners of Gitea and Forgejo stop the job, with time for its other steps', () => {
    const file = path.resolve(import.meta.dirname, '../../await-approval/action.yml');
    const { inputs } = parse(fs.readFileSync(file, 'utf8'));
    expect(Number(inputs['timeout-minutes'].default)).toBeLessThanOrEqual(3 * 60 - 30);
  });

  it('ends when an owner approves, and reports the changes to review', async () => {
    await sandbox().project('p', { owners: ['akari', sandbox().me] });
    await publish(sandbox(), 'v0', { 'same.txt': 's', 'old.txt': 'o', 'x.txt': 'x' }, { probation: false });
    await publish(sandbox(), 'v1', { 'same.txt': 's', 'x.txt': 'four', 'd/new.txt': 'n' });
    const digest = await digestOf();
    const { exitCode, outputs, log, summary } = await wait({}, () =>
      approveProbation(sandbox().connection, ref),
    );
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('p/a/v1 is approved') });
    expect(outputs).toEqual({
      status: 'approved',
      approved: 'true',
      'waited-seconds': expect.stringMatching(/^\d$/),
      'version-path': path.join(sandbox().registry, 'p/a/v1'),
      'manifest-digest': digest,
      'previous-version': 'v0',
      'files-added': '1',
      'files-changed': '1',
      'files-removed': '1',
      'previous-size-bytes': '3',
      'new-bytes': '5',
      'unchanged-bytes': '1',
    });
    expect(log).toContain(`uploaded by ${sandbox().me}`);
    expect(log).toContain('v0: 1 added, 1 changed, 1 removed');
    expect(log).toContain(`can be approved by the owners of p (akari, ${sandbox().me})`);
    expect(summary).toContain('### ✅ p/a/v1 is approved');
    expect(summary).toContain('<code>d/new.txt</code>');
    expect(summary).toContain(digest);
    expect(summary).not.toContain('```yaml');
  });

  it('waits for an upload that is still running', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const record = path.join(sandbox().registry, 'p/a/v1/..summary');
    fs.renameSync(record, `${record}-later`);
    const { exitCode, outputs, log } = await wait({}, async () => fs.renameSync(`${record}-later`, record));
    expect({ exitCode, status: outputs.status, log }).toEqual({
      exitCode: 0,
      status: 'approved',
      log: expect.stringContaining('is still being uploaded'),
    });
  });

  it.each([
    ['true', 1],
    ['false', 0],
  ])('ends when it is rejected; with fail-on-rejection: %s with %i', async (fails, code) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const { exitCode, outputs, summary } = await wait({ 'fail-on-rejection': fails }, () =>
      rejectProbation(sandbox().connection, ref),
    );
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: code,
      outputs: { status: 'rejected-or-expired', approved: 'false' },
    });
    expect(summary).toContain(code === 0 ? '### ⛔ p/a/v1 was rejected' : '### ❌ p/a/v1 is not approved');
    expect(summary).toContain(`by <code>${sandbox().me}</code>`);
    expect(summary).not.toContain('```yaml');
  });

  it('notices that it was rejected and uploaded again, even with the same content', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const record = path.join(sandbox().registry, 'p/a/v1/..summary');
    const { exitCode, outputs, log } = await wait({}, async () => {
      const text = fs.readFileSync(record, 'utf8');
      fs.writeFileSync(
        record,
        text.replace(/"upload_start": "[^"]*"/, '"upload_start": "2020-01-01T00:00:00Z"'),
      );
    });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'replaced', approved: 'false' },
    });
    expect(firstError(log)).toContain('other content was uploaded under its name');
  });

  it('notices an approval of another content, even if all else is the same', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const record = path.join(sandbox().registry, 'p/a/v1/..manifest');
    const { exitCode, outputs } = await wait({}, async () => {
      // At once, by a rename: a look between a rejection and a new upload would find that it is gone.
      const manifest = fs.readFileSync(record, 'utf8');
      fs.writeFileSync(
        `${record}-other`,
        manifest.replace(/"md5sum": "[0-9a-f]{32}"/, `"md5sum": "${'0'.repeat(32)}"`),
      );
      fs.renameSync(`${record}-other`, record);
      await approveProbation(sandbox().connection, ref);
    });
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { status: 'replaced' } });
  });

  it('fails when nobody decides in time, names who could, and gives the step to paste', async () => {
    await sandbox().project('p', { owners: ['akari'] });
    await publish(sandbox(), 'v1');
    const { exitCode, outputs, log, summary } = await wait({ 'timeout-minutes': '0.6s' });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'timed-out', approved: 'false' },
    });
    expect(firstError(log)).toMatch(/owners of p \(akari\).*\(input: timeout-minutes\)/);
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(summary) ?? [];
    expect(parse(yaml)).toEqual([
      {
        uses: `gobbler-action/gobbler-action/approve@v${MAJOR}`,
        with: { ...ref, url: sandbox().url, 'manifest-digest': await digestOf() },
      },
    ]);
  });

  it('with on-timeout: pass succeeds, with a warning', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const { exitCode, outputs, log } = await wait({ 'timeout-minutes': '0.6s', 'on-timeout': 'pass' });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'timed-out', approved: 'false' },
    });
    expect(log).toContain('::warning title=Not approved in time');
  });

  it('fails at once for a version that is not there', async () => {
    await sandbox().project('p');
    const { exitCode, outputs, log } = await wait();
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { status: 'missing' } });
    expect(firstError(log)).toContain('p/a/v1 does not exist');
  });

  it('can be cancelled', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    let step: { kill: (signal: NodeJS.Signals) => void } | undefined;
    const { exitCode, outputs } = await use(sandbox(), 'await-approval', {
      with: { ...ref, ...quick },
      onStart: (child) => (step = child),
      onLine: (line) => line.includes('checking again') && step?.kill('SIGINT'),
    });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'cancelled', approved: 'false', 'waited-seconds': expect.stringMatching(/^\d/) },
    });
  });

  it('counts only the pinned content as approved', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const pinned = { 'manifest-digest': await digestOf() };
    expect((await wait(pinned)).outputs).toMatchObject({ status: 'approved', approved: 'true' });
    const { exitCode, outputs, log } = await wait({ 'manifest-digest': 'b'.repeat(64) });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'replaced', approved: 'false', ...pinned },
    });
    expect(firstError(log)).toContain('(input: manifest-digest)');
  });
});

describe('a look that fails', () => {
  const faults: [string, Parameters<typeof startFaultyService>[1]][] = [
    [
      'a proxy without a service behind it',
      (_, response) => answer(response, 404, 'no such app', 'text/plain'),
    ],
    ['a proxy that answers 404 with JSON', (_, response) => answer(response, 404, '{"reason":"gone"}')],
    ['an error of the service', (_, response) => answer(response, 500, '{"reason":"input/output error"}')],
    ['half a record', (_, response) => answer(response, 200, '{"upload_user_id": "ak')],
    [
      'a service without its registry',
      (request, response) =>
        request.url?.startsWith('/info')
          ? false
          : request.url?.startsWith('/list')
            ? answer(response, 500, '{"reason":"lstat: no such file or directory"}')
            : answer(response, 404, '404 page not found', 'text/plain'),
    ],
  ];

  it.each(faults)('because of %s is not a rejection', async (_, fault) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    let failing = false;
    const faulty = await startFaultyService(sandbox().url, (...exchange) => {
      return failing && fault(...exchange);
    });
    let approval: Promise<void> | undefined;
    const { exitCode, outputs, log } = await use(sandbox(), 'await-approval', {
      with: { ...ref, ...quick, url: faulty.url },
      onLine: (line) => {
        if (line.includes('checking again')) failing = true;
        if (line.includes('Status check failed')) failing = false;
        if (line.includes('Status checks work again'))
          approval ??= approveProbation(sandbox().connection, ref);
      },
    });
    await approval;
    await faulty.close();
    expect({ exitCode, status: outputs.status, log }).toEqual({
      exitCode: 0,
      status: 'approved',
      log: expect.stringContaining('Status check failed; still waiting'),
    });
  });

  it('is also reported if the project has gone: the step waits until the timeout', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const { outputs, log } = await wait({ 'timeout-minutes': '1.5s' }, () =>
      removeProject(sandbox().connection, 'p'),
    );
    expect(outputs.status).toBe('timed-out');
    expect(firstError(log)).toContain('the last check failed');
  });
});
