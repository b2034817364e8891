import * as core from '@actions/core';

/** The runner takes 1 MiB a step; the rest of the screen belongs to other steps. */
const LARGEST_SUMMARY_BYTES = 100 * 1024;

/**
 * Appends Markdown to the job summary. Foreign strings in it must have been made harmless. Does nothing where no
 * summary is kept, or where `show-summary` is false, whatever else is wrong with the inputs.
 */
export async function writeSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY || /^false$/i.test(core.getInput('show-summary'))) return;
  const fits = Buffer.byteLength(markdown) <= LARGEST_SUMMARY_BYTES;
  const shown = fits ? markdown : `${markdown.slice(0, LARGEST_SUMMARY_BYTES / 4)}\n\n… cut`;
  await core.summary.addRaw(`${shown}\n\n`).write();
}

/** A list of at most `most` items, closed by the number of the others. Items are Markdown. */
export function bulletList(items: readonly string[], most: number): string {
  const rest = items.length - most;
  const shown = rest > 0 ? [...items.slice(0, most), `… and ${rest} more`] : items;
  return shown.map((item) => `- ${item}`).join('\n');
}

/** A table of names and values without a header. Cells are Markdown without line breaks. */
export function factTable(rows: readonly (readonly [name: string, value: string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
