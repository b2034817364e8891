import path from 'node:path';
import { GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { type Found, SETTINGS, type SettingName, settingsInEffect } from '../settings/index.ts';
import { detail } from './details.ts';
import { host } from './runtime.ts';

/** Reads one input: from its text to a value, or a refusal. */
export interface Input<T> {
  /** One sentence without its full stop, in Markdown: for `action.yml`, the tables of the documents and the command line. */
  readonly description: string;
  /** As in `action.yml`; applied here too, for whoever runs the bundle by hand. */
  readonly default: string;
  readonly required: boolean;
  /** Not just a word: true or false, a whole number, a path on this machine, one of a few words, or lines. */
  readonly form?: 'flag' | 'integer' | 'lines' | 'path' | { readonly choices: readonly string[] };
  /** The setting of the site or the user that an empty value comes from instead. */
  readonly setting?: SettingName;
  /** Turns a text into a value; throws with the end of a sentence that begins with the input's name. */
  readonly parse: (text: string) => T;
}

export type Inputs = Readonly<Record<string, Input<unknown>>>;

/** The values of a map of inputs. */
export type Values<I extends Inputs> = {
  readonly [Name in keyof I]: I[Name] extends Input<infer T> ? T : never;
};

/** An error thrown by a reader: the end of a sentence that begins with the input's name. */
class Refusal extends Error {}

type Form = NonNullable<Input<unknown>['form']>;
type Parse<T> = Input<T>['parse'];

/** An input that has to be given. */
function required<T>(description: string, parse: Parse<T>): Input<T> {
  return { description, default: '', required: true, parse };
}

/** An input that has a value if it is left out. */
function withDefault<T>(description: string, standard: string, parse: Parse<T>, form?: Form): Input<T> {
  return { description, default: standard, required: false, ...(form && { form }), parse };
}

/** An input that is undefined if it is left out. */
function optional<T>(description: string, parse: Parse<T>, form?: Form): Input<T | undefined> {
  return withDefault(description, '', (value) => (value === '' ? undefined : parse(value)), form);
}

const unchanged = (value: string): string => value;

/** Refuses a value: `should be …, but is "…"`. */
const refusal = (expected: string, value: string): Refusal =>
  new Refusal(`should be ${expected}, but is ${JSON.stringify(value)}`);

/** Any text; undefined if it is empty. */
export function text(description: string): Input<string | undefined> {
  return optional(description, unchanged);
}

/** Any text but the empty one. */
export function requiredText(description: string): Input<string> {
  return required(description, unchanged);
}

/** A path on this machine, made absolute against the workspace (or the current directory outside of GitHub). */
export function directoryPath(description: string): Input<string> {
  return { ...required(description, fromWorkspace), form: 'path' };
}

/** As {@link directoryPath}, but may be left out. */
export function optionalPath(description: string): Input<string | undefined> {
  return optional(description, fromWorkspace, 'path');
}

function fromWorkspace(value: string): string {
  if (value.includes('\0')) throw new Refusal('may not contain a NUL character');
  return path.isAbsolute(value) ? path.resolve(value) : path.resolve(host().places.base, value);
}

/** A boolean as YAML 1.2 writes it. */
export function flag(description: string, standard: boolean): Input<boolean> {
  return withDefault(description, String(standard), parseFlag, 'flag');
}

/** As {@link flag}, but undefined if it is left out. */
export function optionalFlag(description: string): Input<boolean | undefined> {
  return optional(description, parseFlag, 'flag');
}

function parseFlag(value: string): boolean {
  if (['true', 'True', 'TRUE'].includes(value)) return true;
  if (['false', 'False', 'FALSE'].includes(value)) return false;
  throw refusal('true or false', value);
}

/** One of a few words. */
export function choice<const C extends string>(
  description: string,
  choices: readonly C[],
  standard: NoInfer<C>,
): Input<C> {
  const parse = (value: string): C => {
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) throw refusal(orList(choices), value);
    return found;
  };
  return withDefault(description, standard, parse, { choices });
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Lines; blank ones and comments (`#`) are dropped. */
export function lines(description: string, standard: string): Input<readonly string[]> {
  return withDefault(description, standard, parseLines, 'lines');
}

function parseLines(value: string): readonly string[] {
  const items = value.split(/\r?\n/).map((item) => item.trim());
  return items.filter((item) => item !== '' && !item.startsWith('#'));
}

/** Names, a line each; undefined if there are none. The line `[]` by itself is the empty list. */
export function nameLines(description: string): Input<readonly string[] | undefined> {
  return withDefault(description, '', parseNames, 'lines');
}

function parseNames(value: string): readonly string[] | undefined {
  const names = parseLines(value);
  if (names.length === 1 && names[0] === '[]') return [];
  const list = names.find((name) => /[,[\]]/.test(name));
  if (list !== undefined)
    throw new Refusal(`should be names, a line each, but one is ${JSON.stringify(list)}`);
  return names.length === 0 ? undefined : [...new Set(names)];
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** A whole number within bounds; undefined if it is left out and there is no standard one. */
export function integer(
  description: string,
  { standard, ...bounds }: Bounds & { standard?: number },
): Input<number | undefined> {
  const input = optional(description, (value) => parseInteger(value, bounds), 'integer');
  return standard === undefined ? input : { ...input, default: String(standard) };
}

/** A whole number within bounds, or `auto`, which is undefined. */
export function integerOrAuto(description: string, bounds: Bounds): Input<number | undefined> {
  const parse = (value: string): number | undefined =>
    value === 'auto' ? undefined : parseInteger(value, bounds, 'auto or ');
  return withDefault(description, 'auto', parse);
}

/** `or` is another permitted value, for the sentence of a refusal. */
function parseInteger(value: string, { from, to }: Bounds, or = ''): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw refusal(`${or}a whole number from ${from} to ${to}`, value);
}

/** The digest of a manifest, as the output `manifest-digest` gives it; undefined if it is left out. */
export function digest(description: string): Input<string | undefined> {
  return optional(description, (value) => {
    if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
    throw refusal('64 hexadecimal digits, as the output manifest-digest has them', value);
  });
}

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 };

