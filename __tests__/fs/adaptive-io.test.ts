import { beforeEach, describe, expect, it } from '@jest/globals';
import { AdaptiveIo, THIS_THREAD, type WorkMeter } from '../../src/fs/adaptive-io.ts';

let passedMs = 0;
let waits = 0;

/** Takes no real time: on a busy machine, no call takes as long as it should. */
const meter: WorkMeter = { nowMs: () => passedMs, waits: () => waits };

beforeEach(() => {
  passedMs = 0;
  waits = 0;
});

/** Takes as long as a slow call of the filesystem, which the thread waits for. */
function wait(durationMs: number): void {
  passedMs += durationMs;
  if (durationMs >= 1) waits++;
}

/** Is as slow for lack of processor time. */
function spin(durationMs: number): void {
  passedMs += durationMs;
}

const COUNT = 100;
const items = Array.from({ length: COUNT }, (_, index) => index);

async function inBackground(takesMs: number, calls = 1): Promise<number> {
  let background = 0;
  const later = (): Promise<void> => {
    background++;
    return Promise.resolve();
  };
  await new AdaptiveIo(meter).forEach(items, { now: () => wait(takesMs), later, calls });
  return background;
}

describe('small work on the filesystem', () => {
  it('is done at once where it is fast', async () => {
    expect(await inBackground(0.01)).toBe(0);
  });

  it.each([1, 5, 12])('goes to the background where a call takes %i ms', async (takesMs) => {
    expect(await inBackground(takesMs)).toBeGreaterThan(COUNT / 2);
  });

  it('is done at once where calls are slow without waiting: the background would only be slower', async () => {
    let background = 0;
    const later = async (): Promise<void> => void background++;
    await new AdaptiveIo(meter).forEach(items, { now: () => spin(1), later });
    expect(background).toBe(0);
  });

  it('goes back to doing it at once where the background turns out to be no faster', async () => {
    let background = 0;
    const many = Array.from({ length: 400 }, (_, index) => index);
    const later = async (): Promise<void> => {
      background++;
      wait(2);
    };
    const io = new AdaptiveIo(meter);
    await io.forEach(many, { now: () => wait(1), later }, { concurrency: 8 });
    expect(background).toBeGreaterThan(0);
    expect(background).toBeLessThan(many.length / 4);
    expect(io.backgroundRatio).toBeGreaterThan(0.8);
  });

  it('is not misled by lists of one item before a long one', async () => {
    const io = new AdaptiveIo(meter);
    let background = 0;
    const work = {
      now: () => wait(2),
      later: async (): Promise<void> => void background++,
    };
    for (let list = 0; list < 6; list++) await io.forEach([list], work);
    await io.forEach(items, work);
    expect(background).toBeGreaterThan(COUNT / 2);
  });

  it('goes to the background for calls of a tenth of a second, too', async () => {
    let background = 0;
    const later = async (): Promise<void> => void background++;
    await new AdaptiveIo(meter).forEach(items.slice(0, 20), { now: () => wait(100), later });
    expect(background).toBeGreaterThan(10);
  });

  it('knows that one item may take several calls', async () => {
    expect(await inBackground(1, 20)).toBe(0);
  });

  it('remembers from one list to the next, however short they are', async () => {
    const pace = new AdaptiveIo(meter);
    let background = 0;
    const later = (): Promise<void> => {
      background++;
      return Promise.resolve();
    };
    const eight = Array.from({ length: 8 }, (_, index) => index);
    for (let list = 0; list < 5; list++) await pace.forEach(eight, { now: () => wait(3), later });
    expect(background).toBeGreaterThan(0);
    expect(pace.backgroundRatio).toBeLessThan(0.5);
  });

  it('forgives a hiccup', async () => {
    const pace = new AdaptiveIo(meter);
    let background = 0;
    const once = (takesMs: number): Promise<void> =>
      pace.once({ now: () => wait(takesMs), later: async () => void background++ });
    await once(30);
    for (let time = 0; time < 10; time++) await once(0);
    expect(background).toBe(0);
    for (let time = 0; time < 21; time++) await once(2);
    expect(background).toBeGreaterThan(0);
  });
});

