import { statSync } from 'node:fs';
import path from 'node:path';
import { makeDemo } from './demo.ts';
import { systemErrorName, systemReason, systemSentence } from './files/index.ts';
import { FlagError, type Flags, parseFlags, USAGE } from './flags.ts';
import { type RunningService, startService } from './service.ts';

/** Lines of the log go to standard error, with the time before them. */
const log = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};

/** The signals that ask this process to stop. */
export interface StopSignals {
  /** Gets every signal, at once one that has come already. */
  readonly listen: (listener: (signal: NodeJS.Signals) => void) => unknown;
}

/** One wish to stop may come twice: to the process group, and from a script in it that passes its own signal on. */
const SAME_WISH_MS = 1000;

/**
 * The program: serves until a signal comes that asks it to stop, cancels and undoes what is running then, and ends with
 * 0. A second signal ends it at once, unless it is the same within a second. A mistake in the command line is
 * reported on standard error, and ends it with 1 or 2. The directories of a demo are removed in the end.
 * Protocol §2. Resolves when the service has stopped.
 */
export async function serve(argv: readonly string[], signals: StopSignals): Promise<void> {
  // The reader of the log may go away; the service stays.
  process.stderr.on('error', () => undefined);
  const flags = readFlags(argv);
  if (flags === undefined) return;
  const demo = flags.demo ? makeDemo() : undefined;
  try {
    await serveUntilStopped({ ...flags, ...demo }, signals);
  } finally {
    await demo?.remove();
  }
}

async function serveUntilStopped(flags: Flags, signals: StopSignals): Promise<void> {
  let service: RunningService;
  try {
    service = await startService({ ...flags, log });
  } catch (error) {
    const unusable = (['registry', 'staging'] as const).map((name) => whyUnusable(name, flags[name]));
    log(unusable.find((sentence) => sentence !== undefined) ?? systemSentence(error));
    process.exitCode = 1;
    return;
  }
  const { registry, staging, admins } = flags;
  log(`registry ${registry}, staging ${staging}, administrators ${admins.join(', ') || '(none)'}`);
  if (admins.length === 0) log('without -admin NAME nobody can create projects');
  if (![registry, staging].every((directory) => path.isAbsolute(directory)))
    log('clients will refuse these directories, since only this process knows what they are relative to');
  // The reader of the address may stop the service at once.
  const stopped = untilStopped(signals);
  log(`listening at ${service.url}`);
  if (flags.demo) process.stdout.write(`export GOBBLER_URL=${service.url}\n`);
  const lost = await Promise.race([stopped, service.lost]);
  if (lost !== undefined) process.exitCode = 1;
  log('stopping');
  await service.close();
}

/** Explains why a directory keeps the service from starting. */
function whyUnusable(name: 'registry' | 'staging', directory: string): string | undefined {
  let found: string;
  try {
    if (statSync(directory).isDirectory()) return undefined;
    found = 'is none';
  } catch (error) {
    const code = systemErrorName(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      const remedy = code === 'ESTALE' ? 'Mount its filesystem again' : 'Check its filesystem';
      return `-${name} should be a directory, but ${directory} cannot be looked at: ${systemReason(error)}. ${remedy}`;
    }
    found = 'does not exist';
  }
  return `-${name} should be a directory, but ${directory} ${found}. Make it first: mkdir -p ${directory}`;
}

/** The flags, or undefined after help or an error was printed. */
function readFlags(argv: readonly string[]): Flags | undefined {
  try {
    const flags = parseFlags(argv);
    if (!flags.help) return flags;
    process.stdout.write(USAGE);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = error.exitCode;
  }
  return undefined;
}

function untilStopped(signals: StopSignals): Promise<void> {
  return new Promise((resolve) => {
    let first: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;
    signals.listen((signal) => {
      first ??= { signal, at: performance.now() };
      if (signal !== first.signal || performance.now() - first.at >= SAME_WISH_MS) process.exit(1);
      resolve();
    });
  });
}
