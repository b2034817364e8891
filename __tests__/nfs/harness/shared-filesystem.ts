import type { Lab } from './lab.ts';
import type { Machine } from './machine.ts';
import { isSoak } from './rounds.ts';

/** How a client mounts the disk of the server. The server itself has it at {@link SERVED}. */
export interface Mount {
  readonly name: string;
  readonly path: string;
  /** As `mount` takes them. */
  readonly options: string;
}

/** Where the server has its disk: with `registry`, `staging` and `work`, the latter two open to everybody. */
export const SERVED = '/mnt/served';

/** Both protocols, with the caching of attributes that is the default, and with one that lasts. */
export const MOUNTS = [
  { name: 'NFSv4.2', path: '/mnt/v4', options: 'vers=4.2' },
  { name: 'NFSv4.2, actimeo=600', path: '/mnt/v4-600', options: 'vers=4.2,actimeo=600' },
  { name: 'NFSv3', path: '/mnt/v3', options: 'vers=3,nolock' },
  { name: 'NFSv3, actimeo=600', path: '/mnt/v3-600', options: 'vers=3,nolock,actimeo=600' },
] as const satisfies readonly Mount[];

/** Each protocol and each way of caching once; the other two pairs have never shown anything that these did not. */
const IN_CI = 'v4-600 v3';

/**
 * Those of them that are tested: those whose path ends with one of the words in `NFS_MOUNTS`, as in `v4 v3-600`; by default
 * all for a soak, and otherwise two, since a check takes as long on each.
 */
export const TESTED_MOUNTS: readonly Mount[] = MOUNTS.filter(({ path }) => {
  const wanted =
    process.env.NFS_MOUNTS ?? (isSoak || process.env.NFS_SPEED !== undefined ? undefined : IN_CI);
  return wanted === undefined || wanted.split(' ').some((word) => path === `/mnt/${word}`);
});

/** The name in both protocols of a directory below {@link SERVED}: for NFSv4, that is the root of all exports. */
function source({ address }: Machine, { options }: Mount, below: string): string {
  return options.includes('vers=3') ? `${address}:${SERVED}${below}` : `${address}:/${below.slice(1)}`;
}

/**
 * Puts the disk of the server to use, exports it, and mounts it on both clients in all ways of {@link MOUNTS}.
 * Leases are short: a client that is cut off, or a restarted server, costs ten seconds rather than ninety.
 */
export async function shareFilesystem({ server, clients }: Lab): Promise<void> {
  await server.shell(
    `mkdir ${SERVED}
    mount -t ext4 -o usrquota /dev/ubda ${SERVED}
    mkdir ${SERVED}/{registry,staging,work}
    chmod 1777 ${SERVED}/{staging,work}
    chown gobbler: ${SERVED}/registry
    mkdir -p /run/rpcbind /var/lib/nfs/{v4recovery,nfsdcltrack}
    touch /var/lib/nfs/{etab,rmtab,state}
    mount -t nfsd nfsd /proc/fs/nfsd
    echo 10 >/proc/fs/nfsd/nfsv4leasetime
    echo 10 >/proc/fs/nfsd/nfsv4gracetime
    rpcbind -w
    rpc.nfsd 8
    # There is nobody who could reclaim anything yet.
    echo Y >/proc/fs/nfsd/v4_end_grace
    rpc.mountd`,
    { user: 'root' },
  );
  await exportDirectory(server, '', 'no_root_squash,fsid=0');
  await Promise.all(clients.flatMap((client) => MOUNTS.map((mount) => mountOn(client, server, mount))));
}

/** Exports a directory below {@link SERVED} (`''` is all of it, else `/name`). */
export async function exportDirectory(server: Machine, below: string, options: string): Promise<void> {
  await server.shell(`exportfs -o rw,no_subtree_check,insecure,sync,${options} '*:${SERVED}${below}'`, {
    user: 'root',
  });
}

/** Mounts what {@link exportDirectory} has exported. Each mount has caches of its own. */
export async function mountOn(client: Machine, server: Machine, mount: Mount, below = ''): Promise<void> {
  const type = mount.options.includes('vers=3') ? 'nfs' : 'nfs4';
  await client.shell(
    `mkdir -p ${mount.path}
    mount -t ${type} -o ${mount.options},nosharecache ${source(server, mount, below)} ${mount.path}`,
    { user: 'root' },
  );
}
