import { GobblerError, messageOf } from '../../protocol/index.ts';

/** Where relative paths start from. To be asked for only if there is one: somebody may have removed the directory. */
export function currentDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new GobblerError(
      'invalid-input',
      `the current directory has been removed, or cannot be read: ${messageOf(error)}`,
      {
        hint: 'Change to another one, or give absolute paths.',
        cause: error,
      },
    );
  }
}
