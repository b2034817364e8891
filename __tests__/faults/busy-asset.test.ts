import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { connect, fetchManifest, uploadDirectory } from '../../src/client/index.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
const HOUR_MS = 60 * 60_000;
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

/** The registry during an upload: files, and no summary. */
function makeUnfinished(version: string, ageMs = 0): string {
  const directory = path.join(sandbox().registry, 'p/a', version);
  fill(directory, { 'd/e/f': 'f', g: 'g' });
  const time = new Date(Date.now() - ageMs);
  for (const item of ['d/e/f', 'd/e', 'd', 'g', '.']) fs.utimesSync(path.join(directory, item), time, time);
  return directory;
}

const uploads = (): number =>
  (faulty?.requests ?? []).filter((request) => request.startsWith('POST /new/request-upload')).length;

describe('while somebody else uploads to the same asset', () => {
  it('nothing is asked of the service, so that the project is not stalled, and the reason is reported', async () => {
    await sandbox().project('p');
    const other = makeUnfinished('w', HOUR_MS);
    // The file that is being copied is all that changes.
    fs.utimesSync(path.join(other, 'd/e/f'), new Date(), new Date());
    faulty = await startFaultyService(sandbox().url, () => false);
    const directory = sandbox().source({ x: 'x' });
    const notices: string[] = [];
    await uploadDirectory(await connect(faulty.url), {
      ...ref,
      directory,
      onEvent: (event) => {
        if (event.kind !== 'notice') return;
        notices.push(`${event.sentence} ${uploads()} ${leftInStaging(sandbox()).length}`);
        fs.rmSync(other, { recursive: true });
      },
    });
    expect(notices).toEqual([expect.stringMatching(/ 30 min .*\bp\/a\/w\b.* 0 0$/)]);
    expect(uploads()).toBe(1);
    expect((await fetchManifest(sandbox().connection, ref)).size).toBe(1);
  });

  it('leftovers of a crash are not waited for', async () => {
    await sandbox().project('p');
    makeUnfinished('w', HOUR_MS);
    const notices: string[] = [];
    await uploadDirectory(sandbox().connection, {
      ...ref,
      directory: sandbox().source({ x: 'x' }),
      onEvent: (event) => event.kind === 'notice' && notices.push(event.sentence),
    });
    expect(notices).toEqual([]);
  });

  it('the service decides where there is no patience, or no registry to look at', async () => {
    await sandbox().project('p');
    makeUnfinished('w');
    const directory = sandbox().source({ x: 'x' });
    await uploadDirectory(sandbox().connection, { ...ref, directory, lockPatienceMs: 0 });
    const elsewhere = { ...sandbox().connection, registryVisible: false };
    await uploadDirectory(elsewhere, { ...ref, version: 'v2', directory });
    expect((await fetchManifest(sandbox().connection, { ...ref, version: 'v2' })).size).toBe(1);
  });

  it('a lock is waited for again after the service has given up, with its reason in the log', async () => {
    await sandbox().project('p');
    const reason =
      'failed to lock asset directory "R/p/a"; timed out waiting for the lock to be acquired on "R/p/a/..LOCK"';
    faulty = await startFaultyService(
      sandbox().url,
      (request, response, count) =>
        // The health check comes first.
        request.url?.startsWith('/new/request-upload') === true &&
        count < 3 &&
        answer(response, 500, JSON.stringify({ status: 'ERROR', reason })),
    );
    sandbox().source({ x: 'x' });
    const { exitCode, log } = await use(sandbox(), '.', {
      with: { ...ref, directory: 'source' },
      env: { GOBBLER_URL: faulty.url },
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(log).toMatch(/ holds the lock; .* 30 more min/);
    expect(log).toContain('R/p/a/..LOCK');
    expect(uploads()).toBeGreaterThan(1);
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});
