import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';

/* Old damage must not keep other versions from being approved, nor make the wrong version the latest. */

/** Versions with the times at which they were finished; the last one is on probation. */
async function assetOf(times: readonly string[]): Promise<ServiceBench> {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  for (const [index, time] of times.entries()) {
    const version = `v${index + 1}`;
    const on_probation = index === times.length - 1;
    await bench.upload(`p/a/${version}`, { x: version }, { on_probation });
    const file = path.join(bench.registry, `p/a/${version}/..summary`);
    const summary = bench.record(`p/a/${version}/..summary`);
    fs.writeFileSync(file, JSON.stringify({ ...summary, upload_finish: time }));
  }
  return bench;
}

const OLD = '2021-01-01T00:00:00Z';
const NEWER = '2022-01-01T00:00:00Z';
const NEWEST = '2023-01-01T00:00:00Z';

it.each([
  ['..latest is missing', (asset: string) => fs.rmSync(path.join(asset, '..latest'))],
  ['..latest is no JSON', (asset: string) => fs.writeFileSync(path.join(asset, '..latest'), 'v2')],
  ['..latest names nothing', (asset: string) => fs.writeFileSync(path.join(asset, '..latest'), '{}')],
  [
    '..latest names what is gone',
    (asset: string) => fs.writeFileSync(path.join(asset, '..latest'), '{"version": "gone"}'),
  ],
])('an approval works although %s, and the newest version becomes the latest', async (_what, damage) => {
  for (const [times, latest] of [
    [[OLD, NEWER, NEWEST], 'v3'],
    [[OLD, NEWEST, NEWER], 'v2'],
    [[NEWER, OLD, OLD], 'v1'],
  ] as const) {
    const bench = await assetOf(times);
    damage(path.join(bench.registry, 'p/a'));
    expect(await bench.about('approve_probation', 'p/a/v3')).toMatchObject({ status: 200 });
    expect(bench.record('p/a/..latest')).toEqual({ version: latest });
    expect(await bench.about('refresh_latest', 'p/a')).toMatchObject({ json: { version: latest } });
    await bench.close();
  }
});

it.each([
  ['is missing', (file: string) => fs.rmSync(file)],
  ['is no JSON', (file: string) => fs.writeFileSync(file, 'x')],
  ['is of another shape', (file: string) => fs.writeFileSync(file, '[]')],
  ['has no time', (file: string) => fs.writeFileSync(file, '{"upload_user_id": "x"}')],
  ['has a time that is none', (file: string) => fs.writeFileSync(file, '{"upload_finish": "lately"}')],
  ['says that it is on probation', (file: string) => fs.writeFileSync(file, '{"on_probation": true}')],
  ['is gone with its version', (file: string) => fs.rmSync(path.dirname(file), { recursive: true })],
])('an approval works although the summary of the latest version %s', async (_what, damage) => {
  const bench = await assetOf([OLD, NEWEST, NEWER]);
  damage(path.join(bench.registry, 'p/a/v2/..summary'));
  expect(await bench.about('approve_probation', 'p/a/v3')).toMatchObject({ status: 200 });
  expect(bench.record('p/a/v3/..summary')).not.toHaveProperty('on_probation');
  expect(bench.record('p/a/..latest')).toEqual({ version: 'v3' });
});

it.each([
  [['2021-01-01T00:00:00.25Z', '2021-01-01T00:00:00.5Z'], 'v2'],
  [['2021-01-01T00:00:00.9Z', '2021-01-01T00:00:00.12Z'], 'v1'],
  [['2021-01-01T00:00:00.000000001Z', '2021-01-01T00:00:00.000000002Z'], 'v2'],
  [['2021-01-01T00:00:00.000000002Z', '2021-01-01T00:00:00.0000000019Z'], 'v1'],
  [['2021-01-01T00:00:00,7Z', '2021-01-01T02:00:00.8+02:00'], 'v2'],
  [['1969-12-31T23:59:59.9Z', '1969-12-31T23:59:59.95Z'], 'v2'],
])('times with fractions of a second are compared exactly: %j', async (times, latest) => {
  const bench = await assetOf(times);
  expect(await bench.about('approve_probation', 'p/a/v2')).toMatchObject({ status: 200 });
  expect(bench.record('p/a/..latest')).toEqual({ version: latest });
  fs.rmSync(path.join(bench.registry, 'p/a/..latest'));
  expect(await bench.about('refresh_latest', 'p/a')).toMatchObject({ json: { version: latest } });
});

it('a file that is in no manifest is called an extra one, whose name existing clients look for', async () => {
  const bench = await assetOf([OLD]);
  for (const name of ['foo', 'd/e']) {
    const file = path.join(bench.registry, 'p/a/v1', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'x');
    const { status, json } = await bench.about('validate_version', 'p/a/v1');
    expect(status).toBe(500);
    expect(json.reason).toContain(`extra file "${name}"`);
    fs.rmSync(file);
  }
});
