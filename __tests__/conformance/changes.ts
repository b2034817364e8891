import crypto from 'node:crypto';
import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { otherUserName } from '../helpers/service-users.ts';
import { isRecent, type Places, scrubbedRecord, withPlaceholders } from './replies.ts';

/** A directory tree at one moment: path to description. */
export interface Picture {
  readonly entries: ReadonlyMap<string, unknown>;
  /** The content of `..logs`, by name. */
  readonly logs: ReadonlyMap<string, unknown>;
}

/**
 * Looks at everything below a directory. In a registry, internal files are looked at as JSON, lock files are passed
 * over, and log entries are kept apart, since their names are random.
 */
export function takePicture(root: string, places: Places, { isRegistry = false } = {}): Picture {
  const entries = new Map<string, unknown>();
  const logs = new Map<string, unknown>();
  const visit = (directory: Buffer, prefix: string): void => {
    for (const raw of fs.readdirSync(directory, { encoding: 'buffer' })) {
      const name = printable(raw);
      if (isRegistry && name.startsWith('..LOCK')) continue;
      const place = Buffer.concat([directory, Buffer.from('/'), raw]);
      const isLog = isRegistry && prefix === '..logs/';
      const stat = fs.lstatSync(place);
      const description = describe(place, stat, name, places, isRegistry && (isLog || name.startsWith('..')));
      if (isLog) logs.set(name, describeLog(name, description));
      else entries.set(prefix + name, description);
      if (stat.isDirectory()) visit(place, `${prefix}${name}/`);
    }
  };
  if (fs.existsSync(root)) visit(Buffer.from(root), '');
  else entries.set('.', { type: 'missing' });
  return { entries, logs };
}

/** In the short form of the records, which leaves out everything that is as usual. */
function describe(place: Buffer, stat: fs.Stats, name: string, places: Places, isRecord: boolean): unknown {
  const owner = otherUserName(stat.uid);
  const ownership = owner === undefined ? {} : { owner };
  if (stat.isSymbolicLink()) {
    const target = withPlaceholders(printable(fs.readlinkSync(place, 'buffer')), places);
    return owner === undefined ? { to: target } : { type: 'symlink', target, owner };
  }
  const mode = (stat.mode & 0o7777).toString(8);
  if (stat.isDirectory()) {
    return mode === '755' && owner === undefined ? 'dir' : { type: 'dir', mode, ...ownership };
  }
  const form = mode === '644' ? {} : { type: stat.isFile() ? 'file' : 'special', mode };
  const links = stat.nlink > 1 ? { links: stat.nlink } : {};
  const content = fs.readFileSync(place);
  return {
    ...form,
    ...ownership,
    ...links,
    ...(isRecord ? asRecord(name, content, places) : asFile(content)),
  };
}

function asFile(content: Buffer): { size: number; sha256: string } {
  return { size: content.length, sha256: crypto.hash('sha256', content) };
}

function asRecord(name: string, content: Buffer, places: Places): { json: unknown } | { text: string } {
  const text = content.toString('utf8');
  try {
    return { json: scrubbedRecord(name, JSON.parse(text), places) };
  } catch {
    return { text: withPlaceholders(text, places) };
  }
}

/** The content alone, if name and mode are as they should be. */
function describeLog(name: string, description: unknown): unknown {
  const [time, suffix = '', ...rest] = name.split('_');
  const isRegular = isRecent(time) && /^[1-9]\d{5}$/.test(suffix) && rest.length === 0;
  const { json, ...more } = description as { json?: unknown };
  return isRegular && Object.keys(more).length === 0 ? json : { name, ...more, json };
}

function printable(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  return bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}

/** Paths that differ; null for those that are gone. */
export function changedEntries(before: Picture, after: Picture): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const now = after.entries.get(key) ?? null;
    if (!isDeepStrictEqual(before.entries.get(key) ?? null, now)) changes[key] = now;
  }
  return changes;
}

/** The contents of new log entries, in an order of their own. */
export function newLogs(before: Picture, after: Picture): unknown[] {
  const added = [...after.logs].filter(([name]) => !before.logs.has(name)).map(([, entry]) => entry);
  return sortedByText(added);
}

export const countOfRemovedLogs = (before: Picture, after: Picture): number =>
  [...before.logs.keys()].filter((name) => !after.logs.has(name)).length;

/** For collections in which order means nothing. */
export function sortedByText(items: readonly unknown[]): unknown[] {
  const textOf = (value: unknown): string => JSON.stringify(value, (_key, item) => ordered(item));
  return [...items].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
