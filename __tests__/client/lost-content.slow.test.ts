import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { removeVersion, submitParts, type UploadOptions } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { newUpload, part } from '../helpers/parts.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

/*
 * Deleting a version does not ask who links to it, and the service goes by manifests when it looks for duplicates: it links
 * to what has gone, and answers that all is well.
 */
const sandbox = useSandbox();
const asset = { project: 'p', asset: 'a' };
const CONTENT = { small: 'small', large: 'x'.repeat(100_000) };

const publish = (version: string, directory: string, options: Partial<UploadOptions> = {}) =>
  published(sandbox().connection, { ...asset, version, directory, ...options });

const inRegistry = (version: string, name: string) => path.join(sandbox().registry, 'p/a', version, name);

const contentOf = (directory: string) =>
  Object.fromEntries(
    fs.readdirSync(directory).map((name) => [name, fs.readFileSync(path.join(directory, name), 'utf8')]),
  );

/** Version 2 consists of links to version 1, which is not there any more. Returns where the content still is. */
async function loseFirst(): Promise<string> {
  await sandbox().project('p');
  const directory = sandbox().source(CONTENT);
  await publish('1', directory);
  await publish('2', directory);
  await removeVersion(sandbox().connection, { ...asset, version: '1' });
  return directory;
}

describe('content that the latest version has lost', () => {
  it.each<[string, Partial<UploadOptions>]>([
    ['', {}],
    [' without deduplication', { deduplicate: 'off' }],
    [', which would be moved', { consume: true }],
    [', even if nothing is checked', { verify: 'off' }],
  ])('is not published as links to nowhere%s', async (_, options) => {
    const directory = await loseFirst();
    const error = await failureOf(publish('3', directory, options));
    expect(error.code).toBe('corrupt-record');
    expect(error.findings).toHaveLength(2);
    expect(error.findings.join()).toContain(
      '"small" is the same as p/a/2/small of the latest version, which is a link to p/a/1/small',
    );
    expect(contentOf(directory)).toEqual(CONTENT);
    expect(fs.existsSync(inRegistry('3', ''))).toBe(false);
    expect(leftInStaging(sandbox())).toEqual([]);
    // As it advises:
    await removeVersion(sandbox().connection, { ...asset, version: '2' });
    await publish('3', directory);
    expect(fs.readFileSync(inRegistry('3', 'small'), 'utf8')).toBe('small');
  });

  it('is found in many versions, each of which added a file', async () => {
    await sandbox().project('p');
    const names = Array.from({ length: 20 }, (_, at) => `file-${at}`);
    const directory = sandbox().source({});
    for (const [at, name] of names.entries()) {
      fs.writeFileSync(path.join(directory, name), `content of ${name}`);
      await publish(String(at), directory);
    }
    // The version before has links to all others.
    await publish('whole', directory, { verify: 'all' });
    // The service would make one of the same second the latest.
    for (const at of [2, 11, 18]) fs.rmSync(inRegistry(String(at), ''), { recursive: true });
    const error = await failureOf(publish('more', directory, { consume: true }));
    const lost = [2, 11, 18].map((at) => ({ path: `file-${at}`, gone: `p/a/${at}/file-${at}` }));
    expect(error.facts.findings).toHaveLength(lost.length);
    expect(error.facts.findings).toEqual(
      expect.arrayContaining(
        lost.map((facts) => ({ kind: 'lost-content', facts: expect.objectContaining(facts) })),
      ),
    );
    expect(fs.readdirSync(directory)).toHaveLength(names.length);
  });

  it('does not keep other content from being published', async () => {
    await loseFirst();
    const other = sandbox().source({ small: 'SMALL', more: 'more' }, 'other');
    await publish('3', other);
    expect(fs.readFileSync(inRegistry('3', 'small'), 'utf8')).toBe('SMALL');
  });

  it('does not make an existing version that consists of it the same as the directory', async () => {
    const directory = await loseFirst();
    for (const consume of [false, true]) {
      const error = await failureOf(publish('2', directory, { ifExists: 'verify', consume }));
      expect(error).toMatchObject({ code: 'content-differs', input: 'version' });
      expect(error.findings).toContain('"small" is a link to p/a/1/small, which is missing');
    }
    expect(contentOf(directory)).toEqual(CONTENT);
  });

  it('stays in the upload that was to be submitted', async () => {
    const uploadId = await newUpload(sandbox());
    await publish('1', sandbox().source(CONTENT));
    await publish('2', sandbox().source(CONTENT, 'again'));
    await removeVersion(sandbox().connection, { ...asset, version: '1' });
    await part(sandbox(), uploadId, 'x', CONTENT);
    expect((await failureOf(submitParts(sandbox().connection, uploadId))).code).toBe('corrupt-record');
    await removeVersion(sandbox().connection, { ...asset, version: '2' });
    await submitParts(sandbox().connection, uploadId);
    expect(fs.readFileSync(inRegistry('v1', 'small'), 'utf8')).toBe('small');
  });

  it('is found if it is lost while it is being published', async () => {
    await sandbox().project('p');
    const directory = sandbox().source(CONTENT);
    fs.chmodSync(path.join(directory, 'large'), 0o600); // looked for beforehand, as it would have to be copied
    await publish('1', directory);
    await publish('2', directory);
    let requests = 0;
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (!request.url?.includes('request-upload')) return false;
      if (requests++ > 0) return false;
      void removeVersion(sandbox().connection, { ...asset, version: '1' })
        .then(() => fetch(`${sandbox().url}${request.url}`, { method: 'POST' }))
        .then(async (real) => answer(response, real.status, await real.text()));
      return true;
    });
    const through = { ...sandbox().connection, url: faulty.url };
    const error = await failureOf(published(through, { ...asset, version: '3', directory, consume: true }));
    await faulty.close();
    expect(error.code).toBe('corrupt-record');
    expect(contentOf(directory)).toEqual(CONTENT);
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('before a source is removed', () => {
  it.each([
    ['has gone from the disk', () => fs.rmSync(inRegistry('1', 'small')), 'nothing' as const],
    [
      'has another size',
      () => fs.writeFileSync(inRegistry('1', 'small'), 'longer'),
      { sizeBytes: 6, expectedBytes: 5 },
    ],
  ])('every file that is linked to is looked for: one %s', async (_, damage, found) => {
    await sandbox().project('p');
    const directory = sandbox().source(CONTENT);
    await publish('1', directory);
    damage();
    const error = await failureOf(publish('2', directory, { consume: true }));
    const lost = [{ path: expect.any(String), target: expect.any(String), found }];
    expect(error).toMatchObject({
      code: 'content-differs',
      problem: 'published-incomplete',
      facts: { lost },
    });
    expect(contentOf(directory)).toEqual(CONTENT);
    // Also where nothing is removed: whoever has published may remove it himself.
    expect((await failureOf(publish('3', directory))).code).toBe('content-differs');
    expect((await publish('4', directory, { verify: 'off' })).status).toBe('created');
  });

  it('a new version under the name of a deleted one is not mistaken for it', async () => {
    const directory = await loseFirst();
    const other = sandbox().source({ small: 'SMALL', large: 'y'.repeat(100_000) }, 'other');
    await publish('1', other, { probation: true });
    const error = await failureOf(publish('2', directory, { ifExists: 'verify', consume: true }));
    expect(error.findings).toContain('"small" is a link to p/a/1/small, which is a different file now');
    const again = await failureOf(publish('3', directory));
    expect(again).toMatchObject({ code: 'corrupt-record', findings: [expect.anything(), expect.anything()] });
    expect(contentOf(directory)).toEqual(CONTENT);
  });
});
