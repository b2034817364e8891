import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { uploadDirectory, validateVersion } from '../../src/client/index.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { contentOf, stateOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();

/** Files of a few contents, large enough to be linked to or not, for all or for this user only; and links to them. */
const tree = fc.uniqueArray(
  fc.record({
    path: fc
      .array(fc.constantFrom('a', 'b', '10', '9', '__proto__', 'é', ' ', '#?'), {
        minLength: 1,
        maxLength: 3,
      })
      .map((segments) => segments.join('/')),
    content: fc.constantFrom('', 'x', 'y', 'z'.repeat(70_000)),
    isPrivate: fc.boolean(),
    isLinkToFirst: fc.boolean(),
  }),
  { selector: (entry) => entry.path, minLength: 1, maxLength: 8 },
);

type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

function make(directory: string, entries: Tree): void {
  const isFolder = (name: string): boolean => entries.some((other) => other.path.startsWith(`${name}/`));
  const leaves = entries.filter((entry) => !isFolder(entry.path));
  fill(directory, {});
  for (const [at, { path: name, content, isPrivate, isLinkToFirst }] of leaves.entries()) {
    const first = path.join(directory, leaves[0]?.path ?? '');
    fill(directory, { [name]: at > 0 && isLinkToFirst ? { link: first } : content });
    if (isPrivate && !(at > 0 && isLinkToFirst)) fs.chmodSync(path.join(directory, name), 0o600);
  }
}

describe('any tree, whatever was published before', () => {
  it('is in the registry as it is in the source, validates, and leaves nothing behind', async () => {
    await sandbox().project('p');
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('latest', 'all', 'off'),
        async (trees, deduplicate) => {
          const asset = `a${count++}`;
          for (const [at, entries] of trees.entries()) {
            const ref = { project: 'p', asset, version: `v${at}` };
            const directory = path.join(sandbox().workspace, `${asset}-${at}`);
            make(directory, entries as Tree);
            const before = stateOf(directory);
            await uploadDirectory(sandbox().connection, { ...ref, directory, deduplicate });
            await validateVersion(sandbox().connection, ref);
            const published = path.join(sandbox().registry, 'p', asset, `v${at}`);
            expect(contentOf(published)).toEqual(contentOf(directory));
            expect(stateOf(directory)).toEqual(before);
          }
          expect(leftInStaging(sandbox())).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});
