import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const script = path.resolve(import.meta.dirname, '../../scripts/release.mjs');

/** The scripts of the small package, in place of long work: they record that they were run, and where. */
const RAN = `node -e "fs.appendFileSync(process.env.RAN, process.env.npm_lifecycle_event + ' ' + process.cwd() + '\\n')"`;
const PACKAGE = {
  name: 'small',
  version: '0.1.0',
  private: true,
  scripts: {
    generate: `${RAN} && node -e "fs.writeFileSync('README.md', require('./package.json').version + '\\n')"`,
    build: `${RAN} && node -e "fs.writeFileSync('dist/index.js', '// ' + require('./package.json').version + '\\n')"`,
    check: `${RAN} && test ! -e broken`,
    verify: RAN,
    test: `npm run check && npm run verify && ${RAN}`,
  },
};
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Something new.\n\n### Fixes\n\n- And mended.\n';

let root: string;
let ran: string;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
}

function commit(file: string, content: string): void {
  write(file, content);
  git('add', '--all');
  git('commit', '--quiet', '--message', `change ${file}`);
}

function release(...args: string[]): { exitCode: number | null; said: string } {
  const env = { ...process.env, RAN: ran };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/release.mjs'), ...args],
    { cwd: root, env, encoding: 'utf8' },
  );
  return { exitCode: status, said: stdout + stderr };
}

/** All that a release could change. */
const state = (): string =>
  `${git('for-each-ref')}\n${git('status', '--porcelain')}\n${read('CHANGELOG.md')}`;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-release-test-'));
  ran = `${root}.ran`;
  git('init', '--quiet', '--initial-branch', 'main');
  for (const [key, value] of [
    ['user.name', 'Akari'],
    ['user.email', 'akari@example.org'],
    ['commit.gpgSign', 'false'],
    ['tag.gpgSign', 'false'],
  ])
    git('config', `${key}`, `${value}`);
  write('package.json', `${JSON.stringify(PACKAGE, undefined, 2)}\n`);
  const { name, version } = PACKAGE;
  const lock = { name, version, lockfileVersion: 3, requires: true, packages: { '': { name, version } } };
  write('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);
  write('.gitignore', 'node_modules/\n');
  write('CHANGELOG.md', CHANGELOG);
  write('README.md', '0.1.0\n');
  write('dist/index.js', '// 0.1.0\n');
  fs.mkdirSync(path.join(root, 'scripts'));
  fs.copyFileSync(script, path.join(root, 'scripts/release.mjs'));
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all of it');
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
  fs.rmSync(ran, { force: true });
});

