/**
 * The service's timestamps: RFC 3339, whole seconds, in the local zone of the process; UTC is written `Z`.
 * Protocol §3.7.
 */
export function formatTimestamp(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = -date.getTimezoneOffset();
  const zone =
    offset === 0
      ? 'Z'
      : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The instant a timestamp means, in milliseconds since the epoch, or undefined if it is none. As lenient as the
 * service and no more (protocol §7): one-digit hours, `,` before fractions and offsets up to `+24:00` pass; hour 24,
 * second 60, impossible dates and lower-case letters do not.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const field = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [
    field(1),
    field(2),
    field(3),
    field(4),
    field(5),
    field(6),
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || field(9) > 24 || field(10) > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000));
  const offsetMinutes = (match[8] === '-' ? -1 : 1) * (field(9) * 60 + field(10));
  return date.getTime() - offsetMinutes * 60_000;
}

/** The same instant in nanoseconds, of which timestamps can have as many as their fraction has digits for. */
export function parseInstant(text: string): bigint | undefined {
  const milliseconds = parseTimestamp(text);
  if (milliseconds === undefined) return undefined;
  const fraction = RFC3339.exec(text)?.[7] ?? '';
  const seconds = BigInt(Math.floor(milliseconds / 1000));
  return seconds * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}

function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
