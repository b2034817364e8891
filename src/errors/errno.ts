import { constants } from 'node:os';
import { GobblerError } from './gobbler-error.ts';

/** The errno name of a filesystem or socket error (`ENOENT`), or undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  // Our own errors have a code, too: one that was thrown to stop the work must not pass for a failure of the disk.
  if (error instanceof GobblerError) return undefined;
  const code = memberOf(error, 'code');
  if (typeof code !== 'string') return undefined;
  return unnamedErrno(error) ?? code;
}

/** One line of text for whatever was thrown. */
export function messageOf(error: unknown): string {
  const message = memberOf(error, 'message');
  if (typeof message !== 'string') return String(error);
  const name = error instanceof GobblerError ? undefined : unnamedErrno(error);
  if (name === undefined) return message;
  const call = [memberOf(error, 'syscall'), memberOf(error, 'path')];
  const where = typeof call[0] === 'string' ? `, ${call[0]}` : '';
  return `${name}: ${UNNAMED[name] ?? 'the filesystem refused the call'}${where}${typeof call[1] === 'string' ? ` '${call[1]}'` : ''}`;
}

/** Errors of network filesystems for which Node has neither name nor text. */
const UNNAMED: Readonly<Record<string, string>> = {
  EDQUOT: 'disk quota exceeded',
  ESTALE: 'stale file handle: the file, or its directory, was deleted on the server',
};

/** The name of an errno that Node reports only by its number, as "Unknown system error -122". */
function unnamedErrno(error: unknown): string | undefined {
  const [code, errno] = [memberOf(error, 'code'), memberOf(error, 'errno')];
  if (typeof errno !== 'number' || code !== `Unknown system error ${errno}`) return undefined;
  const found = Object.entries(constants.errno).find(([, number]) => number === -errno);
  return found?.[0];
}

/** Not by `instanceof Error`, which is false for an error of Node itself in a context of its own, as in a test. */
function memberOf(error: unknown, name: 'code' | 'errno' | 'message' | 'path' | 'syscall'): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
