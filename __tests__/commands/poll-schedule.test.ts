import { describe, expect, it } from '@jest/globals';
import { PollSchedule } from '../../src/commands/approval/approval-wait.ts';

const MINUTE_MS = 60_000;

/** The pauses of a whole wait, without jitter. */
function pauses(firstMs: number, timeoutMs: number): number[] {
  const schedule = new PollSchedule({ firstMs, timeoutMs, now: 0 });
  const all: number[] = [];
  let now = 0;
  for (let next = schedule.next(now, () => 0.5); next !== undefined; next = schedule.next(now, () => 0.5)) {
    all.push(next);
    now += next;
  }
  return all;
}

describe('the schedule of looks', () => {
  it('grows to five minutes, and ends just before the deadline', () => {
    const all = pauses(30_000, 300 * MINUTE_MS);
    expect(all.slice(0, 3)).toEqual([30_000, 45_000, 67_500]);
    expect(Math.max(...all)).toBe(5 * MINUTE_MS);
    expect(all.reduce((sum, pause) => sum + pause, 0)).toBe(300 * MINUTE_MS - 5_000);
    expect(all.length).toBeLessThan(70);
  });

  it('keeps to a first pause that is longer than that', () => {
    expect(pauses(10 * MINUTE_MS, 60 * MINUTE_MS).slice(0, 2)).toEqual([10 * MINUTE_MS, 10 * MINUTE_MS]);
  });

  it('varies, and never goes beyond the deadline', () => {
    const next = (random: number) =>
      new PollSchedule({ firstMs: 1_000, timeoutMs: 100_000, now: 0 }).next(0, () => random);
    expect([next(0), next(1)]).toEqual([900, 1_100]);
    expect(new PollSchedule({ firstMs: 90_000, timeoutMs: 10_000, now: 0 }).next(0)).toBe(8_000);
  });

  it('goes on without a limit', () => {
    const schedule = new PollSchedule({ firstMs: 1_000, timeoutMs: 0, now: 0 });
    expect(schedule.next(1e12, () => 0.5)).toBe(1_000);
  });
});
