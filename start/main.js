process.argv.splice(2, Number.POSITIVE_INFINITY, 'start');
await import('../dist/index.js');
