import { requireName } from '../protocol/names.ts';
import type { Permissions } from '../protocol/permissions.ts';
import { createProjectRequest } from '../protocol/requests.ts';
import type { Connection } from './connection.ts';
import { type SubmitOptions, submit } from './request.ts';

/**
 * Creates a project; administrators only. Without `permissions` the requester becomes the only owner. Codes
 * `already-exists`, `not-authorized`, and those of `submit`. Protocol §11.1.
 */
export async function createProject(
  connection: Connection,
  project: string,
  { permissions, ...options }: SubmitOptions & { permissions?: Partial<Permissions> } = {},
): Promise<void> {
  requireName('project', project);
  await submit(connection, createProjectRequest(project, permissions), options);
}
