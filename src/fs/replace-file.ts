import {
  closeSync,
  constants,
  promises as fs,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import { withOpen } from './open-file.ts';

/**
 * Replaces a file as a whole: writes a new file `partial` on the same filesystem, and renames it when it is complete. Removes
 * it if that fails. `mode` is reduced by the umask. With `isNew` nothing is replaced; see {@link nameNew}.
 */
export async function replaceFile(
  file: string,
  content: string | Iterable<string | Uint8Array>,
  {
    partial,
    mode,
    isNew = false,
  }: { readonly partial: string; readonly mode: number; readonly isNew?: boolean },
): Promise<void> {
  try {
    await fs.writeFile(partial, content, { flag: 'wx', mode });
    if (isNew) await nameNew(partial, file);
    else await fs.rename(partial, file);
  } catch (error) {
    await fs.rm(partial, { force: true });
    throw error;
  }
}

const ONLY_READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
const PIECE_BYTES = 1024 * 1024;

/**
 * Gives a complete file its name, and never replaces anything, as rename(2) would. If something has taken the name meanwhile,
 * that is an error with the code EEXIST, unless it has the same content: somebody else makes the same files, or the client
 * has repeated its call to the file server. For a file that is small enough to be read as a whole.
 */
export function nameNewNow(partial: string, target: string): void {
  try {
    linkSync(partial, target);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw error;
    // Without hard links, nothing but a look, as late as possible, keeps this from replacing something.
    if (code !== 'EEXIST' && lstatSync(target, { throwIfNoEntry: false }) === undefined) {
      renameSync(partial, target);
      return;
    }
    if (!isSameNow(partial, target)) throw taken(error, target);
  }
  unlinkSync(partial);
}

/** The same in the background, for a file of any size. */
export async function nameNew(partial: string, target: string): Promise<void> {
  try {
    await fs.link(partial, target);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw error;
    if (code !== 'EEXIST' && !(await isThere(target))) return fs.rename(partial, target);
    if (!(await isSame(partial, target))) throw taken(error, target);
  }
  await fs.unlink(partial);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Where there are no hard links, the error does not say that the name is taken. */
const taken = (error: unknown, target: string): unknown =>
  codeOf(error) === 'EEXIST'
    ? error
    : Object.assign(new Error(`EEXIST: file already exists, '${target}'`, { cause: error }), {
        code: 'EEXIST',
      });

const isThere = (place: string): Promise<boolean> =>
  fs.lstat(place).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

/** A symlink, a socket or a closed file cannot be opened: then it is not the same. */
const notSame = (error: unknown): false => {
  if (codeOf(error) === '') throw error;
  return false;
};

function isSameNow(one: string, other: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(other, ONLY_READ);
  } catch (error) {
    return notSame(error);
  }
  try {
    const [left, right] = [lstatSync(one), fstatSync(descriptor)];
    if (!right.isFile() || left.size !== right.size) return false;
    return readFileSync(one).equals(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

const isSame = (one: string, other: string): Promise<boolean> =>
  withOpen(one, ONLY_READ, (a) => withOpen(other, ONLY_READ, (b) => haveSameContent(a, b)).catch(notSame));

async function haveSameContent(a: fs.FileHandle, b: fs.FileHandle): Promise<boolean> {
  const [left, right] = [await a.stat(), await b.stat()];
  if (!right.isFile() || left.size !== right.size) return false;
  if (left.ino === right.ino && left.dev === right.dev) return true;
  const [piece, others] = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];
  for (let at = 0; at < left.size; ) {
    const { bytesRead } = await a.read(piece, 0, PIECE_BYTES, at);
    const found = await b.read(others, 0, bytesRead, at);
    if (bytesRead === 0 || found.bytesRead !== bytesRead) return false;
    if (!piece.subarray(0, bytesRead).equals(others.subarray(0, bytesRead))) return false;
    at += bytesRead;
  }
  return true;
}
