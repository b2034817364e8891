import { GobblerError, messageOf } from './errors.ts';
import { type Encodable, encodeJson } from './json.ts';
import type { Permissions, Uploader } from './permissions.ts';

/** A file in the registry that a link stands for. */
export interface LinkTarget {
  readonly project: string;
  readonly asset: string;
  readonly version: string;
  /** Relative to the version directory. */
  readonly path: string;
}

/** What a link was declared to point at and, if that is a link itself, the real file at the end. Protocol §3.8. */
export interface Link extends LinkTarget {
  readonly ancestor?: LinkTarget;
}

/** One line of a manifest. An empty directory has size 0 and an empty `md5sum`. */
export interface ManifestEntry {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal, or empty for an empty directory. */
  readonly md5sum: string;
  readonly link?: Link;
}

/** Everything in a version, by path relative to the version directory. Protocol §3.8. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** When and by whom a version was uploaded. Its presence means that the upload is complete. Protocol §3.7. */
export interface Summary {
  readonly uploadUserId: string;
  /** RFC 3339 with whole seconds, in the service's zone. */
  readonly uploadStart: string;
  /** RFC 3339 with whole seconds, in the service's zone. */
  readonly uploadFinish: string;
  readonly onProbation: boolean;
}

/* Reading: every refusal names the record and the member, with code `corrupt-record`. */

type JsonObject = { readonly [key: string]: unknown };

/** Never the content of lists and objects, which may be large and deep beyond measure. */
function shown(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'an object';
  return JSON.stringify(typeof found === 'string' ? found.slice(0, 60) : found);
}

function corrupt(where: string, expected: string, found: unknown): GobblerError {
  return new GobblerError('corrupt-record', `${where} should be ${expected}, but is ${shown(found)}`, {
    hint: 'The registry holds a damaged record; tell its administrator.',
  });
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GobblerError('corrupt-record', `${where} should be JSON, but is not: ${messageOf(cause)}`, {
      hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
      cause,
    });
  }
}

function object(value: unknown, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw corrupt(where, 'an object', value);
  return value as JsonObject;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw corrupt(where, 'a string', value);
  return value;
}

function count(value: unknown, where: string): number {
  if (!Number.isSafeInteger(value)) throw corrupt(where, 'a whole number', value);
  return value as number;
}

function flag(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw corrupt(where, 'true or false', value);
  return value;
}

/** Reads an array; null counts as empty, as in the permissions of assets born under global write (protocol §3.3). */
function list<T>(value: unknown, where: string, item: (element: unknown, where: string) => T): T[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw corrupt(where, 'a list', value);
  return value.map((element, index) => item(element, `${where}[${index}]`));
}

function optional<T>(
  value: unknown,
  where: string,
  read: (value: unknown, where: string) => T,
): T | undefined {
  return value === null || value === undefined ? undefined : read(value, where);
}

function linkTarget(value: unknown, where: string): LinkTarget {
  const json = object(value, where);
  return {
    project: text(json.project, `${where}.project`),
    asset: text(json.asset, `${where}.asset`),
    version: text(json.version, `${where}.version`),
    path: text(json.path, `${where}.path`),
  };
}

function link(value: unknown, where: string): Link {
  const ancestor = optional(object(value, where).ancestor, `${where}.ancestor`, linkTarget);
  return { ...linkTarget(value, where), ...(ancestor && { ancestor }) };
}

function manifestEntry(value: unknown, where: string): ManifestEntry {
  const json = object(value, where);
  const size = count(json.size, `${where}.size`);
  const md5sum = text(json.md5sum, `${where}.md5sum`);
  const target = optional(json.link, `${where}.link`, link);
  return target === undefined ? { size, md5sum } : { size, md5sum, link: target };
}

function keyed<T>(
  content: string,
  where: string,
  read: (value: unknown, where: string) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const [key, value] of Object.entries(object(parse(content, where), where))) {
    found.set(key, read(value, `${where}[${JSON.stringify(key)}]`));
  }
  return found;
}

/** Reads a `..manifest`. `where` names it in errors (code `corrupt-record`), for instance its path. */
export function parseManifest(content: string, where: string): Manifest {
  return keyed(content, where, manifestEntry);
}

/** Reads a `..links`: base name to link. Protocol §3.9. */
export function parseLinks(content: string, where: string): Map<string, Link> {
  return keyed(content, where, link);
}

