import type { RequestAction } from '../../protocol/index.ts';
import { malformed } from '../files/index.ts';
import type { Gobbler, Handler, Outcome, RequestFile } from '../requests/index.ts';
import { createProject } from './create-project.ts';
import { refreshLatest } from './latest.ts';
import { setPermissions } from './permissions.ts';
import { approveProbation, rejectProbation } from './probation.ts';
import { reindexVersion } from './reindex.ts';
import { deleteAsset, deleteProject, deleteVersion } from './remove.ts';
import { rerouteLinks } from './reroute.ts';
import { upload } from './upload.ts';
import { refreshUsage } from './usage.ts';
import { validateVersion } from './validate.ts';

/** Proves that the service sees the staging directory and that clocks agree. Protocol §11.12. */
const healthCheck: Handler = async () => ({});

const HANDLERS: { readonly [action in RequestAction]: Handler } = {
  upload,
  refresh_latest: refreshLatest,
  refresh_usage: refreshUsage,
  set_permissions: setPermissions,
  approve_probation: approveProbation,
  reject_probation: rejectProbation,
  create_project: createProject,
  delete_project: deleteProject,
  delete_asset: deleteAsset,
  delete_version: deleteVersion,
  reroute_links: rerouteLinks,
  reindex_version: reindexVersion,
  validate_version: validateVersion,
  health_check: healthCheck,
};

/** Carries out a request by the action in its name. Throws (400) if there is no such action. Protocol §6.2. */
export async function dispatch(
  gobbler: Gobbler,
  request: RequestFile,
  signal: AbortSignal,
): Promise<Outcome> {
  const handler = Object.entries(HANDLERS).find(([action]) => request.title.startsWith(`${action}-`))?.[1];
  if (handler === undefined) throw malformed(`invalid request type in "${request.path}"`);
  return handler(gobbler, request, signal);
}
