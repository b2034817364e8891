/*
 * The reasons of the service, which are all it says about a refusal: the only place where they are matched. They quote
 * names and paths, which may hold any words: only the beginning and the end of a reason are the service's own. Names are in
 * quotation marks, and paths at the end are followed by the error of the system. Protocol §18.
 */

/** The failures that a reason tells apart, besides what the status does. */
const REASONS = {
  unseen: /^failed to access path\b/,
  expired: /is expired$/,
  'in-work': /is already being processed$/,
  exists: /already exists( in "|$)/,
  locked: /timed out waiting for the lock( to be acquired on "|$)/,
  'not-on-probation': /is not on probation$/,
  'no-permission': /: permission denied$/,
};

/** Returns whether a reason is of a kind. */
export const isReason = (kind: keyof typeof REASONS, reason: string): boolean => REASONS[kind].test(reason);

/** User names of the system have no quotation marks. */
const UNAUTHORIZED =
  /^(?:failed to find owner of "[^"]*"; )?user "([^"]*)" is not authorized to (spoof "|\w+)/;

/** Parses the reason of a refusal for lack of rights. */
export function unauthorized(reason: string): { user: string | undefined; isAboutSpoofing: boolean } {
  const [, user, deed] = UNAUTHORIZED.exec(reason) ?? [];
  return { user, isAboutSpoofing: deed === 'spoof "' };
}

/** As the original says it, and as Node does. */
const MISSING_LISTING = /^failed to obtain a directory listing; (?:ENOENT: |.*: no such file or directory$)/s;

/**
 * Returns whether a directory could not be listed since it does not exist, which the status may not tell. Protocol
 * §5.3.
 */
export const isMissingListing = (reason: string): boolean => MISSING_LISTING.test(reason);
