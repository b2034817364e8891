/** How often a random check is repeated: as CI does it, or `NFS_ROUNDS` times for a soak. */
export const rounds = (inCi: number): number => Number(process.env.NFS_ROUNDS ?? inCi);

/** How long it may take, so that a soak is not stopped. */
export const patience = (inCi: number, eachMs: number): number => 120_000 + rounds(inCi) * eachMs;

/** Whether this is a soak. */
export const isSoak = process.env.NFS_ROUNDS !== undefined;

/** Random numbers that a seed repeats. */
export interface Random {
  readonly seed: number;
  /** From 0 to below 1. */
  readonly next: () => number;
  /** One of these. */
  readonly pick: <T>(values: readonly T[]) => T;
}

/** By `NFS_SEED`, or another one each time (mulberry32). */
export function randomBy(seed = Number(process.env.NFS_SEED ?? Math.floor(Math.random() * 2 ** 31))): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('There is nothing to pick from');
    return value;
  };
  return { seed, next, pick };
}
