import { describe, expect, it } from '@jest/globals';
import { changingSources } from './checks/changing-source.ts';
import { replacedAtRemoval } from './checks/consume.ts';
import { fullDisks } from './checks/full.ts';
import { lostServers } from './checks/lost-server.ts';
import { newAssets } from './checks/new-asset.ts';
import { partRounds } from './checks/part-rounds.ts';
import { lostParts } from './checks/parts.ts';
import { squashedRoot } from './checks/root-squash.ts';
import { staleSources } from './checks/stale-source.ts';
import { twoUploads } from './checks/two-uploads.ts';
import { missingPrerequisites } from './harness/prerequisites.ts';
import { useSite } from './harness/site.ts';

const missing = missingPrerequisites();
const isCi = (process.env.CI ?? '') !== '';

if (missing.length > 0 && !isCi) {
  it.skip(`needs another machine: ${missing.join('; ')}`, () => undefined);
} else {
  it('finds its prerequisites on this machine', () => {
    expect(missing).toEqual([]);
  });

  (missing.length > 0 ? describe.skip : describe)('on real NFS', () => {
    const site = useSite();
    newAssets(site);
    staleSources(site);
    changingSources(site);
    replacedAtRemoval(site);
    lostParts(site);
    partRounds(site);
    twoUploads(site);
    fullDisks(site);
    squashedRoot(site);
    lostServers(site);

    it('nothing has stayed in staging', async () => {
      expect(await site().inStaging()).toEqual([]);
    });
  });
}
