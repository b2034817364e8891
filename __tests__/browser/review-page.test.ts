import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findSummary, rejectProbation } from '../../src/client/index.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { type ReviewSite, startReviewSite } from '../helpers/review-site.ts';
import { type Entries, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';
import { accessibilityFindings, CHROMIUM, startChromium } from './chromium.ts';
import { openTunnel } from './tunnel.ts';

const isCi = (process.env.CI ?? '') !== '';

if (CHROMIUM === undefined && !isCi) {
  it.skip('needs the Debian package chromium, or $CHROMIUM', () => undefined);
} else {
  it('has a Chromium on this machine', () => {
    expect(CHROMIUM).toBeDefined();
  });
}

(CHROMIUM === undefined ? describe.skip : describe)('the review page in Chromium', () => {
  const sandbox = useSandbox();
  const ref = { project: 'p', asset: 'a', version: 'v2' };

  let browser: Browser;
  let context: BrowserContext | undefined;
  let site: ReviewSite | undefined;
  /** Everything that a page should not do. */
  const offences: string[] = [];

  beforeAll(async () => {
    browser = await startChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  afterEach(async () => {
    const cookies = (await context?.cookies()) ?? [];
    await context?.close();
    await site?.stop();
    context = undefined;
    site = undefined;
    expect({ cookies, offences: offences.splice(0) }).toEqual({ cookies: [], offences: [] });
  });

  /** Opens the page in a new window. Notes dialogs, foreign requests and errors of scripts and of the policy. */
  async function open(
    options: Parameters<Browser['newContext']>[0] = {},
    box: Parameters<typeof startReviewSite>[0] = sandbox(),
  ): Promise<Page> {
    site ??= await startReviewSite(box);
    const { address } = site;
    context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      offences.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => offences.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) offences.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['127.0.0.1', 'localhost'].includes(url.hostname)) offences.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    return page;
  }

  const stateNow = async () => {
    const summary = await findSummary(sandbox().connection, ref, { forceRemote: true });
    return summary === undefined ? 'gone' : summary.onProbation ? 'pending' : 'approved';
  };

  const CONTENT: Entries = {
    'notes.txt': 'one\ntwo\nthree\n',
    'counts.csv': 'gene,count\nTP53,1\n',
    'same.txt': 'same',
  };

  async function twoVersions(changes: Entries = { 'notes.txt': 'one\nzwei\nthree\n' }): Promise<void> {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', CONTENT, { probation: false });
    await publish(sandbox(), 'v2', { ...CONTENT, ...changes });
  }

  const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

  it('is looked at, compared with the latest version, and approved', async () => {
    await twoVersions();
    const page = await open();
    await page.getByRole('link', { name: 'p/a/v2' }).click();
    expect(await heading(page)).toMatch(/^p\/a\/v2\s+on probation$/);
    await page.getByRole('link', { name: 'notes.txt' }).click();
    expect(await page.locator('tr.removed').innerText()).toContain('two');
    expect(await page.locator('tr.added').innerText()).toContain('zwei');
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'v2' }).click();
    await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
    expect(await page.getByRole('status').innerText()).toContain('You have approved this content');
    expect(await stateNow()).toBe('approved');
    // A reload sends no form again.
    await page.reload();
    expect(await heading(page)).toMatch(/approved$|latest version$/);
  });

  it('is used by keyboard alone', async () => {
    await twoVersions();
    const page = await open();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.innerText');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo(page, 'p/a/v2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/version\/p\/a\/v2/);
    await tabTo(page, 'Approve p/a/v2');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await stateNow()).toBe('approved');
  });

  /** Presses Tab until something has the focus, which a user has to see. */
  async function tabTo(page: Page, text: string): Promise<void> {
    for (let presses = 0; presses < 50; presses++) {
      await page.keyboard.press('Tab');
      const [found, outline] = (await page.evaluate(
        `[document.activeElement.innerText, getComputedStyle(document.activeElement).outlineStyle]`,
      )) as [string, string];
      if (found !== text) continue;
      expect(outline).toBe('solid');
      return;
    }
    throw new Error(`Tab does not lead to ${text}`);
  }

  it('shows images of both versions side by side', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    // Bytes behind the end of a PNG are another content, and the same picture.
    for (const [version, bytes] of [
      ['v1', pixel],
      ['v2', Buffer.concat([pixel, Buffer.from('more')])],
    ] as const)
      fs.writeFileSync(`${sandbox().source({}, `a-${version}`)}/plot.png`, bytes);
    await twoVersions();
    const page = await open();
    await page.goto(`${site?.address}compare/p/a/v2/plot.png`);
    await page.waitForLoadState('load');
    const shown = await page.locator('img').evaluateAll((all) =>
      (all as unknown as { naturalWidth: number; alt: string }[]).map(({ naturalWidth, alt }) => ({
        naturalWidth,
        alt,
      })),
    );
    expect(shown).toEqual([
      { naturalWidth: 1, alt: 'plot.png in v1' },
      { naturalWidth: 1, alt: 'plot.png in v2' },
    ]);
  });

  it('rejects a version whose name is typed', async () => {
    await twoVersions();
    const page = await open();
    await page.getByRole('link', { name: 'p/a/v2' }).click();
    const reject = page.getByRole('button', { name: 'Reject p/a/v2' });
    const field = page.getByLabel('Type the version');
    // The browser sends no empty field.
    await reject.click();
    expect(await heading(page)).toContain('on probation');
    await field.fill('v1');
    await reject.click();
    expect(await heading(page)).toBe('p/a/v2 was not rejected');
    await page.goBack();
    await field.fill('v2');
    await reject.click();
    expect(await page.getByRole('status').innerText()).toContain('You have rejected p/a/v2');
    expect(await stateNow()).toBe('gone');
  });

  it('approves nothing that was replaced between the look and the click', async () => {
    await twoVersions();
    const page = await open();
    await page.getByRole('link', { name: 'p/a/v2' }).click();
    await rejectProbation(sandbox().connection, ref);
    await publish(sandbox(), 'v2', { ...CONTENT, 'notes.txt': 'something else\n' });
    await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
    expect(await heading(page)).toBe('p/a/v2 was not approved');
    expect(await page.getByRole('alert').innerText()).toMatch(/[0-9a-f]{64}.*[0-9a-f]{64}/);
    expect(await stateNow()).toBe('pending');
    await page.getByRole('link', { name: 'Look at the version as it is now' }).click();
    await page.getByRole('link', { name: 'notes.txt' }).click();
    expect(await page.locator('tr.added').innerText()).toContain('something else');
    await page.goBack();
    await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
    await page.getByRole('status').waitFor();
    expect(await stateNow()).toBe('approved');
  });

  it('says that the service is not available, and works again when it is', async () => {
    await twoVersions();
    let isDown = false;
    const proxy = await startFaultyService(sandbox().url, (request) => {
      if (isDown) request.socket.destroy();
      return isDown;
    });
    try {
      const page = await open({}, { ...sandbox(), url: proxy.url });
      await page.getByRole('link', { name: 'p/a/v2' }).click();
      isDown = true;
      await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
      expect(await heading(page)).toBe('p/a/v2 was not approved');
      expect(await page.getByRole('alert').innerText()).toContain(proxy.url);
      await page.getByRole('link', { name: 'Pending', exact: true }).click();
      expect(await heading(page)).toBe('The service does not answer');
      expect(await accessibilityFindings(page)).toEqual([]);
      isDown = false;
      await page.reload();
      await page.getByRole('link', { name: 'p/a/v2' }).click();
      await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
      await page.getByRole('status').waitFor();
      expect(await stateNow()).toBe('approved');
    } finally {
      await proxy.close();
    }
  });

  it('is used through a tunnel from another port', async () => {
    await twoVersions();
    const page = await open();
    const { port } = site as ReviewSite;
    const tunnel = await openTunnel(port);
    try {
      const address = new URL(page.url());
      address.hostname = 'localhost';
      address.port = String(tunnel.port);
      await page.goto(address.href);
      await page.getByRole('link', { name: 'p/a/v2' }).click();
      await page.getByRole('button', { name: 'Approve p/a/v2' }).click();
      await page.getByRole('status').waitFor();
      expect(await stateNow()).toBe('approved');
    } finally {
      await tunnel.close();
    }
  });

  /** Files and names by which an uploader would attack an approver. */
  const HOSTILE: Entries = {
    '<script>alert(1)</script>.txt': '<script>alert(2)</script>\n',
    '"><img src=x onerror=alert(3)>.txt': '<img src=x onerror=alert(4)>\n',
    "' onmouseover='alert(5)": 'x',
    'page.html':
      '<!doctype html><script>alert(6)</script><meta http-equiv="refresh" content="0;url=http://attacker.example/">',
    'picture.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(7)"><script>alert(8)</script></svg>',
    'not-a-picture.png': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(9)"/>',
    'table.csv': '<script>alert(10)</script>,"=HYPERLINK(""http://attacker.example"")"\n',
    'datapackage.json': JSON.stringify({
      title: '<script>alert(11)</script>',
      description: '<img src="http://attacker.example/x.png" onerror="alert(12)">',
      licenses: [{ name: 'javascript:alert(13)' }],
    }),
    '\u202egnp.exe': 'x',
  };

  it('shows hostile names and files as text, and runs and loads nothing of them', async () => {
    await twoVersions(HOSTILE);
    const page = await open();
    await page.getByRole('link', { name: 'p/a/v2' }).click();
    expect(await page.locator('main').innerText()).toContain('<script>alert(11)</script>');
    const links = await page
      .locator('table.list a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.length).toBe(Object.keys(HOSTILE).length);
    for (const link of links) {
      await page.goto(new URL(link, page.url()).href);
      await page.mouse.move(100, 100);
      expect(
        await page.locator('script, iframe, object, embed, [onerror], [onload], [onmouseover]').count(),
      ).toBe(0);
      expect(await page.locator('main').innerText()).not.toContain('attacker.example/x.png"></');
    }
    expect(page.url().startsWith(site?.address ?? '?')).toBe(true);
  });

  it('downloads foreign files, and never shows them', async () => {
    await twoVersions(HOSTILE);
    const page = await open();
    for (const file of ['page.html', 'picture.svg', 'datapackage.json']) {
      await page.goto(`${site?.address}file/p/a/v2/${file}`);
      const before = page.url();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      expect(fs.readFileSync(await download.path(), 'utf8')).toBe(HOSTILE[file]);
      expect(page.url()).toBe(before);
    }
    for (const file of ['picture.svg', 'not-a-picture.png', 'page.html']) {
      const answer = await page.goto(`${site?.address}image/p/a/v2/${file}`);
      expect({ file, status: answer?.status() }).toEqual({ file, status: 415 });
    }
  });

  it('cannot be framed or read by another site, which knows its address', async () => {
    await twoVersions();
    const page = await open();
    const { address } = site as ReviewSite;
    // Another port of this machine is the same site for a browser, and another origin.
    const { createServer } = await import('node:http');
    const attacker = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="${address}"></iframe><img id="i" src="${address}style.css">
<form method="post" action="${address}approve/p/a/v2"><input name="digest" value="${'0'.repeat(64)}"><button>Win</button></form>`);
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    try {
      await page.goto(`http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`);
      const [frame] = page.frames().slice(1);
      expect((await frame?.locator('body').innerText()) ?? '').not.toContain('Pending versions');
      const read = await page.evaluate(
        `fetch(${JSON.stringify(address)}).then(() => 'read', () => 'refused')`,
      );
      expect(read).toBe('refused');
      await page.getByRole('button', { name: 'Win' }).click();
      expect(await page.locator('body').innerText()).toContain('Another site has sent this request');
      expect(await stateNow()).toBe('pending');
    } finally {
      attacker.closeAllConnections();
      await new Promise((resolve) => attacker.close(resolve));
      // The policy of this page has refused what it should.
      offences.splice(0);
    }
  });

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    'has no findings of axe-core, and fits: %s, %d px',
    async (colorScheme, width) => {
      await twoVersions({ ...HOSTILE, 'notes.txt': 'one\nzwei\n', [`${'long-name-'.repeat(20)}.txt`]: 'x' });
      const page = await open({ colorScheme, viewport: { width, height: 740 } });
      const places = [
        ...['', '?q=nothing', '?all=1', 'projects', 'project/p', 'asset/p/a'],
        ...['version/p/a/v2', 'version/p/a/v1', 'version/p/a/v9', 'changes/p/a/v2', 'files/p/a/v2'],
        ...['compare/p/a/v2/notes.txt', 'compare/p/a/v2/table.csv', 'compare/p/a/v2/datapackage.json'],
        ...['file/p/a/v2/notes.txt', 'file/p/a/v2/counts.csv', 'file/p/a/v2/not-a-picture.png'],
      ];
      for (const place of places) {
        await page.goto(`${site?.address}${place}`);
        const findings = await accessibilityFindings(page);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect({ place, findings, overflow }).toEqual({ place, findings: [], overflow: 0 });
      }
    },
    120_000,
  );
});
