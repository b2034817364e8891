import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { addLeg, allocateArea } from '../../src/client/index.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { type Sandbox, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';
import { AREA, type Unreadable, WRONG_INPUTS } from '../helpers/wrong-inputs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox();

const folders = ['.', ...fs.readdirSync(root)].filter((name) =>
  fs.existsSync(path.join(root, name, 'action.yml')),
);

/** The action file of a folder, as far as it matters here. */
function actionFile(folder: string): { inputs: Record<string, unknown>; outputs: Record<string, unknown> } {
  return parse(fs.readFileSync(path.join(root, folder, 'action.yml'), 'utf8'));
}

/** The nth wrong value of every input that has so many: an action reports all of them at once. */
function rounds(unreadable: Unreadable): (readonly [input: string, value: string, says: string])[][] {
  const most = Math.max(...Object.values(unreadable).map((values) => values.length));
  return Array.from({ length: most }, (_, round) =>
    Object.entries(unreadable).flatMap(([input, values]) => {
      const wrong = values[round];
      return wrong === undefined ? [] : [[input, ...wrong] as const];
    }),
  );
}

/** What must not change when an action refuses: every file of the service, with its content. */
function filesOf({ registry, staging }: Sandbox): string[] {
  return [registry, staging].flatMap((directory) =>
    fs
      .readdirSync(directory, { recursive: true, withFileTypes: true })
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((item) => `${item} ${fs.statSync(item).isFile() ? fs.readFileSync(item, 'utf8') : ''}`)
      .sort(),
  );
}

const errorsOf = ({ log }: UseResult): string[] =>
  log.split('\n').filter((text) => text.startsWith('::error '));

async function makeArea(box: Sandbox): Promise<void> {
  const { name, path: place } = await allocateArea(box.connection, {
    project: 'p',
    asset: 'a',
    version: 'v2',
  });
  await addLeg(box.connection, name, 'one', { directory: path.join(box.workspace, 'source') });
  fs.renameSync(place, path.join(box.staging, AREA));
}

/** Uses an action on wrong values; all that every refusal has in common is asserted here. */
async function refused(folder: string, given: Record<string, string>): Promise<UseResult> {
  const box = sandbox();
  await box.project('p');
  await publish(box, 'v1');
  box.source({ x: 'x' });
  box.source({ 'x.txt': 'something' }, 'full');
  fs.writeFileSync(path.join(box.workspace, 'file'), '');
  if (folder === 'submit') await makeArea(box);
  const before = filesOf(box);
  const result = await use(box, folder, { with: { ...WRONG_INPUTS[folder]?.right, ...given } });
  expect({ exitCode: result.exitCode, post: result.post?.exitCode ?? 0 }).toEqual({ exitCode: 1, post: 0 });
  const declared = Object.keys(actionFile(folder).outputs);
  expect(Object.keys(result.outputs).sort()).toEqual(declared.sort());
  const status = declared.includes('status') ? 'failed' : undefined;
  expect(result.outputs.status).toBe(status);
  for (const answer of ['created', 'approved', 'changed', 'found'])
    expect(result.outputs[answer] ?? 'false').toBe('false');
  expect(result.summary).toContain('### ❌');
  expect(filesOf(box)).toEqual(before);
  expect(fs.readdirSync(path.join(box.root, 'temp'))).toEqual([]);
  return result;
}

it('knows every action', () => {
  expect(Object.keys(WRONG_INPUTS).sort()).toEqual(folders.sort());
});

describe.each(Object.entries(WRONG_INPUTS))('%s', (folder, { unreadable, unfit }) => {
  it('has a wrong value for every input', () => {
    const covered = [...Object.keys(unreadable), ...unfit.map(([, input]) => input)];
    expect([...new Set(covered)].sort()).toEqual(Object.keys(actionFile(folder).inputs).sort());
  });

  it.each(rounds(unreadable).map((wrong, at) => [at + 1, wrong] as const))(
    'refuses all that cannot be read, in one report (%i)',
    async (_, wrong) => {
      const result = await refused(folder, Object.fromEntries(wrong));
      expect(result.log).toContain('(code invalid-input)');
      const errors = errorsOf(result);
      expect(errors).toHaveLength(1);
      for (const [input, , says] of wrong) expect(errors[0]).toContain(`${input} ${says}`);
      const named = /\(input: ([^)]*)\)$/.exec(errors[0] ?? '')?.[1]?.split(', ');
      expect(named?.sort()).toEqual(wrong.map(([input]) => input).sort());
    },
  );

  it.each(unfit)('refuses %j, names %s, and has the code %s', async (given, input, code, says) => {
    const result = await refused(folder, given);
    expect(result.log).toContain(`(code ${code})`);
    const [error] = errorsOf(result);
    expect(error).toContain(says);
    expect(error).toMatch(new RegExp(`\\(input: [^)]*\\b${input}\\b[^)]*\\)$`));
  });
});
