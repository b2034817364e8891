import type { Uploader } from '../client/index.ts';

/**
 * New entries that change nothing, with the earlier ones that decide instead: of the entries that fit an upload, the
 * service takes the first.
 */
export function shadowedUploaders(
  before: readonly Uploader[],
  after: readonly Uploader[],
): { readonly entry: Uploader; readonly by: Uploader }[] {
  const fresh = after.slice(before.length);
  return fresh.flatMap((entry) => {
    const by = before.find((earlier) => covers(earlier, entry));
    return by === undefined || (by.trusted === true) === (entry.trusted === true) ? [] : [{ entry, by }];
  });
}

/** Whether `earlier` fits every upload that `entry` fits. */
function covers(earlier: Uploader, entry: Uploader): boolean {
  return (
    earlier.id === entry.id &&
    earlier.until === undefined &&
    (earlier.asset === undefined || earlier.asset === entry.asset) &&
    (earlier.version === undefined || earlier.version === entry.version)
  );
}
