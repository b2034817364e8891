import type { Link, LinkTarget, Manifest, ManifestEntry } from './manifest-entry.ts';

/** A part of a text. */
export interface Slice {
  text: Uint8Array;
  from: number;
  to: number;
}

const PAGE_ROWS = 8192;
const SUM_BYTES = 16;
const FIRST_TEXT_BYTES = 64 * 1024;

/** In `kinds`: the entry has no MD5 sum. The rest is 0, or the number of its link's holder, from 1. */
const NO_SUM = 0x8000_0000;
/** Separates the paths in the text of a row. */
const END = 0;

/** The rows of some entries. */
class Page {
  rows = 0;
  /** Where the text of each row begins: its path; for a link also the paths of its targets, where they are others. */
  readonly starts = new Uint32Array(PAGE_ROWS + 1);
  text = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES);
  readonly sizes = new Float64Array(PAGE_ROWS);
  readonly sums = Buffer.allocUnsafeSlow(PAGE_ROWS * SUM_BYTES);
  readonly kinds = new Uint32Array(PAGE_ROWS);

  /** Makes room for more text, of exactly this length if nothing else is to follow. */
  resize(bytes: number): void {
    const text = Buffer.allocUnsafeSlow(bytes);
    this.text.copy(text, 0, 0, this.starts[this.rows]);
    this.text = text;
  }
}

/** The versions that a link and its ancestor are in. Nearly all links of a manifest share a few of them. */
type Holders = Holder & { readonly ancestor: Holder | undefined };

/**
 * A manifest whose paths are sorted by their bytes, as services write it. It takes 32 bytes an entry and its path, a fifth
 * of a Map, and gives the garbage collector no work. Entries are made when they are asked for.
 */
export class ManifestRows implements Manifest {
  readonly #pages: Page[] = [];
  readonly #holders: Holders[] = [];
  readonly #holderNumbers = new Map<string, number>();
  /** The holders of the last link, which nearly always are those of the next one. */
  #lastNumber = 0;
  #size = 0;
  #pathBytes = 0;
  /** The row that was found last: most lookups are in the order of the rows. */
  #found = -1;
  #wanted = Buffer.allocUnsafeSlow(1024);

  get size(): number {
    return this.#size;
  }

  /** Bytes of all paths, those of link targets included. */
  get pathBytes(): number {
    return this.#pathBytes;
  }

  /**
   * Adds an entry; `sum` is the text of its MD5. Returns false for one that no row can hold: its path does not come after
   * all others, or its MD5 is none.
   */
  add(path: Slice, size: number, sum: Slice, link?: Link): boolean {
    const page = this.#openPage();
    const holders = link && this.#holderNumber(link);
    const paths = link && targetPaths(link, path);
    if (!this.#isNext(path) || (link !== undefined && paths === undefined)) return false;
    const hasSum = sum.to > sum.from;
    if (hasSum && !readSum(sum, page.sums, page.rows * SUM_BYTES)) return false;
    let end = page.starts[page.rows] as number;
    const length = path.to - path.from + (paths?.length ?? 0);
    if (end + length > page.text.length) page.resize((end + length) * 2);
    const { text } = page;
    for (let at = path.from; at < path.to; at++) text[end++] = path.text[at] as number;
    if (paths !== undefined) end += paths.copy(text, end);
    page.sizes[page.rows] = size;
    page.kinds[page.rows] = (holders ?? 0) | (hasSum ? 0 : NO_SUM);
    page.starts[++page.rows] = end;
    this.#size++;
    this.#pathBytes += length;
    return true;
  }

  /** Gives room back that nothing has been added to. */
  finish(): void {
    const last = this.#pages.at(-1);
    last?.resize(last.starts[last.rows] as number);
  }

  #openPage(): Page {
    const last = this.#pages.at(-1);
    if (last !== undefined && last.rows < PAGE_ROWS) return last;
    this.finish();
    const page = new Page();
    this.#pages.push(page);
    return page;
  }

