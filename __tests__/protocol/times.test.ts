import { describe, expect, it } from '@jest/globals';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/times.ts';

describe('timestamps', () => {
  it('writes whole seconds that mean the same instant', () => {
    const now = new Date(1_790_000_000_123);
    expect(formatTimestamp(now)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    expect(parseTimestamp(formatTimestamp(now))).toBe(1_790_000_000_000);
  });

  it.each([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02T03:04:05+05:30', '2026-01-01T21:34:05Z'],
    ['2026-01-02T3:04:05Z', '2026-01-02T03:04:05Z'],
    ['2026-01-02T03:04:05,5Z', '2026-01-02T03:04:05.500Z'],
    ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00Z'],
    ['2026-01-02T00:00:00+24:00', '2026-01-01T00:00:00Z'],
  ])('reads %s', (text, same) => expect(parseTimestamp(text)).toBe(Date.parse(same)));

  it.each([
    '2026-01-02',
    '2026-01-02 03:04:05Z',
    '2026-01-02t03:04:05z',
    '2026-01-02T03:04:05',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-02T24:00:00Z',
    '2026-01-02T23:59:60Z',
    '',
  ])('refuses %j', (text) => expect(parseTimestamp(text)).toBeUndefined());
});
