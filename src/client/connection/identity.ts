import os from 'node:os';

/**
 * The name of the user this process acts as, which is how the service knows its files (protocol §6.4); undefined if
 * the user id has no name on this machine, as in some containers.
 */
export function currentUser(): string | undefined {
  try {
    return os.userInfo().username;
  } catch {
    return undefined; // libuv reports a missing passwd entry as an error
  }
}

/** The user's home directory; undefined for a user without one, whose number has no name and for whom `$HOME` is not set. */
export function homeDirectory(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}
