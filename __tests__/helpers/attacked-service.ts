import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_USER, STEP_USER, STRANGER } from './as-others.ts';
import { type Answer, refOf } from './service-bench.ts';
import { exchange } from './service-http.ts';
import { serviceProgram } from './service-process.ts';
import { accountOf } from './service-users.ts';

/** Content that only the user of the service may read. It must never be seen by anybody else. */
export const SECRET = 'TOPSECRET-a-key-of-the-service';

/** The text of the attacker's process: it carries out calls of the filesystem as that user, one after another. */
const ATTACKER = `
const fs = require('node:fs');
const more = {
  fifo: (place) => require('node:child_process').execFileSync('mkfifo', ['-m', '666', place]),
  filled: (directory, names) => {
    fs.mkdirSync(directory, { recursive: true });
    fs.chmodSync(directory, 0o777);
    for (const name of names) fs.writeFileSync(directory + '/' + name, 'x');
  },
  aged: (place, seconds) => fs.utimesSync(place, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds),
  swapOnceGone: (name, place, target) => {
    while (fs.existsSync(name));
    fs.renameSync(place, place + '.real');
    fs.symlinkSync(target, place);
  },
};
process.umask(0);
process.on('message', ([call, ...args]) => {
  try {
    process.send({ value: (more[call] ?? fs[call])(...args) ?? null });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
`;

interface Reply {
  readonly value?: unknown;
  readonly error?: string;
}

/** A process of a user that does with files what it is asked to. */
export class OtherUser {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Those who wait for a reply; replies come in the order of the calls. */
  readonly #waiting: ((reply: Reply) => void)[] = [];

  constructor(user: string) {
    const { uid, gid } = accountOf(user);
    this.#process = spawn(process.execPath, ['-e', ATTACKER], {
      uid,
      gid,
      cwd: '/',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process.on('message', (reply: Reply) => this.#waiting.shift()?.(reply));
    this.#ended = once(this.#process, 'exit').then(() => {
      for (const resolve of this.#waiting.splice(0)) resolve({ error: 'the process of the user has ended' });
    });
  }

