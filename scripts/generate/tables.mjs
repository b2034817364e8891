import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const { EXIT_MEANINGS } = await import('../../src/cli/exit-code.ts');

/** @typedef {{ description: string, required?: boolean, default?: string }} Field */

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param {Field} field */
function standard({ required, default: value }) {
  if (required) return 'required';
  return value === undefined || value === '' ? '' : `\`${value}\``;
}

/** @param {string} root @param {string} directory */
function tablesOf(root, directory) {
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

/** @param {string} text */
const withExitCodes = (text) =>
  text.replace(
    /(<!-- exit codes -->\n)[\s\S]*?(<!-- \/exit codes -->)/g,
    (_, open, close) =>
      `${open}| exit code | |\n|--:|---|\n${EXIT_MEANINGS.map(([code, meaning]) => `| ${code} | ${meaning} |\n`).join('')}${close}`,
  );

/**
 * Returns README.md and the pages of docs/, by path, with tables of the inputs and outputs of each action between
 * `<!-- table DIR -->` and `<!-- /table -->`, and of the exit codes. Every action has to have one.
 *
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function tables(root) {
  const pages = fs.readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
  /** @type {Set<string>} */
  const shown = new Set();
  const fresh = ['README.md', ...pages.map((name) => `docs/${name}`)].map((page) => {
    const current = fs.readFileSync(path.join(root, page), 'utf8');
    const text = withExitCodes(current).replace(
      /(<!-- table (\S+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
      (_, open, directory, close) => {
        shown.add(directory);
        return `${open}${tablesOf(root, directory)}\n${close}`;
      },
    );
    return /** @type {[string, string]} */ ([page, text]);
  });
  const actions = ['.', ...fs.readdirSync(root)].filter((name) =>
    fs.existsSync(path.join(root, name, 'action.yml')),
  );
  for (const action of actions.filter((name) => !shown.has(name))) {
    throw new Error(
      `No page has a table of the action ${action}: write <!-- table ${action} --> and <!-- /table -->`,
    );
  }
  return new Map(fresh);
}