/** The longest a timer can wait; more than a job may ever take. */
const LONGEST_MS = 2 ** 31 - 1;

/** A duration as `90s`, `15m` or `2h`, or as a plain number of minutes; in milliseconds. */
export function minutes(description: string, standard: number): Input<number> {
  const expected = 'a number of minutes, or like 90s, 15m or 2h';
  const withUnit = (value: string): string => (/^\d+(\.\d+)?$/.test(value) ? `${value}m` : value);
  return withDefault(description, String(standard), (value) =>
    parseDuration(withUnit(value), expected, value),
  );
}

/** A duration as `90s`, `15m` or `2h`, longer than nothing; in milliseconds. */
export function duration(description: string, standard: string): Input<number> {
  return withDefault(description, standard, (value) => {
    const durationMs = parseDuration(value, 'a duration like 90s, 15m or 2h');
    if (durationMs > 0) return durationMs;
    throw new Refusal(`should be longer than nothing, but is ${JSON.stringify(value)}`);
  });
}

/** `given` is what the user wrote, for the refusal. */
function parseDuration(value: string, expected: string, given = value): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([smh])$/.exec(value) ?? [];
  if (amount === undefined) throw refusal(expected, given);
  const durationMs = Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  if (durationMs > LONGEST_MS) throw refusal('at most 596h', given);
  return durationMs;
}

/** Where the values of inputs came from that were not given: `$GOBBLER_URL`, or a file. */
const origins = new Map<string, string>();

/** Where the value of an input came from that was not given: `$GOBBLER_URL`, or a file. */
export function originOf(input: string): string | undefined {
  return origins.get(input);
}

/** Reads all inputs of a command. All that are wrong are refused in one error with code `invalid-input`. */
export function readInputs<I extends Inputs>(inputs: I): Values<I> {
  const values: Record<string, unknown> = {};
  const problems: { input: string; sentence: string }[] = [];
  const settings = settingsFor(inputs);
  for (const [name, input] of Object.entries(inputs)) {
    const found = input.setting && settings.get(input.setting);
    if (found?.origin !== undefined) {
      origins.set(name, found.origin);
      detail(() => `${name} is from ${found.origin}`);
    }
    const given = host().input(name) || found?.value || input.default;
    try {
      if (given === '' && input.required) throw new Refusal(missing(input));
      values[name] = input.parse(given);
    } catch (error) {
      const isOurs = error instanceof Refusal || error instanceof GobblerError;
      if (!isOurs) throw error;
      const sentence = error instanceof Refusal ? `${name} ${error.message}` : messageOf(error);
      problems.push({ input: name, sentence });
    }
  }
  if (problems.length === 0) return values as Values<I>;
  throw gobblerError('inputs-unusable', { problems, advice: host().adviceOnInputs });
}

/** The settings that a command needs. Files are not read for a command that needs none. */
function settingsFor(inputs: Inputs): ReadonlyMap<SettingName, Found> {
  const needed = Object.entries(inputs).filter(([, { setting }]) => setting !== undefined);
  if (needed.length === 0) return new Map();
  return settingsInEffect(
    Object.fromEntries(needed.map(([name, { setting }]) => [setting, host().input(name)])),
  );
}

function missing({ setting }: Input<unknown>): string {
  const empty = 'is required, but is empty';
  return setting === undefined ? empty : `${empty}, and so is $${SETTINGS[setting]}; no settings file has it`;
}
