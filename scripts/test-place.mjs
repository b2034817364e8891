/**
 * Before the tests: a directory for what tests compile, named by GOBBLER_TEST_BUILD; and the programs that they start, in
 * GOBBLER_TEST_PLACE. If tests can act as several users, every user can run these, and the Node there: the clone and Node may
 * be in a directory that only its owner can enter, such as /root.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makePrograms } from './test-program.mjs';

/** A user with no rights but those that everybody has. */
const ANYBODY = { uid: 65_534, gid: 65_534 };

/** Jest's `globalSetup`. Workers inherit the environment and the umask. */
export default async function makeTestPlace() {
  process.umask(0o022);
  // With it, every Node that a test starts reads all certificates of the machine. Tests only talk to services of their own.
  delete process.env.NODE_EXTRA_CA_CERTS;
  const hasSeveralUsers = process.geteuid?.() === 0 && canBecomeAnybody();
  const place = hasSeveralUsers
    ? makeOpenDirectory()
    : fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-place-'));
  process.env.GOBBLER_TEST_PLACE = place;
  await makePrograms(place);
  if (hasSeveralUsers) {
    process.env.TMPDIR = path.dirname(place);
    process.env.GOBBLER_TEST_NODE = path.join(place, 'node');
    putNode(process.env.GOBBLER_TEST_NODE);
  }
  process.env.NODE_COMPILE_CACHE = path.join(place, 'compiled');
  fs.mkdirSync(process.env.NODE_COMPILE_CACHE, { mode: 0o755 });
  process.env.GOBBLER_TEST_BUILD = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-build-'));
  fs.chmodSync(process.env.GOBBLER_TEST_BUILD, 0o755);
}

/** Root may not be able to, in a container that has no other users. */
function canBecomeAnybody() {
  return spawnSync('true', { ...ANYBODY, cwd: '/' }).status === 0;
}

/** @param {string} program @param {readonly string[]} args */
const worksForAnybody = (program, args) => spawnSync(program, args, { ...ANYBODY, cwd: '/' }).status === 0;

/** Makes a directory where others can enter: TMPDIR may be one's own. */
function makeOpenDirectory() {
  const bases = [os.tmpdir(), '/tmp', '/var/tmp'];
  for (const base of bases) {
    const made = fs.mkdtempSync(path.join(base, 'gobbler-test-place-'));
    fs.chmodSync(made, 0o755);
    if (worksForAnybody('ls', [made])) return made;
    fs.rmdirSync(made);
  }
  throw new Error(
    `tests act as several users, and no other user can enter a directory in ${bases.join(', ')}. Set TMPDIR to a directory with mode 1777`,
  );
}

/** Puts this Node there: a link where others can run it, else a copy. @param {string} to */
function putNode(to) {
  fs.symlinkSync(process.execPath, to);
  if (worksForAnybody(to, ['--version'])) return;
  fs.rmSync(to);
  fs.copyFileSync(process.execPath, to, fs.constants.COPYFILE_FICLONE);
  fs.chmodSync(to, 0o755);
  if (worksForAnybody(to, ['--version'])) return;
  throw new Error(
    `tests act as several users, and other users cannot run ${process.execPath}, not even a copy of it. Put a Node on PATH that everybody can run`,
  );
}
