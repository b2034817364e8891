import { describe, expect, it } from '@jest/globals';
import { adviceForShell } from '../../src/cli/advice.ts';

const OPTIONS = ['probation', 'registry', 'staging', 'files', 'include-hidden-files'];

/** As a command with these options does. */
const spell = (input: string, value?: string): string | undefined => {
  if (!OPTIONS.includes(input)) return undefined;
  return value === undefined || value === 'true' ? `--${input}` : `--${input} ${value}`;
};

describe('advice in a shell', () => {
  it.each([
    ['Set probation: true, or ask an owner.', 'Set --probation, or ask an owner.'],
    ['If it is elsewhere here, set staging.', 'If it is elsewhere here, set --staging.'],
    ['Include it with files or include-hidden-files.', 'Include it with --files or --include-hidden-files.'],
    // What is quoted, or happens to have the name of an option, stays as it is.
    [
      'The service says: open /mnt/gobbler/registry: permission denied',
      'The service says: open /mnt/gobbler/registry: permission denied',
    ],
    ['Only links to files in the registry.', 'Only links to files in the registry.'],
    ['Set symlinks: preserve.', 'Set symlinks: preserve.'],
  ])('%s', (advice, inShell) => {
    expect(adviceForShell(advice, spell)).toBe(inShell);
  });
});
