import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';

/** @typedef {import('../../src/commands/kit/command.ts').Command} Command */

const { upload } = await import('../../src/commands/upload/upload.ts');
const { stage } = await import('../../src/commands/parts/stage.ts');
const { submit } = await import('../../src/commands/parts/submit.ts');
const { awaitApproval } = await import('../../src/commands/approval/await-approval.ts');
const { approve } = await import('../../src/commands/approval/approve.ts');
const { reject } = await import('../../src/commands/approval/reject.ts');
const { fetch } = await import('../../src/commands/fetch/fetch.ts');
const { createProject } = await import('../../src/commands/admin/create-project.ts');
const { setPermissions } = await import('../../src/commands/admin/set-permissions.ts');
const { start } = await import('../../src/github/start/start.ts');

/** @type {readonly (readonly [directory: string, command: Command])[]} */
const ACTIONS = [
  ['.', upload],
  ['stage', stage],
  ['submit', submit],
  ['await-approval', awaitApproval],
  ['approve', approve],
  ['reject', reject],
  ['fetch', fetch],
  ['create-project', createProject],
  ['set-permissions', setPermissions],
  ['start', start],
];

/** Everything from the line `inputs:` to the line before the key after `outputs:`. */
const FIELDS = /^inputs:\n(?:(?: .*)?\n)*outputs:\n(?:(?: .*)?\n)*/m;

/**
 * Returns the `action.yml` files, by path, with the inputs and outputs that the commands declare; all else in them is written
 * by hand. And the `action-types.yml` files, for generators of typed workflows.
 *
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function actionFiles(root) {
  return new Map(
    ACTIONS.flatMap(([directory, command]) => {
      const name = path.join(directory, 'action.yml');
      const current = fs.readFileSync(path.join(root, name), 'utf8');
      if (!FIELDS.test(current)) throw new Error(`${name} should have inputs: and then outputs:`);
      const fresh = () => `inputs:\n${inputsOf(command)}\noutputs:\n${outputsOf(command)}\n`;
      return /** @type {[string, string][]} */ ([
        [name, current.replace(FIELDS, fresh)],
        [path.join(directory, 'action-types.yml'), typesOf(command)],
      ]);
    }),
  );
}

/** @param {Command} command */
function inputsOf({ inputs }) {
  const described = Object.entries(inputs).map(
    ([name, { description, required, setting, default: value }]) => [
      name,
      {
        description,
        required: required && setting === undefined,
        ...(value !== '' && { default: value }),
      },
    ],
  );
  return fields(Object.fromEntries(described));
}

/** @param {Command} command */
function outputsOf({ outputs }) {
  const described = Object.entries(outputs).map(([name, description]) => [name, { description }]);
  return fields(Object.fromEntries(described));
}

/** The types of inputs and outputs. @param {Command} command */
function typesOf({ inputs, outputs }) {
  const given = Object.entries(inputs).map(([name, { form }]) => [name, typeOfInput(form)]);
  const made = Object.entries(outputs).map(([name, description]) => [name, typeOfOutput(name, description)]);
  const heading =
    '# Written by npm run generate. See https://github.com/typesafegithub/github-actions-typing';
  const types = { inputs: Object.fromEntries(given), outputs: Object.fromEntries(made) };
  // For readers of YAML 1.1, to whom off means false.
  return `${heading}\n${stringify(types, { lineWidth: 0, blockQuote: false, version: '1.1' })}`;
}

/** @param {Command['inputs'][string]['form']} form */
function typeOfInput(form) {
  if (typeof form === 'object') return { type: 'enum', 'allowed-values': form.choices };
  if (form === 'lines') return { type: 'list', separator: '\n', 'list-item': { type: 'string' } };
  return { type: form === 'flag' ? 'boolean' : form === 'integer' ? 'integer' : 'string' };
}

/** Outputs that a failed step may leave empty are text. @param {string} name @param {string} description */
function typeOfOutput(name, description) {
  const words = [...description.matchAll(/`([a-z-]+)`/g)].map(([, word]) => word);
  if (name === 'status') return { type: 'enum', 'allowed-values': words };
  return { type: description.startsWith('`true` if') ? 'boolean' : 'string' };
}

/** @param {Record<string, unknown>} byName */
function fields(byName) {
  return stringify(byName, { lineWidth: 0, singleQuote: true }).replaceAll(/^(?=.)/gm, '  ');
}
