import { formatBytes } from '../../commands/kit/index.ts';
import { type Html, html } from './html.ts';

/** A version in a plot. */
export interface PlottedVersion {
  readonly version: string;
  readonly bytes: number;
  readonly storedBytes: number;
}

const WIDTH = 720;
const HEIGHT = 160;
const WIDEST_BAR = 48;

/**
 * Bars of the sizes of versions, from the oldest to the newest, and of the part of each that is new in the registry.
 * Undefined for less than two. The words are no part of the picture, which becomes small on a small screen.
 */
export function sizePlot(title: string, versions: readonly PlottedVersion[]): Html | undefined {
  const most = Math.max(0, ...versions.map(({ bytes }) => bytes));
  if (versions.length < 2 || most === 0) return undefined;
  const step = Math.min(WIDTH / versions.length, WIDEST_BAR);
  const scale = (HEIGHT - 2) / most;
  const bar = (kind: string, at: number, share: number, bytes: number): Html => {
    const height = bytes * scale;
    const x = at * step + (step * (1 - share)) / 2;
    return html`<rect class="${kind}" x="${round(x)}" y="${round(HEIGHT - 1 - height)}" width="${round(step * share)}" height="${round(height)}"/>`;
  };
  const bars = versions.map(
    ({ version, bytes, storedBytes }, at) =>
      html`<g><title>${version}: ${formatBytes(bytes)}, ${formatBytes(storedBytes)} of it new</title>${bar('size', at, 0.8, bytes)}${bar('new', at, 0.45, storedBytes)}</g>\n`,
  );
  const end = round(step * versions.length);
  return html`<figure><figcaption>From the oldest to the newest version. The line at the top is ${formatBytes(most)}.</figcaption>
<svg class="plot" viewBox="0 0 ${end} ${HEIGHT}" width="${end}" role="img" aria-label="${title}">
<path class="axis" d="M0 1H${end}M0 ${HEIGHT - 1}H${end}"/>
${bars}
</svg>
<ul class="legend"><li><span class="key size"></span>size of the version</li><li><span class="key new"></span>new bytes in the registry</li></ul></figure>`;
}

const round = (value: number): string => value.toFixed(2);
