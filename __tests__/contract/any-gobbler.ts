import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Connection, connect, createProject, removeProject, startGobbler } from '../../src/library.ts';

/** The Gobbler that the contract is tested on: the embedded one, or the one at `$GOBBLER_URL`. */
export interface AnyGobbler {
  readonly connection: Connection;
  readonly me: string;
  /** A project of our own, owned by the current user. */
  readonly project: string;
  /** An empty directory outside of the staging directory. */
  readonly directory: () => string;
  readonly close: () => Promise<void>;
}

const { GOBBLER_URL, GOBBLER_STAGING, GOBBLER_REGISTRY, GOBBLER_PROJECT } = process.env;

/**
 * Whether this user can be taken for an administrator. At a foreign service, `$GOBBLER_PROJECT` names a project that
 * this user owns; without it, the user has to be an administrator, who makes one and removes it in the end.
 */
export const isAdministrator = GOBBLER_URL === undefined || GOBBLER_PROJECT === undefined;

/** Whether the registry is mounted here, which a clone needs. */
export const seesRegistry =
  GOBBLER_URL === undefined || (await connect(GOBBLER_URL, { registry: GOBBLER_REGISTRY })).registryVisible;

/** Opens it, and makes a project unless there is one. */
export async function openGobbler(): Promise<AnyGobbler> {
  const started = GOBBLER_URL === undefined ? await startGobbler() : undefined;
  const connection = await connect(started?.url ?? GOBBLER_URL ?? '', {
    staging: GOBBLER_STAGING,
    registry: GOBBLER_REGISTRY,
  });
  const project = GOBBLER_PROJECT ?? `contract-${randomBytes(6).toString('hex')}`;
  if (isAdministrator) await createProject(connection, project);
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-contract-'));
  return {
    connection,
    me: os.userInfo().username,
    project,
    directory: () => fs.mkdtempSync(path.join(root, 'd-')),
    close: async () => {
      if (isAdministrator) await removeProject(connection, project);
      await started?.stop();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}
