import { GobblerError, type Uploader } from '../../client/index.ts';
import { requireUploaders } from '../../client/requests/index.ts';
import { messageOf } from '../../protocol/index.ts';

const FIELDS = ['id', 'asset', 'version', 'until', 'trusted'] as const;

function refusal(found: string): GobblerError {
  return new GobblerError('invalid-input', `uploaders should be a list in YAML or JSON, but ${found}`, {
    input: 'uploaders',
    hint: 'Write a list like [{ id: alicia, asset: my-asset, until: 2030-12-31T23:59:59Z, trusted: true }]; all but id may be left out.',
  });
}

/**
 * The input `uploaders` as a list; undefined if it is empty. YAML is read without its guesses, so that a version `1.10`
 * and a user `007` stay what is written. Code `invalid-input`, also for what the service would refuse.
 */
export async function parseUploaders(text: string | undefined): Promise<readonly Uploader[] | undefined> {
  if (text === undefined) return undefined;
  const value = contentOf(await import(/* webpackChunkName: "commands" */ 'yaml'), text);
  if (!Array.isArray(value)) throw refusal(`is ${JSON.stringify(value)?.slice(0, 60)}`);
  const uploaders = value.map((entry: unknown, index) => uploaderOf(entry, `entry ${index + 1}`));
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
    return document.toJS();
  } catch (error) {
    throw refusal(unreadable(error)); // such as too many aliases
  }
}

const unreadable = (error: unknown): string => `cannot be read: ${messageOf(error).split('\n', 1)}`;

function uploaderOf(entry: unknown, name: string): Uploader {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw refusal(`${name} is ${JSON.stringify(entry)}, not an entry with an id`);
  }
  const fields = new Map<string, unknown>(Object.entries(entry));
  for (const [field, value] of fields) {
    if (!FIELDS.some((known) => known === field))
      throw refusal(`${name} has a field ${JSON.stringify(field)}, which is none of ${FIELDS.join(', ')}`);
    if (typeof value !== 'string' || value === '')
      throw refusal(`${field} of ${name} is ${JSON.stringify(value)}, not a text`);
  }
  const text = (field: string): string | undefined => fields.get(field) as string | undefined;
  const [id, asset, version, until] = [text('id'), text('asset'), text('version'), text('until')];
  if (id === undefined) throw refusal(`${name} has no id`);
  const trusted = trustOf(text('trusted'), name);
  return {
    id,
    ...(asset !== undefined && { asset }),
    ...(version !== undefined && { version }),
    ...(until !== undefined && { until }),
    ...(trusted !== undefined && { trusted }),
  };
}

function trustOf(word: string | undefined, name: string): boolean | undefined {
  if (word === undefined) return undefined;
  if (['true', 'True', 'TRUE'].includes(word)) return true;
  if (['false', 'False', 'FALSE'].includes(word)) return false;
  throw refusal(`trusted of ${name} is ${JSON.stringify(word)}, not true or false`);
}
