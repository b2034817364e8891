process.argv.splice(2, Number.POSITIVE_INFINITY, 'await-approval');
await import('../dist/index.js');
