import type { LeftOut } from '../client/index.ts';
import { formatNumberOf } from './figures.ts';
import { group } from './log.ts';

/** Lists what was left out of a source, and why; nothing if that is nothing. */
export function tellLeftOut({ hidden, hiddenExamples, unselected, unselectedExamples }: LeftOut): void {
  tell(
    `${formatNumberOf(hidden, 'hidden entry', 'hidden entries')} (see include-hidden-files)`,
    hidden,
    hiddenExamples,
  );
  tell(
    `${formatNumberOf(unselected, 'entry', 'entries')} not selected (see files)`,
    unselected,
    unselectedExamples,
  );
}

function tell(reason: string, count: number, examples: readonly string[]): void {
  if (count === 0) return;
  const first = count > examples.length ? `, the first ${examples.length}` : '';
  group(`Left out: ${reason}${first}`, examples);
}
