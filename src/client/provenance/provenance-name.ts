/** Bytes of the longest name of a file. */
const LONGEST_NAME_BYTES = 255;

const SUFFIX = '.json';

/**
 * Returns the rule that the name of a provenance file breaks, as the end of a sentence; undefined for a good one. It is a
 * single name, which the service does not reserve, and ends with `.json`, so that readers find it.
 */
export function provenanceNameProblem(name: string): string | undefined {
  if (name.includes('/'))
    return 'may not contain a slash, since the file lies in the top directory of the version';
  if (!name.toLowerCase().endsWith(SUFFIX) || name.length === SUFFIX.length)
    return 'should be a file name that ends with .json';
  if (name.startsWith('..')) return 'may not start with two dots, which the service reserves';
  if (!name.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    return 'should be valid Unicode without control characters';
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) return `may have at most ${LONGEST_NAME_BYTES} bytes`;
  return undefined;
}
