import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { parse, stringify } from 'yaml';
import {
  createProject,
  fetchManifest,
  findSummary,
  manifestDigest,
  rejectProbation,
} from '../../src/client/index.ts';
import { loginOf, STEP_USER, sandboxOfOthers, works } from '../helpers/as-others.ts';
import {
  type Forge,
  type Message,
  type Recipient,
  startForge,
  startHttpRecipient,
} from '../helpers/notified.ts';
import { startReviewSite } from '../helpers/review-site.ts';
import { type Entries, leftInStaging, type Sandbox } from '../helpers/sandbox.ts';
import { PROGRAMS, severalUsers } from '../helpers/several-users.ts';
import type { ShellResult } from '../helpers/shell.ts';
import { programsOf, Site } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';
import { runWorkflow, type StepOutcome } from '../helpers/workflow.ts';
import { accessibilityFindings, CHROMIUM, startChromium } from './chromium.ts';
import { openTunnel } from './tunnel.ts';

/** Everything that the story needs of a machine. In CI, nothing may lack. */
const NEEDS = {
  root: severalUsers,
  chromium: CHROMIUM !== undefined,
  ...Object.fromEntries(
    ['curl', 'jq', 'make'].map((name) => [name, spawnSync(name, ['--version']).error === undefined]),
  ),
};
const lacking = Object.entries(NEEDS)
  .filter(([, isThere]) => !isThere)
  .map(([name]) => name);
const isTold = lacking.length === 0 || (process.env.CI ?? '') !== '';

if (!isTold) it.skip(`as root: needs ${lacking.join(', ')}`, () => undefined);

/** Owns the project. Sees the service, its staging directory, and nothing of its registry. */
const APPROVER = 'news';
const ASSET = { project: 'my-project', asset: 'my-analysis' };
const REF = { ...ASSET, version: '7-1' };
const NAME = 'my-project/my-analysis/7-1';
/** The commands of the page for approvers: list what waits, and serve the page. */
const PENDING = 'docs/approving.md#from-the-notification-to-the-release 2';
const REVIEW = 'docs/approving.md#from-the-notification-to-the-release 3';

const MODEL = 'm'.repeat(3_000_000);
const BEFORE: Entries = {
  'counts.csv': 'gene,count\nTP53,1\nBRCA1,4\n',
  'model.bin': MODEL,
  'old.txt': 'old\n',
};
const AFTER: Entries = {
  'counts.csv': 'gene,count\nTP53,1\nBRCA1,5\nMYC,2\n',
  'model.bin': MODEL,
  'report.txt': 'All is well.\n',
};
const MAKEFILE = `
results:
	@cp -r data results
release:
	@echo "Releasing $$VERSION"; cat "$$VERSION/report.txt"
.PHONY: release
`;

