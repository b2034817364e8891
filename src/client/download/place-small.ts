import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AdaptiveIo, replaceFile } from '../../fs/index.ts';

/** Where a file goes: under a name of its own while it is incomplete, then at its place. */
export interface Place {
  readonly partial: string;
  readonly target: string;
}

/** The calls for a small file: opening, writing, closing, renaming. */
export const PLACING_CALLS = 4;

/** Writes a file as a whole, and gives it its name when it is complete. `mode` is reduced by the umask. */
export function placeSmall(
  content: Uint8Array,
  { partial, target, mode }: Place & { readonly mode: number },
  pace: AdaptiveIo,
): Promise<void> {
  const now = (): void => {
    try {
      writeFileSync(partial, content, { flag: 'wx', mode });
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  };
  return pace.once({
    now,
    later: () => replaceFile(target, [content], { partial, mode }),
    calls: PLACING_CALLS,
  });
}
