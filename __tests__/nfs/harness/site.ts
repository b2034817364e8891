import { afterAll, beforeAll } from '@jest/globals';
import { type Lab, powerOn } from './lab.ts';
import type { Machine } from './machine.ts';
import {
  directoriesOn,
  gobbler,
  type Service,
  type Step,
  type StepOptions,
  startGobbler,
} from './product.ts';
import { type Mount, SERVED, shareFilesystem } from './shared-filesystem.ts';

/** A lab with a Gobbler on the server, whose registry and staging directory all share. */
export interface Site extends Lab {
  readonly service: Service;
  /** Runs `gobbler ARGS --json` on a machine, with the directories below a mount, or on the server's disk. */
  readonly step: (
    machine: Machine,
    place: Mount | undefined,
    args: readonly string[],
    options?: Partial<StepOptions>,
  ) => Promise<Step>;
  /** Directories in staging in which parts gather: they stay for later, as they should. */
  readonly uploads: Set<string>;
  /** All other names in the staging directory, as the server has them. */
  readonly inStaging: () => Promise<string[]>;
  /** A name that was not used before: of an asset, a directory, … */
  readonly fresh: (prefix: string) => string;
}

let count = 0;

async function openSite(): Promise<Site> {
  const lab = await powerOn();
  try {
    await shareFilesystem(lab);
    const uploads = new Set<string>();
    const service = await startGobbler(lab.server, directoriesOn(undefined));
    return {
      ...lab,
      service,
      step: (machine, place, args, options) =>
        gobbler(machine, args, { url: service.url, directories: directoriesOn(place), ...options }),
      uploads,
      inStaging: async () => {
        const names = await namesIn(lab.server, `${SERVED}/staging`);
        return names.filter((name) => !uploads.has(name));
      },
      fresh: (prefix) => `${prefix}-${++count}`,
    };
  } catch (error) {
    await lab.powerOff();
    throw error;
  }
}

/** Names in a directory, as a machine has them. */
export async function namesIn(machine: Machine, directory: string): Promise<string[]> {
  const names = await machine.shell(`ls -A ${directory}`, { user: 'root' });
  return names.split('\n').filter((name) => name !== '');
}

/** One site for all tests of a block; it is there while they run. */
export function useSite(): () => Site {
  let site: Site | undefined;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.powerOff());
  return () => {
    if (site === undefined) throw new Error('The site is only there during a test');
    return site;
  };
}
