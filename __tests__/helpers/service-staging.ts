import fs from 'node:fs';
import path from 'node:path';
import { giveTo } from './service-users.ts';

/**
 * The entries of a directory, in order: text is a file; `%XX` in a name that begins with `bytes:` is a byte. A name
 * with slashes brings its directories with it.
 */
export type Entries = { readonly [name: string]: string | Entry };

export interface Entry {
  readonly file?: string;
  readonly base64?: string;
  /** A file of so many bytes. */
  readonly size?: number;
  /** An empty directory. */
  readonly dir?: boolean;
  readonly link?: string;
  /** Another name of an earlier entry. */
  readonly hardlink?: string;
  readonly owner?: string;
  readonly mode?: string;
}

const LOREM = 'the quick brown fox jumps over the lazy dog. ';

/** Fills a directory, which is made if it is not there. */
export function fill(
  directory: string,
  entries: Entries,
  { owner = 'self', mode }: { owner?: string; mode?: string } = {},
): void {
  makeDirectory(directory, owner);
  for (const [name, value] of Object.entries(entries)) {
    const entry = typeof value === 'string' ? { file: value } : value;
    const place = name.startsWith('bytes:')
      ? placeOfBytes(directory, name.slice(6))
      : path.join(directory, name);
    if (typeof place === 'string') makeDirectories(directory, path.dirname(place), owner);
    make(place, entry, directory);
    if (entry.hardlink === undefined) giveTo(place, entry.owner ?? owner);
    if (entry.mode !== undefined) fs.chmodSync(place, Number.parseInt(entry.mode, 8));
  }
  if (mode !== undefined) fs.chmodSync(directory, Number.parseInt(mode, 8));
}

function make(place: fs.PathLike, entry: Entry, directory: string): void {
  if (entry.dir) fs.mkdirSync(place, { recursive: true });
  else if (entry.link !== undefined) fs.symlinkSync(entry.link, place);
  else if (entry.hardlink !== undefined) fs.linkSync(path.join(directory, entry.hardlink), place);
  else if (entry.size !== undefined) fs.writeFileSync(place, Buffer.alloc(entry.size, LOREM));
  else
    fs.writeFileSync(
      place,
      entry.base64 === undefined ? (entry.file ?? '') : Buffer.from(entry.base64, 'base64'),
    );
}

function makeDirectory(directory: string, owner: string): void {
  if (fs.existsSync(directory)) return;
  fs.mkdirSync(directory);
  giveTo(directory, owner);
}

function makeDirectories(top: string, directory: string, owner: string): void {
  if (directory === top || fs.existsSync(directory)) return;
  makeDirectories(top, path.dirname(directory), owner);
  makeDirectory(directory, owner);
}

function placeOfBytes(directory: string, name: string): Buffer {
  const bytes = name.replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(bytes, 'latin1')]);
}

export interface RequestDetails {
  readonly json?: unknown;
  /** In place of JSON; for a symlink or a hard link, where it leads. */
  readonly raw?: string | { readonly base64: string };
  readonly owner?: string;
  /** Seconds. */
  readonly age?: number;
  readonly shape?: 'file' | 'directory' | 'symlink' | 'hardlink';
}

/** Writes a request file, or something that pretends to be one, in the place of whatever is there. */
export function writeRequest(staging: string, name: string, details: RequestDetails): void {
  const { json, raw, owner = 'self', age, shape = 'file' } = details;
  const place = path.join(staging, name);
  fs.rmSync(place, { recursive: true, force: true });
  if (shape === 'directory') fs.mkdirSync(place);
  else if (shape === 'symlink') fs.symlinkSync(String(raw), place);
  else if (shape === 'hardlink') fs.linkSync(path.join(staging, String(raw)), place);
  else if (typeof raw === 'object') fs.writeFileSync(place, Buffer.from(raw.base64, 'base64'));
  else fs.writeFileSync(place, raw ?? JSON.stringify(json));
  giveTo(place, owner);
  if (age !== undefined) changeAge(place, age);
}

/** Makes a file look as if it was changed so many seconds ago. */
export function changeAge(file: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  fs.utimesSync(file, time, time);
}
