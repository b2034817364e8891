import * as core from '@actions/core';
import { currentUser } from '../../client/connection/index.ts';
import { removeCacheOf } from '../../client/download/index.ts';
import { connect, createProject, fetchPermissions, GobblerError } from '../../client/index.ts';
import {
  annotateWarning,
  type CommandContext,
  defineCommand,
  group,
  host,
  integer,
  line,
  lines,
  nameLines,
  optionalPath,
  text,
  tryWrite,
} from '../../commands/kit/index.ts';
import { errnoOf, factsOf, gobblerError, messageOf } from '../../errors/index.ts';
import { removeSharedTree } from '../../fs/index.ts';
import { requireName } from '../../protocol/index.ts';
import { appending, hasRunner } from '../index.ts';
import { embeddedProgram, siteProgram } from './gobbler-program.ts';
import { makeDirectories, temporaryName } from './service-directories.ts';
import { endService, isServiceThere, type ServiceProcesses } from './service-processes.ts';
import { endOfLog, holdsPort, STOP_PATIENCE_MS, startDetached } from './started-service.ts';

const inputs = {
  registry: optionalPath(
    "Registry directory; created if missing, and kept. Defaults to one under the runner's temporary directory, removed at the end of the job",
  ),
  staging: optionalPath('Staging directory, handled like `registry`'),
  port: integer('Port to listen on; 0 picks a free one', { from: 0, to: 65_535, standard: 0 }),
  admin: nameLines("Names of administrators, one per line. Defaults to the runner's user"),
  projects: lines('Projects to create, one per line', ''),
  binary: text('Your own Gobbler program, or a script that wraps it. Defaults to the embedded one'),
  'probation-days': integer('Remove versions after this many days on probation. Defaults to never', {
    from: 1,
    to: 36_500,
  }),
  'log-file': optionalPath(
    "Log file of the service; kept. Defaults to a file under the runner's temporary directory",
  ),
};

