/**
 * What the package `gobbler-action` exports: the typed client, and a Gobbler to try it on.
 */
export * from './client/index.ts';
export { type StartedGobbler, type StartGobblerOptions, startGobbler } from './service/index.ts';
