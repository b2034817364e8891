import {
  didYouMean,
  ERROR_TITLES,
  type ErrorCode,
  GobblerError,
  hintText,
  UploadRefused,
} from '../../errors/index.ts';
import { escapeCode, escapeMarkup, shortened } from './escape.ts';
import { originOf } from './inputs.ts';
import { annotate, atMostLines, group, line } from './log.ts';
import { type Annotation, host } from './runtime.ts';
import { bulletList, writeSummary } from './summary.ts';

const MOST_ANNOTATIONS = 10;
const MOST_FINDINGS_LOGGED = 50;
const MOST_FINDINGS_IN_SUMMARY = 20;

const TROUBLESHOOTING = 'https://github.com/gobbler-action/gobbler-action/blob/main/docs/troubleshooting.md';

/** The address of the section about a code: its causes and remedies. */
const sectionAbout = (code: ErrorCode): string => `${TROUBLESHOOTING}#${code}`;

/** A failure as people see it: one annotation per kind of problem, with title, sentences and what to do. */
function annotationsOf(error: unknown): Annotation[] {
  if (error instanceof UploadRefused) {
    return error.groups.map(({ kind, title, messages, hint, input }) => ({
      title,
      sentences: messages,
      hint: kind === 'no-project' ? didYouMean(error.similar, hint) : hint,
      input,
    }));
  }
  if (error instanceof GobblerError) {
    const { code, message, headline, advice: hint, input, findings } = error;
    const isWhole = headline !== undefined && findings.length < 2;
    const sentences = isWhole ? [message] : [headline ?? message, ...findings];
    return [{ title: ERROR_TITLES[code], sentences, isHeaded: true, hint, input }];
  }
  return [
    {
      title: 'Defect in gobbler-action',
      sentences: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)],
      hint: 'Please report it with its log.',
    },
  ];
}

/** Shows a failure in the log, as annotations and in the job summary. */
export async function reportFailure(
  heading: string,
  error: unknown,
  {
    severity = 'error',
    details = [],
  }: { severity?: 'error' | 'warning' /** Of the summary, below. */; details?: readonly string[] } = {},
): Promise<void> {
  const annotations = annotationsOf(error);
  const titles = annotations.map(({ title }) => title).join(', ');
  const findings = error instanceof GobblerError ? error.findings : [];
  if (findings.length > 1 && !host().annotatesInLog) {
    group('Findings', atMostLines(MOST_FINDINGS_LOGGED, findings));
  }
  if (error instanceof GobblerError) {
    line(`${titles}: ${heading} (code ${error.code})`);
    line(`  Causes and remedies: ${sectionAbout(error.code)}`);
  } else logStack(error);
  for (const annotation of atMost(MOST_ANNOTATIONS, annotations)) annotate(severity, annotation);
  if (severity !== 'error') return;
  const section = error instanceof GobblerError ? [sectionMarkdown(error.code)] : [];
  const blocks = [...annotations.map(annotationMarkdown), ...details, ...section];
  await writeSummary(`### ❌ ${escapeMarkup(heading)}`, ...blocks);
}

/** Where a defect was noticed; nothing for what is none. */
export function logStack(error: unknown): void {
  if (error instanceof GobblerError || !(error instanceof Error) || error.stack === undefined) return;
  for (const frame of error.stack.split('\n')) line(`  ${frame.trim()}`);
}

/** GitHub shows ten annotations a step: what does not fit is folded into the last one. */
function atMost(most: number, annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= most) return annotations;
  const rest = annotations.slice(most - 1);
  const sentences = rest.flatMap((annotation) => annotation.sentences);
  const title = rest.map((annotation) => annotation.title).join(', ');
  return [...annotations.slice(0, most - 1), { title, sentences }];
}

const sectionMarkdown = (code: ErrorCode): string =>
  `[Causes and remedies](${sectionAbout(code)}) of \`${code}\``;

function annotationMarkdown({ title, sentences, isHeaded = false, hint, input }: Annotation): string {
  const [head = '', ...others] = sentences.map((sentence) => escapeMarkup(shortened(sentence)));
  const isList = others.length > 0 && !isHeaded;
  const origin = input === undefined ? undefined : originOf(input);
  const place = origin === undefined ? '' : ` from ${escapeCode(origin)}`;
  const named = `**${escapeMarkup(title)}**${input === undefined ? '' : ` (input ${escapeCode(input)}${place})`}`;
  return [
    isList ? `${named}:` : `${named}: ${head}`,
    ...(others.length > 0 ? [bulletList(isList ? [head, ...others] : others, MOST_FINDINGS_IN_SUMMARY)] : []),
    ...(hint === undefined ? [] : [`➜ ${escapeMarkup(hintText(hint, host().settingText))}`]),
  ].join('\n\n');
}
