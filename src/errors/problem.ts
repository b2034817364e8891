import type { ErrorCode } from './codes.ts';
import type { Hint } from './hint.ts';

/** Facts of a problem: plain data that can be written as JSON. */
export type Facts = object;

/** A problem without facts. */
export type NoFacts = Readonly<Record<string, never>>;

/** A row of the table of problems: how the facts of one become a code and sentences. */
export interface Problem<F extends Facts> {
  readonly code: ErrorCode | ((facts: F) => ErrorCode);
  /** The public name of the input that has to change. */
  readonly input?: string | ((facts: F) => string | undefined);
  /** One sentence: the subject, what was expected, what was found. */
  readonly text: (facts: F) => string;
  /** The reader's next step. */
  readonly hint?: Hint | ((facts: F) => Hint | undefined);
  /** Single findings, as sentences. */
  readonly findings?: (facts: F) => readonly string[];
  /** The text without findings, if it quotes one of them. */
  readonly headline?: (facts: F) => string;
}

/** Declares the facts of a row; the rest follows from them. */
export function problem<F extends Facts>(row: Problem<F>): Problem<F> {
  return row;
}

/** Declares a table, which is not made before it is needed. */
export function problemTable<T extends Readonly<Record<string, Problem<never>>>>(make: () => T): () => T {
  return make;
}

/** The part of a row that heads a list of findings: its text quotes the first one. */
export function headed<F extends Facts>(
  headline: (facts: F) => string,
  findings: (facts: F) => readonly string[],
): Pick<Problem<F>, 'text' | 'headline' | 'findings'> {
  return { headline, findings, text: (facts) => `${headline(facts)}: ${findings(facts)[0]}` };
}

/** A name or a path as it appears in a sentence. */
export function quoted(text: unknown): string {
  return JSON.stringify(text) ?? 'undefined';
}

/** A number of bytes as it appears in a sentence. */
export function bytesText(bytes: unknown): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

const MOST_SHOWN = 20;

/** Sentences for the first items of many, closed by the number of the others. */
export function firstOf<T>(items: readonly T[], text: (item: T) => string): string[] {
  const rest = items.length - MOST_SHOWN;
  const shown = items.slice(0, MOST_SHOWN).map(text);
  return rest > 0 ? [...shown, `… and ${rest} more`] : shown;
}

const MOST_NAMES = 10;

/** The first names of `count`, in quotation marks. */
export function firstNames(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, MOST_NAMES);
  const rest = count - shown.length;
  return `${shown.map(quoted).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
