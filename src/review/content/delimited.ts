/** The beginning of a table in a file. */
export interface TableHead {
  readonly rows: readonly (readonly string[])[];
  /** Whether rows or columns are left out. */
  readonly isCut: boolean;
}

const MOST_ROWS = 20;
const MOST_COLUMNS = 30;

const SEPARATORS: readonly (readonly [names: RegExp, separator: string])[] = [
  [/\.csv$/i, ','],
  [/\.(tsv|tab)$/i, '\t'],
];

/** The separator of the cells in a file of this name; undefined if it is not a table. */
export const separatorOf = (path: string): string | undefined =>
  SEPARATORS.find(([names]) => names.test(path))?.[1];

/** The first rows of a table, with quotes as in RFC 4180. `isWhole` is false if the text ends within the file. Pure. */
export function tableHead(text: string, separator: string, isWhole: boolean): TableHead {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let isCut = !isWhole;
  const endRow = (): void => {
    if (row.length > MOST_COLUMNS) isCut = true;
    rows.push(row.slice(0, MOST_COLUMNS));
    row = [];
  };
  while (at < text.length && rows.length < MOST_ROWS) {
    const { value, end } = cellAt(text, at, separator);
    row.push(value);
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    endRow();
  }
  if (row.length > 0) endRow();
  return { rows, isCut: isCut || at < text.length };
}

interface Cell {
  readonly value: string;
  /** The position of what ends it. */
  readonly end: number;
}

/** A quote within quotes is doubled. Text behind the closing one belongs to the cell, as spreadsheets read it. */
function cellAt(text: string, start: number, separator: string): Cell {
  let value = '';
  let at = start;
  if (text[start] === '"') {
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { value: value + text.slice(at), end: text.length };
      value += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      value += '"';
      at++;
    }
  }
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: value + text.slice(at, end), end };
}
