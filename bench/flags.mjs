/** A flag whose value cannot be used. */
export class UnusableFlag extends Error {}

/** @param {string} name @param {string} text @returns {number} */
export function count(name, text) {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new UnusableFlag(`--${name} should be a whole number above 0, but is ${JSON.stringify(text)}`);
}

/** Some of a few words, separated by commas. @param {string} name @param {string} text @param {readonly string[]} words */
export function someOf(name, text, words) {
  const wanted = text.split(',');
  const unknown = wanted.find((word) => !words.includes(word));
  if (unknown === undefined) return wanted;
  throw new UnusableFlag(
    `--${name} should be some of ${words.join(',')}, but has ${JSON.stringify(unknown)}`,
  );
}
