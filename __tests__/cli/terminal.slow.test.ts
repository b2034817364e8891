import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findSummary, listProjects, listVersions, rejectProbation } from '../../src/client/index.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { onTerminal } from '../helpers/terminal.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };

const COLOR = /\u001b\[\d+m/;
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('colors', () => {
  it('appear on a terminal', async () => {
    const { screen, exitCode } = await onTerminal(sandbox(), ['list', 'nope']);
    expect(exitCode).toBe(2);
    expect(screen).toContain('\u001b[31merror:\u001b[39m project "nope"');
    const doctor = await onTerminal(sandbox(), ['doctor', '--staging', '/nowhere']);
    expect(doctor.screen).toMatch(/^\u001b\[32mok\u001b\[39m +node /m);
    expect(doctor.screen).toMatch(/^\u001b\[31mfailure\u001b\[39m +staging /m);
  });

  it.each([
    ['--no-color', ['list', 'nope', '--no-color'], {}],
    ['--no-color in front', ['--no-color', 'list', 'nope'], {}],
    ['NO_COLOR', ['list', 'nope'], { NO_COLOR: '1' }],
    ['TERM=dumb', ['list', 'nope'], { TERM: 'dumb' }],
    ['NO_COLOR and --verbose', ['list', 'nope', '-v'], { NO_COLOR: '1' }],
  ])('do not appear with %s', async (_, args, env) => {
    const { screen, exitCode } = await onTerminal(sandbox(), args, { env });
    expect(exitCode).toBe(2);
    expect(screen).toMatch(/^error: project "nope"/m);
    expect(screen).not.toMatch(COLOR);
  });

  it('do not appear in files and pipes', async () => {
    const { stdout, stderr } = await gobbler(sandbox(), ['list', 'nope', '-v']);
    expect(stdout + stderr).not.toMatch(COLOR);
    expect((await gobbler(sandbox(), ['doctor'])).stdout).not.toMatch(COLOR);
  });
});

describe('a terminal', () => {
  it('shows nothing twice', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const place = path.join(sandbox().registry, 'p/a/v1');
    const published = await onTerminal(sandbox(), ['upload', 'results', 'p/a/v1']);
    expect({ exitCode: published.exitCode, count: times(published.screen, place) }).toEqual({
      exitCode: 0,
      count: 1,
    });
    const { screen } = await onTerminal(sandbox(), ['fetch', 'p/a']);
    expect(times(screen, place)).toBe(1);
    for (const line of [['status', 'p/a/v1'], ['usage', 'p'], ['await', 'p/a/v1'], ['status']]) {
      const said = (await onTerminal(sandbox(), line)).screen.trimEnd().split('\n');
      expect({ line, last: said.at(-1) }).not.toEqual({
        line,
        last: expect.stringMatching(/^(approved|1|ready)$/),
      });
    }
  });

  it('shows the answer alone with -q, and a file gets it whatever the terminal shows', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const { screen } = await onTerminal(sandbox(), ['status', 'p/a/v1', '-q']);
    expect(screen).toBe('approved\n');
    const approved = await onTerminal(sandbox(), ['approve', 'p/a/v1', '-q']);
    expect(approved.screen).toBe(`${path.join(sandbox().registry, 'p/a/v1')}\n`);
  });
});

describe('a command that cannot be undone', () => {
  const QUESTION = '[y/N]';

  it.each(['y\n', 'yes\n', 'Y\n'])('is done if the answer is %j', async (type) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x', y: 'y' });
    const { screen, exitCode } = await onTerminal(sandbox(), ['reject', 'p/a/v1'], {
      keys: [[QUESTION, type]],
    });
    expect({ exitCode, screen }).toEqual({
      exitCode: 0,
      screen: expect.stringContaining('2 files, 2 bytes'),
    });
    expect(await listVersions(sandbox().connection, ref)).toEqual([]);
  });

  it.each(['n\n', '\n', 'yep\n', '\u0004', '\u0003'])('is left alone if the answer is %j', async (type) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    for (const line of [
      ['reject', 'p/a/v1'],
      ['remove', 'p'],
    ]) {
      const { exitCode } = await onTerminal(sandbox(), line, { keys: [[QUESTION, type]] });
      expect({ line, exitCode }).toEqual({ line, exitCode: 130 });
    }
    expect((await findSummary(sandbox().connection, ref))?.onProbation).toBe(true);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is not asked about with --yes', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    const { screen, exitCode } = await onTerminal(sandbox(), ['remove', 'p/a', '--yes']);
    expect({ exitCode, isAsked: screen.includes(QUESTION) }).toEqual({ exitCode: 0, isAsked: false });
  });

  it('needs --yes where there is no terminal', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    for (const line of [
      ['reject', 'p/a/v1'],
      ['remove', 'p'],
    ]) {
      const { exitCode, error } = await gobblerJson(sandbox(), line);
      expect({ exitCode, error }).toMatchObject({
        exitCode: 2,
        error: {
          ...{ code: 'invalid-input', problem: 'unconfirmed', input: 'yes' },
          hint: expect.stringContaining('--yes'),
        },
      });
    }
    expect(await listProjects(sandbox().connection)).toEqual(['p']);
    expect(await gobbler(sandbox(), ['reject', 'p/a/v1', '-y'])).toMatchObject({ exitCode: 0 });
    // There is nothing left to confirm.
    expect(await gobbler(sandbox(), ['reject', 'p/a/v1'])).toMatchObject({ exitCode: 0 });
  });

  it('is not done to another content than the one that was asked about', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    const replace = async (): Promise<string> => {
      await rejectProbation(sandbox().connection, ref);
      fs.rmSync(path.join(sandbox().workspace, 'a-v1'), { recursive: true });
      await publish(sandbox(), 'v1', { x: 'other' });
      return 'y\n';
    };
    const { screen, exitCode } = await onTerminal(sandbox(), ['reject', 'p/a/v1'], {
      keys: [[QUESTION, replace]],
    });
    expect({ exitCode, screen }).toEqual({ exitCode: 4, screen: expect.stringContaining('content-differs') });
    expect(await listVersions(sandbox().connection, ref)).toEqual(['v1']);
  });
});

