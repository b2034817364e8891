import { MARK } from './service-processes.ts';

/** Variables to keep from the service: inputs of this step, and tokens of the job. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|ACTIONS_)/;

/**
 * The environment of a service that this action starts, with a mark that all of its processes inherit. It keeps
 * `RUNNER_TRACKING_ID`, by which the runner finds processes that a job has left behind: should the post step not run,
 * the service still ends with the job.
 */
export function serviceEnvironment(mark?: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
  return {
    ...Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    ...(mark !== undefined && { [MARK]: mark }),
  };
}
