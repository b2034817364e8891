process.argv.splice(2, Number.POSITIVE_INFINITY, 'set-permissions');
await import('../dist/index.js');
