/**
 * The kinds of failures, as words a program can act on, with their titles for people. The list is closed: a new kind
 * gets a new word here.
 *
 * | code | who can solve it |
 * |---|---|
 * | `invalid-input` `invalid-name` `invalid-source` | the caller: the call itself must change |
 * | `not-found` `already-exists` `not-authorized` `not-on-probation` `on-probation` | the caller: the registry says no |
 * | `content-differs` | the caller: the published content is not the expected one |
 * | `conflicting-change` | the caller: somebody else keeps changing the same thing |
 * | `incomplete-upload` | the caller: parts of a multipart upload are yet to be staged |
 * | `service-unreachable` `service-misconfigured` `staging-unavailable` `registry-unavailable` `destination-unavailable` | the operator of the runner |
 * | `request-refused` `request-expired` | the caller: the service has refused the request as malformed or stale |
 * | `lock-timeout` `connection-lost` `service-failed` | nobody: try again later, see `docs/protocol.md` |
 * | `corrupt-record` | the registry's administrator |
 * | `timed-out` `cancelled` | the caller, who has stopped the work |
 */
export const ERROR_TITLES = {
  'invalid-input': 'Input cannot be used',
  'invalid-name': 'Bad name',
  'invalid-source': 'Directory cannot be uploaded',
  'not-found': 'Not found',
  'already-exists': 'Already exists',
  'not-authorized': 'Not allowed',
  'not-on-probation': 'Not on probation',
  'on-probation': 'On probation',
  'content-differs': 'Content differs',
  'conflicting-change': 'Changed at the same time',
  'incomplete-upload': 'Parts are missing',
  'service-unreachable': 'Service cannot be reached',
  'service-misconfigured': 'Not a Gobbler',
  'staging-unavailable': 'Staging directory',
  'registry-unavailable': 'Registry',
  'destination-unavailable': 'Destination',
  'request-refused': 'Request refused',
  'request-expired': 'Clocks differ',
  'lock-timeout': 'Busy for too long',
  'connection-lost': 'Connection lost',
  'service-failed': 'Service failed',
  'corrupt-record': 'Damaged record',
  'timed-out': 'Out of time',
  cancelled: 'Cancelled',
} as const;

/** The kind of a failure. See {@link ERROR_TITLES}. */
export type ErrorCode = keyof typeof ERROR_TITLES;
