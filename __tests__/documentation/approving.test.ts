import { describe, expect, it } from '@jest/globals';
import { fetchManifest, findSummary, manifestDigest } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { Site, succeeded } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const asset = { project: 'my-project', asset: 'my-analysis' };

describe('the page for approvers', () => {
  /** Runs a block with the digest of a version in it. */
  async function decide(site: Site, block: string, version: string): Promise<void> {
    const digest = manifestDigest(await fetchManifest(sandbox().connection, { ...asset, version }));
    const script = site.text(block).replace('DIGEST', digest);
    expect(script).toContain(digest);
    succeeded(await site.run(['sh', '-e'], script));
  }
  const stateOf = async (version: string) => {
    const summary = await findSummary(sandbox().connection, { ...asset, version }, { forceRemote: true });
    return summary === undefined ? 'gone' : summary.onProbation ? 'pending' : 'approved';
  };

  it('finds a version that waits', async () => {
    await sandbox().project(asset.project);
    await publish(sandbox(), '7-1', { x: 'x' }, asset);
    const said = await new Site(sandbox()).output('docs/approving.md#find-out-that-a-version-waits 2');
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^my-project\/my-analysis\/7-1\t/),
      'pending',
      '',
    ]);
  });

  it('approves one version and rejects another', async () => {
    await sandbox().project(asset.project);
    await publish(sandbox(), '7-1', { x: 'x' }, asset);
    await publish(sandbox(), '7-2', { x: 'y' }, asset);
    const site = new Site(sandbox());
    await decide(site, 'docs/approving.md#decide-in-a-shell 1', '7-1');
    expect([await stateOf('7-1'), await stateOf('7-2')]).toEqual(['approved', 'pending']);
    await decide(site, 'docs/approving.md#decide-in-a-shell 2', '7-2');
    expect([await stateOf('7-1'), await stateOf('7-2')]).toEqual(['approved', 'gone']);
  });
});
