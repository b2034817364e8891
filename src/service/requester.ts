import { forbidden } from './failure.ts';
import type { Gobbler } from './gobbler.ts';
import { actingUser } from './identity.ts';
import type { RequestFile } from './request-file.ts';

/** Whoever owns the request file, or acts for somebody else with the service's leave (else 403). Protocol §6.4, §8. */
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
