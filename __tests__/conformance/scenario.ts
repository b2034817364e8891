import type { Entries, RequestDetails } from '../helpers/service-staging.ts';

/** The observed behavior of the original at one step. */
export interface Observation {
  /** `running`, or how the process ended. */
  readonly service?: string;
  readonly reply?: unknown;
  /** Of requests that were sent at the same time, in no order. */
  readonly replies?: readonly unknown[];
  /** Changes below each place, by path; null for paths that are gone. */
  readonly registry?: { readonly [path: string]: unknown };
  readonly staging?: { readonly [path: string]: unknown };
  readonly outside?: { readonly [path: string]: unknown };
  /** Contents of new files in `..logs`. */
  readonly logs?: readonly unknown[];
  readonly logsRemoved?: number;
}

/** A value, or a list of lines for a file whose path is the value; null leaves out a flag that is always given. */
export type FlagValues = { readonly [name: string]: string | number | readonly string[] | null };

type Expected = { readonly expected: Observation };

/** Writes a request file and posts it. */
export interface Send extends RequestDetails {
  readonly op: 'send';
  readonly type: string;
  readonly name?: string;
}

export interface Post {
  readonly op: 'post';
  readonly name: string;
}

export interface Http {
  readonly op: 'http';
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A change behind the back of the service. Paths are relative to the registry. */
export interface Tamper {
  readonly op: 'tamper';
  readonly action: 'write' | 'edit' | 'remove' | 'mkdir' | 'link' | 'move' | 'touch' | 'owner';
  readonly path: string;
  readonly content?: unknown;
  readonly mode?: string;
  readonly at?: readonly string[];
  readonly value?: unknown;
  readonly to?: string;
  readonly age?: number;
  readonly user?: string;
}

export interface Stage {
  readonly op: 'stage';
  readonly dir: string;
  readonly entries: Entries;
  readonly owner: string;
  readonly mode?: string;
}

export interface WriteRequest extends RequestDetails {
  readonly op: 'write';
  readonly name: string;
}

/** Steps that nothing is observed at. */
export type Preparation =
  | Stage
  | Tamper
  | WriteRequest
  | { readonly op: 'stop' }
  | { readonly op: 'wait'; readonly ms: number };

/** Requests that can be sent at the same time. */
export type Single = Send | Post | Http;

export type Observed =
  | { readonly op: 'start'; readonly flags?: FlagValues }
  | Single
  | { readonly op: 'together'; readonly steps: readonly Single[] };

export type Step = Preparation | (Observed & Expected);

export interface Scenario {
  readonly about?: string;
  readonly flags: FlagValues;
  readonly steps: readonly Step[];
}
