import { channel } from 'node:diagnostics_channel';

/** A request, when its answer has arrived or it has failed. */
export interface RequestTrace {
  readonly kind: 'request';
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly durationMs: number;
  /** The status of the answer; undefined if there was none. */
  readonly status?: number;
  /** The words of the system, if there was no answer. */
  readonly error?: string;
}

/** A choice that the client has made, or the time that something took. */
export interface DecisionTrace {
  readonly kind: 'decision';
  /** A sentence without its full stop. */
  readonly text: string;
}

/** Steps of the client, for a detailed log. */
export type Trace = RequestTrace | DecisionTrace;

/** The channel of `node:diagnostics_channel` to which traces are published. */
export const TRACES = 'gobbler-action';

const traces = channel(TRACES);

/** Tells a request, if anybody listens. */
export function traceRequest(request: Omit<RequestTrace, 'kind'>): void {
  if (traces.hasSubscribers) traces.publish({ kind: 'request', ...request } satisfies Trace);
}

/** Tells a decision, if anybody listens: only then is it put into words. */
export function traceDecision(text: () => string): void {
  if (traces.hasSubscribers) traces.publish({ kind: 'decision', text: text() } satisfies Trace);
}
