import { randomInt } from 'node:crypto';
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
  const name = `${formatTimestamp(new Date())}_${randomInt(100_000, 1_000_000)}`;
  const content = encodeJson(new Map<string, Encodable>(Object.entries({ ...about, type })), {
    indent: true,
  });
  writeRecord(path.join(registry.root, LOGS, name), content);
}
