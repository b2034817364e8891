import { promises as fs } from 'node:fs';
import { gobblerError, messageOf } from '../../errors/index.ts';

/**
 * The text of a file of sha256 sums, as sha256sum writes it: a line for each name, in the given order. Names with a
 * backslash or a line break are escaped, and their line begins with a backslash.
 */
export function formatSums(sums: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [name, sum] of sums) {
    const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    text += `${escaped === name ? '' : '\\'}${sum}  ${escaped}\n`;
  }
  return text;
}

/** A sum, a space, a space or a star (of `--binary`), and a name; after a backslash, the name is escaped. */
const LINE = /^(\\?)([0-9a-fA-F]{64}) [ *](.+)$/s;
const LONGEST_QUOTED = 200;
const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };

/**
 * Reads a file of sha256 sums as sha256sum writes them: names relative to the version, `./` in front or not. Code
 * `invalid-input` for a file that cannot be read, that has a line of another form, or two sums for one name.
 */
export async function readSums(file: string): Promise<ReadonlyMap<string, string>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await fs.readFile(file));
  } catch (error) {
    throw gobblerError('sums-unreadable', { file, error: messageOf(error) }, { cause: error });
  }
  const sums = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line === '\r') continue;
    const where = { file, line: index + 1 };
    const [, mark, sum, written] = LINE.exec(line.replace(/\r$/, '')) ?? [];
    const name = written === undefined ? undefined : nameOf(written, mark === '\\');
    if (sum === undefined || name === undefined) {
      throw gobblerError('sums-malformed', { ...where, text: line.slice(0, LONGEST_QUOTED) });
    }
    const known = sums.get(name);
    if (known !== undefined && known !== sum.toLowerCase())
      throw gobblerError('sums-contradictory', { ...where, name });
    sums.set(name, sum.toLowerCase());
  }
  return sums;
}

/** The name as a manifest has it; undefined for escapes that sha256sum does not write. */
function nameOf(written: string, isEscaped: boolean): string | undefined {
  let name: string | undefined = written;
  if (isEscaped) {
    if (!/^(?:[^\\]|\\[\\nr])*$/s.test(written)) return undefined;
    name = written.replace(/\\[\\nr]/g, (pair) => ESCAPES[pair] ?? pair);
  }
  return name.replace(/^(?:\.\/+)+/, '');
}
