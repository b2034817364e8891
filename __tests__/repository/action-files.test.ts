import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { start } from '../../src/actions/start.ts';
import { approve } from '../../src/verbs/approve.ts';
import { awaitApproval } from '../../src/verbs/await-approval.ts';
import { createProject } from '../../src/verbs/create-project.ts';
import { fetch } from '../../src/verbs/fetch.ts';
import { reject } from '../../src/verbs/reject.ts';
import { setPermissions } from '../../src/verbs/set-permissions.ts';
import { stage } from '../../src/verbs/stage.ts';
import { submit } from '../../src/verbs/submit.ts';
import { upload } from '../../src/verbs/upload.ts';
import type { Verb } from '../../src/verbs/verb.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface ActionFile {
  inputs?: Record<string, { required?: boolean; default?: string; description: string }>;
  outputs?: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string };
}

const actions: readonly (readonly [directory: string, step: Verb])[] = [
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
  for (const name of ['upload', ...folders]) {
    expect(read('src/index.ts')).toMatch(new RegExp(`^  '?${name}'?: async `, 'm'));
    expect(JSON.parse(read('package.json')).files).toContain(name);
    expect(read(`${name}/main.cjs`)).toContain(`('action', '${name}');`);
  }
});

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

  it('requires what the code requires, unless it can come from elsewhere', () => {
    for (const [name, input] of Object.entries(step.inputs)) {
      expect({ name, required: file.inputs?.[name]?.required }).toEqual({
        name,
        required: input.required && input.variable === undefined,
      });
    }
  });

  it('declares the outputs that the code sets', () => {
    expect(Object.keys(file.outputs ?? {}).sort()).toEqual([...step.outputs].sort());
  });

  it('has launchers that exist', () => {
    expect(file.runs.using).toBe('node24');
    for (const script of [file.runs.main, file.runs.post]) {
      if (script !== undefined) expect(fs.existsSync(path.join(root, directory, script))).toBe(true);
    }
  });
});
