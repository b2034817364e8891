import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench, until } from '../helpers/service-bench.ts';

/** More can be asked for by hand. */
const CRASHES = Number(process.env.GOBBLER_TEST_CRASHES ?? 10);
const FILES = 300;

const entries = Object.fromEntries(
  Array.from({ length: FILES }, (_, index) => [`d${index % 7}/f${index}`, `content ${index} `.repeat(500)]),
);

const filesIn = (directory: string): number =>
  fs.existsSync(directory)
    ? fs.readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        .length
    : 0;

it('after a kill in the middle of an upload, the rest is intact and the version can be replaced', async () => {
  const bench = ServiceBench.idle();
  let service = await bench.startProcess();
  await bench.createProject('p');
  expect(await bench.upload('p/a/whole', { x: 'x', 'd/y': 'y' })).toMatchObject({ status: 200 });

  let torn = 0;
  for (let crash = 0; crash < CRASHES; crash++) {
    const version = path.join(bench.registry, 'p/a/torn');
    const goal = Math.floor(Math.random() * (FILES + 3));
    const answer = bench.upload('p/a/torn', { ...entries, crash: `${crash}` }).catch(() => undefined);
    await until(
      () => filesIn(version) >= goal || fs.existsSync(path.join(version, '..summary')),
      'files arrive',
    );
    await service.stop('SIGKILL');
    await answer;

    service = await bench.startProcess();
    expect(await bench.about('validate_version', 'p/a/whole')).toMatchObject({ status: 200 });
    if (bench.has('p/a/torn/..summary')) {
      expect(await bench.about('validate_version', 'p/a/torn')).toMatchObject({ status: 200 });
    } else if (bench.has('p/a/torn')) {
      torn += 1;
      expect(await bench.upload('p/a/torn', { x: 'again' })).toMatchObject({ status: 400 });
    }
    expect(await bench.upload(`p/a/other-${crash}`, { x: `other ${crash}` })).toMatchObject({ status: 200 });
    expect(await bench.about('delete_version', 'p/a/torn', { force: true })).toMatchObject({ status: 200 });
    expect(await bench.upload('p/a/torn', { x: 'again' })).toMatchObject({ status: 200 });
    expect(await bench.about('validate_version', 'p/a/torn')).toMatchObject({ status: 200 });
    expect(await bench.about('delete_version', 'p/a/torn')).toMatchObject({ status: 200 });
  }
  // Otherwise nothing of this was tried.
  expect(torn).toBeGreaterThan(0);
  expect(await bench.about('refresh_latest', 'p/a')).toMatchObject({ status: 200 });
}, 120_000);