const outputs = {
  url: 'Address of the service; also exported as `GOBBLER_URL` to later steps',
  staging: 'Absolute path of its staging directory',
  registry: 'Absolute path of its registry',
  pid: 'Number of its process, and of its process group',
  'log-path': 'Absolute path of its log',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** State passed to the post step; each is saved before what it is about is there to be cleaned up. */
const STATE_TEMPORARY = 'temporary';
const STATE_PID = 'pid';
/** Not empty once the main step has succeeded; else it has ended the service itself. */
const STATE_STARTED = 'started';
/** The rest about the service, as JSON. */
const STATE_SERVICE = 'service';

interface SavedService extends Omit<ServiceProcesses, 'leader'> {
  readonly url: string;
  readonly staging: string;
  readonly logFile: string;
  /** Whether a later job may find the same registry at the same address. */
  readonly mayComeBack: boolean;
}

/** A Gobbler for the length of a job. */
export const start = defineCommand({
  name: 'start',
  inputs,
  outputs,
  failed: () => 'the Gobbler was not started',
  run,
  post,
});

async function run({ inputs: given, setOutput, signal }: Context): Promise<void> {
  const me = currentUser();
  const admins = given.admin ?? (me === undefined ? [] : [me]);
  for (const project of given.projects) requireProjectName(project);
  requireAdmin(given.projects, admins, me);
  const program = given.binary === undefined ? embeddedProgram() : await siteProgram(given.binary, signal);
  const temporary = await temporaryName();
  host().keep(STATE_TEMPORARY, temporary);
  const places = { registry: given.registry, staging: given.staging, logFile: given['log-file'] };
  const { registry, staging, logFile } = await makeDirectories(places, temporary);
  setOutput('log-path', logFile);
  const days = given['probation-days'];
  const flags = [
    ...(admins.length > 0 ? ['-admin', admins.join(',')] : []),
    ...(days === undefined ? [] : ['-probation', String(days)]),
  ];
  const { url, processes } = await startDetached({
    program,
    registry,
    staging,
    port: given.port ?? 0,
    flags,
    logFile,
    signal,
    onProcess: ({ leader, ...processes }, at) => {
      const mayComeBack = given.registry !== undefined && (given.port ?? 0) > 0;
      const saved: SavedService = { ...processes, url: at, staging, logFile, mayComeBack };
      host().keep(STATE_SERVICE, JSON.stringify(saved));
      host().keep(STATE_PID, String(leader));
    },
  });
  line(`A Gobbler is ready at ${url}`);
  line(`  registry ${registry}`);
  line(`  staging  ${staging}`);
  line(`  log      ${logFile}`);
  const pid = processes.leader;
  line(`  process  ${pid}${hasRunner() ? '' : `, until it is stopped: kill -- -${pid}`}`);
  try {
    await createProjects(url, given.projects, signal);
  } catch (error) {
    await endService(processes, STOP_PATIENCE_MS);
    throw error;
  }
  host().keep(STATE_STARTED, 'true');
  const exported = (): void => appending('GITHUB_ENV', () => core.exportVariable('GOBBLER_URL', url));
  if (hasRunner()) tryWrite('GOBBLER_URL', exported);
  setOutput('url', url);
  setOutput('staging', staging);
  setOutput('registry', registry);
  setOutput('pid', pid);
}

function requireProjectName(project: string): void {
  try {
    requireName('project', project);
  } catch (error) {
    const bad = factsOf(error, 'bad-name');
    if (bad === undefined) throw error;
    const { name, found } = bad;
    throw gobblerError('bad-project-name', { ...(name !== undefined && { name }), found });
  }
}

/** Projects are created by this process, so it has to be one of the administrators. */
function requireAdmin(projects: readonly string[], admins: readonly string[], me: string | undefined): void {
  if (projects.length === 0 || (me !== undefined && admins.includes(me))) return;
  throw gobblerError('projects-without-admin', { user: me, admins });
}

async function createProjects(url: string, projects: readonly string[], signal: AbortSignal): Promise<void> {
  if (projects.length === 0) return;
  const connection = await connect(url, { signal });
  for (const project of new Set(projects)) {
    try {
      await createProject(connection, project, { signal, onNotice: line });
      line(`Created the project ${project}`);
    } catch (error) {
      if (!(error instanceof GobblerError) || error.code !== 'already-exists') throw error;
      await fetchPermissions(connection, { project }, { signal });
      line(`The project ${project} already exists`);
    }
  }
}

/** Stops the service, shows the end of its log, and removes what was made for it. */
async function post(): Promise<void> {
  const leader = Number(host().recall(STATE_PID));
  if (leader > 0) await stop(leader);
  const temporary = host().recall(STATE_TEMPORARY);
  // Its staging directory is open to everybody.
  if (temporary !== '') removeSharedTree(temporary);
}

/** A failure is no reason to leave more behind. */
async function removeCached(url: string): Promise<void> {
  try {
    await removeCacheOf(url, host().places.cache);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    line(`The cached files of ${url} could not be removed: ${messageOf(error)}`);
  }
}

async function stop(leader: number): Promise<void> {
  const saved: SavedService = JSON.parse(host().recall(STATE_SERVICE));
  const processes = { ...saved, leader };
  const { url, staging, logFile, mayComeBack } = saved;
  const wasThere = isServiceThere(processes);
  const left = await endService(processes, STOP_PATIENCE_MS);
  const isOpen = await holdsPort(url, staging, wasThere);
  // Nobody else fetches from this address; see docs/client.md.
  if (!mayComeBack) await removeCached(url);
  const lastLines = endOfLog(logFile);
  // A post step does not learn whether the job has failed; the log is folded, so it does no harm.
  group(`The end of the log of the Gobbler (${logFile})`, lastLines);
  if (left.length > 0 || isOpen) {
    annotateWarning({
      title: 'The Gobbler could not be stopped',
      sentences: [
        ...(left.length > 0 ? [`These processes did not end: ${left.join(', ')}.`] : []),
        ...(isOpen ? [`A service still listens at ${url}.`] : []),
      ],
      hint: `Find it with "ss -ltnp", and end it. Have the binary start the service in its own session, and as this user.`,
    });
  } else if (!wasThere && host().recall(STATE_STARTED) !== '') {
    annotateWarning({
      title: 'The Gobbler has ended early',
      sentences: ['It had ended before the job did. The end of its log:', ...lastLines.slice(-3)],
    });
  }
}
