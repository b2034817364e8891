const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const CLOCK = String.raw`(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:[.,]\d+)?`;
const SHORT_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';

/** The three forms that a date may have in a header. */
const FORMS = [
  String.raw`${SHORT_DAY}, (?<day>\d\d) ${MONTH} (?<year>\d{4}) ${CLOCK} (?<zone>GMT)`,
  String.raw`${LONG_DAY}, (?<day>\d\d)-${MONTH}-(?<year>\d\d) ${CLOCK} (?<zone>[A-Z]{3,4})`,
  String.raw`${SHORT_DAY} ${MONTH} (?<day> ?\d|\d\d) ${CLOCK} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/** Two digits mean a year from 1969 to 2068. */
const PIVOT_YEAR = 69;

/** The instant of a date in a header, in seconds since the epoch; undefined if it is not one. */
export function parseHttpDate(text: string): number | undefined {
  const fields = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (fields === undefined) return undefined;
  const { day = '', month = '', year = '', hour = '', minute = '', second = '', zone = '' } = fields;
  if (zone !== zone.toUpperCase()) return undefined;
  const monthIndex = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  const date = new Date(0);
  date.setUTCFullYear(fullYear(year), monthIndex, Number(day));
  if (date.getUTCMonth() !== monthIndex || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return undefined;
  }
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  return date.getTime() / 1000;
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < PIVOT_YEAR ? 2000 + number : 1900 + number;
}

/** The form in which dates are written. */
export function formatHttpDate(seconds: number): string {
  return new Date(seconds * 1000).toUTCString();
}
