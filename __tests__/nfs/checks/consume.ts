import { expect } from '@jest/globals';
import { contentOf, contentsIn } from '../harness/contents.ts';
import { onEachMount } from '../harness/lanes.ts';
import { isSoak, patience } from '../harness/rounds.ts';
import { SERVED } from '../harness/shared-filesystem.ts';
import type { Site } from '../harness/site.ts';

/** 200 on all mounts together in a soak. */
const FILES = isSoak ? 50 : 4;

let lastPort = 9000;

/** With `consume`, a file that is replaced between the last look at it and its removal stays. */
export function replacedAtRemoval(site: () => Site): void {
  onEachMount(
    'a file that is replaced just when consume removes it',
    site,
    async ({ client, other, mount, site }) => {
      const asset = site.fresh('consume');
      const [source, served] = [`${mount.path}/work/${asset}`, `${SERVED}/work/${asset}`];
      await site.server.shell(
        `mkdir ${served}; cd ${served}; for i in {1..${FILES}}; do echo 1 >file$i; done; chmod 600 file?; chmod 644 file*[02468]`,
      );
      const first = await site.step(site.server, undefined, ['upload', served, `demo/${asset}/0`]);
      expect(first.answer.error).toBeNull();

      const port = ++lastPort;
      const replacer = other.start(['node', '/mnt/guest/replacer.mjs', String(port)]);
      const { answer, stderr } = await site.step(
        client,
        mount,
        ['upload', source, `demo/${asset}/1`, '--consume'],
        {
          under: ['node', '/mnt/guest/pause-at-removal.mjs', source, other.address, String(port)],
          timeoutMs: 240_000 + FILES * 5_000,
        },
      );
      replacer.kill('TERM');
      await replacer.ended;
      expect(answer.error).toBeNull();

      const names = Array.from({ length: FILES }, (_, at) => `file${at + 1}`).sort();
      const replaced: string[] = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
      expect(replaced.sort()).toEqual(names);
      // Version 1 was published; what has come since is where it was put, under its own name and no other.
      const [published, left] = await contentsIn(site.server, `${SERVED}/registry/demo/${asset}/1`, served);
      const all = (content: string) => Object.fromEntries(names.map((name) => [name, content]));
      expect({ published, left }).toEqual({ published: all(contentOf(1, 2)), left: all(contentOf(2, 2)) });
    },
    patience(0, 0) + FILES * 10_000,
  );
}
