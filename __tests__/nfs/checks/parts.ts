import { expect } from '@jest/globals';
import { onEachMount } from '../harness/lanes.ts';
import { SERVED } from '../harness/shared-filesystem.ts';
import { namesIn, type Site } from '../harness/site.ts';
import { startPart, startUpload } from '../harness/stage.ts';

/** Stops at what makes a part count, while its tracer is stopped itself. */
const TRACER = [
  'strace',
  '-f',
  '--seccomp-bpf',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  'trace=rename,renameat,renameat2',
];

/** When the part goes on: as soon as the submit has taken the directory, or as the service publishes. */
const MOMENTS = {
  'has begun': (uploadId: string) =>
    `before=$(ls ${uploadId}); until [ "$(ls ${uploadId})" != "$before" ]; do sleep 0.01; done`,
  'is being published': (uploadId: string, version: string) =>
    `until [ -e ../registry/${version} ] || [ ! -e ${uploadId}/unfinished ]; do sleep 0.01; done`,
} as const;

/** A part that is complete while a submit that does not want it is at work: refused, published or kept, never lost. */
export function lostParts(site: () => Site): void {
  for (const [moment, wait] of Object.entries(MOMENTS)) {
    onEachMount(
      `a part that counts just when a submit ${moment}`,
      site,
      async ({ client, other, mount, site }) => {
        const asset = site.fresh('lost');
        const version = `demo/${asset}/1`;
        const uploadId = await startUpload(site, client, mount, version);
        const directory = `/tmp/${asset}`;
        await client.shell(
          `mkdir -p ${directory}/{small,large}; cd ${directory}; echo 1 >small/f; for i in {1..40}; do echo $i >large/$i; done`,
        );
        const small = startPart(site, client, mount, {
          uploadId,
          part: 'small',
          directory: `${directory}/small`,
        });
        expect((await small.step).answer.error).toBeNull();

        const large = startPart(site, client, mount, {
          uploadId,
          part: 'large',
          directory: `${directory}/large`,
          under: TRACER,
        });
        // However it is laid out: some of its files have arrived.
        const entries = `$(find ${uploadId} | wc -l)`;
        await site.server.shell(
          `cd ${SERVED}/staging; before=${entries}; until ((${entries} > before + 10)); do sleep 0.01; done`,
          { user: 'root' },
        );
        large.signal('STOP');
        const began = site.server.shell(`cd ${SERVED}/staging; ${wait(uploadId, version)}`, {
          user: 'root',
          timeoutMs: 20_000,
        });
        const submit = site.step(other, mount, ['submit', uploadId, '--parts', 'small']);
        // Should it wait for the part, it may.
        await Promise.race([began, submit]).catch(() => undefined);
        large.signal('CONT');
        const [staged, submitted] = [(await large.step).answer, (await submit).answer];
        await began.catch(() => undefined);

        const published =
          submitted.exitCode === 0 ? await namesIn(site.server, `${SERVED}/registry/${version}`) : [];
        const outcome = { staged: staged.error?.code, submitted: submitted.error?.code, published };
        if (submitted.exitCode === 0) expect(published).toContain('small');
        const isKept = staged.exitCode !== 0 || submitted.exitCode !== 0 || published.includes('large');
        expect({ ...outcome, isKept }).toMatchObject({ isKept: true });
        // Parts that were refused together can still be published.
        if (staged.exitCode === 0 && submitted.exitCode !== 0) {
          const { answer } = await site.step(other, mount, ['submit', uploadId]);
          expect(answer.error).toBeNull();
          expect(await namesIn(site.server, `${SERVED}/registry/${version}`)).toEqual(
            expect.arrayContaining(['large', 'small']),
          );
        }
      },
    );
  }
}
