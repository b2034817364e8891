/** The HTTP side of the site: loopback, secrets, headers, routes, forms. Knows no page. */

export {
  type Answer,
  attachmentAnswer,
  imageAnswer,
  pageAnswer,
  seeOther,
  stylesheetAnswer,
  textAnswer,
} from './answers.ts';
export { readForm } from './form.ts';
export { isSame } from './guard.ts';
export { logFailure } from './log-failure.ts';
export { newSecret, type ReviewServer, type SiteRequest, serveSite } from './review-server.ts';
export { type ActionRoute, isAction, type PageRoute, routeOf } from './routes.ts';
