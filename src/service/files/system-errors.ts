import os from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { errnoOf, messageOf } from '../../errors/index.ts';

/** Errors of network filesystems that the engine has no words for. */
const MORE: ReadonlyMap<string, string> = new Map([
  ['ESTALE', 'stale file handle'],
  ['EDQUOT', 'disk quota exceeded'],
]);

/**
 * Returns whether a system call has failed, or was refused by the engine in the system's place, as for a NUL in a path.
 */
export function isSystemError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return 'syscall' in error || errnoOf(error) === 'ERR_INVALID_ARG_VALUE';
}

/** The name of what a call of the system has failed with, such as `ESTALE`, also where the engine does not know it. */
export function systemErrorName(error: unknown): string | undefined {
  const errno = typeof error === 'object' && error !== null && 'errno' in error ? error.errno : undefined;
  const known = Object.entries(os.constants.errno).find(([, number]) => number === -Number(errno));
  return known?.[0] ?? errnoOf(error);
}

/** The same with the call and the paths, for whoever can see them: `ENOSPC: no space left on device, mkdir '/r/p'`. */
export function systemSentence(error: unknown): string {
  const reason = systemReason(error);
  if (typeof error !== 'object' || error === null || reason === messageOf(error)) return reason;
  const part = (name: string): string | undefined =>
    name in error ? String(Reflect.get(error, name)) : undefined;
  const [call, from, to] = [part('syscall'), part('path'), part('dest')];
  const places = [from, to].filter((place) => place !== undefined).map((place) => `'${place}'`);
  return `${reason}, ${[call, places.join(' -> ')].filter(Boolean).join(' ')}`;
}

/** Why a call of the system has failed, without the path it was made with: `ENOSPC: no space left on device`. */
export function systemReason(error: unknown): string {
  const name = systemErrorName(error);
  const [, words] = [...getSystemErrorMap().values()].find(([each]) => each === name) ?? [];
  const meaning = words ?? (name === undefined ? undefined : MORE.get(name));
  return name === undefined || meaning === undefined ? messageOf(error) : `${name}: ${meaning}`;
}
