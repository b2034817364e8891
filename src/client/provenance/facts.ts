/** Where a version comes from, as its uploader states it. Texts are plain: see `isPlainFact`. */
export interface ProvenanceFacts {
  /** The kind of place that it was uploaded in: a step of a workflow, a Slurm job, or a shell. */
  readonly place: ProvenancePlace;
  /** When the upload began, RFC 3339. */
  readonly startedOn: string;
  /** Version of this package. */
  readonly actionVersion: string;
  /** URL of the repository, without credentials. */
  readonly repository?: string | undefined;
  /** Its commit: 40 or 64 hexadecimal digits. */
  readonly commit?: string | undefined;
  /** `true` if tracked files of the clone differed from the commit. */
  readonly modified?: boolean | undefined;
  /** The branch or tag, like `refs/heads/main`. */
  readonly ref?: string | undefined;
  /** The workflow: its file and ref, or its name. */
  readonly workflow?: string | undefined;
  /** URL of the run of the workflow. */
  readonly runUrl?: string | undefined;
  /** The user of the forge who has started the run. */
  readonly actor?: string | undefined;
  /** The user of the system that the upload ran as. */
  readonly user?: string | undefined;
  /** ID of the Slurm job. */
  readonly slurmJob?: string | undefined;
  /** Name of the Slurm job. */
  readonly slurmJobName?: string | undefined;
  /** Name of the Slurm cluster. */
  readonly slurmCluster?: string | undefined;
  /** The uploader's own words. May have several lines. */
  readonly message?: string | undefined;
}

/** The kind of place that a version was uploaded in. */
export type ProvenancePlace = 'workflow' | 'slurm' | 'shell';

/** All of these kinds. */
export const PLACES: readonly ProvenancePlace[] = ['workflow', 'slurm', 'shell'];

/** How a provenance file is published with a version. */
export interface ProvenanceOptions {
  /** Its name in the top directory of the version. Ends with `.json`. */
  readonly file: string;
  /** Facts that are not plain are left out of it. */
  readonly facts: ProvenanceFacts;
}

/** Characters of the longest fact. */
const LONGEST_FACT = 512;

/** Characters of the longest message. */
export const LONGEST_MESSAGE = 8000;

/**
 * Returns whether a text can be a fact: one line of at most 512 characters without control characters, which was valid
 * UTF-8 where it came from.
 */
export const isPlainFact = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= LONGEST_FACT &&
  text.isWellFormed() &&
  !/[\p{Cc}\p{Zl}\p{Zp}\ufffd]/u.test(text);

/** Returns whether a text can be a message: at most 8000 characters, and no control characters but line feeds and tabs. */
export const isPlainMessage = (text: string): boolean =>
  text.trim() !== '' && text.length <= LONGEST_MESSAGE && text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text);

const isCommit = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** The facts that are texts of unknown origin, with the rule for each. */
const RULES = {
  repository: (text) => isPlainFact(text) && publicUrl(text) === text,
  commit: isCommit,
  ref: isPlainFact,
  workflow: isPlainFact,
  runUrl: (text) => isPlainFact(text) && publicUrl(text) === text && /^https?:/.test(text),
  actor: isPlainFact,
  user: isPlainFact,
  slurmJob: isPlainFact,
  slurmJobName: isPlainFact,
  slurmCluster: isPlainFact,
  message: isPlainMessage,
} as const satisfies Partial<Record<keyof ProvenanceFacts, (text: string) => boolean>>;

/** A fact that may be unusable. */
export type DoubtfulFact = keyof typeof RULES;

export const DOUBTFUL_FACTS = Object.keys(RULES) as DoubtfulFact[];

/** Leaves out the facts that are not plain, and returns their names. Pure. */
export function plainFacts(facts: ProvenanceFacts): {
  readonly facts: ProvenanceFacts;
  readonly leftOut: readonly DoubtfulFact[];
} {
  const given = DOUBTFUL_FACTS.filter((name) => facts[name] !== undefined);
  const leftOut = given.filter((name) => !RULES[name](facts[name] ?? ''));
  return { facts: { ...facts, ...Object.fromEntries(leftOut.map((name) => [name, undefined])) }, leftOut };
}

const SCHEMES = new Set(['https:', 'http:', 'ssh:', 'git:', 'file:']);

/** `host:path` or `user@host:path`, as ssh and git write it. A path with `:` or `@` may be half a password. */
const SCP_LIKE = /^(?:[^@/:\s]+@)?([\w.-]+|\[[\da-f:.]+\]):([^:@\s][^:@]*)$/i;

/**
 * A URL, or the address of a git remote, as a URL without user, password, query and fragment, where tokens may be. Undefined
 * for anything else, such as the address of a remote helper (`ext::…`). Pure.
 */
export function publicUrl(address: string): string | undefined {
  const text = address.trim();
  if (text.startsWith('/')) return publicUrl(`file://${encodeURI(text.toWellFormed())}`);
  const [, host, path] = text.includes('://') ? [] : (SCP_LIKE.exec(text) ?? []);
  const candidate = host === undefined ? text : `ssh://${host}/${path?.replace(/^\/+/, '')}`;
  if (!URL.canParse(candidate)) return undefined;
  const url = new URL(candidate);
  if (!SCHEMES.has(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return isPlainFact(url.href) ? url.href : undefined;
}
