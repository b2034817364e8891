/**
 * Writes the tables of inputs and outputs in README.md and docs/ from the `action.yml` files, between
 * `<!-- table DIR -->` and `<!-- /table -->`. With `--check`, fails unless they are fresh, and every action has one.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  ...fs
    .readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** @typedef {{ description: string, required?: boolean, default?: string }} Field */

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param {Field} field */
function standard({ required, default: value }) {
  if (required) return 'required';
  return value === undefined || value === '' ? '' : `\`${value}\``;
}

/** @param {string} directory */
function tables(directory) {
  const { inputs, outputs } = parse(fs.readFileSync(path.join(root, directory, 'action.yml'), 'utf8'));
  /** @type {[string, Field][]} */
  const inputFields = Object.entries(inputs ?? {});
  /** @type {[string, Field][]} */
  const outputFields = Object.entries(outputs ?? {});
  return [
    '| input | default | |',
    '|---|---|---|',
    ...inputFields.map(
      ([name, field]) => `| \`${name}\` | ${standard(field)} | ${cell(field.description)} |`,
    ),
    '',
    '| output | |',
    '|---|---|',
    ...outputFields.map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
  ].join('\n');
}

const isCheck = process.argv.includes('--check');
/** @type {Set<string>} */
const shown = new Set();
for (const page of pages) {
  const file = path.join(root, page);
  const current = fs.readFileSync(file, 'utf8');
  const fresh = current.replace(
    /(<!-- table (\S+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
    (_, open, directory, close) => {
      shown.add(directory);
      return `${open}${tables(directory)}\n${close}`;
    },
  );
  if (fresh === current) continue;
  if (!isCheck) fs.writeFileSync(file, fresh);
  else {
    console.error(`The tables in ${page} are stale: run npm run readme`);
    process.exitCode = 1;
  }
}
const actions = ['.', ...fs.readdirSync(root)].filter((name) =>
  fs.existsSync(path.join(root, name, 'action.yml')),
);
for (const action of actions.filter((name) => !shown.has(name))) {
  console.error(
    `No page has a table of the action ${action}: write <!-- table ${action} --> and <!-- /table -->`,
  );
  process.exitCode = 1;
}
