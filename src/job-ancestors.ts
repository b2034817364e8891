import { environmentOf, type ProcessFacts, processFacts } from './processes.ts';

/** Variables that batch systems and CI set for the processes of a job. */
const JOB_VARIABLES = ['SLURM_JOB_ID', 'PBS_JOBID', 'LSB_JOBID', 'CI'] as const;

/** Returns whether one of them tells of a job: whether it is set to anything but an empty text, `0`, `false` and `no`. */
export const tellsOfJob = (name: (typeof JOB_VARIABLES)[number]): boolean =>
  !/^(?:|0|false|no)$/i.test(process.env[name] ?? '');

const WATCH_EVERY_MS = 250;

/** The parent at the first statement of the launcher. */
const PARENT = Symbol.for('gobbler-action.parent');

/**
 * Calls `onGone` once, soon after the parent of this process has ended, if a job of a batch system or of CI runs it: then
 * the job is over, although its signals have not come this far, as where a shell waits for this process and is killed
 * alone. The same holds for ancestors of the same job, behind a wrapper that lives on. At a shell, where a background
 * process outlives its parent on purpose, nothing is watched. Returns a function that ends the watch.
 */
export function watchAncestors(onGone: () => void): () => void {
  const ancestors = jobAncestors();
  if (ancestors.length === 0) return () => undefined;
  const timer = setInterval(() => {
    if (!hasLost(ancestors)) return;
    clearInterval(timer);
    onGone();
  }, WATCH_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The parent, and ancestors above it that the same job has started, nearest first; empty if no job runs this process. Those of
 * another session do not count: a process has left them by `setsid` to outlive them.
 */
function jobAncestors(): readonly number[] {
  const entry = jobEntry();
  if (entry === undefined) return [];
  const session = factsOf(process.pid)?.session;
  const ancestors: number[] = [];
  let next = (process as { [PARENT]?: number })[PARENT] ?? process.ppid;
  for (;;) {
    const found = factsOf(next);
    if (found === undefined || next <= 1 || found.session !== session) return ancestors;
    // The parent counts in any case: a job may have cleaned its environment.
    if (ancestors.length > 0 && !environmentOf(next).includes(entry)) return ancestors;
    ancestors.push(next);
    next = found.parent;
  }
}

/** The variable that tells of a job, like `CI=true`. */
function jobEntry(): string | undefined {
  const name = JOB_VARIABLES.find(tellsOfJob);
  return name && `${name}=${process.env[name]}`;
}

/** The kernel gives the children of a process that ends to another one. */
function hasLost(ancestors: readonly number[]): boolean {
  return ancestors.some((ancestor, at) => {
    const below = ancestors[at - 1];
    const parent = below === undefined ? process.ppid : factsOf(below)?.parent;
    return parent !== undefined && parent !== ancestor;
  });
}

/** The facts about a process; undefined also while too many files are open: the next look may tell. */
function factsOf(pid: number): ProcessFacts | undefined {
  try {
    return processFacts(pid);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EMFILE' || code === 'ENFILE') return undefined;
    throw error;
  }
}
