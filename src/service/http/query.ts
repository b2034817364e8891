/**
 * Percent-decoding and query strings. Names of files need not be text, so all of it is bytes: texts here have one
 * character for each byte, as they came over the wire. Protocol §5.3.
 */

/** Decodes a percent-encoded path; undefined if it has a broken escape. */
export function unescapePath(escaped: string): string | undefined {
  if (/%(?![\da-f]{2})/i.test(escaped)) return undefined;
  return escaped.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** The same for a part of a query, in which `+` stands for a blank. */
export function unescapeQuery(escaped: string): string | undefined {
  return unescapePath(escaped.replaceAll('+', ' '));
}

/**
 * The first value of a name in a query; empty if it has no value. Parts that are broken, or hold a
 * semicolon, do not count.
 */
export function firstValue(query: string, name: string): string | undefined {
  // One part after the other: there may be very many.
  for (let start = 0; start <= query.length; ) {
    const ampersand = query.indexOf('&', start);
    const end = ampersand === -1 ? query.length : ampersand;
    const part = query.slice(start, end);
    start = end + 1;
    // No name has fewer characters than it stands for.
    if (part.length < name.length || part.includes(';')) continue;
    const split = part.indexOf('=');
    const [rawKey, rawValue] = split === -1 ? [part, ''] : [part.slice(0, split), part.slice(split + 1)];
    if (rawKey !== name && !isEscaped(rawKey, name)) continue;
    const value = unescapeQuery(rawValue);
    if (value !== undefined) return value;
  }
  return undefined;
}

function isEscaped(rawKey: string, name: string): boolean {
  if (!rawKey.includes('%') || rawKey.length > 3 * name.length) return false;
  return unescapeQuery(rawKey) === name;
}
