import { type GobblerError, gobblerError, messageOf } from '../errors/index.ts';

/** Below this, reading all at once takes a few hundred megabytes at most, whatever the text is. */
export const LARGE_TEXT_CHARACTERS = 16 * 1024 * 1024;
/** A manifest of so many entries takes about a gigabyte of memory. */
const MOST_ENTRIES = 4_000_000;
/** Characters of one entry: four names and paths, twice, each character escaped. */
const LONGEST_ENTRY = 128 * 1024;
/** An entry, its link, and the ancestor of that. */
const DEEPEST = 3;

const WHITESPACE = /[ \t\n\r]*/y;
/**
 * The entries of a large manifest one by one, each as the JSON value it is: of the whole, which may be made to take any
 * amount of memory, nothing is kept. Code `corrupt-record` for what is no manifest, or is too large; `where` names it.
 */
export function* largeManifestEntries(
  content: string,
  where: string,
): Generator<[key: string, value: unknown]> {
  const refuse = (found: string, cause?: unknown): GobblerError =>
    gobblerError('damaged-manifest', { record: where, found }, { cause });
  let at = 0;
  const skip = (): void => {
    WHITESPACE.lastIndex = at;
    at += WHITESPACE.exec(content)?.[0].length ?? 0;
  };
  const take = (character: string): void => {
    skip();
    if (content[at] !== character) throw refuse(`has no ${character} at character ${at}`);
    at++;
  };
  const isNext = (character: string): boolean => {
    skip();
    return content[at] === character;
  };
  const parse = (from: number): unknown => {
    try {
      return JSON.parse(content.slice(from, at));
    } catch (error) {
      throw refuse(`is no JSON at character ${from}: ${messageOf(error)}`, error);
    }
  };
  take('{');
  let count = 0;
  if (isNext('}')) at++;
  else {
    do {
      if (count > 0) at++; // the comma
      if (++count > MOST_ENTRIES) throw refuse(`has more than ${MOST_ENTRIES} entries`);
      skip();
      const keyAt = at;
      at = endOfString(content, at);
      if (at < 0) throw refuse(`has no key at character ${keyAt}`);
      const key = parse(keyAt) as string;
      take(':');
      skip();
      const valueAt = at;
      at = endOfObject(content, at);
      if (at < 0) throw refuse(`has no entry that it could be at character ${valueAt}`);
      yield [key, parse(valueAt)];
    } while (isNext(','));
    take('}');
  }
  skip();
  if (at < content.length) throw refuse(`goes on after its end, at character ${at}`);
}

/** The end of a string that begins here, or -1. */
function endOfString(content: string, from: number): number {
  if (content.charCodeAt(from) !== QUOTE) return -1;
  for (let at = content.indexOf('"', from + 1); at >= 0 && at - from < LONGEST_ENTRY; ) {
    let escapes = 0;
    while (content.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return at + 1;
    at = content.indexOf('"', at + 1);
  }
  return -1;
}

/** The end of an object that begins here and is neither too long nor too deep, or -1. */
function endOfObject(content: string, from: number): number {
  if (content[from] !== '{') return -1;
  let depth = 0;
  for (let at = from; at < content.length && at - from < LONGEST_ENTRY; at++) {
    const character = content.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfString(content, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (character === OPEN && ++depth > DEEPEST) return -1;
    else if (character === CLOSE && --depth === 0) return at + 1;
    else if (character === LIST) return -1;
  }
  return -1;
}

const QUOTE = 0x22;
const LIST = 0x5b;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
