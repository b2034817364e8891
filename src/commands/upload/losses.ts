import type { Losses } from '../../client/index.ts';
import { formatBytes, formatNumberOf, line } from '../kit/index.ts';

/** Says which properties of files a Gobbler does not preserve, a line for each that applies. */
export function tellLosses(losses: Losses): void {
  const { executable, dated, sparse, sparseBytes, allocatedBytes, hardLinks } = losses;
  const lose = (count: number): string => (count === 1 ? 'loses its' : 'lose their');
  if (executable > 0) line(`${formatNumberOf(executable, 'file')} ${lose(executable)} executable bit`);
  if (dated > 0)
    line(`${formatNumberOf(dated, 'file')} ${lose(dated)} ${dated === 1 ? 'timestamp' : 'timestamps'}`);
  if (sparse > 0) {
    const files = formatNumberOf(sparse, 'sparse (or compressed) file');
    line(
      `${files} ${lose(sparse)} holes: ${formatBytes(sparseBytes)} instead of ${formatBytes(allocatedBytes)}`,
    );
  }
  if (hardLinks === 1) line('1 hard link becomes a file of its own');
  if (hardLinks > 1) line(`${formatNumberOf(hardLinks, 'hard link')} become files of their own`);
}
