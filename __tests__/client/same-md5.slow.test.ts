import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type Connection,
  connect,
  fetchManifest,
  listVersions,
  manifestDigest,
  submitParts,
  type UploadOptions,
  uploadDirectory,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { inUpload, newUpload, part, REF } from '../helpers/parts.ts';
import { published } from '../helpers/published.ts';
import { sameMd5 } from '../helpers/same-md5.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const asset = { project: 'p', asset: 'a' };
const sha256 = (content: Uint8Array) => hash('sha256', content);
const sumAt = (file: string) => sha256(fs.readFileSync(file));

/** Makes a directory with files of these contents. */
function directoryOf(name: string, files: Readonly<Record<string, Uint8Array | string>>): string {
  const directory = sandbox().source({}, name);
  for (const [file, content] of Object.entries(files)) fs.writeFileSync(path.join(directory, file), content);
  return directory;
}

/** How this machine reads the registry. */
const readings: [string, (connection: Connection) => Connection][] = [
  ['from disk', (connection) => connection],
  ['over HTTP', (connection) => ({ ...connection, registryVisible: false })],
];

/** How a file gets to staging: a hard link, or a copy for one that others may not read. */
const ways: [string, number][] = [
  ['hard-linked', 0o644],
  ['copied', 0o600],
];

const sizes: [string, number][] = [
  ['small', 0],
  ['large', 1_500_000],
];

it('has two contents of one size, MD5 and manifest digest, and of two sha256', () => {
  for (const [, more] of sizes) {
    const [good, evil] = sameMd5(more);
    expect([evil.length, hash('md5', evil)]).toEqual([good.length, hash('md5', good)]);
    expect(sha256(evil)).not.toBe(sha256(good));
    const digests = [good, evil].map((content) =>
      manifestDigest(new Map([['x', { size: content.length, md5sum: hash('md5', content) }]])),
    );
    expect(digests[0]).toBe(digests[1]);
  }
});

