import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  fetchManifest,
  type UploadOptions,
  UploadRefused,
  uploadDirectory,
  versionPath,
} from '../../src/client/index.ts';
import type { FindingFacts } from '../../src/errors/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { published } from '../helpers/published.ts';
import { type Entries, fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

/** Tries to upload a directory with these entries, and returns the kinds of findings with their facts. */
async function refused(
  entries: Entries,
  options: Partial<UploadOptions> = {},
  prepare: (directory: string) => void = () => {},
): Promise<{ findings: Record<string, readonly unknown[]>; error: UploadRefused }> {
  await sandbox().project('p');
  const directory = sandbox().source(entries);
  prepare(directory);
  const ref = { project: 'p', asset: 'a', version: 'v' };
  const error = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory, ...options }));
  expect(error).toBeInstanceOf(UploadRefused);
  expect(leftInStaging(sandbox())).toEqual([]);
  expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  const { groups } = error as UploadRefused;
  return {
    findings: Object.fromEntries(
      groups.map((group) => [group.kind, group.findings.map(({ facts }) => facts)]),
    ),
    error: error as UploadRefused,
  };
}

describe('an upload is refused before a byte moves', () => {
  it('for a directory that does not exist, is a file, or holds nothing', async () => {
    await sandbox().project('q');
    const missing = await refused({}, { directory: '/nowhere/at/all' });
    expect(missing.findings['missing-directory']).toEqual([{ directory: '/nowhere/at/all' }]);
    expect(missing.error.code).toBe('invalid-source');
    expect(missing.error.input).toBe('directory');
  });

  it('for a directory that is a file', async () => {
    const { findings } = await refused(
      { file: 'x' },
      { directory: path.join(sandbox().workspace, 'source/file') },
    );
    expect(findings['missing-directory']?.[0]).toMatchObject({ found: 'a regular file' });
  });

  it('for a directory without files, counting what was left out', async () => {
    const { findings } = await refused({ '.hidden': 'x', dir: { dir: true } }, { includeHidden: false });
    expect(findings['no-files']?.[0]).toMatchObject({ hidden: 1, unselected: 0 });
  });

  it('for FIFOs and sockets, each by name', async () => {
    const { findings } = await refused({ ok: 'x' }, {}, (directory) => {
      execFileSync('mkfifo', [path.join(directory, 'pipe')]);
      // Killed, so that it does not remove the socket.
      const bind = 'net.createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))';
      spawnSync(process.execPath, ['-e', bind, path.join(directory, 'plug')]);
    });
    expect(findings).toEqual({
      'special-file': [
        { path: 'pipe', found: 'a FIFO' },
        { path: 'plug', found: 'a socket' },
      ],
    });
  });

  it('for names that the service reserves, or would mangle', async () => {
    const { findings } = await refused(
      { ok: 'x', '..manifest': '{}', 'd/...three': 'x' },
      {},
      (directory) => {
        fs.writeFileSync(Buffer.concat([Buffer.from(`${directory}/bad`), Buffer.from([0xff])]), 'x');
      },
    );
    expect(findings['internal-name']).toHaveLength(2);
    expect(findings['not-utf8']).toHaveLength(1);
  });

  it('for links that dangle, turn in circles, lead to directories, outside or to what is left out', async () => {
    const { findings } = await refused(
      {
        ok: 'x',
        '.hidden': 'x',
        'd/file': 'x',
        dangling: { link: 'nothing' },
        'dangling-outside': { link: '/nowhere/x' },
        self: { link: 'self' },
        ping: { link: 'pong' },
        pong: { link: 'ping' },
        directory: { link: 'd' },
        root: { link: '.' },
        outside: { link: '/etc/passwd' },
        'd/up': { link: '../../../../../../../../../../etc/passwd' },
        'to-hidden': { link: '.hidden' },
      },
      { includeHidden: false },
    );
    expect(
      Object.fromEntries(Object.entries(findings).map(([kind, messages]) => [kind, messages.length])),
    ).toEqual({
      'dangling-link': 2,
      'cyclic-link': 3,
      'directory-link': 2,
      'outside-link': 2,
      'link-to-left-out': 1,
    });
    expect(findings['outside-link']?.[0]).toEqual({
      path: 'outside',
      text: '/etc/passwd',
      isIndirect: false,
    });
  });

  it('for links that lead through more links than can be followed', async () => {
    const chain = Array.from({ length: 300 }, (_, at) => [`l${at + 1}`, { link: `l${at}` }] as const);
    const { findings } = await refused({ l0: 'x', ...Object.fromEntries(chain) });
    expect(findings['long-link']).toHaveLength(300 - 40);
    expect(findings['long-link']?.[0]).toEqual({ path: 'l100', text: 'l99', steps: 100 });
    expect(Object.keys(findings)).toEqual(['long-link']);
  });

  it('for any link, if links are an error', async () => {
    const { findings } = await refused({ ok: 'x', l: { link: 'ok' } }, { symlinks: 'error' });
    expect(findings.link).toEqual([{ path: 'l' }]);
  });

  it('for followed links that turn in circles or dangle', async () => {
    const entries: Entries = {
      'd/ok': 'x',
      'd/up': { link: '..' },
      self: { link: 'self' },
      gone: { link: 'nowhere' },
    };
    const { findings } = await refused(entries, { symlinks: 'dereference' });
    expect(findings['cyclic-link']).toHaveLength(2);
    expect(findings['dangling-link']).toEqual([{ path: 'gone' }]);
  });

  it('for links into the registry that the service would not follow', async () => {
    await sandbox().project('other');
    const directory = sandbox().source({ x: 'x' }, 'earlier');
    await uploadDirectory(sandbox().connection, { project: 'other', asset: 'a', version: 'ok', directory });
    await uploadDirectory(sandbox().connection, {
      project: 'other',
      asset: 'a',
      version: 'waiting',
      directory,
      probation: true,
    });
    const to = (place: string) => ({ link: path.join(sandbox().registry, place) });
    const { findings } = await refused({
      fine: to('other/a/ok/x'),
      internal: to('other/a/ok/..summary'),
      level: to('other/a/..latest'),
      probational: to('other/a/waiting/x'),
      unknown: to('other/a/nope/x'),
      'not-listed': to('other/a/ok/y'),
    });
    expect(Object.keys(findings)).toEqual(['registry-link']);
    const found = Object.fromEntries(
      (findings['registry-link'] ?? []).map((facts) => {
        const { path: link, found } = facts as FindingFacts<'registry-link'>;
        return [link, found];
      }),
    );
    expect(found).toEqual({
      internal: 'internal',
      level: 'no-file',
      probational: 'on-probation',
      unknown: 'no-version',
      'not-listed': 'unlisted',
    });
  });

  it('for a project that does not exist', async () => {
    const { findings, error } = await refused({ ok: 'x' }, { project: 'nope' });
    expect(findings['no-project']).toEqual([{ project: 'nope' }]);
    expect(error.code).toBe('not-found');
  });

  it('for bad names, all at once and together with the source', async () => {
    const { findings, error } = await refused({ '..x': '' }, { project: '..p', asset: 'a/b', version: '' });
    expect(findings['bad-name']).toHaveLength(3);
    expect(findings['internal-name']).toHaveLength(1);
    expect(error.code).toBe('invalid-name');
    expect(error.findings).toHaveLength(4);
  });

  it('for a directory that contains the staging directory', async () => {
    const { findings } = await refused({ ok: 'x' }, { directory: sandbox().root });
    expect(findings['overlapping-directory']?.[0]).toMatchObject({
      other: 'staging directory',
      path: sandbox().staging,
    });
  });

  it('for a directory that contains the registry', async () => {
    await sandbox().project('p');
    const error = await failureOf(
      uploadDirectory(sandbox().connection, {
        project: 'p',
        asset: 'a',
        version: 'v',
        directory: sandbox().registry,
        includeHidden: false,
      }),
    );
    const facts = { other: 'registry', relation: 'contains', path: sandbox().registry };
    const found = (error as UploadRefused).groups.flatMap(({ findings }) => findings);
    expect(found).toContainEqual(expect.objectContaining({ facts: expect.objectContaining(facts) }));
  });

  it('for consume of what is published, or was fetched', async () => {
    await sandbox().project('p');
    const target = { project: 'p', asset: 'a', version: 'v' };
    const visible = { ...target, includeHidden: false };
    const first = { ...visible, directory: sandbox().source({ x: 'x' }) };
    const { versionPath: inRegistry } = await published(sandbox().connection, first);
    const cache = path.join(sandbox().root, 'cache');
    const inCache = await versionPath(sandbox().connection, target, { cache, forceRemote: true });
    for (const [directory, facts] of [
      [inRegistry, { other: 'registry', relation: 'is in', path: sandbox().registry }],
      [inCache, { other: 'fetched versions' }],
    ] as const) {
      for (const version of ['v', 'w']) {
        const upload = { ...visible, version, directory, consume: true, ifExists: 'verify' as const };
        const error = await failureOf(uploadDirectory(sandbox().connection, upload));
        expect(error.facts).toMatchObject({ findings: [{ facts }] });
        expect(fs.readFileSync(path.join(directory, 'x'), 'utf8')).toBe('x');
      }
      // To publish it once more is nobody's harm.
      const again = { ...visible, directory, ifExists: 'verify' as const };
      expect((await published(sandbox().connection, again)).status).toBe('verified');
    }
  });

  it('for consume together with followed links', async () => {
    const { findings } = await refused({ ok: 'x' }, { symlinks: 'dereference', consume: true });
    expect(findings.contradiction).toHaveLength(1);
  });

  it('for a version that exists, saying since when', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const target = { project: 'p', asset: 'a', version: 'v', directory };
    await uploadDirectory(sandbox().connection, target);
    const error = await failureOf(uploadDirectory(sandbox().connection, target));
    expect(error.code).toBe('already-exists');
    expect(error.facts).toMatchObject({ findings: [{ facts: { user: sandbox().me } }] });
    expect(leftInStaging(sandbox())).toEqual([]);
    expect((await fetchManifest(sandbox().connection, target)).size).toBe(1);
  });

  it('for a version whose upload never finished, with other advice', async () => {
    await sandbox().project('p');
    fs.mkdirSync(path.join(sandbox().registry, 'p/a/v'), { recursive: true });
    const directory = sandbox().source({ x: 'x' });
    const attempt = uploadDirectory(sandbox().connection, {
      project: 'p',
      asset: 'a',
      version: 'v',
      directory,
    });
    const error = await failureOf(attempt);
    expect((error as UploadRefused).groups[0]?.kind).toBe('version-unfinished');
  });
});

describe('an upload is refused for its user', () => {
  const others = useSandbox({ admins: [] });

  it('who is neither owner, uploader nor administrator', async () => {
    const box = others();
    fill(path.join(box.registry, 'p'), {
      '..permissions': '{"owners": ["somebody else"], "uploaders": []}',
      '..usage': '{"total": 0}',
    });
    const directory = box.source({ x: 'x' });
    const error = await failureOf(
      uploadDirectory(box.connection, { project: 'p', asset: 'a', version: 'v', directory }),
    );
    expect(error.code).toBe('not-authorized');
    const facts = { user: box.me, asset: 'p/a', owners: ['somebody else'] };
    expect(error.facts).toMatchObject({ findings: [{ kind: 'not-allowed', facts }] });
    expect(leftInStaging(box)).toEqual([]);
  });
});

describe('an administrator', () => {
  it('may upload to a project of others', async () => {
    await sandbox().project('p', { owners: ['somebody else'] });
    const directory = sandbox().source({ x: 'x' });
    const ref = { project: 'p', asset: 'a', version: 'v' };
    const { summary } = await published(sandbox().connection, { ...ref, directory });
    expect(summary.uploadUserId).toBe(sandbox().me);
  });
});
