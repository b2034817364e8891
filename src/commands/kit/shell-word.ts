import { escapeText } from './escape.ts';

/** Characters that no shell interprets. */
const PLAIN = /^[\w@%+:,./-]+$/;

const LITERAL = /[\w./-]/;

/**
 * Quotes a text as one word of a command line for bash, zsh and ksh. The result is a line of visible characters, which
 * {@link escapeText} leaves as it is: bytes of characters that cannot be seen are written as in `$'a\x0a'`.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (escapeText(text) === text) return `'${text.replaceAll("'", `'\\''`)}'`;
  const quoted = Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    return LITERAL.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `$'${quoted.join('')}'`;
}
