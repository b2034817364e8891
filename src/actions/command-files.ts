import { appendFileSync } from 'node:fs';
import { GobblerError, messageOf } from '../protocol/errors.ts';

/**
 * Makes sure that the files through which a step talks to its runner can be written, before anything happens that would
 * have to be told. They are made if they do not exist, for whoever runs the bundle by hand. Code `invalid-input`.
 */
export function requireCommandFiles(): void {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    const file = process.env[name];
    if (!file) continue;
    try {
      appendFileSync(file, '');
    } catch (error) {
      delete process.env[name]; // the failure itself is reported without it
      throw new GobblerError(
        'invalid-input',
        `${name} should name a file that can be written: ${messageOf(error)}`,
        {
          input: name,
          hint: 'Correct the environment of the step, or leave the variable out.',
        },
      );
    }
  }
}
