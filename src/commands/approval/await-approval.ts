import { type GobblerError, gobblerError, type Hint, hint, setting } from '../../errors/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { serviceInputs } from '../connect/index.ts';
import {
  annotateWarning,
  type CommandContext,
  choice,
  defineCommand,
  digest,
  duration,
  flag,
  line,
  minutes,
  optionalPath,
  requiredText,
  writeSummary,
} from '../kit/index.ts';
import { changeOutputs, readSums, setChangeOutputs } from '../versions/index.ts';
import { reviewMarkdown } from './approval-review.ts';
import { replacedError, seenHeading, verdictHeading, verdictSentence } from './approval-verdict.ts';
import { checkApproval, type Outcome, waitForApproval } from './approval-wait.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to be approved'),
  mode: choice(
    '`wait` for a decision, or `check` once, which never fails because of what it finds',
    ['wait', 'check'],
    'wait',
  ),
  'timeout-minutes': minutes(
    'How long to wait, in minutes or like `90s` or `2h`; keep it below the timeout of the job. 0 disables it',
    150,
  ),
  'poll-interval': duration('Initial polling interval, like `30s` or `2m`; it grows up to 5 minutes', '30s'),
  'on-timeout': choice('Behavior if nobody decides in time: `fail` or `pass`', ['fail', 'pass'], 'fail'),
  'fail-on-rejection': flag(
    'Fail if the version is rejected, expires or is replaced. If false, check `status`',
    true,
  ),
  'manifest-digest': digest(
    'Digest of the content to be approved, from an output `manifest-digest` or `gobbler status`; any other counts as `replaced`',
  ),
  'checksums-file': optionalPath(
    'File with the sha256 sum of every file, in sha256sum format, with paths relative to the version. After approval, every byte is compared; any other content counts as `replaced`',
  ),
  ...serviceInputs,
  'show-summary': flag('Write a job summary', true),
};

const outputs = {
  status:
    '`approved`, `rejected-or-expired`, `replaced`, `pending`, `missing` or `timed-out`; `unknown` if a check could not look; `failed` or `cancelled`',
  approved: '`true` if the version is approved',
  'waited-seconds': 'Duration of the wait, in seconds',
  'version-path': 'Absolute path of the version in the registry',
  'manifest-digest':
    'The digest of what was seen last, a sha256 over paths, sizes and MD5 sums, links left out',
  'previous-version': 'The latest version, with which it was compared when it was seen first',
  ...changeOutputs,
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Waits until somebody has decided about a version on probation, or looks once whether that has happened. */
export const awaitApproval = defineCommand({
  name: 'await-approval',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} is not approved`,
  unanswered: { approved: false },
  run,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  const ref = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const checksumsFile = given['checksums-file'];
  const sums = checksumsFile === undefined ? undefined : await readSums(checksumsFile);
  const watch = {
    ref,
    service: given,
    pin: { digest: given['manifest-digest'], sums },
    firstPauseMs: given['poll-interval'],
    timeoutMs: given['timeout-minutes'],
    signal,
    onPath: (path: string) => setOutput('version-path', path),
  };
  const begun = performance.now();
  try {
    await report(context, await (given.mode === 'check' ? checkApproval(watch) : waitForApproval(watch)));
  } finally {
    setOutput('waited-seconds', Math.round((performance.now() - begun) / 1000));
  }
}

/** Sets the outputs, and writes the summary, or fails if the outcome is one to fail for. */
async function report({ inputs: given, setOutput, ifItFails }: Context, outcome: Outcome): Promise<void> {
  const { status, review, failure } = outcome;
  setOutput('status', status);
  setOutput('approved', status === 'approved');
  setOutput('manifest-digest', review?.seen.content.digest ?? '');
  const changes = review?.compared.comparison;
  if (changes !== undefined) {
    setOutput('previous-version', changes.version);
    setChangeOutputs(setOutput, changes.difference);
  }
  const refusal = refusalOf(outcome, given);
  // A version that is gone, or was replaced, cannot be approved any more.
  const toGive = status === 'pending' || status === 'timed-out';
  const details = review === undefined ? [] : reviewMarkdown(review, { toGive });
  if (refusal !== undefined) {
    if (details.length > 0) ifItFails(seenHeading(outcome), ...details);
    throw refusal;
  }
  await writeSummary(verdictHeading(outcome), ...details);
  const sentence = verdictSentence(outcome);
  if (failure === undefined && status !== 'timed-out') line(sentence);
  else {
    annotateWarning({
      title: status === 'timed-out' ? 'Not approved in time' : 'Approval is unknown',
      sentences: [sentence],
      hint: failure?.advice ?? undecidedHint(outcome),
    });
  }
}

/** The workflow goes on although nobody has decided, or nobody knows. */
const undecidedHint = ({ ref, review, failure }: Outcome): Hint =>
  review !== undefined && failure === undefined
    ? hint`${{ input: formatRef(ref) }} was still on probation; the workflow goes on, as ${setting('on-timeout')} says.`
    : hint`Check the service: it is unknown whether ${{ input: formatRef(ref) }} is on probation. The workflow goes on.`;

/** The failure that an outcome is, by what the inputs say; undefined if the step is to succeed. */
function refusalOf(outcome: Outcome, given: Context['inputs']): GobblerError | undefined {
  const { ref, status, review, failure } = outcome;
  const version = formatRef(ref);
  if (given.mode === 'check' || status === 'approved') return undefined;
  if (status === 'missing') return gobblerError('nothing-to-approve', { version });
  if (status === 'timed-out') {
    if (given['on-timeout'] === 'pass') return undefined;
    const facts = { version, project: ref.project, maintainers: review?.maintainers };
    return gobblerError('not-decided-in-time', { ...facts, error: failure?.message });
  }
  if (!given['fail-on-rejection']) return undefined;
  if (status === 'replaced') return replacedError(outcome, given['manifest-digest']);
  return gobblerError('rejected-or-expired', { version });
}
