/**
 * The pages of the documentation, and what is in them: fenced blocks, headings, links. For the scripts and tests that
 * hold them against the code.
 */
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Block A fenced block.
 * @property {string} key `PAGE#ANCHOR N`: the N-th block below a heading.
 * @property {string} language
 * @property {string} content
 */

const AT_THE_TOP = [
  'README.md',
  'CONTRIBUTING.md',
  'SUPPORT.md',
  'CODE_OF_CONDUCT.md',
  'ARCHITECTURE.md',
  'SECURITY.md',
  'CHANGELOG.md',
];

/** Every page, by its path from the root of the repository. @param {string} root */
export function pagesOf(root) {
  const inDocs = fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll(path.sep, '/')}`);
  return [...AT_THE_TOP, ...inDocs.sort()];
}

/** @typedef {{ line: string, language: string | undefined, isFence: boolean }} Line */

/** The lines of a page, each with the language of the block that it is in. @param {string} text @returns {Line[]} */
function linesOf(text) {
  /** @type {string | undefined} */
  let language;
  return text.split('\n').map((line) => {
    const [, opening] = /^\s*```(\S*)\s*$/.exec(line) ?? [];
    if (opening === undefined) return { line, language, isFence: false };
    const fence = { line, language: language ?? opening, isFence: true };
    language = language === undefined ? opening : undefined;
    return fence;
  });
}

/** The text of a heading, as GitHub makes an anchor of it. @param {string} heading */
function slugOf(heading) {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** @param {string} text @returns {{ line: string, language: string | undefined, isFence: boolean, anchor: string, isHeading: boolean }[]} */
function annotatedLinesOf(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  let anchor = '';
  return linesOf(text).map((line) => {
    const [, heading] = (line.language === undefined && /^#{1,6} +(.*?)#*$/.exec(line.line)) || [];
    if (heading === undefined) return { ...line, anchor, isHeading: false };
    const slug = slugOf(heading);
    const earlier = seen.get(slug) ?? 0;
    seen.set(slug, earlier + 1);
    anchor = earlier === 0 ? slug : `${slug}-${earlier}`;
    return { ...line, anchor, isHeading: true };
  });
}

/** The anchors of a page. @param {string} text */
export const anchorsOf = (text) =>
  annotatedLinesOf(text)
    .filter(({ isHeading }) => isHeading)
    .map(({ anchor }) => anchor);

/** @param {string} page @param {string} text @returns {Block[]} */
export function blocksOf(page, text) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Map<string, number>} */
  const counts = new Map();
  let isOpen = false;
  for (const { line, language, isFence, anchor } of annotatedLinesOf(text)) {
    if (isFence && !isOpen) {
      const count = (counts.get(anchor) ?? 0) + 1;
      counts.set(anchor, count);
      blocks.push({ key: `${page}#${anchor} ${count}`, language: language ?? '', content: '' });
    }
    const block = blocks.at(-1);
    if (isFence) isOpen = !isOpen;
    else if (isOpen && block !== undefined) block.content += `${line}\n`;
  }
  return blocks;
}

/** Code spans first: a bracket within one begins no link. */
const SPAN_OR_LINK = /`[^`]*`|(?<before>\]\(|^\[[^\]]+\]:\s*)(?<target>[^)\s]+)/gm;

/**
 * A page with other targets of its links and pictures.
 * @param {string} text @param {(target: string) => string} change
 */
export function withLinks(text, change) {
  /** Runs of lines that are in a block, or are not. @type {{ isProse: boolean, lines: string[] }[]} */
  const runs = [];
  for (const { line, language } of linesOf(text)) {
    const isProse = language === undefined;
    const last = runs.at(-1);
    if (last?.isProse === isProse) last.lines.push(line);
    else runs.push({ isProse, lines: [line] });
  }
  return runs
    .map(({ isProse, lines }) => {
      const content = lines.join('\n');
      if (!isProse) return content;
      return content.replace(SPAN_OR_LINK, (match, before, target) =>
        target === undefined ? match : `${before}${change(target)}`,
      );
    })
    .join('\n');
}

/** Where the links and pictures of a page lead, as they are written. @param {string} text @returns {string[]} */
export function linksOf(text) {
  /** @type {string[]} */
  const found = [];
  withLinks(text, (target) => {
    found.push(target);
    return target;
  });
  return found;
}

/** A page whose headings have text in the place of code spans. @param {string} text */
export const withPlainHeadings = (text) =>
  annotatedLinesOf(text)
    .map(({ line, isHeading }) =>
      isHeading
        ? line.replace(/`([^`]*)`/g, (_, code) => code.replace(/[\\`*_{}[\]<>()#+\-.!|]/g, '\\$&'))
        : line,
    )
    .join('\n');

/** The first heading of a page. @param {string} text */
export const titleOf = (text) =>
  linesOf(text)
    .find(({ line, language }) => language === undefined && /^# /.test(line))
    ?.line.slice(2)
    .trim();

/** One block, by its key. @param {string} root @param {string} key @returns {Block} */
export function blockOf(root, key) {
  const page = key.slice(0, key.indexOf('#'));
  const blocks = blocksOf(page, fs.readFileSync(path.join(root, page), 'utf8'));
  const found = blocks.find((block) => block.key === key);
  if (found === undefined)
    throw new Error(`there is no block ${key}; there are ${blocks.map((block) => block.key).join(', ')}`);
  return found;
}
