process.argv.splice(2, Number.POSITIVE_INFINITY, 'upload', 'post');
await import('../dist/index.js');
