import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { fetchSummary } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { onTerminal } from '../helpers/terminal.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

/** The cells of lines that are separated by tabs. */
const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

async function published(): Promise<{ me: string; dateOf: (version: string) => Promise<string> }> {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', { x: 'x', 'd/y': 'y'.repeat(2047) }, { probation: false });
  await publish(sandbox(), 'v2', { x: 'x' });
  fs.mkdirSync(path.join(sandbox().registry, 'p/a/v3'));
  const dateOf = async (version: string) =>
    (await fetchSummary(sandbox().connection, { project: 'p', asset: 'a', version })).uploadFinish;
  return { me: sandbox().me, dateOf };
}

it('list --long shows facts of versions', async () => {
  const { me, dateOf } = await published();
  const [one, two] = [await dateOf('v1'), await dateOf('v2')];
  const { stdout, exitCode } = await gobbler(sandbox(), ['list', 'p/a', '--long']);
  expect(exitCode).toBe(0);
  expect(cellsOf(stdout)).toEqual([
    ['v1', 'approved', 'latest', '2048', '2', one, me],
    ['v2', 'pending', '', '1', '1', two, me],
    ['v3', 'unfinished', '', '', '', '', ''],
  ]);
  const { outputs } = await gobblerJson(sandbox(), ['ls', 'p/a', '--long']);
  const common = { uploadedBy: me, uploadFinish: one };
  expect(outputs.records).toEqual([
    { name: 'v1', state: 'approved', isLatest: true, sizeBytes: 2048, filesCount: 2, ...common },
    {
      name: 'v2',
      state: 'pending',
      isLatest: false,
      sizeBytes: 1,
      filesCount: 1,
      uploadedBy: me,
      uploadFinish: two,
    },
    {
      name: 'v3',
      state: 'unfinished',
      isLatest: false,
      sizeBytes: null,
      filesCount: null,
      uploadedBy: null,
      uploadFinish: null,
    },
  ]);
});

it('list --long shows facts of assets: of their latest versions', async () => {
  const { me, dateOf } = await published();
  await publish(sandbox(), 'v1', { z: 'z' }, { asset: 'b' });
  const { stdout } = await gobbler(sandbox(), ['list', 'p', '--long']);
  expect(cellsOf(stdout)).toEqual([
    ['a', 'approved', 'v1', '2048', '2', await dateOf('v1'), me],
    ['b', 'pending', '', '', '', '', ''],
  ]);
  const { outputs } = await gobblerJson(sandbox(), ['list', 'p', '--long']);
  expect(outputs.records).toMatchObject([
    { name: 'a', latest: 'v1', filesCount: 2 },
    { name: 'b', state: 'pending', latest: null, filesCount: null },
  ]);
});

it('list --long shows facts of projects and of files', async () => {
  const { me } = await published();
  await sandbox().project('q', { owners: ['alicia', 'ben'] });
  const projects = await gobbler(sandbox(), ['list', '--long']);
  expect(cellsOf(projects.stdout)).toEqual([
    ['p', '1', '2048', me],
    ['q', '0', '0', 'alicia,ben'],
  ]);
  const records = async (...args: string[]) =>
    (await gobblerJson(sandbox(), ['list', ...args, '--long'])).outputs.records;
  expect(await records()).toEqual([
    { name: 'p', assetsCount: 1, sizeBytes: 2048, owners: [me] },
    { name: 'q', assetsCount: 0, sizeBytes: 0, owners: ['alicia', 'ben'] },
  ]);
  expect(await records('p/a/v2')).toEqual([
    { name: 'x', sizeBytes: 1, md5sum: '9dd4e461268c8034f5c8564e155c67a6', link: 'p/a/v1/x' },
  ]);
  const files = await gobbler(sandbox(), ['list', 'p/a/v1', '--long', '--prefix', 'd/']);
  expect(cellsOf(files.stdout)).toEqual([['d/y', '2047', expect.stringMatching(/^[\da-f]{32}$/), '']]);
});

it('list --long is aligned on a terminal, with units and the time of the place', async () => {
  const { dateOf } = await published();
  const env = { TZ: 'Asia/Tokyo', NO_COLOR: '1' };
  const { screen } = await onTerminal(sandbox(), ['list', 'p/a', '--long'], { env });
  const tokyo = new Date(Date.parse(await dateOf('v1')) + 9 * 3_600_000).toISOString();
  const shown = tokyo.slice(0, 16).replace('T', ' ');
  expect(screen).toMatch(/^VERSION {2}STATE {7}LATEST {6}SIZE {2}FILES {2}DATE {14}UPLOADER$/m);
  expect(screen).toMatch(new RegExp(`^v1       approved    latest  2\\.00 KiB      2  ${shown}  \\S+$`, 'm'));
});

it('list --long warns of records that cannot be read, and lists the rest', async () => {
  await published();
  fs.writeFileSync(path.join(sandbox().registry, 'p/a/v1/..manifest'), 'nonsense');
  const { stdout, stderr, exitCode } = await gobbler(sandbox(), ['list', 'p/a', '--long']);
  expect(exitCode).toBe(0);
  expect(cellsOf(stdout).map(([name, , , size]) => [name, size])).toEqual([
    ['v1', ''],
    ['v2', '1'],
    ['v3', ''],
  ]);
  expect(stderr).toMatch(/^warning: .*\n.*p\/a\/v1/m);
});
