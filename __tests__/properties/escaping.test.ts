import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPlainPath } from '../../src/client/registry/registry-path.ts';
import { escapeCode, escapeLink, escapeMarkup, escapeText } from '../../src/commands/kit/escape.ts';
import { nameProblem } from '../../src/protocol/names.ts';
import { parseTimestamp } from '../../src/protocol/times.ts';
import { anyText } from '../helpers/any-text.ts';

/** Text in which what is special to a runner, a terminal or Markdown is frequent. */
const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom('::', '##[', '##', '[', '\n', '\r', '\u2028', '\u001b[31m', '%0A', '&#58;', '&', '<b>'),
      fc.constantFrom('](', 'http://', 'www.', 'WWW.', '@', '|', '`', '$', '\u202e', '\ud800', '<!--', '```'),
      anyText(),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

const decoded = (markup: string): string =>
  markup.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

describe('any foreign text', () => {
  it('is one line in the log, without anything that cannot be seen or that a runner obeys', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const shown = escapeText(text);
        expect(shown).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
        );
        expect(shown).not.toContain('##[');
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it is if there is nothing wrong with it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .,:;/=+-]*$/), (text) => expect(escapeText(text)).toBe(text)),
    );
  });

  it('has no markup left in Markdown, and is shown letter by letter', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const markup = escapeMarkup(text);
        const withoutEntities = markup.replace(/&#\d+;/g, '');
        expect(withoutEntities).not.toMatch(/[&<>"'`*_[\]()\\|~!#{}$@:\n]|www\./i);
        expect(decoded(markup)).toBe(escapeText(text));
        expect(decoded(escapeCode(text))).toBe(`<code>${escapeText(text)}</code>`);
      }),
      { numRuns: 500 },
    );
  });

  it('is a link in Markdown only if it is an address, and never leaves its attribute', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          foreign,
          foreign.map((text) => `http:${text}`),
        ),
        (text) => {
          const markup = escapeLink(text);
          expect(markup.startsWith('<a href="http')).toBe(/^https?:/.test(text));
          expect(markup.match(/[<>"]/g)?.join('')).toBe(/^https?:/.test(text) ? '<""><>' : '<><>');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to its length, whatever it is made of', () => {
    const parts = [
      '#',
      '##[',
      '[',
      'www',
      'w',
      '\n',
      '/',
      '../',
      '!',
      ' ',
      '"',
      '\\',
      '-',
      '0',
      ':',
      'is expired',
    ];
    const work = [escapeText, escapeMarkup, escapeLink, nameProblem, isPlainPath, parseTimestamp];
    for (const part of parts) {
      const text = part.repeat(200_000 / part.length);
      for (const step of work) {
        const begun = performance.now();
        step(text);
        // A quadratic algorithm would take minutes.
        expect(performance.now() - begun).toBeLessThan(5_000);
      }
    }
  });
});
