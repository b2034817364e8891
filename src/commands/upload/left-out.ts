import type { LeftOut } from '../../client/index.ts';
import { hint, setting } from '../../errors/index.ts';
import { annotateWarning, formatCount, formatNumberOf, group } from '../kit/index.ts';

const MOST_NAMES = 5;

/** Warns of hidden entries that were left out of a source, and lists what `files` has left out. */
export function tellLeftOut(leftOut: LeftOut): void {
  warnOfHidden(leftOut);
  const { unselected, unselectedExamples } = leftOut;
  if (unselected === 0) return;
  const first = unselected > unselectedExamples.length ? `, the first ${unselectedExamples.length}` : '';
  const count = formatNumberOf(unselected, 'entry', 'entries');
  group(`Left out: ${count} not selected (see files)${first}`, unselectedExamples);
}

/** They may be data: a version that lacks them lacks them for good. */
function warnOfHidden({ hidden, hiddenExamples }: LeftOut): void {
  if (hidden === 0) return;
  const names = hiddenExamples.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
  const rest = hidden - names.length;
  const more = rest > 0 ? ` and ${formatCount(rest)} more` : '';
  const count = formatNumberOf(hidden, 'hidden entry', 'hidden entries');
  annotateWarning({
    title: 'Hidden files left out',
    sentences: [`${count} left out: ${names.join(', ')}${more}`],
    hint: hint`Set ${setting('include-hidden-files', 'true')} to publish them, or exclude them with ${setting('files')} if they are not data.`,
    input: 'include-hidden-files',
  });
}