describe.each(readings)('with sha256, reading the registry %s, a file', (_, through) => {
  describe.each(ways)('that is %s', (_way, mode) => {
    describe.each(sizes)('and %s', (_size, more) => {
      const [good, evil] = sameMd5(more);
      const upload = (version: string, options: Partial<UploadOptions> = {}) => {
        const directory = directoryOf('good', { x: good });
        fs.chmodSync(path.join(directory, 'x'), mode);
        const given = { ...asset, version, directory, sha256: true, ...options };
        return published(through(sandbox().connection), given);
      };

      it.each(['latest', 'all', 'off'] as const)(
        'is refused where the service would take the latest version’s for it (deduplicate: %s)',
        async (deduplicate) => {
          await sandbox().project('p');
          const directory = directoryOf('evil', { y: evil });
          await published(sandbox().connection, { ...asset, version: 'v1', directory });
          const error = await failureOf(upload('v2', { deduplicate, consume: true }));
          expect(error).toMatchObject({
            code: 'content-differs',
            facts: { findings: [{ kind: 'same-md5', facts: { path: 'x' } }] },
          });
          expect(await listVersions(sandbox().connection, asset)).toEqual(['v1']);
          expect(sumAt(path.join(sandbox().workspace, 'good/x'))).toBe(sha256(good));
          expect(leftInStaging(sandbox())).toEqual([]);
        },
      );

      it('is published and not compared with verify: off, while its sum is that of the source', async () => {
        await sandbox().project('p');
        const directory = directoryOf('evil', { y: evil });
        await published(sandbox().connection, { ...asset, version: 'v1', directory });
        const notices: string[] = [];
        const result = await upload('v2', {
          verify: 'off',
          onEvent: (event) => void (event.kind === 'notice' && notices.push(event.sentence)),
        });
        expect(result.sums).toEqual(new Map([['x', sha256(good)]]));
        expect(notices).toContainEqual(expect.stringContaining('sha256'));
        expect(sumAt(path.join(result.versionPath, 'x'))).toBe(sha256(evil));
      });

      it('is not linked to an earlier version’s, but published', async () => {
        await sandbox().project('p');
        const first = directoryOf('evil', { y: evil });
        await published(sandbox().connection, { ...asset, version: 'v1', directory: first });
        const second = directoryOf('else', { z: 'something else' });
        await published(sandbox().connection, { ...asset, version: 'v2', directory: second });
        const result = await upload('v3', { deduplicate: 'all' });
        expect(result.manifest.get('x')?.link).toBeUndefined();
        expect(sumAt(path.join(result.versionPath, 'x'))).toBe(sha256(good));
      });

      it('is linked to one that has the same sha256', async () => {
        await sandbox().project('p');
        await upload('v1');
        const result = await upload('v2');
        expect(result.manifest.get('x')?.link).toMatchObject({ version: 'v1', path: 'x' });
        expect(result.sums).toEqual(new Map([['x', sha256(good)]]));
      });

      it('that the service links to another one just then is detected, and stays in the source', async () => {
        await sandbox().project('p');
        const first = directoryOf('else', { z: 'something else' });
        await published(sandbox().connection, { ...asset, version: 'v1', directory: first });
        const evilDirectory = directoryOf('evil', { y: evil });
        let meanwhile: Promise<unknown> | undefined;
        const faulty = await startFaultyService(sandbox().url, (request, response) => {
          if (request.url?.startsWith('/new/request-upload') !== true || meanwhile !== undefined)
            return false;
          // The upload of the other one comes first; then the request is passed on.
          meanwhile = published(sandbox().connection, { ...asset, version: 'v2', directory: evilDirectory });
          void meanwhile.then(async () => {
            const answer = await fetch(`${sandbox().url}${request.url}`, { method: 'POST' });
            response.writeHead(answer.status, { 'content-type': 'application/json' });
            response.end(await answer.text());
          });
          return true;
        });
        const directory = directoryOf('good', { x: good });
        fs.chmodSync(path.join(directory, 'x'), mode);
        const options = { ...asset, version: 'v3', directory, sha256: true, consume: true };
        const error = await failureOf(uploadDirectory(through(await connect(faulty.url)), options));
        await faulty.close();
        expect(error).toMatchObject({
          code: 'content-differs',
          problem: 'published-differently',
          facts: { mismatches: [{ path: 'x' }] },
        });
        expect(sumAt(path.join(sandbox().registry, 'p/a/v3/x'))).toBe(sha256(evil));
        expect(sumAt(path.join(directory, 'x'))).toBe(sha256(good));
      });
    });
  });

  it('that exists already is compared, too, before the source is removed', async () => {
    const [good, evil] = sameMd5();
    await sandbox().project('p');
    const first = directoryOf('evil', { x: evil });
    await published(sandbox().connection, { ...asset, version: 'v1', directory: first });
    const directory = directoryOf('good', { x: good });
    const again = { ...asset, version: 'v1', directory, ifExists: 'verify' as const, consume: true };
    const connection = through(sandbox().connection);
    const error = await failureOf(uploadDirectory(connection, { ...again, sha256: true }));
    expect(error).toMatchObject({
      code: 'content-differs',
      problem: 'published-differently',
      facts: { mismatches: [{ path: 'x' }] },
    });
    expect(sumAt(path.join(directory, 'x'))).toBe(sha256(good));
  });

  it.each(['checksum', 'all', 'size'] as const)(
    'that is damaged in the registry is named (verify: %s)',
    async (verify) => {
      await sandbox().project('p');
      const faulty = await startFaultyService(sandbox().url, ({ url }) => {
        const copy = path.join(sandbox().registry, 'p/a/v1/x');
        if (url?.endsWith('/..manifest') === true && fs.existsSync(copy)) fs.writeFileSync(copy, 'bad');
        return false;
      });
      const directory = directoryOf('source', { x: 'old', y: 'y' });
      fs.chmodSync(path.join(directory, 'x'), 0o600);
      const connection = through(await connect(faulty.url));
      const options = { ...asset, version: 'v1', directory, verify, sha256: true };
      const error = await failureOf(uploadDirectory(connection, options));
      await faulty.close();
      expect(error).toMatchObject({
        code: 'content-differs',
        problem: 'published-differently',
        facts: { mismatches: [{ path: 'x' }] },
      });
    },
  );

  it('has a sum, and a link that of the file it leads to', async () => {
    await sandbox().project('p');
    const other = directoryOf('other', { 'in registry': 'r' });
    await published(sandbox().connection, { ...asset, asset: 'b', version: 'v1', directory: other });
    const directory = directoryOf('source', { 'a\nb\\c': 'x', empty: '' });
    fs.mkdirSync(path.join(directory, 'nothing'));
    fs.symlinkSync('a\nb\\c', path.join(directory, 'link'));
    fs.symlinkSync('link', path.join(directory, 'link to link'));
    fs.symlinkSync(path.join(sandbox().registry, 'p/b/v1/in registry'), path.join(directory, 'far'));
    const upload = { ...asset, version: 'v1', directory, sha256: true };
    const { sums } = await published(through(sandbox().connection), upload);
    const x = sha256(Buffer.from('x'));
    expect(Object.fromEntries(sums ?? [])).toEqual({
      'a\nb\\c': x,
      link: x,
      'link to link': x,
      empty: sha256(Buffer.from('')),
      far: sha256(Buffer.from('r')),
    });
  });
});

