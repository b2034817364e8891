import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from '@jest/globals';

/** Whether this user may mount filesystems here: root may, but not in every container. */
export const canMount = ((): boolean => {
  if (process.geteuid?.() !== 0) return false;
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]);
  if (status === 0) execFileSync('umount', [place]);
  fs.rmdirSync(place);
  return status === 0;
})();

const mounted: string[] = [];

afterEach(() => {
  for (const place of mounted.splice(0)) execFileSync('umount', ['--lazy', place]);
});

/** Puts a small filesystem of its own in the place of an empty directory, until the test ends. */
export function mountSmall(place: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=1777,${options}`, 'tmpfs', place]);
  mounted.push(place);
}

/** Forbids writing to a filesystem that was mounted with {@link mountSmall}. */
export function remountReadOnly(place: string): void {
  execFileSync('mount', ['-o', 'remount,ro', place]);
}
