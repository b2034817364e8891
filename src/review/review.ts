import os from 'node:os';
import { currentUser } from '../client/connection/index.ts';
import { listAssets } from '../client/index.ts';
import { connectTo, serviceInputs, submitting } from '../commands/connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  flag,
  host,
  integer,
  line,
  minutes,
  shellWord,
  text,
} from '../commands/kit/index.ts';
import { errnoOf, gobblerError, messageOf } from '../errors/index.ts';
import { requireNames } from '../protocol/index.ts';
import { answerTo } from './answering.ts';
import { PendingReviews, Sizes, Snapshots } from './content/index.ts';
import { Links } from './markup/index.ts';
import { newSecret, type ReviewServer, serveSite } from './server/index.ts';
import type { Site } from './site.ts';

const inputs = {
  project: text('Only show pending versions of this project. Defaults to all in which this user can approve'),
  port: integer('Port on 127.0.0.1; 0 is any that is free', { from: 0, to: 65_535, standard: 0 }),
  'require-other-approver': flag(
    'Refuse to approve a version that was uploaded by the account that approves it: the user of this command, or the one that `spoof` names',
    false,
  ),
  spoof: text('Act on behalf of this user, if the service allows it'),
  'lock-wait-minutes': minutes(
    'How long to keep retrying while another request holds a lock, in minutes or like `90s` or `2h`',
    1,
  ),
  ...serviceInputs,
};

const outputs = {
  status: '`stopped`, or `failed`',
  address: 'Address of the page, which is secret: it is all that it takes to decide in your name',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** The command `review`: serves a page for approvers on loopback until it is stopped. */
export const review = defineCommand({
  name: 'review',
  inputs,
  outputs,
  failed: () => 'the review page was not served',
  run,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const { project, spoof, port = 0 } = given;
  if (project !== undefined) requireNames({ project });
  const connection = await connectTo(given, signal);
  // A name that does not exist should not look like a project without pending versions.
  if (project !== undefined) await listAssets(connection, project, { signal });
  const [secret, formSecret] = [newSecret(), newSecret()];
  const { signal: _, ...options } = submitting(
    { ...given, 'timeout-minutes': 0, 'show-summary': false },
    signal,
  );
  const site: Site = {
    connection,
    links: new Links(secret),
    snapshots: new Snapshots(connection),
    sizes: new Sizes(connection),
    pendingReviews: new PendingReviews(connection),
    formSecret,
    project,
    user: spoof ?? currentUser(),
    spoof,
    requireOtherApprover: given['require-other-approver'],
    submitting: options,
    decisions: [],
    signal,
  };
  const server = await serve(secret, port, site);
  setOutput('address', server.address);
  announce(server);
  await untilAborted(signal);
  await server.close();
  setOutput('status', 'stopped');
}

async function serve(secret: string, port: number, site: Site): Promise<ReviewServer> {
  try {
    return await serveSite(secret, port, (request) => answerTo(site, request));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw gobblerError('port-unavailable', { port, error: messageOf(error) }, { cause: error });
  }
}

/** Shows the address, and how to reach it from another machine. */
function announce({ address, port }: ReviewServer): void {
  const user = currentUser();
  const account = shellWord(`${user === undefined ? '' : `${user}@`}${os.hostname()}`);
  host().announce?.(address);
  line('Open the address above. Keep it secret: it is all that it takes to decide in your name.');
  line('From another computer, forward the port first, and open the same address there:');
  line(`  ssh -N -L ${port}:127.0.0.1:${port} ${account}`);
  line('Press Ctrl-C to stop.');
}

/** Ctrl-C is the ordinary end of a server. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
