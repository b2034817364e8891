import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { TRACES, type Trace } from '../../client/connection/index.ts';
import { escapeText } from './escape.ts';
import { formatDuration } from './format.ts';
import { host } from './runtime.ts';

/** Writes a detail to the log, with the time since the start of the process, if details are wanted. */
export function detail(text: () => string): void {
  const write = host().detail;
  if (write === undefined) return;
  const seconds = (performance.now() / 1000).toFixed(3).padStart(8);
  write(`${seconds} ${escapeText(text())}`);
}

/** Writes what the client does to the log from now on, if details are wanted. Returns what ends that. */
export function followClient(): () => void {
  if (host().detail === undefined) return () => undefined;
  // Only the client publishes to this channel.
  const follow = (message: unknown): void => detail(() => traceText(message as Trace));
  subscribe(TRACES, follow);
  return () => void unsubscribe(TRACES, follow);
}

function traceText(trace: Trace): string {
  if (trace.kind === 'decision') return trace.text;
  const { method, url, status, error, durationMs } = trace;
  const outcome = status === undefined ? `failed: ${error}` : String(status);
  return `${method} ${url} ${outcome} in ${formatDuration(durationMs)}`;
}
