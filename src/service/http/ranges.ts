/** Bytes of a file, from `start`. */
export interface ByteRange {
  readonly start: number;
  readonly length: number;
}

/**
 * The ranges that a `Range` header asks for; none means the whole file. `beyond` says that all of them begin after
 * the end of the file, `invalid` that the header makes no sense. Protocol §5.2.
 */
export function parseRanges(
  header: string | undefined,
  size: number,
): readonly ByteRange[] | 'invalid' | 'beyond' {
  if (!header) return [];
  if (!header.startsWith('bytes=')) return 'invalid';
  const ranges: ByteRange[] = [];
  let hasBeyond = false;
  // One by one: there may be very many.
  for (let start = 'bytes='.length; start <= header.length; ) {
    const comma = header.indexOf(',', start);
    const end = comma === -1 ? header.length : comma;
    const part = header.slice(start, end).trim();
    start = end + 1;
    if (part === '') continue;
    const range = parseRange(part, size);
    if (range === undefined) return 'invalid';
    if (range === 'beyond') hasBeyond = true;
    else ranges.push(range);
  }
  if (hasBeyond && ranges.length === 0) return size === 0 ? [] : 'beyond';
  const sum = ranges.reduce((total, { length }) => total + length, 0);
  // More than the file has is no sensible wish.
  return sum > size ? [] : ranges;
}

function parseRange(text: string, size: number): ByteRange | 'beyond' | undefined {
  const dash = text.indexOf('-');
  if (dash === -1) return undefined;
  const [first, last] = [text.slice(0, dash).trim(), text.slice(dash + 1).trim()];
  if (first === '') {
    const suffix = wholeNumber(last);
    if (suffix === undefined) return undefined;
    const length = Math.min(suffix, size);
    return { start: size - length, length };
  }
  const start = wholeNumber(first);
  if (start === undefined) return undefined;
  if (start >= size) return 'beyond';
  if (last === '') return { start, length: size - start };
  const end = wholeNumber(last);
  if (end === undefined || end < start) return undefined;
  return { start, length: Math.min(end, size - 1) - start + 1 };
}

/** Positions have 64 bits. */
const LARGEST = 2n ** 63n - 1n;
const MOST_DIGITS = String(LARGEST).length;

function wholeNumber(text: string): number | undefined {
  const digits = /^\+?0*(\d+)$/.exec(text)?.[1];
  if (digits === undefined || digits.length > MOST_DIGITS) return undefined;
  return BigInt(digits) <= LARGEST ? Number(digits) : undefined;
}

/** The value of `Content-Range`. */
export function contentRange({ start, length }: ByteRange, size: number): string {
  return `bytes ${start}-${start + length - 1}/${size}`;
}
