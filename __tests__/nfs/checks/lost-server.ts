import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../harness/product.ts';
import { MOUNTS, mountOn, SERVED } from '../harness/shared-filesystem.ts';
import type { Site } from '../harness/site.ts';

/** As many as take longer to stage than it takes to stop the server once a few have arrived. */
const FILES = 400;
const OUTAGE_MS = 8_000;

/** Without an answer, a call fails after about TIMEO / 10 s × (RETRANS + 1). */
const SOFT = 'soft,timeo=10,retrans=1';

/** One client with NFSv4, the other with NFSv3. */
const HARD = [MOUNTS[0], MOUNTS[2]];
const SOFT_MOUNTS = [
  { name: 'NFSv4.2, soft', path: '/mnt/soft-v4', options: `vers=4.2,${SOFT}` },
  { name: 'NFSv3, soft', path: '/mnt/soft-v3', options: `vers=3,nolock,${SOFT}` },
] as const;

/** How a step may end whose server was lost. */
const CODES_WHEN_LOST = [
  'staging-unavailable',
  'registry-unavailable',
  'service-unreachable',
  'connection-lost',
  'timed-out',
];

/** The server stops while files are staged: for a while, on hard mounts, and for good, on soft ones. */
export function lostServers(site: () => Site): void {
  describe('a server that stops while files are staged', () => {
    it(`and comes back after ${OUTAGE_MS} ms, on hard mounts: published`, async () => {
      const { server, fresh } = site();
      const uploads = HARD.map((mount, at) => startUpload(site(), { at, mount, asset: fresh('outage') }));
      await Promise.all(uploads.map(({ isStaging }) => isStaging));
      server.pause();
      await sleep(OUTAGE_MS);
      server.resume();
      for (const { answer, asset } of await Promise.all(uploads.map(({ ended }) => ended))) {
        expect(answer).toMatchObject({ exitCode: 0, error: null });
        const published = await server.shell(`cat $(ls -v ${SERVED}/registry/demo/${asset}/1/[0-9]*)`);
        expect(published).toBe(CONTENT);
      }
      expect(await site().inStaging()).toEqual([]);
    }, 400_000);

    it('for good, on soft mounts: refused by name, and the next run removes what had to stay', async () => {
      const { server, clients, fresh, step } = site();
      await Promise.all(SOFT_MOUNTS.map((mount, at) => mountOn(clients[at] ?? clients[0], server, mount)));
      const uploads = SOFT_MOUNTS.map((mount, at) =>
        startUpload(site(), { at, mount, asset: fresh('lost-server') }),
      );
      await Promise.all(uploads.map(({ isStaging }) => isStaging));
      server.pause();
      let ended: Awaited<(typeof uploads)[number]['ended']>[];
      try {
        ended = await Promise.all(uploads.map(({ ended }) => ended));
      } finally {
        server.resume();
      }
      const left = await site().inStaging();
      const texts = ended.map(({ answer, stderr }) => `${textOf(answer)}\n${stderr}`);
      for (const [at, { answer }] of ended.entries()) {
        expect(answer.exitCode).toBe(7);
        expect(CODES_WHEN_LOST).toContain(answer.error?.code);
        // The affected path; or the service, which has gone with the server, if it was being asked just then.
        const affected = answer.error?.code === 'staging-unavailable' ? SOFT_MOUNTS[at]?.path : 'http://';
        expect(textOf(answer)).toContain(affected);
      }
      // The error names the leftovers.
      expect(left.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
      for (const [at, client] of clients.entries()) {
        const { answer } = await step(client, HARD[at], [
          'upload',
          `/tmp/${ended[at]?.asset}`,
          `demo/${fresh('again')}/1`,
        ]);
        expect(answer.error).toBeNull();
      }
      expect(await site().inStaging()).toEqual([]);
    }, 400_000);
  });
}

const CONTENT = Array.from({ length: FILES }, (_, at) => `${at + 1}\n`).join('');

function textOf({ error }: Answer): string {
  return error === null ? '' : [error.message, error.hint, ...(error.findings ?? [])].join('\n');
}

function startUpload(
  { clients, server, step }: Site,
  {
    at,
    mount,
    asset,
  }: { at: number; mount: (typeof HARD)[number] | (typeof SOFT_MOUNTS)[number]; asset: string },
) {
  const client = clients[at] ?? clients[0];
  const source = `/tmp/${asset}`;
  const before = client.shell(`mkdir ${source}; for i in {1..${FILES}}; do echo $i >${source}/$i; done`);
  const ended = before.then(async () => {
    const { answer, stderr } = await step(client, mount, ['upload', source, `demo/${asset}/1`]);
    return { answer, stderr, asset };
  });
  // Whatever it is called: a directory that fills.
  const isStaging = before.then(() =>
    server.shell(
      `until (($(find ${SERVED}/staging -user runner -name '[0-9]*' -newer ${SERVED}/staging/.. | wc -l) > 3)); do sleep 0.01; done`,
      { user: 'root' },
    ),
  );
  return { ended, isStaging };
}
