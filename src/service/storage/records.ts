import {
  type Encodable,
  encodableUploaders,
  encodeJson,
  type Link,
  type LinkTarget,
  type ManifestEntry,
  type Permissions,
  type Summary,
  type Uploader,
} from '../../protocol/index.ts';
import {
  type Decoded,
  DecodeError,
  decode,
  flag,
  integer,
  keyed,
  list,
  type Reader,
  record,
  text,
} from '../json/index.ts';

/**
 * The service's readers of the records in a registry. They are as lenient as its readers of requests, unlike a client
 * (`protocol/records`): properties that are missing count as empty, so that a registry kept by an older or another
 * service stays usable. Every reader throws DecodeError for text that is not JSON or has another shape.
 */

const targetFields = { project: text, asset: text, version: text, path: text };
const target = record(targetFields);
type ManifestLink = Decoded<typeof targetFields & { ancestor: typeof target }>;
const manifestLink: Reader<ManifestLink> = record({ ...targetFields, ancestor: target });
const entry = record({ size: integer, md5sum: text, link: manifestLink });
const manifest = keyed(entry, () => ({}));
const links = keyed<ManifestLink | null>(manifestLink, () => null);
const summary = record({ uploadUserId: text, uploadStart: text, uploadFinish: text, onProbation: flag });
const latest = record({ version: text });
const usage = record({ total: integer });
const uploader = record({ id: text, asset: text, version: text, until: text, trusted: flag });

/** The `permissions` of requests and of registries alike; what is null or missing is left out. */
export const permissionsReader = record({
  owners: list(text, () => ''),
  uploaders: list(uploader, () => ({})),
  globalWrite: flag,
});

export type PermissionsInput = NonNullable<ReturnType<typeof permissionsReader>>;
export type UploaderInput = NonNullable<ReturnType<typeof uploader>>;

/** The content of `..permissions`. The lists may be null in the file, which counts as empty. Protocol §3.2, §3.3. */
export interface StoredPermissions {
  readonly owners: readonly string[] | null;
  readonly uploaders: readonly Uploader[] | null;
  readonly globalWrite?: boolean;
}

type PartialTarget = NonNullable<ReturnType<typeof target>>;

function linkTarget({ project = '', asset = '', version = '', path = '' }: PartialTarget): LinkTarget {
  return { project, asset, version, path };
}

function link({ ancestor, ...rest }: ManifestLink): Link {
  return { ...linkTarget(rest), ...(ancestor && { ancestor: linkTarget(ancestor) }) };
}

/** Reads a whole record; null counts as one without properties. */
function read<T>(content: string, reader: Reader<T>, empty: () => NoInfer<T>): T {
  return decode(content, reader) ?? empty();
}

/** Reads a `..manifest`. Protocol §3.8. */
export function readManifest(content: string): Map<string, ManifestEntry> {
  const entries = new Map<string, ManifestEntry>();
  for (const [key, value] of read(content, manifest, () => new Map())) {
    const { size = 0, md5sum = '' } = value;
    entries.set(key, { size, md5sum, ...(value.link && { link: link(value.link) }) });
  }
  return entries;
}

/** Reads a `..links`, where a link that is null is an error. Protocol §3.9, §13.1. */
export function readLinks(content: string): Map<string, Link> {
  const result = new Map<string, Link>();
  for (const [name, value] of read(content, links, () => new Map())) {
    if (value === null) throw new DecodeError(`the link of ${JSON.stringify(name)} is null`);
    result.set(name, link(value));
  }
  return result;
}

/** Reads a `..summary`. Times are kept as they are, valid or not. Protocol §3.7. */
export function readSummary(content: string): Summary {
  const {
    uploadUserId = '',
    uploadStart = '',
    uploadFinish = '',
    onProbation = false,
  } = read(content, summary, () => ({}));
  return { uploadUserId, uploadStart, uploadFinish, onProbation };
}

/** Reads the name in a `..latest`. Protocol §3.6. */
export function readLatest(content: string): string {
  return read(content, latest, () => ({})).version ?? '';
}

/** Reads the bytes in a `..usage`. Protocol §3.4. */
export function readUsage(content: string): number {
  return read(content, usage, () => ({})).total ?? 0;
}

/** Reads a `..permissions`. Protocol §3.2. */
export function readPermissions(content: string): StoredPermissions {
  const { owners, uploaders, globalWrite } = read(content, permissionsReader, () => ({}));
  return {
    owners: owners ?? null,
    uploaders: uploaders?.map((grant) => ({ ...grant, id: grant.id ?? '' })) ?? null,
    ...(globalWrite !== undefined && { globalWrite }),
  };
}

/** The text of a `..permissions`, with null for a list that is null. Protocol §3.2, §3.3. */
export function encodePermissions({ owners, uploaders, globalWrite }: StoredPermissions): string {
  const fields: { [field: string]: Encodable | undefined } = {
    owners,
    uploaders: uploaders && encodableUploaders(uploaders),
    global_write: globalWrite,
  };
  return encodeJson(fields, { indent: true });
}

/** Permissions as decisions need them, without nulls. */
export function effectivePermissions({ owners, uploaders, globalWrite }: StoredPermissions): Permissions {
  return {
    owners: owners ?? [],
    uploaders: uploaders ?? [],
    ...(globalWrite !== undefined && { globalWrite }),
  };
}
