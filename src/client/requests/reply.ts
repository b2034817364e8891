import { type ErrorDetails, GobblerError, hint, setting } from '../../protocol/index.ts';
import { type Answer, isReason, unauthorized } from '../connection/index.ts';

/** Characters; the longest that a service means to say quotes two paths. */
const LONGEST_REASON = 10_000;

/** Members of a successful reply, besides `status`. */
export type Reply = { readonly [member: string]: unknown };

function jsonObject(text: string): { readonly [member: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // not JSON at all: the caller says what it got instead
  }
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

export function isLag(answer: Answer): boolean {
  return answer.status === 400 && isReason('unseen', reasonOf(answer) ?? '');
}

export function isExpired(answer: Answer): boolean {
  return answer.status === 400 && isReason('expired', reasonOf(answer) ?? '');
}

/** Code `not-authorized`, and what the service has said about the user. */
export class NotAuthorized extends GobblerError {
  /** Whom the service takes this user for; undefined if it does not say so. */
  readonly user: string | undefined;
  /** It is acting for somebody else that is not allowed. */
  readonly isAboutSpoofing: boolean;

  constructor(message: string, reason: string, details: ErrorDetails) {
    super('not-authorized', message, details);
    const { user, isAboutSpoofing } = unauthorized(reason);
    this.user = user;
    this.isAboutSpoofing = isAboutSpoofing;
  }
}

/**
 * Returns the error for an answer that is not a success. Protocol §18: the status alone does not tell, so the stable
 * parts of the reason decide the code, and the reason is passed on as it is.
 */
export function classify(answer: Answer, action: string, url: string): GobblerError {
  const { status: httpStatus } = answer;
  const reason = reasonOf(answer);
  if (reason === undefined) {
    const found = `status ${httpStatus} and ${JSON.stringify(answer.text.slice(0, 80))}`;
    if ([502, 503, 504].includes(httpStatus)) {
      return new GobblerError(
        'connection-lost',
        `a proxy in front of the service answered ${found} to ${url}`,
        {
          httpStatus,
          hint: 'The service is down, or the proxy gave up waiting: it must not limit how long an answer may take.',
        },
      );
    }
    return new GobblerError(
      'service-misconfigured',
      `${url} should report success, but answered with ${found}`,
      {
        input: 'url',
        httpStatus,
        hint: hint`Check that ${setting('url')} leads to a Gobbler, with its path prefix, and without a redirect.`,
      },
    );
  }
  const decided = verdict(httpStatus, reason, action);
  const said = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)} …` : reason;
  const message = `the service refused to ${action.replaceAll('_', ' ')}: ${said}`;
  if (decided.code === 'not-authorized')
    return new NotAuthorized(message, reason, { httpStatus, hint: decided.hint });
  return new GobblerError(decided.code, message, { httpStatus, hint: decided.hint });
}

/** Requests that only administrators of the service may make. Protocol §11. */
const BY_ADMINISTRATORS =
  /^(create_project|refresh_.*|reindex_version|validate_version|delete_.*|reroute_links)$/;

function verdict(
  status: number,
  reason: string,
  action: string,
): { code: GobblerError['code']; hint: string } {
  if (status === 403) {
    return {
      code: 'not-authorized',
      hint: BY_ADMINISTRATORS.test(action)
        ? 'Only administrators of the Gobbler may do this: ask one of them.'
        : 'Ask an owner of the project, or an administrator, for the right to do this.',
    };
  }
  if (status === 404)
    return { code: 'not-found', hint: 'Check the names; an administrator creates projects.' };
  if (status === 400) {
    if (isReason('unseen', reason)) {
      return {
        code: 'staging-unavailable',
        hint: 'The service does not see our file: is this the staging directory of that service, on a shared filesystem?',
      };
    }
    if (isReason('expired', reason)) {
      return {
        code: 'request-expired',
        hint: 'The clocks of this machine (or the file server) and the service differ.',
      };
    }
    if (isReason('in-work', reason)) {
      return {
        code: 'connection-lost',
        hint: 'The request was accepted before; look at the registry for its outcome.',
      };
    }
    if (isReason('exists', reason)) {
      return { code: 'already-exists', hint: 'Choose another name: what is published is permanent.' };
    }
    return { code: 'request-refused', hint: 'Correct what the reason names, and run again.' };
  }
  if (isReason('locked', reason)) {
    return { code: 'lock-timeout', hint: 'Another request was busy for long; try again later.' };
  }
  if (isReason('not-on-probation', reason))
    return { code: 'not-on-probation', hint: 'It may have been approved already.' };
  if (isReason('no-permission', reason)) {
    return {
      code: 'service-failed',
      hint: 'The service cannot read something in staging, or cannot write its registry.',
    };
  }
  return { code: 'service-failed', hint: 'The reason is all the service tells; its log may say more.' };
}
