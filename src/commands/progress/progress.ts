import type { UploadEvent, UploadStage } from '../../client/index.ts';
import { formatBytes, formatCount, formatDuration, formatNumberOf, host, line } from '../kit/index.ts';
import type { Arrivals } from './arrivals.ts';
import { isLineDue, TICK_MS } from './file-ticker.ts';

const DOING: Record<UploadStage, string> = {
  scan: 'Scanning the directory',
  check: 'Checking names, rights and links',
  hash: 'Computing checksums',
  stage: 'Staging',
  publish: 'The service is publishing',
  confirm: 'Reading back what was published',
  clean: 'Cleaning up',
};

/** The log text of a finished stage, before its amount of work; undefined for one that is only worth a line if slow. */
const DONE: Record<UploadStage, string | undefined> = {
  scan: 'Scanned',
  check: undefined,
  hash: 'Computed the checksums of',
  stage: 'Staged',
  publish: 'Published by the service:',
  confirm: 'Confirmed that the registry holds the uploaded content:',
  clean: undefined,
};

/** Stages shorter than this are not worth a line, unless they say something else. */
const SHORT_MS = 1_000;

/**
 * Tells in the log where an upload stands: a line when a stage is over, and one every few seconds while it lasts.
 * Call {@link stop} in the end.
 */
export class UploadProgress {
  #stage: UploadStage | undefined;
  #since = 0;
  #loggedAt = 0;
  #latest: (UploadEvent & { kind: 'progress' }) | undefined;
  readonly #arrivals: Arrivals | undefined;
  readonly #ticker = setInterval(() => void this.#tick(), TICK_MS);

  readonly #verifies: boolean;

  /** `arrivals` counts what the service has published so far, where that can be seen. */
  constructor({ arrivals, verifies = true }: { arrivals?: Arrivals | undefined; verifies?: boolean } = {}) {
    this.#arrivals = arrivals;
    this.#verifies = verifies;
  }

  handle(event: UploadEvent): void {
    if (event.kind === 'notice') line(event.sentence);
    else if (event.kind === 'filesystems') line(filesystemsText(event));
    else if (event.kind === 'progress') this.#advance(event);
    else if (event.kind === 'stage') this.#begin(event.stage);
    else if (event.kind === 'done') this.#finish(event.stage, event.spentMs);
  }

  /** Ends the ticking. If the work was stopped, tells what was under way. */
  stop(signal: AbortSignal): void {
    clearInterval(this.#ticker);
    this.#arrivals?.stop();
    host().progress?.(undefined);
    if (signal.aborted && this.#stage !== undefined) {
      const spent = formatDuration(performance.now() - this.#since);
      line(`Stopped after ${spent} of this: ${DOING[this.#stage]}${this.#amount()}`);
    }
    this.#stage = undefined;
  }

  #advance(event: UploadEvent & { kind: 'progress' }): void {
    this.#latest = event;
    const show = host().progress;
    const { files, totalFiles, bytes = 0, totalBytes = 0 } = event;
    if (show === undefined || totalFiles === undefined) return;
    const [done, total] = totalBytes > 0 ? [bytes, totalBytes] : [files, totalFiles];
    const detail = standing(event, performance.now() - this.#since).join(', ');
    show({ doing: DOING[event.stage], done, total, detail });
  }

  #begin(stage: UploadStage): void {
    this.#stage = stage;
    this.#since = performance.now();
    this.#loggedAt = this.#since;
    this.#latest = undefined;
  }

  #finish(stage: UploadStage, spentMs: number): void {
    host().progress?.(undefined);
    const isUnverified = stage === 'confirm' && !this.#verifies;
    const done = isUnverified ? 'Read back what was published:' : DONE[stage];
    const text = done ?? (spentMs > SHORT_MS ? `${DOING[stage]}: done` : undefined);
    const amount = this.#amount();
    // A colon comes before an amount, and means nothing without one.
    if (text !== undefined)
      line(`${amount === '' ? text.replace(/:$/, '') : text}${amount} in ${formatDuration(spentMs)}`);
    this.#stage = undefined;
  }

  #amount(): string {
    if (this.#latest === undefined) return '';
    const { files, bytes } = this.#latest;
    const noun =
      this.#stage === 'scan' ? formatNumberOf(files, 'entry', 'entries') : formatNumberOf(files, 'file');
    return bytes === undefined ? ` ${noun}` : ` ${noun} (${formatBytes(bytes)})`;
  }

  async #tick(): Promise<void> {
    const stage = this.#stage;
    if (host().progress !== undefined && this.#latest?.totalFiles !== undefined) return;
    const now = performance.now();
    if (!isLineDue({ workedMs: now - this.#since, silentMs: now - this.#loggedAt })) return;
    this.#loggedAt = now;
    const arrived = stage === 'publish' ? await this.#arrivals?.latest() : undefined;
    if (stage === undefined || stage !== this.#stage) return;
    const spentMs = performance.now() - this.#since;
    const parts = [`${DOING[stage]} for ${formatDuration(spentMs)}`];
    if (stage === 'publish') {
      parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
    }
    if (arrived !== undefined)
      parts.push(`${arrived.isAll ? '' : 'more than '}${formatNumberOf(arrived.files, 'file')} arrived`);
    if (this.#latest !== undefined) parts.push(...standing(this.#latest, spentMs));
    line(`${parts.join(', ')} …`);
  }
}

function filesystemsText({ source, staging, registry }: UploadEvent & { kind: 'filesystems' }): string {
  const places = [`the source is on ${source.join(' and ')}`];
  if (staging !== undefined) places.push(`staging on ${staging}`);
  if (registry !== undefined) places.push(`the registry on ${registry}`);
  return `Filesystems: ${places.join(', ')}`;
}

function standing(event: UploadEvent & { kind: 'progress' }, spentMs: number): string[] {
  const { files, totalFiles, bytes, totalBytes } = event;
  if (totalFiles === undefined || bytes === undefined || totalBytes === undefined) {
    return [`${formatNumberOf(files, 'entry', 'entries')} so far`];
  }
  const done = totalBytes > 0 ? bytes / totalBytes : files / totalFiles;
  const parts = [
    `${formatCount(files)} of ${formatNumberOf(totalFiles, 'file')}`,
    `${formatBytes(bytes)} of ${formatBytes(totalBytes)}`,
    `${formatBytes((bytes / spentMs) * 1000)}/s`,
  ];
  if (done > 0.01) parts.push(`about ${formatDuration((spentMs / done) * (1 - done))} left`);
  return parts;
}
