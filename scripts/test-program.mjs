/**
 * The programs that tests start, as a runner and a shell see them: launchers, package.json, and `dist/`. That is built from
 * the sources as they are, in half a second and with source maps; with GOBBLER_TEST_BUNDLE=1, it is the committed one.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { UNDICI, UNDICI_H2 } from './undici.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the programs in an empty directory that others may enter. @param {string} to */
export async function makePrograms(to) {
  copyLaunchers(to);
  const dist = path.join(to, 'dist');
  if (process.env.GOBBLER_TEST_BUNDLE === '1') fs.cpSync(path.join(root, 'dist'), dist, { recursive: true });
  else await buildFromSources(dist);
  // Files of a clone that was made under umask 077 are closed, too.
  const { status, stderr } = spawnSync('chmod', ['-R', 'a+rX', to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the copy of the programs cannot be opened to others: ${stderr}`);
}

/** @param {string} to */
function copyLaunchers(to) {
  fs.cpSync(path.join(root, 'bin'), path.join(to, 'bin'), { recursive: true });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(to, 'package.json'));
  for (const folder of fs.readdirSync(root)) {
    const launchers = ['main.cjs', 'post.cjs'].filter((name) => fs.existsSync(path.join(root, folder, name)));
    for (const name of launchers) {
      fs.mkdirSync(path.join(to, folder), { recursive: true });
      fs.copyFileSync(path.join(root, folder, name), path.join(to, folder, name));
    }
  }
}

/** @param {string} dist */
async function buildFromSources(dist) {
  /** @type {import('esbuild').BuildOptions} */
  const common = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  const worker = await build({
    ...common,
    entryPoints: [path.join(root, 'src/fs/threads/worker.ts')],
    format: 'cjs',
    write: false,
  });
  const code = worker.outputFiles[0]?.text ?? '';
  await build({
    ...common,
    entryPoints: [path.join(root, 'src/main.ts')],
    format: 'esm',
    splitting: true,
    sourcemap: true,
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    // Packages in CommonJS require modules of Node.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [
      replaced('src/fs/threads/worker-code.ts', `export const WORKER_CODE = ${JSON.stringify(code)};`),
      replaced('node_modules/undici/index.js', UNDICI),
      replaced('node_modules/undici/lib/dispatcher/client-h2.js', UNDICI_H2),
      // A dynamic import of a package in CommonJS would have no named exports.
      replaced('node_modules/yaml/dist/index.js', "export { parseDocument } from './public-api.js';"),
      withoutSideEffects(/node_modules\/@actions\//),
    ],
  });
  fs.writeFileSync(path.join(dist, 'index.js'), "require(__dirname + '/sources.cjs');\n");
  // Code from the cache of bin/code-cache.cjs can import nothing.
  fs.writeFileSync(
    path.join(dist, 'sources.cjs'),
    "process.setSourceMapsEnabled(true);\nimport('./main.mjs');\n",
  );
  fs.writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
}

/**
 * Replaces the content of a file of this project.
 *
 * @param {string} file @param {string} contents @returns {import('esbuild').Plugin}
 */
function replaced(file, contents) {
  const place = path.join(root, file);
  const filter = new RegExp(`^${place.replaceAll(/[^\w/]/g, '\\$&')}$`);
  const resolveDir = path.dirname(place);
  return { name: file, setup: ({ onLoad }) => onLoad({ filter }, () => ({ contents, resolveDir })) };
}

/**
 * Leaves out modules of which nothing is used, although their packages do not say that this is safe.
 *
 * @param {RegExp} modules @returns {import('esbuild').Plugin}
 */
function withoutSideEffects(modules) {
  return {
    name: 'without side effects',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ path: name, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === modules) return undefined;
        const resolved = await resolve(name, { importer, kind, resolveDir, pluginData: modules });
        return modules.test(resolved.path) ? { ...resolved, sideEffects: false } : resolved;
      });
    },
  };
}
