/** A setting that a hint names: an input, and a value where it matters. */
export interface Setting {
  /** Public name of the input. */
  readonly input: string;
  /** The value to give it; undefined where the reader has to choose one. */
  readonly value?: string;
}

/** The reader's next step: sentences, with settings as data, since a workflow and a shell write them differently. */
export type Hint = string | readonly (string | Setting)[];

/** A hint that names settings: hint`Set ${setting('probation', 'true')}, or ask an owner.` */
export function hint(texts: TemplateStringsArray, ...settings: readonly Setting[]): Hint {
  return texts.flatMap((text, at) => [text, ...settings.slice(at, at + 1)]);
}

/** A setting for {@link hint}, by its public name. */
export function setting(input: string, value?: string): Setting {
  return value === undefined ? { input } : { input, value };
}

/** A hint as text. By default, settings are written as inputs of a workflow: `probation: true`. */
export function hintText(hint: Hint, write: (setting: Setting) => string = asInput): string {
  if (typeof hint === 'string') return hint;
  return hint.map((part) => (typeof part === 'string' ? part : write(part))).join('');
}

const asInput = ({ input, value }: Setting): string => (value === undefined ? input : `${input}: ${value}`);
