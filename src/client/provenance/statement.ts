import { formatRef, ownMember, parseTimestamp, type VersionRef } from '../../protocol/index.ts';
import { parsedJson } from '../connection/index.ts';
import { DOUBTFUL_FACTS, isPlainFact, PLACES, type ProvenanceFacts, plainFacts } from './facts.ts';

/** The provenance of a version, as a file of it states. Nobody has signed it: whoever can upload can state anything. */
export interface Provenance extends ProvenanceFacts {
  /** The `dirHash` of all other files of the version. */
  readonly dirHash: string;
}

/** Characters of the longest subject: three names of 255 bytes, and two slashes. */
const LONGEST_SUBJECT = 767;

/** The largest provenance file, in bytes. */
export const LARGEST_STATEMENT_BYTES = 64 * 1024;

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const PACKAGE = 'gobbler-action';

/** The page that describes the format. */
const PAGE = 'https://github.com/gobbler-action/gobbler-action/blob/main/docs/provenance.md';
const BUILD_TYPE = `${PAGE}#build-type-v1`;
const BUILDER = `${PAGE}#builder-`;

/**
 * The text of a provenance file: an in-toto statement (v1), not signed, with a predicate of SLSA provenance (v1). Its subject
 * is the version, with the `dirHash` of all other files. Facts that are not plain are left out. Pure.
 */
export function makeStatement(ref: VersionRef, { dirHash, ...given }: Provenance): string {
  const { facts } = plainFacts(given);
  const { repository, commit, modified, ref: gitRef, workflow, message, actor, user } = facts;
  const { slurmJob, slurmJobName, slurmCluster, runUrl, startedOn, place, actionVersion } = facts;
  const uri = repository && `git+${repository}${gitRef === undefined ? '' : `@${gitRef}`}`;
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name: formatRef(ref), digest: { dirHash } }],
    predicateType: PREDICATE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: { repository, ref: gitRef, workflow, message },
        internalParameters: { actor, user, modified, slurmJob, slurmJobName, slurmCluster },
        resolvedDependencies: commit === undefined ? undefined : [{ uri, digest: { gitCommit: commit } }],
      },
      runDetails: {
        builder: { id: `${BUILDER}${place}`, version: { [PACKAGE]: actionVersion } },
        metadata: { invocationId: runUrl, startedOn },
      },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/**
 * Reads a provenance file of a version. Undefined for anything but a statement that {@link makeStatement} can have made for
 * this version: other types, another subject, several subjects, facts that are not plain. Ignores unknown fields, as in-toto
 * asks. Pure.
 */
export function parseStatement(text: string, ref: VersionRef): Provenance | undefined {
  const { subject, provenance } = readStatement(text) ?? {};
  return subject === formatRef(ref) ? provenance : undefined;
}

/** A statement, and the version that it is about. */
export interface Statement {
  /** As `project/asset/version`; foreign text, which may name no version at all. */
  readonly subject: string;
  readonly provenance: Provenance;
}

/** Reads a statement that {@link makeStatement} can have made for any version; undefined for anything else. Pure. */
export function readStatement(text: string): Statement | undefined {
  if (Buffer.byteLength(text) > LARGEST_STATEMENT_BYTES) return undefined;
  const statement = parsedJson(text);
  const at = (...path: readonly string[]): unknown => path.reduce(ownMember, statement);
  const subjects = at('subject');
  if (at('_type') !== STATEMENT_TYPE || at('predicateType') !== PREDICATE_TYPE) return undefined;
  if (!Array.isArray(subjects) || subjects.length !== 1) return undefined;
  const subject = ownMember(subjects[0], 'name');
  if (typeof subject !== 'string' || subject.length > LONGEST_SUBJECT) return undefined;
  const dirHash = ownMember(ownMember(subjects[0], 'digest'), 'dirHash');
  if (typeof dirHash !== 'string' || !/^[0-9a-f]{64}$/.test(dirHash)) return undefined;
  const definition = (...path: readonly string[]) => at('predicate', 'buildDefinition', ...path);
  const details = (...path: readonly string[]) => at('predicate', 'runDetails', ...path);
  const builder = details('builder', 'id');
  const place = PLACES.find((one) => builder === `${BUILDER}${one}`);
  const actionVersion = details('builder', 'version', PACKAGE);
  const startedOn = details('metadata', 'startedOn');
  if (definition('buildType') !== BUILD_TYPE || place === undefined) return undefined;
  if (typeof actionVersion !== 'string' || !isPlainFact(actionVersion)) return undefined;
  if (typeof startedOn !== 'string' || parseTimestamp(startedOn) === undefined) return undefined;
  const modified = definition('internalParameters', 'modified') ?? undefined;
  if (modified !== undefined && typeof modified !== 'boolean') return undefined;
  const commit = commitOf(definition('resolvedDependencies'));
  const doubtful: Record<string, unknown> = {
    ...pick(definition('externalParameters'), ['repository', 'ref', 'workflow', 'message']),
    ...pick(definition('internalParameters'), ['actor', 'user', 'slurmJob', 'slurmJobName', 'slurmCluster']),
    runUrl: details('metadata', 'invocationId'),
    commit,
  };
  const texts: Record<string, string> = {};
  for (const name of DOUBTFUL_FACTS) {
    const value = doubtful[name] ?? undefined;
    if (typeof value === 'string') texts[name] = value;
    else if (value !== undefined) return undefined;
  }
  const { facts, leftOut } = plainFacts({ place, startedOn, actionVersion, ...texts });
  if (leftOut.length > 0) return undefined;
  return { subject, provenance: { ...facts, ...(modified !== undefined && { modified }), dirHash } };
}

const pick = (value: unknown, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, ownMember(value, name)]));

/** The commit of the first dependency, which is the repository. */
const commitOf = (dependencies: unknown): unknown =>
  Array.isArray(dependencies) ? ownMember(ownMember(dependencies[0], 'digest'), 'gitCommit') : dependencies;
