import fc from 'fast-check';

const codePoint = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((value) => String.fromCodePoint(value));

/**
 * Any text of Unicode. The `binary` unit of fast-check makes the same, but first builds a table of all code points, which
 * takes a second in every file of tests.
 */
export const anyText = ({ maxLength }: { maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: codePoint, ...(maxLength !== undefined && { maxLength }) });
