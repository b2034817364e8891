import { styleText } from 'node:util';

/** The meanings of colors. */
export type Tone = 'good' | 'doubtful' | 'bad' | 'title' | 'aside';

const STYLES = {
  good: 'green',
  doubtful: 'yellow',
  bad: 'red',
  title: 'bold',
  aside: 'dim',
} as const satisfies Readonly<Record<Tone, Parameters<typeof styleText>[0]>>;

/** Colors a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

/** A terminal, as far as colors need it. */
interface Stream {
  readonly isTTY: boolean;
  /** Respects `NO_COLOR`, `TERM` and `FORCE_COLOR`. */
  readonly hasColors?: () => boolean;
}

/** Colors for a stream that shows them, unless they are switched off. */
export function paintFor(stream: Stream, isWanted: boolean): Paint {
  if (!isWanted || !stream.isTTY || stream.hasColors?.() !== true) return (_, text) => text;
  return (tone, text) => styleText(STYLES[tone], text);
}
