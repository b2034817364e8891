import fs from 'node:fs';
import path from 'node:path';
import { hasUnknownRegisters } from './registers.ts';

/** Programs that the lab needs, and the Debian packages that have them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'linux.uml': 'user-mode-linux',
  uml_switch: 'uml-utilities',
  exportfs: 'nfs-kernel-server',
  'mount.nfs': 'nfs-common',
  rpcbind: 'rpcbind',
  modprobe: 'kmod',
  'mkfs.ext4': 'e2fsprogs',
  ip: 'iproute2',
  strace: 'strace',
};

/** The memory of the kernels is a file there, of which they use about this much. */
const MEMORY = '/dev/shm';
const MEMORY_BYTES = 2 * 1024 ** 3;

/** A sentence for each thing that this machine lacks; none if the lab can be booted here. */
export function missingPrerequisites(): string[] {
  const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/include'];
  const compiler = hasUnknownRegisters() ? { cc: 'gcc', 'dlfcn.h': 'libc6-dev' } : {};
  const packages = Object.entries({ ...PROGRAMS, ...compiler })
    .filter(([program]) => !places.some((place) => fs.existsSync(path.join(place, program))))
    .map(([, name]) => name);
  const { bavail, bsize } = fs.statfsSync(MEMORY);
  return [
    ...(process.geteuid?.() === 0 ? [] : ['it does not run as root']),
    ...packages.map((name) => `the Debian package ${name} is not installed`),
    ...(bavail * bsize >= MEMORY_BYTES ? [] : [`${MEMORY} has less than ${MEMORY_BYTES} free bytes`]),
  ];
}
