import { JsonInput, type JsonKind } from './json-input.ts';

/**
 * Consumes one value of the input. `earlier` is what an earlier member of the same name has given: scalars replace
 * it, objects and arrays are read on top of it. Undefined stands for null and for absence. Protocol §7.
 */
export type Reader<T> = (input: JsonInput, earlier: unknown, where: string) => T | undefined;

/** The properties of a record, under their names in this program. */
type Fields = { readonly [property: string]: Reader<unknown> };
type Read<F> = F extends Reader<infer T> ? T : never;

/** The result of `record(fields)`: properties that are null or absent are left out. */
export type Decoded<F extends Fields> = { -readonly [P in keyof F]?: Read<F[P]> };

/** The text is not JSON, or does not have the expected shape. The message says where. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/** Reads the whole of `content`. Null gives undefined. Throws DecodeError, which quotes nothing of the content. */
export function decode<T>(content: string, reader: Reader<T>): T | undefined {
  let input: JsonInput;
  try {
    input = new JsonInput(content);
    return reader(input, undefined, 'the content');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The engine's own words quote the text, which may be anybody's.
    throw new DecodeError('not valid JSON', { cause: error });
  }
}

/** A reader for values of one kind, which treats null as absence. */
function only<T>(
  kind: JsonKind,
  expected: string,
  read: (input: JsonInput, earlier: T | undefined, where: string) => T,
): Reader<T> {
  return (input, earlier, where) => {
    if (input.kind === 'null') {
      input.null();
      return undefined;
    }
    if (input.kind !== kind)
      throw new DecodeError(`${where} should be ${expected}, not ${named(input.kind)}`);
    // An earlier value was read by this reader.
    return read(input, earlier as T | undefined, where);
  };
}

const named = (kind: JsonKind): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);

export const text: Reader<string> = only('string', 'a string', (input) => input.string());

export const flag: Reader<boolean> = only('boolean', 'true or false', (input) => input.boolean());

/** A whole number, written as such: `1.0` and `1e3` are refused. */
export const integer: Reader<number> = only('number', 'a whole number', (input, _earlier, where) => {
  const written = input.number();
  const value = Number(written);
  if (!/^-?\d+$/.test(written) || !Number.isSafeInteger(value)) {
    throw new DecodeError(`${where} should be a whole number of at most 53 bits`);
  }
  return value;
});

/** An array. A null element keeps what was there before, which is `empty` at first. */
export function list<T>(item: Reader<T>, empty: () => NoInfer<T>): Reader<T[]> {
  return only('array', 'a list', (input, earlier, where) => {
    const items: T[] = [];
    input.array((index) => {
      const before = earlier?.[index];
      items.push(item(input, before, `${where}[${index}]`) ?? before ?? empty());
    });
    return items;
  });
}

/** An object with free keys. A null value gives `empty`; of repeated keys the last one counts. */
export function keyed<T>(item: Reader<T>, empty: () => NoInfer<T>): Reader<Map<string, T>> {
  return only('object', 'an object', (input, earlier, where) => {
    const entries = new Map(earlier);
    input.object((key) => {
      entries.set(key, item(input, undefined, `a member of ${where}`) ?? empty());
    });
    return entries;
  });
}

/**
 * An object with known properties; all others are passed over. The property `onProbation` is read from
 * `on_probation`, in any case of letters.
 */
export function record<F extends Fields>(fields: F): Reader<Decoded<F>> {
  const properties = new Map(Object.keys(fields).map((property) => [wireName(property), property]));
  return only('object', 'an object', (input, earlier, where) => {
    const values = new Map<string, unknown>(Object.entries(earlier ?? {}));
    input.object((key) => {
      const property = properties.get(key) ?? properties.get(folded(key));
      if (property === undefined) {
        input.skip();
        return;
      }
      const value = fields[property]?.(input, values.get(property), `'${wireName(property)}' of ${where}`);
      if (value === undefined) values.delete(property);
      else values.set(property, value);
    });
    return Object.fromEntries(values) as Decoded<F>;
  });
}

const wireName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Two letters outside ASCII have small counterparts within it: the long s and the Kelvin sign. */
const folded = (key: string): string =>
  key
    .replaceAll('\u017f', 's')
    .replaceAll('\u212a', 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
