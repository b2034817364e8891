/**
 * Writes the tables of inputs and outputs in README.md from the `action.yml` files, between `<!-- table DIR -->` and
 * `<!-- /table -->`. With `--check`, fails unless they are fresh.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = path.join(root, 'README.md');

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

const current = fs.readFileSync(readme, 'utf8');
const fresh = current.replace(
  /(<!-- table (\S+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
  (_, open, directory, close) => `${open}${tables(directory)}\n${close}`,
);
if (!process.argv.includes('--check')) fs.writeFileSync(readme, fresh);
else if (fresh !== current) {
  console.error('The tables in README.md are stale: run npm run readme');
  process.exitCode = 1;
}
