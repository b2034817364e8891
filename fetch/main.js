process.argv.splice(2, Number.POSITIVE_INFINITY, 'fetch');
await import('../dist/index.js');
