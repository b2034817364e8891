import { createHash, hash as hashOf } from 'node:crypto';
import {
  linkSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { nameNewNow } from '../replace-file.ts';
import { type Content, fileSteps, type Wanted } from './file-steps.ts';

// The program of a worker thread: it does one task after another. Nothing imports it but types: the build bundles it into
// worker-code.ts, since neither a bundle nor a program that bundles the library has a file of its own for it.

/** The tasks of a thread. Files are open already: all threads of a process share its descriptors. */
export type Task =
  | { readonly kind: 'hash'; readonly file: number; readonly wanted: Wanted }
  | { readonly kind: 'copy'; readonly from: number; readonly to: number; readonly wanted: Wanted }
  | { readonly kind: 'compare'; readonly a: number; readonly b: number }
  | { readonly kind: 'empty'; readonly directory: string }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'digest' }
  | ({ readonly kind: 'place' } & NewFiles)
  | ({ readonly kind: 'link' } & HardLinks);

/** Small files to be made. Flat, since a thousand objects take longer to hand over than to write as files. */
export interface NewFiles {
  /** The content of one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sizes: readonly number[];
  /**
   * For each its name while it is incomplete, which nothing else has, its name then, and the MD5 of its content, without
   * which it is not made; each ends with NUL.
   */
  readonly texts: string;
  /** Reduced by the umask. */
  readonly mode: number;
  /** Whether nothing may be replaced. */
  readonly isNew: boolean;
}

/** Hard links to be made: for each file of a directory, one of the same relative path in another directory. */
export interface HardLinks {
  readonly from: string;
  readonly to: string;
  /** Each ends with NUL. */
  readonly paths: string;
}

/** A failure on its way to another thread, where an error loses its code. */
export interface Failure {
  readonly message: string;
  readonly properties: Record<string, unknown>;
}

/** The files of a batch that were not made, by their place in it. */
export interface Placed {
  /** The memory of the contents, to be used again. */
  readonly memory: ArrayBuffer;
  readonly tookMs: number;
  readonly wrong: readonly number[];
  readonly failed: readonly (Failure & { readonly at: number })[];
}

/** The answer to each task. */
export interface Answers {
  readonly hash: Content;
  readonly copy: Content;
  readonly compare: boolean;
  readonly empty: true;
  /** The memory of the piece, to be used again. */
  readonly piece: ArrayBuffer;
  readonly digest: string;
  readonly place: Placed;
  /** Inode, size and mtime of each link; three times NaN where a call has failed, or for lack of time. */
  readonly link: Float64Array<ArrayBuffer>;
}

export type Reply =
  /** Comes first: the thread has started. */
  { readonly ready: true } | { readonly answer: Answers[Task['kind']] } | { readonly failure: Failure };

const { hash, copy, compare } = fileSteps();
let stream = createHash('md5');

const toTheEnd = <T>(steps: Generator<void, T>): T => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** One call of the filesystem for each entry, where `rmSync` takes two. */
const emptyTree = (directory: string): void => {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const item = `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      emptyTree(item);
      rmdirSync(item);
    } else unlinkSync(item);
  }
};

const place = (content: Uint8Array, partial: string, target: string, { mode, isNew }: NewFiles): void => {
  try {
    writeFileSync(partial, content, { flag: 'wx', mode });
    if (isNew) nameNewNow(partial, target);
    else renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
};

const placeAll = (files: NewFiles): Placed => {
  const { bytes, sizes, texts } = files;
  const begun = performance.now();
  const wrong: number[] = [];
  const failed: (Failure & { at: number })[] = [];
  const parts = texts.split('\0');
  let end = 0;
  for (const [at, size] of sizes.entries()) {
    const [partial = '', target = '', md5sum] = parts.slice(at * 3, at * 3 + 3);
    const content = bytes.subarray(end, end + size);
    end += size;
    if (hashOf('md5', content, 'hex') !== md5sum) {
      wrong.push(at);
      continue;
    }
    try {
      place(content, partial, target, files);
    } catch (error) {
      failed.push({ at, ...failureOf(error) });
    }
  }
  return { memory: bytes.buffer, tookMs: performance.now() - begun, wrong, failed };
};

/** Numbers for each link. */
const LINK_COLUMNS = 3;

/** The main thread waits for a batch before it stops. On a filesystem that has become slow, it makes the rest of the links. */
const LONGEST_BATCH_MS = 20;

const linkAll = ({ from, to, paths }: HardLinks): Float64Array<ArrayBuffer> => {
  const files = paths.split('\0');
  files.pop();
  const columns = new Float64Array(files.length * LINK_COLUMNS).fill(Number.NaN);
  const end = performance.now() + LONGEST_BATCH_MS;
  for (const [at, file] of files.entries()) {
    if (performance.now() > end) break;
    const link = `${to}/${file}`;
    try {
      linkSync(`${from}/${file}`, link);
      const { ino, size, mtimeMs } = statSync(link);
      columns.set([ino, size, mtimeMs], at * LINK_COLUMNS);
    } catch {
      // The main thread repeats it, and handles the failure.
    }
  }
  return columns;
};

const failureOf = (error: unknown): Failure => {
  const { message, ...properties } = Object.assign({ message: String(error) }, error);
  return { message: error instanceof Error ? error.message : message, properties };
};

const perform = (task: Task): Answers[Task['kind']] => {
  switch (task.kind) {
    case 'hash':
      return toTheEnd(hash(task.file, task.wanted));
    case 'copy':
      return toTheEnd(copy(task.from, task.to, task.wanted));
    case 'compare':
      return toTheEnd(compare(task.a, task.b));
    case 'empty':
      emptyTree(task.directory);
      return true;
    case 'piece':
      stream.update(task.bytes);
      return task.bytes.buffer;
    case 'digest': {
      const sum = stream.digest('hex');
      stream = createHash('md5');
      return sum;
    }
    case 'place':
      return placeAll(task);
    case 'link':
      return linkAll(task);
  }
};

/** Memory that goes back to the main thread without being copied. */
const memoryOf = (answer: Answers[Task['kind']]): ArrayBuffer[] => {
  if (answer instanceof ArrayBuffer) return [answer];
  if (answer instanceof Float64Array) return [answer.buffer];
  return typeof answer === 'object' && 'memory' in answer ? [answer.memory] : [];
};

if (parentPort === null) throw new Error('This file is the program of a worker thread');
const port = parentPort;
port.on('message', (task: Task) => {
  try {
    const answer = perform(task);
    port.postMessage({ answer } satisfies Reply, memoryOf(answer));
  } catch (error) {
    port.postMessage({ failure: failureOf(error) } satisfies Reply);
  }
});
port.postMessage({ ready: true } satisfies Reply);
