import type { Machine } from './machine.ts';
import { directoriesOn, type RunningStep, type StepOptions, startStep } from './product.ts';
import type { Mount } from './shared-filesystem.ts';
import type { Site } from './site.ts';

/** Allocates a directory in which the parts of a version gather. Gives its name. */
export async function allocate(site: Site, machine: Machine, mount: Mount, version: string): Promise<string> {
  const { answer } = await site.step(machine, mount, ['stage', version]);
  if (answer.error !== null) throw new Error(`stage ${version}: ${JSON.stringify(answer.error)}`);
  const name = String(answer.outputs.area);
  site.allocated.add(name);
  return name;
}

export interface PartOptions extends Partial<StepOptions> {
  readonly area: string;
  readonly part: string;
  readonly directory: string;
  /** Whether its files go to the top of the version, rather than below the part's name. */
  readonly atTop?: boolean;
}

/** Starts to stage a directory as one part. */
export function startPart(
  site: Site,
  machine: Machine,
  mount: Mount,
  { area, part, directory, atTop = false, ...options }: PartOptions,
): RunningStep {
  return startStep(
    machine,
    ['stage', '--area', area, '--leg', part, '--directory', directory, ...(atTop ? [] : ['--path', part])],
    { url: site.service.url, directories: directoriesOn(mount), ...options },
  );
}
