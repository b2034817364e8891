import { describe, expect, it } from '@jest/globals';
import { gobblerError, hint, hintText, setting } from '../../src/errors/index.ts';

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
    const { hint: text, advice: data } = gobblerError('project-exists', { project: 'p' });
    expect(data).toContainEqual({ input: 'if-exists', value: 'skip' });
    expect(text).toBe(hintText(data ?? ''));
    expect(text).toContain('if-exists: skip');
  });
});
