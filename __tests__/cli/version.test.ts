import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { packageVersion } from '../../src/commands/package/index.ts';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
  fs.writeFileSync(path.join(root, 'package.json'), '{ "version": "1.2.3" }');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  }).trim();

function commit(): void {
  git('init', '--quiet');
  const env = { ...process.env, GIT_COMMITTER_DATE: '2024-05-06T12:00:00Z' };
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  execFileSync('git', [...who, 'commit', '--quiet', '--allow-empty', '-m', 'x'], { cwd: root, env });
}

function packed(): void {
  fs.mkdirSync(path.join(root, 'lib'));
  fs.writeFileSync(path.join(root, 'lib/commit.json'), '{ "commit": "abc1234", "date": "2023-01-02" }');
}

it('is that of package.json', () => {
  expect(packageVersion(root)).toBe('1.2.3');
});

it('has the commit that a package was made from', () => {
  packed();
  expect(packageVersion(root)).toBe('1.2.3 (abc1234, 2023-01-02)');
});

it('has the commit of a clone, whatever was packed there before', () => {
  packed();
  commit();
  expect(packageVersion(root)).toBe(`1.2.3 (${git('rev-parse', '--short', 'HEAD')}, 2024-05-06)`);
});

it('does without a commit where git does not tell one, or the directory is in the clone of something else', () => {
  packed(); // by an earlier installation
  git('init', '--quiet');
  expect(packageVersion(root)).toBe('1.2.3');
  for (const name of ['.git', 'lib']) fs.rmSync(path.join(root, name), { recursive: true });
  commit();
  fs.mkdirSync(path.join(root, 'node_modules'));
  fs.copyFileSync(path.join(root, 'package.json'), path.join(root, 'node_modules/package.json'));
  expect(packageVersion(path.join(root, 'node_modules'))).toBe('1.2.3');
});
