import type { Unreadable } from '../../client/review/index.ts';
import { formatNumberOf } from '../../commands/kit/index.ts';
import { GobblerError, hintText, messageOf, type Setting } from '../../errors/index.ts';
import { type Html, html, name, type Part } from '../markup/index.ts';

const MOST_PLACES = 5;

/** Says that a list may lack something. */
export function unreadableNotice(unreadable: readonly Unreadable[]): Html | undefined {
  if (unreadable.length === 0) return undefined;
  const places = unreadable
    .slice(0, MOST_PLACES)
    .map(({ place, error }) => html`<li>${name(place)}: ${error.message}</li>`);
  return html`<section class="notice wait" aria-label="Unreadable records"><p>${formatNumberOf(unreadable.length, 'place')} cannot be read, so that this list may lack versions:</p><ul>${places}</ul></section>`;
}

/** A failure as a block: its message, and the next step. */
export function failureNotice(error: unknown): Html {
  const advice =
    error instanceof GobblerError && error.advice !== undefined
      ? hintText(error.advice, asOption)
      : undefined;
  return html`<section class="notice bad" role="alert">${sentences(error).map((text) => html`<p>${text}</p>`)}${advice && html`<p>${advice}</p>`}</section>`;
}

const MOST_FINDINGS = 20;

function sentences(error: unknown): readonly Part[] {
  if (!(error instanceof GobblerError) || error.findings.length === 0) return [messageOf(error)];
  return [error.headline ?? error.message, ...error.findings.slice(0, MOST_FINDINGS)];
}

const asOption = ({ input, value }: Setting): string =>
  value === undefined || value === 'true' ? `--${input}` : `--${input} ${value}`;
