import { promises as fs } from 'node:fs';
import { type GobblerError, gobblerError } from '../../errors/index.ts';
import type { Answer } from '../connection/index.ts';

/** The service itself takes files for stale that are older (protocol §6.1). */
const MAY_DIFFER_S = 60;

/** By how much the clocks differ, if that is why the service takes our request for stale. Protocol §20 T4. */
export async function clockError(file: string, answer: Answer): Promise<GobblerError | undefined> {
  const age = await ageOf(file, answer);
  if (age === undefined) return undefined;
  return gobblerError('clocks-differ', age, { httpStatus: answer.status });
}

/** A file from the future is taken by the service, but whatever goes by times may be wrong: a sentence about it. */
export async function clocksNotice(file: string, answer: Answer): Promise<string | undefined> {
  const age = await ageOf(file, answer);
  if (age === undefined || age.seconds > -MAY_DIFFER_S) return undefined;
  return `Clocks differ by ${-age.seconds} s: files in staging are dated ahead of the clock of the service. Synchronise them.`;
}

/** How old a file is by the clock of the service; undefined if that cannot be told. */
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
