import {
  type Amount,
  type ChangeKind,
  type ChangesSince,
  type Connection,
  type Difference,
  GobblerError,
  type Incomparable,
  type KindOfChange,
  largestChanges,
  type Manifest,
  type VersionRef,
} from '../../client/index.ts';
import { type Compared, changesFromLatest } from '../../client/review/index.ts';
import {
  amountText,
  escapeCode,
  formatBytes,
  formatCount,
  group,
  line,
  type OutputValue,
  shortened,
  type Table,
} from '../kit/index.ts';
import type { changeOutputs } from './change-outputs.ts';

/** The longest list that people see; the rest is counted. */
const MOST_SHOWN = 20;

/**
 * Compares a version with the latest one. If that fails, logs the reason and returns it, whatever the service answers: the
 * comparison only supplements other facts.
 */
export async function changesSinceLatest(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<Compared<ChangesSince>> {
  const found = await changesOrFailure(connection, ref, manifest, signal);
  if (found.incomparable !== undefined) line(incomparableText(found.incomparable));
  return found;
}

async function changesOrFailure(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<Compared<ChangesSince>> {
  try {
    return await changesFromLatest(connection, ref, manifest, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof GobblerError)) throw error;
    return { incomparable: { version: undefined, error } };
  }
}

/** Says that a version cannot be compared with another one, and why. */
export const incomparableText = ({ version, error }: Incomparable): string =>
  `It cannot be compared with ${version ?? 'the latest version'}: ${error.message}`;

/** The same for programs. */
export const incomparableFacts = ({ version, error }: Incomparable) => ({
  version: version ?? null,
  code: error.code,
  message: error.message,
});

/** `1 added, 20,000 changed, 0 removed`. */
export function changeCounts({ added, changed, removed }: Pick<Difference, ChangeKind>): string {
  const counts = Object.entries({ added, changed, removed });
  return counts.map(([kind, paths]) => `${formatCount(paths.length)} ${kind}`).join(', ');
}

/** `12 KiB of new data, 30.7 MiB unchanged`. */
const dataText = ({ newBytes, unchangedBytes }: Difference): string =>
  `${formatBytes(newBytes)} of new data, ${formatBytes(unchangedBytes)} unchanged`;

const totalText = ({ before, after }: Readonly<Record<'before' | 'after', Amount>>): string =>
  `${amountText(after)} now, ${amountText(before)} before`;

/** The sizes of both versions, and how much of the later one is new. */
export const changeTotals = (difference: Difference): readonly string[] => [
  totalText(difference),
  dataText(difference),
];

/** Logs how a version differs from an earlier one, in numbers. */
export function logChangeTotals({ version, difference }: ChangesSince): void {
  line(`Compared with version ${version}: ${changeCounts(difference)}`);
  for (const text of changeTotals(difference)) line(`  ${text}`);
}

/** Logs the same, and the largest changes, folded. */
export function logChanges(changes: ChangesSince): void {
  logChangeTotals(changes);
  const { difference } = changes;
  const { shown, rest } = largest(difference);
  if (shown.length === 0) return;
  const sizes = shown.map(sizeText);
  const width = Math.max(...sizes.map((text) => text.length));
  const lines = shown.map(({ kind, path, ...change }, at) => {
    const earlier = kind === 'changed' ? ` (${formatBytes(change.beforeBytes ?? 0)} before)` : '';
    return `${MARKS[kind]} ${sizes[at]?.padStart(width)}  ${shortened(path)}${earlier}`;
  });
  group('Changes, largest first', rest === undefined ? lines : [...lines, rest]);
}

const MARKS: Readonly<Record<ChangeKind, string>> = { added: '+', changed: '~', removed: '-' };

/** The size of a file now; of one that is removed, before. */
const sizeText = ({ beforeBytes = 0, afterBytes = beforeBytes }: KindOfChange): string =>
  formatBytes(afterBytes);

/** The same totals, as rows of a summary. */
export function changeRows({ version, difference }: ChangesSince): [string, string][] {
  return [
    [`Compared with ${escapeCode(version)}`, changeCounts(difference)],
    ['Size before', amountText(difference.before)],
    ['Data', dataText(difference)],
  ];
}

/** The largest changes as a block of a summary; none if nothing differs. */
export function changesMarkdown({ difference }: ChangesSince, { isOpen }: { isOpen: boolean }): string[] {
  const { shown, rest } = largest(difference);
  if (shown.length === 0) return [];
  const cell = (bytes: number | undefined): string => (bytes === undefined ? '' : formatBytes(bytes));
  const rows = shown.map(
    ({ kind, path, beforeBytes, afterBytes }) =>
      `| ${kind} | ${escapeCode(shortened(path))} | ${cell(beforeBytes)} | ${cell(afterBytes)} |`,
  );
  const table = [
    '| | path | size before | size after |',
    '|---|---|--:|--:|',
    ...rows,
    ...(rest === undefined ? [] : [`| | ${rest} | | |`]),
  ].join('\n');
  const open = isOpen ? '<details open>' : '<details>';
  return [`${open}<summary>Changes, largest first</summary>\n\n${table}\n\n</details>`];
}

/** The largest changes, and a text that counts the others by kind; undefined if there are none. */
function largest(difference: Difference): {
  readonly shown: readonly KindOfChange[];
  readonly rest: string | undefined;
} {
  const shown = largestChanges(difference, MOST_SHOWN);
  const counts = (['added', 'changed', 'removed'] as const).map((kind) => ({
    kind,
    count: difference[kind].length - shown.filter((change) => change.kind === kind).length,
  }));
  const rest = counts.reduce((sum, { count }) => sum + count, 0);
  const byKind = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${formatCount(count)} ${kind}`);
  return { shown, rest: rest === 0 ? undefined : `… and ${formatCount(rest)} more: ${byKind.join(', ')}` };
}

/** All changes as a table: kind, bytes (before, of what is removed), and path. */
export function changesTable(difference: Difference): Table {
  const kinds = ['added', 'changed', 'removed'] as const;
  return {
    columns: [{ title: 'CHANGE' }, { title: 'SIZE', isNumeric: true }, { title: 'PATH' }],
    rows: kinds.flatMap((kind) =>
      difference[kind].map(({ path, beforeBytes = 0, afterBytes = beforeBytes }) => [
        { value: kind },
        { value: afterBytes, shown: formatBytes(afterBytes) },
        { value: path },
      ]),
    ),
  };
}

/** Sets {@link changeOutputs}. */
export function setChangeOutputs(
  setOutput: (name: keyof typeof changeOutputs, value: OutputValue) => void,
  { added, changed, removed, before, newBytes, unchangedBytes }: Difference,
): void {
  setOutput('files-added', added.length);
  setOutput('files-changed', changed.length);
  setOutput('files-removed', removed.length);
  setOutput('previous-size-bytes', before.bytes);
  setOutput('new-bytes', newBytes);
  setOutput('unchanged-bytes', unchangedBytes);
}

/** The largest changes as JSON: `kind`, `path`, `beforeBytes` and `afterBytes`, which is null where there is no file. */
export function changesJson(difference: Difference, most?: number): string {
  const changes = largestChanges(difference, most);
  return JSON.stringify(
    changes.map(({ kind, path, beforeBytes = null, afterBytes = null }) => ({
      kind,
      path,
      beforeBytes,
      afterBytes,
    })),
  );
}
