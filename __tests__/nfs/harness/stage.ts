import type { Machine } from './machine.ts';
import { directoriesOn, type RunningStep, type StepOptions, startStep } from './product.ts';
import type { Mount } from './shared-filesystem.ts';
import type { Site } from './site.ts';

/** Starts a multipart upload. Returns its id. */
export async function startUpload(
  site: Site,
  machine: Machine,
  mount: Mount,
  version: string,
): Promise<string> {
  const { answer } = await site.step(machine, mount, ['stage', version]);
  if (answer.error !== null) throw new Error(`stage ${version}: ${JSON.stringify(answer.error)}`);
  const id = answer.outputs.uploadId;
  if (typeof id !== 'string')
    throw new Error(`stage ${version} gives no upload id: ${JSON.stringify(answer)}`);
  site.uploads.add(id);
  return id;
}

export interface PartOptions extends Partial<StepOptions> {
  readonly uploadId: string;
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
  { uploadId, part, directory, atTop = false, ...options }: PartOptions,
): RunningStep {
  return startStep(
    machine,
    [
      'stage',
      '--upload-id',
      uploadId,
      '--part',
      part,
      '--directory',
      directory,
      ...(atTop ? [] : ['--path', part]),
    ],
    { url: site.service.url, directories: directoriesOn(mount), ...options },
  );
}
