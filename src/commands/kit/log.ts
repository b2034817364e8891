import { hintText } from '../../errors/index.ts';
import { escapeText } from './escape.ts';
import { formatCount } from './format.ts';
import { originOf } from './inputs.ts';
import { type Annotation, host } from './runtime.ts';

/** GitHub cuts an annotation after 4,096 characters; we stop before, at a whole line. */
const LONGEST_ANNOTATION = 4_000;

/** Writes a line to the log. It may contain foreign text, which is made harmless. */
export function line(text: string): void {
  host().line(escapeText(text));
}

/** Writes lines as a group that is folded in the log. */
export function group(title: string, lines: Iterable<string>): void {
  host().group(escapeText(title), Array.from(lines, escapeText));
}

/** The first of many lines, closed by the number of the others. */
export function atMostLines(most: number, lines: readonly string[]): readonly string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `… and ${formatCount(rest)} more`] : lines;
}

/** An error or a warning that cannot be overlooked. Does not end the command. */
export function annotate(severity: 'error' | 'warning', annotation: Annotation): void {
  host().annotate(severity, { ...annotation, title: escapeText(annotation.title) });
}

export const annotateWarning = (annotation: Annotation): void => annotate('warning', annotation);

/** An annotation as lines of harmless text. `inputText` says which input is meant, as the user writes it. */
export function annotationText(
  { sentences, hint, input }: Annotation,
  inputText: (input: string) => string = (name) => `(input: ${name})`,
): string {
  const tail = [
    ...(hint === undefined ? [] : [escapeText(hintText(hint, host().settingText))]),
    ...(input === undefined ? [] : [fromElsewhere(input) ?? inputText(input)]),
  ].join(' ');
  const shown: string[] = [];
  let length = tail.length;
  for (const sentence of sentences) {
    const safe = escapeText(sentence).slice(0, LONGEST_ANNOTATION / 2);
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

/** An input that was not given, with the place of its value. */
function fromElsewhere(input: string): string | undefined {
  const origin = originOf(input);
  return origin === undefined ? undefined : `(${input} from ${escapeText(origin)})`;
}
