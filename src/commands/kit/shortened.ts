const LONGEST_SHOWN = 300;

/** A foreign text for a list of many: a very long one keeps its beginning and its end. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const half = LONGEST_SHOWN / 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
