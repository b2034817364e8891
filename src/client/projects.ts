import { requireName } from '../protocol/names.ts';
import type { Permissions } from '../protocol/permissions.ts';
import { createProjectRequest } from '../protocol/requests.ts';
import type { Connection } from './connection.ts';
import { requireUploaders } from './permissions.ts';
import { type SubmitOptions, submit } from './request.ts';

/**
 * Creates a project; administrators only. Without `owners` the requester becomes the only one. Codes `already-exists`,
 * `not-authorized`, `invalid-input` for uploaders that make no sense, and those of `submit`. Protocol §11.1.
 */
export async function createProject(
  connection: Connection,
  project: string,
  { owners, uploaders, globalWrite, ...options }: SubmitOptions & Partial<Permissions> = {},
): Promise<void> {
  requireName('project', project);
  requireUploaders(uploaders ?? []);
  const permissions: Partial<Permissions> = {
    ...(owners && { owners }),
    ...(uploaders && { uploaders }),
    ...(globalWrite !== undefined && { globalWrite }),
  };
  const isEmpty = Object.keys(permissions).length === 0;
  await submit(connection, createProjectRequest(project, isEmpty ? undefined : permissions), options);
}
