import { Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../../client/index.ts';
import { type FileProblem, gobblerError, messageOf } from '../../errors/index.ts';
import { AdaptiveIo, Filesystems, md5OfFiles } from '../../fs/index.ts';

/** How closely to look: at every byte, at sizes, or not at all. */
export type FileCheck = 'checksum' | 'size' | 'off';

/** Files to compare with their manifest. */
interface FilesToVerify {
  readonly root: string;
  readonly manifest: Manifest;
  readonly keys: readonly string[];
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Called for each file whose checksum has been computed. */
  readonly onFile?: () => void;
}

/** Compares files with their manifest. Code `content-differs` with everything that is not as it should be. */
export async function verifyFiles(files: FilesToVerify, check: FileCheck): Promise<void> {
  const { root, manifest, keys, concurrency, signal, onFile } = files;
  if (check === 'off') return;
  const problems: FileProblem[] = [];
  const sound: { path: string; sizeBytes: number }[] = [];
  const realKeys = keys.filter((key) => manifest.get(key)?.md5sum !== '');
  const look = (key: string, found: unknown): void => {
    const expected = manifest.get(key)?.size ?? 0;
    if (!(found instanceof Stats))
      problems.push({ path: key, kind: 'metadata-unreadable', error: messageOf(found) });
    else if (found.size === expected) sound.push({ path: key, sizeBytes: found.size });
    else problems.push({ path: key, kind: 'size', expected, found: found.size });
  };
  const filesystems = new Filesystems();
  const dev = statSync(root, { throwIfNoEntry: false })?.dev ?? NO_DEVICE;
  await new AdaptiveIo().forEach(
    realKeys,
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
    const onFailure = ({ path: key }: { path: string }, error: unknown): void =>
      void problems.push({ path: key, kind: 'unreadable', error: messageOf(error) });
    const reading = { signal, onFile, onFailure };
    const sums = await md5OfFiles(sound, ({ path: key }) => path.join(root, key), reading);
    for (const [key, sum] of sums) {
      const { md5sum = '' } = manifest.get(key) ?? {};
      if (sum !== md5sum) problems.push({ path: key, kind: 'md5', expected: md5sum, found: sum });
    }
  }
  if (problems.length > 0) throw gobblerError('files-differ', { directory: root, problems });
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
