import crypto from 'node:crypto';
import type { RawReply } from '../helpers/service-http.ts';
import { SELF } from '../helpers/service-users.ts';
import type { Http } from './scenario.ts';

/** Directories by the placeholders that stand for them in records, the longest path first. */
export type Places = readonly (readonly [path: string, placeholder: string])[];

const RECENT_MS = 10 * 60 * 1000;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST_TEXT = 500;

/** Types by extension that do not depend on the machine. */
const PORTABLE = /\.(?:avif|css|gif|html?|jpe?g|js|json|mjs|pdf|png|svg|txt|wasm|webp|xml)$/i;

/** Whether a text is a time with whole seconds, close to now. Times that a scenario has planted stay as they are. */
export function isRecent(text: unknown): boolean {
  return (
    typeof text === 'string' && TIMESTAMP.test(text) && Math.abs(Date.now() - Date.parse(text)) < RECENT_MS
  );
}

export const withPlaceholders = (text: string, places: Places): string =>
  places.reduce((result, [place, placeholder]) => result.replaceAll(place, placeholder), text);

/** JSON without anything that differs from run to run. */
export function scrubbed(value: unknown, places: Places): unknown {
  if (typeof value === 'string') return value === SELF.username ? '<self>' : withPlaceholders(value, places);
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, places));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scrubbed(item, places)]));
}

/** The content of an internal file without anything that differs from run to run. */
export function scrubbedRecord(name: string, json: unknown, places: Places): unknown {
  const value = scrubbed(json, places);
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = { ...value };
  if (name === '..quota' && fields.year === new Date().getFullYear())
    return { ...fields, year: '<this year>' };
  if (name !== '..summary') return Array.isArray(value) ? value : fields;
  const { upload_start: start, upload_finish: finish } = fields;
  if (isRecent(finish)) {
    const isBackwards = isRecent(start) && Date.parse(String(finish)) < Date.parse(String(start));
    fields.upload_finish = isBackwards ? '<timestamp before upload_start>' : '<timestamp>';
  }
  if (isRecent(start)) fields.upload_start = '<timestamp>';
  return fields;
}

/**
 * A reply as the records have it: the status alone if it is a refusal with a reason, `ok` if it says success and no
 * more, `{ json }` for any other answer in JSON, and otherwise everything that a client can tell.
 */
export function describeReply(request: Http, reply: RawReply, places: Places): unknown {
  const { status, headers } = reply;
  const seen: Record<string, unknown> = { status, ...describeHeaders(request.path, reply) };
  const body = describeBody(request, reply, places);
  if (headers['content-length'] !== undefined && isWholeFile(request.path, status, body)) {
    seen['content-length'] = Number(headers['content-length']);
  }
  Object.assign(seen, body);
  return shortened(seen);
}

function shortened(seen: Record<string, unknown>): unknown {
  const { status, json, 'content-type': type, 'access-control-allow-origin': origin, ...rest } = seen;
  if (type !== 'application/json' || origin !== '*' || json === undefined || Object.keys(rest).length > 0)
    return seen;
  const { status: word, reason, ...more } = (Array.isArray(json) ? {} : json) as Record<string, unknown>;
  if (Object.keys(more).length === 0) {
    if (word === 'ERROR' && typeof reason === 'string' && reason !== '') return status;
    if (word === 'SUCCESS' && reason === undefined && status === 200) return 'ok';
  }
  return status === 200 ? { json } : seen;
}

const sortedList = (value: string): string =>
  value
    .split(',')
    .map((item) => item.trim())
    .sort()
    .join(', ');

const HEADERS: Record<string, (value: string) => string> = {
  'content-type': (value) => value.replace(/boundary=\S+/, 'boundary=<boundary>'),
  'access-control-allow-origin': String,
  'access-control-allow-methods': sortedList,
  'access-control-allow-headers': sortedList,
  allow: sortedList,
  'accept-ranges': String,
  'content-range': String,
  'last-modified': (value) => (Number.isNaN(Date.parse(value)) ? value : '<date>'),
};

