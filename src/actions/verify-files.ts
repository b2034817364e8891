import { promises as fs } from 'node:fs';
import path from 'node:path';
import { md5OfFiles } from '../client/checksums.ts';
import { forEachConcurrently } from '../client/concurrency.ts';
import { GobblerError, type Manifest } from '../client/index.ts';
import { errnoOf, messageOf } from '../protocol/errors.ts';
import { formatNumberOf } from './figures.ts';

/** How closely to look: at every byte, at sizes, or not at all. */
export type FileCheck = 'checksum' | 'size' | 'off';

/** Holds files against their manifest. Code `content-differs` with everything that is not as it should be. */
export async function verifyFiles(
  {
    root,
    manifest,
    keys,
    concurrency,
    signal,
  }: {
    readonly root: string;
    readonly manifest: Manifest;
    readonly keys: readonly string[];
    readonly concurrency: number;
    readonly signal: AbortSignal;
  },
  check: FileCheck,
): Promise<void> {
  if (check === 'off') return;
  const problems: string[] = [];
  const sound: { path: string; sizeBytes: number }[] = [];
  const files = keys.filter((key) => manifest.get(key)?.md5sum !== '');
  await forEachConcurrently(
    files,
    concurrency,
    async (key) => {
      const expected = manifest.get(key)?.size ?? 0;
      try {
        const { size } = await fs.stat(path.join(root, key));
        if (size === expected) sound.push({ path: key, sizeBytes: size });
        else problems.push(`${key} should have ${expected} bytes, but has ${size}`);
      } catch (error) {
        if (errnoOf(error) === undefined) throw error;
        problems.push(`${key} could not be looked at: ${messageOf(error)}`);
      }
    },
    signal,
  );
  if (check === 'checksum') {
    const sums = await md5OfFiles(sound, ({ path: key }) => path.join(root, key), { signal });
    for (const [key, sum] of sums) {
      const expected = manifest.get(key)?.md5sum;
      if (sum !== expected) problems.push(`${key} should have the MD5 ${expected}, but has ${sum}`);
    }
  }
  if (problems.length === 0) return;
  const message = `${formatNumberOf(problems.length, 'file')} in ${root} differ from the manifest`;
  throw new GobblerError('content-differs', `${message}: ${problems[0]}`, {
    input: 'verify',
    findings: [message, ...problems.sort()],
    hint: 'The registry may be damaged: have an administrator validate the version.',
  });
}
