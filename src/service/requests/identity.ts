import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { errnoOf, messageOf } from '../../errors/index.ts';
import { failed, forbidden } from '../files/index.ts';

const run = promisify(execFile);

/** How long to cache a name, and how long its absence. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 5_000;
const LOOKUP_TIMEOUT_MS = 30_000;

/** The exit status of `getent` if there is no such user. */
const NO_SUCH_USER = 2;

interface Cached {
  readonly name: Promise<string | undefined>;
  readonly until: number;
}

/**
 * Identifies users: requesters are the owners of files, and users are known by name. Protocol §6.4.
 *
 * The engine only knows the name of its own user; all others come from the system's name service, by `getent`, which
 * covers directory services too. Systems without that program are left with `/etc/passwd`.
 */
export class Identities {
  readonly #cache = new Map<number, Cached>();

  /** The name of a user. Throws (500) if the system knows none, where the original drops the connection. */
  async nameOf(uid: number): Promise<string> {
    const name = await this.#lookup(uid);
    if (name === undefined) {
      throw failed(`the user with id ${uid} is not known to the machine of this service`);
    }
    return name;
  }

  #lookup(uid: number): Promise<string | undefined> {
    const cached = this.#cache.get(uid);
    if (cached !== undefined && performance.now() < cached.until) return cached.name;
    const name = uid === process.getuid?.() ? ownName() : nameByService(uid);
    this.#cache.set(uid, { name, until: performance.now() + KNOWN_MS });
    void name.then(
      (found) => {
        if (found === undefined) this.#cache.set(uid, { name, until: performance.now() + UNKNOWN_MS });
      },
      () => this.#cache.delete(uid),
    );
    return name;
  }
}

async function ownName(): Promise<string | undefined> {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

async function nameByService(uid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('getent', ['passwd', String(uid)], { timeout: LOOKUP_TIMEOUT_MS });
    return stdout.split(':', 1)[0] || undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return nameByFile(uid);
    if ((error as { code?: unknown }).code === NO_SUCH_USER) return undefined;
    throw failed(`failed to look up the user with id ${uid}; ${messageOf(error)}`, error);
  }
}

async function nameByFile(uid: number): Promise<string | undefined> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  return accounts.find(([, , id]) => id === String(uid))?.[0];
}

/**
 * The users that may act for others: user to entries as in the file of protocol §2, such as `*`, `alice` and `-bob`.
 */
export type SpoofTable = ReadonlyMap<string, readonly string[]>;

/**
 * The user that somebody acts for. Throws (403) if that is not allowed; acting for oneself by name is no exception.
 * Protocol §8.
 */
export function actingUser(user: string, spoofed: string | undefined, table: SpoofTable): string {
  if (spoofed === undefined) return user;
  const entries = table.get(user) ?? [];
  // No entry that begins with a dash names a user.
  const isListed = entries.includes(spoofed) && !spoofed.startsWith('-');
  const allowed = entries.includes('*') ? !entries.includes(`-${spoofed}`) : isListed;
  if (!allowed) throw forbidden(`user "${user}" is not authorized to spoof "${spoofed}"`);
  return spoofed;
}
