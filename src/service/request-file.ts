import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../protocol/errors.ts';
import { DecodeError, decode, type Reader } from './decode.ts';
import { failed, malformed } from './failure.ts';
import { decodeUtf8 } from './utf8.ts';

const PREFIX = 'request-';

/** Older requests are not carried out, and names are remembered for as long. Protocol §6. */
const LIFETIME_MS = 60_000;

/** A request file that has passed all checks. */
export class RequestFile {
  /** The name without `request-`. */
  readonly title: string;
  readonly path: string;
  /** Whoever owns the file is the one who asks. Protocol §6.4. */
  readonly ownerUid: number;

  constructor(file: string, title: string, ownerUid: number) {
    this.path = file;
    this.title = title;
    this.ownerUid = ownerUid;
  }

  /** The file as one JSON value; null counts as an empty object. Throws 500 if unreadable, 400 if malformed. */
  read<T>(reader: Reader<T>): T {
    let content: string;
    try {
      content = decodeUtf8(readFileSync(this.path));
    } catch (error) {
      throw failed(`failed to read "${this.path}"; ${messageOf(error)}`, error);
    }
    try {
      return decode(content, reader) ?? ({} as T);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      throw malformed(`failed to parse JSON from "${this.path}"; ${error.message}`, error);
    }
  }
}

/** Names that were used lately. They cannot be used again, whatever has become of the first request. Protocol §6.3. */
export class ReplayMemory {
  /** Name to the time when it may be used again; the oldest first. */
  readonly #used = new Map<string, number>();

  /** Every name that is in staging at the start counts as used. */
  constructor(staging: string) {
    const until = performance.now() + LIFETIME_MS;
    for (const name of readdirSync(staging)) this.#used.set(name, until);
  }

  /** Throws (400) if the name is in use. */
  register(name: string): void {
    const now = performance.now();
    for (const [old, until] of this.#used) {
      if (until > now) break;
      this.#used.delete(old);
    }
    if (this.#used.has(name)) throw malformed(`"${name}" is already being processed`);
    this.#used.set(name, now + LIFETIME_MS);
  }
}

/**
 * Accepts a request by the name of its file, or throws (400). The order matters: only requests that pass the checks
 * of the file use up their name. Protocol §6.1, §6.2.
 */
export function acceptRequest(staging: string, name: string, memory: ReplayMemory): RequestFile {
  if (!name.startsWith(PREFIX)) throw malformed(`file name should start with "${PREFIX}"`);
  if (name.includes('/')) throw malformed('path should be the name of a file in the staging directory');
  const file = path.join(staging, name);
  let stat: ReturnType<typeof lstatSync>;
  try {
    stat = lstatSync(file);
  } catch (error) {
    throw malformed(`failed to access path; ${messageOf(error)}`, error);
  }
  if (stat.isDirectory()) throw malformed('path is a directory');
  if (stat.isSymbolicLink()) throw malformed('path is a symbolic link');
  // Anything else could keep its reader waiting for ever.
  if (!stat.isFile()) throw malformed('path is not a regular file');
  if (stat.nlink > 1) throw malformed('path seems to have multiple hard links');
  if (Date.now() - stat.mtimeMs >= LIFETIME_MS) throw malformed('request file is expired');
  memory.register(name);
  return new RequestFile(file, name.slice(PREFIX.length), stat.uid);
}
