import { expect, it } from '@jest/globals';
import { fetchPermissions, setPermissions } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const PAIRS = 200;
const PAIRS_AT_A_TIME = 20;

it(`of ${PAIRS} pairs that set permissions at once, nobody loses a change without being told`, async () => {
  const { connection } = sandbox();
  let told = 0;
  const pair = async (index: number): Promise<void> => {
    const project = `p${index}`;
    await sandbox().project(project);
    const writers = ['a', 'b'].map((owner) => setPermissions(connection, { project }, { owners: [owner] }));
    const ends = await Promise.allSettled(writers);
    const { owners } = await fetchPermissions(connection, { project }, { forceRemote: true });
    ends.forEach(({ status }, writer) => {
      if (status === 'rejected') told++;
      else expect({ project, owners }).toEqual({ project, owners: expect.arrayContaining(['ab'[writer]]) });
    });
  };
  for (let first = 0; first < PAIRS; first += PAIRS_AT_A_TIME) {
    await Promise.all(Array.from({ length: PAIRS_AT_A_TIME }, (_, at) => pair(first + at)));
  }
  // Making a change again nearly always succeeds.
  expect(told).toBeLessThan(PAIRS / 10);
});
