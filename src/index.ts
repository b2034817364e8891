import type { Step } from './actions/action.ts';

/**
 * The program: `node dist/index.js ACTION` runs an action as the workflow runner does, `ACTION post` its post step, and
 * `serve …` the embedded service. Each part is loaded when it is asked for.
 */
async function main([command = '', ...rest]: readonly string[]): Promise<void> {
  switch (command) {
    case 'upload':
      return runStep((await import('./actions/upload.ts')).upload, rest);
    case 'serve':
      return (await import('./service/serve.ts')).serve(rest);
    default:
      console.error(`unknown command ${JSON.stringify(command)}: expected upload or serve`);
      process.exitCode = 2;
  }
}

function runStep(step: Step, [phase]: readonly string[]): Promise<void> {
  return phase === 'post' ? step.post() : step.main();
}

await main(process.argv.slice(2));
