/**
 * The exports of the package `gobbler-action`: the typed client, and a Gobbler to try it on.
 *
 * @module
 * @group Reference
 */
export * from './client/index.ts';
export { type StartedGobbler, type StartGobblerOptions, startGobbler } from './service/index.ts';
