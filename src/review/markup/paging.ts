import { formatCount } from '../../commands/kit/index.ts';
import { exact, type Html, html } from './html.ts';
import type { Query } from './links.ts';

/** A page of a list. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Of all items on all pages. */
  readonly total: number;
}

/** The page of a list that a query names; the nearest one for a number that is too high or none. Pure. */
export function pageOf<T>(all: readonly T[], wanted: string | null, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const number = Math.trunc(Number(wanted ?? 1));
  const page = Number.isFinite(number) ? Math.min(Math.max(number, 1), pages) : 1;
  return { items: all.slice((page - 1) * size, page * size), page, pages, total: all.length };
}

/** Links to the other pages of a list; nothing if there is only one. */
export function pager(
  { page, pages }: Pick<Paged<unknown>, 'page' | 'pages'>,
  linkTo: (query: Query) => string,
  label: string,
): Html | undefined {
  if (pages === 1) return undefined;
  const to = (target: number, text: string, isPossible: boolean): Html =>
    isPossible
      ? html`<li><a href="${linkTo({ page: target })}">${text}</a></li>`
      : html`<li><span class="off">${text}</span></li>`;
  return html`<nav aria-label="${label}" class="pager"><ul>
${to(1, 'First', page > 1)}
${to(page - 1, 'Previous', page > 1)}
<li>Page ${formatCount(page)} of ${formatCount(pages)}</li>
${to(page + 1, 'Next', page < pages)}
${to(pages, 'Last', page < pages)}
</ul></nav>`;
}

/** A search over all items of a list. `action` is the address without its query; `kept` goes with it. */
export function searchForm({
  action,
  label,
  wanted,
  kept = {},
}: {
  action: string;
  label: string;
  wanted: string;
  kept?: Query;
}): Html {
  const fields = Object.entries(kept).map(([key, value]) =>
    value === undefined || value === ''
      ? undefined
      : html`<input type="hidden" name="${key}" value="${exact(String(value))}">`,
  );
  return html`<form role="search" method="get" action="${action}" class="search">${fields}
<label>${label} <input type="search" name="q" value="${exact(wanted)}" autocomplete="off" spellcheck="false"></label>
<button>Search</button></form>`;
}
