import { errnoOf, messageOf } from '../protocol/errors.ts';

/** The statuses with which a request can be refused. Protocol §5.1. */
export type RefusalStatus = 400 | 403 | 404 | 500;

/** A refusal the service meant to give: what the client reads as `reason`, and the HTTP status it comes with. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, reason: string, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause });
    this.status = status;
  }
}

/** The request itself is wrong (400). */
export const malformed = (reason: string, cause?: unknown): ServiceError =>
  new ServiceError(400, reason, cause);

/** The requester may not do this (403). */
export const forbidden = (reason: string): ServiceError => new ServiceError(403, reason);

/** A project, asset or version is missing (404). */
export const missing = (reason: string): ServiceError => new ServiceError(404, reason);

/** Everything without a better status: contents of uploads, damaged records, contention (500). Protocol §20, T7. */
export const failed = (reason: string, cause?: unknown): ServiceError => new ServiceError(500, reason, cause);

/** The client went away, or the service is being stopped. */
export const cancelled = (): ServiceError => failed('the request was cancelled');

/**
 * The answer to whatever a handler threw. Refusals and failed system calls speak for themselves; anything else is a
 * bug of ours, and `unexpected` says so, for the log to keep its stack.
 */
export function refusalOf(error: unknown): { status: RefusalStatus; reason: string; unexpected: boolean } {
  if (error instanceof ServiceError) {
    return { status: error.status, reason: error.message, unexpected: false };
  }
  const reason = messageOf(error);
  if (isSystemError(error)) return { status: 500, reason, unexpected: false };
  return { status: 500, reason: `unexpected failure: ${reason}`, unexpected: true };
}

/** A path that holds a NUL never reaches the system; the engine refuses it in the system's place. */
function isSystemError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return 'syscall' in error || errnoOf(error) === 'ERR_INVALID_ARG_VALUE';
}
