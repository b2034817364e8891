/**
 * JSON as the service writes it: protocol §3.1. A plain object keeps the order of its fields, members that are
 * undefined are left out; a Map has free keys and is sorted by the bytes of its keys. Free keys never live in plain
 * objects, because the engine reorders `"10"` and `"9"` and treats `__proto__` specially.
 */
export type Encodable =
  | null
  | boolean
  | number
  | string
  | readonly Encodable[]
  | ReadonlyMap<string, Encodable>
  | { readonly [field: string]: Encodable | undefined };

/** A member of a foreign object's own, whatever its name; undefined for anything else. */
export function ownMember(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

const SHORT_ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

const NEEDS_ESCAPE = /["\\\u0000-\u001f<>&\u2028\u2029\ud800-\udfff]/;
const ESCAPED =
  /["\\\u0000-\u001f<>&\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A JSON string literal with the service's escapes. */
function encodeString(text: string): string {
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(ESCAPED, escapeCharacter)}"` : `"${text}"`;
}

/** Orders strings by their UTF-8 bytes, which differs from the engine's order for characters beyond U+FFFF. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xSurrogate = x >= 0xd800 && x <= 0xdfff;
    const ySurrogate = y >= 0xd800 && y <= 0xdfff;
    if (xSurrogate !== ySurrogate) return xSurrogate ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/**
 * Encodes a value as the service does: compact, or with `indent` four spaces a level (the form of its files; no
 * newline at the end).
 */
export function encodeJson(value: Encodable, { indent = false }: { indent?: boolean } = {}): string {
  // Names are encoded one by one, many thousands of them, and need nothing of what follows.
  if (typeof value === 'string') return encodeString(value);
  const newline = indent ? '\n' : '';
  const colon = indent ? ': ' : ':';
  const encode = (item: Encodable, margin: string): string => {
    if (item === null || typeof item === 'boolean') return String(item);
    if (typeof item === 'number') return encodeNumber(item);
    if (typeof item === 'string') return encodeString(item);
    const inner = indent ? `${margin}    ` : '';
    const wrap = (open: string, parts: string[], close: string): string =>
      parts.length === 0
        ? open + close
        : `${open}${newline}${inner}${parts.join(`,${newline}${inner}`)}${newline}${margin}${close}`;
    if (isArray(item))
      return wrap(
        '[',
        item.map((element) => encode(element, inner)),
        ']',
      );
    const member = (key: string, content: Encodable): string =>
      encodeString(key) + colon + encode(content, inner);
    const parts: string[] = [];
    if (item instanceof Map) {
      for (const key of [...item.keys()].sort(compareBytes))
        parts.push(member(key, item.get(key) as Encodable));
    } else {
      for (const [key, content] of Object.entries(item))
        if (content !== undefined) parts.push(member(key, content));
    }
    return wrap('{', parts, '}');
  };
  return encode(value, '');
}

function encodeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not an exact integer`);
  return String(value);
}

const isArray = (value: Encodable): value is readonly Encodable[] => Array.isArray(value);
