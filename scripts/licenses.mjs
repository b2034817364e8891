/** The licenses of everything that is bundled, from the lockfile and the installed packages. */
import fs from 'node:fs';
import path from 'node:path';

const BUNDLED = [
  '@actions/core',
  '@actions/exec',
  '@actions/glob',
  'cli-progress',
  'commander',
  'diff',
  'image-size',
  'leven',
  'undici',
  'yaml',
];

/** @typedef {{ version?: string, dependencies?: Record<string, string> }} Locked */

/**
 * @param {string} root
 * @returns {string} The text of `dist/licenses.txt`.
 */
export function bundledLicenses(root) {
  /** @type {Record<string, Locked>} */
  const locked = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const places = new Set();
  const pending = BUNDLED.map((name) => `node_modules/${name}`);
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    for (const name of Object.keys(locked[place]?.dependencies ?? {}))
      pending.push(resolve(locked, place, name));
  }
  return [...places]
    .sort()
    .map(
      (place) =>
        `${place.replace(/^.*node_modules\//, '')} ${locked[place]?.version}\n\n${licenseText(root, place)}\n`,
    )
    .join('\n----\n\n');
}

/**
 * Where the package `name` that `from` depends on is installed: as close to it as there is one.
 * @param {Record<string, Locked>} locked @param {string} from @param {string} name @returns {string}
 */
function resolve(locked, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    const candidate = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (candidate in locked) return candidate;
    if (place === '') throw new Error(`${name}, which ${from} depends on, is not in the lockfile`);
  }
}

/** @param {string} root @param {string} place */
function licenseText(root, place) {
  const folder = path.join(root, place);
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return fs.readFileSync(path.join(folder, file), 'utf8').trim();
  const { license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return `License: ${license} (the package ships no text of it)`;
}
