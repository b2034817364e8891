import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = ['..', '../..']
  .map((up) => path.resolve(HERE, up))
  .find((folder) => existsSync(path.join(folder, 'package.json'))) as string;

/** Returns the descriptions of an action's inputs from its `action.yml`, so that nothing is described twice. */
export async function descriptionsOf(action: string): Promise<ReadonlyMap<string, string>> {
  const { parse } = await import(/* webpackChunkName: "commands" */ 'yaml');
  const file = readFileSync(path.join(ROOT, action, 'action.yml'), 'utf8');
  const { inputs } = parse(file, { logLevel: 'error' }) as {
    inputs: Record<string, { description: string }>;
  };
  return new Map(Object.entries(inputs).map(([name, { description }]) => [name, description]));
}

/** The version of the package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;
}
