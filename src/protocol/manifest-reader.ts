import { GobblerError, gobblerError, messageOf } from '../errors/index.ts';
import { type Manifest, type ManifestEntry, manifestEntry } from './manifest-entry.ts';
import { ManifestRows, type Slice } from './manifest-rows.ts';
import { keyed, record, underKey, whole } from './reading.ts';

/** Up to this size a manifest is read at once, which takes little memory, whatever the text is. */
export const SMALL_MANIFEST_BYTES = 12 * 1024 * 1024;
/** Large ones are read in pieces of at least this size. */
const PIECE_BYTES = 64 * 1024;
/** A manifest of so many entries that are not sorted takes about a gigabyte of memory. */
const MOST_ENTRIES = 4_000_000;
/** The largest text of one whose entries are not in rows: with long names they take as much memory as their text. */
const MOST_IRREGULAR_BYTES = 256 * 1024 * 1024;
/** Bytes of all paths in rows: of a million, each may have 256. */
const MOST_PATH_BYTES = 256 * 1024 * 1024;
/** Bytes of one entry: four names and paths, twice, each character escaped. */
const LONGEST_ENTRY = 128 * 1024;
/** The most invalid entries to remember: a later entry with the same key may replace each. */
const MOST_MISFITS = 100;

export interface ManifestReaderSizes {
  /** The largest manifest that is read at once. */
  readonly smallBytes?: number;
  /** How much of a larger one has to be there before any of it is read. */
  readonly pieceBytes?: number;
}

/**
 * Reads the text of a manifest as it arrives. Nothing is kept but the entries: the text of a million files has a hundred
 * megabytes, and may be made to take any amount of memory as a JSON value. Accepts what `JSON.parse` does, within the limits
 * above, which bound the memory; but every value must be an object, even one that a later value of the same key replaces. Code
 * `corrupt-record` for everything else, which `where` names.
 */
export class ManifestReader {
  readonly #where: string;
  readonly #sizes: Required<ManifestReaderSizes>;
  #arrived: Uint8Array[] = [];
  #arrivedBytes = 0;
  #isLarge = false;
  /** Where in the whole text the first byte of `#arrived` is. */
  #offset = 0;
  #expects: 'object' | 'first entry' | 'entry' | 'separator' | 'end' = 'object';
  #count = 0;
  /** A Map once there is an entry that no row can hold. */
  #entries: ManifestRows | Map<string, ManifestEntry> = new ManifestRows();
  /** Invalid entries by key: as with `JSON.parse`, the last one of a key counts. */
  readonly #misfits = new Map<string, GobblerError>();
  readonly #key: Slice = { text: NOTHING, from: 0, to: 0 };
  readonly #sum: Slice = { text: NOTHING, from: 0, to: 0 };

  constructor(where: string, sizes: ManifestReaderSizes = {}) {
    this.#where = where;
    this.#sizes = { smallBytes: SMALL_MANIFEST_BYTES, pieceBytes: PIECE_BYTES, ...sizes };
  }

