import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchManifest, fetchSummary, manifestDigest, rejectProbation } from '../../src/client/index.ts';
import {
  type Answer,
  type Forge,
  type Recipient,
  startForge,
  startHttpRecipient,
  startMailSink,
  withArgument,
} from '../helpers/notified.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { Site, succeeded } from '../helpers/site.ts';
import { runWorkflow, type StepOutcome, type WorkflowOptions } from '../helpers/workflow.ts';

/** The recipes need these programs. In CI, a missing one is a failure. */
const hasPrograms = ['curl', 'jq'].every((name) => spawnSync(name, ['--version']).error === undefined);
const describeRecipe = hasPrograms || (process.env.CI ?? '') !== '' ? describe : describe.skip;

const sandbox = useSandbox();
const ref = { project: 'my-project', asset: 'my-analysis', version: '7-1' };
const SECRET = 'a-secret-of-the-forge';

/** Names that a script would run, if one of them became a part of it. */
const HOSTILE = [
  '7"; touch pwned; "',
  "7'; touch pwned; '",
  '7$(touch pwned)',
  '7`touch pwned`',
  '7\ntouch pwned',
];

let site: Site;
let recipients: Recipient<unknown>[];
/** Arguments of programs that had a secret in them when a notification arrived. */
let seen: string[];

beforeEach(async () => {
  await sandbox().project(ref.project);
  site = new Site(sandbox());
  [recipients, seen] = [[], []];
});

afterEach(async () => {
  await Promise.all(recipients.map((recipient) => recipient.close()));
});

const look = (): void => {
  seen.push(...withArgument(SECRET));
};

function closed<T extends Recipient<unknown>>(recipient: T): T {
  recipients.push(recipient);
  return recipient;
}

async function run(
  key: string,
  context: Readonly<Record<string, string>>,
  options: Omit<WorkflowOptions, 'context'> = {},
): Promise<StepOutcome[]> {
  const outcomes = await runWorkflow(sandbox(), site.text(key), {
    context: { 'github.run_number': '7', 'github.run_attempt': '1', ...context },
    env: { GOBBLER_URL: sandbox().url },
    repository: site.repository,
    ...options,
  });
  // Neither does a secret leave the scripts, nor a value become a part of them.
  expect({ seen, logs: outcomes.filter(({ log }) => log.includes(SECRET)) }).toEqual({ seen: [], logs: [] });
  expect(outcomes.filter(({ what }) => what.includes('${{'))).toEqual([]);
  expect(fs.existsSync(path.join(sandbox().workspace, 'pwned'))).toBe(false);
  return outcomes;
}

const codes = (outcomes: readonly StepOutcome[]) => outcomes.map(({ exitCode }) => exitCode);
const isOnProbation = async (version = ref.version) =>
  (await fetchSummary(sandbox().connection, { ...ref, version })).onProbation;

/** Checks that a notification has the link and the digest, and that its command approves the version. */
async function expectUsable(notification: string, command: string | undefined, version = ref.version) {
  const of = { ...ref, version };
  const [url = ''] = /http:\S+\/fetch\/my-project\/my-analysis\/\S+/.exec(notification) ?? [];
  const listing = await fetch(url);
  expect({ status: listing.status, text: await listing.text() }).toEqual({
    status: 200,
    text: expect.stringContaining('x.txt'),
  });
  const digest = manifestDigest(await fetchManifest(sandbox().connection, of));
  expect(notification).toContain(`Digest: ${digest}\n`);
  expect(command).toContain(digest);
  expect(await isOnProbation(version)).toBe(true);
  succeeded(await site.run(['bash', '-e'], command ?? 'exit 1'));
  expect(await isOnProbation(version)).toBe(false);
}

