/** What gives back file descriptors that are not needed now, such as those of connections. */
const releases = new Set<() => Promise<void>>();

/** Registers what can give back descriptors, once. */
export function onDescriptorShortage(release: () => Promise<void>): void {
  releases.add(release);
}

/** Gives back descriptors, after a call that failed since too many files are open. */
export async function releaseIdleDescriptors(): Promise<void> {
  for (const release of releases) await release();
}
