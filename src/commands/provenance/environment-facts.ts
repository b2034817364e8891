import { currentUser } from '../../client/connection/index.ts';
import type { ProvenanceFacts, ProvenancePlace } from '../../client/index.ts';
import { publicUrl } from '../../client/provenance/index.ts';

/** The variables that provenance is read from. Nothing else of the environment gets into it. */
const VARIABLES = [
  'GITHUB_ACTIONS',
  'GITHUB_SERVER_URL',
  'GITHUB_REPOSITORY',
  'GITHUB_SHA',
  'GITHUB_REF',
  'GITHUB_WORKFLOW',
  'GITHUB_WORKFLOW_REF',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_ACTOR',
  'SLURM_JOB_ID',
  'SLURM_JOB_NAME',
  'SLURM_CLUSTER_NAME',
] as const;

/** The facts that a place tells by its environment. */
export type EnvironmentFacts = Omit<ProvenanceFacts, 'startedOn' | 'actionVersion' | 'message'>;

/** The facts in the environment: of a workflow of a forge, and of a Slurm job. */
export function environmentFacts(env: NodeJS.ProcessEnv = process.env): EnvironmentFacts {
  const found = Object.fromEntries(VARIABLES.map((name) => [name, env[name] || undefined]));
  const { SLURM_JOB_ID: slurmJob } = found;
  const isWorkflow = found.GITHUB_ACTIONS === 'true';
  const place: ProvenancePlace = isWorkflow ? 'workflow' : slurmJob !== undefined ? 'slurm' : 'shell';
  return {
    place,
    user: currentUser(),
    ...(isWorkflow && workflowFacts(found)),
    ...(slurmJob !== undefined && {
      slurmJob,
      slurmJobName: found.SLURM_JOB_NAME,
      slurmCluster: found.SLURM_CLUSTER_NAME,
    }),
  };
}

function workflowFacts(found: Readonly<Record<string, string | undefined>>): Omit<EnvironmentFacts, 'place'> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run } = found;
  const repository = server && name && publicUrl(`${server.replace(/\/+$/, '')}/${name}`);
  return {
    repository,
    commit: found.GITHUB_SHA,
    ref: found.GITHUB_REF,
    workflow: found.GITHUB_WORKFLOW_REF ?? found.GITHUB_WORKFLOW,
    runUrl: repository && run && publicUrl(`${repository}/actions/runs/${run}${attempt(found)}`),
    actor: found.GITHUB_ACTOR,
  };
}

/** Without it, the page shows the last attempt. Gitea has no pages of attempts, and always counts one. */
const attempt = ({
  GITHUB_RUN_ATTEMPT: number = '1',
}: Readonly<Record<string, string | undefined>>): string => (number === '1' ? '' : `/attempts/${number}`);
