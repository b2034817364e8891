import { type Hint, hint, setting } from '../hint.ts';
import { type Problem, problem, problemTable, quoted } from '../problem.ts';

/** A request that the service has refused. Its reason is in `reason` of the error, too. */
interface RefusalFacts {
  /** The action of the request, such as `create_project`. */
  readonly action: string;
  /** The service's own words, shortened. */
  readonly reason: string;
}

const refusal = (code: Problem<RefusalFacts>['code'], hint: Problem<RefusalFacts>['hint'] & {}) =>
  problem<RefusalFacts>({
    code,
    text: ({ action, reason }) => `the service refused to ${action.replaceAll('_', ' ')}: ${reason}`,
    hint,
  });

/** Requests that only administrators of the service may make. Protocol §11. */
const BY_ADMINISTRATORS =
  /^(create_project|refresh_.*|reindex_version|validate_version|delete_.*|reroute_links)$/;

/** Why no connection can be made, if retries do not help. */
export type UnreachableCause = 'untrusted-certificate' | 'invalid-certificate' | 'no-tls' | 'no-http';

/** What to do about each cause, and how a sentence ends with it. */
const UNREACHABLE: Record<UnreachableCause, { readonly found: string; readonly hint: Hint }> = {
  'untrusted-certificate': {
    found: 'its certificate comes from an authority that this machine does not know',
    hint: 'Set NODE_EXTRA_CA_CERTS to a file with the certificate of that authority, for the process that runs this.',
  },
  'invalid-certificate': {
    found: 'its certificate is not valid for it',
    hint: hint`Check the host name in ${setting('url')}, the clock of this machine, and the certificate of the service.`,
  },
  'no-tls': {
    found: 'it does not answer in TLS',
    hint: hint`If the service has no TLS, write http:// in ${setting('url')}; otherwise check the port.`,
  },
  'no-http': {
    found: 'it does not answer in HTTP',
    hint: hint`Check the port in ${setting('url')}, and whether it needs https://.`,
  },
};

