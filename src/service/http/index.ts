/** The HTTP side of the service: routes, static files, ranges, listings. */

export { HttpServer } from './server.ts';
