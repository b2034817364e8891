import { refPath } from '../protocol/layout.ts';
import type { VersionRef } from '../protocol/names.ts';
import type { Manifest } from '../protocol/records.ts';
import type { Connection } from './connection.ts';
import { type RegistryFile, registrySums } from './registry-sums.ts';
import { becomesVisible } from './upload/confirm.ts';

export interface CompareSumsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called for each file that was read. */
  readonly onFile?: ((file: RegistryFile) => void) | undefined;
}

/**
 * Compares the bytes of a published version with sha256 sums by path. Every file of the manifest is read, and what a link
 * leads to, as sha256sum does. Each difference is a sentence that begins with the path; files that are missing on either
 * side are differences. Codes as `registrySums`.
 */
export async function compareSums(
  connection: Connection,
  ref: VersionRef,
  { manifest, sums }: { readonly manifest: Manifest; readonly sums: ReadonlyMap<string, string> },
  { signal, onFile }: CompareSumsOptions = {},
): Promise<string[]> {
  const differences: string[] = [];
  const files: (RegistryFile & { readonly key: string })[] = [];
  for (const [key, { size, md5sum }] of manifest) {
    if (md5sum === '') continue; // an empty directory
    if (sums.has(key)) files.push({ key, path: `${refPath(ref)}/${key}`, sizeBytes: size });
    else differences.push(`${JSON.stringify(key)} is only there`);
  }
  for (const key of sums.keys()) {
    const found = manifest.get(key)?.md5sum;
    if (found === undefined) differences.push(`${JSON.stringify(key)} is missing there`);
    else if (found === '') differences.push(`${JSON.stringify(key)} is a directory there`);
  }
  const visible = await becomesVisible(connection, ref, signal);
  const found = await registrySums(connection, files, { visible, signal, onFile });
  for (const { key, path: place, sizeBytes } of files) {
    const [sum, expected] = [found.get(place), sums.get(key)];
    if (sum === expected) continue;
    const has = sum === undefined ? `no ${sizeBytes} bytes that can be read` : sum;
    differences.push(`${JSON.stringify(key)} should have sha256 ${expected}, but has ${has} there`);
  }
  return differences;
}
