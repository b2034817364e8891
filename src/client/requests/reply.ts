import { GobblerError, gobblerError, type ProblemName } from '../../errors/index.ts';
import { type Answer, isReason, parsedJson, unauthorized } from '../connection/index.ts';

/** Characters; the longest that a service means to say quotes two paths. */
const LONGEST_REASON = 10_000;

/** Members of a successful reply, besides `status`. */
export type Reply = { readonly [member: string]: unknown };

function jsonObject(text: string): { readonly [member: string]: unknown } | undefined {
  const value = parsedJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** The reply, if the request has succeeded: status 200 is not enough, since any mistyped GET gets one (T1, T8). */
export function successOf(answer: Answer): Reply | undefined {
  if (answer.status !== 200) return undefined;
  const reply = jsonObject(answer.text);
  return reply?.status === 'SUCCESS' ? reply : undefined;
}

function reasonOf({ text }: Pick<Answer, 'text'>): string | undefined {
  const reason = jsonObject(text)?.reason;
  return typeof reason === 'string' ? reason : undefined;
}

/** Whether the service does not see the request file yet, or takes it for stale. */
export function isRefusedFor(kind: 'unseen' | 'expired', answer: Answer): boolean {
  return answer.status === 400 && isReason(kind, reasonOf(answer) ?? '');
}

/** Whom the service refuses a request, as its reason says it; undefined for any other error. */
export function unauthorizedUser(error: unknown): ReturnType<typeof unauthorized> | undefined {
  if (!(error instanceof GobblerError) || error.problem !== 'refused-unauthorized') return undefined;
  return unauthorized(error.reason ?? '');
}

/**
 * Returns the error for an answer that is not a success. Protocol §18: the status alone does not tell, so the stable
 * parts of the reason decide the code, and the reason is passed on as it is.
 */
export function classify(answer: Answer, action: string, url: string): GobblerError {
  const { status: httpStatus } = answer;
  const reason = reasonOf(answer);
  if (reason === undefined) {
    const isProxy = [502, 503, 504].includes(httpStatus);
    const facts = { url, status: httpStatus, text: answer.text.slice(0, 80) };
    return gobblerError(isProxy ? 'answered-by-proxy' : 'unexpected-answer', facts, { httpStatus });
  }
  const shown = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)} …` : reason;
  return gobblerError(refusalOf(httpStatus, reason), { action, reason: shown }, { httpStatus, reason });
}

function refusalOf(status: number, reason: string): ProblemName & `refused-${string}` {
  if (status === 403) return 'refused-unauthorized';
  if (status === 404) return 'refused-not-found';
  if (status === 400) {
    if (isReason('unseen', reason)) return 'refused-unseen';
    if (isReason('expired', reason)) return 'refused-expired';
    if (isReason('in-work', reason)) return 'refused-in-work';
    return isReason('exists', reason) ? 'refused-exists' : 'refused-malformed';
  }
  if (isReason('locked', reason)) return 'refused-locked';
  if (isReason('not-on-probation', reason)) return 'refused-not-on-probation';
  return isReason('no-permission', reason) ? 'refused-no-permission' : 'refused-by-failure';
}
