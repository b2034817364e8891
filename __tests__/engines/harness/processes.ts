import fs from 'node:fs';

/** The processes of this machine with all of these texts in their command line, whose words are separated by NUL. */
export function processesWith(...texts: readonly string[]): number[] {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .filter((pid) => {
      const line = commandLineOf(pid);
      return texts.every((text) => line.includes(text));
    })
    .map(Number);
}

/** Empty if the process has ended meanwhile. */
function commandLineOf(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
