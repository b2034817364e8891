/** Request files: who wrote them, what they ask for. */

export type { Gobbler, Handler, Outcome } from './gobbler.ts';
export { Identities, type SpoofTable } from './identity.ts';
export { acceptRequest, ReplayMemory, RequestFile } from './request-file.ts';
export {
  ownerActingFor,
  requesterOf,
  requireAdmin,
  requireAsset,
  requireNamed,
  requireVersion,
} from './requester.ts';
