import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { fetchManifest } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const library = path.resolve(import.meta.dirname, '../../src/library.ts');

/** Uploads a directory, and prints how many worker threads have answered. */
const programOf = (url: string, directory: string, asset: string): string => `
  import { syncBuiltinESMExports } from 'node:module';
  import threads from 'node:worker_threads';
  const answered = new Set();
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.on('message', () => answered.add(this));
    }
  };
  syncBuiltinESMExports();
  const { connect, uploadDirectory } = await import(${JSON.stringify(library)});
  const ref = { project: 'p', asset: ${JSON.stringify(asset)}, version: 'v' };
  const connection = await connect(${JSON.stringify(url)});
  await uploadDirectory(connection, { ...ref, directory: ${JSON.stringify(directory)}, sha256: true });
  console.log(answered.size);
`;

describe.each(['esm', 'cjs'] as const)('a program that bundles the library as %s', (format) => {
  it.each([
    ['as it is', {}],
    ['with the names of functions kept', { keepNames: true }],
    ['with the names of functions kept, and minified', { keepNames: true, minify: true }],
  ])('uploads with worker threads, %s', async (_, options) => {
    await sandbox().project('p');
    const directory = sandbox().source({ large: 'x'.repeat(12 * 1024 ** 2), small: 'x' });
    const asset = `${format}${Object.keys(options).length}`;
    const program = path.join(sandbox().root, `${asset}.${format === 'esm' ? 'mjs' : 'cjs'}`);
    const text = programOf(sandbox().url, directory, asset);
    await build({
      stdin: {
        contents:
          format === 'esm'
            ? text
            : `(async () => { ${text.replaceAll(/^ *import (\w+|\{ \w+ \}) from ('[^']*')/gm, 'const $1 = require($2)')} })()`,
        resolveDir: path.dirname(library),
      },
      bundle: true,
      platform: 'node',
      format,
      outfile: program,
      logLevel: 'error',
      ...options,
      ...(format === 'esm' && {
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
      }),
    });
    const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: sandbox().workspace });
    expect(Number(stdout)).toBeGreaterThan(0);
    const manifest = await fetchManifest(sandbox().connection, { project: 'p', asset, version: 'v' });
    expect([...manifest.keys()].sort()).toEqual(['large', 'small']);
  });
});
