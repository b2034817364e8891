/** Medians, ratios and tables. Absolute times are the machine's; ratios are ours. */

/** The value below which a share of the others is. @param {readonly number[]} values @param {number} share */
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share + 0.5)] ?? Number.NaN;

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** The median of times, with the quartiles. @param {readonly number[]} ms */
export const spread = (ms) =>
  ms.length === 0
    ? ''
    : `${seconds(median(ms))} (${[0.25, 0.75].map((share) => (quantile(ms, share) / 1000).toFixed(2)).join('–')})`;

/** @param {number} ms */
export const seconds = (ms) => (Number.isNaN(ms) ? '' : `${(ms / 1000).toFixed(2)} s`);

/** @param {number} part @param {number} whole */
export const ratio = (part, whole) => (Number.isNaN(part / whole) ? '' : (part / whole).toFixed(2));

/** @param {number} bytes */
export const megabytes = (bytes) => (Number.isNaN(bytes) ? '' : `${Math.round(bytes / 1e6)} MB`);

/** The slope of a straight line through the logarithms: 1 is proportional. @param {readonly [number, number][]} points */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (/** @type {number} */ axis) =>
    logs.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x = 0, y = 0]) => sum + (x - mx) * (y - my), 0);
  return over / logs.reduce((sum, [x = 0]) => sum + (x - mx) ** 2, 0);
}

/** A line for programs, on standard error. @param {object} measurement */
export const record = (measurement) => console.error(JSON.stringify(measurement));

/** A table in Markdown, on standard output. @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
export function table(heads, rows) {
  for (const cells of [heads, heads.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
}
