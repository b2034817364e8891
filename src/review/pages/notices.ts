import type { Unreadable } from '../../client/review/index.ts';
import { formatNumberOf } from '../../commands/kit/index.ts';
import { GobblerError, hintText, messageOf, type Setting } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { type Html, html, name, type Part } from '../markup/index.ts';
import type { Decision, Site } from '../site.ts';

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

const MOST_DECISIONS = 5;

/** The decisions about versions since the site was started, the newest first: the user's own, and those of others. */
export function decisionsNotice({ decisions }: Pick<Site, 'decisions'>): readonly Html[] {
  const made = decisions.filter(({ action }) => action !== 'validated').reverse();
  return [true, false].flatMap((isOwn) => {
    const shown = made.filter((decision) => decision.isOwn === isOwn).slice(0, MOST_DECISIONS);
    if (shown.length === 0) return [];
    const label = isOwn ? 'Decisions on this page' : 'Decisions made elsewhere';
    const texts = shown.map(
      (decision) => html`<p>${decisionText(decision, name(formatRef(decision.ref)))}</p>`,
    );
    return [
      html`<section class="notice ${isOwn ? 'good' : 'wait'}" role="status" aria-label="${label}">${texts}</section>`,
    ];
  });
}

/** A decision as a sentence about `subject`. */
export function decisionText({ action, isOwn, at }: Decision, subject: Part): Html {
  if (isOwn) return html`You have ${action} ${subject} at ${at.toTimeString().slice(0, 8)}.`;
  if (action === 'rejected')
    return html`${subject} does not exist any more: it was rejected elsewhere, or its probation has expired.`;
  return html`${subject} was ${action} already, not on this page.`;
}

const MOST_FINDINGS = 20;

function sentences(error: unknown): readonly Part[] {
  if (!(error instanceof GobblerError) || error.findings.length === 0) return [messageOf(error)];
  return [error.headline ?? error.message, ...error.findings.slice(0, MOST_FINDINGS)];
}

const asOption = ({ input, value }: Setting): string =>
  value === undefined || value === 'true' ? `--${input}` : `--${input} ${value}`;
