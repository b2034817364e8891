import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { accountOf } from './service-users.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Compiles the sources, once for all files of tests, and gives a program that serves. `scripts/test-place.mjs` makes the
 * directory of it.
 */
export function serviceProgram(): string {
  const place = process.env.GOBBLER_TEST_BUILD;
  if (place === undefined) throw new Error('scripts/test-place.mjs has to run before the tests');
  const program = path.join(place, 'service/serve.mjs');
  if (fs.existsSync(program)) return program;
  // Other workers may be at it, too: the first to be ready is the one for all.
  const aside = fs.mkdtempSync(path.join(place, 'compiled-'));
  fs.chmodSync(aside, 0o755);
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const flags = ['--project', ROOT, '--noCheck', '--outDir', path.join(aside, 'build')];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the sources cannot be compiled: ${stdout}`);
  fs.writeFileSync(path.join(aside, 'package.json'), '{"type": "module"}');
  fs.writeFileSync(
    path.join(aside, 'serve.mjs'),
    "import { serve } from './build/service/serve.js';\nimport { StopSignals } from './build/stop-signals.js';\n" +
      'await serve(process.argv.slice(2), new StopSignals());\n',
  );
  try {
    fs.renameSync(aside, path.dirname(program));
  } catch (error) {
    if (!fs.existsSync(program)) throw error;
  }
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
