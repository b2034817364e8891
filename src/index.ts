import type { Step } from './actions/action.ts';

/**
 * The program: `node dist/index.js ACTION` runs an action as the workflow runner does, `ACTION post` its post step, and
 * `serve …` the embedded service. Each part is loaded when it is asked for.
 */
const STEPS: Readonly<Record<string, () => Promise<Step>>> = {
  upload: async () => (await import('./actions/upload.ts')).upload,
  'await-approval': async () => (await import('./actions/await-approval.ts')).awaitApproval,
  approve: async () => (await import('./actions/approve.ts')).approve,
  reject: async () => (await import('./actions/reject.ts')).reject,
  fetch: async () => (await import('./actions/fetch.ts')).fetch,
  'create-project': async () => (await import('./actions/create-project.ts')).createProject,
  'set-permissions': async () => (await import('./actions/set-permissions.ts')).setPermissions,
  start: async () => (await import('./actions/start.ts')).start,
};

const USAGE = `usage: node dist/index.js COMMAND

  ${Object.keys(STEPS).join('\n  ')}
      run the action of that name, with its inputs in INPUT_… variables
  ACTION post
      run the post step of that action
  serve -registry DIR -staging DIR [FLAGS]
      run the embedded Gobbler; serve --help lists the flags
`;

async function main([command = '', ...rest]: readonly string[]): Promise<void> {
  if (command === 'serve') return (await import('./service/serve.ts')).serve(rest);
  const step = Object.hasOwn(STEPS, command) ? await STEPS[command]?.() : undefined;
  if (step !== undefined && rest.length === 0) return step.main();
  if (step !== undefined && rest.length === 1 && rest[0] === 'post') return step.post();
  const wantsHelp = command === '--help' || rest.includes('--help');
  (wantsHelp ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = wantsHelp ? 0 : 2;
}

// Where each filesystem call has latency, four threads are too few. The launchers do the same earlier, for Node 20.
process.env.UV_THREADPOOL_SIZE ??= '16';
// Whoever reads our log may stop reading; that is no reason to leave work half done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await main(process.argv.slice(2));
