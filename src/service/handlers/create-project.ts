import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { QUOTA, USAGE } from '../../protocol/index.ts';
import { malformed, removeTree, TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireNamed } from '../requests/index.ts';
import { permissionsReader } from '../storage/index.ts';
import { withLocks } from './lineage.ts';
import { requireUploaders } from './uploaders.ts';

const createProjectReader = record({ project: text, permissions: permissionsReader });

/** Never enforced by anybody. Protocol §3.5. */
const QUOTA_BYTES = 1_000_000_000;

/** Makes a project. Protocol §11.1. */
export const createProject: Handler = async (gobbler, request, signal) => {
  const user = await requireAdmin(gobbler, request, 'create a project');
  const input = request.read(createProjectReader);
  const project = requireNamed('project', input, request);
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.lockRegistry();
    const directory = registry.projectDirectory({ project });
    if (registry.hasProject({ project })) throw malformed(`project directory "${directory}" already exists`);
    mkdirSync(directory, 0o755);
    const { owners = [user], uploaders = [], globalWrite } = input.permissions ?? {};
    const permissions = {
      owners,
      uploaders: requireUploaders(uploaders),
      ...(globalWrite !== undefined && { globalWrite }),
    };
    try {
      registry.writeProjectPermissions({ project }, permissions);
      const year = new Date().getFullYear();
      writeFileSync(
        path.join(directory, QUOTA),
        `{ "baseline": ${QUOTA_BYTES}, "growth_rate": ${QUOTA_BYTES}, "year": ${year} }`,
      );
      writeFileSync(path.join(directory, USAGE), '{ "total": 0 }');
    } catch (error) {
      // Without its records nobody could use the project, nor make it again.
      await removeTree(directory, TimeSlices.unstoppable(), gobbler);
      throw error;
    }
    return {};
  });
};
