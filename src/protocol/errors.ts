import { constants } from 'node:os';
import { type Hint, hintText } from './hint.ts';

/**
 * The kind of a failure, as a word a program can act on. The list is closed: a new kind gets a new word here.
 *
 * | code | whose turn it is |
 * |---|---|
 * | `invalid-input` `invalid-name` `invalid-source` | the caller's: the call itself must change |
 * | `not-found` `already-exists` `not-authorized` `not-on-probation` `on-probation` | the caller's: the registry says no |
 * | `content-differs` | the caller's: what is published is not what was expected |
 * | `conflicting-change` | the caller's: somebody else keeps changing the same thing |
 * | `service-unreachable` `service-misconfigured` `staging-unavailable` `registry-unavailable` `destination-unavailable` | whoever set up the runner |
 * | `request-refused` `request-expired` | the service read the request and refused it as malformed or stale |
 * | `lock-timeout` `connection-lost` `service-failed` | try again later, see `docs/protocol.md` |
 * | `corrupt-record` | the registry's administrator |
 * | `timed-out` `cancelled` | the caller stopped the work |
 */
export type ErrorCode =
  | 'invalid-input'
  | 'invalid-name'
  | 'invalid-source'
  | 'not-found'
  | 'already-exists'
  | 'not-authorized'
  | 'not-on-probation'
  | 'on-probation'
  | 'content-differs'
  | 'conflicting-change'
  | 'service-unreachable'
  | 'service-misconfigured'
  | 'staging-unavailable'
  | 'registry-unavailable'
  | 'destination-unavailable'
  | 'request-refused'
  | 'request-expired'
  | 'lock-timeout'
  | 'connection-lost'
  | 'service-failed'
  | 'corrupt-record'
  | 'timed-out'
  | 'cancelled';

export interface ErrorDetails {
  /** The reader's next step. */
  hint?: Hint | undefined;
  /** The input or option that has to change, by its public name. */
  input?: string;
  /** The HTTP status, where the service answered with one. */
  httpStatus?: number;
  /** Single findings, already sentences. */
  findings?: readonly string[];
  /** The message without findings, if it quotes some of them. */
  headline?: string | undefined;
  cause?: unknown;
}

/**
 * Every failure that is the caller's or the world's. Anything else that is thrown is a bug and keeps its stack.
 * `message` is one sentence: the subject, what was expected, what was found.
 */
export class GobblerError extends Error {
  override readonly name = 'GobblerError';
  readonly code: ErrorCode;
  /** The reader's next step, with settings written as inputs of a workflow. */
  readonly hint: string | undefined;
  /** The same, with settings as data. */
  readonly advice: Hint | undefined;
  readonly input: string | undefined;
  readonly httpStatus: number | undefined;
  readonly findings: readonly string[];
  /** The message without findings; undefined if it quotes none. */
  readonly headline: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint && hintText(details.hint);
    this.advice = details.hint;
    this.input = details.input;
    this.httpStatus = details.httpStatus;
    this.findings = details.findings ?? [];
    this.headline = details.headline;
  }
}

/** The errno name of a filesystem or socket error (`ENOENT`), or undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  // Our own errors have a code, too: one that was thrown to stop the work must not pass for a failure of the disk.
  if (error instanceof GobblerError) return undefined;
  const code = memberOf(error, 'code');
  if (typeof code !== 'string') return undefined;
  return unnamedErrno(error) ?? code;
}

/** One line of text for whatever was thrown. */
export function messageOf(error: unknown): string {
  const message = memberOf(error, 'message');
  if (typeof message !== 'string') return String(error);
  const name = error instanceof GobblerError ? undefined : unnamedErrno(error);
  if (name === undefined) return message;
  const call = [memberOf(error, 'syscall'), memberOf(error, 'path')];
  const where = typeof call[0] === 'string' ? `, ${call[0]}` : '';
  return `${name}: ${UNNAMED[name] ?? 'the filesystem refused the call'}${where}${typeof call[1] === 'string' ? ` '${call[1]}'` : ''}`;
}

/** Errors of network filesystems for which Node has neither name nor text. */
const UNNAMED: Readonly<Record<string, string>> = {
  EDQUOT: 'disk quota exceeded',
  ESTALE: 'stale file handle: the file, or its directory, was deleted on the server',
};

/** The name of an errno that Node reports only by its number, as "Unknown system error -122". */
function unnamedErrno(error: unknown): string | undefined {
  const [code, errno] = [memberOf(error, 'code'), memberOf(error, 'errno')];
  if (typeof errno !== 'number' || code !== `Unknown system error ${errno}`) return undefined;
  const found = Object.entries(constants.errno).find(([, number]) => number === -errno);
  return found?.[0];
}

/** Not by `instanceof Error`, which is false for an error of Node itself in a context of its own, as in a test. */
function memberOf(error: unknown, name: 'code' | 'errno' | 'message' | 'path' | 'syscall'): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
