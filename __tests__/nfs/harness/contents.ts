import type { JobOptions, Machine } from './machine.ts';

/** A file to be written by one of the machines; `file` is its path there. */
export interface Write {
  readonly file: string;
  /** Its content is this number, again and again. */
  readonly generation: number;
  readonly sizeBytes: number;
  /** In place, with or without emptying it first; or another file is renamed to it. */
  readonly how: 'truncate' | 'overwrite' | 'rename';
  /** Of a file that is made; 0o644 if left out. */
  readonly mode?: number;
  /** When, as Date.now() tells it; at once if left out. */
  readonly atMs?: number;
}

export interface Written extends Write {
  readonly beganMs: number;
  readonly endedMs: number;
  /** It was removed while it was open. */
  readonly orphaned: boolean;
  readonly failed: string | null;
}

/** The result of {@link contentsIn} for a file that holds only this generation. */
export const contentOf = (generation: number, sizeBytes: number): string => `${generation}:${sizeBytes}`;

/** Carries out writes on a machine, as the user runner. */
export async function write(
  machine: Machine,
  plan: readonly Write[],
  options: JobOptions = {},
): Promise<Written[]> {
  const { exitCode, stdout, stderr } = await machine.run(
    ['node', '/mnt/guest/files.mjs', 'write', machine.give(JSON.stringify(plan))],
    options,
  );
  if (exitCode !== 0) throw new Error(`${machine.name} could not write:\n${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** As {@link write}, where none of the writes may fail. */
export async function mustWrite(machine: Machine, plan: readonly Write[]): Promise<void> {
  const failed = (await write(machine, plan)).filter((written) => written.failed !== null);
  if (failed.length > 0) throw new Error(`${machine.name} could not write:\n${JSON.stringify(failed)}`);
}

/** Files below each directory, by path, as {@link contentOf} tells them; none where there is no directory. */
export async function contentsIn(
  machine: Machine,
  ...directories: readonly string[]
): Promise<Readonly<Record<string, string>>[]> {
  const { exitCode, stdout, stderr } = await machine.run(
    ['node', '/mnt/guest/files.mjs', 'read', ...directories],
    { user: 'root' },
  );
  if (exitCode !== 0) throw new Error(`${machine.name} could not read:\n${stderr}`);
  return JSON.parse(stdout);
}
