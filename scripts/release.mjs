/**
 * `npm run release -- patch|minor|major|X.Y.Z [--dry-run]`: makes a release of what is committed on main, in a fresh clone
 * of it: version, changelog, README, dist/, all checks, commit, tags. Only when all of that has succeeded does this
 * repository get the commit and the tags; with `--dry-run` they are shown, and nothing is changed. Nothing is pushed. See
 * CONTRIBUTING.md and docs/decisions/0008-releases.md.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'usage: npm run release -- patch|minor|major|X.Y.Z [--dry-run]';
const BRANCH = 'main';
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** npm hands its options down as variables, by which the npm that we start would be ruled. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)),
);

/** @param {string} cwd @returns {(...args: readonly string[]) => string} */
const gitIn =
  (cwd) =>
  (...args) =>
    execFileSync('git', args, { cwd, env: environment, encoding: 'utf8' }).trim();

/** @param {string} cwd @param {readonly string[]} args */
function npm(cwd, ...args) {
  console.log(`== npm ${args.join(' ')}`);
  execFileSync('npm', args, { cwd, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** @param {string} version @returns {number[]} */
const numbersOf = (version) => version.split('.').map(Number);

/** @param {string} wanted @param {string} current @returns {string | undefined} */
function nextVersion(wanted, current) {
  const [major = 0, minor = 0, patch = 0] = numbersOf(current);
  if (wanted === 'major') return `${major + 1}.0.0`;
  if (wanted === 'minor') return `${major}.${minor + 1}.0`;
  if (wanted === 'patch') return `${major}.${minor}.${patch + 1}`;
  return VERSION.test(wanted) ? wanted : undefined;
}

/** @param {string} version @param {string} other */
function isBelow(version, other) {
  const [these, those] = [numbersOf(version), numbersOf(other)];
  const at = these.findIndex((number, index) => number !== those[index]);
  return at !== -1 && (these[at] ?? 0) < (those[at] ?? 0);
}

/** The text below `## Unreleased`, up to the next release; undefined if there is no such heading. @param {string} changelog */
const unreleasedIn = (changelog) =>
  /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1]?.trim();

/** Everything that speaks against it, as sentences. @param {string} version @param {string} current */
function objections(version, current) {
  const git = gitIn(root);
  const branch = git('branch', '--show-current');
  const changes = git('status', '--porcelain');
  const unreleased = unreleasedIn(fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'));
  return [
    ...(branch === BRANCH ? [] : [`the branch should be ${BRANCH}, but is ${branch || 'none'}`]),
    ...(changes === '' ? [] : [`something is not committed:\n${changes}`]),
    ...(git('tag', '--list', `v${version}`) === '' ? [] : [`the tag v${version} exists already`]),
    ...(isBelow(version, current) ? [`${version} is below ${current}, the version there is`] : []),
    ...(unreleased ? [] : ['CHANGELOG.md has nothing below "## Unreleased"']),
  ];
}

/** Rewrites a file of the clone. @param {string} file @param {(text: string) => string} change */
function rewrite(file, change) {
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}

/**
 * Makes the release in a clone: files, checks, commit, tags.
 * @param {string} clone @param {string} version @param {{ dryRun: boolean }} options
 */
function release(clone, version, { dryRun }) {
  const git = gitIn(clone);
  const major = `v${numbersOf(version)[0]}`;
  const date = new Date().toISOString().slice(0, 10);
  const changes = unreleasedIn(fs.readFileSync(path.join(clone, 'CHANGELOG.md'), 'utf8'));

  npm(clone, 'ci');
  npm(clone, 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  rewrite(path.join(clone, 'CHANGELOG.md'), (text) =>
    text.replace(/^## Unreleased\n/m, `## Unreleased\n\n## ${version} (${date})\n`),
  );
  for (const script of ['generate', 'build']) npm(clone, 'run', script);
  // `npm test` is both of these, and the tests.
  for (const script of dryRun ? ['check', 'verify'] : ['test']) npm(clone, 'run', script);

  for (const key of ['user.name', 'user.email']) {
    const [value] = gitIn(root)('config', '--default', '', key).split('\n');
    if (value) git('config', key, value);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', `Release ${version}`);
  const message = `gobbler-action ${version}\n\n${changes}\n`;
  git('tag', '--annotate', '--cleanup=whitespace', `v${version}`, '--message', message);
  git('tag', '--annotate', '--force', major, '--message', `The latest release of ${major}: ${version}`);
  return { tags: [`v${version}`, major], pushed: [BRANCH, `v${version}`, `+${major}`] };
}

/** @param {readonly string[]} argv */
function main(argv) {
  // Without the two dashes npm takes the option for its own, and must not make it the opposite.
  const dryRun = argv.includes('--dry-run') || process.env.npm_config_dry_run === 'true';
  const [wanted = '', ...more] = argv.filter((arg) => arg !== '--dry-run');
  /** @type {string} */
  const current = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version;
  const version = nextVersion(wanted, current);
  if (version === undefined || more.length > 0) throw new Error(USAGE);
  const found = objections(version, current);
  if (found.length > 0) throw new Error(`${version} cannot be released:\n- ${found.join('\n- ')}`);

  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-release-'));
  fs.chmodSync(temp, 0o755); // tests act as other users, too
  const clone = path.join(temp, 'clone');
  try {
    gitIn(temp)('clone', '--quiet', '--branch', BRANCH, root, clone);
    const { tags, pushed } = release(clone, version, { dryRun });
    if (dryRun) {
      console.log(gitIn(clone)('show', '--stat', 'HEAD'));
      console.log(gitIn(clone)('show', '--format=', '--patch', 'HEAD', '--', '.', ':(exclude)dist/**'));
      for (const tag of tags) console.log(`\n${gitIn(clone)('show', '--no-patch', '--format=%h %s', tag)}`);
      console.log(
        `\nThis was a dry run, without the tests: nothing has changed. ${version} can be released.`,
      );
      return;
    }
    const git = gitIn(root);
    const [tag, major] = tags.map((name) => `refs/tags/${name}:refs/tags/${name}`);
    git('fetch', '--quiet', '--no-tags', clone, `${tag}`, `+${major}`);
    git('merge', '--quiet', '--ff-only', `v${version}^{commit}`);
    console.log(`
${version} is committed and tagged here, and nowhere else: what is pushed cannot be taken back, since others pin it.
Look at it (git show v${version}), then publish it:

  git push --atomic origin ${pushed.join(' ')}

or undo it: git tag --delete ${tags[0]}, git reset --keep HEAD^, and bring ${tags[1]} back with
git fetch --force origin tag ${tags[1]} (or delete it, if this is the first of its kind).`);
  } finally {
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
