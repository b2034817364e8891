import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  connect,
  createMultipartUpload,
  fetchManifest,
  type GobblerError,
  listVersions,
  stagePart,
  submitParts,
  sweepMultipartUploads,
  UploadRefused,
  validateVersion,
} from '../../src/client/index.ts';
import { newRunName } from '../../src/client/requests/staging-area.ts';
import { factsOf } from '../../src/errors/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { EMPTY_UPLOAD, inUpload, newUpload, part, REF } from '../helpers/parts.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { contentOf } from '../helpers/tree-state.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
afterEach(async () => {
  jest.restoreAllMocks();
  await faulty?.close();
  faulty = undefined;
});

const findingsOf = (failure: GobblerError) => factsOf(failure, 'upload-refused')?.findings;
/** A part in a finding, as this process has staged it just now. */
const claim = (part: string, kind: string) => ({
  part,
  kind,
  staged: { user: sandbox().me, host: os.hostname(), at: expect.any(String) },
});
const published = () => path.join(sandbox().registry, 'p/a/v1');
const textOf = (file: string) => fs.readFileSync(path.join(published(), file), 'utf8');
const at = (uploadId: string, ...names: string[]) => path.join(sandbox().staging, uploadId, ...names);

describe('an upload', () => {
  it('becomes one version of all parts, and leaves nothing but a record', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { 'x.txt': 'x', 'shared/a': 'a', link: { link: 'x.txt' } });
    await part(sandbox(), uploadId, 'two', { 'y.txt': 'y', 'shared/b': 'b', empty: { dir: true } });
    await part(sandbox(), uploadId, 'ünï (3, x)@1', { 'z\n': 'z', '.hidden': 'h' }, { path: 'deep/er' });
    const result = await submitParts(sandbox().connection, uploadId);
    expect(result).toMatchObject({ status: 'created', filesCount: 7, parts: ['one', 'two', 'ünï (3, x)@1'] });
    expect([...result.manifest.keys()].sort()).toEqual(
      ['.hidden', 'z\n']
        .map((name) => `deep/er/${name}`)
        .concat('empty', 'link', 'shared/a', 'shared/b', 'x.txt', 'y.txt'),
    );
    for (const [file, md5sum] of contentOf(published()))
      expect(result.manifest.get(file)?.md5sum).toBe(md5sum);
    await validateVersion(sandbox().connection, REF);
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
    expect(inUpload(sandbox(), uploadId)).toEqual(['submitted.json', 'upload.json']);
  });

  it('is refused before anything is made, with every reason', async () => {
    const failure = await failureOf(createMultipartUpload(sandbox().connection, { ...REF, version: '..v' }));
    expect(failure.code).toBe('invalid-name');
    expect(await failureOf(createMultipartUpload(sandbox().connection, REF))).toMatchObject({
      code: 'not-found',
      input: 'project',
    });
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await submitParts(sandbox().connection, uploadId);
    expect(await failureOf(createMultipartUpload(sandbox().connection, REF))).toMatchObject({
      code: 'already-exists',
    });
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
  });

  it('must have been made by this user, for the same version', async () => {
    const uploadId = await newUpload(sandbox());
    const add = (name: string, ref = {}) => failureOf(part(sandbox(), name, 'one', { x: 'x' }, { ref }));
    const planted = 'gobbler-multipart-0123456789abcdef01234567';
    fs.symlinkSync(at(uploadId), at(planted));
    expect(await add(planted)).toMatchObject({
      code: 'not-authorized',
      input: 'upload-id',
      problem: 'upload-not-own',
      facts: { path: at(planted), found: 'symlink', uid: process.geteuid?.(), foundUid: process.geteuid?.() },
    });
    const other = 'gobbler-multipart-ffffffffffffffffffffffff';
    expect(await add(other)).toMatchObject({
      code: 'not-found',
      input: 'upload-id',
      problem: 'upload-missing',
      facts: { uploadId: other, staging: sandbox().staging },
    });
    expect(await add(`../staging/${uploadId}`)).toMatchObject({
      code: 'invalid-input',
      input: 'upload-id',
      problem: 'upload-id-malformed',
      facts: { uploadId: `../staging/${uploadId}` },
    });
    expect(await add(uploadId, { version: 'v2' })).toMatchObject({
      code: 'invalid-input',
      input: 'version',
      problem: 'upload-of-other-version',
      facts: { uploadId, version: 'p/a/v1', kind: 'version', expected: 'v1', found: 'v2' },
    });
    expect((fs.statSync(at(uploadId)).mode & 0o7777).toString(8)).toBe('700');
  });

  (severalUsers ? it : it.skip)('as root: of another user is not used', async () => {
    const uploadId = await newUpload(sandbox());
    fs.chownSync(at(uploadId), 1, 1);
    const failure = await failureOf(part(sandbox(), uploadId, 'one', { x: 'x' }));
    expect(failure).toMatchObject({
      code: 'not-authorized',
      input: 'upload-id',
      problem: 'upload-not-own',
      facts: { path: at(uploadId), found: 'directory', uid: 0, foundUid: 1 },
    });
  });

  it('refuses parts that are missing or unfinished, all in one report, and stays open', async () => {
    const uploadId = await newUpload(sandbox());
    expect(await failureOf(submitParts(sandbox().connection, uploadId))).toMatchObject({
      code: 'incomplete-upload',
    });
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const missing = await failureOf(
      submitParts(sandbox().connection, uploadId, { parts: ['one', 'two', 'three'] }),
    );
    expect(missing).toMatchObject({ code: 'incomplete-upload', input: 'parts' });
    expect(findingsOf(missing)).toEqual(
      ['two', 'three'].map((name) => ({
        kind: 'missing-part',
        facts: { uploadId, part: name, complete: ['one'], completeCount: 1 },
      })),
    );
    fs.mkdirSync(at(uploadId, 'unfinished', 'two@1'));
    fs.writeFileSync(at(uploadId, 'unfinished', 'two@1', 'part.json'), '{"half":');
    expect(await failureOf(submitParts(sandbox().connection, uploadId))).toMatchObject({
      code: 'incomplete-upload',
      input: 'parts',
    });
    expect(inUpload(sandbox(), uploadId)).toContain('parts/one@1');
    const notices: string[] = [];
    const result = await submitParts(sandbox().connection, uploadId, {
      parts: ['one'],
      onEvent: (event) => event.kind === 'notice' && notices.push(event.sentence),
    });
    expect(result).toMatchObject({ status: 'created', parts: ['one'] });
    expect(notices).toContainEqual(
      expect.stringMatching(/part "two" .*: the version does not include it\.$/),
    );
  });
});

