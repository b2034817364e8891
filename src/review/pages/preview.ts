import { type FileBytes, type ListedFile, readBytes } from '../../client/registry/index.ts';
import { formatBytes, formatCount, shortened } from '../../commands/kit/index.ts';
import {
  compareTexts,
  type DiffLine,
  decodeText,
  type Hunk,
  imageIn,
  isImageName,
  LARGEST_IMAGE_BYTES,
  LARGEST_TEXT_BYTES,
  separatorOf,
  tableHead,
} from '../content/index.ts';
import { codeLine, type Html, html } from '../markup/index.ts';
import type { Site } from '../site.ts';

/** Lines of a file or of a comparison that one page shows. */
const MOST_LINES = 2000;

/** A line that is longer is cut. */
const LONGEST_LINE = 1000;

interface Loaded {
  readonly file: ListedFile;
  readonly content: FileBytes | undefined;
}

/** The content of a file, as far as a page can show it. */
export async function previewOf(site: Site, file: ListedFile): Promise<Html> {
  const loaded = await load(site, file);
  return html`<h2>Content</h2>${remark(loaded)}${figureOf(site, loaded) ?? headOf(loaded) ?? textOf(loaded) ?? notShown(loaded)}`;
}

/** Two files next to each other, or the lines in which they differ. */
export async function comparisonOf(
  site: Site,
  { before, after }: Readonly<Record<'before' | 'after', ListedFile | undefined>>,
): Promise<Html> {
  const isSame = before?.entry.md5sum === after?.entry.md5sum && before?.entry.size === after?.entry.size;
  if (isSame && after !== undefined)
    return html`<p>The file has not changed.</p>${await previewOf(site, after)}`;
  const sides = [before && (await load(site, before)), after && (await load(site, after))];
  const remarks = sides.map((side) => side && remark(side));
  const [one, other] = sides;
  const lines = one && other && differenceOf(one, other);
  if (lines !== undefined) return html`<h2>Differences</h2>${remarks}${lines}${tables(sides)}`;
  const column = (title: string, side: Loaded | undefined): Html =>
    html`<section><h2>${title}</h2>${
      side === undefined
        ? html`<p>There is no such file.</p>`
        : html`${remark(side)}${figureOf(site, side) ?? headOf(side) ?? textOf(side) ?? notShown(side)}`
    }</section>`;
  return html`<div class="columns">${column('Before', one)}${column('After', other)}</div>`;
}

/** Large texts are read for their beginning only if that is a table. */
async function load({ connection, signal }: Site, file: ListedFile): Promise<Loaded> {
  const { path, entry } = file;
  const limitBytes = isImageName(path) ? LARGEST_IMAGE_BYTES : LARGEST_TEXT_BYTES;
  if (entry.size > limitBytes && separatorOf(path) === undefined) return { file, content: undefined };
  return { file, content: await readBytes(connection, file, { limitBytes, signal }) };
}

function remark({ file, content }: Loaded): Html | undefined {
  if (content?.isListed !== false) return undefined;
  return html`<p class="notice bad"><strong>The registry has other bytes in ${file.ref.version} than the manifest says.</strong> Do not approve a version that is damaged.</p>`;
}

function figureOf({ links }: Site, { file, content }: Loaded): Html | undefined {
  const image = content?.isWhole ? imageIn(file.path, content.bytes) : undefined;
  if (image === undefined) return undefined;
  const { width, height } = image;
  return html`<figure><figcaption>${file.ref.version}: ${formatCount(width)} × ${formatCount(height)} pixels, ${formatBytes(file.entry.size)}</figcaption>
<img src="${links.file('image', file.ref, file.path)}" width="${width}" height="${height}" alt="${file.path} in ${file.ref.version}"></figure>`;
}

