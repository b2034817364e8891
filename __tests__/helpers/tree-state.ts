import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** All there is to know of a tree: what each entry is, its mode, its times and its content, by path. */
export function stateOf(directory: string): Map<string, string> {
  const state = new Map<string, string>();
  const pending = [''];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const place = path.join(directory, at);
    const stats = fs.lstatSync(place);
    const facts = `${stats.mode.toString(8)} ${stats.mtimeMs}`;
    if (stats.isDirectory()) {
      state.set(at, facts);
      for (const name of fs.readdirSync(place)) pending.push(at === '' ? name : `${at}/${name}`);
    } else if (stats.isSymbolicLink()) state.set(at, `-> ${fs.readlinkSync(place)}`);
    else state.set(at, `${facts} ${md5OfFile(place)}`);
  }
  return state;
}

/** The MD5 of every file below a directory, links followed, by path; the service's own files left out. */
export function contentOf(directory: string): Map<string, string> {
  const content = new Map<string, string>();
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name);
    const name = path.relative(directory, place);
    if (entry.isDirectory() || name.split('/').some((part) => part.startsWith('..'))) continue;
    content.set(name, md5OfFile(place));
  }
  return content;
}

const md5OfFile = (file: string): string => createHash('md5').update(fs.readFileSync(file)).digest('hex');
