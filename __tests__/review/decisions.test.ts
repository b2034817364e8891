import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  fetchManifest,
  findSummary,
  manifestDigest,
  rejectProbation,
} from '../../src/client/index.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { linksOf, type ReviewSite, shownText, startReviewSite } from '../helpers/review-site.ts';
import { leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const ref = { project: 'p', asset: 'a', version: 'v2' };
const PLACE = 'version/p/a/v2';

let proxy: FaultyService | undefined;
let site: ReviewSite | undefined;
async function open(...args: string[]): Promise<ReviewSite> {
  site = await startReviewSite(sandbox(), args);
  return site;
}
afterEach(async () => {
  await site?.stop();
  await proxy?.close();
  site = undefined;
  proxy = undefined;
});

const stateNow = async () => {
  const summary = await findSummary(sandbox().connection, ref, { forceRemote: true });
  return summary === undefined ? 'gone' : summary.onProbation ? 'pending' : 'approved';
};

/** Two versions of an asset, the second of which is on probation. */
async function twoVersions(): Promise<void> {
  await sandbox().project('p', { owners: ['akari', sandbox().me] });
  await publish(sandbox(), 'v1', { same: 'same', x: 'x', gone: 'gg' }, { probation: false });
  await publish(sandbox(), 'v2', { same: 'same', x: 'xxx', fresh: 'nnnn' });
}

/** Removes the version that was looked at, and publishes another one under its name. */
async function replace(files = { x: 'other' }): Promise<void> {
  await rejectProbation(sandbox().connection, ref);
  await publish(sandbox(), 'v2', files);
}

describe('the review page', () => {
  it('shows pending versions, and the facts and changes of one', async () => {
    await twoVersions();
    const { get } = await open();
    const list = await get();
    expect(list.status).toBe(200);
    expect(shownText(list)).toContain('1 version on probation in 1 project.');
    const link = linksOf(list).find((href) => href.endsWith(PLACE));
    const page = await get(link);
    const text = shownText(page);
    const { connection, me } = sandbox();
    const digest = manifestDigest(await fetchManifest(connection, ref));
    for (const part of [
      'on probation',
      `Uploaded by ${me}`,
      digest,
      'Changes since v1 , the latest version',
      '1 added, 1 changed, 1 removed ',
      '3 files (11 bytes) now, 3 files (7 bytes) before ',
      '7 bytes of new data, 4 bytes unchanged ',
    ])
      expect(text).toContain(part);
    expect(text).toContain(`gobbler approve p/a/v2 --manifest-digest ${digest} --url ${sandbox().url}`);
    expect(text).toContain('passed Manifest is complete.');
    expect(text).toContain('passed Links resolve.');
  });

  it('approves the content that it has shown', async () => {
    await twoVersions();
    const { get, submit } = await open();
    const answer = await submit(await get(PLACE), 'approve');
    expect(answer.status).toBe(303);
    expect(await stateNow()).toBe('approved');
    const text = shownText(await get(answer.headers.location));
    expect(text).toContain('You have approved this content');
    expect(text).toContain('latest version');
    expect(text).not.toContain('Decide');
    expect(shownText(await get())).toContain('You have approved p/a/v2');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('rejects a version only if its name is typed', async () => {
    await twoVersions();
    const { get, submit } = await open();
    const page = await get(PLACE);
    for (const typed of ['', 'v1', 'V2']) {
      const refused = await submit(page, 'reject', { version: typed });
      expect({ typed, status: refused.status }).toEqual({ typed, status: 400 });
    }
    expect(await stateNow()).toBe('pending');
    const answer = await submit(page, 'reject', { version: ' v2 ' });
    expect(answer.status).toBe(303);
    expect(await stateNow()).toBe('gone');
    const list = shownText(await get(answer.headers.location));
    expect(list).toContain('You have rejected p/a/v2');
    expect(list.match(/No version/g)).toEqual(['No version']);
    expect(list).not.toContain('Search versions');
    expect((await get(PLACE)).status).toBe(404);
  });

  it.each(['approve', 'reject'])('does not %s another content than it has shown', async (action) => {
    await twoVersions();
    const { get, submit } = await open();
    const page = await get(PLACE);
    await replace();
    const answer = await submit(page, action, action === 'reject' ? { version: 'v2' } : {});
    expect(answer.status).toBe(409);
    expect(shownText(answer)).toContain(action === 'reject' ? 'was not rejected' : 'was not approved');
    expect(await stateNow()).toBe('pending');
    // The page as it is now can be used.
    const [link] = linksOf(answer).filter((href) => href.endsWith(PLACE));
    expect((await submit(await get(link), 'approve')).status).toBe(303);
    expect(await stateNow()).toBe('approved');
  });

  it('says that a version is approved already, or gone', async () => {
    await twoVersions();
    const { get, submit } = await open();
    const page = await get(PLACE);
    await approveProbation(sandbox().connection, ref);
    const answer = await submit(page, 'approve');
    expect(answer.status).toBe(303);
    for (const shown of [await get(answer.headers.location), await get()]) {
      expect(shownText(shown)).toContain('was approved already, not on this page');
      expect(shownText(shown)).not.toContain('You have approved');
    }
    expect((await submit(page, 'reject', { version: 'v2' })).status).toBe(409);
    expect(await stateNow()).toBe('approved');
    await publish(sandbox(), 'v3', { x: 'y' });
    const third = await get('version/p/a/v3');
    await rejectProbation(sandbox().connection, { ...ref, version: 'v3' });
    expect((await submit(third, 'approve')).status).toBe(404);
    expect((await submit(third, 'reject', { version: 'v3' })).status).toBe(303);
    expect(shownText(await get())).toContain('p/a/v3 does not exist any more: it was rejected elsewhere');
    expect(shownText(await get())).not.toContain('You have rejected');
  });

  it.each([
    ['approve', 'p/a/v2 was approved already, not on this page', 'approved'],
    ['reject', 'p/a/v2 does not exist any more: it was rejected elsewhere', 'gone'],
  ])('does not claim the decision of somebody else who is faster to %s', async (action, said, state) => {
    await twoVersions();
    const place = path.join(sandbox().registry, 'p/a/v2');
    const summary = path.join(place, '..summary');
    proxy = await startFaultyService(sandbox().url, ({ method }, _, count) => {
      if (method !== 'POST' || count > 0) return false;
      if (action === 'reject') fs.rmSync(place, { recursive: true });
      else {
        const { on_probation: _, ...approved } = JSON.parse(fs.readFileSync(summary, 'utf8'));
        fs.writeFileSync(summary, JSON.stringify(approved));
      }
      return false;
    });
    site = await startReviewSite({ ...sandbox(), url: proxy.url });
    const { get, submit } = site;
    const answer = await submit(await get(PLACE), action, { version: 'v2' });
    expect({ status: answer.status, state: await stateNow() }).toEqual({ status: 303, state });
    expect(proxy.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    const list = shownText(await get());
    expect(list).toContain(said);
    expect(list).not.toContain('You have');
  });

  it.each(['approve', 'reject'])(
    'keeps a decision the user’s own when the form to %s is sent twice',
    async (action) => {
      await twoVersions();
      const { get, submit } = await open();
      const page = await get(PLACE);
      const [one, other] = await Promise.all([1, 2].map(() => submit(page, action, { version: 'v2' })));
      expect([one?.status, other?.status]).toEqual([303, 303]);
      const again = await submit(page, action, { version: 'v2' });
      expect(again.status).toBe(303);
      const list = shownText(await get());
      expect(list.match(/You have \w+ed p\/a\/v2/g)).toHaveLength(1);
      expect(list.toLowerCase()).not.toContain('somebody else');
    },
  );

  it('demands another approver than the uploader where that is required', async () => {
    await twoVersions();
    const { get, submit } = await open('--require-other-approver');
    const page = await get(PLACE);
    expect(shownText(page)).toContain('requires another approver');
    expect((await submit(page, 'approve')).status).toBe(403);
    expect(await stateNow()).toBe('pending');
  });

  it('is refused by the service where the user is no owner', async () => {
    await twoVersions();
    const { get, submit } = await open('--spoof', 'stranger');
    const answer = await submit(await get(PLACE), 'approve');
    expect(answer.status).toBe(403);
    expect(shownText(answer)).toContain('akari');
    expect(await stateNow()).toBe('pending');
  });

  it('has the service validate a version, and shows the result', async () => {
    await twoVersions();
    const { get, submit } = await open();
    const answer = await submit(await get(PLACE), 'validate');
    expect(answer.status).toBe(303);
    expect(shownText(await get(answer.headers.location))).toContain('passed Validated.');
  });

  it('says that the service does not answer, and goes on when it does', async () => {
    await twoVersions();
    const { get, submit } = await open();
    const page = await get(PLACE);
    await sandbox().stopService();
    for (const place of ['', PLACE, 'changes/p/a/v9', 'files/p/a/v9']) {
      const { status } = await get(place);
      expect({ place, status }).toEqual({ place, status: 503 });
    }
    expect((await submit(page, 'approve')).status).toBe(503);
  });

  it('does not start without its project or its port', async () => {
    await twoVersions();
    const { port } = await open();
    const taken = await gobblerJson(sandbox(), ['review', '--port', String(port)]);
    expect(taken).toMatchObject({ exitCode: 2, error: { problem: 'port-unavailable', facts: { port } } });
    const missing = await gobblerJson(sandbox(), ['review', 'q']);
    expect(missing).toMatchObject({ exitCode: 2, error: { code: 'not-found' } });
  });

  it('prints its address and how to reach it from elsewhere, and ends well with Ctrl-C', async () => {
    await twoVersions();
    const { address, log, port, stop } = await open('p');
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect(await stop()).toBe(0);
    expect(log()).toMatch(new RegExp(`^  ssh -N -L ${port}:127\\.0\\.0\\.1:${port} \\S+$`, 'm'));
  });
});
