import fs from 'node:fs';
import path from 'node:path';
import { pagesOf } from '../markdown.mjs';

const OWN = 'gobbler-action/gobbler-action';

/** The current major versions of the actions of others: the only list of them. @type {Readonly<Record<string, string>>} */
const OTHERS = JSON.parse(fs.readFileSync(new URL('action-versions.json', import.meta.url), 'utf8'));

/** Pages that tell of the past, in which nothing is renamed. */
const isHistory = (/** @type {string} */ page) =>
  page === 'CHANGELOG.md' || page.startsWith('docs/decisions/');

/**
 * The text of a page or a workflow whose steps use this action at the major version of the package, and other actions at
 * those of action-versions.json. A full version of this package, as in `@v1.2.3` or in the name of its file, becomes the
 * present one. A version that is an expression or a commit stays. Fails for an action that is not in the list.
 * @param {string} name @param {string} text @param {string} version Of the package.
 */
export function withVersions(name, text, version) {
  const [major = ''] = version.split('.');
  return text
    .replace(
      /(\buses: )([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([\w.-]+)(?![\w.{$-])/g,
      (all, uses, action, below, at) => {
        if (/^[0-9a-f]{40}$/.test(at) || at === 'COMMIT') return all;
        const wanted = action === OWN ? (isFull(at) ? `v${version}` : `v${major}`) : OTHERS[action];
        if (wanted === undefined)
          throw new Error(`${name} uses ${action}, which is not in scripts/generate/action-versions.json`);
        return `${uses}${action}${below}@${wanted}`;
      },
    )
    .replace(OWN_VERSION, `$1${version}`)
    .replace(/`@v\d+`/g, `\`@v${major}\``);
}

/** A full version of this package: after its name, or as a tag in backquotes or quotation marks. */
const OWN_VERSION =
  /((?:gobbler-action(?:@|\.git#|-|\/releases\/download\/)v?|["`](?:@|# )?v))\d+\.\d+\.\d+\b/g;

const isFull = (/** @type {string} */ at) => /^v\d+\.\d+\.\d+$/.test(at);

/**
 * Returns the pages, the workflows and CITATION.cff, by path, with the present versions of package and actions.
 *
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function versions(root) {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const workflows = fs.readdirSync(path.join(root, '.github/workflows'));
  const files = [
    ...pagesOf(root).filter((page) => !isHistory(page)),
    ...workflows.map((name) => `.github/workflows/${name}`),
  ];
  const read = (/** @type {string} */ file) => fs.readFileSync(path.join(root, file), 'utf8');
  return new Map([
    ...files.map((file) => /** @type {[string, string]} */ ([file, withVersions(file, read(file), version)])),
    ['CITATION.cff', read('CITATION.cff').replace(/^version: .*$/m, `version: ${version}`)],
  ]);
}