(isTold ? describe : describe.skip)('as root: a release that waits for its approver', () => {
  let browser: Browser;
  let box: Sandbox;
  let site: Site;
  /** Closes what a test has opened, the newest first. */
  let toClose: (() => Promise<unknown>)[];

  beforeAll(async () => {
    expect(lacking).toEqual([]);
    browser = await startChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    toClose = [];
    box = await sandboxOfOthers();
    await createProject(box.connection, ASSET.project, {
      owners: [APPROVER],
      uploaders: [{ id: STEP_USER }],
    });
    await publish(box, '6-1', BEFORE, { ...ASSET, probation: false });
    // If both finish in the same second, approval leaves the earlier one the latest (protocol §11.4).
    await setTimeout(1000 - (Date.now() % 1000));
    // Those who publish can read the registry, and nobody else.
    execFileSync('chown', [`:${STEP_USER}`, box.registry]);
    fs.chmodSync(box.registry, 0o750);
    expect([STEP_USER, APPROVER].map((user) => works(user, `ls ${box.registry}`))).toEqual([true, false]);
    site = new Site(box);
    const data = Object.entries(AFTER).map(([name, content]) => [`data/${name}`, content]);
    site.commit({ Makefile: MAKEFILE, ...Object.fromEntries(data) });
  });
  afterEach(async () => {
    for (const close of toClose.reverse()) await close();
    await box.close();
  });

  function closing<T extends { close: () => Promise<unknown> }>(opened: T): T {
    toClose.push(() => opened.close());
    return opened;
  }

  interface Job {
    /** Resolves once it waits for a decision; rejects if it ends before. */
    readonly waits: Promise<void>;
    readonly ended: Promise<StepOutcome[]>;
  }

  /** Starts the only job of a workflow as the user who publishes. */
  function startJob(workflow: string, context: Readonly<Record<string, string>>, url = box.url): Job {
    let isWaiting = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      isWaiting = resolve;
    });
    const ended = runWorkflow(box, workflow, {
      context: { 'github.run_number': '7', 'github.run_attempt': '1', ...context },
      env: { GOBBLER_URL: url, ...loginOf(box, STEP_USER) },
      inputs: { 'await-approval': { 'poll-interval': '0.2s', 'timeout-minutes': '40s' } },
      repository: site.repository,
      user: STEP_USER,
      onLine: (line) => {
        if (line.includes('is on probation after')) isWaiting();
      },
    });
    const early = ended.then((outcomes) => {
      throw new Error(`the job has not waited:\n${outcomes.map(({ log }) => log).join('')}`);
    });
    const waits = Promise.race([waiting, early]);
    waits.catch(() => undefined);
    toClose.push(() => ended);
    return { waits, ended };
  }

  /** The workflow of `gate.md` that waits, with the step of `notify.md` that posts a message once it has published. */
  function workflowWithMessage(): string {
    const [gate, chat] = [
      'docs/recipes/gate.md#publish-and-wait-for-the-approval 1',
      'docs/recipes/notify.md#a-chat 1',
    ].map((key) => parse(site.text(key)));
    const { steps } = gate.jobs.publish;
    const at = steps.findIndex(({ id }: { id?: string }) => id === 'publish');
    const post = chat.jobs.publish.steps.slice(at + 1);
    expect({ at, before: steps.slice(0, at + 1), posts: post.length }).toEqual({
      at: 2,
      before: chat.jobs.publish.steps.slice(0, at + 1),
      posts: 1,
    });
    steps.splice(at + 1, 0, ...post);
    return stringify(gate);
  }

  const startChat = async (): Promise<Recipient<Message>> =>
    closing(await startHttpRecipient(() => ({ status: 200 })));

  const WEBHOOK = (chat: Recipient<Message>) => ({ 'secrets.CHAT_WEBHOOK': `${chat.url}/hook` });

  /** The only message that a chat has got: its lines, and what an approver takes from them. */
  function notificationIn({ received }: Recipient<Message>) {
    expect(received).toHaveLength(1);
    const [{ text } = { text: '' }] = received.map(({ body }) => body as { text: string });
    const part = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
    return {
      link: part(/^Files: (\S+)$/m),
      digest: part(/^Digest: ([0-9a-f]{64})$/m),
      reviewCommand: part(/^To see the changes: `(.*)`$/m),
      approveCommand: part(/^To approve it: `(.*)`$/m),
    };
  }

  /** Runs a command in a shell of a user: the approver, unless another one is named. */
  const inShellOf = (command: string, user = APPROVER): Promise<ShellResult> =>
    site.run(['runuser', '-u', user, '--', 'bash', '-e'], command, {
      ...loginOf(box, user),
      GOBBLER_URL: box.url,
      PATH: `${programsOf(box)}:${PROGRAMS}:${process.env.PATH}`,
    });

  /** The approver starts the page by a command on one machine, and opens it through a tunnel on another one. */
  async function openPage(command = 'gobbler review'): Promise<Page> {
    const [program, name, ...args] = command.split(' ');
    expect([program, name]).toEqual(['gobbler', 'review']);
    const review = await startReviewSite(box, args, APPROVER);
    toClose.push(review.stop);
    const tunnel = closing(await openTunnel(review.port));
    const context = closing(await browser.newContext());
    const page = await context.newPage();
    const address = new URL(review.address);
    address.port = String(tunnel.port);
    await page.goto(address.href);
    expect(review.log()).toContain(`ssh -N -L ${review.port}:127.0.0.1:${review.port} ${APPROVER}@`);
    return page;
  }

  const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

  const rowsOf = (page: Page): Promise<string[][]> =>
    page
      .locator('table.list tbody tr')
      .evaluateAll((rows) =>
        (rows as unknown as { children: { innerText: string }[] }[]).map(({ children }) =>
          [...children].map(({ innerText }) => innerText),
        ),
      );

  const stateNow = async (): Promise<'gone' | 'pending' | 'approved'> => {
    const summary = await findSummary(box.connection, REF, { forceRemote: true });
    return summary === undefined ? 'gone' : summary.onProbation ? 'pending' : 'approved';
  };

  const codes = (outcomes: readonly StepOutcome[]) => outcomes.map(({ exitCode }) => exitCode);
  const stepOf = (outcomes: readonly StepOutcome[], part: string) =>
    outcomes.find(({ what }) => what.includes(part));

  it('is approved on the page, and goes out', async () => {
    const chat = await startChat();
    const job = startJob(workflowWithMessage(), WEBHOOK(chat));
    await job.waits;
    const { link, digest, reviewCommand, approveCommand } = notificationIn(chat);
    expect(link).toBe(`${box.url}/fetch/${NAME}/`);
    expect(await (await fetch(link)).text()).toContain('counts.csv');
    expect(approveCommand).toBe(`gobbler approve ${NAME} --manifest-digest ${digest} --url ${box.url}`);

    // The account of the job cannot approve for itself.
    expect(await inShellOf(approveCommand, STEP_USER)).toMatchObject({ exitCode: 3 });
    expect(await stateNow()).toBe('pending');

    const pending = await inShellOf(site.text(PENDING));
    expect(pending.stdout.split('\t')).toMatchObject([
      NAME,
      STEP_USER,
      expect.any(String),
      '3000045',
      '3',
      '1',
      '1',
      '1',
      '',
      '\n',
    ]);
    const page = await openPage(reviewCommand);
    expect((await rowsOf(page)).map(([name, uploader, , ...facts]) => [name, uploader, ...facts])).toEqual([
      [NAME, STEP_USER, '2.86 MiB', '3', '1 added, 1 changed, 1 removed, 45 bytes of new data'],
    ]);
    await page.getByRole('link', { name: NAME }).click();
    expect(await heading(page)).toMatch(/on probation$/);
    expect(await page.locator('dl.facts').first().innerText()).toContain(digest);
    expect(await rowsOf(page)).toEqual([
      ['counts.csv', 'changed', '26 bytes', '32 bytes'],
      ['report.txt', 'added', '', '13 bytes'],
      ['old.txt', 'removed', '4 bytes', ''],
    ]);
    await page.getByRole('link', { name: 'counts.csv' }).click();
    expect(await page.locator('tr.added').allInnerTexts()).toEqual([
      expect.stringContaining('BRCA1,5'),
      expect.stringContaining('MYC,2'),
    ]);
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: '7-1' }).click();
    expect(await stateNow()).toBe('pending');
    await page.getByRole('button', { name: `Approve ${NAME}` }).click();
    await page.getByRole('status').waitFor();
    expect(await heading(page)).toMatch(/latest version$/);
    expect(await stateNow()).toBe('approved');

    const outcomes = await job.ended;
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 0, 0]);
    const path = `${box.registry}/${NAME}`;
    expect(stepOf(outcomes, 'await-approval')?.outputs).toMatchObject({
      ...{ status: 'approved', approved: 'true', 'version-path': path, 'manifest-digest': digest },
      ...{ 'files-added': '1', 'files-changed': '1', 'files-removed': '1', 'new-bytes': '45' },
    });
    expect(outcomes.at(-1)).toMatchObject({
      what: 'make release',
      log: `Releasing ${path}\n${AFTER['report.txt']}`,
    });
    // The command of the notification has become one for a version that is approved.
    expect(await inShellOf(approveCommand)).toMatchObject({ exitCode: 0 });
    expect(await inShellOf(`gobbler status ${NAME}`)).toMatchObject({ exitCode: 0, stdout: 'approved\n' });
    expect(leftInStaging(box)).toEqual([]);
  });

  it('is rejected on the page, and does not go out', async () => {
    const forge: Forge = closing(
      await startForge({ kind: 'gitea', repository: 'lab/analysis', token: 'token', users: ['alicia'] }),
    );
    const job = startJob(site.text('docs/recipes/notify.md#an-issue 1'), {
      'github.token': 'token',
      'github.api_url': forge.apiUrl,
      'github.repository': 'lab/analysis',
    });
    await job.waits;
    expect(forge.issues).toMatchObject([{ state: 'open', assignees: ['alicia'], comments: [] }]);
    const command = /^ {4}(gobbler review .*)$/m.exec(forge.issues[0]?.body ?? '')?.[1];
    const page = await openPage(command);
    await page.getByRole('link', { name: NAME }).click();
    await page.getByLabel('Type the version').fill(REF.version);
    await page.getByRole('button', { name: `Reject ${NAME}` }).click();
    expect(await page.getByRole('status').innerText()).toContain(NAME);
    expect({ rows: await rowsOf(page), state: await stateNow() }).toEqual({ rows: [], state: 'gone' });

    const outcomes = await job.ended;
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 1, 0]);
    expect(stepOf(outcomes, 'await-approval')).toMatchObject({
      outputs: { status: 'rejected-or-expired', approved: 'false' },
      log: expect.stringContaining('(code not-found)'),
    });
    // The version was there: no other name is meant.
    expect(stepOf(outcomes, 'await-approval')?.log).not.toContain('Did you mean');
    expect(stepOf(outcomes, 'make release')).toBeUndefined();
    expect(forge.issues).toMatchObject([
      { state: 'closed', comments: [expect.stringContaining('rejected')] },
    ]);
    expect(leftInStaging(box)).toEqual([]);
  });

  it('does not go out if it is replaced between the look and the click', async () => {
    const chat = await startChat();
    const port = Number(new URL(box.url).port);
    const toService = closing(await openTunnel(port));
    const job = startJob(workflowWithMessage(), WEBHOOK(chat), `http://127.0.0.1:${toService.port}`);
    await job.waits;
    const { digest, approveCommand } = notificationIn(chat);
    const page = await openPage(site.text(REVIEW).trim().replace('8123', '0'));
    await page.getByRole('link', { name: NAME }).click();
    expect(await page.locator('dl.facts').first().innerText()).toContain(digest);

    // The job sees nothing between the rejection and the other upload.
    const release = toService.hold();
    await rejectProbation(box.connection, REF);
    await publish(box, REF.version, { ...AFTER, 'counts.csv': 'gene,count\n' }, ASSET);
    await page.getByRole('button', { name: `Approve ${NAME}` }).click();
    expect(await heading(page)).toBe(`${NAME} was not approved`);
    expect(await page.getByRole('alert').innerText()).toContain(digest);
    const pasted = await inShellOf(`${approveCommand.replace(/--url \S+/, '')} --json`);
    expect(JSON.parse(pasted.stdout)).toMatchObject({
      exitCode: 4,
      error: { code: 'content-differs', facts: { pinned: digest } },
    });
    expect(await stateNow()).toBe('pending');

    await page.getByRole('link', { name: 'Look at the version as it is now' }).click();
    expect((await rowsOf(page))[0]).toEqual(['counts.csv', 'changed', '26 bytes', '11 bytes']);
    await page.getByRole('button', { name: `Approve ${NAME}` }).click();
    await page.getByRole('status').waitFor();
    expect(await stateNow()).toBe('approved');
    release();

    const outcomes = await job.ended;
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 1]);
    const { outputs, log } = stepOf(outcomes, 'await-approval') as StepOutcome;
    expect({ outputs, log }).toMatchObject({
      outputs: { status: 'replaced', approved: 'false' },
      log: expect.stringContaining('(code content-differs)'),
    });
    expect(outputs['manifest-digest']).not.toBe(digest);
  });

  it('is shown completely over HTTP, and the page names the requirements for a decision', async () => {
    await publish(box, REF.version, AFTER, ASSET);
    const seen = await inShellOf('gobbler status');
    expect(seen).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('(not visible here)') });
    const page = await openPage();
    const base = page.url();
    const textOf = async (place: string): Promise<string> => {
      await page.goto(`${base}${place}`);
      return page.locator('main').innerText();
    };
    expect(await textOf('projects')).toContain(ASSET.project);
    expect(await textOf(`project/${ASSET.project}`)).toContain(STEP_USER);
    expect(await textOf(`asset/${ASSET.project}/${ASSET.asset}`)).toMatch(
      /on probation[\s\S]*latest version/,
    );
    expect(await textOf(`files/${NAME}`)).toMatch(/counts\.csv[\s\S]*model\.bin[\s\S]*report\.txt/);
    expect(await textOf(`file/${NAME}/report.txt`)).toContain('All is well.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download', exact: true }).click(),
    ]);
    expect(fs.readFileSync(await download.path(), 'utf8')).toBe(AFTER['report.txt']);
    expect(await textOf(`version/${NAME}`)).toMatch(/passed Manifest is complete[\s\S]*passed Links resolve/);

    // A right, and not a disk, is missing for this.
    await page.getByRole('button', { name: 'Validate' }).click();
    expect(await heading(page)).toBe(`${NAME} was not validated`);
    expect(await page.getByRole('alert').innerText()).toContain(`"${APPROVER}"`);

    const approve = page.getByRole('button', { name: `Approve ${NAME}` });
    await textOf(`version/${NAME}`);
    fs.chmodSync(box.staging, 0o1770);
    await approve.click();
    expect(await heading(page)).toBe(`${NAME} was not approved`);
    expect(await page.getByRole('alert').innerText()).toContain(box.staging);
    await page.getByRole('link', { name: 'Look at the version as it is now' }).click();
    const decide = page.getByRole('region', { name: 'Decide' });
    expect({ forms: await page.locator('form[method=post]').count(), state: await stateNow() }).toEqual({
      forms: 0,
      state: 'pending',
    });
    const digest = manifestDigest(await fetchManifest(box.connection, REF));
    expect(await decide.innerText()).toContain(`gobbler approve ${NAME} --manifest-digest ${digest}`);
    expect(await decide.innerText()).toContain(`${box.staging} should be writable`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await textOf('')).toContain('These are the projects that you own');
  });
});
