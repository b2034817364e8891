/** Bars in groups, as SVG. */

/** @typedef {{ name: string, bars: readonly { name: string, value: number }[] }} Group */

const COLORS = ['#0969da', '#54aeff', '#8c959f', '#d0d7de', '#bf8700', '#8250df'];
const BAR = 16;
const GAP = 18;
const LEFT = 150;
const WIDTH = 560;

/** @param {string} title @param {readonly Group[]} groups */
export function plot(title, groups) {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const names = [...new Set(groups.flatMap(({ bars }) => bars.map(({ name }) => name)))];
  let y = 34;
  /** @type {string[]} */
  const shapes = [];
  for (const group of groups) {
    shapes.push(`<text x="8" y="${y + BAR - 3}" font-weight="bold">${group.name}</text>`);
    for (const { name, value } of group.bars) {
      const length = ((WIDTH - LEFT - 60) * value) / most;
      shapes.push(
        `<text x="${LEFT - 6}" y="${y + BAR - 4}" text-anchor="end">${name}</text>`,
        `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 3}" fill="${COLORS[names.indexOf(name)] ?? '#000'}"/>`,
        `<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + BAR - 4}">${value.toFixed(2)}</text>`,
      );
      y += BAR;
    }
    y += GAP;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="11">`,
    `<title>${title}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="20" font-size="13">${title}</text>`,
    ...shapes,
    '</svg>',
    '',
  ].join('\n');
}
