import { describe, expect, it } from '@jest/globals';
import { type Service, startGobbler } from '../harness/product.ts';
import { patience, rounds } from '../harness/rounds.ts';
import {
  exportDirectory,
  MOUNTS,
  type Mount,
  mountOn,
  SERVED,
  TESTED_MOUNTS,
} from '../harness/shared-filesystem.ts';
import { namesIn, type Site } from '../harness/site.ts';

/** A small filesystem of its own on the server, exported. */
interface Small {
  /** Where the server has it. */
  readonly served: string;
  /** Where the client has it. */
  readonly mount: Mount;
}

const VERSIONS = [MOUNTS[0], MOUNTS[2]].filter((mount) => TESTED_MOUNTS.includes(mount));
let exportCount = 100;

async function makeSmall({ server, clients, fresh }: Site, like: Mount, megabytes: number): Promise<Small> {
  const name = fresh('small');
  const served = `${SERVED}/${name}`;
  await server.shell(
    `mkdir ${served}; mount -t tmpfs -o size=${megabytes}m tmpfs ${served}; cd ${served}
    mkdir registry; mkdir -m 1777 staging; chown gobbler: registry`,
    { user: 'root' },
  );
  await exportDirectory(server, `/${name}`, `no_root_squash,fsid=${++exportCount}`);
  const mount = { ...like, path: `/mnt/${name}` };
  await mountOn(clients[0], server, mount, `/${name}`);
  return { served, mount };
}

