import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type UploadEvent, type UploadOptions, uploadDirectory } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
let directory: string;

beforeEach(async () => {
  await sandbox().project('p');
  directory = sandbox().source({ a: 'right', b: 'also right' });
  // For the user alone, so that they are copied; and at rest, so that their checksums are remembered.
  for (const name of ['a', 'b']) {
    fs.chmodSync(path.join(directory, name), 0o600);
    fs.utimesSync(path.join(directory, name), new Date('2020'), new Date('2020'));
  }
});

/** Uploads, and does something to what is staged before the service sees it. */
async function uploadDamaged(
  options: Partial<UploadOptions>,
  damage: (staged: string) => void,
): Promise<unknown> {
  const { staging } = sandbox();
  const onEvent = (event: UploadEvent): void => {
    if (event.kind !== 'stage' || event.stage !== 'publish') return;
    for (const name of fs.readdirSync(staging)) damage(path.join(staging, name));
  };
  return upload({ ...options, onEvent });
}

const upload = (options: Partial<UploadOptions>): Promise<{ status: string }> =>
  uploadDirectory(sandbox().connection, { project: 'p', asset: 'a', version: 'v', directory, ...options });

const overwriteA = (staged: string): void => fs.writeFileSync(path.join(staged, 'a'), 'wrong');

describe('a file that is damaged in staging', () => {
  it.each(['off', 'size', 'checksum'] as const)(
    'never costs the source, with consume and verify: %s',
    async (verify) => {
      const removeB = (staged: string): void => fs.rmSync(path.join(staged, 'b'));
      const failure = await failureOf(uploadDamaged({ consume: true, verify }, removeB));
      expect(failure).toMatchObject({ code: 'content-differs' });
      expect(fs.readdirSync(directory).sort()).toEqual(['a', 'b']);
    },
  );

  it.each(['off', 'size'] as const)(
    'is not remembered as the content of the source, with verify: %s',
    async (verify) => {
      const hashCache = path.join(sandbox().root, 'hashes');
      await uploadDamaged({ hashCache, verify }, overwriteA);
      const again = await failureOf(upload({ hashCache, ifExists: 'verify' }));
      expect(again).toMatchObject({
        code: 'already-exists',
        problem: 'version-differs',
        facts: { mismatches: [{ path: 'a' }] },
      });
    },
  );

  it('is found whatever is remembered, with verify: all', async () => {
    const hashCache = path.join(sandbox().root, 'hashes');
    await upload({ hashCache });
    const text = fs.readFileSync(path.join(hashCache, 'hashes'), 'utf8');
    fs.writeFileSync(path.join(hashCache, 'hashes'), text.replaceAll(/[0-9a-f]{32}$/gm, '0'.repeat(32)));
    expect(await failureOf(upload({ hashCache, ifExists: 'verify' }))).toMatchObject({
      code: 'already-exists',
    });
    expect(await upload({ hashCache, ifExists: 'verify', verify: 'all' })).toMatchObject({
      status: 'verified',
    });
  });
});
