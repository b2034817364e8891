import type { IncomingHttpHeaders } from 'node:http';
import { parseHttpDate } from './http-dates.ts';

/** The outcome of the conditions in a request. */
export type Verdict = 'proceed' | 'not-modified' | 'precondition-failed';

const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/;

/**
 * Judges the conditions of a request for a file that was last modified at the given second. There are no entity tags,
 * so no tag in a condition can match, save `*`. Protocol §5.2.
 */
export function judgeConditions(headers: IncomingHttpHeaders, modified: number): Verdict {
  const match = headers['if-match'];
  if (match) {
    if (!hasStar(match)) return 'precondition-failed';
  } else {
    const unmodifiedSince = dateIn(headers['if-unmodified-since'], modified);
    if (unmodifiedSince !== undefined && modified > unmodifiedSince) return 'precondition-failed';
  }
  const noneMatch = headers['if-none-match'];
  if (noneMatch) return hasStar(noneMatch) ? 'not-modified' : 'proceed';
  return isUnmodified(headers, modified) ? 'not-modified' : 'proceed';
}

/** Returns whether the client has this already, going by the date alone. */
export function isUnmodified(headers: IncomingHttpHeaders, modified: number): boolean {
  const since = dateIn(headers['if-modified-since'], modified);
  return since !== undefined && modified <= since;
}

/** Returns whether a range is still wanted, or the whole file: a date that differs means that the file has changed. */
export function allowsRange(headers: IncomingHttpHeaders, modified: number): boolean {
  const condition = headers['if-range'];
  if (condition === undefined || condition === '') return true;
  return parseHttpDate(String(condition)) === modified;
}

/** A date that can be compared. A file of the very first second counts as one without a date. */
function dateIn(header: string | undefined, modified: number): number | undefined {
  return header === undefined || modified === 0 ? undefined : parseHttpDate(header);
}

/** Returns whether a list of entity tags holds `*`; anything after an invalid tag is ignored. */
function hasStar(header: string): boolean {
  for (let rest = header; ; ) {
    rest = rest.replace(/^[ \t,]+/, '');
    if (rest.startsWith('*')) return true;
    const tag = ENTITY_TAG.exec(rest)?.[0];
    if (tag === undefined) return false;
    rest = rest.slice(tag.length);
  }
}
