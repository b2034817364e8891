import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Arrivals, type WalkTiming } from '../../src/commands/progress/arrivals.ts';
import { fill } from '../helpers/sandbox.ts';

/** Every call walks, and waits for the end of its walk, however slow the machine is. */
const ALWAYS: WalkTiming = { pauseMs: 0, pauseFactor: 0, waitMs: 25_000 };

let directory: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-arrivals-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true }));

it('counts files and links at every depth, but neither directories nor what belongs to the service', async () => {
  fill(directory, { x: '', 'd/e/y': '', l: { link: 'x' }, '..manifest': '', empty: { dir: true } });
  expect(await new Arrivals(directory).latest()).toEqual({ files: 3, isAll: true });
});

it('knows of a directory without files, but not of one that is not there', async () => {
  expect(await new Arrivals(directory).latest()).toEqual({ files: 0, isAll: true });
  expect(await new Arrivals(path.join(directory, 'v1')).latest()).toBeUndefined();
});

it('does not look again at once', async () => {
  const arrivals = new Arrivals(directory);
  await arrivals.latest();
  fill(directory, { x: '' });
  expect(await arrivals.latest()).toEqual({ files: 0, isAll: true });
});

it('shows what has been counted of a large directory, and never less than before', async () => {
  for (let at = 0; at < 20_000; at++) fs.writeFileSync(path.join(directory, `${at}`), '');
  const arrivals = new Arrivals(directory, ALWAYS);
  let isOver = false;
  const walk = arrivals.latest().finally(() => {
    isOver = true;
  });
  // In between, without starting a walk of its own: the counter that a log would show.
  const seen: number[] = [];
  while (!isOver) {
    await sleep(1);
    seen.push(arrivals.soFar?.files ?? 0);
  }
  expect(await walk).toEqual({ files: 20_000, isAll: true });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.some((files) => files > 0 && files < 20_000)).toBe(true);
});

it('never shows less, although files vanish', async () => {
  fill(directory, { x: '', y: '' });
  const arrivals = new Arrivals(directory, ALWAYS);
  expect(await arrivals.latest()).toEqual({ files: 2, isAll: true });
  fs.rmSync(path.join(directory, 'x'));
  expect(await arrivals.latest()).toEqual({ files: 2, isAll: true });
  fill(directory, { x: '', z: '' });
  expect(await arrivals.latest()).toEqual({ files: 3, isAll: true });
});

it('ends its walk when it is stopped', async () => {
  fill(directory, { x: '' });
  const arrivals = new Arrivals(directory);
  arrivals.stop();
  expect(await arrivals.latest()).toBeUndefined();
});
