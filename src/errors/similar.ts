import type { Hint } from './hint.ts';
import { quoted } from './problem.ts';

/** A hint that begins with a question: whether one of these names was meant. */
export function didYouMean(names: readonly string[], hint: Hint): Hint {
  const last = names.at(-1);
  if (last === undefined) return hint;
  const others = names.slice(0, -1).map(quoted).join(', ');
  const question = `Did you mean ${others === '' ? '' : `${others} or `}${quoted(last)}? `;
  return [question, ...(typeof hint === 'string' ? [hint] : hint)];
}
