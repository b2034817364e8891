import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import { createMultipartUpload, stagePart } from '../../src/client/index.ts';
import { type UseResult, use } from './host.ts';
import type { Sandbox } from './sandbox.ts';
import { publish } from './versions.ts';
import { UPLOAD, WRONG_INPUTS } from './wrong-inputs.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The folders of all actions. */
export const folders = ['.', ...fs.readdirSync(root)].filter((name) =>
  fs.existsSync(path.join(root, name, 'action.yml')),
);

/** The action file of a folder, as far as it matters here. */
export function actionFile(folder: string): {
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
} {
  return parse(fs.readFileSync(path.join(root, folder, 'action.yml'), 'utf8'));
}

/** Every file of the service, with its content, except the record that the service renews while it runs. */
function filesOf({ registry, staging }: Sandbox): string[] {
  return [registry, staging].flatMap((directory) =>
    fs
      .readdirSync(directory, { recursive: true, withFileTypes: true })
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((item) => path.basename(item) !== '..LOCK_SERVICE')
      .map((item) => `${item} ${fs.statSync(item).isFile() ? fs.readFileSync(item, 'utf8') : ''}`)
      .sort(),
  );
}

/** The annotations of a step. */
export const errorsOf = ({ log }: UseResult): string[] =>
  log.split('\n').filter((text) => text.startsWith('::error '));

async function makeUpload(box: Sandbox): Promise<void> {
  const { id, path: place } = await createMultipartUpload(box.connection, {
    project: 'p',
    asset: 'a',
    version: 'v2',
  });
  await stagePart(box.connection, id, 'one', { directory: path.join(box.workspace, 'source') });
  fs.renameSync(place, path.join(box.staging, UPLOAD));
}

/** Uses an action on wrong values; all that every refusal has in common is asserted here. */
export async function refused(
  box: Sandbox,
  folder: string,
  given: Record<string, string>,
): Promise<UseResult> {
  await box.project('p');
  await publish(box, 'v1');
  box.source({ x: 'x' });
  box.source({ 'x.txt': 'something' }, 'full');
  fs.writeFileSync(path.join(box.workspace, 'file'), '');
  if (folder === 'submit') await makeUpload(box);
  const before = filesOf(box);
  const result = await use(box, folder, {
    with: { ...WRONG_INPUTS[folder]?.right, ...given },
    withPost: true,
  });
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