describeRecipe('the recipe for a chat', () => {
  const key = 'docs/recipes/notify.md#a-chat 1';

  async function startChat(answer: Answer = { status: 200 }) {
    const chat = closed(
      await startHttpRecipient(() => {
        look();
        return answer;
      }),
    );
    return { chat, context: { 'secrets.CHAT_WEBHOOK': `${chat.url}/${SECRET}` } };
  }

  const messageOf = ({ body }: { body: unknown }) => (body as { text: string }).text;

  it('posts the link, the digest and a command that approves', async () => {
    const { chat, context } = await startChat();
    const outcomes = await run(key, context);
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({ codes: [0, 0, 0, 0], log: '' });
    expect(chat.received).toEqual([
      { method: 'POST', path: `/${SECRET}`, body: { text: expect.any(String) } },
    ]);
    const message = chat.received.map(messageOf).join();
    await expectUsable(message, /^To approve it: `(.*)`$/m.exec(message)?.[1]);
  });

  it.each(HOSTILE)('posts the name %j as text', async (name) => {
    const { chat, context } = await startChat();
    expect(codes(await run(key, { ...context, 'github.run_number': name }))).toEqual([0, 0, 0, 0]);
    const message = chat.received.map(messageOf).join();
    await expectUsable(message, /^To approve it: `(.*)`$/m.exec(message)?.[1], `${name}-1`);
  });

  it.each([{ status: 404 }, { status: 302, headers: { Location: '/elsewhere' } }, { status: 500 }])(
    'warns, and does not fail, if the webhook answers with %j',
    async (answer) => {
      const { context } = await startChat(answer);
      const outcomes = await run(key, context);
      expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
        codes: [0, 0, 0, 0],
        log: expect.stringMatching(/^::warning title=[^:]+::/m),
      });
      expect(await isOnProbation()).toBe(true);
    },
  );

  it.each(['', 'http://127.0.0.1:1/'])('warns, and does not fail, if the secret is %j', async (secret) => {
    const outcomes = await run(key, { 'secrets.CHAT_WEBHOOK': secret });
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0],
      log: expect.stringMatching(/^::warning title=[^:]+::/m),
    });
  });

  it('posts nothing about a version that is already approved', async () => {
    const { chat, context } = await startChat();
    await run(key, context);
    const message = chat.received.map(messageOf).join();
    await expectUsable(message, /^To approve it: `(.*)`$/m.exec(message)?.[1]);
    expect(codes(await run(key, context))).toEqual([0, 0, 0, 'skipped']);
    expect(chat.received).toHaveLength(1);
  });
});

describeRecipe.each(['github', 'gitea'] as const)('the recipe for an issue, with the API of %s', (kind) => {
  const key = 'docs/recipes/notify.md#an-issue 1';
  const repository = 'my-group/my-repository';
  let forge: Forge;

  const start = async (users = ['alicia']) => {
    forge = closed(await startForge({ kind, repository, token: SECRET, users, onRequest: look }));
  };

  /** Runs the workflow; `decide` is called as soon as it waits. */
  async function decided(decide: () => Promise<unknown>, token = SECRET, number = '7') {
    let decision: Promise<unknown> | undefined;
    const outcomes = await run(
      key,
      {
        'github.run_number': number,
        'github.token': token,
        'github.api_url': forge.apiUrl,
        'github.repository': repository,
      },
      {
        inputs: { 'await-approval': { 'poll-interval': '0.2s' } },
        onLine: (line) => {
          if (line.includes('can be approved by')) waits += 1;
          // The second time, it is the step that waits.
          if (waits === 2) decision ??= decide();
        },
      },
    );
    await decision;
    return outcomes;
  }

  let waits: number;
  beforeEach(() => {
    waits = 0;
  });

  const commandIn = (body = '') => /^ {4}(gobbler approve .*)$/m.exec(body)?.[1];

  it.each(['7', ...HOSTILE.slice(0, 2)])(
    'opens an assigned issue about %j, whose command approves, and closes it',
    async (number) => {
      await start();
      const outcomes = await decided(
        async () => {
          const [issue] = forge.issues;
          expect(forge.issues).toEqual([
            {
              title: `Approve version ${number}-1 of my-project/my-analysis`,
              body: expect.any(String),
              assignees: ['alicia'],
              comments: [],
              state: 'open',
            },
          ]);
          await expectUsable(issue?.body ?? '', commandIn(issue?.body), `${number}-1`);
        },
        SECRET,
        number,
      );
      expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
        codes: [0, 0, 0, 0, 0, 0, 0],
        log: '1\n',
      });
      expect(forge.issues).toMatchObject([
        { state: 'closed', comments: [expect.stringContaining('approved')] },
      ]);
    },
  );

  it('closes the issue after a rejection, too, and releases nothing', async () => {
    await start();
    const outcomes = await decided(() => rejectProbation(sandbox().connection, ref));
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 1, 0]);
    expect(forge.issues).toMatchObject([
      { state: 'closed', comments: [expect.stringContaining('rejected')] },
    ]);
  });

  it('leaves the issue open if nobody decides', async () => {
    await start();
    const outcomes = await run(
      key,
      { 'github.token': SECRET, 'github.api_url': forge.apiUrl, 'github.repository': repository },
      { inputs: { 'await-approval': { 'poll-interval': '0.2s', 'timeout-minutes': '1s' } } },
    );
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 1, 0]);
    expect(forge.issues).toMatchObject([{ state: 'open', comments: [] }]);
    expect(await isOnProbation()).toBe(true);
  });

  it.each([
    ['the token is refused', ['alicia'], 'another token'],
    ['nobody of that name can be assigned', [], SECRET],
  ])('warns, waits and releases nevertheless, if %s', async (_, users, token) => {
    await start(users);
    const outcomes = await decided(async () => {
      const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
      const command = `gobbler approve my-project/my-analysis/7-1 --manifest-digest ${digest}`;
      succeeded(await site.run(['bash', '-e'], command));
    }, token);
    expect({ codes: codes(outcomes), log: outcomes[3]?.log }).toEqual({
      codes: [0, 0, 0, 0, 0, 'skipped', 0],
      log: expect.stringMatching(/^::warning title=[^:]+::/m),
    });
    expect(forge.issues).toEqual([]);
  });
});

