import { actions } from './commands/index.ts';
import type { Command } from './commands/kit/index.ts';
import { StopSignals } from './stop-signals.ts';

const stopSignals = new StopSignals();

/** The actions: the commands of every front end, and one that only runners have. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {
  ...actions,
  start: async () => (await import(/* webpackChunkName: "commands" */ './github/start/start.ts')).start,
};

const USAGE = `usage: node dist/index.js COMMAND

  ${Object.keys(ACTIONS).join('\n  ')}
      run the action of that name, with its inputs in INPUT_… variables
  ACTION post
      run the post step of that action
  serve -registry DIR -staging DIR [FLAGS]
      run the embedded Gobbler; serve --help lists the flags
  cli COMMAND ...
      the command line gobbler; cli --help lists its commands
`;

/** The exit code that Node itself has for this. */
const UNFINISHED = 13;

/** The answer did not arrive: as for any other trouble with a filesystem. */
const ANSWER_LOST = 7;

/**
 * The program: `node dist/index.js ACTION` runs an action as the workflow runner does, `ACTION post` its post step,
 * `serve …` the embedded service, and `cli …` the command line. Each part is loaded when it is asked for.
 */
async function main(words: readonly string[]): Promise<void> {
  const isShell = words[0] === 'cli';
  const asked = isShell ? words.slice(1) : words;
  const [command = '', ...rest] = asked;
  if (command === 'serve')
    return (await import(/* webpackChunkName: "service" */ './service/serve.ts')).serve(rest, stopSignals);
  if (isShell)
    return (await import(/* webpackChunkName: "cli" */ './cli/main.ts')).runCommandLine(asked, stopSignals);
  const load = Object.hasOwn(ACTIONS, command) ? ACTIONS[command] : undefined;
  const isPost = rest.length === 1 && rest[0] === 'post';
  if (load !== undefined && (isPost || rest.length === 0)) {
    const [{ runAction, runPost }, command] = await Promise.all([
      import(/* webpackMode: "eager" */ './github/action.ts'),
      load(),
    ]);
    return (isPost ? runPost : runAction)(command, stopSignals);
  }
  const wantsHelp = command === '--help' || rest.includes('--help');
  (wantsHelp ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = wantsHelp ? 0 : 2;
}

// Where each filesystem call has latency, four threads are too few. The launchers do the same earlier, for Node 20.
process.env.UV_THREADPOOL_SIZE ??= '16';
const argv = process.argv.slice(2);
let isAnswerLost = false;
// Nobody may read the log any more, or it may not fit on the disk; that is no reason to leave work half done, or to call
// it a failure. On the command line, standard output is the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (argv[0] !== 'cli' || stream !== process.stdout || error.code === 'EPIPE' || isAnswerLost) return;
    isAnswerLost = true;
    process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  });
}
let isOver = false;
// A process that waits for an event that never comes must not exit as a success.
process.on('exit', (code) => {
  if (!isOver && code === 0) process.exitCode = UNFINISHED;
  else if (code === 0 && isAnswerLost) process.exitCode = ANSWER_LOST;
});
void main(argv).finally(() => {
  isOver = true;
});
