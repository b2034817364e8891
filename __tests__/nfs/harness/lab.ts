import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Machine, machineOf } from './machine.ts';
import { registersEnvironment } from './registers.ts';

/** A server and two clients: three kernels on one switch, each with caches and locks of its own. */
export interface Lab {
  readonly server: Machine;
  readonly clients: readonly [Machine, Machine];
  /** Powers everything off, and removes what the lab has left on this machine. */
  readonly powerOff: () => Promise<void>;
}

const MACHINES = [
  { name: 's', address: '10.77.0.1', memoryMb: 1024 },
  { name: 'c1', address: '10.77.0.11', memoryMb: 900 },
  { name: 'c2', address: '10.77.0.12', memoryMb: 900 },
] as const;

/** Programs of the harness that run on its machines, where each has them as /mnt/guest. */
const GUEST = path.resolve(import.meta.dirname, '../guest');
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The clone whose bundle is tested: this one, or `NFS_CLONE`. */
export const PRODUCT = process.env.NFS_CLONE ?? ROOT;

const BOOT_PATIENCE_MS = 60_000;

/** Boots the lab. Takes about five seconds; see {@link missingPrerequisites}. */
export async function powerOn(): Promise<Lab> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-nfs-'));
  fs.chmodSync(directory, 0o755); // programs run as several users there
  const switchSocket = path.join(directory, 'switch');
  const disk = path.join(directory, 'disk.img');
  const env = prepare(directory, disk);
  const kernels = MACHINES.map(({ name, address, memoryMb }) => ({
    name,
    command: 'linux.uml',
    env,
    input: path.join(directory, `${name}.console`),
    args: [
      `mem=${memoryMb}M`,
      `umid=${name}`,
      `uml_dir=${path.join(directory, 'uml')}`,
      'root=/dev/root',
      'rootfstype=hostfs',
      'rootflags=/',
      'ro',
      'quiet',
      // A busy kernel loses a one-shot timer now and then, and nothing that waits for a timeout wakes up again. Both options
      // are needed for a periodic tick, which rounds timeouts to 10 ms.
      'nohz=off',
      'highres=off',
      `init=${path.join(GUEST, 'init.sh')}`,
      'con=null',
      'con0=fd:0,fd:1',
      `eth0=daemon,,unix,${switchSocket}`,
      ...(name === 's' ? [`ubda=${disk}`] : []),
      `MACHINE=${name}`,
      `ADDRESS=${address}`,
      `LAB=${directory}`,
      `GUEST=${GUEST}`,
      `PRODUCT=${PRODUCT}`,
      `NODE_HOME=${path.dirname(fs.realpathSync(process.execPath))}`,
    ],
  }));
  const plan = {
    directory,
    programs: [{ name: 'switch', command: 'uml_switch', args: ['-unix', switchSocket, '-hub'] }, ...kernels],
  };
  const supervisor = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'supervisor.mjs'), JSON.stringify(plan)],
    { detached: true, stdio: ['pipe', 'pipe', 'inherit'], env: withSbin() },
  );
  try {
    const ids = JSON.parse(await firstLine(supervisor));
    const [server, c1, c2] = await Promise.all(
      MACHINES.map(async ({ name, address }) => {
        await booted(directory, name);
        return machineOf(directory, name, address, ids[name]);
      }),
    );
    if (server === undefined || c1 === undefined || c2 === undefined) throw new Error('MACHINES lacks some');
    return { server, clients: [c1, c2], powerOff: () => end(supervisor) };
  } catch (error) {
    await end(supervisor);
    throw error;
  }
}

/** Makes the files of the lab, or leaves nothing. Returns the environment of its kernels. */
function prepare(directory: string, disk: string): Readonly<Record<string, string>> {
  try {
    fs.writeFileSync(disk, '');
    fs.truncateSync(disk, 3 * 1024 ** 3);
    execFileSync('mkfs.ext4', ['-q', '-F', '-O', 'quota', '-E', 'quotatype=usrquota', disk], {
      env: withSbin(),
    });
    for (const { name } of MACHINES) {
      fs.mkdirSync(path.join(directory, name));
      execFileSync('mkfifo', [path.join(directory, `${name}.console`)]);
    }
    return registersEnvironment(directory);
  } catch (error) {
    fs.rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Programs of the system, which are not in everybody's PATH. */
const withSbin = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` });

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout?.setEncoding('utf8') ?? []) {
    text += chunk;
    if (text.includes('\n')) return text;
  }
  throw new Error('The supervisor of the lab ended before it had started the kernels');
}

async function booted(directory: string, name: string): Promise<void> {
  const begun = Date.now();
  while (!fs.existsSync(path.join(directory, name, 'up'))) {
    if (Date.now() - begun > BOOT_PATIENCE_MS) {
      const log = fs.readFileSync(path.join(directory, `${name}.log`), 'utf8');
      throw new Error(`${name} has not booted within ${BOOT_PATIENCE_MS} ms:\n${log}`);
    }
    await sleep(50);
  }
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null) return;
  const closed = once(supervisor, 'exit');
  supervisor.stdin?.end();
  await closed;
}
