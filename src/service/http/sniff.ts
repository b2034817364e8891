/** How much of a file is looked at to tell what it is. */
export const SNIFF_BYTES = 512;

const FALLBACK = 'application/octet-stream';
const HTML = 'text/html; charset=utf-8';
const PLAIN = 'text/plain; charset=utf-8';

const HTML_TAGS =
  /^(?:<!DOCTYPE HTML|<HTML|<HEAD|<SCRIPT|<IFRAME|<H1|<DIV|<FONT|<TABLE|<A|<STYLE|<TITLE|<B|<BODY|<BR|<P|<!--)[ >]/i;

/**
 * Patterns over the first bytes, one character a byte, as the MIME Sniffing Standard has them; the first one wins. No
 * pattern can tell MP4.
 */
const SIGNATURES: readonly (readonly [{ test: (bytes: string) => boolean }, string])[] = [
  [/^%PDF-/, 'application/pdf'],
  [/^%!PS-Adobe-/, 'application/postscript'],
  [/^\xfe\xff.{2}/s, 'text/plain; charset=utf-16be'],
  [/^\xff\xfe.{2}/s, 'text/plain; charset=utf-16le'],
  [/^\xef\xbb\xbf./s, PLAIN],
  [/^\0\0[\x01\x02]\0/, 'image/x-icon'],
  [/^BM/, 'image/bmp'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF.{4}WEBPVP/s, 'image/webp'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^FORM.{4}AIFF/s, 'audio/aiff'],
  [/^ID3/, 'audio/mpeg'],
  [/^OggS\0/, 'application/ogg'],
  [/^MThd\0\0\0\x06/, 'audio/midi'],
  [/^RIFF.{4}AVI /s, 'video/avi'],
  [/^RIFF.{4}WAVE/s, 'audio/wave'],
  [{ test: isMp4 }, 'video/mp4'],
  [/^\x1a\x45\xdf\xa3/, 'video/webm'],
  [/^.{34}LP/s, 'application/vnd.ms-fontobject'],
  [/^\0\x01\0\0/, 'font/ttf'],
  [/^OTTO/, 'font/otf'],
  [/^ttcf/, 'font/collection'],
  [/^wOFF/, 'font/woff'],
  [/^wOF2/, 'font/woff2'],
  [/^\x1f\x8b\x08/, 'application/x-gzip'],
  [/^PK\x03\x04/, 'application/zip'],
  [/^Rar!\x1a\x07(?:\0|\x01\0)/, 'application/x-rar-compressed'],
  [/^\0asm/, 'application/wasm'],
];

/** The content type that the first bytes of a file suggest. */
export function sniffType(start: Buffer): string {
  const bytes = start.subarray(0, SNIFF_BYTES).toString('latin1');
  const content = bytes.replace(/^[\t\n\f\r ]+/, '');
  if (HTML_TAGS.test(content)) return HTML;
  if (content.startsWith('<?xml')) return 'text/xml; charset=utf-8';
  const known = SIGNATURES.find(([pattern]) => pattern.test(bytes));
  if (known !== undefined) return known[1];
  return /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(content) ? FALLBACK : PLAIN;
}

function isMp4(text: string): boolean {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.length < 12 || text.slice(4, 8) !== 'ftyp') return false;
  const boxSize = bytes.readUInt32BE(0);
  if (bytes.length < boxSize || boxSize % 4 !== 0) return false;
  for (let at = 8; at < boxSize; at += 4) {
    // The four bytes at 12 are a version, not a brand.
    if (at !== 12 && text.startsWith('mp4', at)) return true;
  }
  return false;
}
