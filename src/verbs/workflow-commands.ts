/**
 * Keeps commands for workflow runners (`::debug::…`) off standard output, for faces that are no runner: the toolkit
 * writes them there whether anybody understands them or not.
 */
export function dropWorkflowCommands(): void {
  const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean;
  const filtered = (chunk: unknown, ...rest: unknown[]): boolean =>
    typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
  process.stdout.write = filtered as typeof process.stdout.write;
}
