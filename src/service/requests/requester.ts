import type { AssetRef, NameKind, VersionRef } from '../../protocol/index.ts';
import { forbidden, malformed } from '../files/index.ts';
import type { Gobbler } from './gobbler.ts';
import { actingUser } from './identity.ts';
import type { RequestFile } from './request-file.ts';

/**
 * Returns the requester: the owner of the request file, or the user it acts for with the service's permission (else
 * 403). Protocol §6.4, §8.
 */
export async function requesterOf(gobbler: Gobbler, request: RequestFile, spoofed?: string): Promise<string> {
  return ownerActingFor(gobbler, request.ownerUid, spoofed);
}

/** The same for the owner of any file. */
export async function ownerActingFor(
  gobbler: Gobbler,
  uid: number,
  spoofed: string | undefined,
): Promise<string> {
  return actingUser(await gobbler.identities.nameOf(uid), spoofed, gobbler.spoofers);
}

/** The requester, who must be an administrator (else 403). Protocol §6.5. */
export async function requireAdmin(gobbler: Gobbler, request: RequestFile, purpose: string): Promise<string> {
  const user = await requesterOf(gobbler, request);
  if (!gobbler.admins.has(user)) throw forbidden(`user "${user}" is not authorized to ${purpose}`);
  return user;
}

/** The names in a request that has them. */
export type NamesInput = { [kind in NameKind]?: string };

/**
 * One name of a request. Throws (400) if it is missing or must not be used. Protocol §9; names that are too long, or
 * hold a NUL, are left to the filesystem, whose refusal is another one (500).
 */
export function requireNamed(kind: NameKind, input: NamesInput, request: RequestFile): string {
  const name = input[kind];
  if (name === undefined) throw malformed(`expected a '${kind}' property in "${request.path}"`);
  const problem = problemWith(name);
  if (problem !== undefined) throw malformed(`invalid ${kind} name ${JSON.stringify(name)}; ${problem}`);
  return name;
}

function problemWith(name: string): string | undefined {
  if (name === '') return 'name cannot be empty';
  if (name.includes('/') || name.includes('\\')) return "name cannot contain '/' or '\\'";
  if (name.startsWith('..')) return "name cannot start with '..'";
  // The original takes this for the directory above, and may delete it.
  if (name === '.') return "name cannot be '.'";
  return undefined;
}

export function requireAsset(input: NamesInput, request: RequestFile): AssetRef {
  return {
    project: requireNamed('project', input, request),
    asset: requireNamed('asset', input, request),
  };
}

export function requireVersion(input: NamesInput, request: RequestFile): VersionRef {
  return { ...requireAsset(input, request), version: requireNamed('version', input, request) };
}
