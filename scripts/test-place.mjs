/**
 * Before the tests: a directory for what tests compile, named by GOBBLER_TEST_BUILD; and a place from which every user can
 * run the actions, named by GOBBLER_TEST_PLACE, if tests can act as several users. The clone and Node may be in a
 * directory that only its owner can enter, such as /root.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A user with no rights but those that everybody has. */
const ANYBODY = { uid: 65_534, gid: 65_534 };

/** Jest's `globalSetup`. Workers inherit the environment and the umask. */
export default function makeTestPlace() {
  process.umask(0o022);
  // With it, every Node that a test starts reads all certificates of the machine. Tests only talk to services of their own.
  delete process.env.NODE_EXTRA_CA_CERTS;
  if (process.geteuid?.() === 0 && canBecomeAnybody()) {
    const place = makeOpenDirectory();
    process.env.TMPDIR = path.dirname(place);
    process.env.GOBBLER_TEST_PLACE = place;
    copyPrograms(place);
    putNode(path.join(place, 'node'));
  }
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

/** Copies all that a step runs. @param {string} to */
function copyPrograms(to) {
  fs.cpSync(path.join(root, 'dist'), path.join(to, 'dist'), { recursive: true });
  fs.cpSync(path.join(root, 'bin'), path.join(to, 'bin'), { recursive: true });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(to, 'package.json'));
  for (const folder of fs.readdirSync(root)) {
    const launchers = ['main.cjs', 'post.cjs'].filter((name) => fs.existsSync(path.join(root, folder, name)));
    for (const name of launchers) {
      fs.mkdirSync(path.join(to, folder), { recursive: true });
      fs.copyFileSync(path.join(root, folder, name), path.join(to, folder, name));
    }
  }
  // Files of a clone that was made under umask 077 are closed, too.
  const { status, stderr } = spawnSync('chmod', ['-R', 'a+rX', to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the copy of the programs cannot be opened to others: ${stderr}`);
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
