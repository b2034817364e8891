/** Files of a version at a destination of the caller's choice. */

export {
  type FetchToOptions,
  fetchContentTo,
  fetchTo,
  type Phase,
  type ToDestination,
} from './fetch-to.ts';
export { registryFiles } from './file-source.ts';
export { type PlacingMethod, placeFiles } from './place-files.ts';
export { type Standing, standingAt } from './standing.ts';
