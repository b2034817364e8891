import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { machineTag } from '../../src/client/connection/this-machine.ts';
import {
  addLeg,
  allocateArea,
  connect,
  fetchManifest,
  type GobblerError,
  listVersions,
  submitArea,
  sweepAreas,
  UploadRefused,
  validateVersion,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { EMPTY_AREA, inArea, leg, newArea, REF } from '../helpers/legs.ts';
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

const published = () => path.join(sandbox().registry, 'p/a/v1');
const textOf = (file: string) => fs.readFileSync(path.join(published(), file), 'utf8');
const at = (area: string, ...names: string[]) => path.join(sandbox().staging, area, ...names);

describe('an area', () => {
  it('becomes one version of what all legs have brought, and leaves a record and nothing else', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { 'x.txt': 'x', 'shared/a': 'a', link: { link: 'x.txt' } });
    await leg(sandbox(), area, 'two', { 'y.txt': 'y', 'shared/b': 'b', empty: { dir: true } });
    await leg(sandbox(), area, 'ünï (3, x)@1', { 'z\n': 'z', '.hidden': 'h' }, { path: 'deep/er' });
    const result = await submitArea(sandbox().connection, area);
    expect(result).toMatchObject({ status: 'created', filesCount: 7, legs: ['one', 'two', 'ünï (3, x)@1'] });
    expect([...result.manifest.keys()].sort()).toEqual(
      ['.hidden', 'z\n']
        .map((name) => `deep/er/${name}`)
        .concat('empty', 'link', 'shared/a', 'shared/b', 'x.txt', 'y.txt'),
    );
    for (const [file, md5sum] of contentOf(published()))
      expect(result.manifest.get(file)?.md5sum).toBe(md5sum);
    await validateVersion(sandbox().connection, REF);
    expect(leftInStaging(sandbox())).toEqual([area]);
    expect(inArea(sandbox(), area)).toEqual(['area.json', 'submitted.json']);
  });

  it('is refused before anything is made, with every reason', async () => {
    const failure = await failureOf(allocateArea(sandbox().connection, { ...REF, version: '..v' }));
    expect(failure.code).toBe('invalid-name');
    expect(await failureOf(allocateArea(sandbox().connection, REF))).toMatchObject({
      code: 'not-found',
      input: 'project',
    });
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await submitArea(sandbox().connection, area);
    expect(await failureOf(allocateArea(sandbox().connection, REF))).toMatchObject({
      code: 'already-exists',
    });
    expect(leftInStaging(sandbox())).toEqual([area]);
  });

  it('is only what this user has made, for the version that is meant', async () => {
    const area = await newArea(sandbox());
    const add = (name: string, ref = {}) => failureOf(leg(sandbox(), name, 'one', { x: 'x' }, { ref }));
    const planted = 'gobbler-area-0123456789abcdef01234567';
    fs.symlinkSync(at(area), at(planted));
    expect(await add(planted)).toMatchObject({ code: 'not-authorized', input: 'area' });
    expect(await add('gobbler-area-ffffffffffffffffffffffff')).toMatchObject({
      code: 'not-found',
      input: 'area',
    });
    expect(await add(`../staging/${area}`)).toMatchObject({ code: 'invalid-input', input: 'area' });
    expect(await add(area, { version: 'v2' })).toMatchObject({ code: 'invalid-input', input: 'version' });
    expect((fs.statSync(at(area)).mode & 0o7777).toString(8)).toBe('700');
  });

  (severalUsers ? it : it.skip)('as root: of another user is not used', async () => {
    const area = await newArea(sandbox());
    fs.chownSync(at(area), 1, 1);
    const failure = await failureOf(leg(sandbox(), area, 'one', { x: 'x' }));
    expect(failure).toMatchObject({ code: 'not-authorized', input: 'area' });
    expect(failure.message).toContain('a directory of user id 1');
  });

  it('refuses legs that are missing or unfinished, all in one report, and stays open', async () => {
    const area = await newArea(sandbox());
    expect(await failureOf(submitArea(sandbox().connection, area))).toMatchObject({ code: 'not-found' });
    await leg(sandbox(), area, 'one', { x: 'x' });
    const missing = await failureOf(
      submitArea(sandbox().connection, area, { legs: ['one', 'two', 'three'] }),
    );
    expect(missing).toMatchObject({ code: 'not-found', input: 'legs' });
    expect(missing.findings).toEqual([expect.stringContaining('"two"'), expect.stringContaining('"three"')]);
    fs.writeFileSync(at(area, 'claims', 'two@1'), '{"half":');
    expect(await failureOf(submitArea(sandbox().connection, area))).toMatchObject({
      code: 'not-found',
      input: 'legs',
    });
    expect(inArea(sandbox(), area)).toContain('legs/one');
    const result = await submitArea(sandbox().connection, area, { legs: ['one'] });
    expect(result).toMatchObject({ status: 'created', legs: ['one'] });
  });
});

