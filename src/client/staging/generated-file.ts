import { writeFileSync } from 'node:fs';
import { withOpenNow } from '../../fs/index.ts';
import { CREATE, STAGED_MODE, StagedMode, writtenNow } from './staged-copy.ts';

/** A file that is published with a source, and is not in it. */
export interface GeneratedFile {
  /** Relative to the version; in its top directory. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Writes a generated file into a staged directory. Code `staging-unavailable`. */
export function stageGenerated(target: string, { path, content }: GeneratedFile): void {
  const place = `${target}/${path}`;
  const fill = (descriptor: number): void => {
    new StagedMode().giveNow(descriptor);
    writeFileSync(descriptor, content);
  };
  writtenNow(place, () => withOpenNow(place, CREATE, fill, STAGED_MODE));
}
