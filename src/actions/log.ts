import * as core from '@actions/core';
import { formatCount } from './figures.ts';
import { harmlessText } from './harmless.ts';

/** GitHub cuts an annotation after 4,096 characters; we stop before, at a whole line. */
const LONGEST_ANNOTATION = 4_000;

/**
 * Writes a line to the log. The line may contain foreign text, which is made harmless; it never begins with it, since
 * the runner reads commands at the start of lines.
 */
export function line(text: string): void {
  const safe = harmlessText(text);
  core.info(/^\s*::/.test(safe) ? `| ${safe}` : safe);
}

/** Whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
export function hasRunner(): boolean {
  return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}

/** Writes lines as a group that is folded in the log. */
export function group(title: string, lines: Iterable<string>): void {
  if (hasRunner()) core.startGroup(harmlessText(title));
  else line(`${title}:`);
  for (const text of lines) line(`  ${text}`);
  if (hasRunner()) core.endGroup();
}

/** The first of many lines, closed by the number of the others. */
export function atMostLines(most: number, lines: readonly string[]): readonly string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `… and ${formatCount(rest)} more`] : lines;
}

export interface Annotation {
  readonly title: string;
  /** Sentences; as many as fit are shown, the rest is counted. */
  readonly sentences: readonly string[];
  /** The reader's next step. */
  readonly hint?: string | undefined;
  /** The input that has to change. */
  readonly input?: string | undefined;
}

/** An error that is shown on the run's page. Does not end the step. */
export function annotateError(annotation: Annotation): void {
  if (!hasRunner()) printAnnotation('Error', annotation);
  else core.error(annotationText(annotation), { title: harmlessText(annotation.title) });
}

/** A warning that is shown on the run's page. */
export function annotateWarning(annotation: Annotation): void {
  if (!hasRunner()) printAnnotation('Warning', annotation);
  else core.warning(annotationText(annotation), { title: harmlessText(annotation.title) });
}

function printAnnotation(severity: string, annotation: Annotation): void {
  line(`${severity}: ${annotation.title}`);
  for (const text of annotationText(annotation).split('\n')) line(`  ${text}`);
}

function annotationText({ sentences, hint, input }: Annotation): string {
  const tail = [
    ...(hint === undefined ? [] : [harmlessText(hint)]),
    ...(input === undefined ? [] : [`(input: ${input})`]),
  ].join(' ');
  const shown: string[] = [];
  let length = tail.length;
  for (const sentence of sentences) {
    const safe = harmlessText(sentence).slice(0, LONGEST_ANNOTATION / 2);
    if (length + safe.length > LONGEST_ANNOTATION) break;
    length += safe.length + 1;
    shown.push(safe);
  }
  const rest = sentences.length - shown.length;
  return [
    ...shown,
    ...(rest > 0 ? [`… and ${formatCount(rest)} more`] : []),
    ...(tail === '' ? [] : [tail]),
  ].join('\n');
}
