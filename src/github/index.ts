/** Workflow runners: inputs from the environment, command files, annotations. */

export { appending } from './command-files.ts';
export { hasRunner } from './runner.ts';
