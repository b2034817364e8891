/** Markup: templates that escape, addresses, and the parts that pages share. */

export { type Crumb, type Frame, framed } from './frame.ts';
export { codeLine, exact, Html, html, name, type Part } from './html.ts';
export { type FileView, Links, type Query } from './links.ts';
export { type Paged, pageOf, pager, searchForm } from './paging.ts';
export { type PlottedVersion, sizePlot } from './plot.ts';
export { STYLESHEET } from './stylesheet.ts';
export { type Cell, facts, table } from './table.ts';
