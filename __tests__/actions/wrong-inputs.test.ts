import { describe, expect, it } from '@jest/globals';
import { actionFile, errorsOf, folders, refused } from '../helpers/refused-step.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { type Unreadable, WRONG_INPUTS } from '../helpers/wrong-inputs.ts';

const sandbox = useSandbox();

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

it('knows every action', () => {
  expect(Object.keys(WRONG_INPUTS).sort()).toEqual(folders.sort());
});

describe.each(Object.entries(WRONG_INPUTS))('%s', (folder, { unreadable, unfit }) => {
  it('has a wrong value for every input (helpers/wrong-inputs.ts)', () => {
    const covered = [...Object.keys(unreadable), ...unfit.flatMap(([, input]) => input.split(', '))];
    expect([...new Set(covered)].sort()).toEqual(Object.keys(actionFile(folder).inputs).sort());
  });

  it.each(rounds(unreadable).map((wrong, at) => [at + 1, wrong] as const))(
    'refuses all that cannot be read, in one report (%i)',
    async (_, wrong) => {
      const result = await refused(sandbox(), folder, Object.fromEntries(wrong));
      expect(result.log).toContain('(code invalid-input)');
      const errors = errorsOf(result);
      expect(errors).toHaveLength(1);
      for (const [input, , says] of wrong) expect(errors[0]).toContain(`${input} ${says}`);
      const named = /\(input: ([^)]*)\)$/.exec(errors[0] ?? '')?.[1]?.split(', ');
      expect(named?.sort()).toEqual(wrong.map(([input]) => input).sort());
    },
  );
});
