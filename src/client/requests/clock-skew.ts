import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type GobblerError, gobblerError } from '../../errors/index.ts';
import { type Answer, type Connection, httpGet } from '../connection/index.ts';
import { newRunName, writeReadableFile } from './staging-area.ts';

/** The service itself takes files for stale that are older (protocol §6.1). */
export const MAY_DIFFER_S = 60;

/** By how much the clocks differ, if that is why the service takes our request for stale. Protocol §20 T4. */
export async function clockError(file: string, answer: Answer): Promise<GobblerError | undefined> {
  const age = await ageOf(file, answer);
  if (age === undefined) return undefined;
  return gobblerError('clocks-differ', age, { httpStatus: answer.status });
}

/** A notice about a file dated in the future: the service accepts it, but anything based on times may be wrong. */
export async function clocksNotice(file: string, answer: Answer): Promise<string | undefined> {
  const age = await ageOf(file, answer);
  if (age === undefined || age.seconds > -MAY_DIFFER_S) return undefined;
  return `Clocks differ by ${-age.seconds} s: files in staging are dated ahead of the clock of the service. Synchronize them.`;
}

/** By how many seconds clocks are ahead of the service's, give or take one; negative if they are behind. */
export interface Clocks {
  /** The clock that dates files in staging. */
  readonly stagingAheadS: number;
  /** The clock of this machine. */
  readonly hereAheadS: number;
}

/**
 * Reads the clocks of staging, by a file that is made there for a moment, of the service, and of this machine. Undefined if
 * the service does not report its time. Protocol §20 T4.
 */
export async function readClocks(connection: Connection, signal?: AbortSignal): Promise<Clocks | undefined> {
  const file = path.join(connection.staging, newRunName());
  await writeReadableFile(file, '');
  try {
    const answer = await httpGet(`${connection.url}/info`, { signal });
    const age = await ageOf(file, answer);
    if (age === undefined) return undefined;
    const hereAheadS = Math.round((Date.now() - Date.parse(age.now)) / 1000) || 0;
    return { stagingAheadS: -age.seconds || 0, hereAheadS };
  } finally {
    await fs.rm(file, { force: true });
  }
}

/** How old a file is by the clock of the service; undefined if it is unknown. */
async function ageOf(
  file: string,
  { date }: Answer,
): Promise<{ seconds: number; written: string; now: string } | undefined> {
  const written = (await fs.stat(file).catch(() => undefined))?.mtime;
  const now = new Date(date ?? Number.NaN);
  if (written === undefined || Number.isNaN(now.getTime())) return undefined;
  const seconds = Math.round((now.getTime() - written.getTime()) / 1000) || 0; // JSON has no -0
  return { seconds, written: written.toISOString(), now: now.toISOString() };
}
