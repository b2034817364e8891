/*
 * The first thing that every launcher does. Without a listener, Node ends at once when one of these comes, with nothing
 * cleaned up, and at SIGUSR1 it opens a port for a debugger. They are kept for src/stop-signals.ts, which has the same list.
 */
const received = [];
for (const signal of [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGXCPU',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGVTALRM',
])
  process.on(signal, () => received.push(signal));
process[Symbol.for('gobbler-action.early-signals')] = received;
// For src/job-ancestors.ts: it may end before the bundle is loaded.
process[Symbol.for('gobbler-action.parent')] = process.ppid;