/** The first rows of a table; undefined for a file that is none. */
function headOf({ file, content }: Loaded): Html | undefined {
  const separator = separatorOf(file.path);
  if (separator === undefined || content === undefined) return undefined;
  const text = decodeText(content.isWhole ? content.bytes : wholeLines(content.bytes));
  if (text === undefined) return undefined;
  const { rows, isCut } = tableHead(text, separator, content.isWhole);
  const cells = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${shortened(cell)}</td>`)}</tr>\n`);
  const label = `The first rows of ${file.path} in ${file.ref.version}`;
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="cells"><caption class="hidden">${label}</caption><tbody>${cells}</tbody></table></div>${
    isCut ? html`<p class="quiet">The rest is not shown.</p>` : undefined
  }`;
}

/** The bytes up to the last line break: a character behind it may be cut. */
const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);

function textOf({ file, content }: Loaded): Html | undefined {
  const text = content?.isWhole ? decodeText(content.bytes) : undefined;
  if (text === undefined) return undefined;
  if (text === '') return html`<p>The file is empty.</p>`;
  const all = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const rows = all
    .slice(0, MOST_LINES)
    .map((line, at) => html`<tr><td class="at">${at + 1}</td><td>${codeLine(cutLine(line))}</td></tr>\n`);
  return html`${linesTable(`Text of ${file.path} in ${file.ref.version}`, rows)}${restText(all.length - MOST_LINES)}`;
}

const cutLine = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).toWellFormed()} …` : line;

const restText = (rest: number): Html | undefined =>
  rest > 0
    ? html`<p class="quiet">${formatCount(rest)} more lines are not shown: download the file.</p>`
    : undefined;

const linesTable = (label: string, rows: readonly Html[]): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="lines"><caption class="hidden">${label}</caption><tbody>${rows}</tbody></table></div>`;

/** The lines in which two texts differ; undefined if one of them is no text, or they differ too much. */
function differenceOf(before: Loaded, after: Loaded): Html | undefined {
  const texts = [before, after].map(({ content }) =>
    content?.isWhole ? decodeText(content.bytes) : undefined,
  );
  const [one, other] = texts;
  if (one === undefined || other === undefined) return undefined;
  const hunks = compareTexts(one, other);
  if (hunks === undefined) return undefined;
  const rows = hunks.flatMap(hunkRows);
  const label = `Differences of ${after.file.path} from ${before.file.ref.version} to ${after.file.ref.version}`;
  return html`${linesTable(label, rows.slice(0, MOST_LINES))}${restText(rows.length - MOST_LINES)}`;
}

const hunkRows = ({ title, lines }: Hunk): Html[] => [
  html`<tr class="hunk"><td class="at"></td><td class="at"></td><td></td><td>${title}</td></tr>\n`,
  ...lines.map(diffRow),
];

const MARKS: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '-', same: ' ', note: '' };

const diffRow = ({ kind, text, before, after }: DiffLine): Html =>
  html`<tr class="${kind}"><td class="at">${before}</td><td class="at">${after}</td><td>${MARKS[kind]}</td><td>${codeLine(cutLine(text))}</td></tr>\n`;

/** The first rows of both tables, below the lines in which they differ. */
function tables(sides: readonly (Loaded | undefined)[]): Html | undefined {
  const heads = sides.map((side) => side && headOf(side));
  if (heads.every((head) => head === undefined)) return undefined;
  return html`<h2>First rows</h2><div class="columns">${heads.map(
    (head, at) => html`<section><h3>${at === 0 ? 'Before' : 'After'}</h3>${head}</section>`,
  )}</div>`;
}

function notShown({ file, content }: Loaded): Html {
  const limit = isImageName(file.path) ? LARGEST_IMAGE_BYTES : LARGEST_TEXT_BYTES;
  if (file.entry.size > limit)
    return html`<p>The file is larger than ${formatBytes(limit)}: download it.</p>`;
  if (content === undefined)
    return html`<p class="notice bad">The service does not have the file, although the manifest lists it.</p>`;
  return html`<p>The file is neither text nor an image that can be shown here: download it.</p>`;
}
