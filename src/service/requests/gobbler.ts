import type { Encodable } from '../../protocol/index.ts';
import type { LockTable, Storage } from '../storage/index.ts';
import type { Identities, SpoofTable } from './identity.ts';
import type { RequestFile } from './request-file.ts';

/** One service: what all handlers share. */
export interface Gobbler extends Storage {
  /** Names of administrators. Protocol §10. */
  readonly admins: ReadonlySet<string>;
  readonly spoofers: SpoofTable;
  readonly identities: Identities;
  readonly locks: LockTable;
}

/** The members that an action adds to `{"status": "SUCCESS"}`. Protocol §5.1. */
export type Outcome = { readonly [member: string]: Encodable };

/**
 * Carries out a request. Throws ServiceError to refuse it; `signal` tells when the client has gone, upon which
 * whatever has been begun is to be undone.
 */
export type Handler = (gobbler: Gobbler, request: RequestFile, signal: AbortSignal) => Promise<Outcome>;
