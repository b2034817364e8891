import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/**
 * Makes sure that a file can take as many bytes, by appending them and taking them back. The file is made if it does not
 * exist; with `isNew` it must not.
 */
export function requireRoom(file: string, sizeBytes: number, { isNew = false } = {}): void {
  const descriptor = openSync(file, isNew ? 'ax' : 'a');
  try {
    const before = fstatSync(descriptor);
    try {
      // Empty lines mean nothing to a runner, should this process be killed here.
      for (let done = 0; done < sizeBytes; ) done += writeSync(descriptor, '\n'.repeat(sizeBytes - done));
    } finally {
      if (before.isFile()) ftruncateSync(descriptor, before.size);
    }
  } finally {
    closeSync(descriptor);
  }
}
