const REPLACEMENT = '\ufffd';
const BYTES_OF_REPLACEMENT = 3;

/**
 * Text of bytes that should be UTF-8, with one U+FFFD for every byte that belongs to no character. The engine's own
 * decoder writes one for a whole broken sequence, so file names and records would read differently. Protocol §3.1.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  if (!text.includes(REPLACEMENT)) return text;
  let result = '';
  let start = 0;
  while (start < buffer.length) {
    const length = characterLength(buffer, start);
    result += length === 0 ? REPLACEMENT : buffer.toString('utf8', start, start + length);
    start += Math.max(length, 1);
  }
  return result;
}

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

/** How many bytes the character at `start` takes, or 0 if there is none. */
function characterLength(buffer: Buffer, start: number): number {
  const lead = buffer[start] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const text = buffer.toString('utf8', start, start + length);
  if (text.includes(REPLACEMENT)) return isReplacement(buffer, start) ? BYTES_OF_REPLACEMENT : 0;
  return Buffer.byteLength(text) === length && [...text].length === 1 ? length : 0;
}

/** A genuine U+FFFD, written out as such. */
function isReplacement(buffer: Buffer, start: number): boolean {
  return buffer[start] === 0xef && buffer[start + 1] === 0xbf && buffer[start + 2] === 0xbd;
}
