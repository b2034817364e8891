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
  ['alicia', { kind: 'no-list', value: 'alicia' }],
  ['[', { kind: 'unreadable' }],
  ['- alicia', { kind: 'no-entry', entry: 1, value: 'alicia' }],
  ['- { id: a }\n- asset: a', { kind: 'no-id', entry: 2 }],
  ['[{"id":"a","trust":true}]', { kind: 'unknown-field', entry: 1, field: 'trust' }],
  ['- { id: a, trusted: 1 }', { kind: 'no-trust', entry: 1, value: '1' }],
  ['- { id: [a] }', { kind: 'no-text', entry: 1, field: 'id', value: ['a'] }],
  ['- &a [*a]', { kind: 'unreadable' }],
  ['&a { id: *a }', { kind: 'unreadable' }],
])('refuses %s', async (text, facts) => {
  expect(await failureOf(parseUploaders(text))).toMatchObject({
    code: 'invalid-input',
    input: 'uploaders',
    problem: 'uploader-list-malformed',
    facts,
  });
});

it('refuses a time that is none', async () => {
  expect(await failureOf(parseUploaders('- { id: a, until: tomorrow }'))).toMatchObject({
    code: 'invalid-input',
    input: 'uploaders',
    problem: 'uploader-until',
    facts: { id: 'a', until: 'tomorrow' },
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
