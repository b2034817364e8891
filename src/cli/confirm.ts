import { createInterface } from 'node:readline';

/** Asks a question on the terminal, and waits for a line. Only `y` and `yes` mean yes; the end of the input means no. */
export function confirmed(question: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // Without the keys of readline, Ctrl-C stays a signal, which stops the command as at any other time.
    const lines = createInterface({ input: process.stdin, terminal: false });
    let answer: string | undefined;
    const abort = (): void => lines.close();
    signal.addEventListener('abort', abort);
    lines.once('line', (line) => {
      answer = line.trim();
      lines.close();
    });
    lines.once('close', () => {
      signal.removeEventListener('abort', abort);
      if (answer === undefined) process.stderr.write('\n');
      if (signal.aborted) reject(signal.reason);
      else resolve(/^y(es)?$/i.test(answer ?? ''));
    });
    process.stderr.write(`${question} [y/N] `);
  });
}