describe('sha256 sums of a source', () => {
  it('are not taken from the cache', async () => {
    await sandbox().project('p');
    const directory = directoryOf('source', { x: 'x' });
    const old = new Date(Date.now() - 60_000);
    fs.utimesSync(path.join(directory, 'x'), old, old);
    const hashCache = path.join(sandbox().root, 'hashes');
    await published(sandbox().connection, { ...asset, version: 'v1', directory, hashCache });
    const next = { ...asset, version: 'v2', directory, hashCache, sha256: true };
    expect((await published(sandbox().connection, next)).sums).toEqual(
      new Map([['x', sha256(Buffer.from('x'))]]),
    );
  });

  it('are there for a directory that is published from where it is', async () => {
    await sandbox().project('p');
    const directory = path.join(sandbox().staging, 'mine');
    fs.mkdirSync(directory);
    fs.writeFileSync(path.join(directory, 'x'), 'x');
    const upload = { ...asset, version: 'v1', directory, sha256: true };
    const result = await published(sandbox().connection, upload);
    expect(result.sums).toEqual(new Map([['x', sha256(Buffer.from('x'))]]));
  });

  it('are not there unless they are asked for, nor for a version that is skipped', async () => {
    await sandbox().project('p');
    const directory = directoryOf('source', { x: 'x' });
    const upload = { ...asset, version: 'v1', directory };
    expect((await published(sandbox().connection, upload)).sums).toBeUndefined();
    const skipped = { ...upload, ifExists: 'skip' as const, sha256: true };
    expect((await published(sandbox().connection, skipped)).sums).toBeUndefined();
  });
});

describe('parts with files of the same MD5', () => {
  const [good, evil] = sameMd5();

  it('are published as they are, as one version', async () => {
    const uploadId = await newUpload(sandbox());
    for (const [name, content] of Object.entries({ one: good, two: evil })) {
      const directory = directoryOf(name, { [name]: content });
      await part(sandbox(), uploadId, name, {}, { directory });
    }
    const { sums, versionPath } = await submitParts(sandbox().connection, uploadId, { sha256: true });
    expect(sums).toEqual(
      new Map([
        ['one', sha256(good)],
        ['two', sha256(evil)],
      ]),
    );
    expect(sumAt(path.join(versionPath, 'one'))).toBe(sha256(good));
    expect(sumAt(path.join(versionPath, 'two'))).toBe(sha256(evil));
  });

  it('as the latest version has are refused, and the upload stays', async () => {
    const uploadId = await newUpload(sandbox());
    const before = directoryOf('evil', { y: evil });
    await published(sandbox().connection, { ...REF, version: 'v0', directory: before });
    await part(sandbox(), uploadId, 'one', {}, { directory: directoryOf('good', { x: good }) });
    const error = await failureOf(submitParts(sandbox().connection, uploadId, { sha256: true }));
    expect(error).toMatchObject({
      code: 'content-differs',
      facts: { findings: [{ kind: 'same-md5', facts: { path: 'x' } }] },
    });
    expect(await listVersions(sandbox().connection, REF)).toEqual(['v0']);
    expect(inUpload(sandbox(), uploadId)).toContain('parts/one@1');
  });
});

it('MD5 alone cannot tell two such files apart: without sha256, the service links to the other one', async () => {
  const [good, evil] = sameMd5();
  await sandbox().project('p');
  for (const [version, content] of Object.entries({ v1: evil, v2: good }))
    await published(sandbox().connection, {
      ...asset,
      version,
      directory: directoryOf(version, { x: content }),
    });
  const manifest = await fetchManifest(sandbox().connection, { ...asset, version: 'v2' });
  expect(manifest.get('x')?.link).toMatchObject({ version: 'v1' });
});
