import { promises as fs } from 'node:fs';

const TOUCH_EVERY_MS = 60 * 60_000;

/**
 * Keeps the modification time of a directory in staging young while it is in use, by which sweeps (ours after a day, the
 * service's after a week: protocol §16) tell leftovers. Returns what ends it.
 */
export function keepFresh(directory: string): () => void {
  const touch = (): void => {
    const now = new Date();
    // It is gone when the work ends just now.
    fs.utimes(directory, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, TOUCH_EVERY_MS).unref();
  return () => clearInterval(timer);
}
