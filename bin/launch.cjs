// Every version of Node must be able to parse this file, to report that it is too old: ES2015 only.
const NEEDED = [20, 18];

/** Starts the bundle: `action` with the words that tell it what to do, or `cli` with what was given on the command line. */
module.exports = function launch(face, ...words) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    const text = `gobbler-action requires Node ${NEEDED.join('.')} or newer; this is ${major}.${minor}`;
    if (face === 'action' && process.env.GITHUB_ACTIONS === 'true')
      console.log(`::error title=Node::${text}`);
    else console.error(`error: ${text}`);
    process.exitCode = 1;
    return;
  }
  // Before the first call of the filesystem in the background, which starts the threads for them (Node 20).
  if (process.env.UV_THREADPOOL_SIZE === undefined) process.env.UV_THREADPOOL_SIZE = '16';
  // The parser of HTTP is WebAssembly. Optimizing it takes as long as the rest of a short run, and gains nothing in a long one.
  require('node:v8').setFlagsFromString('--wasm-tiering-budget=1000000000');
  if (face === 'action') process.argv.splice(2, Number.POSITIVE_INFINITY, ...words);
  else process.argv.splice(2, 0, face);
  require('./code-cache.cjs')('../dist/index.js', process.argv.slice(2, 4).join(' '));
};
