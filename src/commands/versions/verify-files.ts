import { Stats, statSync } from 'node:fs';
import path from 'node:path';
import { GobblerError, type Manifest } from '../../client/index.ts';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';
import { messageOf } from '../../protocol/index.ts';
import { formatNumberOf } from '../kit/index.ts';

/** How closely to look: at every byte, at sizes, or not at all. */
export type FileCheck = 'checksum' | 'size' | 'off';

/** Advice for a version that does not match its manifest. */
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
    /** Advice if they differ. */
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
  const filesystems = new Filesystems();
  const dev = statSync(root, { throwIfNoEntry: false })?.dev ?? NO_DEVICE;
  await new AdaptiveIo().forEach(
    files,
    {
      now: (key) =>
        look(
          key,
          outcomeOf(() => filesystems.statNow(path.join(root, key), dev)),
        ),
      later: async (key) => {
        const found = await filesystems.stat(path.join(root, key), dev).catch((error: unknown) => error);
        look(key, found);
      },
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
  const headline = `${formatNumberOf(problems.length, 'file')} in ${root} ${problems.length === 1 ? 'differs' : 'differ'} from the manifest`;
  return new GobblerError('content-differs', `${headline}: ${problems[0]}`, {
    headline,
    input: 'verify',
    findings: [...problems].sort(),
    hint,
  });
}

/** Of a directory that is not there: its files are looked for all the same, and are problems then. */
const NO_DEVICE = -1;

/** Returns the result of some work, or the error it throws. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
