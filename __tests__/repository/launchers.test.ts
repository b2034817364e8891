import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';

const root = path.resolve(import.meta.dirname, '../..');
const launchers = fs
  .readdirSync(root)
  .filter((folder) => fs.existsSync(path.join(root, folder, 'action.yml')) || folder === 'bin')
  .flatMap((folder) => fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.cjs'));

it('there are some to look at', () => {
  expect(launchers).toEqual(
    expect.arrayContaining(['bin/gobbler.cjs', 'start/post.cjs', 'approve/main.cjs']),
  );
});

describe.each(launchers)('%s', (launcher) => {
  it('is understood by old versions of Node', () => {
    const source = fs.readFileSync(path.join(root, launcher), 'utf8').replace(/^#!.*/, '');
    // Syntax that has to be rewritten for ES2015 is too new.
    const [old, present] = (['es2015', 'esnext'] as const).map((target) => {
      const parser = { syntax: 'ecmascript' } as const;
      return transformSync(source, { jsc: { target, parser }, isModule: false }).code;
    });
    expect(old).toBe(present);
  });

  // Shared files of the launchers start nothing.
  if (['bin/code-cache.cjs', 'bin/launch.cjs', 'bin/stop-signals.cjs'].includes(launcher)) return;
  it('says that a Node is too old', () => {
    const versions = ['18.19.1', '20.17.0', '4.9.1'];
    const script = `
      for (const node of ${JSON.stringify(versions)}) {
        Object.defineProperty(process, 'versions', { value: { node }, configurable: true });
        const before = Object.keys(require.cache);
        require(${JSON.stringify(path.join(root, launcher))});
        for (const file of Object.keys(require.cache)) if (!before.includes(file)) delete require.cache[file];
        console.log('exit code', process.exitCode);
        process.exitCode = undefined;
      }`;
    const env = { PATH: process.env.PATH, GITHUB_ACTIONS: 'true' };
    const { stdout, stderr } = spawnSync('sh', ['-c', 'exec "$0" -e "$1" 2>&1', process.execPath, script], {
      encoding: 'utf8',
      env,
    });
    const refusals = versions.flatMap((version) => [
      expect.stringMatching(
        new RegExp(`^(::error title=Node::|error: ).*20\\.18.* ${version.split('.').slice(0, 2).join('.')}$`),
      ),
      'exit code 1',
    ]);
    expect({ lines: stdout.trimEnd().split('\n'), stderr }).toEqual({ lines: refusals, stderr: '' });
  });
});

it('the version that launchers ask for is that of the package', () => {
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const [, needed = ''] =
    /NEEDED = \[(\d+, \d+)\]/.exec(fs.readFileSync(path.join(root, 'bin/launch.cjs'), 'utf8')) ?? [];
  expect(engines.node).toBe(`>=${needed.replace(', ', '.')}`);
});
