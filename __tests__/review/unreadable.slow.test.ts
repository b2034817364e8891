import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkVersion, Snapshots } from '../../src/review/content/index.ts';
import { linksOf, type ReviewSite, shownText, startReviewSite } from '../helpers/review-site.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

let site: ReviewSite | undefined;
async function open(): Promise<ReviewSite> {
  site = await startReviewSite(sandbox());
  return site;
}
afterEach(async () => {
  await site?.stop();
  site = undefined;
});

const { signal } = new AbortController();
const damage = (record: string, text = '{'): void =>
  fs.writeFileSync(path.join(sandbox().registry, record), text);

describe('unreadable records', () => {
  it('of a project or an asset are shown as such, beside the others', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false, asset: 'b' });
    await publish(sandbox(), 'v1', { x: 'x' }, { asset: 'c' });
    damage('p/a/..latest');
    damage('p/..usage');
    const { get } = await open();
    const page = await get('project/p');
    expect({
      status: page.status,
      links: linksOf(page).filter((href) => href.endsWith('/v1')).length,
    }).toEqual({
      status: 200,
      links: 1,
    });
    const text = shownText(page);
    expect(text).toContain('Usage unreadable');
    expect(text).toMatch(/ a unreadable b v1 c none /);
    expect((await get('projects')).status).toBe(200);
  });

  it('of versions that are linked to count neither as broken nor as good', async () => {
    await sandbox().project('p');
    const files = { 'one.txt': '1'.repeat(100), 'two.txt': '2'.repeat(100) };
    await publish(sandbox(), 'v1', { 'one.txt': files['one.txt'] }, { probation: false });
    await publish(sandbox(), 'v2', files, { probation: false });
    await publish(sandbox(), 'v3', files);
    const v3 = { project: 'p', asset: 'a', version: 'v3' };
    const { connection } = sandbox();
    const links = async () => {
      const snapshot = await new Snapshots(connection).take(v3, signal);
      const checks = await checkVersion(connection, snapshot, { budgetMs: Number.POSITIVE_INFINITY, signal });
      return checks.find(({ title }) => title === 'Links resolve');
    };
    expect(await links()).toMatchObject({ outcome: 'passed' });
    damage('p/a/v2/..manifest');
    expect(await links()).toMatchObject({ outcome: 'unknown', examples: ['two.txt -> p/a/v2/two.txt'] });
    damage('p/a/v1/..manifest', '{}');
    expect(await links()).toMatchObject({ outcome: 'failed', examples: ['one.txt -> p/a/v1/one.txt'] });
    fs.rmSync(path.join(sandbox().registry, 'p/a/v2'), { recursive: true });
    const failed = await links();
    expect({ outcome: failed?.outcome, examples: [...(failed?.examples ?? [])].sort() }).toEqual({
      outcome: 'failed',
      examples: ['one.txt -> p/a/v1/one.txt', 'two.txt -> p/a/v2/two.txt'],
    });
  });
});

describe('a version that cannot be compared with the latest one', () => {
  const cases: readonly [string, string, () => void][] = [
    ['the manifest of the latest version is damaged', 'v1', () => damage('p/a/v1/..manifest')],
    [
      'the manifest of the latest version is missing',
      'v1',
      () => fs.rmSync(path.join(sandbox().registry, 'p/a/v1/..manifest')),
    ],
    [
      'the latest version is missing',
      'v1',
      () => fs.rmSync(path.join(sandbox().registry, 'p/a/v1'), { recursive: true }),
    ],
    [
      'the latest version has an invalid name',
      'the latest version',
      () => damage('p/a/..latest', '{"version":"../v1"}'),
    ],
    ['the record of the latest version is damaged', 'the latest version', () => damage('p/a/..latest')],
  ];

  it.each(cases)('is shown and can be rejected although %s', async (_, shown, destroy) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    await publish(sandbox(), 'v2', { x: 'xx' });
    destroy();
    const { get, submit } = await open();
    const list = await get();
    expect(list.status).toBe(200);
    expect(shownText(list)).toContain(`It cannot be compared with ${shown}: `);
    expect(shownText(list)).not.toContain('first version');
    for (const place of ['changes/p/a/v2', 'compare/p/a/v2/x', 'file/p/a/v2/x', 'files/p/a/v2']) {
      const page = await get(place);
      expect({ place, status: page.status }).toEqual({ place, status: 200 });
      if (/^c/.test(place)) expect(shownText(page)).toContain(`It cannot be compared with ${shown}: `);
    }
    const page = await get('version/p/a/v2');
    expect(page.status).toBe(200);
    expect(shownText(page)).toContain(`It cannot be compared with ${shown}: `);
    expect(shownText(page)).not.toContain('no latest version');
    const answer = await submit(page, 'reject', { version: 'v2' });
    expect(answer.status).toBe(303);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v2'))).toBe(false);
  });

  it('can be compared with another one', async () => {
    await sandbox().project('p');
    for (const version of ['v0', 'v1'])
      await publish(sandbox(), version, { x: version }, { probation: false });
    await publish(sandbox(), 'v2', { x: 'other' });
    damage('p/a/v1/..manifest');
    const { get } = await open();
    expect(shownText(await get('version/p/a/v2?with=v0'))).toContain('Changes since v0');
    const missing = await get('version/p/a/v2?with=v9');
    expect(missing.status).toBe(200);
    expect(shownText(missing)).toContain('It cannot be compared with v9: ');
    expect((await get('version/p/a/v2?with=a%2Fb')).status).toBe(400);
  });
});