describe('a leg', () => {
  it('that is repeated replaces its own part and nothing else', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'old', gone: 'g' });
    await leg(sandbox(), area, 'two', { y: 'y' });
    const again = await leg(sandbox(), area, 'one', { x: 'new' });
    expect(again.replaced).toMatchObject({ leg: 'one', filesCount: 2 });
    expect(inArea(sandbox(), area).filter((item) => item.startsWith('parts/'))).toEqual([
      'parts/one@2',
      'parts/two@1',
    ]);
    await submitArea(sandbox().connection, area);
    expect([...(await fetchManifest(sandbox().connection, REF)).keys()].sort()).toEqual(['x', 'y']);
    expect(textOf('x')).toBe('new');
  });

  it('that was killed counts for nothing, and its leftovers go with a repeat', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'complete' });
    // What a kill leaves while the second run stages.
    fs.writeFileSync(at(area, 'claims', 'one@2'), '{}');
    fs.mkdirSync(at(area, 'parts', 'one@2', 'files'), { recursive: true });
    fs.writeFileSync(at(area, 'parts', 'one@2', 'files', 'x'), 'half');
    const result = await leg(sandbox(), area, 'one', { x: 'repeated' });
    expect(result.record.generation).toBe(3);
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@3'].sort());
    await submitArea(sandbox().connection, area);
    expect(textOf('x')).toBe('repeated');
  });

  it('whose record is damaged is refused by submit, and made whole by a repeat', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    fs.writeFileSync(at(area, 'legs', 'one'), '');
    expect(await failureOf(submitArea(sandbox().connection, area))).toMatchObject({ code: 'corrupt-record' });
    await leg(sandbox(), area, 'one', { x: 'again' });
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@2'].sort());
    await submitArea(sandbox().connection, area);
    expect(textOf('x')).toBe('again');
  });

  it('is what the run that began last has brought, whenever an earlier one ends', async () => {
    const area = await newArea(sandbox());
    let second: Promise<unknown> | undefined;
    const first = leg(
      sandbox(),
      area,
      'one',
      { x: 'first', y: 'first' },
      {
        onEvent: (event) => {
          if (event.kind === 'progress' && event.stage === 'stage')
            second ??= leg(sandbox(), area, 'one', { x: 'second' });
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
      expect(outcomes[0]).toMatchObject({ code: 'already-exists', input: 'leg' });
      expect(outcomes[0].message).toContain(`by ${sandbox().me} on `);
    }
    expect(inArea(sandbox(), area).filter((item) => item.startsWith('parts/'))).toHaveLength(1);
    await submitArea(sandbox().connection, area);
    expect(contentOf(published()).size).toBe(1);
    expect(textOf('x')).toBe('second');
  });

  it('of many at once under one name leaves one whole part', async () => {
    const area = await newArea(sandbox());
    const runs = Array.from({ length: 8 }, (_, n) =>
      leg(sandbox(), area, 'one', { x: String(n), y: String(n) }),
    );
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await submitArea(sandbox().connection, area);
    expect(textOf('x')).toBe(textOf('y'));
  });

  it('may not lie outside of the version, and has a name that can be one', async () => {
    const area = await newArea(sandbox());
    for (const bad of ['../x', '/x', 'a//b', 'a/../b', '..a']) {
      expect(await failureOf(leg(sandbox(), area, 'one', { x: 'x' }, { path: bad }))).toMatchObject({
        code: 'invalid-input',
        input: 'path',
      });
    }
    for (const bad of ['', '.', '..a', 'a/b', 'a\nb', '#a', ' a', 'x'.repeat(201)]) {
      expect(await failureOf(leg(sandbox(), area, bad, { x: 'x' }))).toMatchObject({
        code: 'invalid-name',
        input: 'leg',
      });
    }
    expect(inArea(sandbox(), area)).toEqual(EMPTY_AREA);
  });

  it('without files is refused, unless that is fine', async () => {
    const area = await newArea(sandbox());
    expect(await failureOf(leg(sandbox(), area, 'one', { d: { dir: true } }))).toMatchObject({
      code: 'invalid-source',
    });
    await leg(sandbox(), area, 'one', { d: { dir: true } }, { allowEmpty: true });
    await leg(sandbox(), area, 'two', {}, { allowEmpty: true });
    await leg(sandbox(), area, 'three', { x: 'x' });
    const { manifest } = await submitArea(sandbox().connection, area, { legs: ['one', 'two', 'three'] });
    expect([...manifest.keys()].sort()).toEqual(['d', 'x']);
  });

  it('does not change with the files it came from, nor does it change them', async () => {
    const area = await newArea(sandbox());
    const added = await leg(sandbox(), area, 'one', { x: 'before' });
    expect(added).toMatchObject({ hardLinked: [], copied: [{ path: 'x' }] });
    const directory = sandbox().source({ 'read-only': 'r' }, 'fixed');
    fs.chmodSync(path.join(directory, 'read-only'), 0o444);
    const second = await leg(sandbox(), area, 'two', {}, { directory });
    expect(second).toMatchObject({ hardLinked: [{ path: 'read-only' }], copied: [] });
    for (const name of fs.readdirSync(sandbox().workspace)) {
      const file = path.join(sandbox().workspace, name, 'x');
      if (fs.existsSync(file)) fs.writeFileSync(file, 'after!');
    }
    await submitArea(sandbox().connection, area);
    expect(textOf('x')).toBe('before');
    expect(fs.statSync(path.join(directory, 'read-only'))).toMatchObject({ nlink: 1 });
  });

  it('whose part was damaged in staging is never taken for what was staged', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    const file = at(area, 'parts', 'one@1', 'files', 'x');
    fs.writeFileSync(file, 'y');
    const touched = await failureOf(submitArea(sandbox().connection, area));
    expect(touched).toMatchObject({ code: 'content-differs', message: expect.stringContaining('leg "one"') });
    expect(await listVersions(sandbox().connection, REF).catch(() => [])).toEqual([]);
    await leg(sandbox(), area, 'one', { x: 'x' });
    const again = at(area, 'parts', 'one@2', 'files', 'x');
    const sameTime = (as: string, file: string) => execFileSync('touch', ['-r', as, file]);
    const before = path.join(sandbox().workspace, 'before');
    sameTime(again, before);
    fs.writeFileSync(again, 'z');
    sameTime(before, again);
    // Nothing shows but the content: the service reads it, and what it says of it is not what was staged.
    const damaged = await failureOf(submitArea(sandbox().connection, area));
    expect(damaged).toMatchObject({ code: 'content-differs', message: expect.stringContaining('MD5') });
  });
});

