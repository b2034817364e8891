import { createHash } from 'node:crypto';
import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
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
  | { readonly kind: 'digest' };

/** The answer to each task. */
export interface Answers {
  readonly hash: Content;
  readonly copy: Content;
  readonly compare: boolean;
  readonly empty: true;
  /** The memory of the piece, to be used again. */
  readonly piece: ArrayBuffer;
  readonly digest: string;
}

export type Reply =
  /** Comes first: the thread has started. */
  | { readonly ready: true }
  | { readonly answer: Answers[Task['kind']] }
  | { readonly failure: { readonly message: string; readonly properties: Record<string, unknown> } };

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
  }
};

if (parentPort === null) throw new Error('This file is the program of a worker thread');
const port = parentPort;
port.on('message', (task: Task) => {
  try {
    const answer = perform(task);
    port.postMessage({ answer } satisfies Reply, answer instanceof ArrayBuffer ? [answer] : []);
  } catch (error) {
    // An error loses its code on its way to another thread.
    const { message, ...properties } = Object.assign({ message: String(error) }, error);
    const failure = { message: error instanceof Error ? error.message : message, properties };
    port.postMessage({ failure } satisfies Reply);
  }
});
port.postMessage({ ready: true } satisfies Reply);
