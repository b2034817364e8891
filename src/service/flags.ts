import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { messageOf } from '../errors/index.ts';

/** The command line cannot be used. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
  /** 2 for flags that cannot be understood, 1 for what they say. Protocol §2. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Flags {
  readonly help: boolean;
  /** Whether registry and staging, which are empty then, are made for this run. */
  readonly demo: boolean;
  readonly staging: string;
  readonly registry: string;
  readonly admins: readonly string[];
  readonly port: number;
  readonly host: string | undefined;
  readonly prefix: string;
  readonly whitelist: readonly string[];
  readonly spoof: ReadonlyMap<string, readonly string[]>;
  readonly probationDays: number;
  readonly concurrency: number;
}

const KINDS = {
  admin: 'text',
  concurrency: 'number',
  demo: 'switch',
  help: 'switch',
  h: 'switch',
  host: 'text',
  port: 'number',
  prefix: 'text',
  probation: 'number',
  registry: 'text',
  spoof: 'text',
  staging: 'text',
  whitelist: 'text',
} as const;

type FlagName = keyof typeof KINDS;

export const USAGE = `Serves a Gobbler: a registry of versioned assets, and a staging directory to upload from.

usage: serve -registry DIRECTORY -staging DIRECTORY [flags]
       serve -demo [flags]

  -registry DIRECTORY   where everything published is kept; must exist
  -staging DIRECTORY    where users put requests and uploads; must exist
  -admin NAMES          names of administrators, separated by commas
  -demo                 make both directories, in a temporary one, and remove them in the end; print a line
                        for shells, export GOBBLER_URL=…, on standard output. The user who starts it is an
                        administrator, and the port is any that is free, unless the flags say otherwise
  -port PORT            where to listen (default 8080; 0 for any that is free)
  -host ADDRESS         the address to listen at (default 127.0.0.1: this machine only)
  -prefix PATH          goes before the path of every endpoint
  -whitelist FILE       directories, one a line, that uploaded links may lead to
  -spoof FILE           who may act for whom: lines like user:name,name or user:*,-name
  -probation DAYS       remove probational versions after so many days (default -1: never)
  -concurrency N        large files to work on at the same time (default 100)
  -help                 show this

A flag may be written -flag value, -flag=value, or with two dashes.
`;

/** Reads the command line, in the forms of the original's flags, and the files it names. Throws FlagError. */
export function parseFlags(argv: readonly string[]): Flags {
  const values = readValues(argv);
  const help = values.has('help') || values.has('h');
  const demo = values.has('demo');
  const required = (name: 'staging' | 'registry'): string => {
    const value = values.get(name) ?? '';
    if (demo && value !== '') throw new FlagError(`-demo makes the directories: leave out -${name}`, 1);
    if (value === '' && !help && !demo) throw new FlagError(`expected the -${name} flag`, 1);
    return value;
  };
  const admin = values.get('admin') ?? (demo ? thisUser() : '');
  return {
    help,
    demo,
    registry: required('registry'),
    staging: required('staging'),
    // Nobody has an empty name.
    admins: admin.split(',').filter((name) => name !== ''),
    port: number(values, 'port', demo ? 0 : 8080, { from: 0, to: 65_535 }),
    host: values.get('host'),
    prefix: requirePrefix(values.get('prefix') ?? ''),
    whitelist: readWhitelist(values.get('whitelist') ?? ''),
    spoof: readSpoofers(values.get('spoof') ?? ''),
    probationDays: number(values, 'probation', -1, {}),
    concurrency: number(values, 'concurrency', 100, { from: 0 }),
  };
}

/** The name of the user of this process; empty if the user id has none, whom no service can know. */
function thisUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function readValues(argv: readonly string[]): Map<FlagName, string> {
  const values = new Map<FlagName, string>();
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] as string;
    // Ignore everything after the first word that is not a flag.
    if (!argument.startsWith('-') || argument === '-' || argument === '--') break;
    const { name, value } = split(argument);
    if (!isFlagName(name)) throw new FlagError(`flag provided but not defined: -${name}`, 2);
    if (value !== undefined) values.set(name, value);
    else if (KINDS[name] === 'switch') values.set(name, 'true');
    else {
      i += 1;
      const next = argv[i];
      if (next === undefined) throw new FlagError(`flag needs an argument: -${name}`, 2);
      values.set(name, next);
    }
  }
  return values;
}

function split(argument: string): { name: string; value: string | undefined } {
  const body = argument.replace(/^--?/, '');
  if (body === '' || body.startsWith('-') || body.startsWith('=')) {
    throw new FlagError(`bad flag syntax: ${argument}`, 2);
  }
  const equals = body.indexOf('=');
  if (equals === -1) return { name: body, value: undefined };
  return { name: body.slice(0, equals), value: body.slice(equals + 1) };
}

const isFlagName = (name: string): name is FlagName => Object.hasOwn(KINDS, name);

function number(
  values: ReadonlyMap<FlagName, string>,
  name: FlagName,
  fallback: number,
  { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER }: { from?: number; to?: number },
): number {
  const written = values.get(name);
  if (written === undefined) return fallback;
  const value = /^[+-]?(?:\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(written)
    ? parseNumber(written)
    : Number.NaN;
  if (!(value >= from && value <= to)) {
    throw new FlagError(`invalid value "${written}" for flag -${name}: expected a whole number`, 2);
  }
  return value;
}

function parseNumber(written: string): number {
  const digits = written.replace(/^[+-]/, '');
  return written.startsWith('-') ? -Number(digits) : Number(digits);
}

/** It becomes part of every route, so it has to be a clean path. */
function requirePrefix(prefix: string): string {
  const parts = prefix.split('/');
  if (prefix !== '' && parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new FlagError(`-prefix "${prefix}" should be a path without a slash at its ends`, 2);
  }
  return prefix;
}

function readWhitelist(file: string): string[] {
  return linesOf(file, 'whitelist').map((line) => {
    if (!path.isAbsolute(line)) throw new FlagError(`whitelist entry "${line}" is not an absolute path`, 1);
    return line;
  });
}

function readSpoofers(file: string): Map<string, readonly string[]> {
  const spoofers = new Map<string, readonly string[]>();
  for (const line of linesOf(file, 'spoof')) {
    const [spoofer, users, ...rest] = line.split(':');
    if (spoofer === undefined || users === undefined || rest.length > 0) {
      throw new FlagError(`line "${line}" of the spoof file should have exactly one colon`, 1);
    }
    if (users !== '') spoofers.set(spoofer, users.split(','));
  }
  return spoofers;
}

function linesOf(file: string, flag: string): string[] {
  if (file === '') return [];
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new FlagError(`failed to read the -${flag} file; ${messageOf(error)}`, 1);
  }
  const lines = content.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
