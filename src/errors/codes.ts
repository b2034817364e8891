/**
 * The kinds of failures, as words a program can act on, with their titles for people. The list is closed: a new kind
 * gets a new word here, with a line that tells who can solve it.
 */
export const ERROR_TITLES = {
  /** The caller: an argument has to change. */
  'invalid-input': 'Input cannot be used',
  /** The caller: a name of a project, asset or version has to change. */
  'invalid-name': 'Bad name',
  /** The caller: the content of the directory has to change. */
  'invalid-source': 'Directory cannot be uploaded',
  /** The caller: the registry does not have the named item. */
  'not-found': 'Not found',
  /** The caller: the registry has an item of that name already. */
  'already-exists': 'Already exists',
  /** The caller: an owner or an administrator has to grant the right. */
  'not-authorized': 'Not allowed',
  /** The caller: there is nothing to approve or to reject. */
  'not-on-probation': 'Not on probation',
  /** The caller: an owner of the project has to approve the version first. */
  'on-probation': 'On probation',
  /** The caller: the published content is not the expected one. */
  'content-differs': 'Content differs',
  /** The caller: another user keeps changing the same item. */
  'conflicting-change': 'Changed at the same time',
  /** The caller: parts of a multipart upload are yet to be staged. */
  'incomplete-upload': 'Parts are missing',
  /** The operator of the runner: nothing answers at the address. */
  'service-unreachable': 'Service cannot be reached',
  /** The operator of the runner: the server is no Gobbler, or one with unusable paths. */
  'service-misconfigured': 'Not a Gobbler',
  /** The operator of the runner: the staging directory cannot be used from here. */
  'staging-unavailable': 'Staging directory',
  /** The operator of the runner: the registry is not where it should be. */
  'registry-unavailable': 'Registry',
  /** The operator of the runner: the destination cannot be written. */
  'destination-unavailable': 'Destination',
  /** The caller: the service has refused the request as malformed. */
  'request-refused': 'Request refused',
  /** The operators: the clocks of runner, file server and service differ. */
  'request-expired': 'Clocks differ',
  /** Nobody: try again later. */
  'lock-timeout': 'Busy for too long',
  /** Nobody: try again later; the message tells how the request ended. */
  'connection-lost': 'Connection lost',
  /** Nobody, or the service's operator: the reason is the service's own. */
  'service-failed': 'Service failed',
  /** The registry's administrator: a record there is damaged. */
  'corrupt-record': 'Damaged record',
  /** The caller, who has set the time-out. */
  'timed-out': 'Out of time',
  /** The caller, who has stopped the work. */
  cancelled: 'Cancelled',
} as const;

/** The kind of a failure. See {@link ERROR_TITLES}. */
export type ErrorCode = keyof typeof ERROR_TITLES;
