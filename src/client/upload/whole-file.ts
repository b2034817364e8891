import { GobblerError } from '../../protocol/errors.ts';
import type { SourceFile } from './source-tree.ts';

/**
 * Refuses a source file, with code `invalid-source`, of which another number of bytes was read than it had when it was
 * scanned. Its metadata need not show that: they are older than the last byte, and for some files they say nothing.
 */
export function requireAllRead(
  { path, sizeBytes }: Pick<SourceFile, 'path' | 'sizeBytes'>,
  bytesRead: number,
): void {
  if (bytesRead === sizeBytes) return;
  throw new GobblerError(
    'invalid-source',
    `${JSON.stringify(path)} should have ${sizeBytes} bytes, as when it was scanned, but ${bytesRead} were read`,
    {
      input: 'directory',
      hint: 'Make sure that nothing writes to the directory any more before it is uploaded. If the size of a file says nothing of its content, copy it to a regular file first.',
    },
  );
}
