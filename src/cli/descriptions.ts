import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = ['..', '../..']
  .map((up) => path.resolve(HERE, up))
  .find((folder) => existsSync(path.join(folder, 'package.json'))) as string;

/** What an action says of its inputs: the texts of its `action.yml`, so that nothing is described twice. */
export async function descriptionsOf(action: string): Promise<ReadonlyMap<string, string>> {
  const { parse } = await import(/* webpackChunkName: "commands" */ 'yaml');
  const file = readFileSync(path.join(ROOT, action, 'action.yml'), 'utf8');
  const { inputs } = parse(file, { logLevel: 'error' }) as {
    inputs: Record<string, { description: string }>;
  };
  const texts = Object.entries(inputs).map(
    ([name, { description }]) => [name, inShell(description)] as const,
  );
  return new Map(texts);
}

/** There are no jobs in a shell. */
function inShell(description: string): string {
  return description
    .replaceAll('this runner', 'this machine')
    .replaceAll('relative to the workspace', 'relative to the current directory')
    .replaceAll('as an output `manifest-digest` gives it', 'as `gobbler status` tells it')
    .replaceAll('such as one made from the matrix', 'such as the number of a job in an array')
    .replaceAll('0 leaves it to the job', '0 is no limit')
    .replace('; less than the job may take, 360 minutes unless it says otherwise', '');
}

/** The version of the package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;
}
