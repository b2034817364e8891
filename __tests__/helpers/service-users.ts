import fs from 'node:fs';
import os from 'node:os';

/** The user who runs the tests, and with them the service. */
export const SELF = os.userInfo();

const accounts = new Map(
  fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
);

/** Gives a file to a user: `self`, an account of this machine, or `#1234` for somebody without one. */
export function giveTo(file: fs.PathLike, user: string): void {
  if (user === 'self') return;
  const { uid, gid } = accountOf(user);
  fs.lchownSync(file, uid, gid);
}

/** The numbers of an account of this machine, or of `#1234`. */
export function accountOf(user: string): { uid: number; gid: number } {
  const number = /^#(\d+)$/.exec(user)?.[1];
  const account = number === undefined ? accounts.get(user) : { uid: Number(number), gid: Number(number) };
  if (account === undefined) throw new Error(`there is no account '${user}' on this machine`);
  return account;
}

/** The name of a user by number, or `#1234`; undefined for whoever runs the tests. */
export function otherUserName(uid: number): string | undefined {
  if (uid === SELF.uid) return undefined;
  return [...accounts].find(([, account]) => account.uid === uid)?.[0] ?? `#${uid}`;
}