  /** Takes the next bytes, which must not change any more. */
  write(bytes: Uint8Array): void {
    this.#arrived.push(bytes);
    this.#arrivedBytes += bytes.length;
    if (this.#arrivedBytes <= (this.#isLarge ? this.#sizes.pieceBytes : this.#sizes.smallBytes)) return;
    this.#isLarge = true;
    this.#readOn(false);
  }

  /** Ends the text. Returns the manifest. */
  end(): Manifest {
    if (!this.#isLarge)
      return record(Buffer.concat(this.#arrived).toString(), this.#where, keyed(manifestEntry));
    this.#readOn(true);
    for (const misfit of this.#misfits.values()) throw misfit;
    if (this.#entries instanceof ManifestRows) this.#entries.finish();
    return this.#entries;
  }

  /** Reads every entry of which all has arrived. */
  #readOn(isAll: boolean): void {
    const text = Buffer.concat(this.#arrived);
    const refuse = (found: string, at: number): GobblerError => this.#refusal(found, at);
    let at = afterSpace(text, 0);
    for (; at < text.length; at = afterSpace(text, at)) {
      const byte = text[at];
      const expects = this.#expects;
      if (expects === 'object') {
        if (byte !== OPEN) throw refuse('has no {', at);
        this.#expects = 'first entry';
        at++;
      } else if (byte === CLOSE && (expects === 'separator' || expects === 'first entry')) {
        this.#expects = 'end';
        at++;
      } else if (expects === 'separator') {
        if (byte !== COMMA) throw refuse('has no }', at);
        this.#expects = 'entry';
        at++;
      } else if (expects === 'end') throw refuse('goes on after its end,', at);
      else {
        const end = this.#readEntry(text, at);
        if ((end ?? text.length) - at > LONGEST_ENTRY) throw refuse('has too long an entry', at);
        if (end === undefined) break;
        this.#expects = 'separator';
        at = end;
      }
    }
    if (isAll && (at < text.length || this.#expects !== 'end')) throw refuse('ends too early,', text.length);
    this.#offset += at;
    const rest = text.subarray(at);
    this.#arrived = [rest];
    this.#arrivedBytes = isAll ? 0 : rest.length;
  }

  #refusal(found: string, at: number, cause?: unknown): GobblerError {
    const facts = { record: this.#where, found: `${found} at byte ${this.#offset + at}` };
    return gobblerError('damaged-manifest', facts, { cause });
  }

  /** Reads the entry that begins here. Returns its end; undefined if not all of it is there. */
  #readEntry(text: Buffer, from: number): number | undefined {
    const end = this.#readPlainEntry(text, from) ?? this.#readAnyEntry(text, from);
    if (end === undefined) return undefined;
    if (++this.#count > MOST_ENTRIES) throw this.#refusal(`has more than ${MOST_ENTRIES} entries`, from);
    const entries = this.#entries;
    if (entries instanceof ManifestRows) {
      if (entries.pathBytes > MOST_PATH_BYTES)
        throw this.#refusal(`has paths of more than ${MOST_PATH_BYTES} bytes`, from);
    } else if (this.#offset + end > MOST_IRREGULAR_BYTES)
      throw this.#refusal(
        `has entries that are not sorted or not regular, and more than ${MOST_IRREGULAR_BYTES} bytes,`,
        from,
      );
    return end;
  }

  /** Reads an entry in the form that services give it: an ASCII key without escapes, size, MD5, and nothing else. */
  #readPlainEntry(text: Buffer, from: number): number | undefined {
    const keyEnd = endOfPlainString(text, from);
    let at = after(text, keyEnd, ':');
    at = after(text, at, '{');
    at = after(text, at, '"size"');
    at = afterSpace(text, after(text, at, ':'));
    const sizeAt = at;
    let size = 0;
    for (let digit = text[at]; digit !== undefined && digit >= ZERO && digit <= NINE; digit = text[++at])
      size = size * 10 + digit - ZERO;
    const digits = at - sizeAt;
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && text[sizeAt] === ZERO)) return undefined;
    at = after(text, at, ',');
    at = after(text, at, '"md5sum"');
    at = afterSpace(text, after(text, at, ':'));
    const sumAt = at;
    const sumEnd = endOfPlainString(text, at);
    at = after(text, sumEnd, '}');
    if (at > text.length) return undefined;
    setSlice(this.#key, text, from + 1, keyEnd - 1);
    setSlice(this.#sum, text, sumAt + 1, sumEnd - 1);
    const entries = this.#entries;
    const mayBeRow = entries instanceof ManifestRows && this.#misfits.size === 0;
    if (mayBeRow && entries.add(this.#key, size, this.#sum)) return at;
    const md5sum = text.toString('latin1', sumAt + 1, sumEnd - 1);
    this.#keep(text.toString('latin1', from + 1, keyEnd - 1), { size, md5sum });
    return at;
  }

  #readAnyEntry(text: Buffer, from: number): number | undefined {
    const refuse = (found: string, at: number, cause?: unknown): GobblerError =>
      this.#refusal(found, at, cause);
    const parse = (begin: number, end: number): unknown => {
      try {
        return JSON.parse(text.toString('utf8', begin, end));
      } catch (error) {
        throw refuse(`is no JSON (${messageOf(error)})`, begin, error);
      }
    };
    if (text[from] !== QUOTE) throw refuse('has no key', from);
    const keyEnd = endOfString(text, from);
    const colonAt = afterSpace(text, keyEnd);
    const valueAt = afterSpace(text, colonAt + 1);
    if (valueAt >= text.length) return undefined;
    if (text[colonAt] !== COLON) throw refuse('has no :', colonAt);
    if (text[valueAt] !== OPEN) throw refuse('has no entry', valueAt);
    const end = endOfObject(text, valueAt);
    if (end > text.length || end - from > LONGEST_ENTRY) return end > text.length ? undefined : end;
    const key = parse(from, keyEnd) as string;
    const value = parse(valueAt, end);
    try {
      this.#keep(
        key,
        whole(value, this.#where, (json) => underKey(key, json, manifestEntry)),
      );
    } catch (error) {
      if (!(error instanceof GobblerError)) throw error;
      this.#misfits.set(key, error);
      if (this.#misfits.size > MOST_MISFITS) throw error;
    }
    return end;
  }

  #keep(key: string, entry: ManifestEntry): void {
    this.#misfits.delete(key);
    if (this.#entries instanceof ManifestRows) {
      if (addRow(this.#entries, key, entry)) return;
      this.#entries = new Map(this.#entries);
    }
    this.#entries.set(key, entry);
  }
}

function addRow(rows: ManifestRows, key: string, { size, md5sum, link }: ManifestEntry): boolean {
  if (key.includes('\0') || !key.isWellFormed()) return false;
  return rows.add(sliceOf(key), size, sliceOf(md5sum), link);
}

const NOTHING = new Uint8Array(0);
const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const FIRST_PRINTABLE = 0x20;
const LAST_ASCII = 0x7f;
/** Of a number that is exact. */
const MOST_DIGITS = 15;

function setSlice(slice: Slice, text: Uint8Array, from: number, to: number): void {
  slice.text = text;
  slice.from = from;
  slice.to = to;
}

function sliceOf(content: string): Slice {
  const text = Buffer.from(content);
  return { text, from: 0, to: text.length };
}

/* The positions that these functions return are beyond the end of a text that does not go on long enough. */

function afterSpace(text: Uint8Array, from: number): number {
  let at = from;
  for (let byte = text[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; )
    byte = text[++at];
  return at;
}

/** The position after `characters`, which may follow white space; beyond the end of the text if others follow. */
function after(text: Uint8Array, from: number, characters: string): number {
  let at = afterSpace(text, from);
  for (let index = 0; index < characters.length; index++)
    if (text[at++] !== characters.charCodeAt(index)) return text.length + 1;
  return at;
}

/** The end of a string of ASCII characters without escapes; beyond the end of the text for any other string. */
function endOfPlainString(text: Uint8Array, from: number): number {
  if (text[from] !== QUOTE) return text.length + 1;
  for (let at = from + 1; at < text.length; at++) {
    const byte = text[at] as number;
    if (byte === QUOTE) return at + 1;
    if (byte < FIRST_PRINTABLE || byte > LAST_ASCII || byte === BACKSLASH) break;
  }
  return text.length + 1;
}

function endOfString(text: Uint8Array, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const byte = text[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at++;
  }
  return text.length + 1;
}

function endOfObject(text: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at) - 1;
    else if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return at + 1;
  }
  return text.length + 1;
}
