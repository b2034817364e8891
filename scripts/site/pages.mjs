/**
 * The pages of the documentation, prepared for TypeDoc: copies with the title, the section and the address of each as front
 * matter. Sections and order are those of docs/README.md, the index; an index of a folder, such as docs/recipes/README.md,
 * has the pages of its folder below it. Links to anything but pages and pictures lead to GitHub.
 */
import fs from 'node:fs';
import path from 'node:path';
import { anchorsOf, linksOf, pagesOf, titleOf, withLinks, withPlainHeadings } from '../markdown.mjs';

export const INDEX = 'docs/README.md';
const START = 'README.md';

/** @typedef {{ title: string, pages: string[] }} Section */

/** The pages that a page links to, once each. @param {string} root @param {string} page @param {string} text */
function pagesLinkedFrom(root, page, text) {
  const all = pagesOf(root);
  const targets = linksOf(text).map((link) =>
    path.posix.join(path.posix.dirname(page), link.split('#', 1)[0] ?? ''),
  );
  return [...new Set(targets)].filter((target) => all.includes(target) && target !== page);
}

/** The sections of the index, each with the pages that it is the first to link to. @param {string} root @returns {Section[]} */
export function sectionsOf(root) {
  const [, ...parts] = fs.readFileSync(path.join(root, INDEX), 'utf8').split(/^## /m);
  /** @type {Set<string>} */
  const seen = new Set([START, INDEX]);
  return parts.map((part) => {
    const pages = pagesLinkedFrom(root, INDEX, part).filter((page) => !seen.has(page));
    for (const page of pages) seen.add(page);
    return { title: part.slice(0, part.indexOf('\n')).trim(), pages };
  });
}

/** The pages in the folder of an index, in its order; the last ones are those that it does not link to. @param {string} root @param {string} page */
export function pagesBelow(root, page) {
  if (page === START || page === INDEX || path.posix.basename(page) !== 'README.md') return [];
  const folder = path.posix.dirname(page);
  const inFolder = pagesOf(root).filter((one) => one !== page && path.posix.dirname(one) === folder);
  const linked = pagesLinkedFrom(root, page, fs.readFileSync(path.join(root, page), 'utf8'));
  return [
    ...linked.filter((one) => inFolder.includes(one)),
    ...inFolder.filter((one) => !linked.includes(one)),
  ];
}

/** @param {string} root @param {string} page @param {string} target @param {string} repository */
function linkOnSite(root, page, target, repository) {
  if (/^[a-z]+:/.test(target) || target.startsWith('#')) return target;
  const [file = '', anchor] = target.split('#');
  const place = path.posix.join(path.posix.dirname(page), file).replace(/\/$/, '');
  const isFolder = fs.statSync(path.join(root, place)).isDirectory();
  const index = isFolder && fs.existsSync(path.join(root, place, 'README.md'));
  if (index) return path.posix.join(file, 'README.md');
  if (pagesOf(root).includes(place) || /\.(svg|png)$/.test(place)) return target;
  const kind = isFolder ? 'tree' : 'blob';
  return `${repository}/${kind}/main/${place}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** @param {string} page */
const addressOf = (page) =>
  page
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .replace(/(^|\/)README$/, '$1index-of-pages')
    .toLowerCase();

/**
 * Writes the copies to `destination`; returns those that TypeDoc reads, in order, and the titles of the sections.
 * @param {string} root @param {string} destination @param {string} repository Its address.
 */
export function writePages(root, destination, repository) {
  const sections = sectionsOf(root);
  const [first] = sections;
  if (first === undefined) throw new Error(`${INDEX} has no sections`);
  /** @type {Map<string, string>} */
  const groups = new Map([[INDEX, first.title]]);
  for (const { title, pages } of sections) for (const page of pages) groups.set(page, title);
  const children = new Map(
    pagesOf(root).map((page) => [page, groups.has(page) ? pagesBelow(root, page) : []]),
  );
  for (const [parent, below] of children)
    for (const page of below) {
      if (groups.get(page) !== undefined) throw new Error(`${page} is in ${INDEX}, and below ${parent}`);
      groups.set(page, '');
    }
  fs.rmSync(destination, { recursive: true, force: true });
  for (const page of pagesOf(root)) {
    const text = fs.readFileSync(path.join(root, page), 'utf8');
    const group = groups.get(page);
    if (group === undefined && page !== START)
      throw new Error(`${page} is in no section of ${INDEX}: add it to one`);
    const title = titleOf(text);
    if (title === undefined || anchorsOf(text).length === 0) throw new Error(`${page} has no title`);
    const below = (children.get(page) ?? []).map((child) =>
      path.posix.relative(path.posix.dirname(page), child),
    );
    const matter = [
      `title: ${JSON.stringify(title.replaceAll('`', ''))}`,
      `address: ${JSON.stringify(addressOf(page))}`,
      ...(group ? [`group: ${JSON.stringify(group)}`] : []),
      ...(below.length > 0 ? ['children:', ...below.map((child) => `  - ${JSON.stringify(child)}`)] : []),
    ];
    // TypeDoc makes no anchor of code in a heading.
    const content = withLinks(withPlainHeadings(text), (target) =>
      linkOnSite(root, page, target, repository),
    );
    const file = path.join(destination, page);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      page === START ? content.replace(/^# .*\n/, '') : `---\n${matter.join('\n')}\n---\n${content}`,
    );
  }
  for (const name of fs.readdirSync(path.join(root, 'docs')).filter((one) => /\.(svg|png)$/.test(one)))
    fs.copyFileSync(path.join(root, 'docs', name), path.join(destination, 'docs', name));
  return {
    documents: [INDEX, ...sections.flatMap(({ pages }) => pages)].map((page) => path.join(destination, page)),
    groups: sections.map(({ title }) => title),
  };
}
