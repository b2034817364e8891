/**
 * Escapes foreign strings (names, reasons, paths, links) for display. A file name may hold anything: a line break and a
 * workflow command, terminal escapes, Markdown, HTML.
 */

/**
 * Characters that are invisible, or change the display of their neighbors: control characters, line separators, halves
 * of characters, and all that Unicode lets be ignored (such as direction marks, soft hyphens and variation selectors).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The runner's older form of a command is recognized anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;

/** GitHub makes a link of every word that begins so. */
const BEFORE_AUTOLINK = /(www)\./gi;
const LONGEST_SHOWN = 300;
const MARKUP = /[&<>"'`*_[\]()\\|~!#{}$@:]/g;

/** Makes characters that cannot be seen visible, as escapes. Everything else stays as it is: markup, commands. */
export function showInvisible(foreign: string): string {
  return foreign.replace(INVISIBLE, visible);
}

/** Text for a log line: what cannot be seen becomes a visible escape, and no workflow command survives. */
export function escapeText(foreign: string): string {
  return showInvisible(foreign).replace(OLD_COMMAND, '#\\#');
}

/** Text for Markdown that is shown letter by letter, in a monospaced font. */
export function escapeCode(foreign: string): string {
  return `<code>${escapeMarkup(foreign)}</code>`;
}

/** A link to an address, shown letter by letter. Only for http(s). */
export function escapeLink(url: string): string {
  return /^https?:/.test(url) ? `<a href="${escapeMarkup(url)}">${escapeMarkup(url)}</a>` : escapeCode(url);
}

/** Text for Markdown that is shown letter by letter. */
export function escapeMarkup(foreign: string): string {
  return escapeText(foreign)
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
    .replace(BEFORE_AUTOLINK, '$1&#46;');
}

function visible(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * Keeps commands for workflow runners (`::debug::…`) off standard output, for front ends other than runners: the toolkit
 * writes them there whether anybody understands them or not. Returns what writes there all the same: an answer may begin
 * with the name of a file, and that with anything.
 */
export function dropWorkflowCommands(): (text: string) => boolean {
  const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean;
  const filtered = (chunk: unknown, ...rest: unknown[]): boolean =>
    typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
  process.stdout.write = filtered as typeof process.stdout.write;
  return write;
}

/** A foreign text for a list of many: a very long one keeps its beginning and its end. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const half = LONGEST_SHOWN / 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
