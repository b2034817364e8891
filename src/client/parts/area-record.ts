import { promises as fs } from 'node:fs';
import path from 'node:path';
import { refreshDirectory } from '../../fs/index.ts';
import { errnoOf, GobblerError, type VersionRef } from '../../protocol/index.ts';
import type { Actor } from './actor.ts';

/** What an area is for. Written once, before the area can be seen. */
export interface AreaRecord extends VersionRef {
  readonly allocated: Actor;
  /** Days after which it counts as abandoned, if nobody touches it. */
  readonly keepDays: number;
}

/** A leg that is complete. */
export interface LegRecord {
  readonly leg: string;
  /** Which run of the leg it comes from, counted from one: the name of its part. */
  readonly generation: number;
  /** Where in the version its files lie; empty for the top. */
  readonly path: string;
  readonly staged: Actor;
  readonly filesCount: number;
  readonly sizeBytes: number;
  /** Number of entries in its listing, directories and links included. */
  readonly entriesCount: number;
}

/** What stays of an area that was submitted. */
export interface SubmittedRecord extends VersionRef {
  readonly submitted: Actor;
  readonly legs: readonly string[];
  /** Which run of each leg is in the version, in the order of `legs`. */
  readonly generations: readonly number[];
  /** Of the content that was published. */
  readonly manifestDigest: string;
}

type Shape = Readonly<Record<string, 'string' | 'number' | 'actor' | 'strings' | 'numbers'>>;

const REF: Shape = { project: 'string', asset: 'string', version: 'string' };
export const AREA_RECORD: Shape = { ...REF, allocated: 'actor', keepDays: 'number' };
export const LEG_RECORD: Shape = {
  leg: 'string',
  generation: 'number',
  path: 'string',
  staged: 'actor',
  filesCount: 'number',
  sizeBytes: 'number',
  entriesCount: 'number',
};
export const SUBMITTED_RECORD: Shape = {
  ...REF,
  submitted: 'actor',
  legs: 'strings',
  generations: 'numbers',
  manifestDigest: 'string',
};
const ACTOR: Shape = { user: 'string', host: 'string', machine: 'string', pid: 'number', at: 'string' };

/** Reads a record; undefined if there is none. Code `corrupt-record` for what is none of that shape. */
export async function findRecord<R>(file: string, shape: Shape): Promise<R | undefined> {
  // It may be remembered here as missing.
  const text =
    (await textOf(file)) ?? ((await refreshed(path.dirname(file))) ? await textOf(file) : undefined);
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (hasShape(value, shape)) return value as R;
  throw damaged(file);
}

/** Undefined for a file that is not there. */
const textOf = (file: string): Promise<string | undefined> => ifThere(fs.readFile(file, 'utf8'));

/** Opens a directory, so that new names in it are seen; false if it is not there. */
const refreshed = async (directory: string): Promise<boolean> =>
  (await ifThere(refreshDirectory(directory).then(() => true))) ?? false;

/** The result of some work; undefined if its file or directory is not there. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** For whatever in an area is not as we have written it. */
export function damaged(file: string): GobblerError {
  return new GobblerError('corrupt-record', `${file} should be a record of ours, but is damaged`, {
    input: 'area',
    hint: 'Was the filesystem full, or the machine switched off? Repeat the leg that it belongs to, or allocate a new area.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by who wants a record there
  }
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(shape).every(([name, kind]) => {
    const member: unknown = Reflect.get(value, name);
    if (kind === 'actor') return hasShape(member, ACTOR);
    if (kind === 'strings') return Array.isArray(member) && member.every((one) => typeof one === 'string');
    if (kind === 'numbers') return Array.isArray(member) && member.every(Number.isFinite);
    return kind === 'number' ? Number.isFinite(member) : typeof member === 'string';
  });
}

/** The actor in a file that may be half written, or gone by now. */
export async function findActor(file: string): Promise<Actor | undefined> {
  const value = parsed(await fs.readFile(file, 'utf8').catch(() => ''));
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [value, ...members].find((member): member is Actor => hasShape(member, ACTOR));
}
