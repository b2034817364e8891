process.argv.splice(2, Number.POSITIVE_INFINITY, 'reject');
await import('../dist/index.js');
