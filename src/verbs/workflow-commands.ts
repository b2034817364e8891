/**
 * Keeps commands for workflow runners (`::debug::…`) off standard output, for faces that are no runner: the toolkit
 * writes them there whether anybody understands them or not. Returns what writes there all the same: an answer may begin
 * with the name of a file, and that with anything.
 */
export function dropWorkflowCommands(): (text: string) => boolean {
  const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean;
  const filtered = (chunk: unknown, ...rest: unknown[]): boolean =>
    typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
  process.stdout.write = filtered as typeof process.stdout.write;
  return write;
}
