/**
 * `npm run docs`: builds the documentation site in build/site: every page of the documentation and the reference of the
 * library, with a search. Fails for a public member without a docstring, a type that is not exported, a page that the index
 * leaves out, a dead link, and a search that does not find what it should. Its tools are installed on first use, from a
 * lockfile of their own: TypeDoc needs the compiler as a library, which TypeScript 7 is not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLinks } from './links.mjs';
import { writePages } from './pages.mjs';
import { searchSite } from './search.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const site = path.join(root, 'build/site');
const { homepage, repository } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const github = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** Texts for the search, each with an entry that has to be among those shown. */
const SEARCHES = [
  ['uploadDirectory', 'uploadDirectory'],
  ['clock skew', 'When it fails'],
  ['lock-timeout', 'When it fails'],
  ['slurm', 'Slurm'],
];

/** Order of the kinds in the reference, after the sections of the pages. */
const KINDS = ['Modules', 'Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases'];

function installTools() {
  const installed = path.join(here, 'node_modules/.package-lock.json');
  const lock = path.join(here, 'package-lock.json');
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return;
  const options = ['--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['ci', ...options], { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
}

installTools();
const { documents, groups } = writePages(root, path.join(root, 'build/pages'), github);
const options = path.join(root, 'build/typedoc.json');
fs.writeFileSync(
  options,
  JSON.stringify({
    extends: [path.join(here, 'typedoc.json')],
    projectDocuments: documents,
    groupOrder: [...groups, ...KINDS],
    // A page explains more than a property that has the word in its name.
    searchGroupBoosts: Object.fromEntries(groups.map((group) => [group, 3])),
  }),
);
fs.rmSync(site, { recursive: true, force: true });
const typedoc = path.join(here, 'node_modules/typedoc/bin/typedoc');
const { status } = spawnSync(process.execPath, [typedoc, '--options', options], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status !== 0) process.exit(1); // it has written why

const { checked, dead } = checkLinks(site, { root, repository: github, home: homepage.replace(/\/$/, '') });
const missed = SEARCHES.filter(([text = '', entry = '']) => !searchSite(site, text).includes(entry));
for (const link of dead) console.error(`dead link: ${link}`);
for (const [text, entry] of missed) console.error(`the search for "${text}" does not show "${entry}"`);
if (dead.length + missed.length > 0) process.exitCode = 1;
else
  console.log(`${path.relative(root, site)}: ${checked} links and ${SEARCHES.length} searches are in order`);
