import { errnoOf, GobblerError, messageOf } from '../../protocol/index.ts';
import type { Inputs } from './inputs.ts';

/**
 * Returns the failure, with advice if the reason is that too many files are open: a failing call names only its file,
 * which is not to blame. Returns every other error as it is.
 */
export function withAdviceOnOpenFiles(error: unknown, inputs: Inputs): unknown {
  const limit = limitReached(error);
  if (limit === undefined) return error;
  const input = 'concurrency' in inputs ? 'concurrency' : undefined;
  const lower = input === undefined ? '' : 'Lower concurrency, or ';
  const raise =
    limit === 'EMFILE'
      ? 'raise the number of files that a process may have open (ulimit -n).'
      : 'wait until other programs on this machine have fewer files open.';
  const hint = lower === '' ? `${raise.charAt(0).toUpperCase()}${raise.slice(1)}` : `${lower}${raise}`;
  const isKnown = error instanceof GobblerError;
  return new GobblerError(isKnown ? error.code : 'invalid-input', messageOf(error), {
    hint,
    ...(input !== undefined && { input }),
    ...(isKnown && { findings: error.findings, headline: error.headline }),
    cause: error,
  });
}

/** The limit of the process, or of the whole machine, if that is behind an error. */
function limitReached(error: unknown): 'EMFILE' | 'ENFILE' | undefined {
  for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
    const code = errnoOf(cause);
    if (code === 'EMFILE' || code === 'ENFILE') return code;
  }
  return undefined;
}
