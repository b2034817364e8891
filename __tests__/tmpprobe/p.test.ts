import { it } from '@jest/globals';
import { makeSandbox } from '../helpers/sandbox.ts';
it('x', async () => {
  const box = await makeSandbox();
  await box.project('p');
  await box.close();
  setTimeout(() => process.stderr.write(JSON.stringify(process.getActiveResourcesInfo()) + '\n'), 3000).unref();
  await new Promise((r) => setTimeout(r, 3500));
});
