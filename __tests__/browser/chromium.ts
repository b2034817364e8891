import fs from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's package has it there. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** A Chromium on this machine: the one that `$CHROMIUM` names, or that of the system. Undefined if there is none. */
export const CHROMIUM: string | undefined = [process.env.CHROMIUM ?? '', ...PLACES].find(
  (place) => place !== '' && fs.existsSync(place),
);

/** Starts it without a window. Root cannot use its sandbox, and a container may have little shared memory. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--disable-dev-shm-usage', ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The findings of axe-core on a page, as `rule: selector`. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // By the debugger, which the policy of the page does not bind.
  await page.evaluate(AXE);
  const found: { id: string; nodes: { target: unknown[] }[] }[] = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