describe('legs in each other’s way', () => {
  it('are refused when the second is staged, with both named, for every path', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { a: 'file', 'd/x': 'x', same: 's' });
    const failure = await failureOf(
      leg(sandbox(), area, 'two', { 'a/b': 'below a file', d: 'a file', same: 's', own: 'o' }),
    );
    expect(failure).toBeInstanceOf(UploadRefused);
    expect(failure).toMatchObject({ code: 'already-exists', input: 'path' });
    expect(failure.findings).toHaveLength(3);
    for (const finding of failure.findings) expect(finding).toMatch(/leg "one" .* on .* leg "two" /);
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@1'].sort());
    await leg(sandbox(), area, 'two', { a: 'no file' }, { path: 'two' });
    await leg(sandbox(), area, 'three', { twofold: 't' });
    const below = await failureOf(leg(sandbox(), area, 'four', { two: 'a directory of another' }));
    expect(below.findings).toEqual([expect.stringMatching(/"two" .*leg "four"/)]);
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ status: 'created', filesCount: 5 });
  });

  it('are refused when they are submitted, if neither could see the other, all in one report', async () => {
    const area = await newArea(sandbox());
    // As if they had been staged at the same moment.
    await leg(sandbox(), area, 'one', { x: 'x', y: 'y' });
    fs.renameSync(at(area, 'legs', 'one'), at(area, 'hidden'));
    await leg(sandbox(), area, 'two', { x: 'x', y: 'y' });
    fs.renameSync(at(area, 'hidden'), at(area, 'legs', 'one'));
    const failure = await failureOf(submitArea(sandbox().connection, area, { legs: ['one', 'three'] }));
    expect(failure.findings).toEqual([
      `leg "three" is not in area ${area}, which holds "one", "two"`,
      expect.stringMatching(/"x" .*"one".*"two"/),
      expect.stringMatching(/"y" .*"one".*"two"/),
    ]);
    await leg(sandbox(), area, 'two', { x: 'x', y: 'y' }, { path: 'two' });
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ status: 'created', filesCount: 4 });
  });
});

