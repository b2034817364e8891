import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { connect, createProject } from '../../src/client/index.ts';
import { makeSandbox, type Sandbox } from './sandbox.ts';
import { giveTo } from './service-users.ts';
import { NODE, PROGRAMS } from './several-users.ts';

/** Whom the service runs as, whom a step runs as, and somebody else who sees the same staging directory. */
export const SERVICE_USER = 'daemon';
export const STEP_USER = 'games';
export const STRANGER = 'nobody';

export const asUser = (user: string): readonly string[] => ['runuser', '-u', user, '--'];

/** Whether a shell command works for a user. */
export function works(user: string, command: string): boolean {
  const [program = '', ...args] = [...asUser(user), 'sh', '-c', command];
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The variables of a login of a user, with a home directory within a sandbox, which is made on first use. */
export function loginOf({ root }: Pick<Sandbox, 'root'>, user: string) {
  const home = path.join(root, `home-of-${user}`);
  if (!fs.existsSync(home)) {
    fs.mkdirSync(home);
    giveTo(home, user);
  }
  return { HOME: home, USER: user, LOGNAME: user, XDG_CACHE_HOME: path.join(home, '.cache') };
}

/**
 * A sandbox whose service is the embedded one in a process of another user, with a project `p` that belongs to the
 * user of the steps, who also owns the workspace.
 */
export async function sandboxOfOthers(): Promise<Sandbox> {
  const made = await makeSandbox();
  await made.stopService();
  for (const directory of [made.registry, made.staging])
    execFileSync('chown', ['-R', SERVICE_USER, directory]);
  fs.chmodSync(made.staging, 0o1777);
  const { child, url } = await startAs(SERVICE_USER, made);
  const connection = await connect(url);
  await createProject(connection, 'p', { owners: [STEP_USER] });
  execFileSync('chown', [STEP_USER, made.workspace]);
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    await made.close();
  };
  return { ...made, url, connection, close };
}

async function startAs(
  user: string,
  { registry, staging }: Sandbox,
): Promise<{ child: ChildProcess; url: string }> {
  const bundle = path.join(PROGRAMS, 'dist/index.js');
  const flags = ['-registry', registry, '-staging', staging, '-port', '0', '-admin', 'root'];
  const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, user], { encoding: 'utf8' }));
  const child = spawn(NODE, [bundle, 'serve', ...flags], { uid: idOf('-u'), gid: idOf('-g') });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('close', () => reject(new Error(said)));
  });
  return { child, url };
}
