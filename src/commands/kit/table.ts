import { escapeText } from './escape.ts';

/** A cell: what programs get, and what people see, if that differs. */
export interface Cell {
  readonly value: string | number;
  readonly shown?: string;
}

export interface Column {
  readonly title: string;
  /** Whether the cells are numbers or sizes, which end below each other. */
  readonly isNumeric?: boolean;
  /** Of interest for programs only. */
  readonly isHidden?: boolean;
}

/** The answer of a command that lists things with several facts. */
export interface Table {
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table for programs: a line for each row, cells separated by tabs, without a header. */
export function tsvLines({ rows }: Table): string[] {
  return rows.map((cells) => cells.map(({ value }) => escapeText(String(value))).join('\t'));
}

/** A table for people: aligned columns below a header; nothing if there are no rows. */
export function alignedLines({ columns, rows }: Table): string[] {
  if (rows.length === 0) return [];
  const isShown = (_: unknown, at: number): boolean => columns[at]?.isHidden !== true;
  const shown = columns.filter(isShown);
  const texts = rows.map((cells) =>
    cells.filter(isShown).map((cell) => escapeText(cell.shown ?? String(cell.value))),
  );
  const lines = [shown.map(({ title }) => title), ...texts];
  const widths = shown.map((_, at) => Math.max(...lines.map((line) => lengthOf(line[at]))));
  return lines.map((line) =>
    line
      .map((text, at) => {
        const padding = ' '.repeat((widths[at] ?? 0) - lengthOf(text));
        return shown[at]?.isNumeric === true ? padding + text : text + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}

const lengthOf = (text = ''): number => [...text].length;
