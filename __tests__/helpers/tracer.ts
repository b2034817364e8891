import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Whether calls of the system that a process makes can be stopped, or made to fail. */
export const canTrace = process.geteuid?.() === 0 && spawnSync('strace', ['-V']).status === 0;

/** Something that watches a call of the system in a running process, and interferes. */
export class Tracer {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = once(process, 'exit');
  }

  /**
   * Interferes with a call from now on, in the words of strace, such as `error=ENOSPC:when=2`: in the main thread only, or,
   * if a file is given, wherever the call is about that file.
   */
  static async attach(pid: number, call: string, what: string, file?: string): Promise<Tracer> {
    const flags = [
      '-p',
      String(pid),
      '-o',
      '/dev/null',
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${call}:${what}`,
    ];
    const child = spawn('strace', [...(file === undefined ? [] : ['-f', '-P', file]), ...flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const tracer = new Tracer(child);
    let said = '';
    const attached = new Promise<void>((resolve) => {
      child.stderr?.on('data', (chunk) => {
        said += chunk;
        if (said.includes('attached')) resolve();
      });
    });
    await Promise.race([attached, tracer.#ended]);
    if (!said.includes('attached')) throw new Error(said);
    return tracer;
  }

  async detach(): Promise<void> {
    this.#process.kill('SIGINT');
    await this.#ended;
  }
}

/** Has a call fail while something is done. */
export async function withFault<T>(
  pid: number,
  call: string,
  what: string,
  work: () => Promise<T>,
  file?: string,
): Promise<T> {
  const tracer = await Tracer.attach(pid, call, what, file);
  try {
    return await work();
  } finally {
    await tracer.detach();
  }
}
