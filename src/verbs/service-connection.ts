import { currentUser } from '../client/identity.ts';
import { type ActingFor, type Connection, connect } from '../client/index.ts';
import { requireOwnRegistry, requireStagingHere } from './given-directories.ts';
import type { Values } from './inputs.ts';
import { line } from './log.ts';
import type { requestInputs, serviceInputs, spoofableInputs } from './service-inputs.ts';

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