/** A staging directory, or a registry, in which there is no more room. */
export function fullDisks(site: () => Site): void {
  describe('a staging directory that is full', () => {
    it.each(VERSIONS)('fails the step on $name, and nothing stays', async (version) => {
      const { server, clients, step, fresh } = site();
      const { served, mount } = await makeSmall(site(), version, 8);
      const registry = `${SERVED}/${fresh('registry')}`;
      await server.shell(`mkdir ${registry}; chown gobbler: ${registry}`, { user: 'root' });
      const service = await startGobbler(server, { staging: `${served}/staging`, registry });
      const directories = {
        staging: `${mount.path}/staging`,
        registry: `${version.path}/${registry.slice(SERVED.length + 1)}`,
      };
      const [client] = clients;
      const [tiny, large] = [`/tmp/${fresh('tiny')}`, `/tmp/${fresh('large')}`];
      await client.shell(
        `mkdir ${tiny} ${large}; echo 1 >${tiny}/a; for i in {1..3}; do head -c 4M /dev/zero >${large}/$i; done`,
      );
      const upload = async (source: string, name: string) =>
        (
          await step(client, undefined, ['upload', source, `demo/x/${name}`], {
            url: service.url,
            directories,
          })
        ).answer;
      const refused = { exitCode: 7, error: { code: 'staging-unavailable' } };

      // It becomes full.
      const large1 = await upload(large, 'large');
      expect(large1).toMatchObject(refused);
      expect(large1.error?.message).toContain(directories.staging);
      expect(await namesIn(server, `${served}/staging`)).toEqual([]);

      // It is full: a file can be made, and the error comes when it is closed.
      await server.run(['dd', 'if=/dev/zero', `of=${served}/staging/filler`, 'bs=64k'], { user: 'root' });
      const tiny1 = await upload(tiny, 'tiny');
      expect(tiny1).toMatchObject(refused);
      expect(tiny1.error?.message).toContain(directories.staging);
      expect(await namesIn(server, `${served}/staging`)).toEqual(['filler']);

      await server.run(['rm', `${served}/staging/filler`], { user: 'root' });
      expect(await upload(tiny, 'tiny')).toMatchObject({ exitCode: 0, error: null });
      expect(await namesIn(server, `${served}/staging`)).toEqual([]);
      await service.stop();
    });
  });

  describe('a user over quota', () => {
    it.each(VERSIONS)(
      'fails the step on $name, the hint names the quota, and nothing stays',
      async (mount) => {
        const { clients, step, fresh, inStaging } = site();
        const [client] = clients;
        const source = `/tmp/${fresh('quota')}`;
        await client.shell(`mkdir ${source}; for i in {1..3}; do head -c 2M /dev/zero >${source}/$i; done`);
        const asset = fresh('quota');
        const upload = async () => (await step(client, mount, ['upload', source, `demo/${asset}/1`])).answer;
        await limitBlocks(site(), 3 * 1024);
        const { exitCode, error } = await upload();
        await limitBlocks(site(), 0);
        expect({ exitCode, code: error?.code }).toEqual({ exitCode: 7, code: 'staging-unavailable' });
        expect(error?.message).toContain(`${mount.path}/staging`);
        expect(error?.message).toContain('EDQUOT');
        expect(error?.hint).toContain('quota');
        expect(await inStaging()).toEqual([]);
        expect(await upload()).toMatchObject({ exitCode: 0, error: null });
      },
    );
  });

  describe('a registry that is full, of a service on a client', () => {
    it.each(VERSIONS)(
      'fails the step on $name, no unfinished version stays, and the next one follows',
      async (version) => {
        const { server, clients, step, fresh } = site();
        const [client] = clients;
        const { served, mount } = await makeSmall(site(), version, 8);
        const directories = { staging: `${version.path}/staging`, registry: `${mount.path}/registry` };
        const service: Service = await startGobbler(client, directories);
        const [tiny, large] = [`/tmp/${fresh('tiny')}`, `/tmp/${fresh('large')}`];
        await client.shell(
          `mkdir ${tiny} ${large}; echo 1 >${tiny}/a; for i in {1..6}; do head -c 2M /dev/zero >${large}/$i; done`,
        );
        const upload = async (source: string, name: string) =>
          (await step(client, undefined, ['upload', source, name], { url: service.url, directories })).answer;
        for (let attempt = 1; attempt <= rounds(1); attempt++) {
          const asset = fresh('full');
          const { exitCode, error } = await upload(large, `demo/${asset}/${attempt}`);
          expect({ exitCode, code: error?.code }).toEqual({ exitCode: 7, code: 'service-failed' });
          expect(error?.message).toContain('ENOSPC');
          const left = (await namesIn(server, `${served}/registry/demo/${asset}`)).filter(
            (name) => !name.startsWith('..'),
          );
          expect(left).toEqual([]);
          expect(await site().inStaging()).toEqual([]);
          expect(await upload(tiny, `demo/${asset}/${attempt}`)).toMatchObject({ exitCode: 0, error: null });
        }
        await service.stop();
      },
      patience(1, 60_000),
    );
  });
}

/**
 * Lets runner use so many KiB more on the server's disk than now; 0 is without a limit. By quotactl itself, for which
 * Debian's base system has Perl and no program.
 */
async function limitBlocks({ server }: Site, moreKib: number): Promise<void> {
  const script = `
    my ($more, $user, $device) = @ARGV;
    my ($get, $set, $blocks) = (0x800007 << 8, 0x800008 << 8, 1);
    my $quota = pack('Q8L2', (0) x 10);
    syscall(179, $get, $device, $user + 0, $quota) == 0 or die "Q_GETQUOTA: $!";
    my @fields = unpack('Q8L2', $quota);
    my $limit = $more ? int($fields[2] / 1024) + $more : 0;
    $quota = pack('Q8L2', $limit, $limit, @fields[2 .. 7], $blocks, 0);
    syscall(179, $set, $device, $user + 0, $quota) == 0 or die "Q_SETQUOTA: $!";`;
  const user = (await server.shell('id -u runner')).trim();
  const { exitCode, stderr } = await server.run(['perl', '-e', script, String(moreKib), user, '/dev/ubda'], {
    user: 'root',
  });
  if (exitCode !== 0) throw new Error(`The quota of runner could not be set: ${stderr}`);
}
