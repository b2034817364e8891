import { errnoOf, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import type { Inputs } from './inputs.ts';

/**
 * Returns the failure, with advice if the reason is that too many files are open: a failing call names only its file,
 * which is not to blame. Returns every other error as it is.
 */
export function withAdviceOnOpenFiles(error: unknown, inputs: Inputs): unknown {
  const limit = limitReached(error);
  if (limit === undefined) return error;
  const code = error instanceof GobblerError ? error.code : 'invalid-input';
  const hasConcurrency = 'concurrency' in inputs;
  return gobblerError(
    'too-many-open-files',
    { code, error: messageOf(error), limit, hasConcurrency },
    { cause: error },
  );
}

/** The limit of the process, or of the whole machine, if that is behind an error. */
function limitReached(error: unknown): 'EMFILE' | 'ENFILE' | undefined {
  for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
    const code = errnoOf(cause);
    if (code === 'EMFILE' || code === 'ENFILE') return code;
  }
  return undefined;
}
