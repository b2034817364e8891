import { currentUser } from '../../client/connection/index.ts';
import {
  type Connection,
  fetchPermissions,
  listAssets,
  type Permissions,
  type PermissionsOf,
  setPermissions as set,
} from '../../client/index.ts';
import { gobblerError, hint, setting } from '../../errors/index.ts';
import { givenNames, requireNames } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  annotateWarning,
  type CommandContext,
  choice,
  defineCommand,
  escapeMarkup,
  flag,
  group,
  line,
  nameLines,
  optionalFlag,
  requiredText,
  text,
  writeSummary,
} from '../kit/index.ts';
import { asMaintainer } from '../versions/index.ts';
import { requireNoLockout, shadowedUploaders } from './lockout.ts';
import {
  changeLines,
  changesTable,
  permissionChanges,
  permissionsJson,
  uploaderText,
} from './permission-changes.ts';
import { parseUploaders } from './uploader-list.ts';

const inputs = {
  project: requiredText('Project to change, or that contains the asset to change'),
  asset: text('Asset to change; omit to change the project itself'),
  owners: nameLines('Names of owners, one per line; `[]` is the empty list. Unchanged if omitted'),
  uploaders: text(
    'YAML or JSON list of entries with `id`, and optionally `asset`, `version`, `until` (a time like 2030-12-31T23:59:59Z) and `trusted`; `[]` is the empty list. Unchanged if omitted',
  ),
  'global-write': optionalFlag(
    'Permission for anybody to create assets in the project, `true` or `false`. Unchanged if omitted',
  ),
  mode: choice(
    '`append` adds to the lists, `replace` replaces the given ones',
    ['append', 'replace'],
    'append',
  ),
  'dry-run': flag('Only report what would change', false),
  'prevent-lockout': flag('Refuse a change that would leave its author unable to make another', true),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = {
  status:
    '`changed`, `unchanged`, `planned` (a dry run that would change something), `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step changed anything',
  before: 'Permissions before, as JSON',
  after: 'Permissions after, as JSON; in a dry run, what they would be',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Changes who may do what in a project or an asset. Sends nothing if all is as it should be. */
export const setPermissions = defineCommand({
  name: 'set-permissions',
  inputs,
  outputs,
  failed: (given) => `the permissions of ${placeOf(given)} were not changed`,
  unanswered: { changed: false },
  run,
});

const placeOf = ({ project, asset }: PermissionsOf): string =>
  asset === undefined ? project : `${project}/${asset}`;

async function run({ inputs: given, setOutput, accomplished, signal }: Context): Promise<void> {
  const of = { project: given.project, asset: given.asset };
  requireNames(givenNames(of));
  const asked = await askedFor(given);
  line(`${given['dry-run'] ? 'Comparing' : 'Setting'} the permissions of ${placeOf(of)} at ${given.url}`);
  const connection = await connectTo(given, signal);
  const fresh = { forceRemote: true, signal };
  const project = await fetchPermissions(connection, { project: of.project }, fresh);
  const before = of.asset === undefined ? project : await fetchPermissions(connection, of, fresh);
  setOutput('before', permissionsJson(before));

  const append = given.mode === 'append';
  const lists = await set(connection, of, { ...asked, append, dryRun: true, signal });
  const wanted: Permissions = { ...before, ...lists };
  const changes = permissionChanges(before, wanted);
  const user = given.spoof ?? currentUser();
  if (given['prevent-lockout']) requireNoLockout({ user, asset: of.asset, project, before, after: wanted });
  if (append) warnOfShadowed(before, wanted);

  const isPlan = given['dry-run'] && changes.length > 0;
  const changed = changes.length > 0 && !isPlan;
  let after = wanted;
  if (changed) {
    await warnOfNewAsset(connection, of, signal);
    await asMaintainer(connection, of.project, { signal, action: 'set-permissions' }, () =>
      set(connection, of, { ...asked, append, ...actingFor(given), ...submitting(given, signal) }),
    );
    accomplished('changed', `the permissions of ${placeOf(of)} are changed`);
    setOutput('changed', true);
    after = await fetchPermissions(connection, of, fresh);
    tellOfOthers(wanted, after);
  }
  setOutput('after', permissionsJson(after));
  const outcome = changed
    ? 'are changed'
    : isPlan
      ? 'would change (dry-run)'
      : 'are as they should be: nothing to do';
  const title = `The permissions of ${placeOf(of)} ${outcome}`;
  if (changes.length === 0) line(title);
  else group(title, changeLines(changes));
  const icon = changed ? '✅' : isPlan ? '📝' : '⚪';
  const table = changes.length === 0 ? [] : [changesTable(changes)];
  await writeSummary(`### ${icon} ${escapeMarkup(title)}`, ...table);
  setOutput('status', changed ? 'changed' : isPlan ? 'planned' : 'unchanged');
}

/** Returns the change that the inputs describe. Code `invalid-input` for a combination that makes no sense. */
async function askedFor(given: Context['inputs']): Promise<Partial<Permissions>> {
  const { owners, asset } = given;
  const globalWrite = given['global-write'];
  if (asset !== undefined && globalWrite !== undefined) {
    throw gobblerError('global-write-of-asset', { asset, input: 'global-write' });
  }
  const uploaders = await parseUploaders(given.uploaders);
  if (owners === undefined && uploaders === undefined && globalWrite === undefined) {
    throw gobblerError('no-change-of-permissions', {});
  }
  return {
    ...(owners && { owners }),
    ...(uploaders && { uploaders }),
    ...(globalWrite !== undefined && { globalWrite }),
  };
}

function warnOfShadowed(before: Permissions, after: Permissions): void {
  const sentences = shadowedUploaders(before.uploaders, after.uploaders).map(
    ({ entry, by }) => `${uploaderText(entry)} comes after ${uploaderText(by)}, which decides`,
  );
  if (sentences.length === 0) return;
  annotateWarning({
    title: 'Entries without effect',
    sentences,
    hint: hint`Set ${setting('mode', 'replace')} with the whole list, this entry first: the service takes the first entry that fits.`,
    input: 'uploaders',
  });
}

/** Permissions of an asset that does not exist create it, without versions: most likely a typing error. */
async function warnOfNewAsset(
  connection: Connection,
  { project, asset }: PermissionsOf,
  signal: AbortSignal,
): Promise<void> {
  if (asset === undefined) return;
  if ((await listAssets(connection, project, { forceRemote: true, signal })).includes(asset)) return;
  annotateWarning({
    title: 'New asset',
    sentences: [`${project}/${asset} has not existed so far; setting its permissions creates it.`],
    hint: 'Check the name.',
    input: 'asset',
  });
}

/** This change is there; others may have been made at the same time. */
function tellOfOthers(wanted: Permissions, after: Permissions): void {
  const differences = permissionChanges(wanted, after);
  if (differences.length > 0)
    group('Somebody else has changed these permissions at the same time', changeLines(differences));
}
