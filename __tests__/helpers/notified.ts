import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';

/** A service on loopback that notifications are sent to, until it is closed. */
export interface Recipient<T> {
  readonly url: string;
  /** Everything that has been sent, in order. */
  readonly received: readonly T[];
  readonly close: () => Promise<void>;
}

export interface Message {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Programs of this machine, at this moment, with a text in their arguments, which every user can see. */
export function withArgument(part: string): string[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => argumentsOf(pid))
    .filter((words) => words.includes(part));
}

/** The arguments of a process, or an empty text if it has ended meanwhile. */
function argumentsOf(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

/** An HTTP service for JSON, with answers that the test chooses. A body that is not JSON gets status 400. */
export async function startHttpRecipient(
  answer: (message: Message, headers: http.IncomingHttpHeaders) => Answer,
): Promise<Recipient<Message>> {
  const received: Message[] = [];
  const server = http.createServer(async (request, response) => {
    const body = parsed(await text(request));
    const message = { method: request.method ?? '', path: request.url ?? '', body };
    received.push(message);
    const isJson = request.headers['content-type'] === 'application/json' && body !== undefined;
    const reply: Answer = isJson ? answer(message, request.headers) : { status: 400 };
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, received, close: () => close(server) };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** A forge, as far as its API for issues goes: GitHub's, or that of Gitea and Forgejo. */
export interface Forge extends Recipient<Message> {
  /** `github.api_url` in a workflow there. */
  readonly apiUrl: string;
  readonly issues: readonly Issue[];
}

export interface Issue {
  readonly title: string;
  readonly body: string;
  readonly assignees: readonly string[];
  readonly comments: readonly string[];
  readonly state: string;
}

export interface ForgeOptions {
  readonly kind: 'github' | 'gitea';
  readonly repository: string;
  readonly token: string;
  /** Users who can be assigned. */
  readonly users: readonly string[];
  /** Called with each request, before it is answered. */
  readonly onRequest?: () => void;
}

/** A forge with one repository without issues, which checks what the real one checks. */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  const { kind, repository, token, users, onRequest } = options;
  const base = kind === 'gitea' ? '/api/v1' : '';
  const issues: Issue[] = [];
  const recipient = await startHttpRecipient(({ method, path, body }, headers) => {
    onRequest?.();
    if (kind === 'github' && headers['user-agent'] === undefined) return { status: 403 };
    if (!['token', 'Bearer'].some((scheme) => headers.authorization === `${scheme} ${token}`))
      return { status: 401 };
    const place = `${base}/repos/${repository}/issues`;
    if (method === 'POST' && path === place) {
      const issue = newIssue(body, users);
      if (issue === undefined) return { status: 422 };
      return { status: 201, body: { number: issues.push(issue), ...issue } };
    }
    const [, number = '', below] = /^\/(\d+)(\/comments)?$/.exec(path.slice(place.length)) ?? [];
    const at = Number(number) - 1;
    const issue = issues[at];
    if (!path.startsWith(place) || issue === undefined) return { status: 404 };
    const { body: comment, state } = body as { body?: unknown; state?: unknown };
    if (method === 'POST' && below !== undefined && typeof comment === 'string') {
      issues[at] = { ...issue, comments: [...issue.comments, comment] };
      return { status: 201, body: { id: 1, body: comment } };
    }
    if (method === 'PATCH' && below === undefined && (state === 'open' || state === 'closed')) {
      issues[at] = { ...issue, state };
      return { status: kind === 'gitea' ? 201 : 200, body: { number: Number(number), ...issues[at] } };
    }
    return { status: 422 };
  });
  return { ...recipient, apiUrl: `${recipient.url}${base}`, issues };
}

/** The issue that a request asks for; undefined if a forge would refuse it. */
function newIssue(body: unknown, users: readonly string[]): Issue | undefined {
  const { title, body: content, assignees = [], ...others } = body as Record<string, unknown>;
  if (typeof title !== 'string' || title === '' || typeof content !== 'string') return undefined;
  if (!Array.isArray(assignees) || !assignees.every((name) => users.includes(name))) return undefined;
  // Labels are names for one forge, and numbers for the others.
  if (Object.keys(others).length > 0) return undefined;
  return { title, body: content, assignees, comments: [], state: 'open' };
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** `USER:PASSWORD`, if the sender has logged in. */
  readonly login: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The text, decoded. */
  readonly text: string;
}

export interface MailSinkOptions {
  /** Refuse every recipient. */
  readonly refuse?: boolean;
  /** Called when a sender begins its mail. */
  readonly onMail?: () => void;
}

/** A mail server that keeps what it gets. Like current servers, it refuses lines that do not end with CR LF. */
export async function startMailSink({
  refuse = false,
  onMail,
}: MailSinkOptions = {}): Promise<Recipient<Mail>> {
  const received: Mail[] = [];
  const server = net.createServer((socket) => {
    let [input, from, login, expectsLogin]: [string, string, string | undefined, boolean] = [
      '',
      '',
      undefined,
      false,
    ];
    let to: string[] = [];
    let data: string[] | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const logIn = (encoded: string) => {
      const [, user, password] = Buffer.from(encoded, 'base64').toString().split('\0');
      login = `${user}:${password}`;
      say('235 welcome');
    };
    const take = (line: string): unknown => {
      if (data !== undefined) {
        if (line !== '.') return data.push(line.replace(/^\./, ''));
        const lines = data;
        data = undefined;
        if (lines.some((one) => one.includes('\n'))) return say('550 a line ends without CR');
        received.push({ from, to, login, ...mailOf(lines) });
        return say('250 taken');
      }
      if (expectsLogin) {
        expectsLogin = false;
        return logIn(line);
      }
      const [, address = ''] = /^(?:MAIL FROM|RCPT TO):<(.*?)>/.exec(line) ?? [];
      if (line.startsWith('EHLO ')) return say('250-sink\r\n250 AUTH PLAIN');
      if (line === 'AUTH PLAIN') {
        expectsLogin = true;
        return say('334 ');
      }
      if (line.startsWith('AUTH PLAIN ')) return logIn(line.slice('AUTH PLAIN '.length));
      if (line.startsWith('MAIL FROM:')) {
        onMail?.();
        [from, to] = [address, []];
        return say('250 ok');
      }
      if (line.startsWith('RCPT TO:')) {
        if (refuse) return say('550 nobody of that name here');
        to.push(address);
        return say('250 ok');
      }
      if (line === 'DATA') {
        data = [];
        return say('354 go on');
      }
      if (line === 'QUIT') return socket.end('221 bye\r\n');
      return say('502 unknown command');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      input += chunk;
      for (let end = input.indexOf('\r\n'); end >= 0; end = input.indexOf('\r\n')) {
        const line = input.slice(0, end);
        input = input.slice(end + 2);
        take(line);
      }
    });
    socket.on('error', () => socket.destroy()); // a sender that is refused may just go
    say('220 sink');
  });
  return { url: `smtp://127.0.0.1:${await listen(server)}`, received, close: () => close(server) };
}

/** The headers of a mail by name, and its text. */
function mailOf(lines: readonly string[]): Pick<Mail, 'headers' | 'text'> {
  const end = lines.indexOf('');
  const headers = Object.fromEntries(
    lines.slice(0, end).map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const body = lines.slice(end + 1).join('\n');
  const isEncoded = headers['Content-Transfer-Encoding'] === 'base64';
  return { headers, text: isEncoded ? Buffer.from(body, 'base64').toString() : body };
}

function listen(server: net.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
  });
}

const close = (server: net.Server): Promise<void> =>
  new Promise((resolve, reject) =>
    server.close((error) => (error === undefined ? resolve() : reject(error))),
  );
