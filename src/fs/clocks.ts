/**
 * Bounds for the present time of filesystems, by their own clocks: the times of files are set by the clock of the file
 * server, which may differ from the one of this machine by days. Every time that was seen on a filesystem is past there,
 * and its clock runs as fast as ours since.
 */
export class FilesystemClocks {
  /** By device: by how much its clock is ahead of the monotonic clock of this process, at least. */
  readonly #leads = new Map<number, number>();

  /**
   * Notes that the clock of `dev` had reached `timeMs` (since the epoch) when the monotonic clock of this process showed
   * `at`, which may be later.
   */
  observe(dev: number, timeMs: number, at: number): void {
    const lead = timeMs - at;
    if (lead > (this.#leads.get(dev) ?? Number.NEGATIVE_INFINITY)) this.#leads.set(dev, lead);
  }

  /** A lower bound for the time of `dev` at `at`, in milliseconds since the epoch; undefined if nothing is known. */
  atLeast(dev: number, at: number): number | undefined {
    const lead = this.#leads.get(dev);
    return lead === undefined ? undefined : lead + at;
  }
}
