/** The embedded Gobbler. */

export { type StartedGobbler, type StartGobblerOptions, startGobbler } from './start-gobbler.ts';
