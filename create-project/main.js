process.argv.splice(2, Number.POSITIVE_INFINITY, 'create-project');
await import('../dist/index.js');
