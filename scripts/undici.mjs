/** Replacements of two files of undici in a bundle. */

/**
 * The part of undici that `src/client/connection` uses. The package's own entry also loads its fetch, its cookies, WebSockets,
 * caches and mocks, which takes every step three times as long, and is five times as much to commit.
 */
export const UNDICI = `
import Agent from './lib/dispatcher/agent.js';
import Dispatcher from './lib/dispatcher/dispatcher.js';
import request from './lib/api/api-request.js';
Dispatcher.prototype.request = request;
export { Agent };
`;

/** It asks no service for HTTP/2; to load the code of Node for it takes longer than a request. */
export const UNDICI_H2 = `
module.exports = () => { throw new Error('HTTP/2 is not in this bundle'); };
`;
