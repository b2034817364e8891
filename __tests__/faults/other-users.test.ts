import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { validateVersion } from '../../src/client/index.ts';
import { asUser, STEP_USER, STRANGER, sandboxOfOthers, works } from '../helpers/as-others.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { leftInStaging, type Sandbox } from '../helpers/sandbox.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { ageStaging } from '../helpers/stops.ts';

const ref = { project: 'p', asset: 'a', version: 'v' };
const ours = (run: string): string => `gobbler-action-${run.repeat(24)}`;
const rooted = severalUsers ? describe : describe.skip;

rooted('as root: a step in a staging directory that everybody shares', () => {
  let box: Sandbox;
  let faulty: FaultyService | undefined;
  beforeEach(async () => {
    box = await sandboxOfOthers();
  });
  afterEach(async () => {
    await faulty?.close();
    faulty = undefined;
    await box.close();
  });

  /** A file that everybody may read, and one that only the step may. */
  function makeSource(): void {
    const directory = box.source({ 'd/x': 'x', private: 'p' });
    fs.chmodSync(path.join(directory, 'private'), 0o600);
    execFileSync('chown', ['-hR', STEP_USER, directory]);
  }

  const step = (prefix = asUser(STEP_USER), url = box.url): Promise<UseResult> =>
    use(box, '.', { with: { ...ref, directory: 'source' }, prefix, env: { GOBBLER_URL: url } });

  it.each(['000', '022', '077'])(
    'lets nobody else write to its entries or remove them, under umask %s',
    async (umask) => {
      makeSource();
      const forbidden: string[] = [];
      const allowed: string[] = [];
      faulty = await startFaultyService(box.url, ({ url }) => {
        if (url?.startsWith('/new/request-upload') !== true) return false;
        for (const name of leftInStaging(box)) {
          const item = path.join(box.staging, name);
          const attempts = fs.statSync(item).isDirectory()
            ? [`touch ${item}/d/new`, `echo x >> ${item}/d/x`, `echo x >> ${item}/private`, `rm ${item}/d/x`]
            : [`echo x >> ${item}`];
          for (const attempt of [...attempts, `rm -r ${item}`, `mv ${item} ${item}-away`]) {
            (works(STRANGER, attempt) ? allowed : forbidden).push(attempt);
          }
        }
        return false;
      });
      const umasked = [...asUser(STEP_USER), 'sh', '-c', `umask ${umask}; exec "$@"`, 'sh'];
      const { exitCode, log } = await step(umasked, faulty.url);
      expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
      expect(allowed).toEqual([]);
      expect(forbidden).toHaveLength(9);
      await validateVersion(box.connection, ref);
      expect(leftInStaging(box)).toEqual([]);
    },
  );

  it('sweeps its own leftovers and nothing else', async () => {
    makeSource();
    const precious = path.join(box.root, 'precious');
    fs.mkdirSync(precious);
    fs.writeFileSync(path.join(precious, 'file'), 'precious');
    const make = (name: string, owner: string): void => {
      fs.mkdirSync(path.join(box.staging, name));
      fs.writeFileSync(path.join(box.staging, name, 'file'), '');
      execFileSync('chown', ['-R', owner, path.join(box.staging, name)]);
    };
    for (const run of ['0', '1']) {
      make(ours(run), STEP_USER);
      // Its links may lead anywhere.
      fs.symlinkSync(precious, path.join(box.staging, ours(run), 'link'));
    }
    make(`request-upload-${ours('2')}-17`, STEP_USER);
    const foreign = [
      ours('3'), // of somebody else
      `x${ours('4')}`,
      `${ours('5')}0`,
      `gobbler-action-${'g'.repeat(24)}`,
      `upload-${'6'.repeat(24)}`,
      'request-upload-by-hand',
    ];
    for (const name of foreign) make(name, name === ours('3') ? STRANGER : STEP_USER);
    fs.symlinkSync(precious, path.join(box.staging, ours('7')));
    execFileSync('chown', ['-h', STEP_USER, path.join(box.staging, ours('7'))]);
    ageStaging(box);
    make(ours('8'), STEP_USER); // of a run that may still be at work
    expect((await step()).exitCode).toBe(0);
    expect(leftInStaging(box).sort()).toEqual([...foreign, ours('7'), ours('8')].sort());
    expect(fs.readFileSync(path.join(precious, 'file'), 'utf8')).toBe('precious');
  });

  it('as root sweeps nothing of other users either, though it could', async () => {
    box.source({ x: 'x' });
    const name = ours('9');
    fs.mkdirSync(path.join(box.staging, name));
    execFileSync('chown', [STRANGER, path.join(box.staging, name)]);
    ageStaging(box);
    await step([]);
    expect(leftInStaging(box)).toEqual([name]);
  });

  it('learns that it cannot write there', async () => {
    makeSource();
    fs.chmodSync(box.staging, 0o755);
    const { exitCode, log } = await step();
    expect(exitCode).toBe(1);
    expect(log).toContain('::error title=Staging directory::');
    expect(log).toContain('this user cannot write to it (EACCES');
    expect(leftInStaging(box)).toEqual([]);
  });

  it('learns that the service cannot see its files', async () => {
    makeSource();
    execFileSync('chown', [STEP_USER, box.staging]);
    fs.chmodSync(box.staging, 0o700);
    const { exitCode, log } = await step();
    expect(exitCode).toBe(1);
    expect(log).toContain('::error title=Staging directory::');
    expect(log).toContain('the service does not see files in');
    expect(leftInStaging(box)).toEqual([]);
  });
});
