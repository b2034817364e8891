// Before the first call of the filesystem in the background, which starts the threads for them (Node 20).
process.env.UV_THREADPOOL_SIZE ??= '16';
process.argv.splice(2, Number.POSITIVE_INFINITY, 'submit');
require('../dist/index.js');