describe('a part', () => {
  it('that is staged again replaces itself and nothing else', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'old', gone: 'g' });
    await part(sandbox(), uploadId, 'two', { y: 'y' });
    const again = await part(sandbox(), uploadId, 'one', { x: 'new' });
    expect(again.replaced).toMatchObject({ part: 'one', filesCount: 2 });
    expect(inUpload(sandbox(), uploadId).filter((item) => item.startsWith('parts/'))).toEqual([
      'parts/one@2',
      'parts/two@1',
    ]);
    await submitParts(sandbox().connection, uploadId);
    expect([...(await fetchManifest(sandbox().connection, REF)).keys()].sort()).toEqual(['x', 'y']);
    expect(textOf('x')).toBe('new');
  });

  it('that was killed counts for nothing, and its leftovers go with a repeat', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'complete' });
    // A kill leaves these while the second run stages.
    fs.mkdirSync(at(uploadId, 'unfinished', 'one@2', 'files'), { recursive: true });
    fs.writeFileSync(at(uploadId, 'unfinished', 'one@2', 'files', 'x'), 'half');
    const result = await part(sandbox(), uploadId, 'one', { x: 'repeated' });
    expect(result.record.generation).toBe(3);
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@3'].sort());
    await submitParts(sandbox().connection, uploadId);
    expect(textOf('x')).toBe('repeated');
  });

  it('whose record is damaged is refused by submit, and repaired by a repeat', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const record = at(uploadId, 'parts', 'one@1', 'part.json');
    fs.writeFileSync(record, '');
    expect(await failureOf(submitParts(sandbox().connection, uploadId))).toMatchObject({
      code: 'corrupt-record',
      problem: 'upload-record-damaged',
      facts: { file: expect.stringMatching(/\/sealed@[^/]+\/one@1\/part\.json$/) },
    });
    await part(sandbox(), uploadId, 'one', { x: 'again' });
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@2'].sort());
    await submitParts(sandbox().connection, uploadId);
    expect(textOf('x')).toBe('again');
  });

  it('has the content of the run that began last, whenever an earlier one ends', async () => {
    const uploadId = await newUpload(sandbox());
    let second: Promise<unknown> | undefined;
    const first = part(
      sandbox(),
      uploadId,
      'one',
      { x: 'first', y: 'first' },
      {
        onEvent: (event) => {
          if (event.kind === 'progress' && event.stage === 'stage')
            second ??= part(sandbox(), uploadId, 'one', { x: 'second' });
        },
      },
    );
    const outcomes = [
      await first.then(
        () => undefined,
        (error) => error,
      ),
      await second,
    ];
    // The first may have been complete before the second has begun.
    if (outcomes[0] !== undefined) {
      expect(outcomes[0]).toMatchObject({
        code: 'already-exists',
        input: 'part',
        problem: 'part-superseded',
        facts: { part: 'one', version: 'p/a/v1', by: { user: sandbox().me, host: os.hostname() } },
      });
    }
    expect(inUpload(sandbox(), uploadId).filter((item) => item.startsWith('parts/'))).toHaveLength(1);
    await submitParts(sandbox().connection, uploadId);
    expect(contentOf(published()).size).toBe(1);
    expect(textOf('x')).toBe('second');
  });

  it('staged by many runs at once is one complete part', async () => {
    const uploadId = await newUpload(sandbox());
    const runs = Array.from({ length: 8 }, (_, n) =>
      part(sandbox(), uploadId, 'one', { x: String(n), y: String(n) }),
    );
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await submitParts(sandbox().connection, uploadId);
    expect(textOf('x')).toBe(textOf('y'));
  });

  it('never shares its number with a run that was faster', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const mkdir = fs.promises.mkdir as (place: string, ...rest: unknown[]) => Promise<string | undefined>;
    jest.spyOn(fs.promises, 'mkdir').mockImplementation((async (place: string, ...rest: unknown[]) => {
      // It began and ended after this one had looked for numbers.
      if (place.endsWith('/unfinished/two@1'))
        fs.cpSync(at(uploadId, 'parts', 'one@1'), at(uploadId, 'parts', 'two@1'), { recursive: true });
      return mkdir(place, ...rest);
    }) as typeof fs.promises.mkdir);
    const { record } = await part(sandbox(), uploadId, 'two', { y: 'y' });
    expect(record.generation).toBe(2);
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@1', 'parts/two@2'].sort());
  });

  it('may not lie outside of the version, and has a name that can be one', async () => {
    const uploadId = await newUpload(sandbox());
    const paths = { '../x': '..', 'a//b': '', 'a/../b': '..', '..a': '..a', '/x': undefined };
    for (const [bad, name] of Object.entries(paths)) {
      expect(await failureOf(part(sandbox(), uploadId, 'one', { x: 'x' }, { path: bad }))).toMatchObject({
        code: 'invalid-input',
        input: 'path',
        problem: 'part-path-unusable',
        facts: { path: bad, found: name === undefined ? 'absolute' : { name } },
      });
    }
    const rule = expect.any(String);
    for (const [bad, found] of [
      ...['', '.', '..a', 'a/b'].map((name) => [name, { rule }] as const),
      ...['a\nb', '#a', ' a'].map((name) => [name, 'no-line'] as const),
      ['x'.repeat(201), { bytes: 201, limitBytes: 200 }] as const,
    ]) {
      expect(await failureOf(part(sandbox(), uploadId, bad, { x: 'x' }))).toMatchObject({
        code: 'invalid-name',
        input: 'part',
        problem: 'part-name-unusable',
        facts: { part: bad, found },
      });
    }
    expect(inUpload(sandbox(), uploadId)).toEqual(EMPTY_UPLOAD);
  });

  it('without files is refused, unless it may be empty', async () => {
    const uploadId = await newUpload(sandbox());
    expect(await failureOf(part(sandbox(), uploadId, 'one', { d: { dir: true } }))).toMatchObject({
      code: 'invalid-source',
    });
    await part(sandbox(), uploadId, 'one', { d: { dir: true } }, { allowEmpty: true });
    await part(sandbox(), uploadId, 'two', {}, { allowEmpty: true });
    await part(sandbox(), uploadId, 'three', { x: 'x' });
    const { manifest } = await submitParts(sandbox().connection, uploadId, {
      parts: ['one', 'two', 'three'],
    });
    expect([...manifest.keys()].sort()).toEqual(['d', 'x']);
  });

  it('does not change with the files it came from, nor does it change them', async () => {
    const uploadId = await newUpload(sandbox());
    const added = await part(sandbox(), uploadId, 'one', { x: 'before' });
    expect(added).toMatchObject({ hardLinked: [], copied: [{ path: 'x' }] });
    const directory = sandbox().source({ 'read-only': 'r' }, 'fixed');
    fs.chmodSync(path.join(directory, 'read-only'), 0o444);
    const second = await part(sandbox(), uploadId, 'two', {}, { directory });
    expect(second).toMatchObject({ hardLinked: [{ path: 'read-only' }], copied: [] });
    for (const name of fs.readdirSync(sandbox().workspace)) {
      const file = path.join(sandbox().workspace, name, 'x');
      if (fs.existsSync(file)) fs.writeFileSync(file, 'after!');
    }
    await submitParts(sandbox().connection, uploadId);
    expect(textOf('x')).toBe('before');
    expect(fs.statSync(path.join(directory, 'read-only'))).toMatchObject({ nlink: 1 });
  });

  it('that was damaged in staging is never published', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const file = at(uploadId, 'parts', 'one@1', 'files', 'x');
    fs.writeFileSync(file, 'y');
    const touched = await failureOf(submitParts(sandbox().connection, uploadId));
    expect(touched).toMatchObject({
      code: 'content-differs',
      input: 'upload-id',
      problem: 'part-changed',
      facts: { part: 'one', directory: at(uploadId) },
      cause: { problem: 'source-changed', facts: { path: 'x' } },
    });
    expect(await listVersions(sandbox().connection, REF).catch(() => [])).toEqual([]);
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const again = at(uploadId, 'parts', 'one@2', 'files', 'x');
    const sameTime = (as: string, file: string) => execFileSync('touch', ['-r', as, file]);
    const before = path.join(sandbox().workspace, 'before');
    sameTime(again, before);
    fs.writeFileSync(again, 'z');
    sameTime(before, again);
    // Nothing shows but the content: the service reads it, and what it says of it is not what was staged.
    const damaged = await failureOf(submitParts(sandbox().connection, uploadId));
    expect(damaged).toMatchObject({
      code: 'content-differs',
      problem: 'published-differently',
      facts: { version: 'p/a/v1', mismatches: [{ path: 'x', kind: 'md5' }] },
    });
  });
});

