import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../protocol/errors.ts';
import { FlagError, type Flags, parseFlags, USAGE } from './flags.ts';
import { type RunningService, startService } from './service.ts';

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
    const missing = (['registry', 'staging'] as const).map((name) => missingDirectory(name, flags[name]));
    log(missing.find((sentence) => sentence !== undefined) ?? messageOf(error));
    process.exitCode = 1;
    return;
  }
  const { registry, staging, admins } = flags;
  log(`registry ${registry}, staging ${staging}, administrators ${admins.join(', ') || '(none)'}`);
  if (admins.length === 0) log('without -admin NAME nobody can create projects');
  if (![registry, staging].every((directory) => path.isAbsolute(directory)))
    log('clients will refuse these directories, since only this process knows what they are relative to');
  log(`listening at ${service.url}`);
  await untilStopped();
  log('stopping');
  await service.close();
}

/** What to say if a directory is why the service did not start. */
function missingDirectory(name: 'registry' | 'staging', directory: string): string | undefined {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const found = existsSync(directory) ? 'is none' : 'does not exist';
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
