import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountOf, giveTo } from '../../helpers/service-users.ts';
import type { EngineSite } from './engine-site.ts';
import { PATH_OF_ENGINES } from './prerequisites.ts';

const SUPERVISOR = path.resolve(import.meta.dirname, '../../nfs/harness/supervisor.mjs');
const PATIENCE_MS = 30_000;

/** Slurm on this machine as its only node: munged, slurmctld and slurmd, which listen on the loopback interface. */
export interface SlurmCluster {
  /** For the commands of Slurm. */
  readonly env: { readonly SLURM_CONF: string };
  /** Ends the daemons, and removes their files. Jobs have to be over. */
  readonly stop: () => Promise<void>;
}

/** Starts the daemons, in a second. */
export async function startSlurm(site: EngineSite): Promise<SlurmCluster> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-slurm-'));
  fs.chmodSync(directory, 0o755);
  const munge = path.join(directory, 'munge');
  for (const name of ['munge', 'state', 'spool']) fs.mkdirSync(path.join(directory, name));
  giveTo(munge, 'munge');
  const socket = path.join(munge, 'socket');
  const conf = path.join(directory, 'slurm.conf');
  fs.writeFileSync(conf, await configuration(directory, socket));
  const { uid, gid } = accountOf('munge');
  fs.writeFileSync(path.join(munge, 'key'), randomBytes(1024), { mode: 0o400 });
  giveTo(path.join(munge, 'key'), 'munge');
  const mungeFiles = Object.entries({ key: 'key-file', pid: 'pid-file', log: 'log-file', seed: 'seed-file' });
  const munged = [
    ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig=KILL'],
    ...['munged', '--foreground', '--socket', socket],
    ...mungeFiles.flatMap(([name, flag]) => [`--${flag}`, path.join(munge, name)]),
  ];
  // Both fail at once if nothing listens at the socket yet.
  const onceMunged = ['sh', '-c', `until [ -S '${socket}' ]; do sleep 0.05; done; exec "$@"`, 'sh'];
  const programs = [
    { name: 'munged', argv: munged },
    { name: 'slurmctld', argv: [...onceMunged, 'slurmctld', '-D', '-f', conf] },
    { name: 'slurmd', argv: [...onceMunged, 'slurmd', '-D', '-f', conf] },
  ].map(({ name, argv: [command = '', ...args] }) => ({ name, command, args }));
  const supervisor = spawn(process.execPath, [SUPERVISOR, JSON.stringify({ directory, programs })], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: PATH_OF_ENGINES },
  });
  const stop = (): Promise<void> => end(supervisor);
  try {
    await once(createInterface(supervisor.stdout), 'line');
    await untilIdle(site, directory, { SLURM_CONF: conf });
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { SLURM_CONF: conf }, stop };
}

/** One node that runs several jobs at the same time, and decides about each at once. */
async function configuration(directory: string, socket: string): Promise<string> {
  const [controllerPort, nodePort] = await freePorts(2);
  const node = os.hostname().split('.', 1)[0];
  const lines = {
    ClusterName: 'one',
    SlurmctldHost: `${node}(127.0.0.1)`,
    SlurmctldPort: controllerPort,
    SlurmdPort: nodePort,
    CommunicationParameters: 'NoInAddrAny,NoCtldInAddrAny',
    AuthInfo: `socket=${socket},cred_expire=5`, // a requeued job waits that long
    SlurmUser: 'root',
    SlurmdUser: 'root',
    StateSaveLocation: path.join(directory, 'state'),
    SlurmdSpoolDir: path.join(directory, 'spool'),
    SlurmctldPidFile: path.join(directory, 'slurmctld.pid'),
    SlurmdPidFile: path.join(directory, 'slurmd.pid'),
    // Neither cgroups nor an accounting database, which a container may not have.
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    JobAcctGatherType: 'jobacct_gather/none',
    AccountingStorageType: 'accounting_storage/none',
    MpiDefault: 'none',
    SchedulerParameters: 'batch_sched_delay=0,sched_interval=1,bf_interval=1',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SlurmdParameters: 'config_overrides', // as many CPUs as it says here
    ReturnToService: 2,
    MinJobAge: 3600,
  };
  return [
    ...Object.entries(lines).map(([name, value]) => `${name}=${value}`),
    `NodeName=${node} NodeAddr=127.0.0.1 CPUs=32 RealMemory=1000 State=UNKNOWN`,
    `PartitionName=main Nodes=${node} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');
}

/** Ports of the loopback interface at which nothing listens. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      const closed = once(server, 'close');
      server.close();
      await closed;
      if (address === null || typeof address === 'string') throw new Error('a server without a port');
      return address.port;
    }),
  );
}

async function untilIdle(site: EngineSite, directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const { exitCode, output } = await site.finish(['sinfo', '--noheader', '--format=%t'], {
      directory,
      env,
    });
    if (exitCode === 0 && output.trim() === 'idle') return;
    if (performance.now() - begun > PATIENCE_MS) {
      const logs = ['munged', 'slurmctld', 'slurmd'].map((name) =>
        fs.readFileSync(path.join(directory, `${name}.log`), 'utf8'),
      );
      throw new Error(`the node is not idle after ${PATIENCE_MS} ms: ${output}\n${logs.join('\n')}`);
    }
    await sleep(100);
  }
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null) return;
  const closed = once(supervisor, 'exit');
  supervisor.stdin?.end();
  await closed;
}
