import { expect, it } from '@jest/globals';
import { parseUploaders } from '../../src/commands/admin/uploader-list.ts';
import { failureOf } from '../helpers/failure.ts';

it('reads YAML without guesses of types, and JSON', async () => {
  expect(await parseUploaders('- { id: 007, version: 1.10, trusted: true }')).toEqual([
    { id: '007', version: '1.10', trusted: true },
  ]);
  expect(await parseUploaders('[{"id": "yes"}]')).toEqual([{ id: 'yes' }]);
  expect(await parseUploaders('[]')).toEqual([]);
  expect(await parseUploaders(undefined)).toBeUndefined();
});

it.each([
  ['alicia', 'should be a list'],
  ['[', 'cannot be read'],
  ['- alicia', 'not an entry with an id'],
  ['- asset: a', 'entry 1 has no id'],
  ['[{"id":"a","trust":true}]', 'has a field "trust"'],
  ['- { id: a, trusted: 1 }', 'not true or false'],
  ['- { id: a, until: tomorrow }', 'should be like 2030-12-31T23:59:59Z'],
  ['- { id: [a] }', 'not a text'],
])('refuses %s', async (text, says) => {
  const { code, input, message } = await failureOf(parseUploaders(text));
  expect({ code, input, message }).toEqual({
    code: 'invalid-input',
    input: 'uploaders',
    message: expect.stringContaining(says),
  });
});

it.each([
  ['an unknown tag', '- { id: !x "\n::error::x" }'],
  ['a key that is no text', '- { id: a, [ "\n::error::x" ]: b }'],
  ['an unknown directive', '%X ::error::x\n---\n- id: a'],
  ['several documents', '- id: a\n---\n- id: b'],
  ['too many aliases', `- &a { id: a }\n- &b [${'*a, '.repeat(20)}]\n- [${'*b, '.repeat(200)}]`],
])('refuses %s, and lets the YAML library print nothing', async (_, text) => {
  const said: string[] = [];
  const note = (warning: Error): void => void said.push(warning.message);
  process.on('warning', note);
  try {
    expect((await failureOf(parseUploaders(text))).code).toBe('invalid-input');
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('warning', note);
  }
  expect(said).toEqual([]);
});
