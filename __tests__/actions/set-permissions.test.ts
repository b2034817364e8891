import { describe, expect, it } from '@jest/globals';
import { fetchPermissions, listAssets, type Permissions } from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { leftInStaging, MAY_SPOOF, type Sandbox, withSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

/** A sandbox, and what is done in all of them. */
interface Bench {
  readonly box: Sandbox;
  readonly set: (inputs: Record<string, string>) => Promise<UseResult>;
  readonly permissions: (asset?: string) => Promise<Permissions>;
}

/** Every change is watched for two seconds, so the tests run at the same time. */
function test(title: string, work: (bench: Bench) => Promise<void>): void {
  it.concurrent(title, () =>
    withSandbox(
      (box) =>
        work({
          box,
          set: (inputs) => use(box, 'set-permissions', { with: { project: 'p', ...inputs } }),
          permissions: (asset) => fetchPermissions(box.connection, { project: 'p', asset }),
        }),
      { spoof: MAY_SPOOF },
    ),
  );
}

describe('the set-permissions step', () => {
  test('adds owners and uploaders, and shows the difference', async ({ box, set, permissions }) => {
    await box.project('p');
    const { exitCode, outputs, log, summary } = await set({
      owners: 'akari',
      uploaders: '[{"id":"alicia","until":"2030-12-31T23:59:59Z"}]',
      'global-write': 'true',
    });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('+ owner akari') });
    expect(await permissions()).toEqual({
      owners: [box.me, 'akari'],
      uploaders: [{ id: 'alicia', until: '2030-12-31T23:59:59Z' }],
      globalWrite: true,
    });
    expect(outputs).toMatchObject({ status: 'changed', changed: 'true' });
    expect(JSON.parse(outputs.before ?? '')).toEqual({ owners: [box.me], uploaders: [] });
    expect(JSON.parse(outputs.after ?? '')).toEqual({
      owners: [box.me, 'akari'],
      uploaders: [{ id: 'alicia', until: '2030-12-31T23:59:59Z' }],
      global_write: true,
    });
    expect(summary).toContain('| added | uploader | <code>alicia &#40;until');
    expect(leftInStaging(box)).toEqual([]);
  });

  test('sends nothing if nothing would change', async ({ box, set }) => {
    await box.project('p', { owners: ['akari'], uploaders: [{ id: 'alicia' }] });
    const faulty = await startFaultyService(box.url, () => false);
    const { exitCode, outputs, log } = await set({
      url: faulty.url,
      owners: 'akari',
      uploaders: '- id: alicia',
    });
    await faulty.close();
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'unchanged', changed: 'false', before: outputs.after },
    });
    expect(log).toContain('nothing to do');
    expect(faulty.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  test('replaces the lists that are given, and leaves the others', async ({ box, set, permissions }) => {
    await box.project('p', { owners: ['akari', 'boss'], uploaders: [{ id: 'alicia' }] });
    const { outputs, summary } = await set({ mode: 'replace', owners: 'boss' });
    expect(outputs.changed).toBe('true');
    expect(await permissions()).toEqual({ owners: ['boss'], uploaders: [{ id: 'alicia' }] });
    expect(summary).toContain('| removed | owner | <code>akari</code> |');
    await set({ mode: 'replace', uploaders: '[]' });
    expect(await permissions()).toEqual({ owners: ['boss'], uploaders: [] });
  });

  test('takes the order of uploaders for a change, and that of owners for none', async ({
    box,
    set,
    permissions,
  }) => {
    const uploaders = [{ id: 'alicia' }, { id: 'alicia', asset: 'a', trusted: true }];
    await box.project('p', { owners: ['akari', 'boss'], uploaders });
    expect((await set({ mode: 'replace', owners: 'boss\nakari' })).outputs.status).toBe('unchanged');
    const turned = JSON.stringify([...uploaders].reverse());
    expect((await set({ mode: 'replace', uploaders: turned })).outputs.status).toBe('changed');
    expect((await permissions()).uploaders).toEqual([...uploaders].reverse());
  });

  test('with dry-run lists the changes, and makes none', async ({ box, set, permissions }) => {
    await box.project('p', { owners: ['akari'] });
    const { exitCode, outputs, log } = await set({ owners: 'boss', 'dry-run': 'true' });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'planned', changed: 'false', after: '{"owners":["akari","boss"],"uploaders":[]}' },
    });
    expect(log).toContain('+ owner boss');
    expect((await permissions()).owners).toEqual(['akari']);
    expect((await set({ owners: 'akari', 'dry-run': 'true' })).outputs.status).toBe('unchanged');
  });

  test('changes an asset, and warns if that creates it', async ({ box, set, permissions }) => {
    await box.project('p');
    await publish(box, 'v1');
    const known = await set({ asset: 'a', owners: 'akari' });
    expect(known).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
    expect(known.log).not.toContain('::warning');
    expect(await permissions('a')).toEqual({ owners: ['akari'], uploaders: [] });
    const unknown = await set({ asset: 'typo', owners: 'akari' });
    expect(unknown.log).toContain('::warning title=New asset::p/typo has not existed');
    expect(await listAssets(box.connection, 'p')).toEqual(['a', 'typo']);
  });

  test('refuses to lock out the author of the change, unless prevent-lockout is false', async ({
    box,
    set,
    permissions,
  }) => {
    await box.project('p', { owners: ['akari', 'boss'] });
    const change = { mode: 'replace', owners: 'boss', spoof: 'akari' };
    const refused = await set(change);
    expect({ exitCode: refused.exitCode, outputs: refused.outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false' },
    });
    expect(firstError(refused.log)).toMatch(/"akari".*prevent-lockout: false.*\(input: owners\)/);
    expect((await permissions()).owners).toEqual(['akari', 'boss']);
    const allowed = await set({ ...change, 'prevent-lockout': 'false' });
    expect(allowed).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
  });

  test('names the owners to a user who is not one of them', async ({ box, set }) => {
    await box.project('p', { owners: ['akari'] });
    const { exitCode, log } = await set({ owners: 'mallory', spoof: 'mallory' });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringMatching(/Not allowed.*owners of p \(akari\)/),
    });
  });

  test('warns of entries that an earlier one makes void', async ({ box, set }) => {
    await box.project('p', { uploaders: [{ id: 'alicia' }] });
    const { exitCode, log } = await set({ uploaders: '- { id: alicia, asset: a, trusted: true }' });
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringMatching(
        /::warning title=Entries without effect::alicia \(asset a, trusted\) comes after alicia/,
      ),
    });
  });
});
