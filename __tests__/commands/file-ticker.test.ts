import { expect, it } from '@jest/globals';
import { isLineDue, TICK_MS } from '../../src/commands/progress/file-ticker.ts';

/** When lines are written about work of that length. */
function linesOf(totalMs: number): number[] {
  const said: number[] = [0];
  for (let now = TICK_MS; now <= totalMs; now += TICK_MS) {
    if (isLineDue({ workedMs: now, silentMs: now - (said.at(-1) ?? 0) })) said.push(now);
  }
  return said.slice(1);
}

it('says how it goes every few seconds at first', () => {
  expect(linesOf(30_000)).toEqual([5_000, 10_000, 15_000, 20_000, 25_000, 30_000]);
});

it('is silent for a minute at most, and fills no more than some screens in six hours', () => {
  const lines = linesOf(6 * 60 * 60_000);
  const silences = lines.map((now, at) => now - (lines[at - 1] ?? 0));
  expect(Math.max(...silences)).toBe(60_000);
  expect(lines.length).toBeLessThan(400);
});
