import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { type Connection, connect, createProject } from '../../src/client/index.ts';
import { startService } from '../../src/service/service.ts';

/** A registry, a staging directory, a workspace and a service of their own, which remove themselves. */
export interface Sandbox {
  readonly root: string;
  readonly registry: string;
  readonly staging: string;
  readonly workspace: string;
  readonly url: string;
  readonly connection: Connection;
  readonly me: string;
  /** Makes a directory of files below the workspace; see {@link fill}. */
  readonly source: (entries: Entries, name?: string) => string;
  /** Creates a project with an owner, as the administrator (who is the current user). */
  readonly project: (name: string, permissions?: Parameters<typeof createProject>[2]) => Promise<void>;
  readonly stopService: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Relative path to text, or to a link (`{ link }`) or an empty directory (`{ dir: true }`). */
export type Entries = Readonly<Record<string, string | { link: string } | { dir: true }>>;

/** Makes the entries below `directory`, in order. */
export function fill(directory: string, entries: Entries): void {
  fs.mkdirSync(directory, { recursive: true });
  for (const [name, entry] of Object.entries(entries)) {
    const item = path.join(directory, name);
    fs.mkdirSync(path.dirname(item), { recursive: true });
    if (typeof entry === 'string') fs.writeFileSync(item, entry);
    else if ('link' in entry) fs.symlinkSync(entry.link, item);
    else fs.mkdirSync(item);
  }
}

export type SandboxOptions = Partial<Parameters<typeof startService>[0]>;

/** A spoof table by which the current user may act for anybody. */
export const MAY_SPOOF: NonNullable<SandboxOptions['spoof']> = new Map([[os.userInfo().username, ['*']]]);

/** Makes a sandbox; `close` it in the end, or let {@link useSandbox} do so. */
export async function makeSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-')));
  fs.chmodSync(root, 0o755);
  const places = { registry: '', staging: '', workspace: '' };
  for (const name of Object.keys(places)) {
    fs.mkdirSync(path.join(root, name));
    Object.assign(places, { [name]: path.join(root, name) });
  }
  fs.chmodSync(places.staging, 0o1777);
  const me = os.userInfo().username;
  const { registry, staging, workspace } = places;
  const service = await startService({ registry, staging, port: 0, admins: [me], ...options });
  const connection = await connect(service.url);
  let stopped: Promise<void> | undefined;
  const stopService = (): Promise<void> => (stopped ??= service.close());
  return {
    root,
    registry,
    staging,
    workspace,
    url: service.url,
    connection,
    me,
    source: (entries, name = 'source') => {
      const directory = path.join(workspace, name);
      fill(directory, entries);
      return directory;
    },
    project: (name, permissions) => createProject(connection, name, permissions),
    stopService,
    close: async () => {
      await stopService();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A fresh sandbox for every test of a file or block. */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeEach(async () => {
    sandbox = await makeSandbox(options);
  });
  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });
  return () => {
    if (sandbox === undefined) throw new Error('the sandbox is only there during a test');
    return sandbox;
  };
}

/** One sandbox for all tests of a file or block: for those that do not disturb each other. */
export function useSharedSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await makeSandbox(options);
  });
  afterAll(() => sandbox?.close());
  return () => {
    if (sandbox === undefined) throw new Error('the sandbox is only there during a test');
    return sandbox;
  };
}

/** Gives a test a sandbox of its own until it ends: for tests that run at the same time (`it.concurrent`). */
export async function withSandbox(
  work: (sandbox: Sandbox) => Promise<void>,
  options: SandboxOptions = {},
): Promise<void> {
  const sandbox = await makeSandbox(options);
  try {
    await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Base names of everything in staging. */
export const leftInStaging = ({ staging }: Sandbox): string[] => fs.readdirSync(staging);

/** Variables by which a program finds the settings of a sandbox, and not those of this machine. */
export const settingsPlaces = (root: string) => ({
  XDG_CONFIG_HOME: path.join(root, 'config'),
  GOBBLER_SITE_SETTINGS: path.join(root, 'site.json'),
});
