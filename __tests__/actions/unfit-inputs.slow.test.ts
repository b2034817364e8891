import { describe, expect, it } from '@jest/globals';
import { errorsOf, refused } from '../helpers/refused-step.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { WRONG_INPUTS } from '../helpers/wrong-inputs.ts';

const sandbox = useSandbox();

describe.each(Object.entries(WRONG_INPUTS))('%s', (folder, { unfit }) => {
  it.each(unfit)('refuses %j, names %s, and has the code %s', async (given, input, code, says) => {
    const result = await refused(sandbox(), folder, given);
    expect(result.log).toContain(`(code ${code})`);
    const [error] = errorsOf(result);
    expect(error).toContain(says);
    expect(error).toMatch(new RegExp(`\\(input: [^)]*\\b${input}\\b[^)]*\\)$`));
  });
});
