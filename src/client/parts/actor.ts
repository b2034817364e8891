import os from 'node:os';
import type { Actor } from '../../errors/index.ts';
import { currentUser } from '../connection/index.ts';

/** This process, now. */
export function thisActor(): Actor {
  const user = currentUser() ?? `user ${process.geteuid?.()}`;
  return { user, host: os.hostname(), at: new Date().toISOString() };
}
