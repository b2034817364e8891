process.argv.splice(2, Number.POSITIVE_INFINITY, 'upload');
await import('../dist/index.js');
