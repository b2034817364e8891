import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Connection } from '../../client/index.ts';
import { isLinkableMode } from '../../client/plan/index.ts';
import { newRunName } from '../../client/requests/index.ts';
import { errnoOf, GobblerError, messageOf } from '../../errors/index.ts';
import { filesystemOf, ifThere, withOpen } from '../../fs/index.ts';
import { cacheFolder } from '../connect/index.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** Tries whether files of a directory can be hard linked into staging, which saves their copies. */
export async function checkHardLinks({ staging }: Connection, directory: string): Promise<readonly Check[]> {
  const check = 'hard links';
  const stats = await ifThere(fs.stat(directory));
  if (stats?.isDirectory() !== true)
    return [
      failure(
        check,
        `${directory} should be a directory, but ${stats === undefined ? 'does not exist' : 'is not'}`,
        'Create it, or choose another directory for the results.',
      ),
    ];
  const files = `files of ${directory} (${filesystemOf(directory, stats.dev).type})`;
  const reason = await whyNoLink(directory, staging);
  if (reason !== undefined)
    return [
      warning(
        check,
        `${files} have to be copied to staging: ${reason}`,
        'To save the copy, write results to the filesystem of staging, below the same mount point.',
      ),
    ];
  const umask = process.umask();
  if (isLinkableMode(0o666 & ~umask)) return [ok(check, `${files} can be hard linked into staging`)];
  return [
    warning(
      check,
      `${files} that are made with umask ${umask.toString(8).padStart(4, '0')} have to be copied to staging`,
      'Only files that everybody may read, and only you may write, are linked: set umask 022 before results are written.',
    ),
  ];
}

/** Makes a file in staging, and gives it a second name in the directory for a moment. Returns the refusal of the system. */
async function whyNoLink(directory: string, staging: string): Promise<string | undefined> {
  const name = newRunName();
  const [file, link] = [path.join(staging, name), path.join(directory, `.${name}`)];
  await withOpen(file, 'wx', async () => undefined, 0o600);
  try {
    await fs.link(file, link);
    await fs.rm(link);
    return undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return messageOf(error);
  } finally {
    await fs.rm(file, { force: true });
  }
}

/** Looks for a place to keep checksums and fetched files. Commands work without it. */
export async function checkCache(): Promise<readonly Check[]> {
  try {
    const folder = await cacheFolder();
    return [ok('cache', `${folder} (${filesystemOf(folder).type}) keeps checksums and fetched files`)];
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    return [warning('cache', error.message, error.advice ?? 'Free the cache directory.')];
  }
}
