import { describe, expect, it } from '@jest/globals';
import { SERVED, TESTED_MOUNTS } from '../harness/shared-filesystem.ts';
import type { Site } from '../harness/site.ts';

/** Two clients publish two versions of one asset at the same time. */
export function twoUploads(site: () => Site): void {
  describe('two versions of one asset, from two clients at once', () => {
    it.each(TESTED_MOUNTS)('$name', async (mount) => {
      const { server, clients, step, fresh, inStaging } = site();
      const asset = fresh('two');
      const uploads = clients.map(async (client) => {
        await client.shell(
          `mkdir /tmp/${asset}; for i in {1..20}; do echo ${client.name} >/tmp/${asset}/$i; done`,
        );
        const { answer } = await step(client, mount, [
          'upload',
          `/tmp/${asset}`,
          `demo/${asset}/${client.name}`,
        ]);
        return [answer.exitCode, answer.error?.code];
      });
      expect(await Promise.all(uploads)).toEqual([
        [0, undefined],
        [0, undefined],
      ]);
      for (const { name } of clients) {
        const found = await server.shell(`cat ${SERVED}/registry/demo/${asset}/${name}/[0-9]*`);
        expect(found).toBe(`${name}\n`.repeat(20));
      }
      expect(await inStaging()).toEqual([]);
    });
  });
}
