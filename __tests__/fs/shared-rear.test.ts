import { describe, expect, it } from '@jest/globals';
import { SharedRear } from '../../src/fs/shared-rear.ts';

/** A list of numbers, and a thread that does its batches when the test tells it to. */
function shared(count: number, { isReady = true } = {}) {
  const batches: {
    items: readonly number[];
    end: (left: readonly number[]) => void;
    fail: (error: Error) => void;
  }[] = [];
  const items = Array.from({ length: count }, (_, index) => index);
  const rear = new SharedRear(items, {
    isReady: () => isReady,
    perform: (batch) =>
      new Promise((resolve, reject) => batches.push({ items: batch, end: resolve, fail: reject })),
  });
  return { rear, batches };
}

describe('the rear of a list', () => {
  it('is handed over from its end, at most half of the rest at a time', () => {
    const { rear, batches } = shared(5_000);
    rear.grow(64);
    const handedOver = 5_000 - rear.start;
    expect(batches.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(
      Array.from({ length: handedOver }, (_, index) => rear.start + index),
    );
    expect(batches.length).toBeGreaterThan(1);
    expect(handedOver).toBeLessThanOrEqual((rear.start - 64) / 2);
    rear.grow(64);
    expect(5_000 - rear.start).toBe(handedOver);
  });

  it('grows when a batch has ended, and never into the front', async () => {
    const { rear, batches } = shared(5_000);
    let done = 0;
    for (let ended = 0; ; ended++) {
      rear.grow(done);
      if (ended === batches.length) break;
      batches[ended]?.end([]);
      await Promise.resolve();
      await new Promise(setImmediate);
      done = Math.min(done + 100, rear.start);
    }
    await rear.settle();
    expect(rear.start).toBeGreaterThanOrEqual(done);
    expect(rear.start).toBeLessThan(2_500);
    expect(rear.left()).toEqual([]);
  });

  it('returns the items that the thread has left, and throws its failure', async () => {
    const { rear, batches } = shared(5_000);
    rear.grow(0);
    for (const { items, end } of batches) end(items.filter((item) => item % 2 === 0));
    await rear.settle();
    const expected = Array.from({ length: 5_000 - rear.start }, (_, index) => rear.start + index);
    expect([...rear.left()].sort((a, b) => a - b)).toEqual(expected.filter((item) => item % 2 === 0));

    const failing = shared(5_000);
    failing.rear.grow(0);
    const [first, second, ...others] = failing.batches;
    second?.fail(new Error('of the thread'));
    for (const batch of [first, ...others]) batch?.end([]);
    await failing.rear.settle();
    expect(failing.rear.hasFailed).toBe(true);
    expect(() => failing.rear.left()).toThrow('of the thread');
  });

  it('stays here while the other thread is not ready, and where the list is short', () => {
    for (const { rear, batches } of [shared(5_000, { isReady: false }), shared(511)]) {
      const whole = rear.start;
      rear.grow(0);
      expect(rear.start).toBe(whole);
      expect(batches).toHaveLength(0);
    }
  });
});
