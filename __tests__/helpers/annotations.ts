/** The first error annotation of a log, or an empty string. */
export function firstError(log: string): string {
  return log.split('\n').find((line) => line.startsWith('::error title=')) ?? '';
}
