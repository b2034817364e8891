import { type Hint, hint, setting } from '../hint.ts';
import { type Problem, problem, problemTable, quoted } from '../problem.ts';

/** A request that the service has refused. Its reason is in `reason` of the error, too. */
export interface RefusalFacts {
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

/** The end of the sentence for each cause, and the hint. */
const UNREACHABLE: Record<UnreachableCause, { readonly found: string; readonly hint: Hint }> = {
  'untrusted-certificate': {
    found: 'its certificate is signed by an authority that this machine does not trust',
    hint: 'Set NODE_EXTRA_CA_CERTS, in the environment of this process, to a file with the certificate of that authority.',
  },
  'invalid-certificate': {
    found: 'its certificate is not valid for this address',
    hint: hint`Check the host name in ${setting('url')}, the clock of this machine, and the certificate of the service.`,
  },
  'no-tls': {
    found: 'it does not speak TLS',
    hint: hint`Check the port in ${setting('url')}, and use http:// if the service has no TLS.`,
  },
  'no-http': {
    found: 'it does not speak HTTP',
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
        'no-scheme': `${shown} does not begin with http:// or https://`,
        'no-url': `${shown} cannot be read as a URL`,
        password: 'it contains a user name or password',
        query: `${shown} contains a query or fragment`,
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
      const reason = cause === undefined ? error : `${UNREACHABLE[cause].found} (${error})`;
      return `no Gobbler answers at ${url}: ${reason}`;
    },
    hint: ({ cause }) =>
      cause === undefined
        ? hint`Check ${setting('url')}, that the service is running, and that this machine may connect to it.`
        : UNREACHABLE[cause].hint,
  }),
  'proxy-only': problem<{ url: string; status: number }>({
    code: 'service-unreachable',
    input: 'url',
    text: ({ url, status }) => `a Gobbler should answer at ${url}, but a proxy did, with status ${status}`,
    hint: 'See the log of the service behind the proxy: it is down.',
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
      return `${url} should report its registry and staging directories, but ${state}`;
    },
    hint: hint`Check that ${setting('url')} is the address of a Gobbler, with its path prefix if it has one.`,
  }),
  'relative-paths': problem<{ url: string; kind: 'staging' | 'registry'; path: string }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, kind, path }) =>
      `the service at ${url} should report an absolute path as its ${kind} directory, but reports ${quoted(path)}`,
    hint: 'Ask the operator of the service to start it with absolute paths.',
  }),
  'answer-too-large': problem<{
    url: string;
    /** Bytes; or lists and objects. */
    limit: number;
    unit: 'bytes' | 'structures';
  }>({
    code: 'service-misconfigured',
    text: ({ url, limit, unit }) =>
      `the answer of ${url} should have at most ${limit} ${unit === 'bytes' ? 'bytes' : 'lists and objects'}, but has more`,
    hint: hint`Check that ${setting('url')} is the address of a Gobbler.`,
  }),
  'answer-lost': problem<{ url: string; error: string }>({
    code: 'connection-lost',
    text: ({ url, error }) => `the connection to ${url} ended before the service answered: ${error}`,
    hint: 'See the log of the service: it may have restarted, or a proxy timed out.',
  }),
  'answered-by-proxy': problem<{ url: string; status: number; text: string }>({
    code: 'connection-lost',
    text: ({ url, status, text }) =>
      `${url} should be answered by the service, but a proxy answered with status ${status} and ${quoted(text)}`,
    hint: 'Start the service if it is down. If the proxy timed out, remove its limit on response times.',
  }),
  'unexpected-answer': problem<{ url: string; status: number; text: string }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, status, text }) =>
      `${url} should report success, but answered with status ${status} and ${quoted(text)}`,
    hint: hint`Check that ${setting('url')} is the address of a Gobbler, with its path prefix, and without a redirect.`,
  }),
  'incomplete-reply': problem<{ member: string; expected: string }>({
    code: 'service-misconfigured',
    text: ({ member, expected }) =>
      `the reply of the service should have ${expected} as ${member}, but does not`,
    hint: hint`Check that ${setting('url')} is the address of a Gobbler of a supported version.`,
  }),
  'refused-unauthorized': refusal('not-authorized', ({ action }) =>
    BY_ADMINISTRATORS.test(action)
      ? 'Ask an administrator of the Gobbler to do this.'
      : 'Ask an owner of the project, or an administrator, for the right to do this.',
  ),
  'refused-not-found': refusal(
    'not-found',
    'Check the names, or ask an administrator of the Gobbler to create the project.',
  ),
  'refused-unseen': refusal(
    'staging-unavailable',
    hint`Check that ${setting('staging')} is the staging directory of that service, on a filesystem that it shares with this machine.`,
  ),
  'refused-expired': refusal(
    'request-expired',
    'Synchronize the clocks of this machine, of the file server of staging, and of the service.',
  ),
  'refused-in-work': refusal(
    'connection-lost',
    'Check the registry for its outcome: the request was already accepted.',
  ),
  'refused-exists': refusal(
    'already-exists',
    'Choose another name: nothing that is published can be replaced.',
  ),
  'refused-malformed': refusal(
    'request-refused',
    'Correct the request as the reason says, and run this again.',
  ),
  'refused-locked': refusal('lock-timeout', 'Try again later: another request held the lock for too long.'),
  'refused-not-on-probation': refusal('not-on-probation', 'Check its status: it may already be approved.'),
  'refused-no-permission': refusal(
    'service-failed',
    'Check that the service can read the staged files and write to its registry.',
  ),
  'refused-by-failure': refusal('service-failed', 'See the log of the service for details.'),
}));
