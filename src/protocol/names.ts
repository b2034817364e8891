import { gobblerError } from '../errors/index.ts';

/** The two directory levels that identify an asset: `{registry}/{project}/{asset}`. */
export interface AssetRef {
  /** Name of the project. */
  readonly project: string;
  /** Name of the asset within the project. */
  readonly asset: string;
}

/** The three directory levels that identify one published version: `{registry}/{project}/{asset}/{version}`. */
export interface VersionRef extends AssetRef {
  /** Name of the version within the asset. */
  readonly version: string;
}

/** The levels of a registry, in order. */
export type NameKind = 'project' | 'asset' | 'version';

const LONGEST_NAME_BYTES = 255;

/**
 * Why `name` cannot name a project, asset or version, as the end of a sentence that begins with the name; undefined
 * if it can. Protocol §9, plus the name `.` and names that no filesystem takes, all of which the service mishandles.
 */
export function nameProblem(name: string): string | undefined {
  // Callers without types: a name that is missing must never mean the level above.
  if (typeof name !== 'string') return `should be text, but is ${stateOf(name)}`;
  if (name === '') return 'may not be empty';
  if (name === '.') return 'would mean the directory itself';
  if (name.startsWith('..')) return "may not start with '..', which the service keeps for its own files";
  if (name.includes('/')) return "may not contain '/'";
  if (name.includes('\\')) return "may not contain '\\'";
  if (name.includes('\0')) return 'may not contain a NUL character';
  if (!name.isWellFormed()) return 'is not valid Unicode';
  const bytes = Buffer.byteLength(name);
  if (bytes > LONGEST_NAME_BYTES)
    return `may not be longer than ${LONGEST_NAME_BYTES} bytes, but has ${bytes}`;
  return undefined;
}

const stateOf = (name: unknown): string =>
  name === undefined || name === null ? 'missing' : `of type ${typeof name}`;

/** Refuses a bad name with code `invalid-name`. Protocol §9. */
export function requireName(kind: NameKind, name: string): void {
  const problem = nameProblem(name);
  if (problem === undefined) return;
  throw gobblerError('bad-name', { kind, ...(typeof name === 'string' && { name }), found: problem });
}

/** Refuses the first bad name of those that a reference has, with code `invalid-name`. */
export function requireNames(ref: Partial<VersionRef>): void {
  for (const kind of ['project', 'asset', 'version'] as const) {
    if (kind in ref) requireName(kind, ref[kind] as string);
  }
}

/** Those names of a place in the registry that are given: where a user may leave out the last ones. */
export function givenNames({
  project,
  asset,
  version,
}: {
  readonly [Kind in NameKind]?: string | undefined;
}): Partial<VersionRef> {
  return {
    ...(project !== undefined && { project }),
    ...(asset !== undefined && { asset }),
    ...(version !== undefined && { version }),
  };
}

/** Refuses a reference without all three names, or with a bad one, with code `invalid-name`. */
export function requireVersion({ project, asset, version }: VersionRef): void {
  requireNames({ project, asset, version });
}

/** Internal files belong to the service: any base name that starts with two dots. Protocol §1. */
export function isInternalName(baseName: string): boolean {
  return baseName.startsWith('..');
}

/** `project/asset/version`, as people write it. */
export function formatRef(ref: AssetRef & { version?: string }): string {
  return [ref.project, ref.asset, ...(ref.version === undefined ? [] : [ref.version])].join('/');
}
