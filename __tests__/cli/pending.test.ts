import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fetchManifest, manifestDigest } from '../../src/client/index.ts';
import { alignedLines, type Table, tsvLines } from '../../src/commands/kit/table.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

const fieldsOf = (stdout: string): string[][] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

describe('gobbler pending', () => {
  it('lists versions on probation, with the facts that decide', async () => {
    const { me } = sandbox();
    await sandbox().project('p');
    await sandbox().project('q', { owners: ['akari'] });
    await publish(sandbox(), 'v1', { same: 'same', x: 'x', gone: 'gg' }, { probation: false });
    await publish(sandbox(), 'v2', { same: 'same', x: 'xxx', fresh: 'nnnn' });
    await publish(sandbox(), 'v\t1', { x: 'x' }, { project: 'q' });
    const { exitCode, stdout } = await gobbler(sandbox(), ['pending']);
    expect(exitCode).toBe(0);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(fieldsOf(stdout).sort()).toEqual([
      ['p/a/v2', me, time, '11', '3', '1', '1', '1', '', ''],
      ['q/a/v\\t1', me, time, '1', '1', '', '', '', '', ''],
    ]);
    const ref = { project: 'p', asset: 'a', version: 'v2' };
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    const { outputs } = await gobblerJson(sandbox(), ['pending', 'p/a']);
    expect(outputs).toEqual({
      status: 'listed',
      versionsCount: 1,
      projects: ['p'],
      unreadable: [],
      versions: [
        {
          ...ref,
          ...{ uploadedBy: me, uploadStart: time, uploadFinish: time },
          ...{ filesCount: 3, sizeBytes: 11, manifestDigest: digest },
          ...{ previousVersion: 'v1', filesAdded: 1, filesChanged: 1, filesRemoved: 1 },
          ...{ previousSizeBytes: 7, newBytes: 7, unchangedBytes: 4 },
          provenance: null,
          incomparable: null,
          versionUrl: `${sandbox().url}/fetch/p/a/v2/`,
          approveCommand: `gobbler approve p/a/v2 --manifest-digest ${digest} --url ${sandbox().url}`,
        },
      ],
    });
  });

  it('refuses names that do not exist, and finds nothing in a project without versions', async () => {
    await sandbox().project('p');
    for (const command of ['pending', 'review', 'usage', 'list', 'status'])
      expect(await gobblerJson(sandbox(), [command, 'nope'])).toMatchObject({
        ...{ command, exitCode: 2 },
        error: {
          code: 'not-found',
          problem: 'project-missing',
          input: 'project',
          facts: { project: 'nope' },
        },
      });
    expect(await gobblerJson(sandbox(), ['pending', 'p/nope'])).toMatchObject({
      exitCode: 2,
      error: { code: 'not-found' },
    });
    expect(await gobbler(sandbox(), ['pending', 'p'])).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await gobbler(sandbox(), ['pending'])).toMatchObject({ exitCode: 0, stdout: '' });
  });

  it('warns of a version that it cannot read, and lists the others', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    await publish(sandbox(), 'v2');
    fs.writeFileSync(path.join(sandbox().registry, 'p/a/v1/..summary'), '{');
    const { exitCode, stdout, stderr } = await gobbler(sandbox(), ['pending', '--quiet']);
    expect({ exitCode, places: fieldsOf(stdout).map(([place]) => place) }).toEqual({
      exitCode: 0,
      places: ['p/a/v2'],
    });
    expect(stderr).toMatch(/^warning: .*\n {2}p\/a\/v1: /);
    const { outputs } = await gobblerJson(sandbox(), ['pending', '--all']);
    expect(outputs).toMatchObject({ versionsCount: 1, unreadable: ['p/a/v1'] });
  });
});

describe('gobbler list', () => {
  it('marks versions on probation and the latest one', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: '1' }, { probation: false });
    await publish(sandbox(), 'v3', { x: '3' }, { probation: false });
    await publish(sandbox(), 'v2', { x: '2' });
    fs.mkdirSync(path.join(sandbox().registry, 'p/a/v4'));
    expect(fieldsOf((await gobbler(sandbox(), ['list', 'p/a'])).stdout)).toEqual([
      ['v1', 'approved'],
      ['v2', 'pending'],
      ['v3', 'latest'],
      ['v4', 'unfinished'],
    ]);
    const { outputs } = await gobblerJson(sandbox(), ['list', 'p/a']);
    expect(outputs).toMatchObject({
      names: ['v1', 'v2', 'v3', 'v4'],
      latest: 'v3',
      versions: [
        { version: 'v1', state: 'approved', isLatest: false, uploadedBy: sandbox().me },
        { version: 'v2', state: 'pending', isLatest: false },
        { version: 'v3', state: 'approved', isLatest: true },
        { version: 'v4', state: 'unfinished', isLatest: false, uploadFinish: null },
      ],
    });
  });
});

describe('a table', () => {
  const table: Table = {
    columns: [{ title: 'NAME' }, { title: 'SIZE', isNumeric: true }, { title: 'RAW', isHidden: true }],
    rows: [
      [{ value: 'a\tb' }, { value: 2048, shown: '2.00 KiB' }, { value: 'x' }],
      [{ value: 'é🎈' }, { value: '' }, { value: '\u001b[31m' }],
    ],
  };

  it('is separated by tabs for programs, and no name can add a cell or a line', () => {
    expect(tsvLines(table)).toEqual(['a\\tb\t2048\tx', 'é🎈\t\t\\u001b[31m']);
  });

  it('is aligned for people', () => {
    expect(alignedLines(table)).toEqual(['NAME      SIZE', 'a\\tb  2.00 KiB', 'é🎈']);
    expect(alignedLines({ ...table, rows: [] })).toEqual([]);
  });
});
