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
 * Returns the `action.yml` files, by path, with the inputs and outputs that the commands declare. All else in them is written by hand.
 *
 * @param {string} root
 * @returns {Map<string, string>}
 */
export function actionFiles(root) {
  return new Map(
    ACTIONS.map(([directory, command]) => {
      const name = path.join(directory, 'action.yml');
      const current = fs.readFileSync(path.join(root, name), 'utf8');
      if (!FIELDS.test(current)) throw new Error(`${name} should have inputs: and then outputs:`);
      return [
        name,
        current.replace(FIELDS, () => `inputs:\n${inputsOf(command)}\noutputs:\n${outputsOf(command)}\n`),
      ];
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

/** @param {Record<string, unknown>} byName */
function fields(byName) {
  return stringify(byName, { lineWidth: 0, singleQuote: true }).replaceAll(/^(?=.)/gm, '  ');
}
