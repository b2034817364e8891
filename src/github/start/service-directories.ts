import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gobblerError, messageOf } from '../../errors/index.ts';
import { makeDirectory } from '../../fs/index.ts';
import { isInside } from '../../protocol/index.ts';

/** The directories of a service that this action starts. */
export interface ServiceDirectories {
  readonly registry: string;
  readonly staging: string;
  readonly logFile: string;
}

/**
 * A name in the runner's temporary directory that nobody can foresee: for everything that is left to us. Without a runner,
 * everybody can make names where it is.
 */
export async function temporaryName(): Promise<string> {
  const temp = await fs.realpath(process.env.RUNNER_TEMP || os.tmpdir());
  return path.join(temp, `gobbler-${randomBytes(12).toString('hex')}`);
}

/**
 * Makes the directory of that name, which must not exist: it would belong to somebody else. Others may enter it, since
 * they reach staging through it. Code `destination-unavailable`.
 */
export async function makeTemporary(temporary: string): Promise<void> {
  try {
    await fs.mkdir(temporary);
    await fs.chmod(temporary, 0o755);
  } catch (error) {
    const facts = { directory: temporary, error: messageOf(error) };
    throw gobblerError('temporary-not-created', facts, { cause: error });
  }
}

/**
 * Makes the directories of a service: those that are given where they are missing, the others in `temporary`. The staging
 * directory can be written by everybody, as clients of other users need. Codes `destination-unavailable`, and
 * `invalid-input` for directories within each other.
 */
export async function makeDirectories(
  given: { readonly [Name in keyof ServiceDirectories]: string | undefined },
  temporary: string,
): Promise<ServiceDirectories> {
  const logFile = given.logFile ?? path.join(temporary, 'gobbler.log');
  const places = {
    registry: given.registry ?? path.join(temporary, 'registry'),
    staging: given.staging ?? path.join(temporary, 'staging'),
    'log-file': path.dirname(logFile),
  };
  requireApart(places);
  if ([given.registry, given.staging, given.logFile].includes(undefined)) await makeTemporary(temporary);
  for (const [input, directory] of Object.entries(places)) {
    try {
      const isNew = await makeDirectory(directory);
      if (isNew && input === 'staging') await fs.chmod(directory, 0o1777);
      if (input === 'log-file') await fs.writeFile(logFile, '', { flag: 'a' });
    } catch (error) {
      const facts = { input, error: messageOf(error) };
      throw gobblerError('service-directory-unusable', facts, { cause: error });
    }
  }
  const { registry, staging } = places;
  // The service compares paths as they are spelled, so it gets them without links.
  return { registry: await fs.realpath(registry), staging: await fs.realpath(staging), logFile };
}

/** Before anything is made; what only is the same through links, the service refuses itself. */
function requireApart({ registry, staging }: { registry: string; staging: string }): void {
  if (!isInside(registry, staging) && !isInside(staging, registry)) return;
  throw gobblerError('directories-nested', { registry, staging });
}
