/** The actions that a request can ask for. */

export { dispatch } from './dispatch.ts';
export { purgeDaily } from './purge.ts';
