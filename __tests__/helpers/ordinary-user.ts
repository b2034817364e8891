import { execFileSync } from 'node:child_process';

const isRoot = process.geteuid?.() === 0;

/**
 * Does some work in this process as a user whom permission bits bind: as root as somebody else, who may then enter the
 * directories that the work needs; else as who we are.
 */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.seteuid?.(Number(execFileSync('id', ['-u', 'games'], { encoding: 'utf8' })));
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
