import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Content, type FileSteps, fileSteps, type Wanted } from './file-steps.ts';
import { type Thread, withThread } from './worker-pool.ts';

/** As much is done here before a thread is started, which takes about as long. */
export const WORTH_A_THREAD_BYTES = 8 * 1024 * 1024;

/** An open file, by its descriptor. */
export interface OpenFile {
  readonly descriptor: number;
  readonly sizeBytes: number;
}

export interface WorkOptions {
  /** When aborted, the work ends in the middle, with the reason; nothing touches the files any more then. */
  readonly signal?: AbortSignal | undefined;
}

/** Which checksums to compute of a file while it is read. */
export interface DigestChoice {
  /** The MD5, which a manifest has. Default true. */
  readonly wantsChecksum?: boolean | undefined;
  /** Default false. */
  readonly wantsSha256?: boolean | undefined;
}

const wantedOf = ({ wantsChecksum = true, wantsSha256 = false }: DigestChoice): Wanted => ({
  md5: wantsChecksum,
  sha256: wantsSha256,
});

/** Size and checksums of an open file, from its start. */
export function hashFile(file: OpenFile, options: WorkOptions & DigestChoice = {}): Promise<Content> {
  const wanted = wantedOf(options);
  return work(file, options, {
    inThread: (thread) => thread.perform({ kind: 'hash', file: file.descriptor, wanted }),
    here: ({ hash }) => hash(file.descriptor, wanted),
  });
}

/**
 * Writes the content of an open file to another, which has to be empty. Size, and checksums of what was written: every byte
 * is read once.
 */
export function copyFile(
  file: OpenFile,
  to: number,
  options: WorkOptions & DigestChoice = {},
): Promise<Content> {
  const wanted = wantedOf(options);
  return work(file, options, {
    inThread: (thread) => thread.perform({ kind: 'copy', from: file.descriptor, to, wanted }),
    here: ({ copy }) => copy(file.descriptor, to, wanted),
  });
}

/** Returns whether two open files are the same, byte by byte. */
export function sameContent(file: OpenFile, other: number, options: WorkOptions = {}): Promise<boolean> {
  return work(file, options, {
    inThread: (thread) => thread.perform({ kind: 'compare', a: file.descriptor, b: other }),
    here: ({ compare }) => compare(file.descriptor, other),
  });
}

/** Bytes that were worked on so far, or are being worked on. */
let begunBytes = 0;

/** Runs in a thread, if one is free, and once there is enough to do; else here, interleaved with everything else. */
async function work<T>(
  { sizeBytes }: OpenFile,
  { signal }: WorkOptions,
  how: {
    readonly inThread: (thread: Thread) => Promise<T>;
    readonly here: (steps: FileSteps) => Generator<void, T>;
  },
): Promise<T> {
  begunBytes += sizeBytes;
  const done = begunBytes < WORTH_A_THREAD_BYTES ? undefined : await withThread(signal, how.inThread);
  if (done !== undefined) return done;
  steps ??= fileSteps();
  return byTurns(how.here(steps), signal);
}

let steps: FileSteps | undefined;

async function byTurns<T>(steps: Generator<void, T>, signal: AbortSignal | undefined): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
