import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { severalUsers } from '../../helpers/several-users.ts';

/** Programs that an engine needs, each with the package that has it. */
export type Programs = Readonly<Record<string, string>>;

/** Directories in which a program of an engine may be: daemons are not on everybody's path. */
export const PATH_OF_ENGINES = `${process.env.PATH}:/usr/sbin:/sbin`;

/** A sentence for each thing that this machine lacks. */
function missingOf(programs: Programs): string[] {
  const places = PATH_OF_ENGINES.split(':');
  return [
    ...(severalUsers ? [] : ['it does not run as root, or has no other users']),
    ...Object.entries(programs)
      .filter(([program]) => !places.some((place) => fs.existsSync(path.join(place, program))))
      .map(([program, source]) => `${program} is not on the path (${source})`),
  ];
}

/**
 * The tests of one engine. If the machine lacks something that they need, one test fails and lists it; with
 * `npm run test:engines -- --allow-skip`, they are skipped.
 */
export function describeEngine(name: string, programs: Programs, tests: () => void): void {
  const missing = missingOf({ git: 'Debian: git', make: 'Debian: make', ...programs });
  describe(name, () => {
    if (missing.length === 0) tests();
    else if (process.env.GOBBLER_TEST_ALLOW_SKIP === '1')
      it.skip(`needs another machine: ${missing.join('; ')}`, () => undefined);
    else
      it('finds its prerequisites on this machine', () => {
        expect(missing).toEqual([]);
      });
  });
}
