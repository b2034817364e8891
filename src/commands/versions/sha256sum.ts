import { promises as fs } from 'node:fs';
import { GobblerError, messageOf } from '../../protocol/index.ts';

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
    throw unusable(
      `${file} should be a file of sha256 sums in UTF-8, but cannot be read: ${messageOf(error)}`,
      error,
    );
  }
  const sums = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line === '\r') continue;
    const where = `line ${index + 1} of ${file}`;
    const [, mark, sum, written] = LINE.exec(line.replace(/\r$/, '')) ?? [];
    const name = written === undefined ? undefined : nameOf(written, mark === '\\');
    if (sum === undefined || name === undefined) {
      throw unusable(
        `${where} should be 64 hexadecimal digits, two spaces and a name, but is ${JSON.stringify(line.slice(0, 200))}`,
      );
    }
    const known = sums.get(name);
    if (known !== undefined && known !== sum.toLowerCase())
      throw unusable(`${where} has a second sum for ${JSON.stringify(name)}`);
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

function unusable(sentence: string, cause?: unknown): GobblerError {
  return new GobblerError('invalid-input', `checksums-file: ${sentence}`, {
    input: 'checksums-file',
    hint: 'Make it in the directory that was published: find . ! -type d -exec sha256sum {} +',
    cause,
  });
}
