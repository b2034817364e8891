import { runUnder } from '../verbs/host.ts';
import type { Verb } from '../verbs/verb.ts';
import { workflowRunner } from './runner.ts';

/** Runs a verb as a workflow step: whatever fails makes the step fail. */
export async function runAction(verb: Verb): Promise<void> {
  runUnder(workflowRunner());
  if ((await verb.main()) !== undefined) process.exitCode = 1;
}

/** What is done after the job, whatever became of it. Does not fail the job. */
export async function runPost(verb: Verb): Promise<void> {
  runUnder(workflowRunner());
  await verb.post();
}
