/**
 * Before the quick tests: their temporary directories are in memory, if there is room and TMPDIR names no other place. They
 * make and remove very many files, which costs twice as much system time on a disk.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import makeTestPlace from './test-place.mjs';

const MEMORY = '/dev/shm';

/** Tests use a small part of it at a time. */
const ROOM_BYTES = 2 * 1024 ** 3;

/** Jest's `globalSetup`. */
export default async function makeTestPlaceInMemory() {
  if (process.env.TMPDIR === undefined && isFit()) process.env.TMPDIR = MEMORY;
  await makeTestPlace();
}

/** Programs are among what tests make, so they have to run there, too. */
function isFit() {
  const probe = path.join(MEMORY, `gobbler-test-probe-${process.pid}`);
  try {
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    fs.writeFileSync(probe, '#!/bin/sh\n', { mode: 0o755 });
    return bavail * bsize >= ROOM_BYTES && spawnSync(probe).status === 0;
  } catch {
    // There is none, or not for this user.
    return false;
  } finally {
    fs.rmSync(probe, { force: true });
  }
}
