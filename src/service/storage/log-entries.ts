import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Encodable, encodeJson, formatTimestamp, LOGS } from '../../protocol/index.ts';
import { writeRecord } from './record-files.ts';
import type { Registry } from './registry.ts';

/** The types of entries in `..logs`. */
export type LogType =
  | 'add-version'
  | 'delete-version'
  | 'delete-asset'
  | 'delete-project'
  | 'reindex-version';

/** Tells those who keep an index of the registry that something has changed. Protocol §3.10. */
export function writeLogEntry(
  registry: Registry,
  type: LogType,
  about: { readonly [member: string]: Encodable },
): void {
  const second = formatTimestamp(new Date());
  let file: string;
  // Of some dozens of entries in a second, two may draw the same number: an entry never replaces another one.
  do file = path.join(registry.root, LOGS, `${second}_${randomInt(100_000, 1_000_000)}`);
  while (existsSync(file));
  const content = encodeJson(new Map<string, Encodable>(Object.entries({ ...about, type })), {
    indent: true,
  });
  writeRecord(file, content);
}
