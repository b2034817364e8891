const REPLACEMENT = '\ufffd';
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd] as const;

/**
 * Text of bytes that should be UTF-8, with one U+FFFD for every byte that belongs to no character. The engine's own
 * decoder writes one for a whole broken sequence, so file names and records would read differently. Protocol §3.1.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  if (!text.includes(REPLACEMENT)) return text;
  // The replacement takes more bytes than what it stands for.
  const result = Buffer.allocUnsafe(buffer.length * REPLACEMENT_BYTES.length);
  let size = 0;
  for (let start = 0; start < buffer.length; ) {
    const length = characterLength(buffer, start);
    if (length === 0) for (const byte of REPLACEMENT_BYTES) result[size++] = byte;
    else for (let i = 0; i < length; i++) result[size++] = buffer[start + i] as number;
    start += Math.max(length, 1);
  }
  return result.toString('utf8', 0, size);
}

/** Returns whether bytes are valid UTF-8. */
export function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

/** How many bytes the character at `start` takes, or 0 if there is none. */
function characterLength(bytes: Buffer, start: number): number {
  const lead = bytes[start] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  // Neither longer than necessary, nor a surrogate, nor beyond the last character.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    const byte = bytes[start + i] ?? 0;
    if (byte < (i === 1 ? least : 0x80) || byte > (i === 1 ? most : 0xbf)) return 0;
  }
  return length;
}
