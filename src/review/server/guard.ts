import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A refusal before anything is read: a status, and a sentence in plain text. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

/** Names of this machine that no name server decides about. The port is another one behind a tunnel. */
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses requests that a foreign page could have a browser send. `Host` must be loopback, or a name that an attacker
 * has moved to this address would do. A form must come from a page of this site: the browser's `Sec-Fetch-Site` says
 * so, and `Origin`, which is `null` for pages with `Referrer-Policy: no-referrer`. Undefined if all is well.
 */
export function refusalOf(method: string, headers: IncomingHttpHeaders): Refusal | undefined {
  const { host = '', origin } = headers;
  if (!LOOPBACK_HOST.test(host)) {
    const sentence = 'This page answers at 127.0.0.1 and localhost only.';
    return { status: 421, sentence };
  }
  const site = headers['sec-fetch-site'];
  const isNavigation = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (isForeign && !isNavigation) return FOREIGN;
  if (method !== 'POST') return undefined;
  if (origin !== undefined && origin !== 'null') return origin === `http://${host}` ? undefined : FOREIGN;
  return site === 'same-origin' ? undefined : FOREIGN;
}

const FOREIGN: Refusal = { status: 403, sentence: 'Another site has sent this request. It is refused.' };

/** Compares secrets without telling by the time it takes how much of them is right. */
export function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
