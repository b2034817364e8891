/**
 * Advice that speaks of inputs, as `Set probation: true` or `exclude it with files`, for those who write options:
 * `Set --probation`, `exclude it with --files`. Only where the words before it say that an input is meant: advice may
 * quote a path, or what the service says. `spell` writes an input, or a setting of it, as an option.
 */
export function adviceForShell(
  advice: string,
  spell: (input: string, value?: string) => string | undefined,
): string {
  return advice.replaceAll(
    /(?<=\b(?:set|leave|with|or) )([a-z]+(?:-[a-z]+)*)(?:: ([a-z]+)\b|(?=[ .,;]))/gi,
    (written, input: string, value: string | undefined) => spell(input, value) ?? written,
  );
}
