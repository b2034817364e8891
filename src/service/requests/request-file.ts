import { constants, fstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import path from 'node:path';
import {
  closeUnwritten,
  failed,
  malformed,
  openPlace,
  pathOfDescriptor,
  systemReason,
} from '../files/index.ts';
import { DecodeError, decode, decodeUtf8, type Reader } from '../json/index.ts';

const PREFIX = 'request-';

/** Older requests are not carried out, and names are remembered for as long. Protocol §6. */
const LIFETIME_MS = 60_000;

/** Requests are short: names and lists of users. */
const LARGEST_BYTES = 1024 * 1024;

/** The content of a request file, or why it cannot be read. */
type Content = { readonly bytes: Buffer } | { readonly problem: string };

/** A request file that has passed all checks. */
export class RequestFile {
  /** The name without `request-`. */
  readonly title: string;
  readonly path: string;
  /** The owner of the file, who is the requester. Protocol §6.4. */
  readonly ownerUid: number;
  readonly #content: Content;

  constructor(file: string, title: string, ownerUid: number, content: Content) {
    this.path = file;
    this.title = title;
    this.ownerUid = ownerUid;
    this.#content = content;
  }

  /**
   * The file as one JSON value; null counts as an empty object. Throws 500 if unreadable, 400 if malformed. The reasons
   * say nothing of what is in the file.
   */
  read<T>(reader: Reader<T>): T {
    if ('problem' in this.#content) throw failed(`failed to read "${this.path}"; ${this.#content.problem}`);
    try {
      return decode(decodeUtf8(this.#content.bytes), reader) ?? ({} as T);
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
 *
 * The name is used once. All that counts is learned from what was opened then, so it does not matter what others put in its
 * place.
 */
export function acceptRequest(staging: string, name: string, memory: ReplayMemory): RequestFile {
  if (!name.startsWith(PREFIX)) throw malformed(`file name should start with "${PREFIX}"`);
  if (name.includes('/')) throw malformed('path should be the name of a file in the staging directory');
  const file = path.join(staging, name);
  let descriptor: number;
  try {
    descriptor = openPlace(file);
  } catch (error) {
    throw malformed(`failed to access path; ${systemReason(error)}`, error);
  }
  try {
    const { ownerUid, content } = readOnce(descriptor);
    memory.register(name);
    return new RequestFile(file, name.slice(PREFIX.length), ownerUid, content);
  } finally {
    closeUnwritten(descriptor);
  }
}

/** Reads what was opened, without having trusted it to be a file, or to be readable. */
function readOnce(place: number): { ownerUid: number; content: Content } {
  const seen = fstatSync(place);
  requireFile(seen);
  let descriptor: number;
  try {
    descriptor = openSync(pathOfDescriptor(place), constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    requireFresh(seen);
    return { ownerUid: seen.uid, content: { problem: systemReason(error) } };
  }
  try {
    // A network filesystem may not have known better before it was opened for reading.
    const stat = fstatSync(descriptor);
    requireFresh(stat);
    return { ownerUid: stat.uid, content: { bytes: readBounded(descriptor) } };
  } finally {
    closeUnwritten(descriptor);
  }
}

function requireFile(stat: Stats): void {
  if (stat.isDirectory()) throw malformed('path is a directory');
  if (stat.isSymbolicLink()) throw malformed('path is a symbolic link');
  // Anything else could keep its reader waiting for ever.
  if (!stat.isFile()) throw malformed('path is not a regular file');
}

function requireFresh(stat: Stats): void {
  if (stat.nlink > 1) throw malformed('path seems to have multiple hard links');
  if (Date.now() - stat.mtimeMs >= LIFETIME_MS) throw malformed('request file is expired');
  if (stat.size > LARGEST_BYTES) throw tooLarge();
}

/** Reads no more than is allowed, however much the file grows. */
function readBounded(descriptor: number): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0; ; ) {
    const room = Buffer.allocUnsafe(PIECE_BYTES);
    const count = readSync(descriptor, room, 0, PIECE_BYTES, length);
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > LARGEST_BYTES) throw tooLarge();
    pieces.push(room.subarray(0, count));
  }
}

const PIECE_BYTES = 16 * 1024;

const tooLarge = (): Error => malformed(`request file should have at most ${LARGEST_BYTES} bytes`);
