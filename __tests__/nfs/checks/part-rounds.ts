import { expect } from '@jest/globals';
import { type Lane, onEachMount } from '../harness/lanes.ts';
import type { Answer } from '../harness/product.ts';
import { patience, type Random, randomBy, rounds } from '../harness/rounds.ts';
import { SERVED } from '../harness/shared-filesystem.ts';
import { namesIn, type Site } from '../harness/site.ts';
import { startPart, startUpload } from '../harness/stage.ts';

const IN_CI = 1;
const PARTS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] as const;
const FILES = 20;
const MOST_SUBMITS = 6;
/** Parts begin within this, and whatever is killed is killed within this. */
const SPREAD_MS = 4_000;

/** The reported state of a part: staged, refused (a code), or none, since it was killed. */
type Reported = 'staged' | 'killed' | string;

/** Parts from two machines, kills, and submits in between: every part reported as staged is published. */
export function partRounds(site: () => Site): void {
  onEachMount(
    'parts on two clients, with kills and submits in between',
    site,
    async (lane) => {
      const random = randomBy();
      const faults: object[] = [];
      for (let round = 1; round <= rounds(IN_CI); round++) {
        const fault = await play(lane, random);
        if (fault !== undefined) faults.push({ round, ...fault });
      }
      expect({ seed: random.seed, faults }).toEqual({ seed: random.seed, faults: [] });
    },
    patience(IN_CI, 90_000),
  );
}

async function play({ client, other, mount, site }: Lane, random: Random): Promise<object | undefined> {
  const asset = site.fresh('parts');
  const version = `demo/${asset}/1`;
  const uploadId = await startUpload(site, client, mount, version);
  const machines = [client, other];
  await Promise.all(
    machines.map((machine) =>
      machine.shell(
        `for p in ${PARTS.join(' ')}; do mkdir -p /tmp/${asset}/$p; for i in {1..${FILES}}; do echo $p >/tmp/${asset}/$p/$i; done; done`,
      ),
    ),
  );
  const pause = (machine = client): Promise<unknown> =>
    machine.run(['sleep', String((random.next() * SPREAD_MS) / 1000)]);
  const killed = random.pick(PARTS);

  const reported = new Map<string, Reported>();
  const stageOnce = async (
    part: (typeof PARTS)[number],
    at: number,
    isKilled: boolean,
  ): Promise<Reported> => {
    const machine = machines[at % machines.length] ?? client;
    const { step, kill } = startPart(site, machine, mount, {
      uploadId,
      part,
      directory: `/tmp/${asset}/${part}`,
    });
    if (!isKilled) return reportedBy((await step).answer);
    const ended = step.then(
      ({ answer }) => reportedBy(answer),
      () => 'killed',
    );
    await pause(machine);
    kill('KILL');
    return await ended;
  };
  const staging = PARTS.map(async (part, at) => {
    await pause(machines[at % machines.length]);
    let said = await stageOnce(part, at, part === killed);
    if (said === 'killed') said = await stageOnce(part, at + 1, false);
    reported.set(part, said);
  });

  await pause();
  const submits: (string | undefined)[] = [];
  const submit = async (): Promise<boolean> => {
    const { answer } = await site.step(random.pick(machines), mount, ['submit', uploadId]);
    submits.push(answer.error?.code ?? undefined);
    return answer.exitCode === 0;
  };
  let isPublished = false;
  for (let tried = 0; tried < MOST_SUBMITS && !isPublished; tried++) isPublished = await submit();
  await Promise.all(staging);
  // Nothing is at work any more.
  if (!isPublished) isPublished = await submit();

  const published = isPublished ? await namesIn(site.server, `${SERVED}/registry/${version}`) : [];
  const staged = PARTS.filter((part) => reported.get(part) === 'staged');
  const missing = staged.filter((part) => !published.includes(part));
  // In the end, with nothing running, there is always a part to publish.
  const isRight = PARTS.some((part) => published.includes(part)) && missing.length === 0;
  return isRight ? undefined : { reported: [...reported], submits, published };
}

function reportedBy({ error }: Answer): Reported {
  return error === null ? 'staged' : String(error.code);
}
