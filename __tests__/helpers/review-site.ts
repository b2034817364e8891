import { spawn } from 'node:child_process';
import http, { type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { loginOf } from './as-others.ts';
import type { Sandbox } from './sandbox.ts';
import { accountOf } from './service-users.ts';
import { NODE } from './several-users.ts';
import { GOBBLER } from './shell.ts';

/** An answer of the review page. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** A running `gobbler review`. */
export interface ReviewSite {
  /** With a slash at the end. */
  readonly address: string;
  readonly port: number;
  /** The lines on standard error so far. */
  readonly log: () => string;
  /** GETs an address of the site, absolute or below the secret path. */
  readonly get: (place?: string, headers?: Readonly<Record<string, string>>) => Promise<PageAnswer>;
  /** Sends the form with that action of a page, as a browser does; `fields` are typed in, or replace hidden ones. */
  readonly submit: (
    page: PageAnswer,
    action: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<PageAnswer>;
  /** Ends it with Ctrl-C. Returns the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `gobbler review` against the service of a sandbox, as a user of this machine if one is named. */
export async function startReviewSite(
  box: Pick<Sandbox, 'root' | 'workspace' | 'url'>,
  args: readonly string[] = [],
  user?: string,
): Promise<ReviewSite> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const own = { XDG_CACHE_HOME: path.join(box.root, 'cache'), GOBBLER_URL: box.url };
  const child = spawn(NODE, [GOBBLER, 'review', ...args], {
    cwd: box.workspace,
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...own, ...(user !== undefined && loginOf(box, user)) },
    ...(user !== undefined && accountOf(user)),
  });
  let [stdout, stderr] = ['', ''];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')));
    });
    child.once('close', (code) => reject(new Error(`gobbler review has ended with ${code}: ${stderr}`)));
  });
  const { port } = new URL(address);
  const get: ReviewSite['get'] = (place = '', headers = {}) =>
    ask(new URL(place, address), { method: 'GET', headers });
  return {
    address,
    port: Number(port),
    log: () => stderr,
    get,
    submit: (page, action, fields = {}, headers = {}) => {
      const form = formOf(page, action);
      const body = new URLSearchParams({ ...form.fields, ...fields }).toString();
      const own = { 'content-type': 'application/x-www-form-urlencoded', ...SAME_ORIGIN, ...headers };
      return ask(new URL(form.action, address), { method: 'POST', headers: own }, body);
    },
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The headers of a form of a page with `Referrer-Policy: no-referrer`, as browsers send them. */
export const SAME_ORIGIN = { origin: 'null', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };

/** Sends a request, and reads the answer to its end. Follows nothing. */
export function ask(url: URL, options: http.RequestOptions, body?: string): Promise<PageAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response;
        const content = Buffer.concat(chunks);
        resolve({ status, headers, body: content, text: content.toString('utf8') });
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** The form of a page whose action ends so, with its hidden fields. */
function formOf({ text }: PageAnswer, action: string): { action: string; fields: Record<string, string> } {
  for (const [, attributes = '', content = ''] of text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const found = unescaped(/action="([^"]*)"/.exec(attributes)?.[1] ?? '');
    if (!decodeURIComponent(found).includes(`/${action}/`)) continue;
    const fields = [...content.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    return {
      action: found,
      fields: Object.fromEntries(fields.map(([, key, value]) => [key, unescaped(value)])),
    };
  }
  throw new Error(`the page has no form for ${action}: ${text}`);
}

/** The targets of all links of a page within the site. */
export const linksOf = ({ text }: PageAnswer): string[] =>
  [...text.matchAll(/<a\b[^>]*href="(\/[^"]*)"/g)].map(([, href]) => unescaped(href));

/** The text of a page as a browser shows it. */
export const shownText = ({ text }: PageAnswer): string =>
  unescaped(text.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');

function unescaped(text = ''): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => entities[entity] ?? '');
}
