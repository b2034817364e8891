/** Workflow runners: inputs from the environment, command files, annotations. */

export { hasRunner } from './runner.ts';
