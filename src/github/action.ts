import { runUnder, type StopSignals, type Verb } from '../commands/kit/index.ts';
import { workflowRunner } from './runner.ts';

/** Runs a verb as a workflow step: whatever fails makes the step fail. */
export async function runAction(verb: Verb, stopSignals: StopSignals): Promise<void> {
  runUnder(workflowRunner(stopSignals));
  if ((await verb.main()) !== undefined) process.exitCode = 1;
}

/** What is done after the job, whatever became of it. Does not fail the job. A signal ends it at once. */
export async function runPost(verb: Verb, stopSignals: StopSignals): Promise<void> {
  runUnder(workflowRunner(stopSignals));
  stopSignals.listen(() => process.exit(stopSignals.exitCode));
  await verb.post();
}
