import { uploadDirectory } from '../../src/client/index.ts';
import { type Entries, fill, type Sandbox } from './sandbox.ts';

/** Publishes p/a/`version` (or in another place) with these files, by default on probation. */
export async function publish(
  box: Sandbox,
  version: string,
  files: Entries = { 'x.txt': 'four' },
  {
    probation = true,
    project = 'p',
    asset = 'a',
    spoof,
  }: { probation?: boolean; project?: string; asset?: string; spoof?: string } = {},
): Promise<void> {
  const directory = `${box.workspace}/${asset}-${version}`;
  fill(directory, files);
  await uploadDirectory(box.connection, {
    project,
    asset,
    version,
    directory,
    probation,
    ...(spoof !== undefined && { spoof }),
  });
}
