/** The users who may decide about a project, besides the administrators of the service. */
export interface Maintainers {
  readonly project: string;
  /** Undefined if they could not be read. */
  readonly owners?: readonly string[];
}

const MOST_OWNERS_NAMED = 10;

/** The users in words, as the subject of a sentence. */
export function maintainersText({ project, owners }: Maintainers): string {
  if (owners === undefined) return `the owners of ${project} and the administrators of the service`;
  if (owners.length === 0) return 'the administrators of the service (the project has no owners)';
  const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
  const rest = owners.length - MOST_OWNERS_NAMED;
  return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
}
