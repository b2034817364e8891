/** Percent-decoding and query strings, on bytes, since names of files need not be text. Protocol §5.3. */

const PERCENT = '%'.charCodeAt(0);
const PLUS = '+'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);

/** The bytes that a percent-encoded path stands for, or undefined if it holds a broken escape. */
export function unescapePath(escaped: Uint8Array): Buffer | undefined {
  return percentDecode(escaped, false);
}

/** The same for a part of a query, in which `+` stands for a blank. */
export function unescapeQuery(escaped: Uint8Array): Buffer | undefined {
  return percentDecode(escaped, true);
}

function percentDecode(escaped: Uint8Array, plusIsBlank: boolean): Buffer | undefined {
  const result = Buffer.allocUnsafe(escaped.length);
  let length = 0;
  for (let i = 0; i < escaped.length; i++) {
    let byte = escaped[i] as number;
    if (byte === PERCENT) {
      const [high, low] = [digitOf(escaped[i + 1]), digitOf(escaped[i + 2])];
      if (high === undefined || low === undefined) return undefined;
      byte = high * 16 + low;
      i += 2;
    } else if (byte === PLUS && plusIsBlank) {
      byte = SPACE;
    }
    result[length++] = byte;
  }
  return result.subarray(0, length);
}

/** The value of a hexadecimal digit. */
function digitOf(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined;
}

/**
 * The first value of a name in a query, as bytes; empty if it has no value. Parts that are broken, or hold a
 * semicolon, do not count. `query` has a character for each byte, as it came over the wire.
 */
export function firstValue(query: string, name: string): Buffer | undefined {
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
    const value = unescapeQuery(Buffer.from(rawValue, 'latin1'));
    if (value !== undefined) return value;
  }
  return undefined;
}

function isEscaped(rawKey: string, name: string): boolean {
  if (!rawKey.includes('%') || rawKey.length > 3 * name.length) return false;
  return unescapeQuery(Buffer.from(rawKey, 'latin1'))?.toString('latin1') === name;
}