/** The connection to the service, and its answers. */
export const SERVICE = problemTable(() => ({
  'bad-url': problem<{
    /** Left out if it may contain a secret. */
    url?: string;
    found: 'no-scheme' | 'no-url' | 'password' | 'query';
  }>({
    code: 'invalid-input',
    input: 'url',
    text: ({ url, found }) => {
      const shown = url === undefined ? 'it' : quoted(url);
      const state = {
        'no-scheme': `${shown} has no http:// or https:// in front`,
        'no-url': `${shown} cannot be read as a URL`,
        password: 'it has a user name or password in it',
        query: `${shown} has a query or fragment`,
      }[found];
      return `url should be like http://gobbler.example.org:8080, but ${state}`;
    },
    hint: 'Give the address of the service with its scheme, and with its path prefix if it has one.',
  }),
  unreachable: problem<{
    url: string;
    /** Undefined if it may pass. */
    cause?: UnreachableCause;
    /** The words of the system, or its code for a lasting cause. */
    error: string;
  }>({
    code: 'service-unreachable',
    input: 'url',
    text: ({ url, cause, error }) => {
      if (cause === undefined) return `no Gobbler answers at ${url}: ${error}`;
      const code = cause.endsWith('-certificate') ? ` (${error})` : '';
      return `no Gobbler answers at ${url}: ${UNREACHABLE[cause].found}${code}`;
    },
    hint: ({ cause }) =>
      cause === undefined
        ? hint`Check ${setting('url')}, that the service runs, and that this machine may connect to it.`
        : UNREACHABLE[cause].hint,
  }),
  'proxy-only': problem<{ url: string; status: number }>({
    code: 'service-unreachable',
    input: 'url',
    text: ({ url, status }) => `a proxy answers at ${url}, with status ${status}`,
    hint: 'The service behind it is down: see its log.',
  }),
  'not-a-gobbler': problem<{
    url: string;
    /** An HTTP status; the problem of the JSON parser; or undefined if it is JSON without the two. */
    found?: number | string;
  }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, found }) => {
      const state =
        typeof found === 'number'
          ? `answered with status ${found}`
          : found === undefined
            ? 'its answer lacks them'
            : `its answer is not JSON (${found})`;
      return `${url} should tell registry and staging, but ${state}`;
    },
    hint: hint`Check that ${setting('url')} leads to a Gobbler, with its path prefix if it has one.`,
  }),
  'relative-paths': problem<{ url: string; kind: 'staging' | 'registry'; path: string }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, kind, path }) =>
      `the service at ${url} should name its ${kind} by an absolute path, but calls it ${quoted(path)}`,
    hint: 'The service was started on relative paths; its operator has to use absolute ones.',
  }),
  'answer-too-large': problem<{
    url: string;
    /** Bytes; or lists and objects. */
    limit: number;
    unit: 'bytes' | 'structures';
  }>({
    code: 'service-misconfigured',
    text: ({ url, limit, unit }) =>
      `the answer of ${url} ${unit === 'bytes' ? `is longer than ${limit} bytes` : `holds more than ${limit} lists and objects`}`,
    hint: hint`Check that ${setting('url')} leads to a Gobbler.`,
  }),
  'answer-lost': problem<{ url: string; error: string }>({
    code: 'connection-lost',
    text: ({ url, error }) => `the connection to ${url} ended before the service answered: ${error}`,
    hint: 'The service may have restarted, or a proxy gave up waiting. See its log.',
  }),
  'answered-by-proxy': problem<{ url: string; status: number; text: string }>({
    code: 'connection-lost',
    text: ({ url, status, text }) =>
      `a proxy in front of the service answered status ${status} and ${quoted(text)} to ${url}`,
    hint: 'The service is down, or the proxy gave up waiting: it must not limit how long an answer may take.',
  }),
  'no-reply': problem<{ url: string; status: number; text: string }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, status, text }) =>
      `${url} should report success, but answered with status ${status} and ${quoted(text)}`,
    hint: hint`Check that ${setting('url')} leads to a Gobbler, with its path prefix, and without a redirect.`,
  }),
  'incomplete-reply': problem<{ member: string; expected: string }>({
    code: 'service-misconfigured',
    text: ({ member, expected }) => `the service's reply should have ${expected} as ${member}`,
    hint: hint`Check that ${setting('url')} leads to a Gobbler of a known version.`,
  }),
  'refused-unauthorized': refusal('not-authorized', ({ action }) =>
    BY_ADMINISTRATORS.test(action)
      ? 'Only administrators of the Gobbler may do this: ask one of them.'
      : 'Ask an owner of the project, or an administrator, for the right to do this.',
  ),
  'refused-not-found': refusal('not-found', 'Check the names; an administrator creates projects.'),
  'refused-unseen': refusal(
    'staging-unavailable',
    'The service does not see our file: is this the staging directory of that service, on a shared filesystem?',
  ),
  'refused-expired': refusal(
    'request-expired',
    'The clocks of this machine (or the file server) and the service differ.',
  ),
  'refused-in-work': refusal(
    'connection-lost',
    'The request was accepted before; look at the registry for its outcome.',
  ),
  'refused-exists': refusal('already-exists', 'Choose another name: what is published is permanent.'),
  'refused-malformed': refusal('request-refused', 'Correct what the reason names, and run again.'),
  'refused-locked': refusal('lock-timeout', 'Another request was busy for long; try again later.'),
  'refused-not-on-probation': refusal('not-on-probation', 'It may have been approved already.'),
  'refused-no-permission': refusal(
    'service-failed',
    'The service cannot read something in staging, or cannot write its registry.',
  ),
  'refused-by-failure': refusal(
    'service-failed',
    'The reason is all the service tells; its log may say more.',
  ),
}));
