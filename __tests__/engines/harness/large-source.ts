import fs from 'node:fs';
import path from 'node:path';
import { type EngineSite, JOB_USER } from './engine-site.ts';

const DIRECTORIES = 20;
const FILES_EACH = 120;

/** A directory whose upload takes seconds, so that it can be stopped in the middle. */
export interface LargeSource {
  readonly directory: string;
  readonly filesCount: number;
}

/**
 * Makes many small files of the user of jobs. Nobody else may read them, so an upload copies each: with
 * `concurrency: 1`, one after the other.
 */
export function makeLargeSource(site: EngineSite): LargeSource {
  const directory = site.directory('large');
  for (let one = 0; one < DIRECTORIES; one++) {
    const below = path.join(directory, `d${one}`);
    fs.mkdirSync(below);
    for (let other = 0; other < FILES_EACH; other++)
      fs.writeFileSync(path.join(below, `f${other}`), `${one} ${other} ${'x'.repeat(300)}\n`, {
        mode: 0o600,
      });
  }
  site.giveTo(JOB_USER, directory);
  return { directory, filesCount: DIRECTORIES * FILES_EACH };
}
