import { type Html, html, type Part } from './html.ts';

export interface Column {
  readonly title: string;
  readonly isNumeric?: boolean;
}

export type Cell = Part;

/**
 * A table with a caption for screen readers. On narrow screens each row becomes a block, in which every cell has the
 * title of its column. The first cell of a row is its heading.
 */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html {
  const heads = columns.map(({ title, isNumeric }) =>
    isNumeric ? html`<th scope="col" class="number">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  const cells = (row: readonly Cell[]): Html[] =>
    row.map((cell, at) => {
      const { title = '', isNumeric } = columns[at] ?? { title: '' };
      if (at === 0) return html`<th scope="row">${cell}</th>`;
      return html`<td data-label="${title}" class="${isNumeric ? 'number' : ''}">${cell}</td>`;
    });
  return html`<table class="list"><caption class="hidden">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody></table>`;
}

/** Facts with their titles; those that are undefined are left out. */
export function facts(rows: readonly (readonly [title: string, value: Part])[]): Html {
  return html`<dl class="facts">${rows
    .filter(([, value]) => value !== undefined)
    .map(([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