  /** Calls a function of node:fs, or one of the others above, as this user. Throws if that fails. */
  async do(call: string, ...args: unknown[]): Promise<unknown> {
    const reply = new Promise<Reply>((resolve) => this.#waiting.push(resolve));
    this.#process.send([call, ...args]);
    const { value, error } = await reply;
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async end(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

/**
 * A registry, a staging directory and a service of one user; a project `victims` of a second one, with the version
 * `a/v`; a project `mine` of a third one, the attacker; and a private directory, which only the service may read.
 */
export class AttackedService {
  readonly root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-attack-')));
  readonly registry = path.join(this.root, 'registry');
  readonly staging = path.join(this.root, 'staging');
  readonly private = path.join(this.root, 'private');
  readonly secretFile = path.join(this.private, 'secret');
  readonly attacker = new OtherUser(STRANGER);
  readonly victim = new OtherUser(STEP_USER);
  log = '';
  #service!: ChildProcess;
  #port = 0;
  #names = 0;

  static async start(): Promise<AttackedService> {
    const attacked = new AttackedService();
    await attacked.#start();
    return attacked;
  }

  /** The process of the service. */
  get pid(): number {
    return this.#service.pid as number;
  }

  get isRunning(): boolean {
    return this.#service.exitCode === null && this.#service.signalCode === null;
  }

  async #start(): Promise<void> {
    const { uid, gid } = accountOf(SERVICE_USER);
    fs.chmodSync(this.root, 0o755);
    for (const directory of [this.registry, this.staging, this.private]) {
      fs.mkdirSync(directory);
      fs.chownSync(directory, uid, gid);
    }
    fs.chmodSync(this.staging, 0o1777);
    fs.writeFileSync(this.secretFile, SECRET);
    fs.chownSync(this.secretFile, uid, gid);
    fs.chmodSync(this.secretFile, 0o600);
    fs.chmodSync(this.private, 0o700);
    this.#service = runAsService(serviceProgram(), [
      '-registry',
      this.registry,
      '-staging',
      this.staging,
      '-admin',
      'root',
      '-port',
      '0',
    ]);
    this.#service.stderr?.on('data', (chunk) => {
      this.log += chunk;
    });
    while (this.#port === 0) {
      if (!this.isRunning) throw new Error(this.log);
      this.#port = Number(/listening at http:\/\/[^\s/]*:(\d+)/.exec(this.log)?.[1] ?? 0);
      await sleep(5);
    }
    for (const [project, owner] of [
      ['victims', STEP_USER],
      ['mine', STRANGER],
    ])
      await this.#asRoot('create_project', { project, permissions: { owners: [owner] } });
    await this.victim.do('filled', this.inStaging('hers'), ['x', 'y']);
    this.#require(await this.send(this.victim, 'upload', { source: 'hers', ...refOf('victims/a/v') }));
  }

  inStaging(...names: string[]): string {
    return path.join(this.staging, ...names);
  }

  /** A request of a user; its file stays. */
  async send(user: OtherUser, action: string, json: unknown, signal?: AbortSignal): Promise<Answer> {
    const name = this.newName(`request-${action}-`);
    await user.do('writeFileSync', this.inStaging(name), JSON.stringify(json));
    return this.post(name, signal);
  }

  async #asRoot(action: string, json: unknown): Promise<void> {
    const name = this.newName(`request-${action}-`);
    fs.writeFileSync(this.inStaging(name), JSON.stringify(json));
    this.#require(await this.post(name));
  }

  #require({ status, json }: Answer): void {
    if (status !== 200) throw new Error(json.reason);
  }

  async post(name: string, signal?: AbortSignal): Promise<Answer> {
    const { status, body } = await exchange({
      port: this.#port,
      method: 'POST',
      path: `/new/${encodeURIComponent(name)}`,
      ...(signal && { signal }),
    });
    return { status, json: JSON.parse(body.toString('utf8')) };
  }

  /** Resolves once the service has done everything that it can do at once. Rejects if it does not answer in time. */
  async settled(withinMs = 1_000): Promise<void> {
    await exchange({ port: this.#port, path: '/info', signal: AbortSignal.timeout(withinMs) });
  }

  newName(start: string): string {
    this.#names += 1;
    return `${start}${this.#names}`;
  }

  /** An upload of the attacker that holds the lock of an asset of project `mine` until it is ended. */
  async holdAsset(asset: string): Promise<() => Promise<void>> {
    const source = 'large';
    if (!fs.existsSync(this.inStaging(source))) {
      await this.attacker.do('mkdirSync', this.inStaging(source));
      await this.attacker.do('writeFileSync', this.inStaging(source, 'zeros'), '');
      await this.attacker.do('truncateSync', this.inStaging(source, 'zeros'), 2 ** 36);
    }
    const controller = new AbortController();
    const version = this.newName('slow');
    const request = { source, project: 'mine', asset, version };
    const answer = this.send(this.attacker, 'upload', request, controller.signal).catch(() => undefined);
    while (!fs.existsSync(path.join(this.registry, 'mine', asset, version))) await sleep(1);
    return async () => {
      controller.abort();
      await answer;
    };
  }

  /**
   * Everything that has gone wrong: secrets that can be read in the registry, in an answer or in the log; a victim's
   * version or private files that have changed; a service that does not answer.
   */
  async damage(...answers: (Answer | undefined)[]): Promise<string[]> {
    const found: string[] = [];
    const isLeaked = (text: string): boolean => text.includes(SECRET.slice(0, 9));
    if (answers.some((answer) => isLeaked(JSON.stringify(answer ?? '')))) found.push('secret in an answer');
    if (spawnSync('grep', ['-rqsF', '-D', 'skip', SECRET, this.registry]).status === 0) {
      found.push('secret in the registry');
    }
    const links = spawnSync('find', [this.registry, '-lname', '*private*']).stdout.toString();
    if (links !== '') found.push('link to the private directory in the registry');
    if (fs.readdirSync(this.private).join() !== 'secret') found.push('private directory changed');
    else if (fs.readFileSync(this.secretFile, 'utf8') !== SECRET) found.push('private file changed');
    else if ((fs.statSync(this.secretFile).mode & 0o777) !== 0o600) found.push('private file made readable');
    const version = path.join(this.registry, 'victims/a/v');
    const names = fs.existsSync(version) ? fs.readdirSync(version).sort().join() : 'gone';
    if (names !== '..manifest,..summary,x,y') found.push(`version of the victim is ${names}`);
    await this.settled().catch(() => found.push('the service does not answer'));
    return found;
  }

  async #endService(): Promise<void> {
    if (!this.isRunning) return;
    const ended = once(this.#service, 'exit');
    this.#service.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.#endService();
    await Promise.all([this.attacker.end(), this.victim.end()]);
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs a test program as the user of the service. */
export function runAsService(program: string, args: readonly string[]): ChildProcess {
  const { uid, gid } = accountOf(SERVICE_USER);
  fs.chmodSync(path.dirname(program), 0o755);
  return spawn(process.execPath, [program, ...args], {
    uid,
    gid,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
