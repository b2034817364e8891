/** Advice that speaks of inputs, as `Set probation: true`, for those who write options: `Set --probation`. */
export function adviceForShell(
  advice: string,
  spell: (input: string, value: string) => string | undefined,
): string {
  return advice.replaceAll(
    /\b([a-z]+(?:-[a-z]+)*): ([a-z]+)\b/g,
    (written, input: string, value: string) => spell(input, value) ?? written,
  );
}
