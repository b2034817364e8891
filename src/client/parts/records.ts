import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type Actor, type GobblerError, gobblerError } from '../../errors/index.ts';
import { ifThere, refreshDirectory } from '../../fs/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import { parsedJson } from '../connection/index.ts';

/** The version of an upload, and who started it. Written once, before others can see the upload. */
export interface MultipartUploadRecord extends VersionRef {
  /** The process that started it. */
  readonly started: Actor;
  /** Days without a change after which it counts as abandoned. */
  readonly keepDays: number;
}

/** A part that counts. */
export interface PartRecord {
  /** Name of the part. */
  readonly part: string;
  /** The run that staged it, counted from one. */
  readonly generation: number;
  /** Where in the version its files lie; empty for the top. */
  readonly path: string;
  /** The process that staged it. */
  readonly staged: Actor;
  /** Number of regular files. */
  readonly filesCount: number;
  /** Size of all files. */
  readonly sizeBytes: number;
  /** Number of entries in its listing, directories and links included. */
  readonly entriesCount: number;
}

/** All that remains of an upload that was submitted. */
export interface SubmittedRecord extends VersionRef {
  readonly submitted: Actor;
  readonly parts: readonly string[];
  /** The run of each part in the version, in the order of `parts`. */
  readonly generations: readonly number[];
  /** Of the content that was published. */
  readonly manifestDigest: string;
}

type Shape = Readonly<Record<string, 'string' | 'number' | 'actor' | 'strings' | 'numbers'>>;

const REF: Shape = { project: 'string', asset: 'string', version: 'string' };
export const UPLOAD_RECORD: Shape = { ...REF, started: 'actor', keepDays: 'number' };
export const PART_RECORD: Shape = {
  part: 'string',
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
  parts: 'strings',
  generations: 'numbers',
  manifestDigest: 'string',
};
const ACTOR: Shape = { user: 'string', host: 'string', at: 'string' };

/** Reads a record; undefined if there is none. Code `corrupt-record` for anything of another shape. */
export async function findRecord<R>(file: string, shape: Shape): Promise<R | undefined> {
  // This machine may remember it as missing.
  const text =
    (await textOf(file)) ?? ((await refreshed(path.dirname(file))) ? await textOf(file) : undefined);
  if (text === undefined) return undefined;
  const value = parsedJson(text);
  if (hasShape(value, shape)) return value as R;
  throw damaged(file);
}

/** Reads a record. Code `corrupt-record` also if there is none. */
export async function requireRecord<R>(file: string, shape: Shape): Promise<R> {
  const record = await findRecord<R>(file, shape);
  if (record === undefined) throw damaged(file);
  return record;
}

/** Undefined for a file that does not exist. */
const textOf = (file: string): Promise<string | undefined> => ifThere(fs.readFile(file, 'utf8'));

/** Opens a directory, so that new names in it are seen; false if it does not exist. */
const refreshed = async (directory: string): Promise<boolean> =>
  (await ifThere(refreshDirectory(directory).then(() => true))) ?? false;

/** For a file of an upload whose content is not a record. */
export function damaged(file: string): GobblerError {
  return gobblerError('upload-record-damaged', { file });
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
  const value = parsedJson(await fs.readFile(file, 'utf8').catch(() => ''));
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [value, ...members].find((member): member is Actor => hasShape(member, ACTOR));
}
