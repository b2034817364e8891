import { gobblerError, messageOf } from '../errors/index.ts';
import { nameProblem } from './names.ts';

/**
 * Turns a JSON value into what it stands for. Readers are put together to readers of records, and are run by
 * {@link record} or {@link whole}, which tell where in it something is not what it should be.
 */
export type Reader<T> = (value: unknown) => T;

/** A JSON object of which nothing else is known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Something that is not what it should be. Its place is put together on the way up, only when it is needed. */
class Misfit extends Error {
  place = '';
  readonly expected: string;
  readonly found: unknown;

  constructor(expected: string, found: unknown) {
    super(expected);
    this.expected = expected;
    this.found = found;
  }
}

/** Reads a part of something; whatever does not fit is found at that place in it. */
function part<T>(place: (name: string) => string, name: string, value: unknown, read: Reader<T>): T {
  try {
    return read(value);
  } catch (error) {
    if (error instanceof Misfit) error.place = place(name) + error.place;
    throw error;
  }
}

const memberPlace = (name: string): string => `.${name}`;
const keyPlace = (key: string): string => `[${JSON.stringify(key)}]`;
const indexPlace = (index: string): string => `[${index}]`;

/** Reads a member of an object. */
export const member = <T>(json: JsonObject, name: string, read: Reader<T>): T =>
  part(memberPlace, name, json[name], read);

/** Null counts as missing. */
export const optional =
  <T>(read: Reader<T>) =>
  (value: unknown): T | undefined =>
    value === null || value === undefined ? undefined : read(value);

/** Never the content of lists and objects, which may be large and deep beyond measure. */
function shown(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'an object';
  return JSON.stringify(typeof found === 'string' ? found.slice(0, 60) : found);
}

/** Runs a reader; `where` names in errors what it reads. Code `corrupt-record` if that is not what it should be. */
export function whole<T>(value: unknown, where: string, read: Reader<T>): T {
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { place, expected, found } = error;
    throw gobblerError('damaged-record', { record: `${where}${place}`, expected, found: shown(found) });
  }
}

/** Runs a reader on JSON text. As {@link whole}, and also `corrupt-record` if it is no JSON. */
export function record<T>(content: string, where: string, read: Reader<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw gobblerError('not-json', { record: where, error: messageOf(cause) }, { cause });
  }
  return whole(value, where, read);
}

export function object(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Misfit('an object', value);
  return value as JsonObject;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Misfit('a string', value);
  return value;
}

/** A name of a project, an asset or a version. */
export function name(value: unknown): string {
  const given = text(value);
  if (nameProblem(given) !== undefined) throw new Misfit('a valid name', value);
  return given;
}

/** Of bytes or things: exact, and maybe negative. */
export function count(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new Misfit('a whole number', value);
  return value as number;
}

/** Of a file, in bytes. */
export function size(value: unknown): number {
  const bytes = count(value);
  if (bytes < 0) throw new Misfit('0 or more', value);
  return bytes;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Misfit('true or false', value);
  return value;
}

/** Null counts as empty, as in the permissions of assets born under global write (protocol §3.3). */
export const list =
  <T>(item: Reader<T>) =>
  (value: unknown): T[] => {
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) throw new Misfit('a list', value);
    return value.map((element, index) => part(indexPlace, String(index), element, item));
  };

/** Reads what an object has under a free key. */
export const underKey = <T>(key: string, value: unknown, read: Reader<T>): T =>
  part(keyPlace, key, value, read);

/** An object with free keys. */
export const keyed =
  <T>(item: Reader<T>) =>
  (value: unknown): Map<string, T> => {
    const json = object(value);
    const found = new Map<string, T>();
    for (const key of Object.keys(json)) found.set(key, underKey(key, json[key], item));
    return found;
  };
