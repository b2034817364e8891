import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheRoot } from '../../src/client/download/cache-root.ts';
import { factsOf } from '../../src/errors/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { severalUsers } from '../helpers/several-users.ts';

const STRANGER = 65_534;
let root: string;
let shared: string;
const before = { ...process.env };

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-cache-')));
  shared = path.join(root, 'tools/gobbler-action');
  process.env.XDG_CACHE_HOME = path.join(root, 'home');
});
afterEach(() => {
  process.env = { ...before };
  fs.rmSync(root, { recursive: true, force: true });
});

const ofUser = (): string => path.join(root, 'home/gobbler-action');

describe('the cache directory', () => {
  it('is the preferred one, which is created, and closed to other writers', async () => {
    expect(await cacheRoot(shared)).toBe(shared);
    fs.chmodSync(shared, 0o777);
    expect(await cacheRoot(shared)).toBe(shared);
    expect(fs.statSync(shared).mode & 0o777).toBe(0o755);
  });

  it('is one of the user without a preference', async () => {
    expect(await cacheRoot()).toBe(ofUser());
  });

  it('is one of the user where the preferred one is no directory', async () => {
    fs.writeFileSync(path.join(root, 'tools'), '');
    expect(await cacheRoot(shared)).toBe(ofUser());
  });

  it('may lie elsewhere, through a link of this user', async () => {
    fs.mkdirSync(path.join(root, 'large disk'));
    fs.mkdirSync(path.dirname(shared));
    fs.symlinkSync(path.join(root, 'large disk'), shared);
    expect(await cacheRoot(shared)).toBe(shared);
  });

  it('is nowhere for a user without a place, and every reason is reported', async () => {
    fs.writeFileSync(path.join(root, 'home'), '');
    fs.writeFileSync(path.join(root, 'tools'), '');
    const failure = await failureOf(cacheRoot(shared));
    expect(failure).toMatchObject({ code: 'destination-unavailable', problem: 'no-cache-directory' });
    const directories = factsOf(failure, 'no-cache-directory')?.directories ?? [];
    expect(directories.map(({ directory }) => directory)).toEqual(
      [shared, ofUser()].flatMap((place) => [place, `${place}-${process.geteuid?.()}`]),
    );
    expect(failure.findings).toHaveLength(directories.length);
  });

  (severalUsers ? it : it.skip)(
    'as root: is one beside the preferred one where that belongs to somebody else',
    async () => {
      fs.mkdirSync(shared, { recursive: true });
      fs.chownSync(shared, STRANGER, STRANGER);
      expect(await cacheRoot(shared)).toBe(`${shared}-0`);
      expect(fs.readdirSync(shared)).toEqual([]);
      fs.chownSync(`${shared}-0`, STRANGER, STRANGER);
      expect(await cacheRoot(shared)).toBe(ofUser());
    },
  );

  (severalUsers ? it : it.skip)('as root: is never found through a link of somebody else', async () => {
    const secret = path.join(root, 'mine');
    fs.mkdirSync(secret);
    fs.mkdirSync(path.dirname(shared));
    fs.symlinkSync(secret, shared);
    fs.lchownSync(shared, STRANGER, STRANGER);
    expect(await cacheRoot(shared)).toBe(`${shared}-0`);
    expect(fs.readdirSync(secret)).toEqual([]);
  });
});
