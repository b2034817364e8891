/** The links of a built site: every one has to lead to a file and a heading of it, or to a file of the repository. */
import fs from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/** @param {string} text */
const decoded = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** @param {string} html @param {string} attribute @returns {string[]} */
const valuesOf = (html, attribute) =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));

/** The data of a script of TypeDoc, which it compresses. @param {string} file @returns {unknown} */
function dataOf(file) {
  const [, data = ''] = /"([^"]*)"/.exec(fs.readFileSync(file, 'utf8')) ?? [];
  return JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString('utf8'));
}

/** Addresses in the navigation and the search, which are not in the pages. @param {string} site */
function addressesInScripts(site) {
  /** @type {string[]} */
  const found = [];
  const collect = (/** @type {unknown} */ value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if ((key === 'path' || key === 'url') && typeof item === 'string') found.push(item);
      else collect(item);
    }
  };
  for (const name of ['navigation.js', 'search.js']) collect(dataOf(path.join(site, 'assets', name)));
  if (found.length === 0)
    throw new Error('navigation and search have no addresses: has TypeDoc changed their form?');
  return found;
}

/**
 * @param {string} site Its directory.
 * @param {{ root: string, repository: string, home: string }} project Its sources, its address on GitHub, and that of the site.
 * @returns {{ checked: number, dead: string[] }} Dead links as `PAGE: LINK`.
 */
export function checkLinks(site, { root, repository, home }) {
  const pages = new Map(
    fs
      .readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|svg)$/.test(name))
      .map((name) => [name, fs.readFileSync(path.join(site, name), 'utf8')]),
  );
  const anchors = new Map([...pages].map(([name, html]) => [name, new Set(valuesOf(html, 'id'))]));

  /** @param {string} page @param {string} link */
  const isDead = (page, link) => {
    const target = link.startsWith(`${home}/`) ? `/${link.slice(home.length + 1)}` : link;
    if (target.startsWith(`${repository}/`)) {
      const [, file] = /^\/(?:blob|tree)\/[^/]+\/([^#?]+)/.exec(target.slice(repository.length)) ?? [];
      return file !== undefined && !fs.existsSync(path.join(root, decodeURI(file)));
    }
    if (/^(https?:|mailto:|data:)/.test(target)) return false;
    const [file = '', anchor = ''] = target.split('#').map(decodeURI);
    const place = file.startsWith('/') ? file.slice(1) : path.join(path.dirname(page), file);
    const name = file === '' ? page : /(^|\/)\.?$/.test(place) ? path.join(place, 'index.html') : place;
    if (!fs.existsSync(path.join(site, name))) return true;
    return anchor !== '' && !(anchors.get(name)?.has(anchor) ?? false);
  };

  const links = [...pages].flatMap(([name, html]) =>
    !name.endsWith('.html')
      ? []
      : [...valuesOf(html, 'href'), ...valuesOf(html, 'src')].map((link) => ({ page: name, link })),
  );
  links.push(...addressesInScripts(site).map((link) => ({ page: 'index.html', link })));
  const dead = links
    .filter(({ page, link }) => isDead(page, link))
    .map(({ page, link }) => `${page}: ${link}`);
  return { checked: links.length, dead: [...new Set(dead)] };
}
