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
      const digits = String.fromCharCode(escaped[i + 1] ?? 0, escaped[i + 2] ?? 0);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return undefined;
      byte = Number.parseInt(digits, 16);
      i += 2;
    } else if (byte === PLUS && plusIsBlank) {
      byte = SPACE;
    }
    result[length++] = byte;
  }
  return result.subarray(0, length);
}

/**
 * The first value of a name in a query, as bytes; empty if it has no value. Parts that are broken, or hold a
 * semicolon, do not count. `query` has a character for each byte, as it came over the wire.
 */
export function firstValue(query: string, name: string): Buffer | undefined {
  for (const part of query.split('&')) {
    if (part === '' || part.includes(';')) continue;
    const split = part.indexOf('=');
    const [rawKey, rawValue] = split === -1 ? [part, ''] : [part.slice(0, split), part.slice(split + 1)];
    const key = unescapeQuery(Buffer.from(rawKey, 'latin1'));
    const value = unescapeQuery(Buffer.from(rawValue, 'latin1'));
    if (key?.toString('latin1') === name && value !== undefined) return value;
  }
  return undefined;
}
