/**
 * Asks the registry for known vulnerabilities of everything in the lockfile; fails for those that are moderate or worse.
 * A registry that does not answer, or has no advisories, says nothing about them: that is told apart, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });

/** @typedef {{ moderate: number, high: number, critical: number, low: number, info: number }} Counts */

/** @param {string} text @returns {{ message?: string, metadata?: { vulnerabilities: Counts } }} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.trim().split('\n')[0] || 'npm said nothing' };
  }
}

const { message, metadata } = parsed(stdout);
if (metadata === undefined) {
  console.log(
    `audit: NOT CHECKED, since the advisories could not be had: ${message ?? 'for no reason given'}`,
  );
} else {
  const { low, info, moderate, high, critical } = metadata.vulnerabilities;
  const grave = moderate + high + critical;
  console.log(`audit: ${grave} vulnerabilities that are moderate or worse, ${low + info} others`);
  if (grave > 0) {
    console.error('Run npm audit to see them.');
    process.exitCode = 1;
  }
}
