process.argv.splice(2, Number.POSITIVE_INFINITY, 'approve');
await import('../dist/index.js');
