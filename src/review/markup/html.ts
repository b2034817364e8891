import { showInvisible } from '../../commands/kit/index.ts';

/** Markup that is safe to send: made by {@link html}, which escapes all that is put into it. */
export class Html {
  readonly text: string;

  /** For this module; everything else uses {@link html}. */
  constructor(text: string) {
    this.text = text;
  }
}

/** A part of a template: text is escaped, markup is not, and undefined is left out. */
export type Part = Html | string | number | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/**
 * Makes markup of a template. Texts in it are escaped for content and for quoted attributes, and characters that cannot
 * be seen become visible escapes. Throws for an attribute without quotes, in which a space would end the value.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let result = texts[0] ?? '';
  for (const [at, part] of parts.entries()) {
    if (/=\s*$/.test(texts[at] ?? '')) throw new Error(`an attribute has no quotes: ${texts[at]}`);
    result += textOf(part) + (texts[at + 1] ?? '');
  }
  return new Html(result);
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(showInvisible(part));
  return part.map(textOf).join('');
}

/** Text that a browser gets exactly as it is, such as the value of a field: nothing becomes visible. */
export const exact = (text: string): Html => new Html(escapeHtml(text));

/** A line of a file: tabs stay tabs. */
export const codeLine = (line: string): Html =>
  new Html(
    line
      .split('\t')
      .map((text) => escapeHtml(showInvisible(text)))
      .join('\t'),
  );

/** A foreign name, set apart, so that letters from right to left do not move what stands next to it. */
export const name = (text: string): Html => html`<bdi class="name">${text}</bdi>`;
