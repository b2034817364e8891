import {
  type Connection,
  createProject as create,
  fetchPermissions,
  GobblerError,
  type Permissions,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { requireName } from '../../protocol/index.ts';
import { connectTo, requestInputs, serviceInputs, submitting } from '../connect/index.ts';
import {
  annotateWarning,
  type CommandContext,
  choice,
  defineCommand,
  escapeCode,
  group,
  line,
  nameLines,
  requiredText,
  text,
  writeSummary,
} from '../kit/index.ts';
import { unlessNotFound } from '../versions/index.ts';
import { changeLines, changesTable, permissionChanges, permissionsJson } from './permission-changes.ts';
import { parseUploaders } from './uploader-list.ts';

const inputs = {
  project: requiredText('Project to create'),
  owners: nameLines(
    'Names of its owners, one per line. Defaults to the user who creates it; `[]` is the empty list',
  ),
  uploaders: text(
    'YAML or JSON list of entries with `id`, and optionally `asset`, `version`, `until` (a time like 2030-12-31T23:59:59Z) and `trusted`',
  ),
  'if-exists': choice(
    'Behavior if the project exists: `skip` or `error`. An existing project is never changed',
    ['skip', 'error'],
    'skip',
  ),
  ...serviceInputs,
  ...requestInputs,
};

const outputs = {
  status: '`created`, `skipped`, `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step created it',
  before: 'Permissions before, as JSON; empty if it did not exist',
  after: 'Permissions after, as JSON',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Makes sure that there is a project, for administrators of the service. */
export const createProject = defineCommand({
  name: 'create-project',
  inputs,
  outputs,
  failed: ({ project }) => `project ${project} was not created`,
  unanswered: { changed: false },
  run,
});

async function run({ inputs: given, setOutput, accomplished, signal }: Context): Promise<void> {
  const { project, owners } = given;
  requireName('project', project);
  const uploaders = await parseUploaders(given.uploaders);
  const wanted: Partial<Permissions> = { ...(owners && { owners }), ...(uploaders && { uploaders }) };
  line(`Creating the project ${project} at ${given.url}`);
  const connection = await connectTo(given, signal);
  const before = await permissionsOf(connection, project, signal);
  setOutput('before', permissionsJson(before));
  const changed = before === undefined && (await createOrSkip(connection, given, wanted, signal));
  if (changed) accomplished('created', `project ${project} is created`);
  const after = await fetchPermissions(connection, { project }, { forceRemote: true, signal });
  setOutput('after', permissionsJson(after));
  setOutput('changed', changed);
  if (!changed && given['if-exists'] === 'error') throw gobblerError('project-exists', { project });
  if (changed) await reportCreated(project, after);
  else await reportExisting(project, after, wanted);
  setOutput('status', changed ? 'created' : 'skipped');
}

/** False if somebody else has created it meanwhile. */
async function createOrSkip(
  connection: Connection,
  given: Context['inputs'],
  wanted: Partial<Permissions>,
  signal: AbortSignal,
): Promise<boolean> {
  const { project } = given;
  try {
    await create(connection, project, { ...wanted, ...submitting(given, signal) });
    return true;
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    if (error.code === 'not-authorized') {
      const { httpStatus, reason } = error;
      throw gobblerError(
        'not-an-administrator',
        { error: error.message },
        { httpStatus, reason, cause: error },
      );
    }
    if (error.code !== 'already-exists' && error.code !== 'connection-lost') throw error;
    const now = await permissionsOf(connection, project, signal);
    if (now !== undefined) return error.code === 'connection-lost';
    if (error.code === 'connection-lost') throw error;
    const { message, httpStatus, reason } = error;
    throw gobblerError('project-incomplete', { error: message }, { httpStatus, reason, cause: error });
  }
}

function permissionsOf(
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<Permissions | undefined> {
  return unlessNotFound(fetchPermissions(connection, { project }, { forceRemote: true, signal }));
}

async function reportCreated(project: string, after: Permissions): Promise<void> {
  const granted = permissionChanges(undefined, after);
  if (granted.length === 0) line(`Project ${project} is created: nobody but administrators may use it yet`);
  else group(`Project ${project} is created`, changeLines(granted));
  const table = granted.length === 0 ? 'Nobody but administrators may use it yet.' : changesTable(granted);
  await writeSummary(`### ✅ Project ${escapeCode(project)} created`, table);
}

async function reportExisting(
  project: string,
  after: Permissions,
  wanted: Partial<Permissions>,
): Promise<void> {
  line(`Project ${project} already exists: nothing to do`);
  const differences = permissionChanges(after, { ...after, ...wanted });
  const parts = [`### ⚪ Project ${escapeCode(project)} already exists`];
  if (differences.length > 0) {
    annotateWarning({
      title: 'Permissions differ',
      sentences: [
        `Project ${JSON.stringify(project)} exists with other permissions:`,
        ...changeLines(differences),
      ],
      hint: 'To change them, use the action set-permissions.',
    });
    parts.push('To be as asked for, its permissions would have to change:', changesTable(differences));
  }
  await writeSummary(...parts);
}
