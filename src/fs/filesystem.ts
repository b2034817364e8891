import { readFileSync, type StatsFs, statfsSync } from 'node:fs';

/** A mounted filesystem, and how far to trust its metadata. */
export interface Filesystem {
  /** Its type as `mount` prints it, such as `nfs4` or `ext4`; `type 0x…` where this machine does not name it. */
  readonly type: string;
  /**
   * Whether `stat`, `lstat` and path lookups may return a state that another machine has changed since: attributes and
   * names are cached on this machine, and only `open` and `opendir` ask the server.
   */
  readonly mayBeStale: boolean;
  /** Whether the clock of this machine sets the times of its files: so it is for local filesystems only. */
  readonly isLocal: boolean;
  /** Mounted with `nocto`: then `open` does not ask the server either, and nothing on this machine does in time. */
  readonly hasNoCto: boolean;
}

/**
 * Filesystems whose metadata is never stale here: local ones, and cluster filesystems that keep all machines coherent. By
 * the magic number of `statfs(2)`; every other type, FUSE and overlay included, may be stale.
 */
const COHERENT: ReadonlyMap<number, string> = new Map([
  [0xef53, 'ext4'],
  [0x58465342, 'xfs'],
  [0x9123683e, 'btrfs'],
  [0x2fc12fc1, 'zfs'],
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
  [0xf2f52010, 'f2fs'],
  [0xca451a4e, 'bcachefs'],
  [0x3153464a, 'jfs'],
  [0x52654973, 'reiserfs'],
  [0x3434, 'nilfs2'],
  [0x4d44, 'vfat'],
  [0x2011bab0, 'exfat'],
  [0x7366746e, 'ntfs3'],
  [0x9660, 'iso9660'],
  [0x73717368, 'squashfs'],
  [0xe0f5e1e2, 'erofs'],
  [0x0bd00bd0, 'lustre'],
  [0x47504653, 'gpfs'],
]);

/** Those of them that several machines mount. */
const SHARED: ReadonlySet<string> = new Set(['lustre', 'gpfs']);

/** Names for messages where the mount table does not have one. */
const OTHERS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x517b, 'smb'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x65735546, 'fuse'],
  [0x19830326, 'beegfs'],
  [0x00c36400, 'ceph'],
  [0x794c7630, 'overlay'],
]);

/** The filesystem that `place` is on; with its device, if that is known, also its mount options. */
export function filesystemOf(place: string, dev?: number): Filesystem {
  const magic = magicOf(place);
  const mount = dev === undefined ? undefined : mountOf(dev);
  const coherent = magic === undefined ? undefined : COHERENT.get(magic);
  const unnamed = magic === undefined ? 'unknown' : `type 0x${magic.toString(16)}`;
  return {
    isLocal: coherent !== undefined && !SHARED.has(coherent),
    type: mount?.type ?? coherent ?? (magic === undefined ? undefined : OTHERS.get(magic)) ?? unnamed,
    mayBeStale: coherent === undefined,
    hasNoCto: mount?.options.includes('nocto') ?? false,
  };
}

/** Undefined if the filesystem does not answer: then nothing is known of it, and it may be stale. */
function magicOf(place: string): number | undefined {
  let stats: StatsFs;
  try {
    stats = statfsSync(place);
  } catch {
    return undefined;
  }
  // 32 bits, which some architectures extend with the sign.
  return process.platform === 'linux' ? stats.type >>> 0 : undefined;
}

/** The line of `/proc/self/mountinfo` about a device; undefined if there is none, as for subvolumes and outside of Linux. */
function mountOf(dev: number): { readonly type: string; readonly options: readonly string[] } | undefined {
  let table: string;
  try {
    table = readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return undefined;
  }
  const wanted = `${majorOf(dev)}:${minorOf(dev)}`;
  for (const line of table.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    if (before.split(' ')[2] !== wanted) continue;
    const [type = '', , options = ''] = after.split(' ');
    return { type, options: options.split(',') };
  }
  return undefined;
}

/* The layout of dev_t in glibc. Numbers up to 2^53 are exact, and device numbers of Linux are shorter. */
const majorOf = (dev: number): number => Math.floor(dev / 2 ** 8) % 2 ** 12;
const minorOf = (dev: number): number => (dev % 2 ** 8) + Math.floor(dev / 2 ** 20) * 2 ** 8;
