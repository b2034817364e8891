import { statSync } from 'node:fs';
import path from 'node:path';
import { FlagError, type Flags, parseFlags, USAGE } from './flags.ts';
import { type RunningService, startService } from './service.ts';
import { systemErrorName, systemReason, systemSentence } from './system-errors.ts';

/** Lines of the log go to standard error, with the time before them. */
const log = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};

/**
 * The program: serves until SIGTERM or SIGINT, cancels and undoes what is running then, and ends with 0. A second
 * signal ends it at once. What is wrong with the command line is said on standard error, and ends it with 1 or 2.
 * Protocol §2. Resolves when the service has stopped.
 */
export async function serve(argv: readonly string[]): Promise<void> {
  // Whoever reads the log may go; the service stays.
  process.stderr.on('error', () => undefined);
  const flags = readFlags(argv);
  if (flags === undefined) return;
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
  log(`listening at ${service.url}`);
  const lost = await Promise.race([untilStopped(), service.lost]);
  if (lost !== undefined) process.exitCode = 1;
  log('stopping');
  await service.close();
}

/** What to say if a directory is why the service did not start. */
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

/** The flags, or undefined if all has been said. */
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

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