describe('parts with the same path', () => {
  it('are refused when the second is staged, with both named, for every path', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { a: 'file', 'd/x': 'x', same: 's' });
    const failure = await failureOf(
      part(sandbox(), uploadId, 'two', { 'a/b': 'below a file', d: 'a file', same: 's', own: 'o' }),
    );
    expect(failure).toBeInstanceOf(UploadRefused);
    expect(failure).toMatchObject({ code: 'already-exists', input: 'path' });
    const collision = (file: string, one: string, two: string) => ({
      kind: 'collision',
      input: 'path',
      facts: { path: file, parts: [claim('one', one), claim('two', two)] },
    });
    expect(findingsOf(failure)).toHaveLength(3);
    expect(findingsOf(failure)).toEqual(
      expect.arrayContaining([
        collision('a', 'file', 'directory'),
        collision('d', 'directory', 'file'),
        collision('same', 'file', 'file'),
      ]),
    );
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@1'].sort());
    await part(sandbox(), uploadId, 'two', { a: 'no file' }, { path: 'two' });
    await part(sandbox(), uploadId, 'three', { twofold: 't' });
    const below = await failureOf(part(sandbox(), uploadId, 'four', { two: 'a directory of another' }));
    const parts = [claim('two', 'directory'), claim('four', 'file')];
    expect(findingsOf(below)).toEqual([{ kind: 'collision', input: 'path', facts: { path: 'two', parts } }]);
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({
      status: 'created',
      filesCount: 5,
    });
  });

  it('are refused when they are submitted, if neither could see the other, all in one report', async () => {
    const uploadId = await newUpload(sandbox());
    // As if they had been staged at the same moment.
    await part(sandbox(), uploadId, 'one', { x: 'x', y: 'y' });
    fs.renameSync(at(uploadId, 'parts', 'one@1'), at(uploadId, 'hidden'));
    await part(sandbox(), uploadId, 'two', { x: 'x', y: 'y' });
    fs.renameSync(at(uploadId, 'hidden'), at(uploadId, 'parts', 'one@1'));
    const failure = await failureOf(submitParts(sandbox().connection, uploadId, { parts: ['one', 'three'] }));
    const parts = [claim('one', 'file'), claim('two', 'file')];
    expect(findingsOf(failure)).toEqual([
      {
        kind: 'missing-part',
        facts: { uploadId, part: 'three', complete: ['one', 'two'], completeCount: 2 },
      },
      { kind: 'collision', input: 'upload-id', facts: { path: 'x', parts } },
      { kind: 'collision', input: 'upload-id', facts: { path: 'y', parts } },
    ]);
    await part(sandbox(), uploadId, 'two', { x: 'x', y: 'y' }, { path: 'two' });
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({
      status: 'created',
      filesCount: 4,
    });
  });
});