describe('submitting', () => {
  it('twice at once publishes once, and both say what became of it', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    const results = await Promise.all(
      [1, 2, 3].map(() => submitArea(sandbox().connection, area, { ifExists: 'verify' })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['created', 'verified', 'verified']);
    expect(leftInStaging(sandbox())).toEqual([area]);
    expect(await failureOf(submitArea(sandbox().connection, area))).toMatchObject({
      code: 'already-exists',
      input: 'area',
    });
    expect(await failureOf(leg(sandbox(), area, 'two', { y: 'y' }))).toMatchObject({
      code: 'already-exists',
      input: 'area',
    });
  });

  it('again is no success without the legs that have to be there', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await submitArea(sandbox().connection, area);
    const again = (legs: string[]) => submitArea(sandbox().connection, area, { ifExists: 'verify', legs });
    expect(await again(['one'])).toMatchObject({ status: 'verified', legs: ['one'] });
    expect(await failureOf(again(['one', 'two', 'three']))).toMatchObject({
      code: 'not-found',
      input: 'legs',
      message: expect.stringMatching(/was submitted as .*, without leg "two", "three"$/),
    });
  });

  it('keeps the area if it fails, and opens it again', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    faulty = await startFaultyService(sandbox().url, (request, response) =>
      request.url?.includes('request-upload') === true
        ? answer(response, 500, '{"status":"ERROR","reason":"no space left on device"}')
        : false,
    );
    const broken = await connect(faulty.url);
    expect(await failureOf(submitArea(broken, area))).toMatchObject({ code: 'service-failed' });
    expect(leftInStaging(sandbox())).toEqual([area]);
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@1'].sort());
    await leg(sandbox(), area, 'two', { y: 'y' });
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ status: 'created', filesCount: 2 });
  });

  it('keeps what the legs have brought if it skips, and never takes another content for theirs', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await publish(sandbox(), 'v1', { x: 'other' }, { probation: false });
    const kept = inArea(sandbox(), area);
    for (let repeat = 0; repeat < 2; repeat++) {
      const { status } = await submitArea(sandbox().connection, area, { ifExists: 'skip' });
      expect({ status, left: inArea(sandbox(), area) }).toEqual({ status: 'skipped', left: kept });
    }
    expect(await failureOf(submitArea(sandbox().connection, area, { ifExists: 'verify' }))).toMatchObject({
      code: 'already-exists',
    });
    expect(leftInStaging(sandbox())).toEqual([area]);
  });

  it('lets nothing be added while it is at work: what is said to be staged is in the version', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    const late: Promise<GobblerError>[] = [];
    faulty = await startFaultyService(sandbox().url, (request) => {
      if (request.url?.includes('request-upload'))
        late.push(failureOf(leg(sandbox(), area, 'two', { y: 'y' })));
      return false;
    });
    const result = await submitArea(await connect(faulty.url), area);
    const [refusal] = await Promise.all(late);
    expect({ code: refusal?.code, legs: result.legs }).toEqual({
      code: expect.stringMatching(/^(lock-timeout|already-exists)$/),
      legs: ['one'],
    });
    expect(inArea(sandbox(), area)).toEqual(['area.json', 'submitted.json']);
  });

  it('never misses a leg that is completed while it looks around', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await leg(sandbox(), area, 'two', { y: 'y' });
    fs.renameSync(at(area, 'legs', 'two'), at(area, 'claims', 'two@1'));
    const readdir = fs.promises.readdir as (place: string, ...rest: unknown[]) => Promise<string[]>;
    // Once the legs are listed, as by a rename that found its way to their directory before that was sealed.
    const spy = jest.spyOn(fs.promises, 'readdir').mockImplementation((async (
      place: string,
      ...rest: unknown[]
    ) => {
      const names = await readdir(place, ...rest);
      if (/sealed@\d+$/.test(place)) fs.renameSync(at(area, 'claims', 'two@1'), path.join(place, 'two'));
      return names;
    }) as unknown as typeof fs.promises.readdir);
    const refused = await failureOf(submitArea(sandbox().connection, area));
    expect(refused.message).toContain('a run of leg "two"');
    spy.mockRestore();
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ legs: ['one', 'two'] });
  });

  describe('a leg that ends just as a submit begins', () => {
    /** Adds leg `two`, whose record gets into the directory of legs after a submit has renamed that; `then` goes on. */
    async function lateLeg(area: string, then: (sealed: string) => void): Promise<GobblerError | 'staged'> {
      const rename = fs.promises.rename;
      jest.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
        if (!String(to).endsWith('/legs/two')) return rename(from, to);
        fs.renameSync(at(area, 'legs'), at(area, 'sealed@1'));
        // By the handle of the directory, as on NFS.
        await rename(from, at(area, 'sealed@1', 'two'));
        setTimeout(() => then(at(area, 'sealed@1')), 50);
      });
      try {
        await leg(sandbox(), area, 'two', { y: 'y' });
        return 'staged';
      } catch (error) {
        return error as GobblerError;
      }
    }
    const submitted = (area: string, legs: string[], generations: number[]): void => {
      const by = { user: 'alicia', host: 'h', machine: 'm', pid: 1, at: '2030-01-02T03:04:05.000Z' };
      const record = { ...REF, submitted: by, legs, generations, manifestDigest: '' };
      fs.writeFileSync(at(area, 'submitted.json'), JSON.stringify(record));
    };

    it('is staged if the submit fails and opens the area again', async () => {
      const area = await newArea(sandbox());
      await leg(sandbox(), area, 'one', { x: 'x' });
      expect(await lateLeg(area, (sealed) => fs.renameSync(sealed, at(area, 'legs')))).toBe('staged');
      jest.restoreAllMocks();
      expect(await submitArea(sandbox().connection, area)).toMatchObject({ legs: ['one', 'two'] });
    });

    it('is staged if the submit has read it', async () => {
      const area = await newArea(sandbox());
      expect(await lateLeg(area, () => submitted(area, ['two'], [1]))).toBe('staged');
    });

    it('fails if the version was published without it', async () => {
      const area = await newArea(sandbox());
      expect(await lateLeg(area, () => submitted(area, ['one'], [1]))).toMatchObject({
        code: 'already-exists',
        input: 'area',
      });
    });

    it('fails if the version was published with an earlier run of it', async () => {
      const area = await newArea(sandbox());
      await leg(sandbox(), area, 'two', { y: 'old' });
      expect(await lateLeg(area, () => submitted(area, ['two'], [1]))).toMatchObject({
        code: 'already-exists',
      });
    });
  });

  it.each([
    ['is refused', 'other'],
    ['is published if its content is the same', 'fixed'],
  ])('a read-only file that was changed with its timestamps restored %s', async (_, content) => {
    const area = await newArea(sandbox());
    const directory = sandbox().source({ x: 'fixed' }, 'read-only');
    const file = path.join(directory, 'x');
    const old = new Date(Date.now() - 600_000);
    fs.utimesSync(file, old, old);
    fs.chmodSync(file, 0o444);
    const { hardLinked } = await addLeg(sandbox().connection, area, 'one', { directory });
    expect(hardLinked).toHaveLength(1);
    fs.chmodSync(file, 0o644);
    fs.writeFileSync(file, content);
    fs.utimesSync(file, old, old);
    fs.chmodSync(file, 0o444);
    if (content === 'fixed')
      expect(await submitArea(sandbox().connection, area)).toMatchObject({ filesCount: 1 });
    else {
      expect(await failureOf(submitArea(sandbox().connection, area))).toMatchObject({
        code: 'content-differs',
      });
      expect(fs.existsSync(published())).toBe(false);
      expect(inArea(sandbox(), area)).toContain('legs/one');
    }
  });

  it('a leg that is refused on a full disk leaves no claim that submit would wait for', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    const open = fs.promises.open;
    jest.spyOn(fs.promises, 'open').mockImplementation(async (place, ...rest) => {
      const handle = await open(place, ...rest);
      if (String(place).includes('/claims/')) {
        const close = handle.close.bind(handle);
        // As NFS does: that there is no room is only told in the end.
        handle.close = async () => {
          await close();
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', errno: -28 });
        };
      }
      return handle;
    });
    const failure = await failureOf(leg(sandbox(), area, 'two', { y: 'y' }));
    expect(failure.code).toBe('staging-unavailable');
    jest.restoreAllMocks();
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@1'].sort());
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ legs: ['one'] });
  });

  it('reads the legs once more before it publishes', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await leg(sandbox(), area, 'two', { y: 'y' });
    const late = fs.readFileSync(at(area, 'legs', 'two'));
    fs.unlinkSync(at(area, 'legs', 'two'));
    const readFile = fs.promises.readFile;
    jest.spyOn(fs.promises, 'readFile').mockImplementation((async (place: string, ...rest: never[]) => {
      if (place.endsWith('/parts/one@1/listing')) fs.writeFileSync(at(area, 'sealed@1', 'two'), late);
      return readFile(place, ...rest);
    }) as typeof fs.promises.readFile);
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ legs: ['one', 'two'] });
  });

  it('goes on where one was killed, on this host at once, on another after it was silent', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    const merged = 'gobbler-action-0123456789abcdef01234567';
    const killed = (number: number, host: string, machine: string) => {
      const by = { user: 'alicia', host, machine, pid: 2 ** 22 + 1, at: '2030-01-02T03:04:05.000Z' };
      fs.writeFileSync(at(area, 'submits', String(number)), JSON.stringify({ by, merged }));
      fs.renameSync(at(area, 'legs'), at(area, `sealed@${number}`));
      fs.mkdirSync(path.join(sandbox().staging, merged, 'left'), { recursive: true });
    };
    killed(7, 'elsewhere', '01234567');
    const waiting = await failureOf(submitArea(sandbox().connection, area, { lockPatienceMs: 0 }));
    expect(waiting).toMatchObject({
      code: 'lock-timeout',
      message: expect.stringContaining('alicia on elsewhere at 2030'),
    });
    expect(await failureOf(leg(sandbox(), area, 'two', { y: 'y' }))).toMatchObject({
      code: 'lock-timeout',
      input: 'area',
    });
    const longAgo = Date.now() / 1000 - 600;
    fs.utimesSync(at(area, 'submits', '7'), longAgo, longAgo);
    const refused = await failureOf(
      submitArea(sandbox().connection, area, { legs: ['two'], lockPatienceMs: 0 }),
    );
    expect(refused).toMatchObject({ code: 'not-found', input: 'legs' });
    expect(leftInStaging(sandbox())).toEqual([area]);
    expect(inArea(sandbox(), area)).toEqual([...EMPTY_AREA, 'legs/one', 'parts/one@1'].sort());
    killed(9, (await import('node:os')).hostname(), machineTag());
    expect(await submitArea(sandbox().connection, area)).toMatchObject({ status: 'created' });
    expect(leftInStaging(sandbox())).toEqual([area]);
  });

  it('says so if the version has gone since', async () => {
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { x: 'x' });
    await submitArea(sandbox().connection, area, { probation: true });
    const { rejectProbation } = await import('../../src/client/index.ts');
    await rejectProbation(sandbox().connection, REF);
    const failure = await failureOf(submitArea(sandbox().connection, area, { ifExists: 'verify' }));
    expect(failure).toMatchObject({ code: 'not-found', input: 'area' });
  });

  it('links to earlier versions what is there already, and proves every checksum', async () => {
    const content = 'z'.repeat(100_000);
    const area = await newArea(sandbox());
    await leg(sandbox(), area, 'one', { big: content });
    await submitArea(sandbox().connection, area);
    const second = await allocateArea(sandbox().connection, { ...REF, version: 'v2' });
    await leg(sandbox(), second.name, 'one', { big: content, y: 'y' });
    const result = await submitArea(sandbox().connection, second.name);
    expect(result).toMatchObject({
      status: 'created',
      linkedBytes: 100_000,
      placements: { copied: { files: 0 } },
    });
  });
});

