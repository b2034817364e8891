import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AdaptiveIo, nameNewNow, replaceFile } from '../../fs/index.ts';

/** Where a file goes: under a name of its own while it is incomplete, then at its place. */
export interface Place {
  readonly partial: string;
  readonly target: string;
}

/** The calls for a small file: opening, writing, closing, renaming. */
export const PLACING_CALLS = 4;

/** How the name of a complete file is given, and the mode of the file, reduced by the umask. */
export interface Naming {
  readonly mode: number;
  /** Whether nothing may be replaced: then a file of another content under the name is an error. */
  readonly isNew: boolean;
}

/** Writes a file as a whole, and gives it its name when it is complete. */
export function placeSmall(
  content: Uint8Array,
  { partial, target, mode, isNew }: Place & Naming,
  pace: AdaptiveIo,
): Promise<void> {
  const now = (): void => {
    try {
      writeFileSync(partial, content, { flag: 'wx', mode });
      if (isNew) nameNewNow(partial, target);
      else renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  };
  return pace.once({
    now,
    later: () => replaceFile(target, [content], { partial, mode, isNew }),
    calls: PLACING_CALLS,
  });
}
