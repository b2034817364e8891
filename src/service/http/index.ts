/** The HTTP side of the service: routes, static files, ranges, listings. */

export { HttpFace } from './server.ts';