describe('the meter of a thread', () => {
  const nothing = new Int32Array(new SharedArrayBuffer(4));

  it('counts how often the thread has waited, and for how long', () => {
    const [begunMs, before] = [THIS_THREAD.nowMs(), THIS_THREAD.waits()];
    for (let time = 0; time < 5; time++) Atomics.wait(nothing, 0, 0, 2);
    expect(THIS_THREAD.nowMs() - begunMs).toBeGreaterThanOrEqual(9);
    if (process.platform === 'linux') expect(THIS_THREAD.waits() - before).toBeGreaterThanOrEqual(5);
    else expect(THIS_THREAD.waits()).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('work shared with another thread', () => {
  const isReady = (): boolean => true;
  const many = Array.from({ length: 20_000 }, (_, index) => index);
  // With this, the list takes several slices of time.
  const brief = (): void => spin(0.005);
  const later = (): Promise<void> => Promise.reject(new Error('nothing is slow here'));
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is done exactly once, by this thread where the other one has left it', async () => {
    const done = new Map<number, number>();
    const finish = (item: number): void => void done.set(item, (done.get(item) ?? 0) + 1);
    const now = (item: number): void => {
      brief();
      finish(item);
    };
    let handedOver = 0;
    const perform = async (batch: readonly number[]): Promise<number[]> => {
      handedOver += batch.length;
      await soon();
      for (const item of batch) if (item % 3 !== 0) finish(item);
      return batch.filter((item) => item % 3 === 0);
    };
    await new AdaptiveIo(meter).forEach(many, { now, later, otherThread: { isReady, perform } });
    expect(handedOver).toBeGreaterThan(0);
    expect([...done.keys()].sort((a, b) => a - b)).toEqual(many);
    expect([...done.values()].every((times) => times === 1)).toBe(true);
  });

  it('ends with the first failure of either, once nothing is in flight', async () => {
    let inFlight = 0;
    const failing = async (batch: readonly number[]): Promise<number[]> => {
      inFlight++;
      await soon();
      inFlight--;
      if (batch.includes(19_999)) throw new Error('of the thread');
      return [];
    };
    await expect(
      new AdaptiveIo(meter).forEach(many, { now: brief, later, otherThread: { isReady, perform: failing } }),
    ).rejects.toThrow('of the thread');
    expect(inFlight).toBe(0);
    const now = (item: number): void => {
      if (item === 500) throw new Error('here');
    };
    await expect(
      new AdaptiveIo(meter).forEach(many.slice(0, 4_000), {
        now,
        later,
        otherThread: { isReady, perform: failing },
      }),
    ).rejects.toThrow('here');
    expect(inFlight).toBe(0);
  });

  it('is not shared where calls are slow', async () => {
    let handedOver = 0;
    const perform = async (batch: readonly number[]): Promise<readonly number[]> => {
      handedOver += batch.length;
      return batch;
    };
    await new AdaptiveIo(meter).forEach(many, {
      now: () => wait(2),
      later: () => Promise.resolve(),
      otherThread: { isReady, perform },
    });
    expect(handedOver).toBe(0);
  });

  it('is not shared before the other thread is ready', async () => {
    let asked = 0;
    const perform = (): Promise<never> => Promise.reject(new Error('it is not ready'));
    const isNotReady = (): boolean => {
      asked++;
      return false;
    };
    let done = 0;
    const now = (): void => void done++;
    await new AdaptiveIo(meter).forEach(many, { now, later, otherThread: { isReady: isNotReady, perform } });
    expect(done).toBe(many.length);
    expect(asked).toBeGreaterThan(0);
  });
});
