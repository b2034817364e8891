/** The clock of everything that tells how long work goes on. */
export const TICK_MS = 5_000;

const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;

/**
 * Whether another line is due about work that goes on: every few seconds at first, then less often, and once a minute at
 * least. Hours of work fill a few screens, not a hundred.
 */
export function isLineDue({ workedMs, silentMs }: { workedMs: number; silentMs: number }): boolean {
  return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}
