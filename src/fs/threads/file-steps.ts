import { createHash } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';

/** The content of a file. */
export interface Content {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal; empty if it was not wanted. */
  readonly md5sum: string;
  /** Lower-case hexadecimal; only if it was wanted. */
  readonly sha256?: string;
}

/** Which checksums to compute of what is read anyway. */
export interface Wanted {
  readonly md5: boolean;
  readonly sha256: boolean;
}

/** Work on open files, in steps of a megabyte between which it may wait, or be given up. */
export interface FileSteps {
  readonly hash: (descriptor: number, wanted: Wanted) => Generator<void, Content>;
  /** Writes the content of one file to another, which is empty. */
  readonly copy: (from: number, to: number, wanted: Wanted) => Generator<void, Content>;
  /** Whether two files are the same, byte by byte: a fraction of the work of a checksum. */
  readonly compare: (a: number, b: number) => Generator<void, boolean>;
}

const STEP_BYTES = 1024 * 1024;

/**
 * Makes {@link FileSteps}, whose steps may not run at the same time: they share their memory. The positions of the files
 * are neither used nor changed.
 */
export function fileSteps(): FileSteps {
  const [room, otherRoom] = [Buffer.allocUnsafeSlow(STEP_BYTES), Buffer.allocUnsafeSlow(STEP_BYTES)];

  /** Less than a step only at the end. */
  const read = (descriptor: number, position: number, into: Buffer): Buffer => {
    let length = 0;
    while (length < STEP_BYTES) {
      const count = readSync(descriptor, into, length, STEP_BYTES - length, position + length);
      if (count === 0) break;
      length += count;
    }
    return into.subarray(0, length);
  };

  const digests = (wanted: Wanted) => {
    const md5 = wanted.md5 ? createHash('md5') : undefined;
    const sha256 = wanted.sha256 ? createHash('sha256') : undefined;
    return {
      update: (chunk: Buffer): void => {
        md5?.update(chunk);
        sha256?.update(chunk);
      },
      content: (size: number): Content => ({
        size,
        md5sum: md5?.digest('hex') ?? '',
        ...(sha256 && { sha256: sha256.digest('hex') }),
      }),
    };
  };

  return {
    *hash(descriptor, wanted) {
      const digest = digests(wanted);
      for (let size = 0; ; ) {
        const chunk = read(descriptor, size, room);
        digest.update(chunk);
        size += chunk.length;
        if (chunk.length < STEP_BYTES) return digest.content(size);
        yield;
      }
    },
    *copy(from, to, wanted) {
      const digest = digests(wanted);
      for (let size = 0; ; ) {
        const chunk = read(from, size, room);
        for (let done = 0; done < chunk.length; ) {
          done += writeSync(to, chunk, done, chunk.length - done, size + done);
        }
        digest.update(chunk);
        size += chunk.length;
        if (chunk.length < STEP_BYTES) return digest.content(size);
        yield;
      }
    },
    *compare(a, b) {
      for (let size = 0; ; ) {
        const [chunk, other] = [read(a, size, room), read(b, size, otherRoom)];
        if (!chunk.equals(other)) return false;
        if (chunk.length < STEP_BYTES) return true;
        size += chunk.length;
        yield;
      }
    },
  };
}
