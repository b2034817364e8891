import { constants, fstatSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { homeDirectory, normalizeUrl } from '../../client/connection/index.ts';
import { errnoOf, type FactsOf, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { isOfRoot, isOwn, withOpenNow } from '../../fs/index.ts';

/** The settings that a site or a user sets once, by name, with the environment variable of each. */
export const SETTINGS = {
  url: 'GOBBLER_URL',
  staging: 'GOBBLER_STAGING',
  registry: 'GOBBLER_REGISTRY',
} as const;

export type SettingName = keyof typeof SETTINGS;

type Values = { readonly [name in SettingName]?: string };

/** A place where settings come from, and those that it has. */
interface Source {
  readonly values: Values;
  /** The place of each, such as `$GOBBLER_URL` or a file; undefined for an input. */
  readonly originOf: (name: SettingName) => string | undefined;
}

/** A setting in effect. */
export interface Found {
  readonly value: string;
  /** Its place, such as `$GOBBLER_URL` or a file; undefined for an input. */
  readonly origin: string | undefined;
}

const NAMES = Object.keys(SETTINGS) as SettingName[];
const SITE_FILE = '/etc/gobbler.json';
const LARGEST_BYTES = 64 * 1024;
const WRITABLE_BY_OTHERS = 0o022;

/** The settings files, whether they exist or not, from the first that counts: the user's, and the site's. */
export function settingsFiles(env: NodeJS.ProcessEnv = process.env): string[] {
  const { XDG_CONFIG_HOME = '', GOBBLER_SITE_SETTINGS } = env;
  const home = homeDirectory();
  // As the specification has it, a relative path is ignored.
  const config = path.isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : home && path.join(home, '.config');
  return [...(config ? [path.join(config, 'gobbler/config.json')] : []), GOBBLER_SITE_SETTINGS || SITE_FILE];
}

/**
 * Returns the settings in effect: inputs override the environment, which overrides the user's file, which overrides the
 * site's. Directories belong to a service: a place that names a service has no say about the directories of another one.
 * A file is read only if a setting is still missing. Throws `invalid-input` for a file that cannot be used: one that is
 * malformed, that has an unknown key, or that somebody other than this user and root may write.
 */
export function settingsInEffect(
  inputs: Values,
  env: NodeJS.ProcessEnv = process.env,
): ReadonlyMap<SettingName, Found> {
  const variables = NAMES.map((name) => [name, env[SETTINGS[name]]?.trim()]);
  const sources: Source[] = [
    { values: inputs, originOf: () => undefined },
    { values: Object.fromEntries(variables), originOf: (name) => `$${SETTINGS[name]}` },
  ];
  let found = foundIn(sources);
  for (const file of settingsFiles(env)) {
    if (found.size === NAMES.length) break;
    sources.push({ values: valuesIn(file), originOf: () => file });
    found = foundIn(sources);
  }
  return found;
}

/** The settings in effect from some sources, the first of which counts. */
function foundIn(sources: readonly Source[]): ReadonlyMap<SettingName, Found> {
  const url = sources.find(({ values }) => values.url)?.values.url;
  const ofService = sources.filter(({ values }) => !values.url || sameService(values.url, url));
  return new Map(
    NAMES.flatMap((name): [SettingName, Found][] => {
      const source = ofService.find(({ values }) => values[name]);
      const value = source?.values[name];
      return value ? [[name, { value, origin: source?.originOf(name) }]] : [];
    }),
  );
}

function sameService(one: string, other: string | undefined): boolean {
  return other !== undefined && serviceOf(one) === serviceOf(other);
}

/** One spelling for all addresses of a service. A bad address is itself: its input refuses it. */
function serviceOf(url: string): string {
  try {
    return normalizeUrl(url);
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    return url;
  }
}

type Fault = FactsOf<'settings-unusable'>['found'];

/** The settings in a file; none if it does not exist. */
function valuesIn(file: string): Values {
  const refuse = (found: Fault, cause?: unknown): GobblerError =>
    gobblerError('settings-unusable', { file, found }, { cause });
  let content: string | undefined;
  try {
    content = readTrusted(file, refuse);
  } catch (error) {
    if (errnoOf(error) === undefined || error instanceof GobblerError) throw error;
    throw refuse({ kind: 'unreadable', error: messageOf(error) }, error);
  }
  return content === undefined ? {} : parsed(content, refuse);
}

/** Reads a file if nobody but this user and root may write it; all is decided about the file that was opened. */
function readTrusted(file: string, refuse: (found: Fault) => GobblerError): string | undefined {
  try {
    return withOpenNow(file, constants.O_RDONLY | constants.O_NONBLOCK, (descriptor) => {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) throw refuse({ kind: 'no-file' });
      if (!isOwn(stats) && !isOfRoot(stats)) throw refuse({ kind: 'foreign', owner: stats.uid });
      if ((stats.mode & WRITABLE_BY_OTHERS) !== 0)
        throw refuse({ kind: 'writable', mode: (stats.mode & 0o7777).toString(8) });
      if (stats.size > LARGEST_BYTES)
        throw refuse({ kind: 'too-large', bytes: stats.size, limitBytes: LARGEST_BYTES });
      return readText(descriptor, refuse);
    });
  } catch (error) {
    if (isAbsent(file, error)) return undefined;
    throw error;
  }
}

/** Throws for bytes that are no UTF-8. A byte order mark is left out. */
function readText(descriptor: number, refuse: (found: Fault) => GobblerError): string {
  const bytes = readFileSync(descriptor);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse({ kind: 'no-json', error: messageOf(error) });
  }
}

/** Returns whether a file does not exist for this user: a closed directory, such as another user's home, hides it. */
function isAbsent(file: string, error: unknown): boolean {
  const code = errnoOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return true;
  if (code !== 'EACCES') return false;
  try {
    lstatSync(file);
    return false;
  } catch (hidden) {
    return errnoOf(hidden) === 'EACCES';
  }
}

function parsed(content: string, refuse: (found: Fault, cause?: unknown) => GobblerError): Values {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw refuse({ kind: 'no-json', error: messageOf(error) }, error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse({ kind: 'no-object' });
  for (const [key, text] of Object.entries(value)) {
    if (!NAMES.includes(key as SettingName)) throw refuse({ kind: 'unknown-key', key, keys: NAMES });
    if (typeof text !== 'string' || text.trim() === '') throw refuse({ kind: 'no-text', key });
    if (key !== 'url' && (!path.isAbsolute(text) || text.includes('\0')))
      throw refuse({ kind: 'no-path', key, value: text });
    if (key === 'url') requireUrl(text, refuse);
  }
  return value as Values;
}

function requireUrl(text: string, refuse: (found: Fault, cause?: unknown) => GobblerError): void {
  try {
    normalizeUrl(text);
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    throw refuse({ kind: 'no-url', error: error.message }, error);
  }
}
