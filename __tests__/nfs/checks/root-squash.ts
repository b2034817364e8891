import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../harness/product.ts';
import { startGobbler } from '../harness/product.ts';
import { exportDirectory, MOUNTS, mountOn, SERVED, TESTED_MOUNTS } from '../harness/shared-filesystem.ts';
import { namesIn, type Site } from '../harness/site.ts';

const VERSIONS = [MOUNTS[0], MOUNTS[2]].filter((mount) => TESTED_MOUNTS.includes(mount));
let exportCount = 200;

/** Steps of root on an export that makes somebody else of root: published, or refused with the reason. */
export function squashedRoot(site: () => Site): void {
  describe('root under root_squash', () => {
    it.each(VERSIONS)(
      'on $name: published, or refused by a code and a hint, and nothing stays',
      async (version) => {
        const { server, clients, step, fresh } = site();
        const [client] = clients;
        const name = fresh('squashed');
        const served = `${SERVED}/${name}`;
        // A mount of its own: on NFSv4, the options of the export above would hold for a mere directory.
        await server.shell(
          `mkdir ${served}; mount -t tmpfs -o size=16m tmpfs ${served}; cd ${served}; mkdir registry; mkdir -m 1777 staging; chown gobbler: registry`,
          {
            user: 'root',
          },
        );
        await exportDirectory(server, `/${name}`, `root_squash,fsid=${++exportCount}`);
        const mount = { ...version, path: `/mnt/${name}` };
        await mountOn(client, server, mount, `/${name}`);
        const service = await startGobbler(server, {
          staging: `${served}/staging`,
          registry: `${served}/registry`,
        });
        await client.shell(`mkdir /root/${name}; echo 1 >/root/${name}/a`, { user: 'root' });
        const run = async (args: readonly string[]): Promise<Answer> =>
          (await step(client, mount, args, { url: service.url, user: 'root' })).answer;

        const answers = [await run(['upload', `/root/${name}`, 'demo/x/1'])];
        expect(await namesIn(server, `${served}/staging`)).toEqual([]);
        answers.push(await run(['stage', 'demo/y/1', '--part', 'a', '--directory', `/root/${name}`]));
        for (const { exitCode, error } of answers) {
          if (exitCode === 0) continue;
          expect({ code: error?.code, hint: error?.hint }).toEqual({
            code: expect.stringMatching(/^(not-authorized|staging-unavailable)$/),
            hint: expect.stringContaining('root_squash'),
          });
        }
        const [, staged] = answers;
        const left = await namesIn(server, `${served}/staging`);
        expect(left).toEqual(staged?.exitCode === 0 ? [staged.outputs.uploadId] : []);
        await service.stop();
      },
    );
  });
}