function describeHeaders(path: string, { status, headers }: RawReply): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const [name, describe] of Object.entries(HEADERS)) {
    const value = headers[name];
    if (value !== undefined) seen[name] = describe(String(value));
  }
  if (isRedirect(status)) {
    // The content of the page does not matter.
    delete seen['content-type'];
    if (headers.location !== undefined) seen.location = destination(path, headers.location);
  }
  if (isFetch(path) && status < 300 && !hasPortableType(path)) seen['content-type'] = '<by extension>';
  return seen;
}

/** Where a redirect leads, however it is written. */
function destination(path: string, location: string): string {
  const url = new URL(location, new URL(path.replace(/^\/+/, '/'), 'http://service'));
  const isHere = url.host === 'service' || url.host.startsWith('127.');
  return (isHere ? '' : url.origin) + url.pathname + url.search;
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;
const isFetch = (path: string): boolean => path.includes('/fetch/');
const lastPart = (path: string): string => path.split('?')[0]?.split('/').at(-1) ?? '';

function hasPortableType(path: string): boolean {
  const name = lastPart(path);
  return !name.includes('.') || PORTABLE.test(name);
}

function isWholeFile(path: string, status: number, body: Record<string, unknown>): boolean {
  const isOther = 'json' in body || 'listing' in body || 'parts' in body;
  return isFetch(path) && lastPart(path) !== '' && status < 300 && !isOther;
}

function describeBody({ method, path }: Http, reply: RawReply, places: Places): Record<string, unknown> {
  const { status, headers, body } = reply;
  const type = headers['content-type'] ?? '';
  if (method === 'HEAD' || isRedirect(status)) return {};
  if (isFetch(path) && status < 300) return describeFile(path, type, body, places);
  if (body.length === 0) return {};
  return type.startsWith('application/json') ? describeJson(path, body, places) : { text: '<text>' };
}

function describeFile(path: string, type: string, body: Buffer, places: Places): Record<string, unknown> {
  const name = decodeURIComponent(lastPart(path));
  const boundary = /boundary=(\S+)/.exec(type)?.[1];
  if (boundary !== undefined) return { parts: partsOf(body.toString('latin1'), boundary) };
  if (name === '' && body.includes('<pre>')) return { listing: linksOn(body.toString('utf8')) };
  if (name.startsWith('..')) {
    try {
      return { json: scrubbedRecord(name, JSON.parse(body.toString('utf8')), places) };
    } catch {
      // A part of it, or not JSON at all.
    }
  }
  const text = body.toString('utf8');
  if (body.length <= LONGEST_TEXT && Buffer.from(text).equals(body)) return { body: text };
  return { sha256: crypto.hash('sha256', body) };
}

function partsOf(text: string, boundary: string): { headers: string[]; body: string }[] {
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const headers = head
        .trim()
        .split('\r\n')
        .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))
        .sort();
      return { headers, body: rest.join('\r\n\r\n').replace(/\r\n$/, '') };
    });
}

function linksOn(page: string): string[] {
  const links = [...page.matchAll(/<a href="([^"]*)">/g)].map(([, link = '']) => decodeURIComponent(link));
  return links.filter((link) => !link.startsWith('..LOCK')).map(withoutLogName);
}

function describeJson(path: string, body: Buffer, places: Places): Record<string, unknown> {
  const json: unknown = JSON.parse(body.toString('utf8'));
  if (Array.isArray(json)) return { json: listed(json as string[], /[?&]recursive=true/.test(path)) };
  const fields = scrubbed(json, places) as { changes?: { path: string }[] };
  fields.changes?.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { json: fields };
}

/** Files stay in order; the empty directories of a recursive listing come in any. */
function listed(paths: readonly string[], isRecursive: boolean): string[] {
  const shown = paths.filter((item) => !/(?:^|\/)\.\.LOCK[^/]*$/.test(item)).map(withoutLogName);
  if (!isRecursive) return shown;
  const isDirectory = (item: string): boolean => item.endsWith('/');
  return [...shown.filter((item) => !isDirectory(item)), ...shown.filter(isDirectory).sort()];
}

/** Names of log entries tell the time, and are random otherwise. */
function withoutLogName(path: string): string {
  const [, directory = '', time] = /^(.*\/)?([^/_]+)_[1-9]\d{5}$/.exec(path) ?? [];
  return isRecent(time) ? `${directory}<timestamp>_<6 digits>` : path;
}