/** Reads a `..summary`. Protocol §3.7. */
export function parseSummary(content: string, where: string): Summary {
  const json = object(parse(content, where), where);
  return {
    uploadUserId: text(json.upload_user_id, `${where}.upload_user_id`),
    uploadStart: text(json.upload_start, `${where}.upload_start`),
    uploadFinish: text(json.upload_finish, `${where}.upload_finish`),
    onProbation: optional(json.on_probation, `${where}.on_probation`, flag) ?? false,
  };
}

/** Reads a `..latest`: the name of the version. Protocol §3.6. */
export function parseLatest(content: string, where: string): string {
  return text(object(parse(content, where), where).version, `${where}.version`);
}

/** Reads a `..usage`: bytes. Protocol §3.4. */
export function parseUsage(content: string, where: string): number {
  return count(object(parse(content, where), where).total, `${where}.total`);
}

function uploader(value: unknown, where: string): Uploader {
  const json = object(value, where);
  const asset = optional(json.asset, `${where}.asset`, text);
  const version = optional(json.version, `${where}.version`, text);
  const until = optional(json.until, `${where}.until`, text);
  const trusted = optional(json.trusted, `${where}.trusted`, flag);
  return {
    id: text(json.id, `${where}.id`),
    ...(asset !== undefined && { asset }),
    ...(version !== undefined && { version }),
    ...(until !== undefined && { until }),
    ...(trusted !== undefined && { trusted }),
  };
}

/** Reads a `..permissions`. A missing or null list counts as empty. Protocol §3.2, §3.3. */
export function parsePermissions(content: string, where: string): Permissions {
  const json = object(parse(content, where), where);
  const globalWrite = optional(json.global_write, `${where}.global_write`, flag);
  return {
    owners: list(json.owners, `${where}.owners`, text),
    uploaders: list(json.uploaders, `${where}.uploaders`, uploader),
    ...(globalWrite !== undefined && { globalWrite }),
  };
}

/* Writing: the text of each file, byte for byte as the service writes it. Protocol §3. */

function linkTargetFields({ project, asset, version, path }: LinkTarget): { [field: string]: Encodable } {
  return { project, asset, version, path };
}

function linkFields({ ancestor, ...target }: Link): Encodable {
  return { ...linkTargetFields(target), ancestor: ancestor && linkTargetFields(ancestor) };
}

/** The text of a `..manifest`; with `indent: false` the compact form, for outputs. */
export function encodeManifest(manifest: Manifest, { indent = true }: { indent?: boolean } = {}): string {
  const entries = [...manifest].map(([key, { size, md5sum, link: target }]): [string, Encodable] => [
    key,
    { size, md5sum, link: target && linkFields(target) },
  ]);
  return encodeJson(new Map(entries), { indent });
}

/** The text of a `..links`. */
export function encodeLinks(links: ReadonlyMap<string, Link>): string {
  return encodeJson(new Map([...links].map(([key, target]) => [key, linkFields(target)])), { indent: true });
}

/** The text of a `..summary`. */
export function encodeSummary(summary: Summary): string {
  return encodeJson(
    {
      upload_user_id: summary.uploadUserId,
      upload_start: summary.uploadStart,
      upload_finish: summary.uploadFinish,
      on_probation: summary.onProbation ? true : undefined,
    },
    { indent: true },
  );
}

/** The text of a `..latest`. */
export function encodeLatest(version: string): string {
  return encodeJson({ version }, { indent: true });
}

/** The text of a `..usage` after its first change. */
export function encodeUsage(totalBytes: number): string {
  return encodeJson({ total: totalBytes }, { indent: true });
}

/** Uploader entries with the wire's field order. */
export function encodableUploaders(uploaders: readonly Uploader[]): Encodable {
  return uploaders.map(({ id, asset, version, until, trusted }) => ({ id, asset, version, until, trusted }));
}

/** One link that is, or would be, changed by rerouting. Paths are relative to the registry. Protocol §11.11. */
export interface RerouteChange {
  /** The link. */
  readonly path: string;
  /** Whether it becomes a copy of the file. */
  readonly copy: boolean;
  /** What it has led to so far. */
  readonly source: string;
  /** Bytes by which the usage of the project grows. */
  readonly usage: number;
}

/** Reads the changes in a reply to `reroute_links`. */
export function parseChanges(value: unknown, where: string): RerouteChange[] {
  return list(value, where, (element, place) => {
    const json = object(element, place);
    return {
      path: text(json.path, `${place}.path`),
      copy: flag(json.copy, `${place}.copy`),
      source: text(json.source, `${place}.source`),
      usage: count(json.usage, `${place}.usage`),
    };
  });
}