describe('submitting', () => {
  it('several times at once publishes once, and all report the outcome', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const results = await Promise.all(
      [1, 2, 3].map(() => submitParts(sandbox().connection, uploadId, { ifExists: 'verify' })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['created', 'verified', 'verified']);
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
    const facts = { uploadId, version: 'p/a/v1', by: { user: sandbox().me, host: os.hostname() } };
    expect(await failureOf(submitParts(sandbox().connection, uploadId))).toMatchObject({
      code: 'already-exists',
      input: 'upload-id',
      problem: 'submitted-before',
      facts,
    });
    expect(await failureOf(part(sandbox(), uploadId, 'two', { y: 'y' }))).toMatchObject({
      code: 'already-exists',
      input: 'upload-id',
      problem: 'upload-submitted',
      facts,
    });
  });

  it('again fails without a required part', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await submitParts(sandbox().connection, uploadId);
    const again = (parts: string[]) =>
      submitParts(sandbox().connection, uploadId, { ifExists: 'verify', parts });
    expect(await again(['one'])).toMatchObject({ status: 'verified', parts: ['one'] });
    expect(await failureOf(again(['one', 'two', 'three']))).toMatchObject({
      code: 'not-found',
      input: 'parts',
      problem: 'submitted-without-parts',
      facts: { uploadId, version: 'p/a/v1', parts: ['two', 'three'] },
    });
  });

  it('keeps the upload if it fails, and accepts more parts', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    faulty = await startFaultyService(sandbox().url, (request, response) =>
      request.url?.includes('request-upload') === true
        ? answer(response, 500, '{"status":"ERROR","reason":"no space left on device"}')
        : false,
    );
    const broken = await connect(faulty.url);
    expect(await failureOf(submitParts(broken, uploadId))).toMatchObject({ code: 'service-failed' });
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@1'].sort());
    await part(sandbox(), uploadId, 'two', { y: 'y' });
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({
      status: 'created',
      filesCount: 2,
    });
  });

  it('keeps the parts if it skips, and never accepts other content as theirs', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await publish(sandbox(), 'v1', { x: 'other' }, { probation: false });
    const kept = inUpload(sandbox(), uploadId);
    for (let repeat = 0; repeat < 2; repeat++) {
      const { status } = await submitParts(sandbox().connection, uploadId, { ifExists: 'skip' });
      expect({ status, left: inUpload(sandbox(), uploadId) }).toEqual({ status: 'skipped', left: kept });
    }
    expect(
      await failureOf(submitParts(sandbox().connection, uploadId, { ifExists: 'verify' })),
    ).toMatchObject({
      code: 'already-exists',
    });
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
  });

  it('refuses parts meanwhile: a part that was staged is in the version', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const late: Promise<GobblerError>[] = [];
    faulty = await startFaultyService(sandbox().url, (request) => {
      if (request.url?.includes('request-upload'))
        late.push(failureOf(part(sandbox(), uploadId, 'two', { y: 'y' })));
      return false;
    });
    const result = await submitParts(await connect(faulty.url), uploadId);
    const [refusal] = await Promise.all(late);
    expect({ code: refusal?.code, parts: result.parts }).toEqual({
      code: expect.stringMatching(/^(lock-timeout|already-exists)$/),
      parts: ['one'],
    });
    expect(inUpload(sandbox(), uploadId)).toEqual(['submitted.json', 'upload.json']);
  });

  it('never misses a part that is completed meanwhile', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await part(sandbox(), uploadId, 'two', { y: 'y' });
    fs.renameSync(at(uploadId, 'parts', 'two@1'), at(uploadId, 'unfinished', 'two@1'));
    const readdir = fs.promises.readdir as (place: string, ...rest: unknown[]) => Promise<string[]>;
    // Once the parts are listed, as by a rename that found its way to their directory before that was sealed.
    const spy = jest.spyOn(fs.promises, 'readdir').mockImplementation((async (
      place: string,
      ...rest: unknown[]
    ) => {
      const names = await readdir(place, ...rest);
      if (/\/sealed@[^/]+$/.test(place))
        fs.renameSync(at(uploadId, 'unfinished', 'two@1'), path.join(place, 'two@1'));
      return names;
    }) as unknown as typeof fs.promises.readdir);
    const refused = await failureOf(submitParts(sandbox().connection, uploadId));
    expect(findingsOf(refused)).toMatchObject([{ kind: 'unfinished-part', facts: { part: 'two' } }]);
    spy.mockRestore();
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ parts: ['one', 'two'] });
  });

  describe('a part that ends just as a submit begins', () => {
    /** Stages part `two`, which gets into the directory of parts after a submit has renamed that; `then` goes on. */
    async function latePart(
      uploadId: string,
      then: (sealed: string) => void,
    ): Promise<GobblerError | 'staged'> {
      const rename = fs.promises.rename;
      jest.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
        if (!/\/parts\/two@\d$/.test(String(to))) return rename(from, to);
        fs.renameSync(at(uploadId, 'parts'), at(uploadId, 'sealed@1'));
        // By the handle of the directory, as on NFS.
        await rename(from, at(uploadId, 'sealed@1', path.basename(String(to))));
        setTimeout(() => then(at(uploadId, 'sealed@1')), 50);
      });
      try {
        await part(sandbox(), uploadId, 'two', { y: 'y' });
        return 'staged';
      } catch (error) {
        return error as GobblerError;
      }
    }
    const submitted = (uploadId: string, parts: string[], generations: number[]): void => {
      const by = { user: 'alicia', host: 'h', at: '2030-01-02T03:04:05.000Z' };
      const record = { ...REF, submitted: by, parts, generations, manifestDigest: '' };
      fs.writeFileSync(at(uploadId, 'submitted.json'), JSON.stringify(record));
    };

    it('is staged if the submit fails', async () => {
      const uploadId = await newUpload(sandbox());
      await part(sandbox(), uploadId, 'one', { x: 'x' });
      expect(await latePart(uploadId, (sealed) => fs.renameSync(sealed, at(uploadId, 'parts')))).toBe(
        'staged',
      );
      jest.restoreAllMocks();
      expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ parts: ['one', 'two'] });
    });

    it('is staged if the submit has read it', async () => {
      const uploadId = await newUpload(sandbox());
      expect(await latePart(uploadId, () => submitted(uploadId, ['two'], [1]))).toBe('staged');
    });

    it('fails if the version was published without it', async () => {
      const uploadId = await newUpload(sandbox());
      expect(await latePart(uploadId, () => submitted(uploadId, ['one'], [1]))).toMatchObject({
        code: 'already-exists',
        input: 'upload-id',
      });
    });

    it('fails if the version was published with an earlier run of it', async () => {
      const uploadId = await newUpload(sandbox());
      await part(sandbox(), uploadId, 'two', { y: 'old' });
      expect(await latePart(uploadId, () => submitted(uploadId, ['two'], [1]))).toMatchObject({
        code: 'already-exists',
      });
    });
  });

  it.each([
    ['is refused', 'other'],
    ['is published if its content is the same', 'fixed'],
  ])('a read-only file that was changed with its timestamps restored %s', async (_, content) => {
    const uploadId = await newUpload(sandbox());
    const directory = sandbox().source({ x: 'fixed' }, 'read-only');
    const file = path.join(directory, 'x');
    const old = new Date(Date.now() - 600_000);
    fs.utimesSync(file, old, old);
    fs.chmodSync(file, 0o444);
    const { hardLinked } = await stagePart(sandbox().connection, uploadId, 'one', { directory });
    expect(hardLinked).toHaveLength(1);
    fs.chmodSync(file, 0o644);
    fs.writeFileSync(file, content);
    fs.utimesSync(file, old, old);
    fs.chmodSync(file, 0o444);
    if (content === 'fixed')
      expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ filesCount: 1 });
    else {
      expect(await failureOf(submitParts(sandbox().connection, uploadId))).toMatchObject({
        code: 'content-differs',
      });
      expect(fs.existsSync(published())).toBe(false);
      expect(inUpload(sandbox(), uploadId)).toContain('parts/one@1');
    }
  });

  it('a part that is refused on a full disk leaves no directory that submit would take for unfinished', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const writeFile = fs.promises.writeFile;
    jest.spyOn(fs.promises, 'writeFile').mockImplementation(async (place, ...rest) => {
      await writeFile(place, ...rest);
      // As on NFS, where only closing a file tells that there is no room.
      if (String(place).includes('/unfinished/'))
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', errno: -28 });
    });
    const failure = await failureOf(part(sandbox(), uploadId, 'two', { y: 'y' }));
    expect(failure.code).toBe('staging-unavailable');
    jest.restoreAllMocks();
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@1'].sort());
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ parts: ['one'] });
  });

  it('reads the parts once more before it publishes', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await part(sandbox(), uploadId, 'two', { y: 'y' });
    fs.renameSync(at(uploadId, 'parts', 'two@1'), at(uploadId, 'hidden'));
    const readFile = fs.promises.readFile;
    jest.spyOn(fs.promises, 'readFile').mockImplementation((async (place: string, ...rest: never[]) => {
      if (place.endsWith('/one@1/listing') && fs.existsSync(at(uploadId, 'hidden')))
        fs.renameSync(at(uploadId, 'hidden'), path.join(place, '../../two@1'));
      return readFile(place, ...rest);
    }) as typeof fs.promises.readFile);
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ parts: ['one', 'two'] });
  });

  it('takes over from one that was killed, on this host at once, on another after silence', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    const actor = (host: string) => ({ user: 'alicia', host, at: '2030-01-02T03:04:05.000Z' });
    const facts = { uploadId, version: 'p/a/v1', by: actor('elsewhere') };
    const killed = (run: string, host: string) => {
      fs.writeFileSync(at(uploadId, 'submits', run), JSON.stringify(actor(host)));
      fs.renameSync(at(uploadId, 'parts'), at(uploadId, `sealed@${run}`));
      fs.mkdirSync(path.join(sandbox().staging, run, 'left'), { recursive: true });
    };
    const elsewhere = 'gobbler-action-0123456789abcdef01234567';
    killed(elsewhere, 'elsewhere');
    const waiting = await failureOf(submitParts(sandbox().connection, uploadId, { lockPatienceMs: 0 }));
    expect(waiting).toMatchObject({
      code: 'lock-timeout',
      input: 'upload-id',
      problem: 'other-submit-running',
      facts,
    });
    expect(await failureOf(part(sandbox(), uploadId, 'two', { y: 'y' }))).toMatchObject({
      code: 'lock-timeout',
      input: 'upload-id',
      problem: 'upload-being-submitted',
      facts,
    });
    const longAgo = Date.now() / 1000 - 600;
    fs.utimesSync(at(uploadId, 'submits', elsewhere), longAgo, longAgo);
    const refused = await failureOf(
      submitParts(sandbox().connection, uploadId, { parts: ['two'], lockPatienceMs: 0 }),
    );
    expect(refused).toMatchObject({ code: 'incomplete-upload', input: 'parts' });
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
    expect(inUpload(sandbox(), uploadId)).toEqual([...EMPTY_UPLOAD, 'parts/one@1'].sort());
    const { pid } = process;
    Object.defineProperty(process, 'pid', { value: 2 ** 22 + 1 }); // of no process
    const here = newRunName();
    Object.defineProperty(process, 'pid', { value: pid });
    killed(here, 'this host');
    expect(await submitParts(sandbox().connection, uploadId)).toMatchObject({ status: 'created' });
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
  });

  it('takes over only once from one that was killed, also if several wait', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    // Its heartbeat is missing, so it has ended.
    fs.renameSync(at(uploadId, 'parts'), at(uploadId, 'sealed@gobbler-action-0123456789abcdef01234567'));
    const results = await Promise.all(
      [1, 2, 3].map(() => submitParts(sandbox().connection, uploadId, { ifExists: 'verify' })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['created', 'verified', 'verified']);
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
  });

  it('again reports it if the version has gone since', async () => {
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { x: 'x' });
    await submitParts(sandbox().connection, uploadId, { probation: true });
    const { rejectProbation } = await import('../../src/client/index.ts');
    await rejectProbation(sandbox().connection, REF);
    const failure = await failureOf(submitParts(sandbox().connection, uploadId, { ifExists: 'verify' }));
    expect(failure).toMatchObject({
      code: 'not-found',
      input: 'upload-id',
      problem: 'submitted-version-gone',
      facts: { uploadId, version: 'p/a/v1', by: { user: sandbox().me } },
    });
  });

  it('links files to earlier versions, and proves every checksum', async () => {
    const content = 'z'.repeat(100_000);
    const uploadId = await newUpload(sandbox());
    await part(sandbox(), uploadId, 'one', { big: content });
    await submitParts(sandbox().connection, uploadId);
    const second = await createMultipartUpload(sandbox().connection, { ...REF, version: 'v2' });
    await part(sandbox(), second.id, 'one', { big: content, y: 'y' });
    const result = await submitParts(sandbox().connection, second.id);
    expect(result).toMatchObject({
      status: 'created',
      linkedBytes: 100_000,
      placements: { copied: { files: 0 } },
    });
  });
});

