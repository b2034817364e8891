import { type Command, type StopSignals, useRuntime } from '../commands/kit/index.ts';
import { workflowRunner } from './runner.ts';

/** Runs a command as a workflow step: whatever fails makes the step fail. */
export async function runAction(command: Command, stopSignals: StopSignals): Promise<void> {
  useRuntime(workflowRunner(stopSignals));
  if ((await command.main()) !== undefined) process.exitCode = 1;
}

/** Runs after the job, whatever became of it. Does not fail the job. A signal ends it at once. */
export async function runPost(command: Command, stopSignals: StopSignals): Promise<void> {
  useRuntime(workflowRunner(stopSignals));
  stopSignals.listen(() => process.exit(stopSignals.exitCode));
  await command.post();
}
