import { normaliseUrl } from '../client/connection.ts';
import { currentUser } from '../client/identity.ts';
import { type ActingFor, type Connection, connect } from '../client/index.ts';
import { requireOwnRegistry, requireStagingHere } from './given-directories.ts';
import { flag, minutes, optionalPath, requiredText, text, type Values } from './inputs.ts';
import { line } from './log.ts';

/** Where the service is, for every action that talks to one. */
export const serviceInputs = {
  // Read before anything is said about it: what looks like a password in it is refused, and never logged.
  url: { ...requiredText({ variable: 'GOBBLER_URL' }), parse: normaliseUrl },
  staging: optionalPath(),
  registry: optionalPath(),
};

/** What every action that asks the service to change something takes besides. */
export const requestInputs = {
  'timeout-minutes': minutes(0),
  'lock-wait-minutes': minutes(30),
  'show-summary': flag(true),
};

/** As {@link requestInputs}, for requests that can be made for somebody else. */
export const spoofableInputs = { spoof: text(), ...requestInputs };

/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
export async function connectTo(
  { url, staging, registry }: Values<typeof serviceInputs>,
  signal: AbortSignal,
): Promise<Connection> {
  const connection = await connect(url, { staging, registry, signal });
  if (staging !== undefined) await requireStagingHere(connection);
  if (registry !== undefined) await requireOwnRegistry(connection, signal);
  return connection;
}

/** How requests are made: for how long, and what is said meanwhile. */
export function submitting(
  given: Values<typeof requestInputs>,
  signal: AbortSignal,
): { signal: AbortSignal; lockPatienceMs: number; onNotice: (sentence: string) => void } {
  return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: line };
}

/** For whom to act. Acting for oneself needs no leave, and the service may not give it: it is left out. */
export function actingFor({ spoof }: Pick<Values<typeof spoofableInputs>, 'spoof'>): ActingFor {
  return spoof === undefined || spoof === currentUser() ? {} : { spoof };
}
