import { quoted } from './problem.ts';

/** A name that breaks a rule. */
interface BadName {
  /** `project`, `asset` or `version`. */
  readonly kind: string;
  /** Left out if it is not text. */
  readonly name?: string;
  /** The rule that it breaks, as the end of a sentence. */
  readonly found: string;
}

/** `project name "a/b" may not contain '/'`. */
export function badNameText({ kind, name, found }: BadName): string {
  return `${kind} name${name === undefined ? '' : ` ${quoted(name)}`} ${found}`;
}
