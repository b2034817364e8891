import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createProject } from '../../src/commands/admin/create-project.ts';
import { setPermissions } from '../../src/commands/admin/set-permissions.ts';
import { approve } from '../../src/commands/approval/approve.ts';
import { awaitApproval } from '../../src/commands/approval/await-approval.ts';
import { reject } from '../../src/commands/approval/reject.ts';
import { fetch } from '../../src/commands/fetch/fetch.ts';
import type { Command } from '../../src/commands/kit/command.ts';
import { stage } from '../../src/commands/parts/stage.ts';
import { submit } from '../../src/commands/parts/submit.ts';
import { upload } from '../../src/commands/upload/upload.ts';
import { start } from '../../src/github/start/start.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface ActionFile {
  inputs?: Record<string, { required?: boolean; default?: string; description: string }>;
  outputs?: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string };
}

const actions: readonly (readonly [directory: string, step: Command])[] = [
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

it('every action is known to this test, to the program and to the package', () => {
  const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
  const folders = fs.readdirSync(root).filter((name) => fs.existsSync(path.join(root, name, 'action.yml')));
  expect(actions.map(([directory]) => directory).sort()).toEqual(['.', ...folders].sort());
  const loaders = read('src/main.ts') + read('src/commands/index.ts');
  for (const name of ['upload', ...folders]) {
    expect(loaders).toMatch(new RegExp(`^  '?${name}'?: async `, 'm'));
    expect(JSON.parse(read('package.json')).files).toContain(name);
    expect(read(`${name}/main.cjs`)).toContain(`('action', '${name}');`);
  }
});

/** The code of all commands. */
const code = ['src/commands', 'src/github']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8')),
  )
  .join('\n');

it.each(actions)(
  '%s/action-types.yml has a type of every input and output',
  (directory, { inputs, outputs }) => {
    const file = fs.readFileSync(path.join(root, directory, 'action-types.yml'), 'utf8');
    const types = parse(file, { version: '1.1' });
    expect(Object.keys(types.inputs)).toEqual(Object.keys(inputs));
    expect(Object.keys(types.outputs)).toEqual(Object.keys(outputs));
    for (const [name, { type }] of Object.entries<{ type: unknown }>({ ...types.inputs, ...types.outputs }))
      expect([name, type]).toEqual([name, expect.stringMatching(/^(string|boolean|integer|enum|list)$/)]);
    expect(types.outputs.status?.['allowed-values'] ?? ['failed']).toContain('failed');
    for (const [name, { form, default: value, parse: read }] of Object.entries(inputs)) {
      const { type, 'allowed-values': words = [], separator } = types.inputs[name];
      for (const word of words) expect([name, read(word)]).toEqual([name, word]);
      if (type === 'boolean') expect([name, read('true'), read('false')]).toEqual([name, true, false]);
      if (type === 'integer') expect([name, read(value || '1')]).toEqual([name, Number(value || '1')]);
      expect([name, type === 'list', separator]).toEqual([
        name,
        form === 'lines',
        form === 'lines' ? '\n' : undefined,
      ]);
    }
  },
);

describe.each(actions)('%s/action.yml', (directory, step) => {
  const file: ActionFile = parse(fs.readFileSync(path.join(root, directory, 'action.yml'), 'utf8'));

  it('declares the inputs that the code reads, with the same defaults', () => {
    const declared = Object.entries(file.inputs ?? {}).map(([name, field]) => [
      name,
      String(field.default ?? ''),
    ]);
    const read = Object.entries(step.inputs).map(([name, input]) => [name, input.default]);
    expect(declared).toEqual(read);
  });

  it('requires the inputs that the code requires, unless they can come from elsewhere', () => {
    for (const [name, input] of Object.entries(step.inputs)) {
      expect({ name, required: file.inputs?.[name]?.required }).toEqual({
        name,
        required: input.required && input.setting === undefined,
      });
    }
  });

  it('uses every input that it declares', () => {
    const isUsed = (name: string): boolean =>
      name.includes('-')
        ? new RegExp(`[[(]'${name}'[\\])]|'${name}': [a-z]\\w*\\s*[,}=]`, 'i').test(code)
        : new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[,}:=]`).test(code);
    expect(Object.keys(step.inputs).filter((name) => !isUsed(name))).toEqual([]);
  });

  it('declares the outputs that the code sets', () => {
    expect(Object.keys(file.outputs ?? {}).sort()).toEqual(Object.keys(step.outputs).sort());
  });

  it('has launchers that exist', () => {
    expect(file.runs.using).toBe('node24');
    for (const script of [file.runs.main, file.runs.post]) {
      if (script !== undefined) expect(fs.existsSync(path.join(root, directory, script))).toBe(true);
    }
  });
});
