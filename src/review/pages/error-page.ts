import { type ErrorCode, GobblerError } from '../../errors/index.ts';
import { type Html, html, type Part } from '../markup/index.ts';
import { type Site, sitePage } from '../site.ts';
import { failureNotice } from './notices.ts';

/** The HTTP status of an error by its code. */
const STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'invalid-name': 400,
  'not-authorized': 403,
  'not-found': 404,
  'content-differs': 409,
  'not-on-probation': 409,
  'conflicting-change': 409,
  'on-probation': 409,
  'service-unreachable': 503,
  'staging-unavailable': 503,
  'registry-unavailable': 503,
  'lock-timeout': 503,
  // The service, or its registry, is at fault.
  'service-misconfigured': 502,
  'service-failed': 502,
  'corrupt-record': 502,
  'connection-lost': 502,
  'request-refused': 502,
  'request-expired': 502,
  'timed-out': 502,
  // They do not occur on a page.
  'invalid-source': 502,
  'already-exists': 502,
  'incomplete-upload': 502,
  'destination-unavailable': 502,
  cancelled: 502,
};

/** The HTTP status for what a page has thrown: 500 for a defect. */
export function statusOf(error: unknown): number {
  return error instanceof GobblerError ? STATUS[error.code] : 500;
}

const HEADINGS: Partial<Record<ErrorCode, string>> = {
  'not-found': 'Not found',
  'service-unreachable': 'The service does not answer',
};

/** The page instead of one that has failed. `heading` says what has failed, `more` is what to do about it. */
export function errorPage(site: Site, error: unknown, heading?: Part, more?: Part): Html {
  const known =
    error instanceof GobblerError
      ? (HEADINGS[error.code] ?? 'The page cannot be shown')
      : 'A defect in this program';
  const main = html`<h1>${heading ?? known}</h1>${failureNotice(error)}${
    more ??
    html`<p>Reload this page to try again, or go back to <a href="${site.links.pending()}">the pending versions</a>.</p>`
  }`;
  return sitePage(site, known, main);
}
