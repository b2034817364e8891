import { createHash } from 'node:crypto';
import { createReadStream, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Difference, GobblerError, type Manifest } from '../client/index.ts';
import { messageOf } from '../protocol/errors.ts';

/** A fresh folder for files that later steps read. */
export function outputFolder(): Promise<string> {
  return fs.mkdtemp(path.join(process.env.RUNNER_TEMP || os.tmpdir(), 'gobbler-'));
}

/** Writes how a version differs from the one before as JSON, for later steps; returns the file. */
export async function writeDifference({
  version,
  difference,
}: {
  version: string;
  difference: Difference;
}): Promise<string> {
  const file = path.join(await outputFolder(), 'difference.json');
  await fs.writeFile(file, `${JSON.stringify({ previous: version, ...difference }, null, 2)}\n`);
  return file;
}

/**
 * Writes sha256 sums of all files of a manifest, read below `root`, in the format of `sha256sum`. Code
 * `destination-unavailable`.
 */
export async function writeChecksums(
  file: string,
  root: string,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<void> {
  const lines: string[] = [];
  for (const [key, { md5sum }] of manifest) {
    if (md5sum === '') continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(root, key)), hash, { signal });
    lines.push(sumLine(hash.digest('hex'), key));
  }
  try {
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    throw new GobblerError(
      'destination-unavailable',
      `checksums-file could not be written: ${messageOf(error)}`,
      {
        input: 'checksums-file',
        hint: 'Check the path and the rights of this user. The version itself is published.',
        cause: error,
      },
    );
  }
}

/** As sha256sum does it: names with a backslash or a line break are escaped, and their line begins with a backslash. */
function sumLine(sum: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${sum}  ${escaped}`;
}
