import fs from 'node:fs';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findSummary } from '../../src/client/index.ts';
import { ask, linksOf, type PageAnswer, type ReviewSite, startReviewSite } from '../helpers/review-site.ts';
import { type Entries, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const PLACE = 'version/p/a/v1';

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let site: ReviewSite;

async function open(files: Entries): Promise<void> {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', files);
  site = await startReviewSite(sandbox());
}

afterEach(() => site.stop());

const isPending = async (): Promise<boolean | undefined> =>
  (await findSummary(sandbox().connection, ref, { forceRemote: true }))?.onProbation;

/** The headers of every answer. */
function expectSafe({ headers }: PageAnswer): void {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe|\*/);
  expect(headers).not.toHaveProperty('set-cookie');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
}

describe('the guard of the review page', () => {
  beforeEach(() => open({ 'x.txt': 'text' }));

  it('shows nothing to those who do not know the address', async () => {
    const { origin, pathname } = new URL(site.address);
    const secret = pathname.slice(1, -1);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const path of [
      '/',
      '/favicon.ico',
      '/style.css',
      `/${secret}`,
      `/${wrong}/`,
      `/${wrong}/${PLACE}`,
      '/%2F',
      '//',
    ]) {
      const answer = await ask(new URL(`${origin}${path}`), { method: 'GET' });
      expect({ path, status: answer.status, html: answer.text.includes('<') }).toEqual({
        path,
        status: 404,
        html: false,
      });
      expectSafe(answer);
    }
  });

  it('listens on loopback only', async () => {
    const elsewhere = new URL(site.address);
    elsewhere.hostname = '127.0.0.2';
    await expect(ask(elsewhere, { method: 'GET' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each([
    ['a name that an attacker has moved here', 'attacker.example', 421],
    ['a name that begins like this machine', 'localhost.attacker.example', 421],
    ['an address of another machine', '10.0.0.1:80', 421],
    ['a name with an account', 'attacker@localhost:80', 421],
    ['this machine behind a tunnel from another port', 'localhost:8123', 200],
    ['its IPv6 address', '[::1]:8123', 200],
  ])('answers under the names of this machine only: %s', async (_, host, status) => {
    const answer = await site.get(PLACE, { host });
    expect(answer.status).toBe(status);
    expectSafe(answer);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['another site, by an old browser', { origin: 'https://attacker.example', 'sec-fetch-site': '' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', { origin: 'null', 'sec-fetch-site': '' }],
    ['a program that says nothing', { origin: '', 'sec-fetch-site': '' }],
  ])('takes no form from %s, even with the secrets', async (_, headers) => {
    const page = await site.get(PLACE);
    const answer = await site.submit(page, 'approve', {}, headers);
    expect(answer.status).toBe(403);
    expectSafe(answer);
    expect(await isPending()).toBe(true);
  });

  it('takes forms of its own, by browsers with and without Sec-Fetch-Site', async () => {
    const page = await site.get(PLACE);
    const { host } = new URL(site.address);
    const answer = await site.submit(page, 'approve', {}, { origin: `http://${host}`, 'sec-fetch-site': '' });
    expect(answer.status).toBe(303);
    expectSafe(answer);
    expect(await isPending()).toBe(false);
  });

  it.each<[string, Record<string, string>, number]>([
    ['without its secret', { secret: '' }, 403],
    ['with another secret', { secret: 'A'.repeat(32) }, 403],
    ['without a digest', { digest: '' }, 400],
    ['with another digest', { digest: '0'.repeat(64) }, 409],
    ['that is too long', { more: 'x'.repeat(100_000) }, 403],
  ])('takes no form %s', async (_, fields, status) => {
    const answer = await site.submit(await site.get(PLACE), 'approve', fields);
    expect(answer.status).toBe(status);
    expectSafe(answer);
    expect(await isPending()).toBe(true);
  });

  it('takes no form in another coding, and changes nothing by GET', async () => {
    const page = await site.get(PLACE);
    const asText = await site.submit(page, 'approve', {}, { 'content-type': 'text/plain' });
    expect(asText.status).toBe(403);
    for (const action of ['approve', 'reject', 'validate'])
      expect((await site.get(`${action}/p/a/v1`)).status).toBe(303);
    expect(await isPending()).toBe(true);
  });

  it('lets no other site embed its pages and files', async () => {
    for (const place of ['', PLACE, 'download/p/a/v1/x.txt', 'style.css']) {
      const { status } = await site.get(place, {
        'sec-fetch-site': 'same-site',
        'sec-fetch-mode': 'no-cors',
      });
      expect({ place, status }).toEqual({ place, status: 403 });
    }
    const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await site.get(PLACE, opened)).status).toBe(200);
  });

  it('answers GET, HEAD and POST only, and HEAD without a body', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const answer = await ask(new URL(PLACE, site.address), { method });
      expect({ method, status: answer.status }).toEqual({ method, status: 405 });
    }
    const head = await ask(new URL(PLACE, site.address), { method: 'HEAD' });
    expect({ status: head.status, length: head.body.length }).toEqual({ status: 200, length: 0 });
    const posted = await ask(new URL(PLACE, site.address), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(posted.status).toBe(405);
  });

  it('has no page for paths that lead elsewhere', async () => {
    const paths = [
      'version/p/a',
      'version/p/a/v1/x',
      'file/p/a/v1',
      'file/p/a/v1/..%2f..%2fx',
      'file/p/a/v1/%2e%2e/x',
      'file/p/a/v1/..manifest',
      'download/p/a/v1/%00',
      'version/..%2f/a/v',
      'version/%ff/a/v',
      'version/../../x',
      'x',
    ];
    for (const path of paths) {
      // Not by URL, which would resolve dots.
      const { hostname, port, pathname } = new URL(site.address);
      const answer = await ask(new URL(site.address), {
        hostname,
        port,
        path: `${pathname}${path}`,
        method: 'GET',
        agent: new http.Agent(),
      });
      expect({ path, isRefused: answer.status >= 400 && answer.status < 500 }).toEqual({
        path,
        isRefused: true,
      });
      expectSafe(answer);
    }
  });
});

describe('foreign files', () => {
  it('are sent as attachments, whatever they are', async () => {
    await open({
      'evil.html': '<script>alert(1)</script>',
      'evil.svg': '<svg onload="alert(1)"/>',
      'a b"\n;é.js': 'x',
      'x.pdf': '%PDF-1.4',
    });
    for (const path of ['evil.html', 'evil.svg', 'a b"\n;é.js', 'x.pdf']) {
      const answer = await site.get(`download/p/a/v1/${encodeURIComponent(path)}`);
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': expect.stringMatching(
            /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/,
          ),
          'content-security-policy': expect.stringContaining('sandbox'),
        },
      });
      expectSafe(answer);
      expect((await site.get(`image/p/a/v1/${encodeURIComponent(path)}`)).status).toBe(415);
    }
    expect((await site.get('download/p/a/v1/evil.svg')).text).toBe('<svg onload="alert(1)"/>');
    const manifest = await site.get('manifest/p/a/v1');
    expect(manifest.headers['content-disposition']).toMatch(/^attachment/);
    expect(Object.keys(JSON.parse(manifest.text))).toContain('evil.html');
  });

  it('are shown as images only if they are some, and small enough', async () => {
    const bomb = Buffer.from(PIXEL);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await sandbox().project('p');
    const directory = sandbox().source({}, 'a-v1');
    const files: Record<string, Buffer> = {
      'good.png': PIXEL,
      'script.png': Buffer.from('<script>alert(1)</script>'),
      'renamed.jpg': PIXEL,
      'cut.png': PIXEL.subarray(0, 20),
      'bomb.png': bomb,
      'good.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    };
    for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(`${directory}/${name}`, bytes);
    await publish(sandbox(), 'v1', {});
    site = await startReviewSite(sandbox());
    const good = await site.get('image/p/a/v1/good.png');
    expect(good).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'content-security-policy': expect.stringContaining('sandbox') },
    });
    expectSafe(good);
    expect(good.body.equals(PIXEL)).toBe(true);
    for (const name of ['script.png', 'renamed.jpg', 'cut.png', 'bomb.png', 'good.svg'])
      expect({ name, status: (await site.get(`image/p/a/v1/${name}`)).status }).toEqual({
        name,
        status: 415,
      });
  });

  it('may have any name, which every page shows as text, and every link reaches', async () => {
    const names = [
      '<script>alert(1)</script>.txt',
      `"'><img src=x onerror=alert(1)>`,
      '&lt;b&gt;',
      'a\nb',
      '\u202egnp.exe',
      '100%/%41/a?b=c#d;e',
      'ünï çödé \u05d0\u05d1',
      'javascript:alert(1)',
      '__proto__',
      ' ',
      'a\\b',
      '{{7*7}}',
    ];
    await open(Object.fromEntries(names.map((name) => [name, `content of ${name}`])));
    const pages = [
      await site.get(PLACE),
      await site.get('files/p/a/v1'),
      await site.get('files/p/a/v1?q=%3Cscript%3E'),
    ];
    const links = new Set(pages.flatMap(linksOf));
    for (const link of links) {
      const page = await site.get(link);
      expect({ link, status: page.status }).toEqual({ link, status: 200 });
      pages.push(page);
    }
    const shown = [...links].filter((link) => link.includes('/file/p/a/v1/'));
    expect(shown).toHaveLength(names.length);
    for (const { text, headers } of pages) {
      if (!headers['content-type']?.startsWith('text/html')) continue;
      expect(text).not.toMatch(
        /<script|<img src=x|onerror=alert\(1\)>(?!&)|[\u202a-\u202e]|href="javascript/,
      );
      expect(text).not.toContain('<b>');
    }
    const reversed = pages.find(({ text }) => text.includes('u202egnp.exe'));
    expect(reversed).toBeDefined();
    expect((await site.get('files/p/a/v1?q=SCRIPT')).text).toContain('of which 2 match the search');
  });
});
