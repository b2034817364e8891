/** What a thread can be asked to do. */
export type Task =
  | { readonly kind: 'hash'; readonly file: string }
  | { readonly kind: 'copy'; readonly from: string; readonly to: string; readonly mode: number }
  | { readonly kind: 'remove'; readonly directory: string }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'digest' };

/** What it answers. */
export interface Done {
  readonly md5sum: string;
  /** That of a piece, to be used again. */
  readonly memory?: ArrayBuffer;
}

export type Reply =
  | Done
  | { readonly failure: { readonly message: string; readonly properties: Record<string, unknown> } };

/** What the thread runs. It must not refer to anything outside of itself. */
export function threadMain(): void {
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { closeSync, openSync, readdirSync, readSync, rmdirSync, rmSync, unlinkSync, writeSync } =
    process.getBuiltinModule('node:fs');
  const room = Buffer.allocUnsafeSlow(1024 * 1024);
  let stream = createHash('md5');

  const hashFile = (file: string, use?: (chunk: Buffer) => void): string => {
    const hash = createHash('md5');
    const descriptor = openSync(file, 'r');
    try {
      for (;;) {
        const bytesRead = readSync(descriptor, room, 0, room.length, null);
        if (bytesRead === 0) return hash.digest('hex');
        const chunk = room.subarray(0, bytesRead);
        use?.(chunk);
        hash.update(chunk);
      }
    } finally {
      closeSync(descriptor);
    }
  };

  const copyFile = (from: string, to: string, mode: number): string => {
    const target = openSync(to, 'wx', mode);
    try {
      return hashFile(from, (chunk) => {
        for (let done = 0; done < chunk.length; ) done += writeSync(target, chunk, done);
      });
    } finally {
      closeSync(target);
    }
  };

  /** One call of the filesystem for each entry, where `rmSync` takes two. */
  const removeTree = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const item = `${directory}/${entry.name}`;
      if (entry.isDirectory()) removeTree(item);
      else unlinkSync(item);
    }
    rmdirSync(directory);
  };

  const perform = (task: Task): Done => {
    if (task.kind === 'hash') return { md5sum: hashFile(task.file) };
    if (task.kind === 'copy') return { md5sum: copyFile(task.from, task.to, task.mode) };
    if (task.kind === 'remove') {
      try {
        removeTree(task.directory);
      } catch {
        // Somebody else is at it, too: the thorough way, which looks at everything before it is removed.
        rmSync(task.directory, { recursive: true, force: true, maxRetries: 3 });
      }
      return { md5sum: '' };
    }
    if (task.kind === 'piece') {
      stream.update(task.bytes);
      return { md5sum: '', memory: task.bytes.buffer };
    }
    const md5sum = stream.digest('hex');
    stream = createHash('md5');
    return { md5sum };
  };

  parentPort?.on('message', (task: Task) => {
    try {
      const done = perform(task);
      parentPort.postMessage(done, done.memory === undefined ? [] : [done.memory]);
    } catch (error) {
      // An error loses its code on its way to another thread.
      const { message, ...properties } = Object.assign({ message: String(error) }, error);
      parentPort.postMessage({
        failure: { message: error instanceof Error ? error.message : message, properties },
      });
    }
  });
}
