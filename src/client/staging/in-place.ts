import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../../errors/index.ts';
import type { Connection } from '../connection/index.ts';
import type { UploadPlan } from '../plan/index.ts';
import { TRAVERSABLE } from '../requests/index.ts';
import type { Scan } from '../source/index.ts';

/**
 * The base name of a source that can be uploaded from where it is: it lies directly in staging, belongs to this user,
 * and the service would publish exactly what was planned. Undefined if it has to be staged like any other (also deeper
 * in staging: the service only takes directories at its top, protocol §4, §17.3).
 */
export async function inPlaceName(
  { staging }: Connection,
  { root, files, links, directories, leftOut }: Scan,
  plan: UploadPlan,
): Promise<string | undefined> {
  const name = path.basename(root);
  if (name.startsWith('.') || name.startsWith('request-') || leftOut.hidden + leftOut.unselected > 0)
    return undefined;
  if (plan.unchanged.length > 0) return undefined;
  if (files.some((file) => (file.mode & 0o444) !== 0o444)) return undefined;
  const texts = new Map(links.map((link) => [link.path, link.text]));
  if (plan.links.length !== links.length || plan.links.some((link) => texts.get(link.path) !== link.text)) {
    return undefined;
  }
  try {
    if (path.dirname(await fs.realpath(root)) !== (await fs.realpath(staging))) return undefined;
    for (const directory of ['.', ...directories]) {
      const stats = await fs.lstat(path.join(root, directory));
      if (!stats.isDirectory() || stats.uid !== process.geteuid?.()) return undefined;
      if ((stats.mode & TRAVERSABLE) !== TRAVERSABLE) return undefined;
    }
  } catch (error) {
    // Staging it hits the same error, and explains it.
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
  return name;
}
