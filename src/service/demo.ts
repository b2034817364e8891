import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeTree, TimeSlices } from './files/index.ts';

/** Directories for a service that is only tried out. */
export interface Demo {
  readonly registry: string;
  readonly staging: string;
  /** Removes both. */
  readonly remove: () => Promise<void>;
}

/** Makes a registry and a staging directory in a temporary directory that other users cannot enter. */
export function makeDemo(): Demo {
  const place = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'gobbler-demo-')));
  const [registry, staging] = [path.join(place, 'registry'), path.join(place, 'staging')];
  mkdirSync(registry);
  mkdirSync(staging);
  chmodSync(staging, 0o1777);
  return {
    registry,
    staging,
    remove: async () => {
      if (existsSync(place)) await removeTree(place, TimeSlices.unstoppable());
    },
  };
}
