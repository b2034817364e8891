import { promises as fs, Stats, statSync } from 'node:fs';
import path from 'node:path';
import { md5OfFiles } from '../client/checksums.ts';
import { DiskPace } from '../client/filesystem-work.ts';
import { GobblerError, type Manifest } from '../client/index.ts';
import { messageOf } from '../protocol/errors.ts';
import { formatNumberOf } from './figures.ts';

/** How closely to look: at every byte, at sizes, or not at all. */
export type FileCheck = 'checksum' | 'size' | 'off';

/** What to do about a version that is not as its manifest says. */
export const DAMAGED = 'The registry may be damaged: have an administrator validate the version.';

/** Holds files against their manifest. Code `content-differs` with everything that is not as it should be. */
export async function verifyFiles(
  {
    root,
    manifest,
    keys,
    concurrency,
    signal,
    onFile,
    hint,
  }: {
    readonly root: string;
    readonly manifest: Manifest;
    readonly keys: readonly string[];
    readonly concurrency: number;
    readonly signal: AbortSignal;
    /** Called for each file whose checksum has been computed. */
    readonly onFile?: () => void;
    /** What to do if they differ. */
    readonly hint: string;
  },
  check: FileCheck,
): Promise<void> {
  if (check === 'off') return;
  const problems: string[] = [];
  const sound: { path: string; sizeBytes: number }[] = [];
  const files = keys.filter((key) => manifest.get(key)?.md5sum !== '');
  const look = (key: string, found: unknown): void => {
    const expected = manifest.get(key)?.size ?? 0;
    if (!(found instanceof Stats)) problems.push(`${key} could not be looked at: ${messageOf(found)}`);
    else if (found.size === expected) sound.push({ path: key, sizeBytes: found.size });
    else problems.push(`${key} should have ${expected} bytes, but has ${found.size}`);
  };
  await new DiskPace().forEach(
    files,
    {
      now: (key) => look(key, statsOf(path.join(root, key))),
      later: async (key) => look(key, await fs.stat(path.join(root, key)).catch((error: unknown) => error)),
    },
    { concurrency, signal },
  );
  if (check === 'checksum') {
    const sums = await md5OfFiles(sound, ({ path: key }) => path.join(root, key), { signal, onFile });
    for (const [key, sum] of sums) {
      const expected = manifest.get(key)?.md5sum;
      if (sum !== expected) problems.push(`${key} should have the MD5 ${expected}, but has ${sum}`);
    }
  }
  if (problems.length > 0) throw differing(root, problems, hint);
}

/** Files that are not as the manifest says, in one error with code `content-differs`. */
export function differing(root: string, problems: readonly string[], hint: string): GobblerError {
  const message = `${formatNumberOf(problems.length, 'file')} in ${root} ${problems.length === 1 ? 'differs' : 'differ'} from the manifest`;
  return new GobblerError('content-differs', `${message}: ${problems[0]}`, {
    input: 'verify',
    findings: [message, ...[...problems].sort()],
    hint,
  });
}

/** The metadata of a file, or why there is none. */
function statsOf(file: string): unknown {
  try {
    return statSync(file);
  } catch (error) {
    return error;
  }
}
