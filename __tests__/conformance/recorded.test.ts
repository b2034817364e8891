import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { severalUsers } from '../helpers/several-users.ts';
import { asOneUser, needsSeveralUsers } from './one-user.ts';
import { replay } from './replay.ts';
import type { Scenario } from './scenario.ts';

const RECORDS = path.join(import.meta.dirname, 'recorded');

const areas = fs.readdirSync(RECORDS).map((file) => {
  const scenarios: Record<string, Scenario> = JSON.parse(fs.readFileSync(path.join(RECORDS, file), 'utf8'));
  return { area: file.replace('.expected.json', ''), scenarios: Object.entries(scenarios) };
});

beforeAll(() => {
  // Modes of what users and the service make depend on it.
  process.umask(0o022);
});

it('has records of every area to replay', () => {
  expect(areas.map(({ area }) => area)).toEqual(
    'authorization concurrency create dedup delete fetch flags flows http json links list names permissions probation refresh reindex requests reroute upload validate'.split(
      ' ',
    ),
  );
  expect(areas.flatMap(({ scenarios }) => scenarios)).toHaveLength(417);
});

describe.each(areas)('as the original does: $area', ({ scenarios }) => {
  for (const [name, scenario] of scenarios) {
    const title = scenario.about === undefined ? name : `${name} (${scenario.about})`;
    if (needsSeveralUsers(name, scenario) && !severalUsers) {
      it.skip(`as root: ${title}`, () => undefined);
      continue;
    }
    it.concurrent(title, async () => {
      const played = await replay(severalUsers ? scenario : asOneUser(scenario));
      for (const { recorded, seen } of played) expect(seen).toEqual(recorded);
    });
  }
});
