/** The results of a query in the search field of a built site, with the index and the library that the pages use. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

const MOST_SHOWN = 10;

/**
 * Names of the entries that are shown for a text, best first.
 * @param {string} site Its directory. @param {string} text @returns {string[]}
 */
export function searchSite(site, text) {
  const lunr = createRequire(import.meta.url)('lunr');
  const [, data = ''] = /"([^"]*)"/.exec(fs.readFileSync(path.join(site, 'assets/search.js'), 'utf8')) ?? [];
  /** @type {{ rows: { name: string }[], index: object }} */
  const { rows, index } = JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString('utf8'));
  const query = text
    .split(' ')
    .map((word) => `*${word}*`)
    .join(' ');
  /** @type {{ ref: string, score: number }[]} */
  const found = lunr.Index.load(index).search(query);
  return found
    .map(({ ref, score }) => {
      const name = rows[Number(ref)]?.name ?? '';
      const begins = name.toLowerCase().startsWith(text.toLowerCase());
      return { name, score: begins ? (score * 10) / (1 + Math.abs(name.length - text.length)) : score };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_SHOWN)
    .map(({ name }) => name);
}
