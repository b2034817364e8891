export type JsonKind = 'null' | 'boolean' | 'string' | 'number' | 'array' | 'object';

/** As deep as the original service follows arrays and objects, the outermost one included. */
const DEEPEST_NESTING = 10_000;

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[-+.\w]+/y;
const STRUCTURE = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^"[\]{}]+/y;

const KINDS: ReadonlyMap<string, JsonKind> = new Map([
  ['n', 'null'],
  ['t', 'boolean'],
  ['f', 'boolean'],
  ['"', 'string'],
  ['[', 'array'],
  ['{', 'object'],
]);

/**
 * Walks over one JSON text, value by value, so that its reader sees what the engine's parser hides: repeated members,
 * their order, and how numbers were written. Protocol §7.
 *
 * The constructor throws a SyntaxError unless the text is exactly one JSON value; from then on syntax is no concern.
 * Each method consumes one value, whose `kind` the caller has looked at.
 */
export class JsonInput {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    JSON.parse(text);
    this.#text = text;
    this.#consume(SPACE);
  }

  /** The kind of the next value. */
  get kind(): JsonKind {
    return KINDS.get(this.#text.charAt(this.#at)) ?? 'number';
  }

  null(): void {
    this.#word();
  }

  boolean(): boolean {
    return this.#word() === 'true';
  }

  /** The number as it was written. */
  number(): string {
    return this.#word();
  }

  /** Unpaired surrogates become U+FFFD. */
  string(): string {
    const literal = this.#consume(STRING);
    this.#consume(SPACE);
    if (!literal.includes('\\')) return literal.slice(1, -1);
    return (JSON.parse(literal) as string).toWellFormed();
  }

  /** Calls `read` in front of each element; it must consume the element. */
  array(read: (index: number) => void): void {
    this.#list(']', read);
  }

  /** Calls `read` in front of the value of each member; it must consume the value. */
  object(read: (key: string) => void): void {
    this.#list('}', () => {
      const key = this.string();
      this.#punctuation();
      read(key);
    });
  }

  /** Passes over a value of any kind. */
  skip(): void {
    if (this.kind === 'string') {
      this.string();
      return;
    }
    if (this.kind !== 'array' && this.kind !== 'object') {
      this.#word();
      return;
    }
    let depth = 0;
    do {
      const token = this.#consume(STRUCTURE);
      if (token === '[' || token === '{') depth += 1;
      if (token === ']' || token === '}') depth -= 1;
      if (depth >= DEEPEST_NESTING) throw new SyntaxError('values are nested too deeply');
    } while (depth > 0);
    this.#consume(SPACE);
  }

  #list(closing: string, read: (index: number) => void): void {
    this.#punctuation();
    for (let index = 0; this.#text.charAt(this.#at) !== closing; index++) {
      read(index);
      if (this.#text.charAt(this.#at) === ',') this.#punctuation();
    }
    this.#punctuation();
  }

  #word(): string {
    const word = this.#consume(WORD);
    this.#consume(SPACE);
    return word;
  }

  /** Steps over one bracket, brace, colon or comma. */
  #punctuation(): void {
    this.#at += 1;
    this.#consume(SPACE);
  }

  #consume(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += match.length;
    return match;
  }
}