describe('sweeping areas', () => {
  it('removes those that nobody has touched for as long as they were to be kept, and nothing of others', async () => {
    const [old, young] = [await newArea(sandbox(), 1), (await allocateArea(sandbox().connection, REF)).name];
    await leg(sandbox(), old, 'one', { x: 'x' });
    const age = (area: string, days: number) => {
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      for (const name of ['', 'claims', 'legs', 'parts', 'submits'])
        fs.utimesSync(at(area, name), time, time);
    };
    age(old, 2);
    age(young, 2);
    fs.symlinkSync(at(young), at('gobbler-area-0123456789abcdef01234567'));
    fs.mkdirSync(at('gobbler-area-1123456789abcdef01234567'));
    if (severalUsers) fs.chownSync(at('gobbler-area-1123456789abcdef01234567'), 1, 1);
    if (severalUsers) fs.utimesSync(at('gobbler-area-1123456789abcdef01234567'), 0, 0);
    const { removed, failures } = await sweepAreas(sandbox().connection);
    expect({ removed, failures }).toEqual({
      removed: [expect.stringContaining(`${old}, an area for p/a/v1`)],
      failures: [],
    });
    expect(leftInStaging(sandbox()).sort()).toEqual(
      ['gobbler-area-0123456789abcdef01234567', 'gobbler-area-1123456789abcdef01234567', young].sort(),
    );
    age(young, 8);
    expect((await sweepAreas(sandbox().connection)).removed).toHaveLength(1);
  });
});
