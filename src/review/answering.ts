import type { VersionRef } from '../client/index.ts';
import { readBytes } from '../client/registry/index.ts';
import { showInvisible } from '../commands/kit/index.ts';
import { factsOf, gobblerError } from '../errors/index.ts';
import { formatRef, MANIFEST, refPath } from '../protocol/index.ts';
import { imageIn, LARGEST_IMAGE_BYTES, streamFile } from './content/index.ts';
import { approve, reject, validate } from './decide.ts';
import { type Html, html, name, STYLESHEET } from './markup/index.ts';
import {
  assetPage,
  changesPage,
  comparePage,
  errorPage,
  filePage,
  filesPage,
  pendingPage,
  projectPage,
  projectsPage,
  requireFile,
  statusOf,
  versionPage,
} from './pages/index.ts';
import {
  type ActionRoute,
  type Answer,
  attachmentAnswer,
  imageAnswer,
  isAction,
  isSame,
  logFailure,
  type PageRoute,
  pageAnswer,
  readForm,
  routeOf,
  type SiteRequest,
  seeOther,
  stylesheetAnswer,
  textAnswer,
} from './server/index.ts';
import type { Site } from './site.ts';

const NOTHING = textAnswer(404, 'There is no such page.');

/** Answers a request to the site. A failure becomes a page; one that is a defect is logged, too. */
export async function answerTo(site: Site, request: SiteRequest): Promise<Answer> {
  try {
    const route = routeOf(request.path);
    if (route === undefined) return NOTHING;
    if (isAction(route)) return await act(site, route, request);
    if (request.isPost) return textAnswer(405, 'This page takes no form.', { allow: 'GET, HEAD' });
    // A page that was reloaded or closed is not worth reading the registry for; a decision is carried out in any case.
    const signal = AbortSignal.any([site.signal, request.gone]);
    return await show({ ...site, signal }, route, request.query);
  } catch (error) {
    if (request.gone.aborted) return NOTHING;
    const status = statusOf(error);
    if (status === 500) logFailure(error);
    return pageAnswer(errorPage(site, error), status);
  }
}

async function show(site: Site, route: PageRoute, query: URLSearchParams): Promise<Answer> {
  switch (route.to) {
    case 'stylesheet':
      return stylesheetAnswer(STYLESHEET);
    case 'pending':
      return pageAnswer(await pendingPage(site, query));
    case 'projects':
      return pageAnswer(await projectsPage(site, query));
    case 'project':
      return pageAnswer(await projectPage(site, route.project, query));
    case 'asset':
      return pageAnswer(await assetPage(site, route.of, query));
    case 'version':
      return pageAnswer(await versionPage(site, route.ref, query));
    case 'changes':
      return pageAnswer(await changesPage(site, route.ref, query));
    case 'files':
      return pageAnswer(await filesPage(site, route.ref, query));
    case 'file':
      return pageAnswer(await filePage(site, route.ref, route.path));
    case 'compare':
      return pageAnswer(await comparePage(site, route.ref, route.path, query));
    case 'image':
      return image(site, route.ref, route.path);
    case 'download':
      return download(site, route.ref, route.path);
    case 'manifest':
      return manifest(site, route.ref);
  }
}

/** An image of which type, size and number of pixels are fit to be shown. */
async function image(site: Site, ref: VersionRef, path: string): Promise<Answer> {
  const { connection, snapshots, signal } = site;
  const file = requireFile(await snapshots.recent(ref, signal), path);
  const content =
    file.entry.size > LARGEST_IMAGE_BYTES
      ? undefined
      : await readBytes(connection, file, { limitBytes: LARGEST_IMAGE_BYTES, signal });
  const found = content?.isWhole ? imageIn(path, content.bytes) : undefined;
  if (content === undefined || found === undefined)
    return textAnswer(415, 'The file is no image that can be shown.');
  return imageAnswer(found.type, content.bytes);
}

async function download(
  { connection, snapshots, signal }: Site,
  ref: VersionRef,
  path: string,
): Promise<Answer> {
  const { entry } = requireFile(await snapshots.recent(ref, signal), path);
  const place = `${refPath(ref)}/${path}`;
  return attachmentAnswer(path.slice(path.lastIndexOf('/') + 1), entry.size, (to) =>
    streamFile(connection, place, { sizeBytes: entry.size, to, signal }),
  );
}

async function manifest({ connection, snapshots, signal }: Site, ref: VersionRef): Promise<Answer> {
  await snapshots.recent(ref, signal);
  const fileName = `${ref.project}-${ref.asset}-${ref.version}-manifest.json`;
  return attachmentAnswer(fileName, undefined, (to) =>
    streamFile(connection, `${refPath(ref)}/${MANIFEST}`, { sizeBytes: undefined, to, signal }),
  );
}

/** Does what a form of this site asks for, and leads to the page that shows the result. */
async function act(site: Site, { to, ref }: ActionRoute, { isPost, message }: SiteRequest): Promise<Answer> {
  if (!isPost) return seeOther(site.links.version(ref));
  const form = await readForm(message);
  if (form === undefined || !isSame(form.get('secret') ?? '', site.formSecret))
    return textAnswer(403, 'The form is not of this site. Go back, reload the page, and try again.');
  // Without a digest, a decision would be about any content.
  if (to !== 'validate' && !/^[0-9a-f]{64}$/.test(form.get('digest') ?? ''))
    return textAnswer(400, 'The form names no content. Go back, reload the page, and try again.');
  try {
    return seeOther(await carryOut(site, to, ref, form));
  } catch (error) {
    const status = statusOf(error);
    if (status === 500) logFailure(error);
    return pageAnswer(errorPage(site, error, failed(to, ref, error), nextStep(site, ref)), status);
  }
}

/** Returns the address of the page that shows the result. */
async function carryOut(
  site: Site,
  action: ActionRoute['to'],
  ref: VersionRef,
  form: URLSearchParams,
): Promise<string> {
  const { links } = site;
  const digest = form.get('digest') ?? '';
  if (action === 'validate') await validate(site, ref);
  else if (action === 'approve') await approve(site, ref, digest);
  else {
    requireTyped(ref, form.get('version') ?? '');
    await reject(site, ref, digest);
  }
  return action === 'reject' ? links.pending() : links.version(ref);
}

/** A name may have characters that nobody can type: then the escapes count that the page shows instead. */
function requireTyped({ version }: VersionRef, typed: string): void {
  if (typed.trim() === version.trim() || typed.trim() === showInvisible(version).trim()) return;
  throw gobblerError('typed-differently', { version, typed });
}

const DONE = { approve: 'approved', reject: 'rejected', validate: 'validated' };

/** Says whether anything has happened. */
function failed(action: ActionRoute['to'], ref: VersionRef, error: unknown): Html {
  if (factsOf(error, 'replaced-when-approved') !== undefined)
    return html`${name(formatRef(ref))} was approved with another content`;
  return html`${name(formatRef(ref))} was not ${DONE[action]}`;
}

const nextStep = ({ links }: Site, ref: VersionRef): Html =>
  html`<p><a href="${links.version(ref)}">Look at the version as it is now</a>, or go back to <a href="${links.pending()}">the pending versions</a>.</p>`;
