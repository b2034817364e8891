import type { Permissions } from '../../client/index.ts';
import { facts, type Html, html, name, table } from '../markup/index.ts';

const COLUMNS = [
  { title: 'Uploader' },
  { title: 'Assets' },
  { title: 'Versions' },
  { title: 'Until' },
  { title: 'Trusted' },
];

/** A table of users and their rights. `inherited` tells what else applies. */
export function permissionsSection(permissions: Permissions | undefined, inherited?: string): Html {
  if (permissions === undefined) return html`<h2>Permissions</h2><p>The permissions cannot be read.</p>`;
  const { owners, uploaders, globalWrite } = permissions;
  const rows = uploaders.map(({ id, asset, version, until, trusted }) => [
    name(id),
    asset === undefined ? 'all' : name(asset),
    version === undefined ? 'all' : name(version),
    until ?? 'no end',
    trusted === true ? 'yes: not on probation' : 'no: on probation',
  ]);
  return html`<h2>Permissions</h2>${inherited && html`<p>${inherited}</p>`}
${facts([
  [
    'Owners, who upload and decide',
    owners.length === 0 ? 'none' : owners.map((owner, at) => html`${at === 0 ? '' : ', '}${name(owner)}`),
  ],
  ['Anybody may create assets', globalWrite === undefined ? undefined : globalWrite ? 'yes' : 'no'],
])}
${rows.length === 0 ? html`<p>No other uploaders.</p>` : table('Uploaders', COLUMNS, rows)}`;
}
