/** A process that stages or submits, and since when. */
export interface Actor {
  /** Name of its user, by the system of that host. */
  readonly user: string;
  /** Name of its machine. */
  readonly host: string;
  /** RFC 3339, by the clock of that host. */
  readonly at: string;
}

/** `alicia on node7 at 2030-01-02T03:04:05Z`. */
export function actorText({ user, host, at }: Actor): string {
  return `${user} on ${host} at ${at.replace(/\.\d+Z$/, 'Z')}`;
}
