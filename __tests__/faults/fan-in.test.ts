import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createMultipartUpload, submitParts, validateVersion } from '../../src/client/index.ts';
import { asUser, STEP_USER, sandboxOfOthers } from '../helpers/as-others.ts';
import { type Use, type UseResult, use } from '../helpers/host.ts';
import { inUpload } from '../helpers/parts.ts';
import { type Entries, fill, leftInStaging, makeSandbox, type Sandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { contentOf } from '../helpers/tree-state.ts';

/** How many random moments of each kind are tried. */
const MOMENTS = Number(process.env.FAULT_MOMENTS ?? 30);

let box: Sandbox;
let content: Map<string, string>;
beforeAll(async () => {
  box = await makeSandbox();
  await box.project('p');
  const many: Entries = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`d${n % 7}/f${n}`, `${n}`]),
  );
  const directory = path.join(box.workspace, 'source');
  fill(directory, {
    ...many,
    large: 'x'.repeat(9 * 1024 * 1024),
    link: { link: 'd0/f0' },
    'd0/empty': { dir: true },
  });
  content = contentOf(directory);
});
afterAll(() => box.close());

/** Runs a step, and ends it after a while. */
function killed(folder: string, inputs: Record<string, string>, delayMs: number): Promise<UseResult> {
  const onStart: Use['onStart'] = (child) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
    child.once('close', () => clearTimeout(timer));
  };
  return use(box, folder, { with: inputs, onStart });
}

/** Moments over the length of a step, and a bit more; the longer of two tries counts. */
async function momentsOf(step: () => Promise<UseResult>): Promise<number[]> {
  const begun = performance.now();
  expect(await step()).toMatchObject({ exitCode: 0 });
  const wholeMs = performance.now() - begun;
  return Array.from({ length: MOMENTS }, (_, at) => ((at + Math.random()) / MOMENTS) * wholeMs * 1.1);
}

const newUpload = async (version: string): Promise<string> =>
  (await createMultipartUpload(box.connection, { project: 'p', asset: 'a', version })).id;
const partOf = (uploadId: string) => ({ 'upload-id': uploadId, part: 'one', directory: 'source' });
const whole = (version: string) => {
  expect(contentOf(path.join(box.registry, 'p/a', version))).toEqual(content);
  return validateVersion(box.connection, { project: 'p', asset: 'a', version });
};
const others = (uploadId: string) => leftInStaging(box).filter((name) => name !== uploadId);

describe('a part that is stopped at any moment', () => {
  it('by a kill is whole or does not count, and can be repeated', async () => {
    const first = await newUpload('part');
    const moments = await momentsOf(() => use(box, 'stage', { with: partOf(first) }));
    let [complete, at] = [0, 0];
    for (const moment of moments) {
      const version = `part-${++at}`;
      const uploadId = await newUpload(version);
      await killed('stage', partOf(uploadId), moment);
      const counts = inUpload(box, uploadId).includes('parts/one@1');
      if (counts) complete++;
      else expect(await use(box, 'stage', { with: partOf(uploadId) })).toMatchObject({ exitCode: 0 });
      expect(inUpload(box, uploadId).filter((item) => /^(unfinished|parts)\//.test(item))).toHaveLength(1);
      await submitParts(box.connection, uploadId, { deduplicate: 'off' });
      await whole(version);
      fs.rmSync(path.join(box.staging, uploadId), { recursive: true });
      expect(others(first)).toEqual([]);
    }
    process.stdout.write(`${MOMENTS} kills of a part: ${complete} complete\n`);
    fs.rmSync(path.join(box.staging, first), { recursive: true });
  });
});

describe('a submit that is stopped at any moment', () => {
  it('by a kill loses nothing, and a repeat publishes all of it once', async () => {
    const staged = async (version: string): Promise<string> => {
      const uploadId = await newUpload(version);
      expect(await use(box, 'stage', { with: partOf(uploadId) })).toMatchObject({ exitCode: 0 });
      return uploadId;
    };
    const first = await staged('submit');
    const moments = await momentsOf(() =>
      use(box, 'submit', { with: { 'upload-id': first, deduplicate: 'off' } }),
    );
    const outcomes: Record<string, number> = {};
    let at = 0;
    for (const moment of moments) {
      const version = `submit-${++at}`;
      const uploadId = await staged(version);
      const inputs = { 'upload-id': uploadId, deduplicate: 'off' };
      await killed('submit', inputs, moment);
      const made = path.join(box.registry, 'p/a', version);
      await until(
        () => !fs.existsSync(made) || fs.existsSync(path.join(made, '..summary')),
        `${version} is rolled back or complete`,
      );
      const again = await use(box, 'submit', { with: inputs });
      expect({ log: again.log, exitCode: again.exitCode }).toMatchObject({ exitCode: 0 });
      outcomes[`${again.outputs.status}`] = (outcomes[`${again.outputs.status}`] ?? 0) + 1;
      await whole(version);
      expect(inUpload(box, uploadId)).toEqual(['submitted.json', 'upload.json']);
      fs.rmSync(path.join(box.staging, uploadId), { recursive: true });
      for (const name of others(first)) expect(name).toMatch(/^(request-|gobbler-action-)/);
      for (const name of others(first)) fs.rmSync(path.join(box.staging, name), { recursive: true });
    }
    process.stdout.write(`${MOMENTS} kills of a submit, repeated: ${JSON.stringify(outcomes)}\n`);
  });
});

describe('a part', () => {
  let shared: Sandbox | undefined;
  let elsewhere: string | undefined;
  afterEach(async () => {
    await shared?.close();
    if (elsewhere !== undefined) fs.rmSync(elsewhere, { recursive: true });
  });

  (severalUsers ? it : it.skip)(
    'from another filesystem, under umask 077, is published like any other',
    async () => {
      const others = await sandboxOfOthers();
      shared = others;
      const directory = fs.mkdtempSync('/dev/shm/gobbler-part-');
      elsewhere = directory;
      expect(fs.statSync(directory).dev).not.toBe(fs.statSync(others.staging).dev);
      fill(directory, { x: 'x', 'd/y': 'y', 'd/read-only': 'r', 'd/private': 'p' });
      fs.chmodSync(path.join(directory, 'd/read-only'), 0o444);
      fs.chmodSync(path.join(directory, 'd/private'), 0o600);
      execFileSync('chown', ['-R', STEP_USER, directory]);
      // Not sh: dash drops environment variables with a hyphen, such as that of upload-id.
      const prefix = [...asUser(STEP_USER), 'bash', '-c', 'umask 077; exec "$@"', 'bash'];
      const step = async (folder: string, inputs: Record<string, string>) => {
        const result = await use(others, folder, { with: inputs, prefix });
        expect({ log: result.log, exitCode: result.exitCode }).toMatchObject({ exitCode: 0 });
        return result.outputs;
      };
      const { 'upload-id': uploadId = '' } = await step('stage', { project: 'p', asset: 'a', version: 'v1' });
      await step('stage', { 'upload-id': uploadId, part: 'one', directory, path: 'below/this' });
      const { status } = await step('submit', { 'upload-id': uploadId });
      expect(status).toBe('created');
      expect(contentOf(path.join(others.registry, 'p/a/v1/below/this'))).toEqual(contentOf(directory));
      expect(leftInStaging(others)).toEqual([uploadId]);
    },
  );
});
