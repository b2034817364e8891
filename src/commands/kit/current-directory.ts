import { gobblerError, messageOf } from '../../errors/index.ts';

/** Where relative paths start from. To be asked for only if there is one: somebody may have removed the directory. */
export function currentDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw gobblerError('current-directory-lost', { error: messageOf(error) }, { cause: error });
  }
}
