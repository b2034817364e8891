import { describe, expect, it } from '@jest/globals';
import { escapeLink, escapeMarkup, escapeText, shortened } from '../../src/commands/kit/escape.ts';
import { bulletList, fitting } from '../../src/commands/kit/summary.ts';

describe('text for the log', () => {
  it.each([
    ['\u0000', '\\u0000'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
    ['\u001b', '\\u001b'],
    ['\u0085', '\\u0085'],
    ['\u00ad', '\\u00ad'],
    ['\u034f', '\\u034f'],
    ['\u061c', '\\u061c'],
    ['\u180e', '\\u180e'],
    ['\u200b', '\\u200b'],
    ['\u200f', '\\u200f'],
    ['\u2028', '\\u2028'],
    ['\u202e', '\\u202e'],
    ['\u2060', '\\u2060'],
    ['\u2064', '\\u2064'],
    ['\u2069', '\\u2069'],
    ['\u3164', '\\u3164'],
    ['\ufe0f', '\\ufe0f'],
    ['\ufeff', '\\ufeff'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('shows what cannot be seen: %j as %s', (character, shown) => {
    expect(escapeText(`a${character}b`)).toBe(`a${shown}b`);
  });

  it('leaves what can be seen', () => {
    const seen = 'äöü Ω 漢字 🦃 a b-c_d.e/f (1) …';
    expect(escapeText(seen)).toBe(seen);
  });

  it('breaks up commands that are recognized anywhere in a line', () => {
    expect(escapeText('x ##[error]y ###[group]')).toBe('x #\\#[error]y ##\\#[group]');
  });
});

describe('text for a summary', () => {
  it.each(['&', '<', '>', '"', '`', '*', '_', '[', ']', '|', '~', '#', '@', ':', '\\', '!'])(
    'has no %s that means something',
    (character) => {
      expect(escapeMarkup(`a${character}b`)).toBe(`a&#${character.charCodeAt(0)};b`);
    },
  );

  it('has no addresses that become links by themselves', () => {
    expect(escapeMarkup('www.example.org http://x')).toBe('www&#46;example.org http&#58;//x');
    expect(escapeLink('javascript:alert(1)')).not.toContain('<a');
    expect(escapeLink('http://h/"><b>')).not.toContain('"><b>');
  });

  it('shows long lists by their beginning, and long texts by both ends', () => {
    expect(bulletList(['1', '2', '3'], 2)).toBe('- 1\n- 2\n- … and 1 more');
    const long = `begin${'x'.repeat(4000)}end`;
    expect(shortened(long)).toMatch(/^beginx+ … x+end$/);
    expect(shortened(long).length).toBeLessThan(310);
  });

  it('is cut between blocks, never within one', () => {
    const blocks = ['### a', 'b'.repeat(50), '<details>c</details>', 'd'];
    expect(fitting(blocks, 1000)).toEqual(blocks);
    const cut = fitting(blocks, 70);
    expect(cut.slice(0, 2)).toEqual(blocks.slice(0, 2));
    expect(cut.slice(2)).toEqual([expect.stringContaining('too long')]);
    expect(fitting(['é'.repeat(50)], 60)).toHaveLength(1);
    expect(fitting(['é'.repeat(50)], 60)[0]).toContain('too long');
  });
});
