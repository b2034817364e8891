import { type ErrorCode, GobblerError } from '../errors/index.ts';

/** How the process ends, by meaning. */
export const EXIT = {
  done: 0,
  /** A defect in this program. */
  defect: 1,
  /** Arguments that cannot be used: bad ones, or names of what does not exist. */
  usage: 2,
  notAuthorized: 3,
  /** There is something of that name already, or the content is not the one that was expected. */
  differs: 4,
  /** On probation, not finished in time, or waiting for parts of an upload. */
  pending: 5,
  /** Rejected, expired, or replaced by another content. */
  rejected: 6,
  /** The service, or a filesystem. */
  world: 7,
  /** Stopped by Ctrl-C, or declined by the user; 128 and its number for every other signal, as shells have it. */
  cancelled: 130,
} as const;

/** The meaning of each exit code in a few words, for `--help` and README.md. */
export const EXIT_MEANINGS: readonly (readonly [code: string, meaning: string])[] = [
  [`${EXIT.done}`, 'done'],
  [`${EXIT.defect}`, 'a defect in gobbler'],
  [`${EXIT.usage}`, 'wrong usage, or a named item that does not exist or cannot be used'],
  [`${EXIT.notAuthorized}`, 'not allowed'],
  [`${EXIT.differs}`, 'exists already, or differs'],
  [`${EXIT.pending}`, 'pending, incomplete, or timed out'],
  [`${EXIT.rejected}`, 'rejected, expired, or replaced'],
  [`${EXIT.world}`, 'the service or a filesystem failed'],
  [`${EXIT.cancelled}`, 'cancelled by Ctrl-C, or by an answer other than yes'],
  ['128 + N', 'stopped by signal N'],
];

/** The exit code for each code of an error. */
export const EXIT_OF_CODE: Record<ErrorCode, number> = {
  'invalid-input': EXIT.usage,
  'invalid-name': EXIT.usage,
  'invalid-source': EXIT.usage,
  'not-found': EXIT.usage,
  'not-authorized': EXIT.notAuthorized,
  'already-exists': EXIT.differs,
  'content-differs': EXIT.differs,
  'conflicting-change': EXIT.differs,
  'not-on-probation': EXIT.differs,
  'on-probation': EXIT.pending,
  'incomplete-upload': EXIT.pending,
  'lock-timeout': EXIT.pending,
  'timed-out': EXIT.pending,
  'service-unreachable': EXIT.world,
  'service-misconfigured': EXIT.world,
  'staging-unavailable': EXIT.world,
  'registry-unavailable': EXIT.world,
  'destination-unavailable': EXIT.world,
  'request-refused': EXIT.world,
  'request-expired': EXIT.world,
  'connection-lost': EXIT.world,
  'service-failed': EXIT.world,
  'corrupt-record': EXIT.world,
  cancelled: EXIT.cancelled,
};

/** The exit code for each value of a command's output `status`, whether the command has failed or not. */
const OF_STATUS = new Map<unknown, number>([
  ['pending', EXIT.pending],
  ['unfinished', EXIT.pending],
  ['timed-out', EXIT.pending],
  ['rejected-or-expired', EXIT.rejected],
  ['replaced', EXIT.rejected],
  ['differs', EXIT.differs],
  ['missing', EXIT.usage],
  ['unknown', EXIT.world],
  ['failure', EXIT.world],
]);

/**
 * The exit code for what a command has thrown (undefined if nothing), for its output `status`, and for the signal that has
 * stopped it, if any: 128 and its number.
 */
export function exitCodeOf(failure: unknown, status: unknown, ofSignal: number = EXIT.cancelled): number {
  const ofStatus = OF_STATUS.get(status);
  if (failure === undefined) return ofStatus ?? EXIT.done;
  if (!(failure instanceof GobblerError)) return EXIT.defect;
  if (failure.code === 'cancelled') return ofSignal;
  return ofStatus ?? EXIT_OF_CODE[failure.code];
}
