/** Lists the projects, the assets of a project, or the versions of an asset. */
export type NamesIn = (
  place: { readonly project?: string | undefined; readonly asset?: string | undefined },
  signal: AbortSignal,
) => Promise<readonly string[]>;

let source: NamesIn | undefined;

/** Sets where names that resemble a missing one are looked for: in the registry of the last connection. */
export function suggestFrom(namesIn: NamesIn): void {
  source = namesIn;
}

/** Where to look for names; undefined without a connection. */
export function nameSource(): NamesIn | undefined {
  return source;
}
