import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = ['..', '../..']
  .map((up) => path.resolve(HERE, up))
  .find((folder) => existsSync(path.join(folder, 'package.json'))) as string;

/** The version of the package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version;
}
