import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type ContentLimit,
  connect,
  type FindProvenanceOptions,
  fetchManifest,
  findProvenance,
  listVersions,
  type ProvenanceFacts,
  type ProvenanceMatch,
  parseStatement,
  rejectProbation,
  submitParts,
  type UploadOptions,
  uploadDirectory,
  validateVersion,
} from '../../src/client/index.ts';
import { factsOf } from '../../src/errors/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { newUpload, part, REF } from '../helpers/parts.ts';
import { published } from '../helpers/published.ts';
import { type Entries, fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

const FILE = 'provenance.json';
const facts: ProvenanceFacts = {
  place: 'workflow',
  startedOn: '2030-01-02T03:04:05Z',
  actionVersion: '1.2.3',
  commit: '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d',
  actor: 'octocat',
  message: 'first\nsecond',
};
const provenance = { file: FILE, facts };
const ref = { project: 'p', asset: 'a', version: 'v1' };
const options = (directory: string): UploadOptions => ({ ...ref, directory, provenance });

const TREE: Entries = {
  'x.txt': 'x',
  'data/ä b.txt': 'yy',
  'data/link': { link: '../x.txt' },
  'back\\slash': 'b',
  empty: { dir: true },
};

/** The digest of the specification, by the tools that it names; links count as the files that they lead to. */
function dirHashOf(directory: string): string {
  const command = `find -L . -type f ! -path './..*' ! -path '*/..*' ! -path ./${FILE} -print0 | cut -z -c3- | LC_ALL=C sort -z | xargs -0 sha256sum -z | tr '\\0' '\\n' | sha256sum`;
  return execFileSync('sh', ['-c', command], { cwd: directory, encoding: 'utf8' }).slice(0, 64);
}

const inRegistry = (version = 'v1'): string => path.join(sandbox().registry, 'p/a', version);
const textIn = (version = 'v1', file = FILE): string =>
  fs.readFileSync(path.join(inRegistry(version), file), 'utf8');
const kindsOf = (failure: unknown): unknown[] | undefined =>
  factsOf(failure, 'upload-refused')?.findings.map(({ kind, facts: found }) => [kind, found]);
const mismatchesOf = (failure: unknown): unknown => factsOf(failure, 'version-differs')?.mismatches;
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

describe('an upload with a provenance file', () => {
  it.each<[string, Partial<UploadOptions>, number]>([
    ['hard links', {}, 0o644],
    ['copies', {}, 0o600],
    ['dereferenced links', { symlinks: 'dereference' }, 0o644],
    ['verify: off', { verify: 'off' }, 0o644],
    ['verify: size', { verify: 'size' }, 0o644],
    ['verify: all', { verify: 'all' }, 0o644],
  ])('publishes it with the digest of all other files: %s', async (_, more, mode) => {
    await sandbox().project('p');
    const directory = sandbox().source(TREE);
    fs.chmodSync(path.join(directory, 'x.txt'), mode);
    const result = await published(sandbox().connection, { ...options(directory), ...more });
    const text = textIn();
    const found = parseStatement(text, ref);
    expect(found).toEqual({ ...facts, dirHash: dirHashOf(inRegistry()) });
    expect(result).toMatchObject({ status: 'created', provenance: { ...found, file: FILE } });
    expect(result.manifest.get(FILE)?.size).toBe(Buffer.byteLength(text));
    expect(result.sums?.get(FILE)).toBe(sha256(text));
    expect([...(result.sums?.keys() ?? [])].sort()).toEqual(
      ['back\\slash', 'data/link', 'data/ä b.txt', FILE, 'x.txt'].sort(),
    );
    await validateVersion(sandbox().connection, ref);
    const manifest = await fetchManifest(sandbox().connection, ref);
    expect(await findProvenance(sandbox().connection, ref, manifest)).toEqual({
      ...found,
      ...{ file: FILE, subject: 'p/a/v1', match: 'exact' },
    });
    expect(fs.existsSync(path.join(directory, FILE))).toBe(false);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('covers unchanged files and links into the registry', async () => {
    await sandbox().project('p');
    const large = 'z'.repeat(100_000);
    const directory = sandbox().source({ 'large.txt': large, 'x.txt': 'x' });
    await published(sandbox().connection, { ...options(directory), version: 'v0' });
    fs.symlinkSync(path.join(sandbox().registry, 'p/a/v0/x.txt'), path.join(directory, 'borrowed'));
    const result = await published(sandbox().connection, options(directory));
    expect(result.placements.unchanged.files).toBe(1);
    expect(result.provenance?.dirHash).toBe(dirHashOf(inRegistry()));
    expect(result.previous?.difference.changed.map((change) => change.path)).toEqual([FILE]);
  });

  it('works with a hash cache, twice, and consumes the source', async () => {
    await sandbox().project('p');
    const hashCache = path.join(sandbox().root, 'cache');
    const directory = sandbox().source({ 'large.txt': 'z'.repeat(100_000), 'data/x.txt': 'x' });
    await published(sandbox().connection, { ...options(directory), hashCache, version: 'v0' });
    const result = await published(sandbox().connection, { ...options(directory), hashCache, consume: true });
    expect(result.provenance?.dirHash).toBe(dirHashOf(inRegistry()));
    expect(result.kept).toEqual([]);
    expect(fs.existsSync(directory)).toBe(false);
  });

  it('plans without publishing', async () => {
    await sandbox().project('p');
    const directory = sandbox().source(TREE);
    expect(
      await uploadDirectory(sandbox().connection, { ...options(directory), dryRun: true }),
    ).toMatchObject({
      status: 'planned',
    });
    expect(await listVersions(sandbox().connection, { project: 'p', asset: 'a' }).catch(() => [])).toEqual(
      [],
    );
    await published(sandbox().connection, options(directory));
    const next = { ...options(directory), version: 'v2', dryRun: true };
    const planned = await uploadDirectory(sandbox().connection, next);
    if (planned.status !== 'planned') throw new Error(planned.status);
    const { added, changed, removed } = planned.difference;
    const size = Buffer.byteLength(textIn());
    expect(changed.filter(({ path: file }) => file === FILE)).toEqual([
      { path: FILE, beforeBytes: size, afterBytes: size },
    ]);
    expect([added, removed]).toEqual([[], []]);
  });

  it('adds nothing to a source that lies in staging already', async () => {
    await sandbox().project('p');
    const directory = path.join(sandbox().staging, 'own');
    fill(directory, { 'x.txt': 'x' });
    const result = await published(sandbox().connection, options(directory));
    expect(result.provenance?.dirHash).toBe(dirHashOf(inRegistry()));
    expect(fs.readdirSync(directory)).toEqual(['x.txt']);
    expect(leftInStaging(sandbox())).toEqual(['own']);
  });

  it('publishes parts', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { 'x.txt': 'x', link: { link: 'x.txt' } });
    await part(sandbox(), uploadId, 'two', { 'deep/y.txt': 'y' });
    const result = await submitParts(sandbox().connection, uploadId, { provenance });
    expect(result.provenance?.dirHash).toBe(dirHashOf(inRegistry()));
    const again = await submitParts(sandbox().connection, uploadId, { provenance, ifExists: 'verify' });
    expect(again.status).toBe('verified');
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
  });

  it('refuses parts with a file of that name, and leaves them', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { [FILE]: '{}' });
    const failure = await failureOf(submitParts(sandbox().connection, uploadId, { provenance }));
    expect(kindsOf(failure)).toEqual([['provenance-taken', { path: FILE }]]);
    expect((await submitParts(sandbox().connection, uploadId)).status).toBe('created');
    expect(REF.version).toBe('v1');
  });

  it.each<[string, Entries]>([
    ['a file', { [FILE]: '{}', x: 'x' }],
    ['a directory', { [`${FILE}/x`]: 'x' }],
    ['an empty directory', { [FILE]: { dir: true }, x: 'x' }],
    ['a link', { [FILE]: { link: 'x' }, x: 'x' }],
  ])('refuses a source with %s of that name before anything moves', async (_, entries) => {
    await sandbox().project('p');
    const failure = await failureOf(
      uploadDirectory(sandbox().connection, options(sandbox().source(entries))),
    );
    expect(failure.code).toBe('invalid-source');
    expect(kindsOf(failure)).toEqual([['provenance-taken', { path: FILE }]]);
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });

  it('publishes beside a file of that name that is left out, or deeper', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ [FILE]: '{}', [`deep/${FILE}`]: '{}', x: 'x' });
    const result = await published(sandbox().connection, {
      ...options(directory),
      select: (file) => file !== FILE,
    });
    expect(result.provenance?.dirHash).toBe(dirHashOf(inRegistry()));
    expect(result.manifest.get(`deep/${FILE}`)?.size).toBe(2);
  });

  it('refuses names that the digest cannot cover, and names that readers would not find', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'one\ntwo': 'x', 'a\nb': { link: 'one\ntwo' } });
    const failure = await failureOf(uploadDirectory(sandbox().connection, options(directory)));
    expect(kindsOf(failure)).toEqual([
      ['line-break', { path: 'one\ntwo' }],
      ['line-break', { path: 'a\nb' }],
    ]);
    for (const file of ['', 'facts', '../x.json', '..x.json']) {
      const named = { ...options(directory), provenance: { file, facts } };
      const refusal = await failureOf(uploadDirectory(sandbox().connection, named));
      expect([refusal.code, kindsOf(refusal)?.length]).toEqual(['invalid-input', 1]);
    }
  });

  it('notices if the service publishes another provenance file', async () => {
    await sandbox().project('p');
    const { staging } = sandbox();
    faulty = await startFaultyService(sandbox().url, ({ method }) => {
      const staged = fs.readdirSync(staging).map((run) => path.join(staging, run, FILE));
      for (const file of method === 'POST' ? staged.filter((one) => fs.existsSync(one)) : [])
        fs.writeFileSync(file, textOfSameSize(fs.readFileSync(file, 'utf8')));
      return false;
    });
    const connection = await connect(faulty.url);
    const failure = await failureOf(uploadDirectory(connection, options(sandbox().source({ x: 'x' }))));
    expect(factsOf(failure, 'published-differently')?.mismatches).toMatchObject([
      { path: FILE, kind: 'md5' },
    ]);
  });
});

