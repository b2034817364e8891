import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { startTimeOf } from '../../src/actions/process-identity.ts';
import {
  approveProbation,
  fetchLatest,
  fetchManifest,
  fetchSummary,
  rejectProbation,
} from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';
import { runWorkflow, type StepOutcome, type WorkflowOptions } from '../helpers/workflow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox();

/** A workflow of the README, by the words in bold before it. */
function recipe(title: string): string {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, text] = new RegExp(`\\*\\*${title}[^]*?\`\`\`yaml\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`the README has no recipe "${title}"`);
  return text;
}

const run = (title: string, options: WorkflowOptions = {}) =>
  runWorkflow(sandbox(), recipe(title), {
    context: { 'github.run_number': '7', 'github.run_attempt': '1', 'vars.CANDIDATE': '7-1' },
    env: { GOBBLER_URL: sandbox().url },
    ...options,
  });

const codes = (outcomes: readonly StepOutcome[]) => outcomes.map(({ exitCode }) => exitCode);
const ref = { project: 'my-project', asset: 'my-analysis', version: '7-1' };

beforeEach(async () => {
  await sandbox().project('my-project');
  // What the repository's own Makefile would do.
  const bin = path.join(sandbox().workspace, '.bin');
  fs.mkdirSync(bin);
  const script =
    '#!/bin/sh\ncase $1 in results) mkdir -p results; echo 1 > results/x.txt;; release) cat "$VERSION/x.txt";; esac\n';
  fs.writeFileSync(path.join(bin, 'make'), script, { mode: 0o755 });
});

describe('the recipe for publishing and waiting', () => {
  it('goes on once an owner has approved', async () => {
    let approval: Promise<void> | undefined;
    const outcomes = await run('Publish, and wait', {
      inputs: { 'await-approval': { 'poll-interval': '0.2s' } },
      onLine: (line) => {
        if (line.includes('can be approved by')) approval ??= approveProbation(sandbox().connection, ref);
      },
    });
    await approval;
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0],
      log: '1\n',
    });
    expect(outcomes[2]?.outputs).toMatchObject({ status: 'approved', approved: 'true' });
  });
});

describe('the recipe for a gate that holds no runner', () => {
  it('approves what the first job has published', async () => {
    const outcomes = await run('A gate that holds no runner');
    expect(codes(outcomes)).toEqual([0, 0, 0]);
    expect(outcomes.at(-1)?.outputs).toMatchObject({ status: 'approved', changed: 'true' });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('7-1');
  });

  it('approves nothing else, whatever has got that name meanwhile', async () => {
    const outcomes = await run('A gate that holds no runner', {
      betweenJobs: async () => {
        await rejectProbation(sandbox().connection, ref);
        await publish(sandbox(), '7-1', { 'x.txt': 'something else' }, { ...ref });
      },
    });
    expect(codes(outcomes)).toEqual([0, 0, 1]);
    expect(outcomes.at(-1)?.log).toContain('::error title=Content differs');
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });
});

describe('the recipe for many jobs and one version', () => {
  it('publishes what the jobs of the matrix have staged', async () => {
    const outcomes = await run('Many jobs, one version');
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(outcomes.at(-1)?.outputs).toMatchObject({ status: 'created', 'legs-count': '3' });
    expect([...(await fetchManifest(sandbox().connection, ref)).keys()].sort()).toEqual(
      ['alpha', 'beta', 'gamma'].map((sample) => `samples/${sample}/x.txt`),
    );
  });
});

describe('the recipe for a look from time to time', () => {
  it('does nothing until the version is approved, and then releases it', async () => {
    const missing = await run('A look from time to time');
    expect(codes(missing)).toEqual([0, 'skipped']);
    await publish(sandbox(), '7-1', { 'x.txt': 'four' }, { ...ref });
    expect(codes(await run('A look from time to time'))).toEqual([0, 'skipped']);
    await approveProbation(sandbox().connection, ref);
    const approved = await run('A look from time to time');
    expect({ codes: codes(approved), log: approved[1]?.log }).toEqual({ codes: [0, 0], log: 'four' });
  });
});

describe('the end-to-end workflow', () => {
  it('runs with the actions on themselves, and leaves nothing behind', async () => {
    const text = fs.readFileSync(path.join(root, '.github/workflows/e2e.yml'), 'utf8');
    const outcomes = await runWorkflow(sandbox(), text);
    const failed = outcomes.filter(({ exitCode }) => exitCode !== 0);
    expect(failed).toEqual([{ what: 'actions/checkout@v4', exitCode: 'skipped', log: '', outputs: {} }]);
    expect(outcomes).toHaveLength(19);
    const { registry = '', pid } = outcomes[1]?.outputs ?? {};
    expect({ registry: fs.existsSync(registry), running: startTimeOf(Number(pid)) }).toEqual({
      registry: false,
    });
  });
});
