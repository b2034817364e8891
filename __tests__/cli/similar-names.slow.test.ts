import { describe, expect, it } from '@jest/globals';
import { closestTo } from '../../src/commands/suggestions/similar-names.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

async function published(): Promise<void> {
  await sandbox().project('demo');
  await publish(sandbox(), '1.0', { x: 'x' }, { project: 'demo', asset: 'assay', probation: false });
  await publish(sandbox(), '2.0', { x: 'x' }, { project: 'demo', asset: 'assay', probation: false });
}

it.each([
  ['dmeo', ['demo', 'other'], ['demo']],
  ['Demo', ['demo', 'other'], ['demo']],
  ['assay', ['assay-1', 'assay-2', 'essay'], ['essay']],
  ['1.1', ['1.0', '1.2', '2.0'], ['1.0', '1.2']],
  ['v1', ['v2', 'v3', 'v4', 'v5'], ['v2', 'v3', 'v4']],
  ['demo', ['unlike', 'd'], []],
  ['x', [], []],
  ['a'.repeat(255), [`${'a'.repeat(252)}xyz`, 'b'.repeat(255)], [`${'a'.repeat(252)}xyz`]],
])('%s resembles, among %j, %j', (name, candidates, similar) => {
  expect(closestTo(name, candidates)).toEqual(similar);
});

describe('a name that does not exist', () => {
  it.each([
    [['list', 'dmeo'], ['demo']],
    [['status', 'demo/asay'], ['assay']],
    [['status', 'demo/assay/1.1'], ['1.0']],
    [['fetch', 'demo/assy'], ['assay']],
    [['fetch', 'Demo/assay/1.0', 'out'], ['demo']],
    [
      ['verify', 'demo/assay/3.0'],
      ['1.0', '2.0'],
    ],
    [['diff', 'demo/assay/1.0', '2.1'], ['2.0']],
    [['diff', 'demo/assay/1.0', 'demo/asssay/2.0'], ['assay']],
    [['approve', 'demo/asay/1.0'], ['assay']],
    [['permissions', 'dem'], ['demo']],
    [['usage', 'demos'], ['demo']],
    [['remove', 'demoo', '--yes'], ['demo']],
    [['validate', 'demo/assay/1.00'], ['1.0']],
    [['refresh', 'demo/assays'], ['assay']],
    [['upload', 'results', 'dem/assay/3.0'], ['demo']],
    [['stage', 'dem/assay/3.0'], ['demo']],
    [
      [
        'submit',
        'gobbler-multipart-0123456789abcdef01234567',
        '--project',
        'demo',
        '--asset',
        'assay',
        '--version',
        '3.0',
      ],
      [],
    ],
    [['list', 'quite-different'], []],
    [['status', 'demo/assay/nothing-alike'], []],
  ])('is answered by %j with %j', async (line, similar) => {
    await published();
    sandbox().source({ x: 'x' }, 'results');
    const { exitCode, error } = await gobblerJson(sandbox(), line);
    expect({ exitCode, code: error?.code }).toEqual({ exitCode: 2, code: 'not-found' });
    expect(error).toMatchObject({ similar });
    if (similar.length > 0) expect(error?.hint).toMatch(/^Did you mean "/);
    else expect(error?.hint).not.toContain('Did you mean');
  });

  it('is answered with the question in the log, of an action as well', async () => {
    await published();
    sandbox().source({ x: 'x' }, 'results');
    const { stderr } = await gobbler(sandbox(), ['list', 'demo/asay']);
    expect(stderr).toContain('Did you mean "assay"? ');
    const upload = await gobbler(sandbox(), ['upload', 'results', 'dmo/assay/3.0']);
    expect(upload.stderr).toContain('Did you mean "demo"? ');
    const inputs = { project: 'dmo', asset: 'assay', version: '3.0', directory: 'results' };
    const { log, summary } = await use(sandbox(), '.', { with: inputs });
    expect(log).toContain('Did you mean "demo"? ');
    expect(summary).toContain('Did you mean');
  });

  it('fails as it did if the names cannot be listed', async () => {
    await published();
    let lists = 0;
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (!/^\/list\?path=(&|$)/.test(request.url ?? '')) return false;
      lists += 1;
      return answer(response, 500, JSON.stringify({ status: 'ERROR', reason: 'broken' }));
    });
    const said = await gobblerJson(sandbox(), ['status', 'dmeo/assay/1.0', '--url', faulty.url]);
    await faulty.close();
    expect(lists).toBe(1);
    expect(said).toMatchObject({
      exitCode: 2,
      error: { problem: 'version-missing', facts: { missing: 'project' }, similar: [] },
    });
  });
});
