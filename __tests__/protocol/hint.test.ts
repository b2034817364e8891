import { describe, expect, it } from '@jest/globals';
import { GobblerError, hint, hintText, setting } from '../../src/protocol/index.ts';

const advice = hint`Set ${setting('probation', 'true')}, or exclude it with ${setting('files')}.`;
const asOption = ({ input, value = '' }: { input: string; value?: string }): string =>
  value === 'true' ? `--${input}` : `--${input} ${value}`.trimEnd();

describe('a hint', () => {
  it('writes settings as inputs of a workflow, or as the caller does', () => {
    expect(hintText(advice)).toBe('Set probation: true, or exclude it with files.');
    expect(hintText(advice, asOption)).toBe('Set --probation, or exclude it with --files.');
  });

  it('changes no other words, even if they are names of settings', () => {
    const quoted = hint`The service says: set files: true (${setting('url')})`;
    expect(hintText(quoted, asOption)).toBe('The service says: set files: true (--url)');
    expect(hintText('Set files.', asOption)).toBe('Set files.');
  });

  it('is both text and data of an error', () => {
    const error = new GobblerError('invalid-source', 'it is wrong', { hint: advice });
    expect(error.hint).toBe('Set probation: true, or exclude it with files.');
    expect(error.advice).toEqual([
      'Set ',
      { input: 'probation', value: 'true' },
      ', or exclude it with ',
      { input: 'files' },
      '.',
    ]);
  });
});
