import type { GobblerError, Uploader } from '../../client/index.ts';
import { requireUploaders } from '../../client/requests/index.ts';
import { gobblerError, messageOf, type UploaderListFault } from '../../errors/index.ts';

const FIELDS = ['id', 'asset', 'version', 'until', 'trusted'] as const;

const refusal = (fault: UploaderListFault): GobblerError => gobblerError('uploader-list-malformed', fault);

/**
 * The input `uploaders` as a list; undefined if it is empty. YAML is read without its guesses, so that a version `1.10`
 * and a user `007` stay what is written. Code `invalid-input`, also for what the service would refuse.
 */
export async function parseUploaders(text: string | undefined): Promise<readonly Uploader[] | undefined> {
  if (text === undefined) return undefined;
  const value = contentOf(await import(/* webpackChunkName: "commands" */ 'yaml'), text);
  if (!Array.isArray(value)) throw refusal({ kind: 'no-list', value });
  const uploaders = value.map((entry: unknown, index) => uploaderOf(entry, index + 1));
  requireUploaders(uploaders);
  return uploaders;
}

/**
 * The content of a YAML document. Whatever the library would only warn of is refused: it prints its warnings itself, and
 * they quote the text, in which a line may look like a command to the runner.
 */
function contentOf({ parseDocument }: typeof import('yaml'), text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) throw refusal(unreadable(problem));
  try {
    const content: unknown = document.toJS();
    JSON.stringify(content); // an alias may contain itself
    return content;
  } catch (error) {
    throw refusal(unreadable(error)); // such as too many aliases
  }
}

const unreadable = (error: unknown): UploaderListFault => {
  const [first = ''] = messageOf(error).split('\n', 1);
  return { kind: 'unreadable', error: first };
};

/** `number` is that of the entry, from 1. */
function uploaderOf(value: unknown, number: number): Uploader {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal({ kind: 'no-entry', entry: number, value });
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [field, value] of fields) {
    if (!FIELDS.some((known) => known === field))
      throw refusal({ kind: 'unknown-field', entry: number, field, fields: FIELDS });
    if (typeof value !== 'string' || value === '')
      throw refusal({ kind: 'no-text', entry: number, field, value });
  }
  const text = (field: string): string | undefined => fields.get(field) as string | undefined;
  const [id, asset, version, until] = [text('id'), text('asset'), text('version'), text('until')];
  if (id === undefined) throw refusal({ kind: 'no-id', entry: number });
  const trusted = trustOf(text('trusted'), number);
  return {
    id,
    ...(asset !== undefined && { asset }),
    ...(version !== undefined && { version }),
    ...(until !== undefined && { until }),
    ...(trusted !== undefined && { trusted }),
  };
}

function trustOf(word: string | undefined, number: number): boolean | undefined {
  if (word === undefined) return undefined;
  if (['true', 'True', 'TRUE'].includes(word)) return true;
  if (['false', 'False', 'FALSE'].includes(word)) return false;
  throw refusal({ kind: 'no-trust', entry: number, value: word });
}
