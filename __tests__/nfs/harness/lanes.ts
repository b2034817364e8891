import { beforeAll, describe, it } from '@jest/globals';
import type { Machine } from './machine.ts';
import { type Mount, TESTED_MOUNTS } from './shared-filesystem.ts';
import type { Site } from './site.ts';

/** One client with one mount, and the other client. */
export interface Lane {
  readonly site: Site;
  readonly client: Machine;
  readonly mount: Mount;
  readonly other: Machine;
}

/**
 * A check on every mount, a test each. NFSv4 is tested on one client and NFSv3 on the other at the same time; each is the
 * other's other machine.
 */
export function onEachMount(
  title: string,
  site: () => Site,
  check: (lane: Lane) => Promise<void>,
  timeoutMs = 400_000,
): void {
  describe(title, () => {
    const results = new Map<string, Promise<void>>();
    beforeAll(() => {
      const { clients } = site();
      for (const [at, version] of ['vers=4', 'vers=3'].entries()) {
        const [client, other] = at === 0 ? clients : [clients[1], clients[0]];
        let before: Promise<unknown> = Promise.resolve();
        for (const mount of TESTED_MOUNTS.filter(({ options }) => options.includes(version))) {
          const result = before.then(() => check({ site: site(), client, mount, other }));
          before = result.catch(() => undefined); // it is the test of this mount that tells
          results.set(mount.name, result);
        }
      }
    });
    it.each(TESTED_MOUNTS)('$name', async ({ name }) => await results.get(name), timeoutMs);
  });
}
