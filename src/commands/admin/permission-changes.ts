import type { Permissions, Uploader } from '../../client/index.ts';
import { encodableUploaders, encodeJson } from '../../protocol/index.ts';
import { escapeCode, shortened } from '../kit/index.ts';

const MOST_ROWS = 50;

/** Permissions as the registry writes them, in one line; empty if there are none. */
export function permissionsJson(permissions: Permissions | undefined): string {
  if (permissions === undefined) return '';
  const { owners, uploaders, globalWrite } = permissions;
  return encodeJson({ owners, uploaders: encodableUploaders(uploaders), global_write: globalWrite });
}

/** One thing that is, or is not, in permissions any more. */
export interface PermissionChange {
  readonly sign: '+' | '-';
  readonly kind: 'owner' | 'uploader' | 'global write';
  readonly text: string;
}

/**
 * Returns the differences between two permissions, list by list. The order of uploaders matters: the first match
 * decides.
 */
export function permissionChanges(before: Permissions | undefined, after: Permissions): PermissionChange[] {
  const lists = [
    ['owner', before?.owners ?? [], after.owners],
    ['uploader', (before?.uploaders ?? []).map(uploaderText), after.uploaders.map(uploaderText)],
    ['global write', globalWriteText(before), globalWriteText(after)],
  ] as const;
  const changes = lists.flatMap(([kind, earlier, later]) => [
    ...earlier.filter((text) => !later.includes(text)).map((text) => ({ sign: '-', kind, text }) as const),
    ...later.filter((text) => !earlier.includes(text)).map((text) => ({ sign: '+', kind, text }) as const),
  ]);
  const [earlier, later] = [before?.uploaders ?? [], after.uploaders].map((list) => list.map(uploaderText));
  if (changes.length > 0 || String(earlier) === String(later)) return changes;
  return [{ sign: '+', kind: 'uploader', text: 'the same entries, in another order' }];
}

/** Changes as lines of a log. */
export function changeLines(changes: readonly PermissionChange[]): string[] {
  return changes.map(({ sign, kind, text }) => `${sign} ${kind} ${text}`);
}

/** Changes as a table of a summary; a long one is cut, with the number of the others. */
export function changesTable(changes: readonly PermissionChange[]): string {
  const rows = changes
    .slice(0, MOST_ROWS)
    .map(
      ({ sign, kind, text }) =>
        `| ${sign === '+' ? 'added' : 'removed'} | ${kind} | ${escapeCode(shortened(text))} |`,
    );
  const rest = changes.length - MOST_ROWS;
  if (rest > 0) rows.push(`| | | … and ${rest} more |`);
  return ['| | | |', '|---|---|---|', ...rows].join('\n');
}

/** An uploader in words: `alicia (asset a, trusted)`. */
export function uploaderText({ id, asset, version, until, trusted }: Uploader): string {
  const limits = [
    ...(asset === undefined ? [] : [`asset ${asset}`]),
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(trusted === undefined ? [] : [trusted ? 'trusted' : 'not trusted']),
  ];
  return limits.length === 0 ? id : `${id} (${limits.join(', ')})`;
}

function globalWriteText(permissions: Permissions | undefined): string[] {
  return permissions?.globalWrite === undefined ? [] : [String(permissions.globalWrite)];
}
