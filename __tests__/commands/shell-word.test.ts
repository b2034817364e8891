import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { escapeText } from '../../src/commands/kit/escape.ts';
import { shellWord } from '../../src/commands/kit/shell-word.ts';

const WORDS = [
  'my-project/my-analysis/1.0',
  'http://[::1]:8080/prefix',
  "it's",
  "'''",
  'two words',
  '$(exit 9) `exit 9` $HOME !! ~ * ? [a] {a,b} | & ; < > # "',
  '=ls',
  'grüße 測試 🎈',
  'a\nb\tc\r',
  '\u001b[31mred',
  'left\u202eright\u200bzero\u00ad',
  '##[error]x',
  '#\n#[',
  '\u007f\u0001\ufeff',
  '\\x41',
  "a\n'\\",
];

describe('a word of a command line', () => {
  it.each(WORDS)('is read by a shell as it was: %j', (word) => {
    const quoted = shellWord(word);
    const read = execFileSync('bash', ['-c', `printf '%s' ${quoted}`], { encoding: 'utf8' });
    expect(read).toBe(word);
    // As it is logged, and in one line.
    expect(escapeText(quoted)).toBe(quoted);
    expect(quoted).not.toContain('\n');
  });
});
