process.argv.splice(2, Number.POSITIVE_INFINITY, 'start', 'post');
await import('../dist/index.js');
