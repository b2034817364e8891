/** Loaded into what is measured: leaves its peak of resident memory, in bytes, where the measurement asks for it. */
import fs from 'node:fs';

process.once('exit', () => {
  const report = process.env.BENCH_MEMORY_REPORT;
  if (report) fs.writeFileSync(report, String(process.resourceUsage().maxRSS * 1024));
});
