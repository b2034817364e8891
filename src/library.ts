/** The exports of the package `gobbler-action`: the typed client, and a Gobbler to try it on. */
export * from './client/index.ts';
export { type StartedGobbler, type StartGobblerOptions, startGobbler } from './service/index.ts';
