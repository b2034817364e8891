import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from '@jest/globals';
import { type RunningService, type ServiceOptions, startService } from '../../src/service/service.ts';
import { exchange } from './service-http.ts';
import { ServiceProcess } from './service-process.ts';
import { type Entries, fill, type RequestDetails, writeRequest } from './service-staging.ts';
import { SELF } from './service-users.ts';

/** The JSON answer of the service. */
export interface Answer {
  readonly status: number;
  readonly json: { readonly status?: string; readonly reason?: string } & {
    readonly [member: string]: unknown;
  };
}

export interface SendOptions extends Omit<RequestDetails, 'json' | 'owner'> {
  readonly as?: string;
  readonly name?: string;
  /** Breaks the connection off. */
  readonly signal?: AbortSignal;
}

export type Target = `${string}/${string}/${string}`;

const benches: ServiceBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

/** A registry and a staging directory, a service on them, and the bare protocol. It removes itself after the test. */
export class ServiceBench {
  readonly root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-bench-')));
  readonly registry = path.join(this.root, 'registry');
  readonly staging = path.join(this.root, 'staging');
  /** Everything the service has logged. */
  readonly log: string[] = [];
  #port = 0;
  #stop: () => Promise<unknown> = async () => undefined;
  #names = 0;

  private constructor() {
    fs.chmodSync(this.root, 0o755);
    fs.mkdirSync(this.registry);
    fs.mkdirSync(this.staging);
    fs.chmodSync(this.staging, 0o1777);
    benches.push(this);
  }

  /** With a service in this process, of which the current user is an administrator. */
  static async inProcess(options: Partial<ServiceOptions> = {}): Promise<ServiceBench> {
    const bench = new ServiceBench();
    await bench.start(options);
    return bench;
  }

  /** With no service yet. */
  static idle(): ServiceBench {
    return new ServiceBench();
  }

  get port(): number {
    return this.#port;
  }

  async start(options: Partial<ServiceOptions> = {}): Promise<RunningService> {
    const { registry, staging } = this;
    const log = (line: string): void => void this.log.push(line);
    const service = await startService({
      registry,
      staging,
      port: 0,
      admins: [SELF.username],
      log,
      ...options,
    });
    this.#port = service.port;
    this.#stop = () => service.close();
    return service;
  }

  /** The flags that any service on these directories needs. */
  get flags(): string[] {
    return ['-registry', this.registry, '-staging', this.staging, '-admin', SELF.username, '-port', '0'];
  }

  /** A service as a program of its own. It is ended after the test, if it has not ended by then. */
  async startProcess(more: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<ServiceProcess> {
    const service = await ServiceProcess.start([...this.flags, ...more], env);
    this.#port = service.port ?? 0;
    this.#stop = () => service.stop('SIGKILL');
    return service;
  }

  async stop(): Promise<void> {
    await this.#stop();
    this.#stop = async () => undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  /** Fills a directory in staging, and gives its name. */
  stage(entries: Entries, as = 'self'): string {
    const name = `source-${++this.#names}`;
    fill(path.join(this.staging, name), entries, { owner: as });
    return name;
  }

  /** Writes a request and posts it. */
  async send(action: string, json: unknown, options: SendOptions = {}): Promise<Answer> {
    const name = options.name ?? `request-${action}-${++this.#names}`;
    writeRequest(this.staging, name, { json, owner: options.as ?? 'self', ...options });
    return this.post(name, options.signal);
  }

  /** Posts a request that is there, or not. */
  async post(name: string, signal?: AbortSignal): Promise<Answer> {
    const { status, body } = await exchange({
      port: this.port,
      method: 'POST',
      path: `/new/${encodeURIComponent(name)}`,
      ...(signal && { signal }),
    });
    return { status, json: JSON.parse(body.toString('utf8')) };
  }

  async get(target: string): Promise<Answer> {
    const { status, body } = await exchange({ port: this.port, path: target });
    return { status, json: JSON.parse(body.toString('utf8')) };
  }

  /** Makes a project of the given owners, by default of the current user. */
  async createProject(project: string, permissions: object = { owners: [SELF.username] }): Promise<void> {
    const { status, json } = await this.send('create_project', { project, permissions });
    if (status !== 200) throw new Error(json.reason);
  }

  /** Stages files and uploads them. */
  async upload(
    target: Target,
    entries: Entries,
    { as = 'self', signal, ...more }: SendOptions & { readonly [option: string]: unknown } = {},
  ): Promise<Answer> {
    const request = { source: this.stage(entries, as), ...refOf(target), ...more };
    return this.send('upload', request, { as, ...(signal && { signal }) });
  }

  /** A request about a project, asset or version, as an administrator. */
  async about(action: string, target: string, more: object = {}): Promise<Answer> {
    return this.send(action, { ...refOf(target), ...more });
  }

  /** Reads a record of the registry. */
  record(file: string): Record<string, unknown> {
    return JSON.parse(fs.readFileSync(path.join(this.registry, file), 'utf8'));
  }

  /** Whether something is in the registry; links are not followed. */
  has(file: string): boolean {
    return fs.lstatSync(path.join(this.registry, file), { throwIfNoEntry: false }) !== undefined;
  }
}

/** `p/a/v` as the properties of a request. */
export function refOf(target: string): { project?: string; asset?: string; version?: string } {
  const [project, asset, version] = target.split('/');
  return { ...(project && { project }), ...(asset && { asset }), ...(version && { version }) };
}

/** Looks again and again until something is so. Throws if it takes too long. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`it took too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
