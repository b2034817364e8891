/**
 * Runs a command, and has another machine replace each file of a directory at the moment when the command is about to
 * remove it: `node pause-at-removal.mjs DIRECTORY HOST PORT COMMAND…`. strace holds the calls that remove or rename for a
 * while before they are made; a program at HOST (replacer.mjs) replaces the file meanwhile. Prints what the command prints;
 * the last line on standard error is JSON, the names that were replaced while the call waited.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Longer than it takes to have a file replaced. */
const HELD_MICROSECONDS = 500_000;
const CALLS = 'unlink,unlinkat,rename,renameat,renameat2';

const [, , directory = '', host, port, ...command] = process.argv;
const trace = `/tmp/trace-${process.pid}`;
fs.writeFileSync(trace, '');
const connection = await connected();
const answers = createInterface(connection)[Symbol.asyncIterator]();

const child = spawn(
  'strace',
  [
    ...['-f', '--seccomp-bpf', '-qq', '-o', trace, '-e', `trace=${CALLS}`, '-e', 'signal=none'],
    ...['-e', `inject=${CALLS}:delay_enter=${HELD_MICROSECONDS}`, ...command],
  ],
  { stdio: 'inherit' },
);

/**
 * The name of the file that a call is about, where that lies in the directory: as `/proc/self/fd/N/name`, too.
 * @param {string} line
 */
function meantBy(line) {
  const [, thread, call, text = ''] = /^(\d+) +(\w+)\((.*)/.exec(line) ?? [];
  if (call === undefined) return undefined;
  const [, at, quoted] = /^(?:(\d+|AT_FDCWD)(?:<[^>]*>)?, )?"((?:[^"\\]|\\.)*)"/.exec(text) ?? [];
  if (quoted === undefined) return undefined;
  const open = (/** @type {string} */ number) => fs.readlinkSync(`/proc/${thread}/fd/${number}`);
  let place = quoted.replace(/^\/proc\/(?:self|thread-self|\d+)\/fd\/(\d+)/, (_, number) => open(number));
  if (!place.startsWith('/'))
    place = path.join(at === undefined || at === 'AT_FDCWD' ? '/' : open(at), place);
  return path.dirname(place) === directory ? path.basename(place) : undefined;
}

/** @returns {Promise<net.Socket>} as soon as the other program listens */
async function connected() {
  for (;;) {
    const socket = net.connect(Number(port), host);
    const error = await new Promise((resolve) => socket.once('connect', resolve).once('error', resolve));
    if (error === undefined) return socket;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const replaced = new Set();
let seen = 0;
let ended = false;
child.once('close', (code) => {
  ended = true;
  process.exitCode = code ?? 1;
});
while (!ended) {
  const text = fs.readFileSync(trace, 'utf8');
  for (const line of text.slice(seen).split('\n')) {
    const name = meantBy(line);
    if (name === undefined || replaced.has(name) || name.startsWith('.')) continue;
    replaced.add(name);
    connection.write(`${directory}/${name}\n`);
    await answers.next();
  }
  // A line may be incomplete until its call returns; it is looked at again.
  seen = text.lastIndexOf('\n') + 1;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
connection.end();
process.stderr.write(`${JSON.stringify([...replaced])}\n`);
