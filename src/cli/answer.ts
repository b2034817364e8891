import { alignedLines, escapeText, type OutputValue, type Table, tsvLines } from '../commands/kit/index.ts';
import { GobblerError, hintText, messageOf, type Setting } from '../errors/index.ts';
import type { Paint } from './colors.ts';
import type { Asked } from './command-line.ts';
import type { ShellCommand } from './commands.ts';

/** Outputs that are JSON themselves. */
const JSON_OUTPUTS = new Set([
  'manifest',
  'before',
  'after',
  'permissions',
  'changes',
  'versions',
  'checks',
  'records',
  'incomparable',
  'provenance',
]);

/** How a command has ended. */
export interface Ending {
  /** Null if the command line names none. */
  readonly command: string | null;
  readonly outputs: ReadonlyMap<string, OutputValue>;
  /** The answer, if it is a table. */
  readonly table: Table | undefined;
  readonly failure: unknown;
  readonly exitCode: number;
  readonly spell: Asked['spell'];
}

/**
 * The answer for programs: one object on one line. `outputs` are those of the action of that name, in camelCase. `error` has
 * `code`, `problem` and `facts` for programs, and `message`, `hint`, `input`, `findings` and `similar` for people; only `code`, which is
 * null, and `message` for a defect.
 */
export function answerJson({ command, outputs, failure, exitCode, spell }: Ending): string {
  const members = [...outputs].map(([name, value]) => [camelCase(name), memberOf(name, value)]);
  return `${JSON.stringify({
    command,
    exitCode,
    outputs: Object.fromEntries(members),
    error: failure === undefined ? null : errorMember(failure, spell),
  })}\n`;
}

/**
 * The answer for people and shells: the lines that answer the question, and nothing else. A table is aligned on a
 * terminal, and separated by tabs elsewhere.
 */
export function answerText(
  command: ShellCommand,
  { outputs, table, failure }: Ending,
  screen: Screen,
): string {
  if (failure !== undefined) return '';
  const lines = table === undefined ? plainLines(command, outputs, screen) : tableLines(table, screen);
  return lines.map((text) => `${text}\n`).join('');
}

/** Where an answer for people appears. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Whether the log is on the same terminal. */
  readonly showsLog: boolean;
  readonly paint: Paint;
}

function plainLines(
  { answer, isInLog = false, tones = {} }: ShellCommand,
  outputs: Ending['outputs'],
  { showsLog, paint }: Screen,
): string[] {
  if (isInLog && showsLog) return [];
  return answer(outputs).map((text) => {
    const [word = ''] = text.split(' ', 1);
    const tone = Object.hasOwn(tones, word) ? tones[word] : undefined;
    const safe = escapeText(text);
    return tone === undefined ? safe : paint(tone, word) + safe.slice(word.length);
  });
}

function tableLines(table: Table, { isTerminal, paint }: Screen): string[] {
  if (!isTerminal) return tsvLines(table);
  const [header, ...rows] = alignedLines(table);
  return header === undefined ? [] : [paint('title', header), ...rows];
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** An output that has no value is null. */
function memberOf(name: string, value: OutputValue): unknown {
  if (value === '') return null;
  return JSON_OUTPUTS.has(name) && typeof value === 'string' ? JSON.parse(value) : value;
}

function errorMember(failure: unknown, spell: Asked['spell']): Record<string, unknown> {
  if (!(failure instanceof GobblerError)) return { code: null, message: messageOf(failure) };
  const { code, problem, facts, message, advice, input = null, findings, reason = null, similar } = failure;
  const hint = advice === undefined ? null : hintText(advice, (setting) => settingInShell(setting, spell));
  return { code, problem, facts: shortened(facts), message, hint, input, findings, reason, similar };
}

/** Items of a list among the facts of an error; a version may differ in a million files. */
const MOST_ITEMS = 1000;

/** The same facts, with no list longer than {@link MOST_ITEMS}. */
function shortened(facts: unknown): unknown {
  if (Array.isArray(facts)) return facts.slice(0, MOST_ITEMS).map(shortened);
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shortened(value)]));
}

/** A setting as an option, if the command has it; otherwise as an input. */
export function settingInShell({ input, value }: Setting, spell: Asked['spell']): string {
  return spell(input, value) ?? (value === undefined ? input : `${input}: ${value}`);
}
