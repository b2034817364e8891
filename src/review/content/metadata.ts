import type { ListedFile } from '../../client/registry/index.ts';
import { ownMember } from '../../protocol/index.ts';
import type { Snapshot } from './snapshots.ts';

/** A version's description of itself, in a file of a standard. Foreign text. */
export interface Metadata {
  /** The file that says so. */
  readonly path: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly authors: readonly string[];
  readonly licenses: readonly string[];
}

/** The largest metadata file that is read. */
export const LARGEST_METADATA_BYTES = 4 * 1024 * 1024;

const LONGEST_TEXT = 2000;
const MOST_NAMES = 50;

const READERS: readonly (readonly [
  path: string,
  read: (json: unknown) => Omit<Metadata, 'path'> | undefined,
])[] = [
  ['ro-crate-metadata.json', roCrate],
  ['datapackage.json', dataPackage],
  ['dataset_description.json', datasetDescription],
];

/** The metadata files in the root of a version, as RO-Crate, Data Package and BIDS have them. */
export const metadataFiles = ({ ref, manifest }: Pick<Snapshot, 'ref' | 'manifest'>): readonly ListedFile[] =>
  READERS.flatMap(([path]) => {
    const entry = manifest.get(path);
    return entry === undefined || entry.md5sum === '' ? [] : [{ ref, path, entry }];
  });

/** Reads a metadata file by its name; undefined if it is no JSON, or says nothing that is known. Pure. */
export function readMetadata(path: string, text: string): Metadata | undefined {
  const read = READERS.find(([name]) => name === path)?.[1];
  const found = read?.(parsed(text));
  if (found === undefined) return undefined;
  const isEmpty = found.title === undefined && found.description === undefined;
  return isEmpty && found.authors.length + found.licenses.length === 0 ? undefined : { path, ...found };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** RO-Crate: a flat list of entities that refer to each other by `@id`. The descriptor names the root by `about`. */
function roCrate(json: unknown): Omit<Metadata, 'path'> | undefined {
  const graph = listOf(ownMember(json, '@graph'));
  const entities = new Map(graph.map((entity): [unknown, unknown] => [ownMember(entity, '@id'), entity]));
  const descriptor = graph.find((entity) =>
    /(^|\/)ro-crate-metadata\.json$/.test(textOf(ownMember(entity, '@id')) ?? ''),
  );
  const root = entities.get(ownMember(ownMember(descriptor, 'about'), '@id') ?? './');
  if (root === undefined) return undefined;
  const resolved = (value: unknown): unknown => {
    const id = ownMember(value, '@id');
    return id === undefined ? value : (entities.get(id) ?? value);
  };
  const nameOf = (value: unknown): string | undefined => {
    const entity = resolved(value);
    return textOf(entity) ?? textOf(ownMember(entity, 'name')) ?? textOf(ownMember(entity, '@id'));
  };
  const authors = [...listOf(ownMember(root, 'author')), ...listOf(ownMember(root, 'creator'))];
  return {
    title: textOf(ownMember(root, 'name')),
    description: textOf(ownMember(root, 'description')),
    authors: texts(authors.map(nameOf)),
    licenses: texts(listOf(ownMember(root, 'license')).map(nameOf)),
  };
}

/** Frictionless Data Package: `contributors` and `licenses` are lists of objects. */
function dataPackage(json: unknown): Omit<Metadata, 'path'> | undefined {
  if (!isObject(json)) return undefined;
  const first = (value: unknown, ...keys: readonly string[]): string | undefined =>
    keys.map((key) => textOf(ownMember(value, key))).find((text) => text !== undefined);
  return {
    title: first(json, 'title', 'name'),
    description: textOf(ownMember(json, 'description')),
    authors: texts(
      listOf(ownMember(json, 'contributors')).map((entry) => first(entry, 'title', 'givenName')),
    ),
    licenses: texts(
      listOf(ownMember(json, 'licenses')).map((entry) => first(entry, 'name', 'title', 'path')),
    ),
  };
}

/** BIDS: names begin with a capital letter. */
function datasetDescription(json: unknown): Omit<Metadata, 'path'> | undefined {
  if (!isObject(json)) return undefined;
  return {
    title: textOf(ownMember(json, 'Name')),
    description: textOf(ownMember(json, 'Description')),
    authors: texts(listOf(ownMember(json, 'Authors')).map(textOf)),
    licenses: texts(listOf(ownMember(json, 'License')).map(textOf)),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A list, or the only one of it, as JSON-LD allows. */
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text that says something, cut to a length that a page has room for. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).toWellFormed()} …` : text;
}

const texts = (found: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(found.filter((text) => text !== undefined))].slice(0, MOST_NAMES);
