import type { Encodable } from '../protocol/json.ts';
import type { Identities, SpoofTable } from './identity.ts';
import type { LockTable } from './locks.ts';
import type { Pool } from './pool.ts';
import type { Registry } from './registry.ts';
import type { RequestFile } from './request-file.ts';

/** One service: what all handlers share. */
export interface Gobbler {
  readonly registry: Registry;
  /** Directory of requests and of what is to be uploaded; as the flag says, cleaned. */
  readonly staging: string;
  /** Names of administrators. Protocol §10. */
  readonly admins: ReadonlySet<string>;
  /** Cleaned absolute directories that links may lead to. Protocol §12.3. */
  readonly whitelist: readonly string[];
  readonly spoofers: SpoofTable;
  readonly identities: Identities;
  readonly locks: LockTable;
  /** Work on large files. Protocol §16. */
  readonly pool: Pool;
  /** Writes one line for whoever runs the service. */
  readonly log: (line: string) => void;
}

/** What an action adds to `{"status": "SUCCESS"}`. Protocol §5.1. */
export type Outcome = { readonly [member: string]: Encodable };

/**
 * Carries out a request. Throws ServiceError to refuse it; `signal` tells when the client has gone, upon which
 * whatever has been begun is to be undone.
 */
export type Handler = (gobbler: Gobbler, request: RequestFile, signal: AbortSignal) => Promise<Outcome>;
