import { type Encodable, encodeJson } from './json.ts';
import { type Link, type LinkTarget, type Manifest, sortedEntries } from './manifest-entry.ts';
import { ManifestReader } from './manifest-reader.ts';
import type { Permissions, Uploader } from './permissions.ts';
import { count, flag, list, member, name, object, optional, record, text, whole } from './reading.ts';

/** When and by whom a version was uploaded. Its presence means that the upload is complete. Protocol §3.7. */
export interface Summary {
  /** Name of the user who uploaded it. */
  readonly uploadUserId: string;
  /** RFC 3339 with whole seconds, in the service's zone. */
  readonly uploadStart: string;
  /** RFC 3339 with whole seconds, in the service's zone. */
  readonly uploadFinish: string;
  /** Whether the version awaits the approval of an owner. */
  readonly onProbation: boolean;
}

/* Reading: every refusal names the record and the member, with code `corrupt-record`. */

/** Reads a `..manifest`. `where` names it in errors (code `corrupt-record`), for instance its path. */
export function parseManifest(content: string, where: string): Manifest {
  const reader = new ManifestReader(where);
  reader.write(Buffer.from(content));
  return reader.end();
}

/** Reads a `..summary`. Protocol §3.7. */
export function parseSummary(content: string, where: string): Summary {
  return record(content, where, (value) => {
    const json = object(value);
    return {
      uploadUserId: member(json, 'upload_user_id', text),
      uploadStart: member(json, 'upload_start', text),
      uploadFinish: member(json, 'upload_finish', text),
      onProbation: member(json, 'on_probation', optional(flag)) ?? false,
    };
  });
}

/** Reads a `..latest`: the name of the version. Protocol §3.6. */
export function parseLatest(content: string, where: string): string {
  return record(content, where, (value) => member(object(value), 'version', name));
}

/** Reads a `..usage`: bytes. Protocol §3.4. */
export function parseUsage(content: string, where: string): number {
  return record(content, where, (value) => member(object(value), 'total', count));
}

function uploader(value: unknown): Uploader {
  const json = object(value);
  const asset = member(json, 'asset', optional(text));
  const version = member(json, 'version', optional(text));
  const until = member(json, 'until', optional(text));
  const trusted = member(json, 'trusted', optional(flag));
  return {
    id: member(json, 'id', text),
    ...(asset !== undefined && { asset }),
    ...(version !== undefined && { version }),
    ...(until !== undefined && { until }),
    ...(trusted !== undefined && { trusted }),
  };
}

/** Reads a `..permissions`. A missing or null list counts as empty. Protocol §3.2, §3.3. */
export function parsePermissions(content: string, where: string): Permissions {
  return record(content, where, (value) => {
    const json = object(value);
    const globalWrite = member(json, 'global_write', optional(flag));
    return {
      owners: member(json, 'owners', list(text)),
      uploaders: member(json, 'uploaders', list(uploader)),
      ...(globalWrite !== undefined && { globalWrite }),
    };
  });
}

/* Writing: the text of each file, byte for byte as the service writes it. Protocol §3. */

function linkTargetFields({ project, asset, version, path }: LinkTarget): { [field: string]: Encodable } {
  return { project, asset, version, path };
}

function linkFields({ ancestor, ...target }: Link): Encodable {
  return { ...linkTargetFields(target), ancestor: ancestor && linkTargetFields(ancestor) };
}

/** Characters of a piece of text. */
const PIECE_LENGTH = 64 * 1024;

/** The text of a `..manifest`, piece by piece: that of a million links to links is as long as a string may be. */
export function* manifestPieces(manifest: Manifest): Generator<string> {
  let piece = '{';
  let separator = '\n';
  for (const [key, { size, md5sum, link: target }] of sortedEntries(manifest)) {
    const entry = encodeJson({ size, md5sum, link: target && linkFields(target) }, { indent: true });
    // No string in it has a line break.
    piece += `${separator}${MARGIN}${encodeJson(key)}: ${entry.replaceAll('\n', `\n${MARGIN}`)}`;
    separator = ',\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${manifest.size === 0 ? '' : '\n'}}`;
}

const MARGIN = '    ';

/** The text of a `..manifest`; with `indent: false` the compact form, for outputs. */
export function encodeManifest(manifest: Manifest, { indent = true }: { indent?: boolean } = {}): string {
  if (indent) return [...manifestPieces(manifest)].join('');
  const entries = [...manifest].map(([key, { size, md5sum, link: target }]): [string, Encodable] => [
    key,
    { size, md5sum, link: target && linkFields(target) },
  ]);
  return encodeJson(new Map(entries));
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
  /** The previous target. */
  readonly source: string;
  /** Bytes by which the usage of the project grows. */
  readonly usage: number;
}

/** Reads the changes in a reply to `reroute_links`. */
export function parseChanges(value: unknown, where: string): RerouteChange[] {
  const change = (element: unknown): RerouteChange => {
    const json = object(element);
    return {
      path: member(json, 'path', text),
      copy: member(json, 'copy', flag),
      source: member(json, 'source', text),
      usage: member(json, 'usage', count),
    };
  };
  return whole(value, where, list(change));
}
