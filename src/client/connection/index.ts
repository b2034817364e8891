/** A service and where this machine sees its directories; HTTP; the identity of this process. */

export {
  type Connection,
  type ConnectOptions,
  connect,
  type ServiceInfo,
  serviceInfo,
} from './connection.ts';
export { type Answer, httpDownload, httpGet, httpPost, parsedJson, pause } from './http.ts';
export { currentUser, homeDirectory } from './identity.ts';
export { PIPELINE_DEPTH, PipelinedGets } from './pipelined-gets.ts';
export { isMissingListing, isReason, unauthorized } from './reasons.ts';
export { addressOf, fetchUrl, normalizeUrl } from './service-url.ts';
export { machineTag, type ProcessState, processState } from './this-machine.ts';
export {
  type DecisionTrace,
  type RequestTrace,
  TRACES,
  type Trace,
  traceDecision,
} from './trace.ts';
