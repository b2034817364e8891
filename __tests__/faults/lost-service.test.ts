import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  connect,
  fetchManifest,
  type GobblerError,
  removeVersion,
  uploadDirectory,
  validateVersion,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { fill } from '../helpers/sandbox.ts';
import { ServiceBench, until } from '../helpers/service-bench.ts';
import type { ServiceProcess } from '../helpers/service-process.ts';
import { contentOf, stateOf } from '../helpers/tree-state.ts';

const ref = { project: 'p', asset: 'a', version: 'v' };
let bench: ServiceBench;
let service: ServiceProcess;
let directory: string;

beforeEach(async () => {
  bench = ServiceBench.idle();
  service = await bench.startProcess();
  await bench.createProject('p');
  directory = path.join(bench.root, 'source');
  const many = Array.from({ length: 3_000 }, (_, at) => [`d${at % 5}/f${at}`, `content ${at}`]);
  fill(directory, Object.fromEntries(many));
});

const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Uploads; `midway` is called when the first files have arrived. */
async function uploadWith(midway: () => Promise<unknown>): Promise<GobblerError> {
  const connection = await connect(urlOf(bench.port));
  const failure = failureOf(uploadDirectory(connection, { ...ref, directory, consume: true }));
  await until(() => bench.has('p/a/v/d0'), 'the first files have arrived');
  await midway();
  return failure;
}

async function expectRunAgain(): Promise<void> {
  const content = contentOf(directory);
  const connection = await connect(urlOf(bench.port));
  expect((await uploadDirectory(connection, { ...ref, directory })).status).toBe('created');
  await validateVersion(connection, ref);
  expect(contentOf(path.join(bench.registry, 'p/a/v'))).toEqual(content);
}

describe('a service that goes away in the middle of an upload', () => {
  it('for good: the step reports it after a minute of checks, and the source is unchanged', async () => {
    const before = stateOf(directory);
    const error = await uploadWith(() => service.stop('SIGKILL'));
    expect(error.code).toBe('connection-lost');
    expect(error.hint).toContain('the service no longer answers');
    expect(stateOf(directory)).toEqual(before);
    expect(fs.readdirSync(bench.staging).filter((name) => !name.includes('create_project'))).toEqual([]);
  });

  it('and is restarted after a crash: the wreck is named, and who can remove it', async () => {
    const before = stateOf(directory);
    const { port } = bench;
    const error = await uploadWith(async () => {
      await service.stop('SIGKILL');
      service = await bench.startProcess(['-port', String(port)]);
    });
    expect(error.code).toBe('connection-lost');
    expect(error.hint).toContain('the version exists, but is unfinished');
    expect(error.hint).toContain('ask an administrator to delete it (with force)');
    expect(stateOf(directory)).toEqual(before);
    await removeVersion(await connect(urlOf(port)), ref, { force: true });
    await expectRunAgain();
  });

  it('and is restarted properly: nothing of the version stays, and it can be run again at once', async () => {
    const before = stateOf(directory);
    const { port } = bench;
    const error = await uploadWith(async () => {
      await service.stop('SIGTERM');
      service = await bench.startProcess(['-port', String(port)]);
    });
    expect(['service-failed', 'connection-lost']).toContain(error.code);
    expect(bench.has('p/a/v')).toBe(false);
    expect(stateOf(directory)).toEqual(before);
    await expectRunAgain();
  });
});

describe('a service that is restarted while an answer is on its way', () => {
  it('after the version was finished: this is detected, and nothing is repeated', async () => {
    const connection = await connect(urlOf(bench.port));
    const { port } = bench;
    const upload = uploadDirectory(connection, { ...ref, directory });
    await until(() => bench.has('p/a/v/..summary'), 'the version is finished');
    await service.stop('SIGKILL');
    service = await bench.startProcess(['-port', String(port)]);
    expect((await upload).status).toBe('created');
    expect((await fetchManifest(connection, ref)).size).toBe(3_000);
    expect(service.output).not.toContain('request-upload');
  });
});
