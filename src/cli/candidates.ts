import { Command as Parser } from 'commander';
import { listRemotely } from '../client/registry/index.ts';
import { escapeText, type Inputs } from '../commands/kit/index.ts';
import { SETTINGS, type SettingName, settingsInEffect } from '../commands/settings/index.ts';
import { GobblerError } from '../errors/index.ts';
import { isInternalName } from '../protocol/index.ts';
import { type Argument, COMMANDS, commandName, OTHER_COMMANDS, type ShellCommand } from './commands.ts';
import { SHELLS, type Shell } from './completion.ts';
import { declare } from './declaration.ts';

/** Something that the word at the cursor may become. */
interface Candidate {
  /** Ends with a slash if more has to follow. */
  readonly word: string;
  readonly about?: string;
}

/** Candidates that the shell itself completes. */
type OfShell = ':files' | ':directories';

type Candidates = readonly Candidate[] | OfShell;

/** A key that is pressed should be answered soon, or not at all. */
const PATIENCE_MS = 3_000;

/** Prints what the last of the words may become. Failures print nothing: nobody has asked for a message. */
export async function printCandidates(shell: Shell, words: readonly string[]): Promise<void> {
  const { typed, current, cut } = lineOf(shell, words);
  const found = await candidatesFor(typed, current);
  if (typeof found === 'string') {
    process.stdout.write(`${found}\n`);
    return;
  }
  const fitting = found.filter(({ word }) => word.startsWith(current) && escapeText(word) === word);
  for (const { word, about = '' } of fitting) {
    const description = about.replaceAll('`', '').split(/[;.\n]/, 1)[0];
    process.stdout.write(`${word.slice(cut)}${description === '' ? '' : `\t${description}`}\n`);
  }
}

interface Line {
  /** The words before the cursor's. */
  readonly typed: readonly string[];
  /** The word at the cursor, up to the cursor. */
  readonly current: string;
  /** How many characters of it the shell takes for a word of its own, which candidates leave out. */
  readonly cut: number;
}

/** Bash splits words at colons and equals signs: joins them again. */
function lineOf(shell: Shell, words: readonly string[]): Line {
  if (shell !== 'bash') return { typed: words.slice(0, -1), current: words.at(-1) ?? '', cut: 0 };
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isBreak = /^[:=]+$/.test(word);
    if ((isBreak || isOpen) && joined.length > 0) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    isOpen = isBreak;
  }
  const current = joined.pop() ?? '';
  const last = words.at(-1) ?? '';
  return {
    typed: joined,
    current,
    cut: /^[:=]+$/.test(last) ? current.length : current.length - last.length,
  };
}

async function candidatesFor([word, ...typed]: readonly string[], current: string): Promise<Candidates> {
  if (word === undefined) return firstWords(current);
  const name = commandName(word);
  if (name !== undefined) return ofCommand(name, COMMANDS[name] as ShellCommand, typed, current);
  if (word === 'serve') return current.startsWith('-') ? [] : ':directories';
  if (typed.length > 0) return [];
  if (word === 'completion') return SHELLS.map((shell) => ({ word: shell }));
  return word === 'help' ? firstWords(current) : [];
}

/** The other name of a command is only offered to those who have begun to type it. */
function firstWords(current: string): readonly Candidate[] {
  const commands = Object.entries(COMMANDS).map(([name, { alias, about }]) => {
    const isOther = alias?.startsWith(current) === true && !name.startsWith(current);
    return { word: isOther ? alias : name, about };
  });
  const others = Object.entries(OTHER_COMMANDS).map(([word, about]) => ({ word, about }));
  return [...commands, ...others, { word: '--help' }, { word: '--version' }];
}

async function ofCommand(
  name: string,
  command: ShellCommand,
  typed: readonly string[],
  current: string,
): Promise<Candidates> {
  const parser = new Parser(name);
  await declare(parser, name, command, true);
  const inputs: Inputs = Object.assign({}, ...(await command.variants()).map(({ inputs }) => inputs));
  const optionOf = (word: string) =>
    parser.options.find(({ long, short }) => word === long || word === short);
  const isOption = typed.map((word) => word.startsWith('-') && word !== '-');
  const takesValue = (word: string): boolean => optionOf(word)?.required === true;
  const before = typed.at(-1);
  if (before !== undefined && takesValue(before)) return valuesOf(before, inputs);
  const [option, value] = current.split(/=(.*)/s);
  if (option !== undefined && value !== undefined && takesValue(option)) {
    const values = valuesOf(option, inputs);
    return typeof values === 'string' ? [] : values.map(({ word }) => ({ word: `${option}=${word}` }));
  }
  if (current.startsWith('-')) {
    const isOpen = (long: string): boolean =>
      !typed.includes(long) || inputs[long.slice(2)]?.form === 'lines';
    const options = parser.options.flatMap(({ long, description }) =>
      long != null && isOpen(long) ? [{ word: long, about: description }] : [],
    );
    return [...options, { word: '--help' }];
  }
  const words = typed.filter((_, at) => !isOption[at] && !takesValue(typed[at - 1] ?? ''));
  const argument = command.arguments[words.length];
  return argument === undefined ? [] : ofArgument(argument, words, current, settingsIn(typed));
}

/** The values that an option can have. */
function valuesOf(option: string, inputs: Inputs): Candidates {
  const name = option.replace(/^--/, '');
  const form = inputs[name]?.form;
  if (form === 'path') return name.endsWith('file') ? ':files' : ':directories';
  if (form === 'flag') return [{ word: 'true' }, { word: 'false' }];
  return typeof form === 'object' ? form.choices.map((word) => ({ word })) : [];
}

type Settings = { readonly [name in SettingName]?: string };

/** The settings that options give. */
function settingsIn(typed: readonly string[]): Settings {
  const given = Object.keys(SETTINGS).flatMap((name) => {
    const at = typed.lastIndexOf(`--${name}`);
    return at < 0 ? [] : [[name, typed[at + 1] ?? '']];
  });
  return Object.fromEntries(given);
}

async function ofArgument(
  { inputs }: Argument,
  words: readonly string[],
  current: string,
  settings: Settings,
): Promise<Candidates> {
  const [first] = inputs;
  if (first === 'directory' || first === 'destination') return ':directories';
  if (first === 'other') {
    const [project = '', asset = ''] = (words[0] ?? '').split('/');
    const versions = await namesIn(`${project}/${asset}`, settings);
    return versions.map((word) => ({ word }));
  }
  if (first !== 'project') return [];
  const parents = current.split('/').slice(0, -1);
  if (parents.length >= inputs.length || parents.includes('')) return [];
  const names = await namesIn(parents.join('/'), settings);
  const end = parents.length + 1 < inputs.length ? '/' : '';
  return names.map((name) => ({ word: `${[...parents, name].join('/')}${end}` }));
}

/** Lists names in the registry, by one request; none if that fails. */
async function namesIn(place: string, given: Settings): Promise<readonly string[]> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const url = settingsInEffect(given).get('url')?.value;
    if (url === undefined) return [];
    const entries = (await listRemotely({ url: url.replace(/\/+$/, '') }, place, { signal: patience })) ?? [];
    const directories = entries.filter((entry) => entry.endsWith('/')).map((entry) => entry.slice(0, -1));
    return directories.filter((name) => !isInternalName(name));
  } catch (error) {
    if (error instanceof GobblerError || patience.aborted) return [];
    throw error;
  }
}