const textOfSameSize = (text: string): string => text.replace('octocat', 'mallory');

describe('if the version exists', () => {
  const again = (directory: string, more: Partial<UploadOptions> = {}) =>
    published(sandbox().connection, { ...options(directory), ifExists: 'verify', ...more });

  it('the same content is success with another provenance file, of which the published one counts', async () => {
    await sandbox().project('p');
    const directory = sandbox().source(TREE);
    await published(sandbox().connection, options(directory));
    const later = { file: FILE, facts: { ...facts, actor: 'hubot', startedOn: '2031-01-01T00:00:00Z' } };
    const result = await again(directory, { provenance: later });
    expect(result).toMatchObject({ status: 'verified', provenance: { actor: 'octocat', file: FILE } });
    expect(result.sums?.get(FILE)).toBe(sha256(textIn()));
    const consumed = await again(directory, { provenance: later, consume: true });
    expect(consumed).toMatchObject({ status: 'verified', kept: [] });
    expect(fs.existsSync(directory)).toBe(false);
  });

  it('other content is refused as ever', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'y' });
    await published(sandbox().connection, options(directory));
    fill(directory, { x: 'z' });
    expect(mismatchesOf(await failureOf(again(directory)))).toMatchObject([{ path: 'x', kind: 'md5' }]);
  });

  it('a version is not the same if only one of the two has a provenance file', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, options(directory));
    const without = await failureOf(again(directory, { provenance: undefined }));
    expect(mismatchesOf(without)).toEqual([{ path: FILE, kind: 'unexpected' }]);
    const named = await failureOf(again(directory, { provenance: { file: 'provenance.2.json', facts } }));
    expect(mismatchesOf(named)).toEqual([
      { path: 'provenance.2.json', kind: 'missing' },
      { path: FILE, kind: 'unexpected' },
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ['is no statement', () => '{}'],
    ['is about another version', (text) => text.replace('p/a/v1', 'p/a/v2')],
    ['is about other content', (text) => text.replace(/[0-9a-f]{64}/, '0'.repeat(64))],
    ['has a fact that is not plain', (text) => text.replace('octocat', '\\u001b')],
    ['is no UTF-8', (text) => text.replace('octocat', 'ø')],
  ])('a provenance file counts as other content if it %s', async (_, change) => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, { ...options(directory), version: 'v0' });
    const other = change(textIn('v0').replace('p/a/v0', 'p/a/v1'));
    const forged = sandbox().source({ x: 'x' }, 'forged');
    fs.writeFileSync(path.join(forged, FILE), Buffer.from(other, 'latin1'));
    await published(sandbox().connection, { ...ref, directory: forged });
    expect(mismatchesOf(await failureOf(again(directory)))).toEqual([{ path: FILE, kind: 'provenance' }]);
  });

  it('a published statement that its manifest does not describe does not count', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, options(directory));
    const place = path.join(inRegistry(), FILE);
    fs.writeFileSync(place, textOfSameSize(textIn()));
    expect(mismatchesOf(await failureOf(again(directory)))).toEqual([{ path: FILE, kind: 'provenance' }]);
  });
});

