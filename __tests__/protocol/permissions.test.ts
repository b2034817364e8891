import { describe, expect, it } from '@jest/globals';
import { type Permissions, type UploadQuestion, uploadRight } from '../../src/protocol/permissions.ts';

const nobody: Permissions = { owners: [], uploaders: [] };
const ask = (question: Partial<UploadQuestion>) =>
  uploadRight({
    user: 'ann',
    asset: 'a',
    version: 'v',
    project: nobody,
    existingAsset: nobody,
    now: Date.parse('2026-06-01T00:00:00Z'),
    ...question,
  });
const uploaders = (...entries: Omit<Permissions['uploaders'][number], 'id'>[]): Permissions => ({
  owners: [],
  uploaders: entries.map((entry) => ({ id: 'ann', ...entry })),
});

describe('the right to upload', () => {
  it('is denied to those who are not named', () => expect(ask({})).toEqual({ allowed: false }));

  it('is given to owners of the project and of the asset, who are trusted', () => {
    const owned: Permissions = { owners: ['ann'], uploaders: [] };
    for (const question of [{ project: owned }, { existingAsset: owned }]) {
      expect(ask(question)).toEqual({ allowed: true, trusted: true, becomesAssetOwner: false });
    }
  });

  it('is decided by the first entry that matches, so a later trusted one does not help', () => {
    expect(ask({ project: uploaders({}, { trusted: true }) })).toMatchObject({
      allowed: true,
      trusted: false,
    });
    expect(ask({ project: uploaders({ asset: 'b' }, { trusted: true }) })).toMatchObject({ trusted: true });
  });

  it('reads entries of the project before those of the asset', () => {
    const question = { project: uploaders({}), existingAsset: uploaders({ trusted: true }) };
    expect(ask(question)).toMatchObject({ allowed: true, trusted: false });
  });

  it('binds entries of an asset to that asset', () => {
    expect(ask({ existingAsset: uploaders({ asset: 'elsewhere' }) })).toMatchObject({ allowed: true });
  });

  it('skips entries for other versions and lapsed or unreadable ones', () => {
    for (const entry of [{ version: 'w' }, { until: '2026-05-31T23:59:59Z' }, { until: 'soon' }]) {
      expect(ask({ project: uploaders(entry) })).toEqual({ allowed: false });
    }
    expect(ask({ project: uploaders({ until: '2026-06-01T00:00:00Z' }) })).toMatchObject({ allowed: true });
  });

  it('under global write makes anybody the owner of a new asset, and of no other', () => {
    const project: Permissions = { ...nobody, globalWrite: true };
    expect(ask({ project, existingAsset: undefined })).toEqual({
      allowed: true,
      trusted: true,
      becomesAssetOwner: true,
    });
    expect(ask({ project })).toEqual({ allowed: false });
  });
});
