import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Arrivals, countFiles } from '../../src/verbs/arrivals.ts';
import { fill } from '../helpers/sandbox.ts';

let directory: string;
const MINUTE_MS = 60_000;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-arrivals-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true }));

it('counts files and links at every depth, but neither directories nor what belongs to the service', async () => {
  fill(directory, { x: '', 'd/e/y': '', l: { link: 'x' }, '..manifest': '', empty: { dir: true } });
  expect(await countFiles(directory, MINUTE_MS)).toEqual({ files: 3, isAll: true });
});

it('says that there may be more when the time is over', async () => {
  fill(directory, { x: '' });
  expect(await countFiles(directory, -1)).toEqual({ files: 0, isAll: false });
});

it('knows nothing of a directory that is not there yet, and does not look again at once', async () => {
  const arrivals = new Arrivals(path.join(directory, 'v1'));
  expect(await arrivals.latest()).toBeUndefined();
  fill(directory, { 'v1/x': '' });
  expect(await arrivals.latest()).toBeUndefined();
  expect(await new Arrivals(path.join(directory, 'v1')).latest()).toEqual({ files: 1, isAll: true });
});