describeRecipe('the recipe for mail', () => {
  const key = 'docs/recipes/notify.md#mail 1';
  const context = (url: string, login = '') => ({ 'vars.MAIL_SERVER': url, 'secrets.MAIL_LOGIN': login });
  const commandIn = (text = '') => text.trimEnd().split('\n').at(-1);

  it.each(['', `gobbler:${SECRET}"\\`])('sends the same, with the login %j', async (login) => {
    const sink = closed(await startMailSink({ onMail: look }));
    const outcomes = await run(key, context(sink.url, login));
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({ codes: [0, 0, 0, 0], log: '' });
    expect(sink.received).toEqual([
      {
        from: 'gobbler@example.org',
        to: ['approvers@example.org'],
        login: login || undefined,
        headers: expect.objectContaining({
          From: 'gobbler@example.org',
          To: 'approvers@example.org',
          Date: expect.stringMatching(/^\w{3}, \d+ \w{3} \d{4} /),
        }),
        text: expect.any(String),
      },
    ]);
    const [mail] = sink.received;
    await expectUsable(mail?.text ?? '', commandIn(mail?.text));
  });

  it.each([...HOSTILE, '7é\nSubject: forged'])('sends the name %j as text', async (name) => {
    const sink = closed(await startMailSink());
    const outcomes = await run(key, { ...context(sink.url), 'github.run_number': name });
    expect(codes(outcomes)).toEqual([0, 0, 0, 0]);
    const [mail] = sink.received;
    expect(mail?.headers.Subject).toBe('A version of my-project/my-analysis awaits approval');
    await expectUsable(mail?.text ?? '', commandIn(mail?.text), `${name}-1`);
  });

  it('warns, and does not fail, if the server refuses the mail or cannot be reached', async () => {
    const sink = closed(await startMailSink({ refuse: true }));
    for (const url of [sink.url, 'smtp://127.0.0.1:1', '']) {
      const outcomes = await run(key, context(url));
      expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
        codes: [0, 0, 0, 0],
        log: expect.stringMatching(/^::warning title=[^:]+::/m),
      });
    }
    expect({ received: sink.received, isOnProbation: await isOnProbation() }).toEqual({
      received: [],
      isOnProbation: true,
    });
  });
});
