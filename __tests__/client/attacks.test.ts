import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connect, uploadDirectory } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

const isUpload = (request: { url?: string | undefined }) => request.url?.includes('request-upload') === true;

/** A connection through a fault that sees the staged directory at the moment of the upload. */
async function through(fault: Fault) {
  faulty = await startFaultyService(sandbox().url, fault);
  return connect(faulty.url);
}

const stagedDirectory = (): string => {
  const name = leftInStaging(sandbox()).find((item) => item.startsWith('gobbler-action-'));
  return path.join(sandbox().staging, name ?? 'nothing is staged');
};

describe('in the staging directory that everybody shares', () => {
  it('a directory that others put in the place of a staged one is not removed', async () => {
    await sandbox().project('p');
    const connection = await through((request) => {
      if (!isUpload(request)) return false;
      const ours = stagedDirectory();
      fs.renameSync(ours, path.join(sandbox().root, 'moved away'));
      fs.mkdirSync(ours);
      fs.writeFileSync(path.join(ours, 'precious'), 'of somebody else');
      return false;
    });
    const directory = sandbox().source({ x: 'x' });
    await uploadDirectory(connection, { ...ref, directory }).catch(() => undefined);
    expect(fs.readFileSync(path.join(stagedDirectory(), 'precious'), 'utf8')).toBe('of somebody else');
  });

  it('others cannot write to staged files, whatever the source allows', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'd/open': 'GOOD', setuid: 'GOOD', plain: 'GOOD' });
    fs.chmodSync(path.join(directory, 'd/open'), 0o666);
    fs.chmodSync(path.join(directory, 'setuid'), 0o4755);
    fs.chmodSync(path.join(directory, 'd'), 0o777);
    const modes: Record<string, string> = {};
    const connection = await through((request) => {
      if (!isUpload(request)) return false;
      for (const item of ['.', 'd', 'd/open', 'setuid', 'plain']) {
        modes[item] = (fs.statSync(path.join(stagedDirectory(), item)).mode & 0o7777).toString(8);
      }
      return false;
    });
    await uploadDirectory(connection, { ...ref, directory });
    expect(modes).toEqual({ '.': '755', d: '755', 'd/open': '644', setuid: '644', plain: '644' });
    expect(fs.statSync(path.join(directory, 'd/open')).mode & 0o7777).toBe(0o666);
  });

  it('others cannot read staged files before they are complete', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const modes: number[] = [];
    await uploadDirectory(sandbox().connection, {
      ...ref,
      directory,
      onEvent: (event) => {
        const staging = event.kind === 'progress' && event.stage === 'stage';
        if (staging) modes.push(fs.statSync(stagedDirectory()).mode & 0o777);
      },
    });
    expect(modes).toEqual([0o700]);
  });
});

describe('when the answer of the service is lost', () => {
  it('a version that somebody else published meanwhile is not mistaken for this one, and the source stays', async () => {
    await sandbox().project('p');
    const theirs = sandbox().source({ x: 'THEM' }, 'theirs');
    const connection = await through((request, response) => {
      if (!isUpload(request)) return false;
      void uploadDirectory(sandbox().connection, { ...ref, directory: theirs }).then(() =>
        response.destroy(),
      );
      return true;
    });
    const directory = sandbox().source({ x: 'MINE' });
    const error = await failureOf(
      uploadDirectory(connection, { ...ref, directory, consume: true, verify: 'off' }),
    );
    expect(error).toMatchObject({ code: 'connection-lost', facts: { seen: { kind: 'differs' } } });
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('MINE');
  });
});

describe('when another upload holds a lock', () => {
  it('everything is staged anew before it is tried again, in case the service has moved it', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'content' });
    fs.chmodSync(path.join(directory, 'x'), 0o600); // has to be copied, so the service may move the copy
    const connection = await through((request, response, count) => {
      if (!isUpload(request) || count > 1) return false;
      fs.rmSync(path.join(stagedDirectory(), 'x'), { force: true });
      const reason = 'failed to lock; timed out waiting for the lock to be acquired on "R/p/..LOCK_USAGE"';
      return answer(response, 500, JSON.stringify({ status: 'ERROR', reason }));
    });
    const { manifest } = await published(connection, { ...ref, directory });
    expect(manifest.get('x')?.size).toBe(7);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is given up when the patience is over', async () => {
    await sandbox().project('p');
    const connection = await through(
      (request, response) =>
        isUpload(request) &&
        answer(response, 500, '{"status":"ERROR","reason":"timed out waiting for the lock"}'),
    );
    const directory = sandbox().source({ x: 'x' });
    const error = await failureOf(uploadDirectory(connection, { ...ref, directory, lockPatienceMs: 0 }));
    expect(error.code).toBe('lock-timeout');
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('a source that is given away', () => {
  it('stays while the version is on probation, since a rejection would remove the only copy', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await uploadDirectory(sandbox().connection, { ...ref, directory, consume: true, probation: true });
    expect(fs.existsSync(path.join(directory, 'x'))).toBe(true);
  });

  it('keeps an entry that took the place of a published file or link', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', l: { link: 'x' } });
    fs.chmodSync(path.join(directory, 'x'), 0o600);
    const times = fs.statSync(path.join(directory, 'x'));
    const connection = await through((request) => {
      if (!isUpload(request)) return false;
      for (const name of ['x', 'l']) fs.rmSync(path.join(directory, name));
      fs.writeFileSync(path.join(directory, 'new-x'), 'y');
      fs.utimesSync(path.join(directory, 'new-x'), times.atime, times.mtime);
      fs.renameSync(path.join(directory, 'new-x'), path.join(directory, 'x'));
      fs.writeFileSync(path.join(directory, 'l'), 'precious');
      return false;
    });
    await uploadDirectory(connection, { ...ref, directory, consume: true });
    expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('y');
    expect(fs.readFileSync(path.join(directory, 'l'), 'utf8')).toBe('precious');
  });
});

describe('a link that leads through a linked directory', () => {
  it('is refused if its text means another file than it leads to', async () => {
    await sandbox().project('p');
    sandbox().source({ 'dir/y': '', x: 'elsewhere' }, 'elsewhere');
    const directory = sandbox().source({
      x: 'here',
      '.dl': { link: path.join(sandbox().workspace, 'elsewhere/dir') },
      l: { link: '.dl/../x' },
    });
    expect(fs.readFileSync(path.join(directory, 'l'), 'utf8')).toBe('elsewhere');
    const error = await failureOf(
      uploadDirectory(sandbox().connection, { ...ref, directory, includeHidden: false }),
    );
    expect(error.facts).toMatchObject({ findings: [{ kind: 'outside-link', facts: { isIndirect: true } }] });
  });
});