  /** Whether a path comes after all others. */
  #isNext(path: Slice): boolean {
    return this.#size === 0 || this.#compare(this.#size - 1, path) < 0;
  }

  #holderNumber(link: Link): number {
    const last = this.#holders[this.#lastNumber - 1];
    if (last === undefined || !isSame(last, link)) this.#lastNumber = this.#findHolders(link);
    return this.#lastNumber;
  }

  #findHolders({ project, asset, version, ancestor }: Link): number {
    const { project: p, asset: a, version: v } = ancestor ?? {};
    const key = JSON.stringify([project, asset, version, p, a, v]);
    const known = this.#holderNumbers.get(key);
    if (known !== undefined) return known;
    const above = ancestor && { project: ancestor.project, asset: ancestor.asset, version: ancestor.version };
    const number = this.#holders.push({ project, asset, version, ancestor: above });
    this.#holderNumbers.set(key, number);
    return number;
  }

  #pageOf(row: number): Page {
    return this.#pages[Math.floor(row / PAGE_ROWS)] as Page;
  }

  /** Compares the path of a row with another by their bytes. */
  #compare(row: number, { text: other, from, to }: Slice): number {
    const page = this.#pageOf(row);
    const { text } = page;
    const start = page.starts[row % PAGE_ROWS] as number;
    const length = endOfPath(page, row % PAGE_ROWS) - start;
    const common = Math.min(length, to - from);
    for (let at = 0; at < common; at++) {
      const difference = (text[start + at] as number) - (other[from + at] as number);
      if (difference !== 0) return difference;
    }
    return length - (to - from);
  }

  #find(path: string): number | undefined {
    if (!path.isWellFormed()) return undefined;
    if (path.length * 3 > this.#wanted.length) this.#wanted = Buffer.allocUnsafeSlow(path.length * 3);
    const wanted = { text: this.#wanted, from: 0, to: this.#wanted.write(path) };
    const next = this.#found + 1;
    if (next < this.#size && this.#compare(next, wanted) === 0) {
      this.#found = next;
      return next;
    }
    let [low, high] = [0, this.#size - 1];
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const order = this.#compare(middle, wanted);
      if (order === 0) {
        this.#found = middle;
        return middle;
      }
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  #pathOf(row: number): string {
    const page = this.#pageOf(row);
    return page.text.toString('utf8', page.starts[row % PAGE_ROWS], endOfPath(page, row % PAGE_ROWS));
  }

  #entryOf(row: number): ManifestEntry {
    const page = this.#pageOf(row);
    const at = row % PAGE_ROWS;
    const size = page.sizes[at] as number;
    const kind = page.kinds[at] as number;
    const hasSum = (kind & NO_SUM) === 0;
    const md5sum = hasSum ? page.sums.toString('hex', at * SUM_BYTES, (at + 1) * SUM_BYTES) : '';
    const holders = this.#holders[(kind & ~NO_SUM) - 1];
    return holders === undefined ? { size, md5sum } : { size, md5sum, link: linkOf(page, at, holders) };
  }

  get(path: string): ManifestEntry | undefined {
    const row = this.#find(path);
    return row === undefined ? undefined : this.#entryOf(row);
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.#size; row++) yield this.#pathOf(row);
    return undefined;
  }

  *values(): MapIterator<ManifestEntry> {
    for (let row = 0; row < this.#size; row++) yield this.#entryOf(row);
    return undefined;
  }

  *entries(): MapIterator<[string, ManifestEntry]> {
    for (let row = 0; row < this.#size; row++) yield [this.#pathOf(row), this.#entryOf(row)];
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, ManifestEntry]> {
    return this.entries();
  }

  forEach(take: (entry: ManifestEntry, path: string, manifest: Manifest) => void, self?: unknown): void {
    for (const [path, entry] of this) take.call(self, entry, path, this);
  }
}

type Holder = Pick<Link, 'project' | 'asset' | 'version'>;

function isSame(one: Holders, other: Link): boolean {
  if (one.ancestor === undefined || other.ancestor === undefined)
    return one.ancestor === other.ancestor && isSameHolder(one, other);
  return isSameHolder(one, other) && isSameHolder(one.ancestor, other.ancestor);
}

const isSameHolder = (one: Holder, other: Holder): boolean =>
  one.version === other.version && one.asset === other.asset && one.project === other.project;

function endOfPath({ text, starts, kinds }: Page, row: number): number {
  const end = starts[row + 1] as number;
  return ((kinds[row] as number) & ~NO_SUM) === 0 ? end : text.indexOf(END, starts[row]);
}

const SAME_PATH = Buffer.from('\0');
const SAME_PATHS = Buffer.from('\0\0');

/**
 * The text of a link behind its own path: the paths of its target and its ancestor, each empty if it is the path of the
 * link. Undefined if the paths could not be restored from it.
 */
function targetPaths({ path: target, ancestor }: Link, { text, from, to }: Slice): Buffer | undefined {
  const own = Buffer.from(text.buffer, text.byteOffset + from, to - from).toString();
  if (target === own && own !== '' && (ancestor === undefined || ancestor.path === own))
    return ancestor === undefined ? SAME_PATH : SAME_PATHS;
  const paths = ancestor === undefined ? [target] : [target, ancestor.path];
  if (paths.some((path) => path === '' || path.includes('\0') || !path.isWellFormed())) return undefined;
  return Buffer.from(paths.map((path) => `\0${path === own ? '' : path}`).join(''));
}

function linkOf(page: Page, row: number, { project, asset, version, ancestor }: Holders): Link {
  const { text, starts } = page;
  const [ownEnd, end] = [endOfPath(page, row), starts[row + 1] as number];
  const own = text.toString('utf8', starts[row], ownEnd);
  // Nearly always there is nothing but the separators.
  const separators = ancestor === undefined ? 1 : 2;
  const others = end - ownEnd > separators ? text.toString('utf8', ownEnd, end).split('\0') : undefined;
  const path = others?.[1] || own;
  // Not spread into each other: what V8 makes of that survives young collections, a gigabyte for a million links.
  if (ancestor === undefined) return { project, asset, version, path };
  return { project, asset, version, path, ancestor: withPath(ancestor, others?.[2] || own) };
}

const withPath = ({ project, asset, version }: Holder, path: string): LinkTarget => ({
  project,
  asset,
  version,
  path,
});

/** Reads an MD5 sum in lower-case hexadecimal; returns false for anything else. */
function readSum({ text, from, to }: Slice, into: Uint8Array, at: number): boolean {
  if (to - from !== SUM_BYTES * 2) return false;
  for (let digit = from; digit < to; digit += 2) {
    const high = DIGITS[text[digit] as number] as number;
    const low = DIGITS[text[digit + 1] as number] as number;
    if (high + low >= NO_DIGIT) return false;
    into[at++] = high * 16 + low;
  }
  return true;
}

const NO_DIGIT = 64;
/** The value of each character. */
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (const [value, digit] of [...'0123456789abcdef'].entries()) DIGITS[digit.charCodeAt(0)] = value;
