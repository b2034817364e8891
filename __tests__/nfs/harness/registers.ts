import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'whole-registers.c');

/** Returns whether this processor has registers that the kernels of the lab do not know: those of AMX. */
export const hasUnknownRegisters = (): boolean =>
  /\bamx_tile\b/.test(fs.readFileSync('/proc/cpuinfo', 'utf8'));

/** Compiles `whole-registers.c` in a directory, if this processor needs it. Returns the environment of a kernel. */
export function registersEnvironment(directory: string): Readonly<Record<string, string>> {
  if (!hasUnknownRegisters()) return {};
  const library = path.join(directory, 'whole-registers.so');
  execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl']);
  return { LD_PRELOAD: library };
}
