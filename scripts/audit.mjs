/**
 * Asks the registry for known vulnerabilities of everything in the lockfiles; fails for those that are moderate or worse.
 * A registry that does not answer, or has no advisories, says nothing about them: that is told apart, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ moderate: number, high: number, critical: number, low: number, info: number }} Counts */

/** @param {string} text @returns {{ message?: string, metadata?: { vulnerabilities: Counts } }} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.trim().split('\n')[0] || 'npm said nothing' };
  }
}

for (const folder of ['.', 'scripts/site']) {
  const cwd = path.join(root, folder);
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd, encoding: 'utf8' });
  const { message, metadata } = parsed(stdout);
  const name = path.join(folder, 'package-lock.json');
  if (metadata === undefined) {
    console.log(
      `audit of ${name}: NOT CHECKED, since the advisories could not be had: ${message ?? 'for no reason given'}`,
    );
    continue;
  }
  const { low, info, moderate, high, critical } = metadata.vulnerabilities;
  const grave = moderate + high + critical;
  console.log(`audit of ${name}: ${grave} vulnerabilities that are moderate or worse, ${low + info} others`);
  if (grave === 0) continue;
  console.error(`Run npm audit in ${cwd} to see them.`);
  process.exitCode = 1;
}
