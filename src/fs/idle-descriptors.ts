/** Functions that release idle file descriptors, such as those of connections. */
const releases = new Set<() => Promise<void>>();

/** Registers a function that releases descriptors. Registering it again has no effect. */
export function onDescriptorShortage(release: () => Promise<void>): void {
  releases.add(release);
}

/** Releases idle descriptors, after a call that failed because too many files are open. */
export async function releaseIdleDescriptors(): Promise<void> {
  for (const release of releases) await release();
}