describe('a release', () => {
  it('is one commit with version, changelog, examples and dist, and two tags; it is not pushed', () => {
    const before = git('rev-parse', 'HEAD');
    const { exitCode, said } = release('minor');
    expect([exitCode, said]).toEqual([
      0,
      expect.stringContaining('git push --atomic origin main v0.2.0 +v0'),
    ]);

    expect(git('log', '-1', '--format=%s by %an <%ae> on %P')).toBe(
      `Release 0.2.0 by Akari <akari@example.org> on ${before}`,
    );
    expect(git('status', '--porcelain')).toBe('');
    expect(JSON.parse(read('package.json'))).toEqual({ ...PACKAGE, version: '0.2.0' });
    const lock = JSON.parse(read('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual(['0.2.0', '0.2.0']);
    const today = new Date().toISOString().slice(0, 10);
    expect(read('CHANGELOG.md')).toBe(
      CHANGELOG.replace('## Unreleased\n', `## Unreleased\n\n## 0.2.0 (${today})\n`),
    );
    expect(read('README.md')).toBe('0.2.0\n');
    expect(read('dist/index.js')).toBe('// 0.2.0\n');

    expect(git('tag', '--list', '--format=%(refname:short) %(objecttype)')).toBe('v0 tag\nv0.2.0 tag');
    expect(git('tag', '--list', 'v0.2.0', '--format=%(contents)')).toBe(
      'gobbler-action 0.2.0\n\n- Something new.\n\n### Fixes\n\n- And mended.',
    );
    expect(git('rev-parse', 'v0^{commit}', 'v0.2.0^{commit}')).toBe(
      Array(2).fill(git('rev-parse', 'HEAD')).join('\n'),
    );
    const log = fs.readFileSync(ran, 'utf8');
    expect(log.match(/^\w+/gm)).toEqual(['generate', 'build', 'check', 'verify', 'test']);
    expect(log).not.toContain(`${root}\n`);
  });

  it('moves the tag of its major version, and leaves that of an older one', () => {
    for (const tag of ['v0', 'v1', 'v1.4.0']) git('tag', tag);
    commit('later.txt', '');
    expect(release('1.5.0').exitCode).toBe(0);
    expect(git('tag', '--list')).toBe('v0\nv1\nv1.4.0\nv1.5.0');
    expect(git('rev-parse', 'v1^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('rev-parse', 'v0^{commit}')).toBe(git('rev-parse', 'v1.4.0^{commit}'));
  });

  it('is shown by a dry run, which changes nothing and leaves nothing', () => {
    const before = state();
    const { exitCode, said } = release('patch', '--dry-run');
    expect([exitCode, said]).toEqual([0, expect.stringContaining('This was a dry run')]);
    for (const line of ['+  "version": "0.1.1",', '+## 0.1.1 (', 'tag v0.1.1', 'tag v0\n', '- And mended.'])
      expect(said).toContain(line);
    expect(state()).toBe(before);
    const [, clone = ''] = /^check (.*)$/m.exec(fs.readFileSync(ran, 'utf8')) ?? [];
    expect([path.basename(clone), fs.existsSync(path.dirname(clone))]).toEqual(['clone', false]);
    expect(fs.readFileSync(ran, 'utf8').match(/^\w+/gm)).toEqual(['generate', 'build', 'check', 'verify']);
  });

  it('that fails a check changes nothing', () => {
    commit('broken', '');
    const before = state();
    const { exitCode, said } = release('patch');
    expect([exitCode, said]).toEqual([1, expect.stringContaining('npm run test')]);
    expect(state()).toBe(before);
  });
});

describe('a release is refused', () => {
  const refusals: readonly (readonly [why: string, make: () => void, version: string, says: string])[] = [
    ['with something uncommitted', () => write('new.txt', ''), 'patch', 'not committed:\n?? new.txt'],
    ['on another branch', () => git('switch', '--quiet', '--create', 'idea'), 'patch', 'but is idea'],
    ['on no branch', () => git('switch', '--quiet', '--detach'), 'patch', 'but is none'],
    ['under a tag that exists', () => git('tag', 'v0.1.1'), 'patch', 'the tag v0.1.1 exists already'],
    ['with a lower version', () => {}, '0.0.9', '0.0.9 is below 0.1.0'],
    [
      'without a changelog',
      () => commit('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n'),
      'patch',
      'nothing below "## Unreleased"',
    ],
    [
      'with a changelog that lacks the heading',
      () => commit('CHANGELOG.md', '# Changelog\n'),
      'patch',
      'nothing below',
    ],
    ['without a version', () => {}, '--dry-run', 'usage: npm run release'],
    ['with a version of another form', () => {}, '1.0.0-rc.1', 'usage: npm run release'],
  ];

  it.each(refusals)('%s', (_why, make, version, says) => {
    make();
    const before = state();
    const { exitCode, said } = release(version);
    expect([exitCode, said]).toEqual([1, expect.stringContaining(says)]);
    expect(state()).toBe(before);
    expect(fs.existsSync(ran)).toBe(false);
  });

  it('for all reasons at once', () => {
    git('switch', '--quiet', '--create', 'idea');
    write('new.txt', '');
    expect(release('patch', '--dry-run').said.match(/^- /gm)).toHaveLength(2);
  });
});
