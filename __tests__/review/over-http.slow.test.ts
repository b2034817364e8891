import fs from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchManifest, findSummary, manifestDigest } from '../../src/client/index.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { ask, type ReviewSite, SAME_ORIGIN, shownText, startReviewSite } from '../helpers/review-site.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v2' };

let proxy: FaultyService | undefined;
let site: ReviewSite | undefined;
afterEach(async () => {
  await site?.stop();
  await proxy?.close();
  site = undefined;
  proxy = undefined;
});

/** Opens the page where the service reports directories that this machine does not have. */
async function openFar(places: { registry: string; staging: string }): Promise<ReviewSite> {
  await sandbox().project('p');
  const files = { 'same.txt': 'same', 'x.txt': 'one\n', 'd/index.html': 'html' };
  await publish(sandbox(), 'v1', files, { probation: false });
  await publish(sandbox(), 'v2', { ...files, 'x.txt': 'two\n' });
  proxy = await startFaultyService(
    sandbox().url,
    (request, response) => request.url === '/info' && answer(response, 200, JSON.stringify(places)),
  );
  site = await startReviewSite({ ...sandbox(), url: proxy.url });
  return site;
}

const FAR = { registry: '/nowhere/registry', staging: '/nowhere/staging' };

describe('the review page on a machine without the registry', () => {
  it('shows everything over HTTP, and a command where it cannot decide', async () => {
    const { get, address } = await openFar(FAR);
    expect(shownText(await get())).toContain('0 added, 1 changed');
    const page = await get('version/p/a/v2');
    const text = shownText(page);
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    expect(text).toContain('You cannot decide here');
    expect(text).toContain(FAR.staging);
    expect(text).toContain(`gobbler approve p/a/v2 --manifest-digest ${digest} --url ${proxy?.url}`);
    expect(text).toContain('passed Manifest is complete.');
    expect(text).toContain('passed Links resolve.');
    expect(page.text).not.toContain('method="post"');
    expect(shownText(await get('compare/p/a/v2/x.txt'))).toMatch(/- one .*\+ two/);
    expect((await get('download/p/a/v2/d/index.html')).text).toBe('html');
    expect(shownText(await get('asset/p/a'))).toContain('on probation');
    expect(shownText(await get('projects'))).toContain(sandbox().me);
    expect(shownText(await get('project/p'))).toContain('Usage');
    // A form that was made by hand has no effect either: no page shows the secret of the forms.
    const forged = await ask(
      new URL('approve/p/a/v2', address),
      { method: 'POST', headers: { ...SAME_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' } },
      new URLSearchParams({ secret: '', digest }).toString(),
    );
    expect(forged.status).toBe(403);
    expect((await findSummary(sandbox().connection, ref, { forceRemote: true }))?.onProbation).toBe(true);
  });

  it('decides where it has the staging directory', async () => {
    const { get, submit } = await openFar({ ...FAR, staging: sandbox().staging });
    expect((await submit(await get('version/p/a/v2'), 'approve')).status).toBe(303);
    expect((await findSummary(sandbox().connection, ref, { forceRemote: true }))?.onProbation).toBe(false);
  });

  it('finds a manifest that lacks files, and a link that leads to nothing', async () => {
    const { get } = await openFar(FAR);
    const { registry } = sandbox();
    const place = `${registry}/p/a/v2/..manifest`;
    const manifest = JSON.parse(fs.readFileSync(place, 'utf8'));
    delete manifest['x.txt'];
    manifest['missing.txt'] = { size: 1, md5sum: 'd41d8cd98f00b204e9800998ecf8427e' };
    manifest['same.txt'].link.path = 'elsewhere.txt';
    fs.writeFileSync(place, JSON.stringify(manifest));
    const text = shownText(await get('version/p/a/v2'));
    expect(text).toContain(
      'failed Manifest is complete. Listed, but missing: 1. There, but not listed: 1. missing.txt x.txt',
    );
    expect(text).toContain('failed Links resolve. 1 of 2 links do not lead to a file of that content.');
    expect(shownText(await get('file/p/a/v2/missing.txt'))).toContain('The service does not have the file');
  });

  it('says that the bytes of a file are not those of the manifest', async () => {
    const { get } = await openFar(FAR);
    fs.writeFileSync(`${sandbox().registry}/p/a/v2/x.txt`, 'TWO\n');
    for (const place of ['file/p/a/v2/x.txt', 'compare/p/a/v2/x.txt'])
      expect(shownText(await get(place))).toContain('other bytes in v2 than the manifest says');
  });
});

describe('a download', () => {
  /** Opens the page of a version with a file of several megabytes, whose downloads the service interrupts so. */
  async function openBroken(status: 404 | 500 | 'cut'): Promise<ReviewSite> {
    await sandbox().project('p');
    await publish(sandbox(), 'v2', { 'large.bin': 'x'.repeat(3_000_000) });
    proxy = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url?.endsWith('/large.bin') !== true) return false;
      if (status !== 'cut') return answer(response, status, 'no', 'text/plain');
      response.writeHead(200, { 'content-length': '3000000' });
      response.write('x'.repeat(1_000_000), () => response.destroy());
      return true;
    });
    site = await startReviewSite({ ...sandbox(), url: proxy.url });
    return site;
  }

  it('is not sent if it is longer than the manifest says, since a browser would take the rest for an answer', async () => {
    const { get } = await openFar(FAR);
    const forged = 'two\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nxx';
    fs.writeFileSync(`${sandbox().registry}/p/a/v2/x.txt`, forged);
    const { status, text } = await get('download/p/a/v2/x.txt');
    expect(status).toBe(502);
    expect(text).not.toContain('HTTP/1.1');
  });

  it.each([404, 500] as const)('that the service answers with %d is no file', async (status) => {
    const { get } = await openBroken(status);
    const found = await get('download/p/a/v2/large.bin');
    expect(found.status).toBe(502);
    expect(found.headers).not.toHaveProperty('content-disposition');
    expect(found.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('that is cut is no complete one', async () => {
    const { get } = await openBroken('cut');
    await expect(get('download/p/a/v2/large.bin')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await get('version/p/a/v2')).status).toBe(200);
  });
});