describe('sweeping uploads', () => {
  it('removes those without a change for their keep-days, and nothing of others', async () => {
    const [old, young] = [
      await newUpload(sandbox(), 1),
      (await createMultipartUpload(sandbox().connection, REF)).id,
    ];
    await part(sandbox(), old, 'one', { x: 'x' });
    const age = (uploadId: string, days: number) => {
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      for (const name of ['', 'unfinished', 'parts', 'submits'])
        fs.utimesSync(at(uploadId, name), time, time);
    };
    age(old, 2);
    age(young, 2);
    fs.symlinkSync(at(young), at('gobbler-multipart-0123456789abcdef01234567'));
    fs.mkdirSync(at('gobbler-multipart-1123456789abcdef01234567'));
    if (severalUsers) fs.chownSync(at('gobbler-multipart-1123456789abcdef01234567'), 1, 1);
    if (severalUsers) fs.utimesSync(at('gobbler-multipart-1123456789abcdef01234567'), 0, 0);
    // Not by the clock of this machine.
    const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
    const { removed, failures } = await sweepMultipartUploads(sandbox().connection);
    clock.mockRestore();
    expect({ removed, failures }).toEqual({
      removed: [expect.stringContaining(`${old}, a multipart upload of p/a/v1`)],
      failures: [],
    });
    expect(leftInStaging(sandbox()).sort()).toEqual(
      [
        'gobbler-multipart-0123456789abcdef01234567',
        'gobbler-multipart-1123456789abcdef01234567',
        young,
      ].sort(),
    );
    age(young, 8);
    expect((await sweepMultipartUploads(sandbox().connection)).removed).toHaveLength(1);
  });
});