describe('the provenance of a version', () => {
  it('is found under any name, of few files', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({
      ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`a${at}.json`, '{}'])),
      'deep/provenance.json': '{}',
    });
    const named = { file: 'my.Provenance.JSON', facts };
    await published(sandbox().connection, { ...options(directory), provenance: named });
    const manifest = await fetchManifest(sandbox().connection, ref);
    expect(await findProvenance(sandbox().connection, ref, manifest)).toMatchObject({ file: named.file });
    const plain = { file: 'A.json', facts };
    const v2 = { ...ref, version: 'v2' };
    await published(sandbox().connection, { ...options(directory), ...v2, provenance: plain });
    const ofV2 = await fetchManifest(sandbox().connection, v2);
    expect(await findProvenance(sandbox().connection, v2, ofV2)).toMatchObject({ file: 'A.json' });
  });

  /** Rejects a v1 with a provenance file, and publishes a version with these changes to a copy of its files. */
  async function publishCopy(version: string, changes: Entries = {}): Promise<void> {
    await sandbox().project('p');
    const { connection, source } = sandbox();
    const files = { 'x.txt': 'x', 'd/y.txt': 'y' };
    await published(connection, { ...options(source(files)), probation: true });
    const directory = source({ ...files, [FILE]: textIn(), ...changes }, 'copy');
    await rejectProbation(connection, ref);
    await published(connection, { ...ref, version, directory });
  }
  async function found(version: string, more: FindProvenanceOptions = {}) {
    const one = { ...ref, version };
    return findProvenance(sandbox().connection, one, await fetchManifest(sandbox().connection, one), more);
  }

  it.each<[string, string, Entries, ProvenanceMatch]>([
    ['of another version', 'v2', {}, 'other-version'],
    ['of a version that this one replaces', 'v1', { 'x.txt': 'z' }, 'other-content'],
    ['of a version with fewer files', 'v1', { 'new.txt': '' }, 'other-content'],
    ['of a version without a name that no digest covers', 'v1', { 'a\nb': '' }, 'other-content'],
    ['of a version that this one repeats', 'v1', {}, 'exact'],
  ])('may be that %s', async (_, version, changes, match) => {
    await publishCopy(version, changes);
    expect(await found(version)).toMatchObject({ file: FILE, subject: 'p/a/v1', match, actor: 'octocat' });
  });

  it('is that of the version, if another statement is beside it', async () => {
    await publishCopy('v2', { 'a-provenance.json': '{}' });
    const own = { file: 'z-provenance.json', facts: { ...facts, actor: 'hubot' } };
    const directory = sandbox().source({ x: 'x', [FILE]: textIn('v2') }, 'both');
    await published(sandbox().connection, { ...ref, version: 'v3', directory, provenance: own });
    expect(await found('v3')).toMatchObject({ file: own.file, match: 'exact', actor: 'hubot' });
  });

  it.each<[ContentLimit, ProvenanceMatch]>([
    [{ files: 2, bytes: 2 }, 'other-content'],
    [{ files: 1, bytes: 2 }, 'unchecked'],
    [{ files: 2, bytes: 1 }, 'unchecked'],
  ])('is compared with the files of a version of at most %j', async (contentLimit, match) => {
    await publishCopy('v1', { 'x.txt': 'z' });
    expect(await found('v1', { contentLimit })).toMatchObject({ match });
  });

  it('is not compared with large JSON files beyond that limit, which look like statements', async () => {
    await publishCopy('v1', { 'data.json': ' '.repeat(100_000) });
    const contentLimit = { files: 10, bytes: 50_000 };
    expect(await found('v1', { contentLimit })).toMatchObject({ file: FILE, match: 'unchecked' });
  });
});
