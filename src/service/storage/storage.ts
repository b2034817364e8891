import type { Pool } from '../files/index.ts';
import type { Registry } from './registry.ts';

/** Where a service keeps data, and what it works on them with. */
export interface Storage {
  readonly registry: Registry;
  /** Directory of requests and of what is to be uploaded; as the flag says, cleaned. */
  readonly staging: string;
  /** Cleaned absolute directories that links may lead to. Protocol §12.3. */
  readonly whitelist: readonly string[];
  /** Work on large files. Protocol §16. */
  readonly pool: Pool;
  /** Writes one line for whoever runs the service. */
  readonly log: (line: string) => void;
}
