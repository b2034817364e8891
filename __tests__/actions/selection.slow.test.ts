import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMultipartUpload, createProject } from '../../src/client/index.ts';
import { asUser, STEP_USER, sandboxOfOthers } from '../helpers/as-others.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { fill, makeSandbox, type Sandbox } from '../helpers/sandbox.ts';
import { NODE, PROGRAMS, severalUsers } from '../helpers/several-users.ts';
import { gobblerJson, inShell } from '../helpers/shell.ts';

/** With steps that permissions bind: as root, of another user, like the service. They publish versions of their own. */
let box: Sandbox;
const user = severalUsers ? asUser(STEP_USER) : [];

beforeAll(async () => {
  if (severalUsers) box = await sandboxOfOthers();
  else {
    box = await makeSandbox();
    await createProject(box.connection, 'p');
  }
  makeSource();
});
afterAll(async () => {
  execFileSync('chmod', ['-R', 'u+rwX', box.workspace]);
  await box.close();
});

/** A directory with one file to publish, and everything that cannot be published, in places that patterns can exclude. */
function makeSource(): void {
  const directory = path.join(box.workspace, 'source');
  fill(directory, {
    'keep/k.txt': 'k',
    'pgdata/base/1': 'p',
    'secret.key': 's',
    '..internal': 'i',
    'odd/up': { link: '..' },
    'odd/gone': { link: 'nowhere' },
    big: { link: '/usr' },
  });
  execFileSync('mkfifo', [path.join(directory, 'odd/pipe')]);
  fs.writeFileSync(Buffer.concat([Buffer.from(`${directory}/odd/bad`), Buffer.from([0xff])]), '');
  fs.chmodSync(path.join(directory, 'pgdata'), 0);
  fs.chmodSync(path.join(directory, 'secret.key'), 0);
}

const FILES = [
  'keep/**',
  '*/*.txt\n!odd\n!big\n!pgdata',
  '!pgdata/**\n!secret.key\n!..internal\n!odd\n!big',
  '!pgdata\n!*.key\n!..*\n!odd/**\n!big/**',
  '**\n!*\nkeep/k.txt',
];

const REF = { project: 'p', asset: 'a', version: 'v' };
const HIDDEN = { 'include-hidden-files': 'true' };

function run(folder: string, inputs: Record<string, string>): Promise<UseResult> {
  return use(box, folder, {
    with: { directory: 'source', symlinks: 'dereference', ...HIDDEN, ...inputs },
    prefix: user,
  });
}

describe('a path that no pattern selects is neither opened nor followed nor reported', () => {
  it.each(FILES)('by upload and verify, with files: %j', async (files) => {
    const version = `v${FILES.indexOf(files)}`;
    const { exitCode, outputs, log } = await run('.', { ...REF, version, files });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
    expect(Object.keys(JSON.parse(outputs.manifest ?? ''))).toEqual(['keep/k.txt']);
    const verified = await inShell(box, user[0] ?? process.execPath, [
      ...user.slice(1),
      ...(severalUsers ? [NODE] : []),
      path.join(PROGRAMS, 'bin/gobbler.cjs'),
      ...['verify', `p/a/${version}`, 'source', '--symlinks', 'dereference', '--include-hidden-files'],
      ...files.split('\n').flatMap((pattern) => ['--files', pattern]),
    ]);
    expect(verified).toMatchObject({ exitCode: 0 });
  });

  it.each(FILES)('by stage, with files: %j', async (files) => {
    const { id } = await createMultipartUpload(box.connection, { ...REF, version: 'of-parts' });
    if (severalUsers) execFileSync('chown', ['-R', STEP_USER, path.join(box.staging, id)]);
    const { exitCode, outputs, log } = await run('stage', { 'upload-id': id, part: 'one', files });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
    expect(outputs).toMatchObject({ status: 'staged', 'files-count': '1' });
  });

  it('but selected entries are: each by its kind, in one report', async () => {
    const { exitCode, outputs, log } = await run('.', { ...REF, files: '!big' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    for (const title of [
      'Not readable',
      'Reserved name',
      'Cycle of links',
      'Dangling link',
      'Neither file nor directory',
      'Name is not UTF-8',
    ])
      expect(log).toContain(`::error title=${title}`);
  });
});

describe('the same patterns', () => {
  it('select the same in upload, stage, verify and fetch', async () => {
    const entries = {
      'a.txt': '',
      'd/b.txt': '',
      'd/c.csv': '',
      'd/e/f.txt': '',
      'x[1]/g.txt': '',
      'empty/in': { dir: true },
    } as const;
    fill(path.join(box.workspace, 'plain'), entries);
    const plain = { ...REF, directory: 'plain' };
    const all = await run('.', { ...plain, version: 'all' });
    expect(all).toMatchObject({ exitCode: 0 });
    for (const [at, files] of [
      '**/*.txt\n!d/e/**',
      '!d\nd/[bc].*',
      'empty\n*.txt',
      '?/*\n!**/*.csv',
    ].entries()) {
      const version = `part-${at}`;
      const { outputs } = await run('.', { ...plain, version, files });
      const uploaded = Object.keys(JSON.parse(outputs.manifest ?? '')).sort();
      expect(uploaded).not.toEqual([]);
      const fetched = await use(box, 'fetch', {
        with: { ...REF, version: 'all', destination: `to-${at}`, files },
        prefix: user,
      });
      expect(fetched).toMatchObject({ exitCode: 0 });
      const found = fs
        .readdirSync(path.join(box.workspace, `to-${at}`), { recursive: true, withFileTypes: true })
        .map((entry) =>
          path.relative(path.join(box.workspace, `to-${at}`), path.join(entry.parentPath, entry.name)),
        );
      const leaves = found.filter((entry) => !found.some((other) => other.startsWith(`${entry}/`))).sort();
      expect(leaves).toEqual(uploaded);
      const patterns = files.split('\n').flatMap((pattern) => ['--files', pattern]);
      const { exitCode, outputs: verified } = await gobblerJson(box, ['verify', 'p/a/all', ...patterns]);
      const fileKeys = uploaded.filter((key) => key !== 'empty/in');
      expect([exitCode, verified.filesCount]).toEqual([0, fileKeys.length]);
    }
  });
});
