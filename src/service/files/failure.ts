import { messageOf } from '../../errors/index.ts';
import { isSystemError, systemReason, systemSentence } from './system-errors.ts';

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

/** Another service works on the registry (500). */
export class RegistryInUseError extends ServiceError {
  constructor(reason: string) {
    super(500, reason);
  }
}

/** Reasons name what they are about, which may be as long as a request can be. */
const LONGEST_REASON = 8_192;

/** The beginning and the end of a text that is too long to be shown. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_REASON) return text;
  const half = LONGEST_REASON / 2;
  return `${text.slice(0, half)} […] ${text.slice(-half)}`.toWellFormed();
}

/** A file is not of a kind that can be used (500); the message does not name it, for the name is not known there. */
export class UnfitFile extends ServiceError {
  constructor(reason: string) {
    super(500, reason);
  }
}

/**
 * Names the file that a failure is about, in the words of whoever has sent it: system calls were made by paths that mean
 * nothing to them. Other failures stay as they are.
 */
export function aboutFile(key: string, error: unknown): unknown {
  if (error instanceof UnfitFile) return failed(`failed to process "${key}"; ${error.message}`, error);
  return isSystemError(error) ? failed(`failed to process "${key}"; ${systemReason(error)}`, error) : error;
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
 * The answer to any error of a handler. Refusals and failed system calls speak for themselves; anything else is a bug
 * in the service, and `unexpected` says so, for the log to keep its stack.
 */
export function refusalOf(error: unknown): { status: RefusalStatus; reason: string; unexpected: boolean } {
  const reason = shortened(isSystemError(error) ? systemSentence(error) : messageOf(error));
  if (error instanceof ServiceError) return { status: error.status, reason, unexpected: false };
  if (isSystemError(error)) return { status: 500, reason, unexpected: false };
  return { status: 500, reason: `unexpected failure: ${reason}`, unexpected: true };
}
