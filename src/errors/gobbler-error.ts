import type { ErrorCode } from './codes.ts';
import { type Hint, hintText } from './hint.ts';
import type { Facts } from './problem.ts';
import { type FactsOf, type ProblemName, problemOf } from './problems/index.ts';
import { didYouMean } from './similar.ts';

/** Members of an error that do not come from the table of problems. */
export interface ErrorDetails {
  /** The HTTP status, where the service answered with one. */
  readonly httpStatus?: number | undefined;
  /** The service's own words, unchanged. */
  readonly reason?: string | undefined;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/**
 * Every failure that the caller or the environment has caused. Anything else that is thrown is a defect and keeps its
 * stack. An error is data: a problem and its facts. The sentences follow from the table of problems.
 */
export class GobblerError extends Error {
  /** `GobblerError`, also for subclasses. */
  override readonly name = 'GobblerError';
  /** The kind of the failure, from a closed list: what a program should act on. */
  readonly code: ErrorCode;
  /** The row of the table of problems. Finer than the code; later releases may split or rename one. */
  readonly problem: ProblemName;
  /** The data of the sentences, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The input or option that has to change, by its public name. */
  readonly input: string | undefined;
  /** The HTTP status, where the service answered with one. */
  readonly httpStatus: number | undefined;
  /** The service's own words, if it has refused a request. */
  readonly reason: string | undefined;
  /** Names that exist, and resemble one that does not. Commands look for them; empty elsewhere. */
  similar: readonly string[] = [];
  /** Single findings, as sentences. */
  readonly findings: readonly string[];
  /** The message without findings; undefined if it quotes none. */
  readonly headline: string | undefined;

  readonly #advice: Hint | undefined;

  /** For subclasses. The facts have to be those of the problem: nothing checks them here. */
  constructor(problem: ProblemName, facts: Facts, { cause, httpStatus, reason }: ErrorDetails = {}) {
    const row = problemOf(problem);
    super(row.text(facts), cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.facts = { ...facts };
    this.code = typeof row.code === 'function' ? row.code(facts) : row.code;
    this.input = typeof row.input === 'function' ? row.input(facts) : row.input;
    this.#advice = typeof row.hint === 'function' ? row.hint(facts) : row.hint;
    this.findings = row.findings?.(facts) ?? [];
    this.headline = row.headline?.(facts);
    this.httpStatus = httpStatus;
    this.reason = reason;
  }

  /** The reader's next step, with settings as data. */
  get advice(): Hint | undefined {
    return this.#advice && didYouMean(this.similar, this.#advice);
  }

  /** The reader's next step, with settings written as inputs of a workflow. */
  get hint(): string | undefined {
    return this.advice && hintText(this.advice);
  }
}

/** The error for a problem of the table, with its facts. */
export function gobblerError<N extends ProblemName>(
  problem: N,
  facts: FactsOf<N>,
  details: ErrorDetails = {},
): GobblerError {
  return new GobblerError(problem, facts, details);
}

/** The facts of an error, if it is the given problem. */
export function factsOf<N extends ProblemName>(error: unknown, problem: N): FactsOf<N> | undefined {
  return error instanceof GobblerError && error.problem === problem ? (error.facts as FactsOf<N>) : undefined;
}
