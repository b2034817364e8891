/**
 * `node scripts/site/summary-picture.mjs PLACE`: writes PLACE/summary.png, for docs/summary.png: the job summary of an upload
 * that this runs, rendered as GitHub renders Markdown. It publishes two versions of an asset on an embedded Gobbler whose
 * directories are in PLACE, an empty directory. Needs dist/, the tools of `npm run docs`, and a Chromium, by its path in
 * CHROMIUM or as chromium-headless-shell.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../runner.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chromium = process.env.CHROMIUM ?? 'chromium-headless-shell';
const [place] = process.argv.slice(2);
if (place === undefined) throw new Error('usage: node scripts/site/summary-picture.mjs PLACE');
const [registry, staging, workspace] = ['registry', 'staging', 'work'].map((name) => path.join(place, name));
if (registry === undefined || staging === undefined || workspace === undefined)
  throw new Error('unreachable');

const STYLE = `
  body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; margin: 0; background: #f6f8fa; padding: 24px; }
  article { background: #fff; border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px 24px 20px; }
  h3 { font-size: 20px; margin: 16px 0; }
  table { border-collapse: collapse; }
  thead { display: none; }
  td { border: 1px solid #d1d9e0; padding: 6px 13px; }
  tr:nth-child(2n) { background: #f6f8fa; }
  code { font: 13.6px "Liberation Mono", monospace; background: #818b981f; padding: 3px 6px; border-radius: 6px; }
  a { color: #0969da; text-decoration: none; }
  details { margin-top: 16px; }
`;

/** @param {string} version */
function fill(version) {
  const results = path.join(workspace ?? '', 'results');
  for (let sample = 1; sample <= 12; sample++) {
    const folder = path.join(results, `sample-${String(sample).padStart(2, '0')}`);
    fs.mkdirSync(folder, { recursive: true });
    // The second version has other counts of one sample.
    const block = `${sample === 7 ? version : ''}gene,count\n`;
    fs.writeFileSync(path.join(folder, 'counts.csv'), block.repeat(400_000));
    fs.writeFileSync(path.join(folder, 'qc.html'), `<h1>Sample ${sample}</h1>\n`);
  }
  if (version !== '1.0') fs.writeFileSync(path.join(results, 'CHANGES.md'), `Corrected in ${version}\n`);
}

for (const directory of [registry, staging, workspace]) fs.mkdirSync(directory, { recursive: true });
fs.chmodSync(staging, 0o1777);
const flags = ['-registry', registry, '-staging', staging, '-port', '0', '-admin', os.userInfo().username];
const service = spawn(process.execPath, [path.join(root, 'bin/gobbler.cjs'), 'serve', ...flags], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
const ended = new Promise((resolve) => service.once('close', resolve));
try {
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    service.stderr.setEncoding('utf8').on('data', (text) => {
      const [, address] = /listening at (\S+)/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error('the embedded Gobbler ended')));
  });
  execFileSync(process.execPath, [path.join(root, 'bin/gobbler.cjs'), 'project', 'atlas', '--url', url]);
  let summary = '';
  for (const version of ['1.0', '1.1']) {
    fill(version);
    const inputs = { url, project: 'atlas', asset: 'counts', version, directory: 'results' };
    const step = await runStep({
      ...{ script: path.join(root, 'upload/main.cjs'), workspace, temp: place, inputs },
      env: { XDG_CACHE_HOME: place },
    });
    if (step.exitCode !== 0) throw new Error(step.log);
    summary = step.summary;
  }
  const markdown = createRequire(import.meta.url)('markdown-it')({ html: true });
  const page = path.join(place, 'summary.html');
  fs.writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><article>${markdown.render(summary)}</article>`,
  );
  const options = [
    ...[
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--force-device-scale-factor=1.5',
    ],
    ...[`--user-data-dir=${path.join(place, 'browser')}`, '--window-size=862,545'],
    ...[`--screenshot=${path.join(place, 'summary.png')}`, `file://${page}`],
  ];
  execFileSync(chromium, options, { stdio: 'ignore' });
} finally {
  service.kill('SIGTERM');
  await ended;
}
