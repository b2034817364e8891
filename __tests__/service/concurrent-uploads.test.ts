import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { SELF } from '../helpers/service-users.ts';
import { severalUsers } from '../helpers/several-users.ts';

const USERS = severalUsers ? ['bin', 'sys', 'games'] : ['self'];
const UPLOADS = Array.from({ length: 50 }, (_, index) => ({
  target: `p/asset-${index % 10}/v${index}` as const,
  user: USERS[index % USERS.length] ?? 'self',
  files: { unique: `only in ${index}`, 'd/common': 'the same everywhere' },
}));

interface Manifest {
  [path: string]: { size: number; link?: object };
}

it('fifty uploads at once to ten assets all succeed, validate, and are counted', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p', { owners: USERS.map((user) => (user === 'self' ? SELF.username : user)) });
  const answers = await Promise.all(
    UPLOADS.map(({ target, user, files }) => bench.upload(target, files, { as: user })),
  );
  expect(answers.map(({ json }) => json)).toEqual(UPLOADS.map(() => ({ status: 'SUCCESS' })));

  const validations = await Promise.all(UPLOADS.map(({ target }) => bench.about('validate_version', target)));
  expect(validations.map(({ json }) => json)).toEqual(UPLOADS.map(() => ({ status: 'SUCCESS' })));

  const sizes = UPLOADS.flatMap(({ target }) => {
    const manifest = bench.record(`${target}/..manifest`) as unknown as Manifest;
    return Object.values(manifest).filter(({ link }) => link === undefined);
  });
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  expect(bench.record('p/..usage')).toEqual({ total });
  expect(await bench.about('refresh_usage', 'p')).toMatchObject({ json: { total } });
});
