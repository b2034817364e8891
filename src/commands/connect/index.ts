/** The inputs that name a service and its directories, and the connection they make. */

export { cacheFolder, optionalCacheFolder } from './cache-folder.ts';
export {
  actingFor,
  connectTo,
  requireOwnPlace,
  requireOwnRegistry,
  submitting,
} from './service-connection.ts';
export {
  concurrencyInput,
  requestInputs,
  serviceInputs,
  spoofableInputs,
  timeoutInput,
  undoingTimeoutInput,
} from './service-inputs.ts';
