import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const TSC = path.join(root, 'node_modules/typescript/bin/tsc');
let consumer: string;

/** A project in which the package is installed: `lib/` as `npm pack` builds it, but for the patterns, which stay a package. */
beforeAll(() => {
  consumer = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-consumer-'));
  const modules = path.join(consumer, 'node_modules');
  const installed = path.join(modules, 'gobbler-action');
  fs.mkdirSync(installed, { recursive: true });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  for (const name of [
    'undici',
    '@actions',
    '@types',
    'undici-types',
    'minimatch',
    'brace-expansion',
    'balanced-match',
  ]) {
    const there = path.join(root, 'node_modules', name);
    if (fs.existsSync(there)) fs.symlinkSync(there, path.join(modules, name));
  }
  const built = tsc(
    '--project',
    path.join(root, 'tsconfig.lib.json'),
    '--outDir',
    path.join(installed, 'lib'),
  );
  if (built.status !== 0) throw new Error(built.stdout);
});
afterAll(() => fs.rmSync(consumer, { recursive: true }));

function tsc(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [TSC, ...args], { cwd: consumer, encoding: 'utf8' });
}

/** Compiles a program against the package, strictly and with the declarations of the package checked. Returns the errors. */
function errorsOf(name: string, text: string): string[] {
  const file = path.join(consumer, name);
  fs.writeFileSync(file, text);
  const strict = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--skipLibCheck',
    'false',
  ];
  const target = ['--noEmit', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  const { stdout } = tsc(
    ...strict,
    ...target,
    '--typeRoots',
    path.join(consumer, 'node_modules/@types'),
    file,
  );
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}

describe('a program in TypeScript', () => {
  it('compiles with the declarations checked, and can pass undefined for every option', () => {
    const text = `
      import * as gob from 'gobbler-action';
      type Optional<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? K : never }[keyof T];
      /** Optional members that refuse undefined. */
      type Refusing<T> = T extends object
        ? { [K in Optional<T>]: { [P in K]: undefined } extends Pick<T, K> ? never : K }[Optional<T>]
        : never;
      /** Functions with options that refuse it, by name. The argument of findingText is a finding, and no options. */
      type Wrong = {
        [N in Exclude<keyof typeof gob, 'findingText'> as (typeof gob)[N] extends (...args: infer A) => unknown
          ? [Refusing<Exclude<A[number], string | readonly unknown[] | Error>>] extends [never] ? never : N
          : never]: unknown;
      };
      export const none: Wrong = {};
    `;
    expect(errorsOf('options.mts', text)).toEqual([]);
  });

  it('gets planned as a status only if it asks for a dry run', () => {
    const text = `
      import { type Connection, type UploadOptions, uploadDirectory } from 'gobbler-action';
      export async function all(gobbler: Connection, options: UploadOptions, dryRun: boolean) {
        const ref = { project: 'p', asset: 'a', version: 'v', directory: '.' };
        const status: 'created' | 'verified' | 'skipped' = (await uploadDirectory(gobbler, ref)).status;
        const files: number = (await uploadDirectory(gobbler, { ...ref, dryRun: false, verify: undefined })).filesCount;
        // @ts-expect-error: it may be planned, which has no files.
        (await uploadDirectory(gobbler, { ...ref, dryRun })).filesCount;
        // @ts-expect-error: likewise.
        (await uploadDirectory(gobbler, options)).filesCount;
        return { status, files };
      }
    `;
    expect(errorsOf('planned.mts', text)).toEqual([]);
  });
});

describe('a program in CommonJS', () => {
  const run = (text: string) =>
    spawnSync(process.execPath, ['-e', text], { cwd: consumer, encoding: 'utf8' });

  it('imports the package, and requires its package.json', () => {
    const { stdout, stderr } = run(`
      const { version } = require('gobbler-action/package.json');
      import('gobbler-action').then(({ connect }) => console.log(version, typeof connect));`);
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect({ stdout, stderr }).toEqual({ stdout: `${version} function\n`, stderr: '' });
  });

  it('can require it where Node requires modules', () => {
    const { stdout } = run(
      "try { console.log(typeof require('gobbler-action').connect) } catch (error) { console.log(error.code) }",
    );
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const can = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
    expect(stdout).toBe(can ? 'function\n' : 'ERR_REQUIRE_ESM\n');
  });
});
