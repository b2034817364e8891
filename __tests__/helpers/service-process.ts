import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { accountOf } from './service-users.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let program: string | undefined;
let programDirectory: string | undefined;

afterAll(() => {
  if (programDirectory !== undefined) fs.rmSync(programDirectory, { recursive: true, force: true });
});

/** Compiles the sources, once, and gives a program that serves. It goes when the tests of the file end. */
export function serviceProgram(): string {
  if (program !== undefined) return program;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-serve-'));
  programDirectory = directory;
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const flags = ['--project', ROOT, '--noCheck', '--outDir', path.join(directory, 'build')];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the sources cannot be compiled: ${stdout}`);
  program = path.join(directory, 'serve.mjs');
  fs.writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}');
  fs.writeFileSync(
    program,
    "import { serve } from './build/service/serve.js';\nimport { StopSignals } from './build/stop-signals.js';\n" +
      'await serve(process.argv.slice(2), new StopSignals());\n',
  );
  return program;
}

/** A service as a program of its own. */
export class ServiceProcess {
  readonly child: ChildProcess;
  /** Everything it has written. */
  output = '';
  /** The exit status or the signal, once it has ended. */
  readonly ended: Promise<number | string>;
  #ending: number | string | undefined;

  /** Of the user who runs the tests, or of another one. */
  constructor(flags: readonly string[], env: NodeJS.ProcessEnv = process.env, user?: string) {
    this.child = spawn(process.execPath, [serviceProgram(), ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      ...(user !== undefined && accountOf(user)),
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
    this.ended = once(this.child, 'close').then(([code, signal]) => {
      this.#ending = (code ?? signal) as number | string;
      return this.#ending;
    });
  }

  /** Starts one, and waits until it listens or has ended. */
  static async start(
    flags: readonly string[],
    env?: NodeJS.ProcessEnv,
    user?: string,
  ): Promise<ServiceProcess> {
    const service = new ServiceProcess(flags, env, user);
    const ready = new Promise<void>((resolve) => {
      service.child.stderr?.on('data', () => {
        if (service.port !== undefined) resolve();
      });
    });
    await Promise.race([ready, service.ended]);
    return service;
  }

  get isRunning(): boolean {
    return this.#ending === undefined;
  }

  /** Where it listens, by its own account. */
  get port(): number | undefined {
    const port = /listening at http:\/\/[^\s/]*:(\d+)/.exec(this.output)?.[1];
    return port === undefined ? undefined : Number(port);
  }

  /** Sends a signal and waits for the end, which is given. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    this.child.kill(signal);
    return this.ended;
  }
}
