import { sweepMultipartUploads, sweepStaging } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { connectTo, serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, defineCommand, flag, formatNumberOf, line } from '../kit/index.ts';
import { STALE_MS } from './staging-sweep.ts';

const inputs = {
  all: flag(
    'Also remove leftovers of runs on other machines or in other containers at once; only if no upload of this user is running there. Otherwise, they are removed once they are a day old',
    false,
  ),
  ...serviceInputs,
  ...timeoutInput,
};

const outputs = {
  status: '`swept`, `failed`, `timed-out` or `cancelled`',
  removed: 'Names of the removed leftovers, and sentences about abandoned multipart uploads',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Removes this user's leftovers from staging, where no post step does. Code `staging-unavailable` if some had to stay. */
export const sweep = defineCommand({
  name: 'sweep',
  inputs,
  outputs,
  failed: () => 'not all leftovers were removed',
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const { staging } = await connectTo(given, signal);
  const runs = await sweepStaging(staging, { olderThanMs: given.all ? 0 : STALE_MS });
  const uploads = await sweepMultipartUploads({ staging });
  const removed = [...runs.removed, ...uploads.removed];
  const failures = [...runs.failures, ...uploads.failures];
  setOutput('removed', removed);
  line(`Removed ${formatNumberOf(removed.length, 'leftover')} from ${staging}`);
  if (failures.length > 0) throw gobblerError('leftovers-stay', { staging, failures });
  setOutput('status', 'swept');
}