describe('a dry run', () => {
  it('lists the changes of an upload, file by file', async () => {
    await sandbox().project('p');
    const before = { same: 's', changed: 'before', grown: 'g', gone: 'gone', 'd/link-target': 't' };
    await publish(sandbox(), 'v1', before, { probation: false });
    const after = { same: 's', changed: 'after!', grown: 'gg', 'd/link-target': 't', 'd/new': 'new' };
    const directory = sandbox().source({ ...after, link: { link: 'd/link-target' } }, 'results');
    fs.mkdirSync(path.join(directory, 'empty'));
    const upload = ['upload', 'results', 'p/a/v2', '--dry-run'];
    const { exitCode, stdout } = await gobbler(sandbox(), upload);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        'added\t3\td/new',
        'added\t0\tempty',
        'added\t1\tlink',
        'changed\t6\tchanged',
        'changed\t2\tgrown',
        'removed\t4\tgone\n',
      ].join('\n'),
    });
    const { outputs } = await gobblerJson(sandbox(), upload);
    expect(outputs).toMatchObject({
      status: 'planned',
      previousVersion: 'v1',
      filesAdded: 3,
      filesChanged: 2,
      filesRemoved: 1,
    });
    const { screen } = await onTerminal(sandbox(), upload);
    expect(screen).toMatch(/^changed +6 bytes +changed$/m);
    expect(times(screen, 'd/new')).toBe(1);
    expect(await listVersions(sandbox().connection, ref)).toEqual(['v1']);
  });

  it('lists everything of a first version, and nothing of the same', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const first = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1', '--dry-run']);
    expect(first.stdout).toBe('added\t1\tx\n');
    await gobbler(sandbox(), ['upload', 'results', 'p/a/v1']);
    const same = await gobblerJson(sandbox(), [
      'upload',
      'results',
      'p/a/v2',
      '--dry-run',
      '--no-hash-cache',
    ]);
    expect(same.outputs).toMatchObject({ filesAdded: 0, filesChanged: 0, filesRemoved: 0 });
  });
});
