exports.ids = [652,743];
exports.modules = Object.assign({},
(() => {
"use strict";
return {

/***/ 5017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  review: () => (/* binding */ review)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __webpack_require__(6836);
// EXTERNAL MODULE: ./build/client/registry/listing.js
var listing = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/commands/connect/service-inputs.js
var service_inputs = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/commands/connect/service-connection.js
var service_connection = __webpack_require__(1381);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __webpack_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/command.js + 2 modules
var command = __webpack_require__(7893);
// EXTERNAL MODULE: ./build/commands/kit/shell-word.js
var shell_word = __webpack_require__(2020);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __webpack_require__(3455);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __webpack_require__(5023);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __webpack_require__(6464);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/registry/file-bytes.js
var file_bytes = __webpack_require__(4579);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __webpack_require__(6366);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/types/gif.js
var gif = __webpack_require__(1376);
// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/types/jpg.js
var jpg = __webpack_require__(4534);
// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/types/png.js
var png = __webpack_require__(3790);
// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/types/webp.js
var webp = __webpack_require__(8027);
;// CONCATENATED MODULE: ./build/review/content/images.js




/** The largest image that a page shows. */
const LARGEST_IMAGE_BYTES = 10 * 1024 * 1024;
/** A browser takes 160 MB for as many. */
const MOST_PIXELS = 40_000_000;
const FORMATS = [
    { type: 'image/png', names: /\.png$/i, format: png/* PNG */.O },
    { type: 'image/jpeg', names: /\.jpe?g$/i, format: jpg/* JPG */.k },
    { type: 'image/gif', names: /\.gif$/i, format: gif/* GIF */.x },
    { type: 'image/webp', names: /\.webp$/i, format: webp/* WEBP */.x },
];
/** Returns whether a file is called like an image that a page may show. */
const isImageName = (path) => FORMATS.some(({ names }) => names.test(path));
/**
 * The image in a file; undefined if it is none of the type that its name promises, is damaged at its beginning, or has
 * too many pixels to show. Pure.
 */
function imageIn(path, bytes) {
    const found = FORMATS.find(({ names }) => names.test(path));
    if (found === undefined)
        return undefined;
    const { type, format } = found;
    try {
        if (!format.validate(bytes))
            return undefined;
        const { width, height } = format.calculate(bytes);
        const isShowable = width > 0 && height > 0 && width * height <= MOST_PIXELS;
        return isShowable ? { type, width, height } : undefined;
    }
    catch (error) {
        // The parsers throw plain errors for headers that are cut or make no sense.
        if (error instanceof Error)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/client/connection/service-url.js
var service_url = __webpack_require__(2215);
// EXTERNAL MODULE: ./build/client/connection/http.js
var http = __webpack_require__(7674);
;// CONCATENATED MODULE: ./build/review/content/stream-file.js




/**
 * Sends a file of the registry from the service to a browser, in pieces; of `sizeBytes`, if they were announced: a browser
 * would read more as the next answer on the connection. Codes as `readBytes`, and `connection-lost` for another size. The
 * caller closes the connection after a failure, so that the browser reports an incomplete download.
 */
async function streamFile(connection, registryPath, { sizeBytes, to, signal }) {
    const url = (0,service_url/* addressOf */.ci)(connection, registryPath);
    let isBegun = false;
    let sentBytes = 0;
    const requireSize = (isFitting) => {
        if (!isFitting)
            throw (0,gobbler_error/* gobblerError */.k5)('answer-lost', { url, error: `it should have ${sizeBytes} bytes` });
    };
    const gone = new AbortController();
    to.once('close', () => gone.abort());
    try {
        const status = await (0,http/* httpDownload */.d8)(url, {
            signal: AbortSignal.any([signal, gone.signal]),
            onStart: async () => {
                // The service has lost the connection, and begins anew, which a browser cannot.
                if (isBegun)
                    throw (0,gobbler_error/* gobblerError */.k5)('answer-lost', { url, error: 'a part of the file is sent already' });
                isBegun = true;
            },
            onChunk: async (chunk) => {
                sentBytes += chunk.length;
                requireSize(sizeBytes === undefined || sentBytes <= sizeBytes);
                if (!to.write(chunk))
                    await (0,external_node_events_.once)(to, 'drain', { signal: gone.signal });
            },
        });
        if (status !== 200)
            throw (0,gobbler_error/* gobblerError */.k5)('fetch-failed', { url, status }, { httpStatus: status });
        requireSize(sizeBytes === undefined || sentBytes === sizeBytes);
        to.end();
        await (0,promises_.finished)(to);
    }
    catch (error) {
        // Nobody is there to learn about it.
        if (!gone.signal.aborted)
            throw error;
    }
}

// EXTERNAL MODULE: ./build/client/requests/maintenance.js
var maintenance = __webpack_require__(8265);
// EXTERNAL MODULE: ./build/commands/approval/other-approver.js
var other_approver = __webpack_require__(1774);
// EXTERNAL MODULE: ./build/commands/approval/decision.js + 1 modules
var decision = __webpack_require__(9829);
// EXTERNAL MODULE: ./build/commands/versions/remote-version.js
var remote_version = __webpack_require__(9159);
;// CONCATENATED MODULE: ./build/review/decide.js






/**
 * Approves a version if its content is the one that was shown, and notes whether this site did. Code `content-differs` for
 * other content: before the approval, so that nothing is approved, or right after it (problem `replaced-when-approved`).
 * Other codes as for `gobbler approve`.
 */
async function approve(site, ref, digest) {
    const { spoof, requireOtherApprover: isRequired, submitting, signal } = site;
    const version = new remote_version/* RemoteVersion */.r(site.connection, ref, signal);
    const summary = await version.requireComplete('approve');
    const asking = { ...submitting, signal };
    await (0,other_approver/* requireOtherApprover */.t)(version, summary, { spoof, 'require-other-approver': isRequired, asking });
    const beforeRepeat = () => requireShown(version, digest);
    await beforeRepeat();
    const isOwn = summary.onProbation &&
        (await (0,decision/* takeOffProbation */.DJ)(version, {
            ...(0,service_connection/* actingFor */.IH)({ spoof }),
            ...submitting,
            signal,
            beforeRepeat,
        }));
    const approved = await version.content();
    if (approved.digest !== digest)
        throw (0,gobbler_error/* gobblerError */.k5)('replaced-when-approved', {
            version: version.name,
            expected: digest,
            digest: approved.digest,
        });
    note(site, { action: 'approved', isOwn, ref, digest, at: new Date() });
}
/**
 * Rejects a version if its content is the one that was shown, and notes whether this site did, or the version was gone. Codes as
 * of `gobbler reject`.
 */
async function reject(site, ref, digest) {
    const { spoof, submitting, signal } = site;
    const version = new remote_version/* RemoteVersion */.r(site.connection, ref, signal);
    const state = await version.look();
    (0,decision/* requireRejectable */.d9)(version, state);
    let isOwn = false;
    if (state.kind === 'complete') {
        const beforeRepeat = () => requireShown(version, digest);
        await beforeRepeat();
        isOwn = await (0,decision/* removePending */.Km)(version, {
            ...(0,service_connection/* actingFor */.IH)({ spoof }),
            ...submitting,
            signal,
            beforeRepeat,
        });
    }
    note(site, { action: 'rejected', isOwn, ref, digest, at: new Date() });
}
/** Makes sure that the content of a version is the one that the page showed. */
async function requireShown(version, shown) {
    const { digest } = await version.content();
    if (digest !== shown)
        throw (0,gobbler_error/* gobblerError */.k5)('replaced-since-shown', { version: version.name, shown, digest });
}
/** Has the service compare every byte of a version with its manifest. Codes as of `validateVersion`. */
async function validate(site, ref) {
    const { submitting, signal } = site;
    const version = new remote_version/* RemoteVersion */.r(site.connection, ref, signal);
    const { digest } = await version.content();
    await (0,maintenance/* validateVersion */.Pj)(site.connection, ref, { ...submitting, signal });
    version.requirePinned(digest, await version.content());
    note(site, { action: 'validated', isOwn: true, ref, digest, at: new Date() });
}
/** Notes a decision. A form that was sent twice finds the decision of the first one, which stays the user's own. */
function note({ decisions }, decision) {
    const isSame = ({ action, ref, digest }) => action === decision.action && (0,layout/* refPath */.NA)(ref) === (0,layout/* refPath */.NA)(decision.ref) && digest === decision.digest;
    const at = decisions.findIndex(isSame);
    const [earlier] = at < 0 ? [] : decisions.splice(at, 1);
    decisions.push(earlier?.isOwn && !decision.isOwn ? earlier : decision);
}

;// CONCATENATED MODULE: ./build/review/markup/stylesheet.js
/** The looks of all pages: light and dark, down to a width of 360 px. All pairs of colors have a contrast of 4.5 or more. */
const STYLESHEET = `
:root {
  --ground: #ffffff; --raised: #f4f5f7; --ink: #1b1f24; --quiet: #525b66; --edge: #c3c9d1;
  --link: #0a55c4; --focus: #0a55c4;
  --good: #14632c; --good-ground: #dff5e4; --bad: #a01722; --bad-ground: #fde7e8;
  --wait: #6f4a00; --wait-ground: #fff1cf; --bar: #6f94c4; --part: #1b2a4a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --raised: #1f242a; --ink: #e8ebef; --quiet: #aab4c0; --edge: #46505c;
    --link: #86b7ff; --focus: #86b7ff;
    --good: #8fe0a5; --good-ground: #12351d; --bad: #ffa9ad; --bad-ground: #461a1e;
    --wait: #ffd37a; --wait-ground: #3d2d08; --bar: #4f76ad; --part: #ffd37a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
header { background: var(--raised); border-bottom: 1px solid var(--edge); padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; }
header ul, .pager ul, .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
header nav a { font-weight: 600; display: inline-block; padding: .25rem 0; }
.where { margin: 0; color: var(--quiet); font-size: .875rem; display: flex; flex-wrap: wrap; gap: 0 1.25rem; overflow-wrap: anywhere; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
main:focus { outline: none; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .5rem; overflow-wrap: anywhere; }
code, pre, .name, .lines { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
.name, code, dd { overflow-wrap: anywhere; }
.crumbs { font-size: .9rem; margin-bottom: .5rem; }
.crumbs ol { gap: .25rem; }
.crumbs li { overflow-wrap: anywhere; }
.crumbs li + li::before { content: "/"; color: var(--quiet); margin-right: .25rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap; vertical-align: middle; }
.good { color: var(--good); background: var(--good-ground); }
.bad { color: var(--bad); background: var(--bad-ground); }
.wait { color: var(--wait); background: var(--wait-ground); }
.notice { border: 1px solid currentColor; border-radius: .4rem; padding: .75rem 1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
.notice p { margin: .25rem 0; }
table.list { border-collapse: collapse; width: 100%; }
table.list th, table.list td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--edge); vertical-align: top; }
table.list thead th { color: var(--quiet); font-size: .85rem; font-weight: 600; }
table.list tbody th { font-weight: normal; overflow-wrap: anywhere; }
table.list td { overflow-wrap: anywhere; }
table.list .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .75rem 1.5rem; margin: 0 0 1rem; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd { margin: 0; }
.box { border: 1px solid var(--edge); border-radius: .4rem; padding: .25rem 1rem 1rem; margin: 1.5rem 0; background: var(--raised); }
.box h2 { margin-top: .75rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
button, input[type=search], input[type=text], select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .3rem; padding: .4rem .7rem; max-width: 100%; min-height: 2.5rem; }
button { cursor: pointer; font-weight: 600; }
button.approve { color: var(--good); background: var(--good-ground); border-color: currentColor; }
button.reject { color: var(--bad); background: var(--bad-ground); border-color: currentColor; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0; }
.search label { display: flex; flex-direction: column; font-size: .85rem; color: var(--quiet); flex: 0 1 24rem; min-width: 0; }
.search input { color: var(--ink); font-size: 1rem; }
form.decision label { display: block; margin: .5rem 0; }
form.decision input { display: block; width: 100%; max-width: 24rem; }
.checks form { margin: .25rem 0; }
.plain { list-style: none; padding: 0; margin: .5rem 0 1rem; }
.pager { margin: 1rem 0; }
.pager li { padding: .25rem 0; }
.off { color: var(--quiet); }
.scroll { overflow-x: auto; border: 1px solid var(--edge); border-radius: .4rem; margin: .5rem 0 1rem; }
pre { margin: 0; padding: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll pre { white-space: pre; overflow-wrap: normal; }
table.lines { border-collapse: collapse; min-width: 100%; tab-size: 4; }
table.lines td { padding: 0 .5rem; white-space: pre; vertical-align: top; }
table.lines td:last-child { width: 100%; }
table.lines .at { color: var(--quiet); text-align: right; user-select: none; }
table.lines tr.hunk td { background: var(--raised); color: var(--quiet); padding: .2rem .5rem; }
table.lines tr.added td { background: var(--good-ground); color: var(--good); }
table.lines tr.removed td { background: var(--bad-ground); color: var(--bad); }
table.lines tr.note td { color: var(--quiet); font-style: italic; }
table.cells { border-collapse: collapse; font-size: .9rem; }
table.cells td, table.cells th { border: 1px solid var(--edge); padding: .2rem .5rem; text-align: left; white-space: pre; max-width: 30rem; overflow: hidden; text-overflow: ellipsis; }
table.cells tr:first-child td { font-weight: 600; background: var(--raised); }
figure { margin: 0; }
figure img { max-width: 100%; height: auto; display: block; border: 1px solid var(--edge); background: repeating-conic-gradient(#c8c8c8 0 25%, #f4f4f4 0 50%) 0 0 / 16px 16px; }
figcaption { color: var(--quiet); font-size: .9rem; margin-bottom: .25rem; overflow-wrap: anywhere; }
.checks { list-style: none; padding: 0; margin: 0; }
.checks > li { margin: .5rem 0; overflow-wrap: anywhere; }
.plot { display: block; height: auto; max-width: 100%; }
.plot .size { fill: var(--bar); }
.plot .new { fill: var(--part); }
.plot .axis { stroke: var(--quiet); stroke-width: 1; fill: none; }
.key { display: inline-block; width: .8rem; height: .8rem; margin-right: .3rem; vertical-align: -.05rem; }
.key.size { background: var(--bar); }
.key.new { background: var(--part); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; font-size: .9rem; }
@media (max-width: 44rem) {
  table.list, table.list tbody, table.list tr, table.list tbody th, table.list td { display: block; }
  table.list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.list tr { border-bottom: 1px solid var(--edge); padding: .5rem 0; }
  table.list tbody th, table.list td, table.list .number { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  table.list td:empty { display: none; }
  table.list td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media (forced-colors: active) { .badge, .notice, button { border-color: CanvasText; } }
@media print { header, form, .pager, .skip { display: none; } }
`;

;// CONCATENATED MODULE: ./build/review/markup/html.js

/** Markup that is safe to send: made by {@link html}, which escapes all that is put into it. */
class Html {
    text;
    /** For this module; everything else uses {@link html}. */
    constructor(text) {
        this.text = text;
    }
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/**
 * Makes markup of a template. Texts in it are escaped for content and for quoted attributes, and characters that cannot
 * be seen become visible escapes. Throws for an attribute without quotes, in which a space would end the value.
 */
function html(texts, ...parts) {
    let result = texts[0] ?? '';
    for (const [at, part] of parts.entries()) {
        if (/=\s*$/.test(texts[at] ?? ''))
            throw new Error(`an attribute has no quotes: ${texts[at]}`);
        result += textOf(part) + (texts[at + 1] ?? '');
    }
    return new Html(result);
}
function textOf(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (typeof part === 'number')
        return String(part);
    if (typeof part === 'string')
        return escapeHtml((0,kit_escape/* showInvisible */.jQ)(part));
    return part.map(textOf).join('');
}
/** Text that a browser gets exactly as it is, such as the value of a field: nothing becomes visible. */
const exact = (text) => new Html(escapeHtml(text));
/** A line of a file: tabs stay tabs. */
const codeLine = (line) => new Html(line
    .split('\t')
    .map((text) => escapeHtml((0,kit_escape/* showInvisible */.jQ)(text)))
    .join('\t'));
/** A foreign name, set apart, so that letters from right to left do not move what stands next to it. */
const html_name = (text) => html `<bdi class="name">${text}</bdi>`;

;// CONCATENATED MODULE: ./build/review/markup/frame.js

/** A whole page around its main part. */
function framed({ title, crumbs = [], links, service, user }, main) {
    const trail = crumbs.length === 0
        ? undefined
        : html `<nav aria-label="Breadcrumbs" class="crumbs"><ol>${crumbs.map(({ label, href }) => href === undefined
            ? html `<li><span aria-current="page">${label}</span></li>`
            : html `<li><a href="${href}">${label}</a></li>`)}</ol></nav>`;
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - gobbler review</title>
<link rel="stylesheet" href="${links.stylesheet()}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Main"><ul>
<li><a href="${links.pending()}">Pending</a></li>
<li><a href="${links.projects()}">Projects</a></li>
</ul></nav>
<p class="where"><span>Service <bdi>${service}</bdi></span> <span>You are ${user === undefined ? 'a user without a name' : html `<bdi><strong>${user}</strong></bdi>`}</span></p>
</header>
<main id="main" tabindex="-1">
${trail}
${main}
</main>
</body>
</html>
`;
}

;// CONCATENATED MODULE: ./build/review/site.js

/** A page of the site. */
function sitePage(site, title, main, crumbs = []) {
    const { links, connection, user } = site;
    return framed({ title, crumbs, links, service: connection.url, user }, main);
}
/** The way to a version, or to what is above it. */
function crumbsTo({ links }, { project, asset, version }, ...more) {
    const crumbs = [
        { label: 'Projects', href: links.projects() },
        { label: html_name(project), href: links.project(project) },
    ];
    if (asset !== undefined)
        crumbs.push({ label: html_name(asset), href: links.asset({ project, asset }) });
    if (asset !== undefined && version !== undefined)
        crumbs.push({ label: html_name(version), href: links.version({ project, asset, version }) });
    crumbs.push(...more);
    const last = crumbs.at(-1);
    return last === undefined ? crumbs : [...crumbs.slice(0, -1), { label: last.label }];
}

// EXTERNAL MODULE: ./build/commands/kit/format.js
var format = __webpack_require__(8034);
// EXTERNAL MODULE: ./build/errors/hint.js
var hint = __webpack_require__(8054);
;// CONCATENATED MODULE: ./build/review/pages/notices.js




const MOST_PLACES = 5;
/** Says that a list may lack something. */
function unreadableNotice(unreadable) {
    if (unreadable.length === 0)
        return undefined;
    const places = unreadable
        .slice(0, MOST_PLACES)
        .map(({ place, error }) => html `<li>${html_name(place)}: ${error.message}</li>`);
    return html `<section class="notice wait" aria-label="Unreadable records"><p>${(0,format/* formatNumberOf */.Of)(unreadable.length, 'place')} cannot be read, so that this list may lack versions:</p><ul>${places}</ul></section>`;
}
/** A failure as a block: its message, and the next step. */
function failureNotice(error) {
    const advice = error instanceof gobbler_error/* GobblerError */.CE && error.advice !== undefined
        ? (0,hint/* hintText */.dx)(error.advice, asOption)
        : undefined;
    return html `<section class="notice bad" role="alert">${sentences(error).map((text) => html `<p>${text}</p>`)}${advice && html `<p>${advice}</p>`}</section>`;
}
const MOST_DECISIONS = 5;
/** The decisions about versions since the site was started, the newest first: the user's own, and those of others. */
function decisionsNotice({ decisions }) {
    const made = decisions.filter(({ action }) => action !== 'validated').reverse();
    return [true, false].flatMap((isOwn) => {
        const shown = made.filter((decision) => decision.isOwn === isOwn).slice(0, MOST_DECISIONS);
        if (shown.length === 0)
            return [];
        const label = isOwn ? 'Decisions on this page' : 'Decisions made elsewhere';
        const texts = shown.map((decision) => html `<p>${decisionText(decision, html_name((0,names/* formatRef */.rq)(decision.ref)))}</p>`);
        return [
            html `<section class="notice ${isOwn ? 'good' : 'wait'}" role="status" aria-label="${label}">${texts}</section>`,
        ];
    });
}
/** A decision as a sentence about `subject`. */
function decisionText({ action, isOwn, at }, subject) {
    if (isOwn)
        return html `You have ${action} ${subject} at ${at.toTimeString().slice(0, 8)}.`;
    if (action === 'rejected')
        return html `${subject} does not exist any more: it was rejected elsewhere, or its probation has expired.`;
    return html `${subject} was ${action} already, not on this page.`;
}
const MOST_FINDINGS = 20;
function sentences(error) {
    if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.findings.length === 0)
        return [(0,errno/* messageOf */.b)(error)];
    return [error.headline ?? error.message, ...error.findings.slice(0, MOST_FINDINGS)];
}
const asOption = ({ input, value }) => value === undefined || value === 'true' ? `--${input}` : `--${input} ${value}`;

;// CONCATENATED MODULE: ./build/review/pages/error-page.js




/** The HTTP status of an error by its code. */
const STATUS = {
    'invalid-input': 400,
    'invalid-name': 400,
    'not-authorized': 403,
    'not-found': 404,
    'content-differs': 409,
    'not-on-probation': 409,
    'conflicting-change': 409,
    'on-probation': 409,
    'service-unreachable': 503,
    'staging-unavailable': 503,
    'registry-unavailable': 503,
    'lock-timeout': 503,
    // The service, or its registry, is at fault.
    'service-misconfigured': 502,
    'service-failed': 502,
    'corrupt-record': 502,
    'connection-lost': 502,
    'request-refused': 502,
    'request-expired': 502,
    'timed-out': 502,
    // They do not occur on a page.
    'invalid-source': 502,
    'already-exists': 502,
    'incomplete-upload': 502,
    'destination-unavailable': 502,
    cancelled: 502,
};
/** The HTTP status for what a page has thrown: 500 for a defect. */
function statusOf(error) {
    return error instanceof gobbler_error/* GobblerError */.CE ? STATUS[error.code] : 500;
}
const HEADINGS = {
    'not-found': 'Not found',
    'service-unreachable': 'The service does not answer',
};
/** The page instead of one that has failed. `heading` says what has failed, `more` is what to do about it. */
function errorPage(site, error, heading, more) {
    const known = error instanceof gobbler_error/* GobblerError */.CE
        ? (HEADINGS[error.code] ?? 'The page cannot be shown')
        : 'A defect in this program';
    const main = html `<h1>${heading ?? known}</h1>${failureNotice(error)}${more ??
        html `<p>Reload this page to try again, or go back to <a href="${site.links.pending()}">the pending versions</a>.</p>`}`;
    return sitePage(site, known, main);
}

// EXTERNAL MODULE: ./build/client/review/approvable-projects.js
var approvable_projects = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/client/review/pending-versions.js
var pending_versions = __webpack_require__(2837);
// EXTERNAL MODULE: ./build/commands/provenance/origin-text.js
var origin_text = __webpack_require__(4674);
// EXTERNAL MODULE: ./build/commands/versions/changes.js
var versions_changes = __webpack_require__(3595);
// EXTERNAL MODULE: ./build/protocol/times.js
var times = __webpack_require__(1838);
;// CONCATENATED MODULE: ./build/review/markup/paging.js


/** The page of a list that a query names; the nearest one for a number that is too high or none. Pure. */
function pageOf(all, wanted, size) {
    const pages = Math.max(1, Math.ceil(all.length / size));
    const number = Math.trunc(Number(wanted ?? 1));
    const page = Number.isFinite(number) ? Math.min(Math.max(number, 1), pages) : 1;
    return { items: all.slice((page - 1) * size, page * size), page, pages, total: all.length };
}
/** Links to the other pages of a list; nothing if there is only one. */
function pager({ page, pages }, linkTo, label) {
    if (pages === 1)
        return undefined;
    const to = (target, text, isPossible) => isPossible
        ? html `<li><a href="${linkTo({ page: target })}">${text}</a></li>`
        : html `<li><span class="off">${text}</span></li>`;
    return html `<nav aria-label="${label}" class="pager"><ul>
${to(1, 'First', page > 1)}
${to(page - 1, 'Previous', page > 1)}
<li>Page ${(0,format/* formatCount */.B4)(page)} of ${(0,format/* formatCount */.B4)(pages)}</li>
${to(page + 1, 'Next', page < pages)}
${to(pages, 'Last', page < pages)}
</ul></nav>`;
}
/** A search over all items of a list. `action` is the address without its query; `kept` goes with it. */
function searchForm({ action, label, wanted, kept = {}, }) {
    const fields = Object.entries(kept).map(([key, value]) => value === undefined || value === ''
        ? undefined
        : html `<input type="hidden" name="${key}" value="${exact(String(value))}">`);
    return html `<form role="search" method="get" action="${action}" class="search">${fields}
<label>${label} <input type="search" name="q" value="${exact(wanted)}" autocomplete="off" spellcheck="false"></label>
<button>Search</button></form>`;
}

;// CONCATENATED MODULE: ./build/review/markup/table.js

/**
 * A table with a caption for screen readers. On narrow screens each row becomes a block, in which every cell has the
 * title of its column. The first cell of a row is its heading.
 */
function table(caption, columns, rows) {
    const heads = columns.map(({ title, isNumeric }) => isNumeric ? html `<th scope="col" class="number">${title}</th>` : html `<th scope="col">${title}</th>`);
    const cells = (row) => row.map((cell, at) => {
        const { title = '', isNumeric } = columns[at] ?? { title: '' };
        if (at === 0)
            return html `<th scope="row">${cell}</th>`;
        return html `<td data-label="${title}" class="${isNumeric ? 'number' : ''}">${cell}</td>`;
    });
    return html `<table class="list"><caption class="hidden">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => html `<tr>${cells(row)}</tr>\n`)}</tbody></table>`;
}
/** Facts with their titles; those that are undefined are left out. */
function facts(rows) {
    return html `<dl class="facts">${rows
        .filter(([, value]) => value !== undefined)
        .map(([title, value]) => html `<div><dt>${title}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

;// CONCATENATED MODULE: ./build/review/pages/pending-page.js









const ROWS = 50;
/** How long the page waits for sizes and changes. */
const NUMBERS_BUDGET_MS = 5000;
/** The versions on probation that wait for the user's decision; with `all=1`, those of all projects. */
async function pendingPage(site, query) {
    const { connection, links, signal } = site;
    const isAll = query.get('all') === '1';
    const scope = await scopeOf(site, isAll);
    const { versions, unreadable } = await (0,pending_versions/* findPending */.rj)(connection, scope.projects, { signal });
    const wanted = query.get('q') ?? '';
    const found = versions.filter((version) => matches(version, wanted));
    const shown = pageOf(found, query.get('page'), ROWS);
    const kept = { q: wanted, all: isAll ? 1 : undefined };
    const numbers = await site.pendingReviews.of(shown.items, { budgetMs: NUMBERS_BUDGET_MS, signal });
    const now = Date.now();
    const count = versions.length === 0 ? 'No version is' : (0,format/* formatNumberOf */.Of)(versions.length, 'version');
    const list = shown.total === 0
        ? html `<p>No version on probation matches the search.</p>`
        : table('Versions on probation, the newest first', COLUMNS, shown.items.map((version) => rowOf(site, version, numbers, now)));
    const action = links.pending();
    const search = searchForm({
        action,
        label: 'Search versions and uploaders',
        wanted,
        kept: { all: kept.all },
    });
    const main = html `<h1>Pending versions</h1>
${decisionsNotice(site)}
${unreadableNotice([...scope.unreadable, ...unreadable, ...numbers.unreadable])}
<p>${count} on probation in ${scope.heading}. ${scope.remark}</p>
${versions.length === 0 ? undefined : [search, list]}
${pager(shown, (page) => links.pending({ ...kept, ...page }), 'Pages of pending versions')}
<p>${isAll
        ? html `<a href="${links.pending()}">Show only those that you can approve</a>`
        : html `<a href="${links.pending({ all: 1 })}">Show those of all projects</a>`}</p>`;
    return sitePage(site, 'Pending versions', main);
}
const COLUMNS = [
    { title: 'Version' },
    { title: 'Uploader' },
    { title: 'Age', isNumeric: true },
    { title: 'Size', isNumeric: true },
    { title: 'Files', isNumeric: true },
    { title: 'Changes since the latest version' },
];
async function scopeOf({ connection, project, signal }, isAll) {
    if (isAll) {
        const projects = await (0,listing/* listProjects */.hF)(connection, { signal });
        return {
            projects,
            heading: (0,format/* formatNumberOf */.Of)(projects.length, 'project'),
            remark: undefined,
            unreadable: [],
        };
    }
    if (project !== undefined) {
        // A name that does not exist is an error, not a place without versions.
        await (0,listing/* listAssets */.qs)(connection, project, { signal });
        return { projects: [project], heading: `the project ${project}`, remark: undefined, unreadable: [] };
    }
    const { projects, of, isAdministrator, unreadable } = await (0,approvable_projects/* approvableProjects */.J)(connection, { signal });
    const isUnsure = isAdministrator === undefined && projects.length < of;
    return {
        projects,
        heading: projects.length === 0
            ? `a project in which you can approve: there is none among ${(0,format/* formatNumberOf */.Of)(of, 'project')}`
            : projects.length === of
                ? (0,format/* formatNumberOf */.Of)(of, 'project')
                : `${(0,format/* formatNumberOf */.Of)(projects.length, 'project')} (of ${(0,format/* formatCount */.B4)(of)}) in which you can approve`,
        remark: isUnsure
            ? 'These are the projects that you own: whether you are an administrator of the service is not known, since the staging directory cannot be used from here.'
            : undefined,
        unreadable,
    };
}
function matches({ ref, summary }, wanted) {
    const text = wanted.toLowerCase();
    return [(0,names/* formatRef */.rq)(ref), summary.uploadUserId].some((part) => part.toLowerCase().includes(text));
}
function rowOf({ links }, { ref, summary }, { versions }, now) {
    const reviewed = versions.get((0,layout/* refPath */.NA)(ref));
    const { content, provenance } = reviewed ?? {};
    const finished = (0,times/* parseTimestamp */.EH)(summary.uploadFinish);
    return [
        html `<a href="${links.version(ref)}">${html_name((0,names/* formatRef */.rq)(ref))}</a>`,
        html `${html_name(summary.uploadUserId)}${provenance && statedBy(provenance)}`,
        finished === undefined
            ? summary.uploadFinish
            : html `<time datetime="${summary.uploadFinish}" title="${summary.uploadFinish}">${(0,format/* formatAge */.nV)(now - finished)}</time>`,
        content && (0,format/* formatBytes */.z3)(content.bytes),
        content && (0,format/* formatCount */.B4)(content.files),
        changesCell(reviewed),
    ];
}
function changesCell(reviewed) {
    if (reviewed === undefined)
        return 'not counted yet: reload the page';
    const { content, changes, incomparable } = reviewed;
    if (content === undefined)
        return html `<span class="badge bad">unreadable</span>`;
    if (incomparable !== undefined)
        return (0,versions_changes/* incomparableText */.zX)(incomparable);
    if (changes === undefined)
        return 'first version';
    return `${(0,format/* formatCount */.B4)(changes.added)} added, ${(0,format/* formatCount */.B4)(changes.changed)} changed, ${(0,format/* formatCount */.B4)(changes.removed)} removed, ${(0,format/* formatBytes */.z3)(changes.newBytes)} of new data`;
}
/** The commit and the actor that a provenance file states. */
function statedBy(provenance) {
    const { commit, actor } = provenance;
    const mismatch = (0,origin_text/* mismatchOf */.mW)(provenance);
    if (mismatch !== undefined)
        return html `<br><span class="badge bad" title="${mismatch}">wrong provenance</span>`;
    const at = commit === undefined ? undefined : html `<br><code>${commit.slice(0, 10)}</code>`;
    return html `${at}${actor === undefined ? undefined : html `<br>started by ${html_name(actor)}`}`;
}

// EXTERNAL MODULE: ./build/client/requests/permissions.js
var requests_permissions = __webpack_require__(7154);
// EXTERNAL MODULE: ./build/client/registry/versions.js
var versions = __webpack_require__(5642);
// EXTERNAL MODULE: ./build/client/review/unreadable.js
var review_unreadable = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/fs/concurrency.js
var concurrency = __webpack_require__(535);
;// CONCATENATED MODULE: ./build/review/pages/projects-page.js






const projects_page_ROWS = 50;
const READS_IN_FLIGHT = 8;
const projects_page_COLUMNS = [{ title: 'Project' }, { title: 'Owners' }, { title: 'Usage', isNumeric: true }];
/** All projects of the registry. */
async function projectsPage(site, query) {
    const { connection, links, signal } = site;
    const all = await (0,listing/* listProjects */.hF)(connection, { signal });
    const wanted = query.get('q') ?? '';
    const found = all.filter((project) => project.toLowerCase().includes(wanted.toLowerCase()));
    const shown = pageOf(found, query.get('page'), projects_page_ROWS);
    const rows = new Map();
    const read = async (project) => {
        const { value: permissions } = await (0,review_unreadable/* readOne */.JF)((0,requests_permissions/* fetchPermissions */.LN)(connection, { project }, { signal }));
        const { value: usage } = await (0,review_unreadable/* readOne */.JF)((0,versions/* fetchUsage */.wW)(connection, project, { signal }));
        rows.set(project, [
            html `<a href="${links.project(project)}">${html_name(project)}</a>`,
            permissions === undefined ? 'unreadable' : namesOf(permissions.owners),
            usage === undefined ? 'unreadable' : (0,format/* formatBytes */.z3)(usage),
        ]);
    };
    await (0,concurrency/* forEachConcurrently */.DW)(shown.items, READS_IN_FLIGHT, read, signal);
    const main = html `<h1>Projects</h1>
<p>${(0,format/* formatNumberOf */.Of)(all.length, 'project')}.</p>
${searchForm({ action: links.projects(), label: 'Search projects', wanted })}
${shown.total === 0
        ? html `<p>No project.</p>`
        : table('Projects', projects_page_COLUMNS, shown.items.map((project) => rows.get(project) ?? []))}
${pager(shown, (page) => links.projects({ q: wanted, ...page }), 'Pages of projects')}`;
    return sitePage(site, 'Projects', main);
}
const MOST_NAMES = 10;
/** Some names, and the number of the others. */
function namesOf(names) {
    const rest = names.length - MOST_NAMES;
    const shown = names.slice(0, MOST_NAMES).map((owner, at) => html `${at === 0 ? '' : ', '}${html_name(owner)}`);
    return html `${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/review/pages/permissions-section.js

const permissions_section_COLUMNS = [
    { title: 'Uploader' },
    { title: 'Assets' },
    { title: 'Versions' },
    { title: 'Until' },
    { title: 'Trusted' },
];
/** A table of users and their rights. `inherited` tells what else applies. */
function permissionsSection(permissions, inherited) {
    if (permissions === undefined)
        return html `<h2>Permissions</h2><p>The permissions cannot be read.</p>`;
    const { owners, uploaders, globalWrite } = permissions;
    const rows = uploaders.map(({ id, asset, version, until, trusted }) => [
        html_name(id),
        asset === undefined ? 'all' : html_name(asset),
        version === undefined ? 'all' : html_name(version),
        until ?? 'no end',
        trusted === true ? 'yes: not on probation' : 'no: on probation',
    ]);
    return html `<h2>Permissions</h2>${inherited && html `<p>${inherited}</p>`}
${facts([
        [
            'Owners, who upload and decide',
            owners.length === 0 ? 'none' : owners.map((owner, at) => html `${at === 0 ? '' : ', '}${html_name(owner)}`),
        ],
        ['Anybody may create assets', globalWrite === undefined ? undefined : globalWrite ? 'yes' : 'no'],
    ])}
${rows.length === 0 ? html `<p>No other uploaders.</p>` : table('Uploaders', permissions_section_COLUMNS, rows)}`;
}

;// CONCATENATED MODULE: ./build/review/pages/project-page.js







const project_page_ROWS = 50;
const project_page_READS_IN_FLIGHT = 8;
const project_page_COLUMNS = [{ title: 'Asset' }, { title: 'Latest version' }];
/** A project: its assets, usage and permissions. */
async function projectPage(site, project, query) {
    const { connection, links, signal } = site;
    const all = await (0,listing/* listAssets */.qs)(connection, project, { signal });
    const { value: usage } = await (0,review_unreadable/* readOne */.JF)((0,versions/* fetchUsage */.wW)(connection, project, { signal }));
    const { value: permissions } = await (0,review_unreadable/* readOne */.JF)((0,requests_permissions/* fetchPermissions */.LN)(connection, { project }, { signal }));
    const wanted = query.get('q') ?? '';
    const found = all.filter((asset) => asset.toLowerCase().includes(wanted.toLowerCase()));
    const shown = pageOf(found, query.get('page'), project_page_ROWS);
    const latest = new Map();
    const read = async (asset) => {
        latest.set(asset, await (0,review_unreadable/* readOne */.JF)((0,versions/* fetchLatest */.wF)(connection, { project, asset }, { signal })));
    };
    await (0,concurrency/* forEachConcurrently */.DW)(shown.items, project_page_READS_IN_FLIGHT, read, signal);
    const rows = shown.items.map((asset) => {
        const { value: version, error } = latest.get(asset) ?? {};
        return [
            html `<a href="${links.asset({ project, asset })}">${html_name(asset)}</a>`,
            version === undefined
                ? error === undefined
                    ? 'none'
                    : 'unreadable'
                : html `<a href="${links.version({ project, asset, version })}">${html_name(version)}</a>`,
        ];
    });
    const main = html `<h1>${html_name(project)}</h1>
${facts([
        ['Assets', (0,format/* formatNumberOf */.Of)(all.length, 'asset')],
        ['Usage', usage === undefined ? 'unreadable' : (0,format/* formatBytes */.z3)(usage)],
    ])}
<h2>Assets</h2>
${searchForm({ action: links.project(project), label: 'Search assets', wanted })}
${shown.total === 0 ? html `<p>No asset.</p>` : table('Assets', project_page_COLUMNS, rows)}
${pager(shown, (page) => links.project(project, { q: wanted, ...page }), 'Pages of assets')}
${permissionsSection(permissions)}`;
    return sitePage(site, project, main, crumbsTo(site, { project }));
}

// EXTERNAL MODULE: ./build/client/review/version-states.js
var version_states = __webpack_require__(7175);
// EXTERNAL MODULE: ./build/protocol/json.js
var protocol_json = __webpack_require__(7360);
;// CONCATENATED MODULE: ./build/review/markup/plot.js


const WIDTH = 720;
const HEIGHT = 160;
const WIDEST_BAR = 48;
/**
 * Bars of the sizes of versions, from the oldest to the newest, and of the part of each that is new in the registry.
 * Undefined for less than two. The words are no part of the picture, which becomes small on a small screen.
 */
function sizePlot(title, versions) {
    const most = Math.max(0, ...versions.map(({ bytes }) => bytes));
    if (versions.length < 2 || most === 0)
        return undefined;
    const step = Math.min(WIDTH / versions.length, WIDEST_BAR);
    const scale = (HEIGHT - 2) / most;
    const bar = (kind, at, share, bytes) => {
        const height = bytes * scale;
        const x = at * step + (step * (1 - share)) / 2;
        return html `<rect class="${kind}" x="${round(x)}" y="${round(HEIGHT - 1 - height)}" width="${round(step * share)}" height="${round(height)}"/>`;
    };
    const bars = versions.map(({ version, bytes, storedBytes }, at) => html `<g><title>${version}: ${(0,format/* formatBytes */.z3)(bytes)}, ${(0,format/* formatBytes */.z3)(storedBytes)} of it new</title>${bar('size', at, 0.8, bytes)}${bar('new', at, 0.45, storedBytes)}</g>\n`);
    const end = round(step * versions.length);
    return html `<figure><figcaption>From the oldest to the newest version. The line at the top is ${(0,format/* formatBytes */.z3)(most)}.</figcaption>
<svg class="plot" viewBox="0 0 ${end} ${HEIGHT}" width="${end}" role="img" aria-label="${title}">
<path class="axis" d="M0 1H${end}M0 ${HEIGHT - 1}H${end}"/>
${bars}
</svg>
<ul class="legend"><li><span class="key size"></span>size of the version</li><li><span class="key new"></span>new bytes in the registry</li></ul></figure>`;
}
const round = (value) => value.toFixed(2);

;// CONCATENATED MODULE: ./build/review/pages/asset-page.js








const asset_page_ROWS = 50;
/** How long a page waits for sizes. */
const SIZES_BUDGET_MS = 5000;
const asset_page_COLUMNS = [
    { title: 'Version' },
    { title: 'State' },
    { title: 'Uploader' },
    { title: 'Upload finished' },
    { title: 'Files', isNumeric: true },
    { title: 'Size', isNumeric: true },
    { title: 'New bytes', isNumeric: true },
];
/** An asset: its versions, the newest first, with a plot of their sizes, and its permissions. */
async function assetPage(site, of, query) {
    const { connection, links, signal } = site;
    const { versions, unreadable } = await (0,version_states/* versionStates */.X)(connection, of, { signal });
    const wanted = query.get('q') ?? '';
    const found = [...versions].sort(newestFirst).filter((version) => asset_page_matches(version, wanted));
    const shown = pageOf(found, query.get('page'), asset_page_ROWS);
    const finished = shown.items.filter((version) => version.summary !== undefined);
    const sizes = await site.sizes.of(finished, { budgetMs: SIZES_BUDGET_MS, signal });
    const { value: permissions } = await (0,review_unreadable/* readOne */.JF)((0,requests_permissions/* fetchPermissions */.LN)(connection, of, { signal }));
    const plotted = finished.flatMap(({ ref }) => {
        const size = sizes.get((0,layout/* refPath */.NA)(ref));
        return size === undefined ? [] : [{ version: ref.version, ...size }];
    });
    const isOnePage = shown.pages === 1;
    const plot = sizePlot(`Sizes of ${plotted.length} versions of ${(0,names/* formatRef */.rq)(of)}; the table below has the numbers`, plotted.reverse());
    const main = html `<h1>${html_name((0,names/* formatRef */.rq)(of))}</h1>
${unreadableNotice(unreadable)}
<p>${(0,format/* formatNumberOf */.Of)(versions.length, 'version')}${wanted === '' ? '' : `, of which ${(0,format/* formatNumberOf */.Of)(found.length, 'matches', 'match')} the search`}.</p>
${searchForm({ action: links.asset(of), label: 'Search versions, uploaders and states', wanted })}
${plot && html `<h2>${isOnePage ? 'Sizes' : 'Sizes of the versions on this page'}</h2>${plot}`}
<h2>Versions</h2>
${shown.total === 0
        ? html `<p>No version.</p>`
        : table('Versions, the newest first', asset_page_COLUMNS, shown.items.map((version) => asset_page_rowOf(site, version, sizes)))}
${sizes.size < finished.length ? html `<p class="quiet">Some manifests are unreadable, or so large that their sizes are not counted yet: reload the page.</p>` : undefined}
${pager(shown, (page) => links.asset(of, { q: wanted, ...page }), 'Pages of versions')}
${permissionsSection(permissions, 'Besides those of the project.')}`;
    return sitePage(site, (0,names/* formatRef */.rq)(of), main, crumbsTo(site, of));
}
/** Uploads that have not finished are the newest. */
function newestFirst(one, other) {
    const finish = ({ summary }) => summary === undefined ? Number.MAX_SAFE_INTEGER : ((0,times/* parseTimestamp */.EH)(summary.uploadFinish) ?? 0);
    return finish(other) - finish(one) || (0,protocol_json/* compareBytes */.Xo)(other.ref.version, one.ref.version);
}
function asset_page_matches(version, wanted) {
    const { ref, summary } = version;
    const words = [ref.version, summary?.uploadUserId ?? '', stateOf(version)];
    return words.some((word) => word.toLowerCase().includes(wanted.toLowerCase()));
}
const stateOf = ({ state, isLatest }) => isLatest ? 'latest version' : STATES[state].text;
const STATES = {
    approved: { text: 'approved', kind: '' },
    pending: { text: 'on probation', kind: 'wait' },
    unfinished: { text: 'upload has not finished', kind: 'wait' },
    unreadable: { text: 'unreadable', kind: 'bad' },
};
function asset_page_rowOf({ links }, version, sizes) {
    const { ref, summary, state, isLatest } = version;
    const size = sizes.get((0,layout/* refPath */.NA)(ref));
    return [
        summary === undefined
            ? html_name(ref.version)
            : html `<a href="${links.version(ref)}">${html_name(ref.version)}</a>`,
        html `<span class="badge ${isLatest ? 'good' : STATES[state].kind}">${stateOf(version)}</span>`,
        summary && html_name(summary.uploadUserId),
        summary && html `<time datetime="${summary.uploadFinish}">${summary.uploadFinish}</time>`,
        size && (0,format/* formatCount */.B4)(size.files),
        size && (0,format/* formatBytes */.z3)(size.bytes),
        size && (0,format/* formatBytes */.z3)(size.storedBytes),
    ];
}

// EXTERNAL MODULE: ./build/client/requests/staging-area.js + 1 modules
var staging_area = __webpack_require__(3621);
// EXTERNAL MODULE: ./build/client/registry/manifest-digest.js
var manifest_digest = __webpack_require__(4475);
;// CONCATENATED MODULE: ./build/review/content/checks.js




const MOST_EXAMPLES = 10;
/** Checks a version by its records and by the names of its files. Reads no contents. */
async function checkVersion(connection, snapshot, options) {
    const complete = await checkComplete(connection, snapshot, options.signal);
    return [complete, await checkLinks(connection, snapshot, options)];
}
/** Compares the manifest with the files that the service lists. */
async function checkComplete(connection, { ref, manifest }, signal) {
    const title = 'Manifest is complete';
    const { value: listed, error } = await (0,review_unreadable/* readOne */.JF)((0,listing/* listFiles */.CS)(connection, ref, { forceRemote: true, signal }));
    if (listed === undefined)
        return { title, outcome: 'unknown', sentence: error.message, examples: [] };
    const present = new Set(listed.map((path) => path.replace(/\/$/, '')));
    const directories = (0,manifest_digest/* directoriesOf */.Pv)([...present]);
    const isPresent = (path) => present.has(path) || (manifest.get(path)?.md5sum === '' && directories.has(path));
    const missing = [...manifest.keys()].filter((path) => !isPresent(path));
    const isForeign = (path) => !path.endsWith('/') && !manifest.has(path) && !path.split('/').some(names/* isInternalName */.Bn);
    const unlisted = listed.filter(isForeign);
    if (missing.length + unlisted.length === 0)
        return {
            title,
            outcome: 'passed',
            sentence: 'Every file is listed, and every listed file exists.',
            examples: [],
        };
    const sentence = `Listed, but missing: ${missing.length}. There, but not listed: ${unlisted.length}.`;
    return { title, outcome: 'failed', sentence, examples: [...missing, ...unlisted].slice(0, MOST_EXAMPLES) };
}
/**
 * Compares each link with the manifest of the version that it leads to, one version after the other: the links of one may
 * lead to thousands. Begins with no more of them after `budgetMs`. A link is broken if the version or the file does not exist,
 * or has another content; unknown if the manifest of the version is unreadable.
 */
async function checkLinks(connection, { ref, manifest }, { budgetMs, signal }) {
    const title = 'Links resolve';
    const byVersion = linksByVersion(manifest);
    const links = [...byVersion.values()].reduce((sum, { length }) => sum + length, 0);
    const begunAt = performance.now();
    const broken = [];
    const unknown = [];
    let compared = 0;
    for (const [place, entries] of byVersion) {
        if (performance.now() - begunAt > budgetMs)
            break;
        const [first] = entries;
        if (first === undefined)
            continue;
        const { project, asset, version } = first.target;
        const found = place === (0,layout/* refPath */.NA)(ref)
            ? { value: manifest }
            : await (0,review_unreadable/* readOne */.JF)((0,versions/* fetchManifest */.Cj)(connection, { project, asset, version }, { forceRemote: true, signal }));
        // The service allows no version of an invalid name.
        const isMissing = found.error?.code === 'not-found' || found.error?.code === 'invalid-name';
        const isUnknown = found.error !== undefined && !isMissing;
        if (!isUnknown)
            compared += entries.length;
        for (const { path, size, md5sum, target } of entries) {
            const entry = found.value?.get(target.path);
            if (entry?.size === size && entry.md5sum === md5sum)
                continue;
            (isUnknown ? unknown : broken).push(`${path} -> ${(0,names/* formatRef */.rq)(target)}/${target.path}`);
        }
    }
    const good = compared - broken.length;
    const unread = unknown.length > 0 ? ` ${unknown.length} lead to versions with unreadable manifests.` : '';
    const rest = links - compared - unknown.length;
    const skipped = rest > 0 ? ` Checking the other ${rest} takes longer.` : '';
    if (broken.length > 0) {
        const sentence = `${broken.length} of ${compared} links do not lead to a file of that content.${unread}${skipped}`;
        return { title, outcome: 'failed', sentence, examples: broken.slice(0, MOST_EXAMPLES) };
    }
    if (compared < links) {
        const sentence = `${good} of ${links} links lead to files of that content.${unread}${skipped}`;
        return { title, outcome: 'unknown', sentence, examples: unknown.slice(0, MOST_EXAMPLES) };
    }
    const sentence = links === 0 ? 'The version has no links.' : `All links (${links}) lead to files of that content.`;
    return { title, outcome: 'passed', sentence, examples: [] };
}
/** The links of a manifest by the place of the version with the file. */
function linksByVersion(manifest) {
    const found = new Map();
    for (const [path, { size, md5sum, link }] of manifest) {
        if (link === undefined)
            continue;
        const target = link.ancestor ?? link;
        const place = (0,layout/* refPath */.NA)(target);
        const entry = { path, size, md5sum, target };
        const known = found.get(place);
        if (known === undefined)
            found.set(place, [entry]);
        else
            known.push(entry);
    }
    return found;
}

// EXTERNAL MODULE: ./build/client/review/compare-with-latest.js
var compare_with_latest = __webpack_require__(2098);
;// CONCATENATED MODULE: ./build/review/pages/compared.js





/** The name of the latest version of the asset, or why it is unknown. */
const latestOf = ({ connection, signal }, ref) => (0,review_unreadable/* readOne */.JF)((0,versions/* fetchLatest */.wF)(connection, ref, { forceRemote: true, signal }));
/** The version that the address of a page names for the comparison; undefined if it names none. Code `invalid-name`. */
function otherIn(query) {
    const value = query.get('with');
    if (value === null)
        return undefined;
    (0,names/* requireName */.rI)('version', value);
    return { value };
}
/** Compares a version with another one of its asset, by default the latest: what readers have until this one is approved. */
function compareWith({ snapshots, signal }, after, other) {
    const { ref } = after;
    return (0,compare_with_latest/* compareVersions */.Zy)(ref.version, other, async (version) => snapshots.compare(await snapshots.recent({ ...ref, version }, signal), after));
}
/** Says why a comparison is missing; undefined if it could be made. */
const incomparableNotice = ({ incomparable }) => incomparable && html `<section class="notice bad"><p>${(0,versions_changes/* incomparableText */.zX)(incomparable)}</p></section>`;

;// CONCATENATED MODULE: ./build/review/pages/changes-page.js






const changes_page_ROWS = 100;
/** All changes of a version since the latest one, or since the one that `with` names. */
async function changesPage(site, ref, query) {
    const { links, snapshots, signal } = site;
    const other = query.get('with') ?? undefined;
    const after = await snapshots.recent(ref, signal);
    const compared = await compareWith(site, after, otherIn(query) ?? (await latestOf(site, ref)));
    const { comparison } = compared;
    const crumbs = crumbsTo(site, ref, { label: 'Changes' });
    const title = `Changes of ${(0,names/* formatRef */.rq)(ref)}`;
    if (comparison === undefined)
        return sitePage(site, title, html `<h1>Changes</h1>${incomparableNotice(compared) ?? html `<p>There is no other version to compare with.</p>`}`, crumbs);
    const wanted = query.get('q') ?? '';
    const found = comparison.changes.filter(({ kind, path }) => includes(`${kind} ${path}`, wanted));
    const shown = pageOf(found, query.get('page'), changes_page_ROWS);
    const main = html `<h1>Changes of ${html_name((0,names/* formatRef */.rq)(ref))} since ${html_name(comparison.before.ref.version)}</h1>
${changesText(comparison)}
${searchForm({ action: links.changes(ref), label: 'Search paths; added, changed and removed are words, too', wanted, kept: { with: other } })}
${shown.total === 0 ? html `<p>${wanted === '' ? 'Nothing has changed.' : 'No change matches the search.'}</p>` : changesTable(site, comparison, shown.items)}
${pager(shown, (page) => links.changes(ref, { q: wanted, with: other, ...page }), 'Pages of changes')}`;
    return sitePage(site, title, main, crumbs);
}
const includes = (text, wanted) => text.toLowerCase().includes(wanted.toLowerCase());
/** Changes in numbers. */
const changesText = ({ difference }) => html `<ul class="plain">${[(0,versions_changes/* changeCounts */.Zg)(difference), ...(0,versions_changes/* changeTotals */.QI)(difference)].map((text) => html `<li>${text}</li>`)}</ul>`;
const changes_page_COLUMNS = [
    { title: 'Path' },
    { title: 'Change' },
    { title: 'Size before', isNumeric: true },
    { title: 'Size after', isNumeric: true },
];
const KINDS = {
    added: html `<span class="badge good">added</span>`,
    changed: html `<span class="badge wait">changed</span>`,
    removed: html `<span class="badge bad">removed</span>`,
};
/** Changes as a table, each with a link to the comparison of the file. */
function changesTable({ links }, { before, after }, changes) {
    const size = (bytes) => bytes === undefined ? undefined : (0,format/* formatBytes */.z3)(bytes);
    const rows = changes.map(({ kind, path, beforeBytes, afterBytes }) => [
        html `<a href="${links.file('compare', after.ref, path, { with: before.ref.version })}">${html_name(path)}</a>`,
        KINDS[kind],
        size(beforeBytes),
        size(afterBytes),
    ]);
    return table('Changes, the largest first', changes_page_COLUMNS, rows);
}

// EXTERNAL MODULE: ./build/commands/versions/maintainers.js
var versions_maintainers = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/commands/versions/how-to-approve.js
var how_to_approve = __webpack_require__(6664);
// EXTERNAL MODULE: ./build/errors/maintainers.js
var errors_maintainers = __webpack_require__(3956);
;// CONCATENATED MODULE: ./build/review/pages/decision-box.js




/**
 * The forms by which a version is approved or rejected: pinned to the content that the page shows. If the staging directory
 * is `unusable`, that error and the command instead.
 */
async function decisionBox(site, snapshot, unusable) {
    const { connection, links, formSecret, user, signal } = site;
    const { ref, digest, summary } = snapshot;
    const { uploadUserId: uploader } = summary;
    const maintainers = await (0,versions_maintainers/* findMaintainers */.j7)(connection, ref.project, signal);
    const command = (0,how_to_approve/* approveCommand */.f6)({ connection, ref, digest });
    const isOwn = user === uploader;
    const intro = html `<p>${html_name(uploader)} has uploaded this version. ${user === undefined
        ? 'You are a user without a name on this machine.'
        : html `You are ${html_name(user)}${isOwn ? ', the same account' : ''}.`} It can be approved by ${(0,errors_maintainers/* maintainersText */.b)(maintainers)}.</p>
${isOwn && site.requireOtherApprover ? html `<p><strong>This site requires another approver than the uploader.</strong></p>` : undefined}`;
    const secrets = html `<input type="hidden" name="secret" value="${formSecret}"><input type="hidden" name="digest" value="${digest}">`;
    const byCommand = html `<p>To approve the same content in a shell where ${html_name(connection.serviceStaging)} is mounted:</p><div class="scroll" role="region" aria-label="Command" tabindex="0"><pre><code>${command}</code></pre></div>`;
    if (unusable !== undefined)
        return html `<section class="box" aria-labelledby="decide"><h2 id="decide">Decide</h2>${intro}
<p><strong>You cannot decide here:</strong> ${unusable.message}. A decision is a file in that directory: start <code>gobbler review</code> where you can write to it, or name its place on this machine with <code>--staging</code>.</p>
${byCommand}</section>`;
    return html `<section class="box" aria-labelledby="decide"><h2 id="decide">Decide</h2>${intro}
<div class="columns">
<form class="decision" method="post" action="${links.decision('approve', ref)}"><h3>Approve</h3>
<p>Approves exactly the content that this page shows; if it has been replaced meanwhile, nothing is approved.</p>
${secrets}<button class="approve">Approve ${html_name((0,names/* formatRef */.rq)(ref))}</button></form>
<form class="decision" method="post" action="${links.decision('reject', ref)}"><h3>Reject</h3>
<p>Removes the version and its files from the registry, for good.</p>
${secrets}<label>Type the version, <strong>${html_name(ref.version)}</strong>, to confirm
<input type="text" name="version" required autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button class="reject">Reject ${html_name((0,names/* formatRef */.rq)(ref))}</button></form>
</div>
${byCommand}</section>`;
}

;// CONCATENATED MODULE: ./build/review/content/metadata.js

/** The largest metadata file that is read. */
const LARGEST_METADATA_BYTES = 4 * 1024 * 1024;
const LONGEST_TEXT = 2000;
const metadata_MOST_NAMES = 50;
const READERS = [
    ['ro-crate-metadata.json', roCrate],
    ['datapackage.json', dataPackage],
    ['dataset_description.json', datasetDescription],
];
/** The metadata files in the root of a version, as RO-Crate, Data Package and BIDS have them. */
const metadataFiles = ({ ref, manifest }) => READERS.flatMap(([path]) => {
    const entry = manifest.get(path);
    return entry === undefined || entry.md5sum === '' ? [] : [{ ref, path, entry }];
});
/** Reads a metadata file by its name; undefined if it is no JSON, or says nothing that is known. Pure. */
function readMetadata(path, text) {
    const read = READERS.find(([name]) => name === path)?.[1];
    const found = read?.(parsed(text));
    if (found === undefined)
        return undefined;
    const isEmpty = found.title === undefined && found.description === undefined;
    return isEmpty && found.authors.length + found.licenses.length === 0 ? undefined : { path, ...found };
}
function parsed(text) {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** RO-Crate: a flat list of entities that refer to each other by `@id`. The descriptor names the root by `about`. */
function roCrate(json) {
    const graph = listOf((0,protocol_json/* ownMember */.nV)(json, '@graph'));
    const entities = new Map(graph.map((entity) => [(0,protocol_json/* ownMember */.nV)(entity, '@id'), entity]));
    const descriptor = graph.find((entity) => /(^|\/)ro-crate-metadata\.json$/.test(metadata_textOf((0,protocol_json/* ownMember */.nV)(entity, '@id')) ?? ''));
    const root = entities.get((0,protocol_json/* ownMember */.nV)((0,protocol_json/* ownMember */.nV)(descriptor, 'about'), '@id') ?? './');
    if (root === undefined)
        return undefined;
    const resolved = (value) => {
        const id = (0,protocol_json/* ownMember */.nV)(value, '@id');
        return id === undefined ? value : (entities.get(id) ?? value);
    };
    const nameOf = (value) => {
        const entity = resolved(value);
        return metadata_textOf(entity) ?? metadata_textOf((0,protocol_json/* ownMember */.nV)(entity, 'name')) ?? metadata_textOf((0,protocol_json/* ownMember */.nV)(entity, '@id'));
    };
    const authors = [...listOf((0,protocol_json/* ownMember */.nV)(root, 'author')), ...listOf((0,protocol_json/* ownMember */.nV)(root, 'creator'))];
    return {
        title: metadata_textOf((0,protocol_json/* ownMember */.nV)(root, 'name')),
        description: metadata_textOf((0,protocol_json/* ownMember */.nV)(root, 'description')),
        authors: texts(authors.map(nameOf)),
        licenses: texts(listOf((0,protocol_json/* ownMember */.nV)(root, 'license')).map(nameOf)),
    };
}
/** Frictionless Data Package: `contributors` and `licenses` are lists of objects. */
function dataPackage(json) {
    if (!isObject(json))
        return undefined;
    const first = (value, ...keys) => keys.map((key) => metadata_textOf((0,protocol_json/* ownMember */.nV)(value, key))).find((text) => text !== undefined);
    return {
        title: first(json, 'title', 'name'),
        description: metadata_textOf((0,protocol_json/* ownMember */.nV)(json, 'description')),
        authors: texts(listOf((0,protocol_json/* ownMember */.nV)(json, 'contributors')).map((entry) => first(entry, 'title', 'givenName'))),
        licenses: texts(listOf((0,protocol_json/* ownMember */.nV)(json, 'licenses')).map((entry) => first(entry, 'name', 'title', 'path'))),
    };
}
/** BIDS: names begin with a capital letter. */
function datasetDescription(json) {
    if (!isObject(json))
        return undefined;
    return {
        title: metadata_textOf((0,protocol_json/* ownMember */.nV)(json, 'Name')),
        description: metadata_textOf((0,protocol_json/* ownMember */.nV)(json, 'Description')),
        authors: texts(listOf((0,protocol_json/* ownMember */.nV)(json, 'Authors')).map(metadata_textOf)),
        licenses: texts(listOf((0,protocol_json/* ownMember */.nV)(json, 'License')).map(metadata_textOf)),
    };
}
const isObject = (value) => typeof value === 'object' && value !== null;
/** A list, or the only one of it, as JSON-LD allows. */
const listOf = (value) => Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
/** A text that says something, cut to a length that a page has room for. */
function metadata_textOf(value) {
    if (typeof value !== 'string' || value.trim() === '')
        return undefined;
    const text = value.trim();
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).toWellFormed()} \u2026` : text;
}
const texts = (found) => [...new Set(found.filter((text) => text !== undefined))].slice(0, metadata_MOST_NAMES);

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./build/review/content/text.js


/** The largest text of which a page shows the content or the differences. */
const LARGEST_TEXT_BYTES = 512 * 1024;
/** Texts that differ in more lines than this are not compared line by line: the work grows with the square. */
const MOST_EDITS = 4000;
const LONGEST_COMPARISON_MS = 2000;
/** Bytes as text; undefined if they are none: they are not UTF-8, or contain NUL. */
const decodeText = (bytes) => bytes.includes(0) || !(0,external_node_buffer_.isUtf8)(bytes) ? undefined : bytes.toString('utf8');
/** Compares two texts line by line; undefined if they differ too much for that. Pure. */
function compareTexts(before, after) {
    const patch = (0,create/* structuredPatch */.YB)('', '', before, after, undefined, undefined, {
        context: 3,
        maxEditLength: MOST_EDITS,
        timeout: LONGEST_COMPARISON_MS,
    });
    return patch?.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
        title: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
        lines: numbered(lines, oldStart, newStart),
    }));
}
function numbered(lines, oldStart, newStart) {
    let [before, after] = [oldStart, newStart];
    return lines.map((line) => {
        const text = line.slice(1);
        switch (line[0]) {
            case '+':
                return { kind: 'added', text, before: undefined, after: after++ };
            case '-':
                return { kind: 'removed', text, before: before++, after: undefined };
            case '\\':
                return { kind: 'note', text: text.trim(), before: undefined, after: undefined };
            default:
                return { kind: 'same', text, before: before++, after: after++ };
        }
    });
}

;// CONCATENATED MODULE: ./build/review/pages/metadata-section.js



/** Title, description, authors and license, if the version has a metadata file of a known standard. */
async function metadataSection(site, snapshot) {
    const found = [];
    for (const file of metadataFiles(snapshot)) {
        if (file.entry.size > LARGEST_METADATA_BYTES)
            continue;
        const content = await (0,file_bytes/* readBytes */.i)(site.connection, file, {
            limitBytes: LARGEST_METADATA_BYTES,
            signal: site.signal,
        });
        const text = content?.isWhole ? decodeText(content.bytes) : undefined;
        const metadata = text === undefined ? undefined : readMetadata(file.path, text);
        if (metadata !== undefined)
            found.push(metadata);
    }
    if (found.length === 0)
        return undefined;
    return html `<h2>Description</h2>${found.map(({ path, title, description, authors, licenses }) => html `<section aria-label="Description by ${path}">
${facts([
        ['Title', title && html `<bdi>${title}</bdi>`],
        ['Authors', authors.length === 0 ? undefined : html `<bdi>${authors.join(', ')}</bdi>`],
        ['License', licenses.length === 0 ? undefined : html `<bdi>${licenses.join(', ')}</bdi>`],
        ['Source', html `<a href="${site.links.file('file', snapshot.ref, path)}">${html_name(path)}</a>`],
    ])}
${description && html `<p>${description.split('\n').map((line) => html `<bdi>${line}</bdi><br>`)}</p>`}
</section>`)}`;
}

// EXTERNAL MODULE: ./build/client/provenance/find-provenance.js
var find_provenance = __webpack_require__(6814);
;// CONCATENATED MODULE: ./build/review/pages/provenance-section.js




const WITHOUT_LIMIT = { files: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
/**
 * Where a version comes from, as its provenance file states it, with a warning if that describes something else; undefined
 * without one. If `isChecked`, compares the files of a large version, too.
 */
async function provenanceSection({ connection, links, signal }, { ref, manifest }, { isChecked }) {
    const contentLimit = isChecked ? WITHOUT_LIMIT : undefined;
    const found = await (0,find_provenance/* findProvenance */.p)(connection, ref, manifest, { contentLimit, signal });
    if (found === undefined)
        return undefined;
    const { file, runUrl, workflow, actor, user, message, startedOn } = found;
    return html `<h2>Provenance</h2>
${matchNotice(found, manifest, links.version(ref, { provenance: 1 }))}
<p>The uploader states this. Nobody has signed it.</p>
${facts([
        ['Repository', found.repository && provenance_section_text(found.repository)],
        ['Commit', commitOf(found)],
        ['Ref', found.ref && html_name(found.ref)],
        ['Workflow', workflow && provenance_section_text(workflow)],
        ['Run', runUrl && html `<a href="${exact(runUrl)}" rel="noreferrer noopener">${runUrl}</a>`],
        ['Started by', actor && html_name(actor)],
        ['Job', (0,origin_text/* slurmText */.HM)(found)],
        ['As user', user && html_name(user)],
        ['Started at', html `<time datetime="${startedOn}">${startedOn}</time>`],
        ['Message', message && messageLines(message)],
        ['File', html `<a href="${links.file('file', ref, file)}">${html_name(file)}</a>`],
    ])}`;
}
function matchNotice(found, manifest, checkLink) {
    const mismatch = (0,origin_text/* mismatchOf */.mW)(found);
    if (mismatch !== undefined)
        return html `<section class="notice bad" role="alert"><p><strong>Do not rely on these facts:</strong> ${mismatch}.</p></section>`;
    if (found.match === 'exact')
        return undefined;
    let bytes = 0;
    for (const { size } of manifest.values())
        bytes += size;
    return html `<p>The files were not compared with the statement: <a href="${checkLink}">compare them now</a>, which reads ${(0,format/* formatBytes */.z3)(bytes)}.</p>`;
}
const provenance_section_text = (value) => html `<bdi>${value}</bdi>`;
const commitOf = ({ commit, modified }) => commit === undefined
    ? undefined
    : html `<code>${commit}</code>${modified ? ', with uncommitted changes' : undefined}`;
const messageLines = (message) => message
    .trim()
    .split('\n')
    .map((line) => html `<bdi>${line}</bdi><br>`);

;// CONCATENATED MODULE: ./build/review/pages/version-page.js














/** The largest changes that the page of a version lists itself. */
const MOST_CHANGES = 25;
/** Versions with more entries are checked on request. */
const MOST_CHECKED = 20_000;
/** How long the page looks at links, unless it is asked to check. */
const LINKS_BUDGET_MS = 3000;
/** A version: facts, checks, changes, and the decision if it is on probation. Reads it anew from the service. */
async function versionPage(site, ref, query) {
    const { connection, links, signal } = site;
    const snapshot = await site.snapshots.take(ref, signal);
    const latest = await latestOf(site, ref);
    const compared = await compareWith(site, snapshot, otherIn(query) ?? latest);
    const isAsked = query.get('checks') === '1';
    const isChecked = isAsked || snapshot.manifest.size <= MOST_CHECKED;
    const budgetMs = isAsked ? Number.POSITIVE_INFINITY : LINKS_BUDGET_MS;
    const checks = isChecked ? await checkVersion(connection, snapshot, { budgetMs, signal }) : undefined;
    const unusable = await stagingProblem(connection);
    const { summary } = snapshot;
    const main = html `<h1>${html_name((0,names/* formatRef */.rq)(ref))} ${stateBadge(snapshot, latest.value)}</h1>
${decidedNotice(site, snapshot)}
${versionFacts(snapshot)}
<p><a href="${links.files(ref)}">All files</a> \u00b7 <a href="${links.manifest(ref)}">Download the manifest</a></p>
${await sectionOf('Description', metadataSection(site, snapshot))}
${await sectionOf('Provenance', provenanceSection(site, snapshot, { isChecked: query.get('provenance') === '1' }))}
${changesSection(site, snapshot, compared, latest.value)}
${checksSection(site, snapshot, checks, unusable === undefined)}
${summary.onProbation ? await decisionBox(site, snapshot, unusable) : undefined}`;
    return sitePage(site, (0,names/* formatRef */.rq)(ref), main, crumbsTo(site, ref));
}
/** The error of every request to the service from here; undefined if this user can make files in staging. */
async function stagingProblem(connection) {
    try {
        await (0,staging_area/* requireStaging */.nB)(connection);
        return undefined;
    }
    catch (error) {
        if (error instanceof gobbler_error/* GobblerError */.CE && error.code === 'staging-unavailable')
            return error;
        throw error;
    }
}
/** A section, or why its file cannot be read. */
async function sectionOf(heading, section) {
    const { value, error } = await (0,review_unreadable/* readOne */.JF)(section);
    return error === undefined ? value : html `<h2>${heading}</h2><p>It cannot be read: ${error.message}</p>`;
}
function stateBadge({ ref, summary }, latest) {
    if (summary.onProbation)
        return html `<span class="badge wait">on probation</span>`;
    if (latest === ref.version)
        return html `<span class="badge good">latest version</span>`;
    return html `<span class="badge">approved</span>`;
}
function versionFacts({ summary, content, storedBytes, digest }) {
    return facts([
        ['Uploaded by', html_name(summary.uploadUserId)],
        ['Upload finished', html `<time datetime="${summary.uploadFinish}">${summary.uploadFinish}</time>`],
        ['Content', `${(0,format/* formatNumberOf */.Of)(content.files, 'file')}, ${(0,format/* formatBytes */.z3)(content.bytes)}`],
        ['Stored anew in the registry', (0,format/* formatBytes */.z3)(storedBytes)],
        ['Manifest digest', html `<code>${digest}</code>`],
    ]);
}
/** Says what was decided here, if that is the state of the version. */
function decidedNotice({ decisions }, { ref, summary, digest }) {
    const last = decisions.findLast((decision) => (0,names/* formatRef */.rq)(decision.ref) === (0,names/* formatRef */.rq)(ref));
    if (last === undefined || last.action !== 'approved' || summary.onProbation || last.digest !== digest)
        return undefined;
    return html `<section class="notice ${last.isOwn ? 'good' : 'wait'}" role="status"><p>${decisionText(last, 'this content')}</p></section>`;
}
function changesSection(site, { ref }, compared, latest) {
    const { comparison } = compared;
    if (comparison === undefined) {
        const why = latest === undefined
            ? 'The asset has no latest version, so that all files are new.'
            : 'This is the latest version. Compare it with another one by name.';
        return html `<h2>Changes</h2>${incomparableNotice(compared) ?? html `<p>${why}</p>`}${compareForm(site, ref)}`;
    }
    const { before, changes } = comparison;
    const earlier = before.ref.version;
    const query = earlier === latest ? {} : { with: earlier };
    const all = changes.length > MOST_CHANGES
        ? html `<p><a href="${site.links.changes(ref, query)}">All ${(0,format/* formatNumberOf */.Of)(changes.length, 'change')}, with search</a></p>`
        : undefined;
    return html `<h2>Changes since ${html_name(earlier)}${earlier === latest ? ', the latest version' : ''}</h2>
${changesText(comparison)}
${changes.length === 0 ? undefined : changesTable(site, comparison, changes.slice(0, MOST_CHANGES))}
${all}${compareForm(site, ref)}`;
}
function compareForm({ links }, ref) {
    return html `<form method="get" action="${links.version(ref)}" class="search"><label>Compare with another version of the asset <input type="text" name="with" required autocomplete="off" spellcheck="false"></label><button>Compare</button></form>`;
}
const OUTCOMES = {
    passed: html `<span class="badge good">passed</span>`,
    failed: html `<span class="badge bad">failed</span>`,
    unknown: html `<span class="badge wait">unknown</span>`,
};
function checksSection(site, { ref, digest, manifest }, checks, canSend) {
    const validated = site.decisions.findLast((decision) => decision.action === 'validated' &&
        (0,names/* formatRef */.rq)(decision.ref) === (0,names/* formatRef */.rq)(ref) &&
        decision.digest === digest);
    const found = checks === undefined
        ? html `<li>${(0,format/* formatNumberOf */.Of)(manifest.size, 'entry', 'entries')} are not checked by themselves: <a href="${site.links.version(ref, { checks: 1 })}">check them now</a></li>`
        : checks.map(({ title, outcome, sentence, examples }) => html `<li>${OUTCOMES[outcome]} <strong>${title}.</strong> ${sentence}${outcome === 'unknown'
            ? html ` <a href="${site.links.version(ref, { checks: 1 })}">Check again</a>`
            : undefined}${examples.length === 0
            ? undefined
            : html `<ul>${examples.map((path) => html `<li>${html_name(path)}</li>`)}</ul>`}</li>`);
    const validation = validated === undefined
        ? html `<li><span class="badge">not run</span> <strong>Validated.</strong> The service can compare the bytes of every file with the manifest, for its administrators.${canSend
            ? html `
<form method="post" action="${site.links.decision('validate', ref)}"><input type="hidden" name="secret" value="${site.formSecret}"><button>Validate</button></form>`
            : undefined}</li>`
        : html `<li>${OUTCOMES.passed} <strong>Validated.</strong> The service has compared every byte at ${validated.at.toTimeString().slice(0, 8)}.</li>`;
    return html `<h2>Checks</h2><ul class="checks">${found}${validation}</ul>`;
}

;// CONCATENATED MODULE: ./build/review/pages/files-page.js




const files_page_ROWS = 100;
const files_page_COLUMNS = [
    { title: 'Path' },
    { title: 'Size', isNumeric: true },
    { title: 'MD5' },
    { title: 'Link to' },
];
/** The manifest of a version: every file and empty directory, with a search over all of them. */
async function filesPage(site, ref, query) {
    const { links, snapshots, signal } = site;
    const { paths, manifest } = await snapshots.recent(ref, signal);
    const wanted = query.get('q') ?? '';
    const text = wanted.toLowerCase();
    const found = wanted === '' ? paths : paths.filter((path) => path.toLowerCase().includes(text));
    const shown = pageOf(found, query.get('page'), files_page_ROWS);
    const rows = shown.items.map((path) => files_page_rowOf(site, ref, path, manifest.get(path)));
    const main = html `<h1>Files of ${html_name((0,names/* formatRef */.rq)(ref))}</h1>
<p>${(0,format/* formatNumberOf */.Of)(paths.length, 'entry', 'entries')}${wanted === '' ? '' : `, of which ${(0,format/* formatNumberOf */.Of)(found.length, 'matches', 'match')} the search`}. <a href="${links.manifest(ref)}">Download the manifest</a></p>
${searchForm({ action: links.files(ref), label: 'Search paths', wanted })}
${rows.length === 0 ? html `<p>No file.</p>` : table('Files', files_page_COLUMNS, rows)}
${pager(shown, (page) => links.files(ref, { q: wanted, ...page }), 'Pages of files')}`;
    return sitePage(site, `Files of ${(0,names/* formatRef */.rq)(ref)}`, main, crumbsTo(site, ref, { label: 'Files' }));
}
function files_page_rowOf({ links }, ref, path, entry) {
    if (entry === undefined || entry.md5sum === '')
        return [html_name(`${path}/`), 'empty directory'];
    const { size, md5sum, link } = entry;
    return [
        html `<a href="${links.file('file', ref, path)}">${html_name(path)}</a>`,
        (0,format/* formatBytes */.z3)(size),
        html `<code>${md5sum}</code>`,
        link && html_name(`${(0,names/* formatRef */.rq)(link)}/${link.path}`),
    ];
}

;// CONCATENATED MODULE: ./build/review/content/delimited.js
const MOST_ROWS = 20;
const MOST_COLUMNS = 30;
const SEPARATORS = [
    [/\.csv$/i, ','],
    [/\.(tsv|tab)$/i, '\t'],
];
/** The separator of the cells in a file of this name; undefined if it is not a table. */
const separatorOf = (path) => SEPARATORS.find(([names]) => names.test(path))?.[1];
/** The first rows of a table, with quotes as in RFC 4180. `isWhole` is false if the text ends within the file. Pure. */
function tableHead(text, separator, isWhole) {
    const rows = [];
    let row = [];
    let at = 0;
    let isCut = !isWhole;
    const endRow = () => {
        if (row.length > MOST_COLUMNS)
            isCut = true;
        rows.push(row.slice(0, MOST_COLUMNS));
        row = [];
    };
    while (at < text.length && rows.length < MOST_ROWS) {
        const { value, end } = cellAt(text, at, separator);
        row.push(value);
        at = end + 1;
        if (text[end] === separator)
            continue;
        if (text[end] === '\r' && text[at] === '\n')
            at++;
        endRow();
    }
    if (row.length > 0)
        endRow();
    return { rows, isCut: isCut || at < text.length };
}
/** A quote within quotes is doubled. Text behind the closing one belongs to the cell, as spreadsheets read it. */
function cellAt(text, start, separator) {
    let value = '';
    let at = start;
    if (text[start] === '"') {
        at++;
        for (;;) {
            const quote = text.indexOf('"', at);
            if (quote < 0)
                return { value: value + text.slice(at), end: text.length };
            value += text.slice(at, quote);
            at = quote + 1;
            if (text[at] !== '"')
                break;
            value += '"';
            at++;
        }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
        end++;
    return { value: value + text.slice(at, end), end };
}

;// CONCATENATED MODULE: ./build/review/pages/preview.js




/** Lines of a file or of a comparison that one page shows. */
const MOST_LINES = 2000;
/** A line that is longer is cut. */
const LONGEST_LINE = 1000;
/** The content of a file, as far as a page can show it. */
async function previewOf(site, file) {
    const loaded = await load(site, file);
    return html `<h2>Content</h2>${remark(loaded)}${figureOf(site, loaded) ?? headOf(loaded) ?? preview_textOf(loaded) ?? notShown(loaded)}`;
}
/** Two files next to each other, or the lines in which they differ. */
async function comparisonOf(site, { before, after }) {
    const isSame = before?.entry.md5sum === after?.entry.md5sum && before?.entry.size === after?.entry.size;
    if (isSame && after !== undefined)
        return html `<p>The file has not changed.</p>${await previewOf(site, after)}`;
    const sides = [before && (await load(site, before)), after && (await load(site, after))];
    const remarks = sides.map((side) => side && remark(side));
    const [one, other] = sides;
    const lines = one && other && differenceOf(one, other);
    if (lines !== undefined)
        return html `<h2>Differences</h2>${remarks}${lines}${tables(sides)}`;
    const column = (title, side) => html `<section><h2>${title}</h2>${side === undefined
        ? html `<p>There is no such file.</p>`
        : html `${remark(side)}${figureOf(site, side) ?? headOf(side) ?? preview_textOf(side) ?? notShown(side)}`}</section>`;
    return html `<div class="columns">${column('Before', one)}${column('After', other)}</div>`;
}
/** Large texts are read for their beginning only if that is a table. */
async function load({ connection, signal }, file) {
    const { path, entry } = file;
    const limitBytes = isImageName(path) ? LARGEST_IMAGE_BYTES : LARGEST_TEXT_BYTES;
    if (entry.size > limitBytes && separatorOf(path) === undefined)
        return { file, content: undefined };
    return { file, content: await (0,file_bytes/* readBytes */.i)(connection, file, { limitBytes, signal }) };
}
function remark({ file, content }) {
    if (content?.isListed !== false)
        return undefined;
    return html `<p class="notice bad"><strong>The registry has other bytes in ${file.ref.version} than the manifest says.</strong> Do not approve a version that is damaged.</p>`;
}
function figureOf({ links }, { file, content }) {
    const image = content?.isWhole ? imageIn(file.path, content.bytes) : undefined;
    if (image === undefined)
        return undefined;
    const { width, height } = image;
    return html `<figure><figcaption>${file.ref.version}: ${(0,format/* formatCount */.B4)(width)} \u00d7 ${(0,format/* formatCount */.B4)(height)} pixels, ${(0,format/* formatBytes */.z3)(file.entry.size)}</figcaption>
<img src="${links.file('image', file.ref, file.path)}" width="${width}" height="${height}" alt="${file.path} in ${file.ref.version}"></figure>`;
}
/** The first rows of a table; undefined for a file that is none. */
function headOf({ file, content }) {
    const separator = separatorOf(file.path);
    if (separator === undefined || content === undefined)
        return undefined;
    const text = decodeText(content.isWhole ? content.bytes : wholeLines(content.bytes));
    if (text === undefined)
        return undefined;
    const { rows, isCut } = tableHead(text, separator, content.isWhole);
    const cells = rows.map((row) => html `<tr>${row.map((cell) => html `<td>${(0,kit_escape/* shortened */.vI)(cell)}</td>`)}</tr>\n`);
    const label = `The first rows of ${file.path} in ${file.ref.version}`;
    return html `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="cells"><caption class="hidden">${label}</caption><tbody>${cells}</tbody></table></div>${isCut ? html `<p class="quiet">The rest is not shown.</p>` : undefined}`;
}
/** The bytes up to the last line break: a character behind it may be cut. */
const wholeLines = (bytes) => bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
function preview_textOf({ file, content }) {
    const text = content?.isWhole ? decodeText(content.bytes) : undefined;
    if (text === undefined)
        return undefined;
    if (text === '')
        return html `<p>The file is empty.</p>`;
    const all = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const rows = all
        .slice(0, MOST_LINES)
        .map((line, at) => html `<tr><td class="at">${at + 1}</td><td>${codeLine(cutLine(line))}</td></tr>\n`);
    return html `${linesTable(`Text of ${file.path} in ${file.ref.version}`, rows)}${restText(all.length - MOST_LINES)}`;
}
const cutLine = (line) => line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).toWellFormed()} \u2026` : line;
const restText = (rest) => rest > 0
    ? html `<p class="quiet">${(0,format/* formatCount */.B4)(rest)} more lines are not shown: download the file.</p>`
    : undefined;
const linesTable = (label, rows) => html `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="lines"><caption class="hidden">${label}</caption><tbody>${rows}</tbody></table></div>`;
/** The lines in which two texts differ; undefined if one of them is no text, or they differ too much. */
function differenceOf(before, after) {
    const texts = [before, after].map(({ content }) => content?.isWhole ? decodeText(content.bytes) : undefined);
    const [one, other] = texts;
    if (one === undefined || other === undefined)
        return undefined;
    const hunks = compareTexts(one, other);
    if (hunks === undefined)
        return undefined;
    const rows = hunks.flatMap(hunkRows);
    const label = `Differences of ${after.file.path} from ${before.file.ref.version} to ${after.file.ref.version}`;
    return html `${linesTable(label, rows.slice(0, MOST_LINES))}${restText(rows.length - MOST_LINES)}`;
}
const hunkRows = ({ title, lines }) => [
    html `<tr class="hunk"><td class="at"></td><td class="at"></td><td></td><td>${title}</td></tr>\n`,
    ...lines.map(diffRow),
];
const MARKS = { added: '+', removed: '-', same: ' ', note: '' };
const diffRow = ({ kind, text, before, after }) => html `<tr class="${kind}"><td class="at">${before}</td><td class="at">${after}</td><td>${MARKS[kind]}</td><td>${codeLine(cutLine(text))}</td></tr>\n`;
/** The first rows of both tables, below the lines in which they differ. */
function tables(sides) {
    const heads = sides.map((side) => side && headOf(side));
    if (heads.every((head) => head === undefined))
        return undefined;
    return html `<h2>First rows</h2><div class="columns">${heads.map((head, at) => html `<section><h3>${at === 0 ? 'Before' : 'After'}</h3>${head}</section>`)}</div>`;
}
function notShown({ file, content }) {
    const limit = isImageName(file.path) ? LARGEST_IMAGE_BYTES : LARGEST_TEXT_BYTES;
    if (file.entry.size > limit)
        return html `<p>The file is larger than ${(0,format/* formatBytes */.z3)(limit)}: download it.</p>`;
    if (content === undefined)
        return html `<p class="notice bad">The service does not have the file, although the manifest lists it.</p>`;
    return html `<p>The file is neither text nor an image that can be shown here: download it.</p>`;
}

;// CONCATENATED MODULE: ./build/review/pages/file-page.js







/** One file of a version: its facts, and its content if a page can show it. `notice` is shown above them. */
async function filePage(site, ref, path, notice) {
    const { links, snapshots, signal } = site;
    const file = requireFile(await snapshots.recent(ref, signal), path);
    const { size, md5sum, link } = file.entry;
    const main = html `<h1>${html_name(path)}</h1>
${notice}
${facts([
        ['Version', html `<a href="${links.version(ref)}">${html_name((0,names/* formatRef */.rq)(ref))}</a>`],
        ['Size', `${(0,format/* formatBytes */.z3)(size)} (${(0,format/* formatCount */.B4)(size)} bytes)`],
        ['MD5', html `<code>${md5sum}</code>`],
        ['Link to', link && html_name(`${(0,names/* formatRef */.rq)(link)}/${link.path}`)],
    ])}
<p><a href="${links.file('download', ref, path)}">Download</a> \u00b7 <a href="${links.file('compare', ref, path)}">Compare with the latest version</a></p>
${await previewOf(site, file)}`;
    return sitePage(site, `${path} of ${(0,names/* formatRef */.rq)(ref)}`, main, crumbsTo(site, ref, FILES(site, ref), { label: html_name(path) }));
}
const FILES = ({ links }, ref) => ({ label: 'Files', href: links.files(ref) });
/** One file of a version next to that of the latest version, or of the one that `with` names. */
async function comparePage(site, ref, path, query) {
    const { links, snapshots, signal } = site;
    const after = await snapshots.recent(ref, signal);
    const other = query.get('with') ?? undefined;
    const compared = await compareWith(site, after, otherIn(query) ?? (await latestOf(site, ref)));
    const { comparison } = compared;
    if (comparison === undefined)
        return filePage(site, ref, path, incomparableNotice(compared));
    const files = { before: fileIn(comparison.before, path), after: fileIn(after, path) };
    if (files.before === undefined && files.after === undefined)
        throw noFile(after, path);
    const side = (title, file) => [
        title,
        file === undefined
            ? 'no such file'
            : html `${(0,format/* formatBytes */.z3)(file.entry.size)}, MD5 <code>${file.entry.md5sum}</code>, <a href="${links.file('download', file.ref, path)}">download</a>`,
    ];
    const crumbs = crumbsTo(site, ref, { label: 'Changes', href: links.changes(ref, { with: other }) }, { label: html_name(path) });
    const main = html `<h1>${html_name(path)}</h1>
${facts([side(`In ${comparison.before.ref.version}`, files.before), side(`In ${ref.version}`, files.after)])}
${neighbors(site, comparison, path)}
${await comparisonOf(site, files)}`;
    return sitePage(site, `${path}: ${comparison.before.ref.version} and ${ref.version}`, main, crumbs);
}
/** Links to the changes before and after this one, to go through all of them. */
function neighbors({ links }, { before, after, changes }, path) {
    const at = changes.findIndex((change) => change.path === path);
    if (at < 0)
        return undefined;
    const to = (index, text) => {
        const change = changes[index];
        if (change === undefined)
            return html `<li><span class="off">${text}</span></li>`;
        const href = links.file('compare', after.ref, change.path, { with: before.ref.version });
        return html `<li><a href="${href}">${text}</a></li>`;
    };
    return html `<nav aria-label="Changes" class="pager"><ul>${to(at - 1, 'Previous change')}<li>Change ${(0,format/* formatCount */.B4)(at + 1)} of ${(0,format/* formatCount */.B4)(changes.length)}</li>${to(at + 1, 'Next change')}</ul></nav>`;
}
function fileIn({ ref, manifest }, path) {
    const entry = manifest.get(path);
    return entry === undefined || entry.md5sum === '' ? undefined : { ref, path, entry };
}
/** The file of a version. Code `not-found` if its manifest does not list it. */
function requireFile(snapshot, path) {
    const file = fileIn(snapshot, path);
    if (file === undefined)
        throw noFile(snapshot, path);
    return file;
}
const noFile = ({ ref }, path) => (0,gobbler_error/* gobblerError */.k5)('record-missing', { version: (0,names/* formatRef */.rq)(ref), record: `file ${JSON.stringify(path)}` });

;// CONCATENATED MODULE: ./build/review/server/answers.js
/** No script, and nothing from elsewhere; forms and images only of this site. */
const POLICY = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
].join('; ');
/** For foreign files: no script, no styles, no forms, an origin of its own. */
const FOREIGN_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
/** On every answer. Nothing is cached: the next user of the browser should not find it. */
const ALWAYS = {
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-store',
};
const pageAnswer = (page, status = 200) => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: page.text,
});
const textAnswer = (status, text, headers = {}) => ({
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
    body: `${text}\n`,
});
const stylesheetAnswer = (text) => ({
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8' },
    body: text,
});
/** Leads the browser to a page by GET, after a form. */
const seeOther = (location) => ({ status: 303, headers: { location } });
/** An image of a type that the caller has verified, shown in a page. */
const imageAnswer = (type, body) => ({
    status: 200,
    headers: {
        'content-type': type,
        'content-security-policy': FOREIGN_POLICY,
        'content-disposition': 'inline',
    },
    body,
});
/** A foreign file, which the browser saves and never shows. `sizeBytes` is that of the manifest. */
const attachmentAnswer = (fileName, sizeBytes, stream) => ({
    status: 200,
    headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': dispositionOf(fileName),
        'content-security-policy': FOREIGN_POLICY,
        ...(sizeBytes !== undefined && { 'content-length': String(sizeBytes) }),
    },
    stream,
});
/** RFC 6266: a name in ASCII, and the exact one. */
function dispositionOf(fileName) {
    const plain = fileName.replaceAll(/[^\w.-]/g, '_');
    const coded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
/**
 * Sends an answer. `withBody` is false for HEAD. The head of a stream goes out with its first byte: what fails before that
 * can still be answered otherwise.
 */
async function send(response, answer, withBody) {
    const { status, headers, body = '', stream } = answer;
    const length = stream === undefined ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    for (const name of response.getHeaderNames())
        response.removeHeader(name);
    response.statusCode = status;
    for (const [name, value] of Object.entries({ ...ALWAYS, ...length, ...headers }))
        response.setHeader(name, value);
    if (!withBody)
        response.end();
    else if (stream !== undefined)
        await stream(response);
    else
        response.end(body);
}

// EXTERNAL MODULE: ./build/client/registry/registry-path.js
var registry_path = __webpack_require__(7986);
;// CONCATENATED MODULE: ./build/review/server/routes.js


const PAGES_OF_VERSION = ['version', 'changes', 'files', 'manifest'];
const PAGES_OF_FILE = ['file', 'compare', 'image', 'download'];
/** The routes that change something, and take a form. */
const ACTIONS = ['approve', 'reject', 'validate'];
/**
 * The route of a path below the secret one, as `version/p/a/1.0`, each segment percent-encoded; undefined if there is
 * none. Code `invalid-name` for names that nothing in a registry can have.
 */
function routeOf(path) {
    const segments = decoded(path);
    if (segments === undefined)
        return undefined;
    const [page = '', project, asset, version, ...rest] = segments;
    if (project === undefined)
        return withoutNames(page);
    if (asset === undefined) {
        if (page !== 'project')
            return undefined;
        (0,names/* requireNames */.kR)({ project });
        return { to: page, project };
    }
    if (version === undefined) {
        if (page !== 'asset')
            return undefined;
        (0,names/* requireNames */.kR)({ project, asset });
        return { to: page, of: { project, asset } };
    }
    const ref = { project, asset, version };
    if (rest.length === 0)
        return withVersion(page, ref);
    const to = PAGES_OF_FILE.find((known) => known === page);
    const file = rest.join('/');
    if (to === undefined || !(0,registry_path/* isPlainPath */.qW)(file))
        return undefined;
    (0,names/* requireNames */.kR)(ref);
    return { to, ref, path: file };
}
function withoutNames(page) {
    if (page === '')
        return { to: 'pending' };
    if (page === 'style.css')
        return { to: 'stylesheet' };
    return page === 'projects' ? { to: page } : undefined;
}
function withVersion(page, ref) {
    const ofVersion = PAGES_OF_VERSION.find((known) => known === page);
    const action = ACTIONS.find((known) => known === page);
    if (ofVersion === undefined && action === undefined)
        return undefined;
    (0,names/* requireNames */.kR)(ref);
    if (ofVersion !== undefined)
        return { to: ofVersion, ref };
    return action && { to: action, ref };
}
/** Returns whether a route is an action rather than a page. */
const isAction = (route) => ACTIONS.some((action) => action === route.to);
/** Undefined if a segment is not percent-encoded UTF-8, or holds a slash, which no name does. */
function decoded(path) {
    try {
        const segments = path.split('/').map(decodeURIComponent);
        return segments.some((segment) => segment.includes('/')) ? undefined : segments;
    }
    catch (error) {
        if (error instanceof URIError)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/review/server/log-failure.js


/** Logs what a page has thrown: a defect with its stack. */
function logFailure(error) {
    const isDefect = error instanceof Error && !(error instanceof gobbler_error/* GobblerError */.CE);
    (0,log/* line */.n8)(isDefect ? (error.stack ?? error.message) : (0,errno/* messageOf */.b)(error));
}

;// CONCATENATED MODULE: ./build/review/server/form.js
/** The forms of this site are a few fields. */
const LARGEST_FORM_BYTES = 64 * 1024;
/** The fields of a form; undefined if the body is none, or is too long. */
async function readForm(request) {
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type))
        return undefined;
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        length += chunk.length;
        if (length > LARGEST_FORM_BYTES)
            return undefined;
        chunks.push(chunk);
    }
    return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/review/server/guard.js

/** Names of this machine that no name server decides about. The port is another one behind a tunnel. */
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;
/**
 * Refuses requests that a foreign page could have a browser send. `Host` must be loopback, or a name that an attacker
 * has moved to this address would do. A form must come from a page of this site: the browser's `Sec-Fetch-Site` says
 * so, and `Origin`, which is `null` for pages with `Referrer-Policy: no-referrer`. Undefined if all is well.
 */
function refusalOf(method, headers) {
    const { host = '', origin } = headers;
    if (!LOOPBACK_HOST.test(host)) {
        const sentence = 'This page answers at 127.0.0.1 and localhost only.';
        return { status: 421, sentence };
    }
    const site = headers['sec-fetch-site'];
    const isNavigation = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
    const isForeign = site === 'cross-site' || site === 'same-site';
    if (isForeign && !isNavigation)
        return FOREIGN;
    if (method !== 'POST')
        return undefined;
    if (origin !== undefined && origin !== 'null')
        return origin === `http://${host}` ? undefined : FOREIGN;
    return site === 'same-origin' ? undefined : FOREIGN;
}
const FOREIGN = { status: 403, sentence: 'Another site has sent this request. It is refused.' };
/** Compares secrets without telling by the time it takes how much of them is right. */
function isSame(given, secret) {
    const [one, other] = [Buffer.from(given), Buffer.from(secret)];
    return one.length === other.length && (0,external_node_crypto_.timingSafeEqual)(one, other);
}

;// CONCATENATED MODULE: ./build/review/answering.js









const NOTHING = textAnswer(404, 'There is no such page.');
/** Answers a request to the site. A failure becomes a page; one that is a defect is logged, too. */
async function answerTo(site, request) {
    try {
        const route = routeOf(request.path);
        if (route === undefined)
            return NOTHING;
        if (isAction(route))
            return await act(site, route, request);
        if (request.isPost)
            return textAnswer(405, 'This page takes no form.', { allow: 'GET, HEAD' });
        // A page that was reloaded or closed is not worth reading the registry for; a decision is carried out in any case.
        const signal = AbortSignal.any([site.signal, request.gone]);
        return await show({ ...site, signal }, route, request.query);
    }
    catch (error) {
        if (request.gone.aborted)
            return NOTHING;
        const status = statusOf(error);
        if (status === 500)
            logFailure(error);
        return pageAnswer(errorPage(site, error), status);
    }
}
async function show(site, route, query) {
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
            return answering_image(site, route.ref, route.path);
        case 'download':
            return download(site, route.ref, route.path);
        case 'manifest':
            return manifest(site, route.ref);
    }
}
/** An image of which type, size and number of pixels are fit to be shown. */
async function answering_image(site, ref, path) {
    const { connection, snapshots, signal } = site;
    const file = requireFile(await snapshots.recent(ref, signal), path);
    const content = file.entry.size > LARGEST_IMAGE_BYTES
        ? undefined
        : await (0,file_bytes/* readBytes */.i)(connection, file, { limitBytes: LARGEST_IMAGE_BYTES, signal });
    const found = content?.isWhole ? imageIn(path, content.bytes) : undefined;
    if (content === undefined || found === undefined)
        return textAnswer(415, 'The file is no image that can be shown.');
    return imageAnswer(found.type, content.bytes);
}
async function download({ connection, snapshots, signal }, ref, path) {
    const { entry } = requireFile(await snapshots.recent(ref, signal), path);
    const place = `${(0,layout/* refPath */.NA)(ref)}/${path}`;
    return attachmentAnswer(path.slice(path.lastIndexOf('/') + 1), entry.size, (to) => streamFile(connection, place, { sizeBytes: entry.size, to, signal }));
}
async function manifest({ connection, snapshots, signal }, ref) {
    await snapshots.recent(ref, signal);
    const fileName = `${ref.project}-${ref.asset}-${ref.version}-manifest.json`;
    return attachmentAnswer(fileName, undefined, (to) => streamFile(connection, `${(0,layout/* refPath */.NA)(ref)}/${layout/* MANIFEST */.e0}`, { sizeBytes: undefined, to, signal }));
}
/** Does what a form of this site asks for, and leads to the page that shows the result. */
async function act(site, { to, ref }, { isPost, message }) {
    if (!isPost)
        return seeOther(site.links.version(ref));
    const form = await readForm(message);
    if (form === undefined || !isSame(form.get('secret') ?? '', site.formSecret))
        return textAnswer(403, 'The form is not of this site. Go back, reload the page, and try again.');
    // Without a digest, a decision would be about any content.
    if (to !== 'validate' && !/^[0-9a-f]{64}$/.test(form.get('digest') ?? ''))
        return textAnswer(400, 'The form names no content. Go back, reload the page, and try again.');
    try {
        return seeOther(await carryOut(site, to, ref, form));
    }
    catch (error) {
        const status = statusOf(error);
        if (status === 500)
            logFailure(error);
        return pageAnswer(errorPage(site, error, failed(to, ref, error), nextStep(site, ref)), status);
    }
}
/** Returns the address of the page that shows the result. */
async function carryOut(site, action, ref, form) {
    const { links } = site;
    const digest = form.get('digest') ?? '';
    if (action === 'validate')
        await validate(site, ref);
    else if (action === 'approve')
        await approve(site, ref, digest);
    else {
        requireTyped(ref, form.get('version') ?? '');
        await reject(site, ref, digest);
    }
    return action === 'reject' ? links.pending() : links.version(ref);
}
/** A name may have characters that nobody can type: then the escapes count that the page shows instead. */
function requireTyped({ version }, typed) {
    if (typed.trim() === version.trim() || typed.trim() === (0,kit_escape/* showInvisible */.jQ)(version).trim())
        return;
    throw (0,gobbler_error/* gobblerError */.k5)('typed-differently', { version, typed });
}
const DONE = { approve: 'approved', reject: 'rejected', validate: 'validated' };
/** Says whether anything has happened. */
function failed(action, ref, error) {
    if ((0,gobbler_error/* factsOf */.xS)(error, 'replaced-when-approved') !== undefined)
        return html `${html_name((0,names/* formatRef */.rq)(ref))} was approved with another content`;
    return html `${html_name((0,names/* formatRef */.rq)(ref))} was not ${DONE[action]}`;
}
const nextStep = ({ links }, ref) => html `<p><a href="${links.version(ref)}">Look at the version as it is now</a>, or go back to <a href="${links.pending()}">the pending versions</a>.</p>`;

// EXTERNAL MODULE: ./build/client/registry/difference.js
var registry_difference = __webpack_require__(1700);
// EXTERNAL MODULE: ./build/client/registry/registry-reader.js
var registry_reader = __webpack_require__(8214);
;// CONCATENATED MODULE: ./build/review/content/snapshots.js





/**
 * How long the pages of one version share a snapshot. A decision is pinned to the digest that was shown, so that an old
 * one does no harm.
 */
const RECENT_MS = 60_000;
/** Entries of all manifests in memory: two versions of a million files, and some more. */
const MOST_ENTRIES = 2_500_000;
/** Snapshots of versions, from the service. Keeps some for the next page. */
class Snapshots {
    #connection;
    /** The least recently used first. */
    #kept = new Map();
    #changes = new WeakMap();
    constructor(connection) {
        this.#connection = connection;
    }
    /** The version as it is now. Code `not-found`, and those of `fetchSummary` and `fetchManifest`. */
    async take(ref, signal) {
        const version = new remote_version/* RemoteVersion */.r(this.#connection, ref, signal);
        const summary = await version.requireComplete('use');
        const fresh = { forceRemote: true, signal };
        const record = await (0,registry_reader/* readRecord */.aE)(this.#connection, `${(0,layout/* refPath */.NA)(ref)}/${layout/* MANIFEST */.e0}`, fresh);
        // It is gone since: the error is that of a version without a manifest.
        if (record === undefined) {
            const manifest = await (0,versions/* fetchManifest */.Cj)(this.#connection, ref, fresh);
            return { ref, summary, ...contentOf(manifest) };
        }
        const textSum = (0,external_node_crypto_.createHash)('sha256').update(record.text).digest('hex');
        const kept = this.#kept.get((0,layout/* refPath */.NA)(ref));
        const content = kept?.textSum === textSum ? kept.snapshot : contentOf((0,versions/* manifestOf */.$V)(record));
        const snapshot = { ...content, ref, summary };
        this.#keep({ snapshot, textSum, takenAt: performance.now() });
        return snapshot;
    }
    /** The version as it was at most a minute ago. */
    async recent(ref, signal) {
        const key = (0,layout/* refPath */.NA)(ref);
        const kept = this.#kept.get(key);
        if (kept === undefined || performance.now() - kept.takenAt > RECENT_MS)
            return this.take(ref, signal);
        this.#kept.delete(key);
        this.#kept.set(key, kept);
        return kept.snapshot;
    }
    /** Compares two versions; the last comparison of each is kept with it. */
    compare(before, after) {
        const known = this.#changes.get(after.manifest);
        if (known?.since === before.manifest)
            return { before, after, ...known };
        const difference = (0,registry_difference/* differenceOf */.Pq)(before.manifest, after.manifest);
        const changes = { since: before.manifest, difference, changes: (0,registry_difference/* largestChanges */.oX)(difference) };
        this.#changes.set(after.manifest, changes);
        return { before, after, ...changes };
    }
    #keep(kept) {
        const key = (0,layout/* refPath */.NA)(kept.snapshot.ref);
        this.#kept.delete(key);
        this.#kept.set(key, kept);
        let entries = 0;
        for (const [known, { snapshot }] of [...this.#kept].reverse()) {
            entries += snapshot.paths.length;
            if (entries > MOST_ENTRIES && known !== key)
                this.#kept.delete(known);
        }
    }
}
function contentOf(manifest) {
    let storedBytes = 0;
    for (const { size, link } of manifest.values())
        if (link === undefined)
            storedBytes += size;
    const paths = [...manifest.keys()].sort(protocol_json/* compareBytes */.Xo);
    return { manifest, digest: (0,manifest_digest/* manifestDigest */.It)(manifest), content: (0,registry_difference/* amountOfFiles */.$k)(manifest), storedBytes, paths };
}

;// CONCATENATED MODULE: ./build/review/content/sizes.js




const sizes_READS_IN_FLIGHT = 4;
/** Sizes in memory; each is a few numbers. */
const MOST_KEPT = 100_000;
/** Sizes of versions, from their manifests. Those of approved versions are kept, since these do not change. */
class Sizes {
    #connection;
    #kept = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /**
     * The sizes of versions, by their place in the registry. Stops after `budgetMs`, since manifests may be large: those that
     * are missing then come with a later call. Versions whose manifest cannot be read have none.
     */
    async of(versions, { budgetMs, signal }) {
        const found = new Map();
        const endAt = performance.now() + budgetMs;
        const read = async ({ ref, summary }) => {
            const place = (0,layout/* refPath */.NA)(ref);
            const key = `${place} ${summary.uploadStart} ${summary.uploadFinish}`;
            const known = this.#kept.get(key);
            if (known === undefined && performance.now() > endAt)
                return;
            const size = known ?? (await this.#read(ref, signal));
            if (size === undefined)
                return;
            found.set(place, size);
            if (!summary.onProbation && this.#kept.size < MOST_KEPT)
                this.#kept.set(key, size);
        };
        await (0,concurrency/* forEachConcurrently */.DW)(versions, sizes_READS_IN_FLIGHT, read, signal);
        return found;
    }
    async #read(ref, signal) {
        const { value: manifest } = await (0,review_unreadable/* readOne */.JF)((0,versions/* fetchManifest */.Cj)(this.#connection, ref, { signal }));
        if (manifest === undefined)
            return undefined;
        let storedBytes = 0;
        for (const { size, link } of manifest.values())
            if (link === undefined)
                storedBytes += size;
        return { ...(0,registry_difference/* amountOfFiles */.$k)(manifest), storedBytes };
    }
}

;// CONCATENATED MODULE: ./build/review/content/pending-numbers.js


/** How long the numbers of a version are shown again. The latest version of its asset may be another one by then. */
const KEPT_MS = 60_000;
/** A name may be used again within the second that a summary shows. */
const SETTLED_MS = 10_000;
/**
 * Sizes and changes of versions on probation, for a list of them. These are old for a minute at most, and never what
 * a decision is about.
 */
class PendingReviews {
    #connection;
    #kept = new Map();
    constructor(connection) {
        this.#connection = connection;
    }
    /**
     * Compares versions with the latest ones of their assets. Begins with no more of them after `budgetMs`, since manifests
     * may be large: those that are missing then come with a later call. Codes as `reviewPending`.
     */
    async of(all, { budgetMs, signal }) {
        const now = performance.now();
        for (const [key, { at }] of this.#kept)
            if (now - at > KEPT_MS)
                this.#kept.delete(key);
        const versions = new Map();
        const unreadable = [];
        for (const pending of all) {
            const place = (0,layout/* refPath */.NA)(pending.ref);
            const { uploadStart, uploadFinish } = pending.summary;
            const key = `${place} ${uploadStart} ${uploadFinish}`;
            const known = this.#kept.get(key)?.version;
            if (known === undefined && performance.now() - now > budgetMs)
                continue;
            if (known !== undefined)
                versions.set(place, known);
            else {
                const found = await (0,pending_versions/* reviewPending */.y)(this.#connection, [pending], { signal });
                unreadable.push(...found.unreadable);
                const [version] = found.versions;
                if (version === undefined)
                    continue;
                versions.set(place, version);
                const isSettled = Date.now() - ((0,times/* parseTimestamp */.EH)(uploadFinish) ?? Date.now()) > SETTLED_MS;
                if (isSettled && found.unreadable.length === 0 && version.incomparable === undefined)
                    this.#kept.set(key, { version, at: performance.now() });
            }
        }
        return { versions, unreadable };
    }
}

;// CONCATENATED MODULE: ./build/review/markup/links.js
/** Addresses within the site, each below the secret path. */
class Links {
    #base;
    /** `secret` is one segment of a path. */
    constructor(secret) {
        this.#base = `/${secret}`;
    }
    pending = (query = {}) => this.#to([], query);
    stylesheet = () => this.#to(['style.css']);
    projects = (query = {}) => this.#to(['projects'], query);
    project = (project, query = {}) => this.#to(['project', project], query);
    asset = ({ project, asset }, query = {}) => this.#to(['asset', project, asset], query);
    version = (ref, query = {}) => this.#toVersion('version', ref, query);
    changes = (ref, query = {}) => this.#toVersion('changes', ref, query);
    files = (ref, query = {}) => this.#toVersion('files', ref, query);
    manifest = (ref) => this.#toVersion('manifest', ref);
    decision = (action, ref) => this.#toVersion(action, ref);
    file = (view, ref, path, query = {}) => this.#to([view, ref.project, ref.asset, ref.version, ...path.split('/')], query);
    #toVersion(page, { project, asset, version }, query = {}) {
        return this.#to([page, project, asset, version], query);
    }
    #to(segments, query = {}) {
        const search = new URLSearchParams();
        for (const [key, value] of Object.entries(query))
            if (value !== undefined && value !== '')
                search.set(key, String(value));
        const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
        return `${this.#base}/${path}${search.size === 0 ? '' : `?${search}`}`;
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/review/server/review-server.js






/** Long enough that nobody guesses it; one segment of a path. */
const newSecret = () => (0,external_node_crypto_.randomBytes)(24).toString('base64url');
const LARGEST_HEADERS_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
/**
 * Serves the site on loopback, below a secret path: everybody on this machine can connect, but only those who know the
 * address see anything. Fails with the error of the system if the port is taken; 0 is any.
 */
async function serveSite(secret, port, answer) {
    const server = (0,external_node_http_.createServer)({ maxHeaderSize: LARGEST_HEADERS_BYTES, headersTimeout: HEADERS_TIMEOUT_MS }, (request, response) => {
        void respond(request, response, secret, answer).catch(async (error) => {
            logFailure(error);
            if (response.headersSent)
                response.destroy();
            else
                await send(response, textAnswer(502, (0,errno/* messageOf */.b)(error)), true);
        });
    });
    await listen(server, port);
    const { port: found } = server.address();
    return {
        port: found,
        address: `http://127.0.0.1:${found}/${secret}/`,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
            server.off('error', reject);
            resolve();
        });
    });
}
const NOT_FOUND = textAnswer(404, 'There is nothing here. Open the address that gobbler review has printed.');
const NOT_ALLOWED = textAnswer(405, 'The site answers GET, HEAD and POST.', { allow: 'GET, HEAD, POST' });
async function respond(request, response, secret, answer) {
    const { method = '', url = '', headers } = request;
    const refusal = refusalOf(method, headers);
    const isHead = method === 'HEAD';
    if (refusal !== undefined)
        return send(response, textAnswer(refusal.status, refusal.sentence), !isHead);
    const [, given = '', below, search = ''] = /^\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(url) ?? [];
    if (!isSame(given, secret) || below === undefined)
        return send(response, NOT_FOUND, !isHead);
    if (!['GET', 'HEAD', 'POST'].includes(method))
        return send(response, NOT_ALLOWED, true);
    const gone = new AbortController();
    response.once('close', () => {
        if (!response.writableFinished)
            gone.abort(new Error('the browser has closed the connection'));
    });
    const asked = {
        gone: gone.signal,
        isPost: method === 'POST',
        path: below,
        query: new URLSearchParams(search),
        message: request,
    };
    await send(response, await answer(asked), !isHead);
}

;// CONCATENATED MODULE: ./build/review/review.js











const review_inputs = {
    project: (0,inputs/* text */.Qq)('Only show pending versions of this project. Defaults to all in which this user can approve'),
    port: (0,inputs/* integer */.nd)('Port on 127.0.0.1; 0 is any that is free', { from: 0, to: 65_535, standard: 0 }),
    'require-other-approver': (0,inputs/* flag */.Jt)('Refuse to approve a version that was uploaded by the account that approves it: the user of this command, or the one that `spoof` names', false),
    spoof: (0,inputs/* text */.Qq)('Act on behalf of this user, if the service allows it'),
    'lock-wait-minutes': (0,inputs/* minutes */.Gx)('How long to keep retrying while another request holds a lock, in minutes or like `90s` or `2h`', 1),
    ...service_inputs/* serviceInputs */.r7,
};
const outputs = {
    status: '`stopped`, or `failed`',
    address: 'Address of the page, which is secret: it is all that it takes to decide in your name',
};
/** The command `review`: serves a page for approvers on loopback until it is stopped. */
const review = (0,command/* defineCommand */.N)({
    name: 'review',
    inputs: review_inputs,
    outputs,
    failed: () => 'the review page was not served',
    run,
});
async function run({ inputs: given, setOutput, signal }) {
    const { project, spoof, port = 0 } = given;
    if (project !== undefined)
        (0,names/* requireNames */.kR)({ project });
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    // A name that does not exist should not look like a project without pending versions.
    if (project !== undefined)
        await (0,listing/* listAssets */.qs)(connection, project, { signal });
    const [secret, formSecret] = [newSecret(), newSecret()];
    const { signal: _, ...options } = (0,service_connection/* submitting */.B2)({ ...given, 'timeout-minutes': 0, 'show-summary': false }, signal);
    const site = {
        connection,
        links: new Links(secret),
        snapshots: new Snapshots(connection),
        sizes: new Sizes(connection),
        pendingReviews: new PendingReviews(connection),
        formSecret,
        project,
        user: spoof ?? (0,identity/* currentUser */.N)(),
        spoof,
        requireOtherApprover: given['require-other-approver'],
        submitting: options,
        decisions: [],
        signal,
    };
    const server = await serve(secret, port, site);
    setOutput('address', server.address);
    announce(server);
    await untilAborted(signal);
    await server.close();
    setOutput('status', 'stopped');
}
async function serve(secret, port, site) {
    try {
        return await serveSite(secret, port, (request) => answerTo(site, request));
    }
    catch (error) {
        if ((0,errno/* errnoOf */.U)(error) === undefined)
            throw error;
        throw (0,gobbler_error/* gobblerError */.k5)('port-unavailable', { port, error: (0,errno/* messageOf */.b)(error) }, { cause: error });
    }
}
/** Shows the address, and how to reach it from another machine. */
function announce({ address, port }) {
    const user = (0,identity/* currentUser */.N)();
    const account = (0,shell_word/* shellWord */.r)(`${user === undefined ? '' : `${user}@`}${external_node_os_default().hostname()}`);
    (0,runtime/* host */.H)().announce?.(address);
    (0,log/* line */.n8)('Open the address above. Keep it secret: it is all that it takes to decide in your name.');
    (0,log/* line */.n8)('From another computer, forward the port first, and open the same address there:');
    (0,log/* line */.n8)(`  ssh -N -L ${port}:127.0.0.1:${port} ${account}`);
    (0,log/* line */.n8)('Press Ctrl-C to stop.');
}
/** Ctrl-C is the ordinary end of a server. */
function untilAborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 4505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/errors/errno.js
var errors_errno = __webpack_require__(5023);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/protocol/json.js
var json = __webpack_require__(7360);
;// CONCATENATED MODULE: ./build/service/json/utf8.js
const REPLACEMENT = '\ufffd';
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd];
/**
 * Text of bytes that should be UTF-8, with one U+FFFD for every byte that belongs to no character. The engine's own
 * decoder writes one for a whole broken sequence, so file names and records would read differently. Protocol \u00a73.1.
 */
function decodeUtf8(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = buffer.toString('utf8');
    if (!text.includes(REPLACEMENT))
        return text;
    // The replacement takes more bytes than what it stands for.
    const result = Buffer.allocUnsafe(buffer.length * REPLACEMENT_BYTES.length);
    let size = 0;
    for (let start = 0; start < buffer.length;) {
        const length = characterLength(buffer, start);
        if (length === 0)
            for (const byte of REPLACEMENT_BYTES)
                result[size++] = byte;
        else
            for (let i = 0; i < length; i++)
                result[size++] = buffer[start + i];
        start += Math.max(length, 1);
    }
    return result.toString('utf8', 0, size);
}
/** Returns whether bytes are valid UTF-8. */
function isUtf8(bytes) {
    return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}
/** How many bytes the character at `start` takes, or 0 if there is none. */
function characterLength(bytes, start) {
    const lead = bytes[start] ?? 0;
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    // Neither longer than necessary, nor a surrogate, nor beyond the last character.
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let i = 1; i < length; i++) {
        const byte = bytes[start + i] ?? 0;
        if (byte < (i === 1 ? least : 0x80) || byte > (i === 1 ? most : 0xbf))
            return 0;
    }
    return length;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/service/files/system-errors.js



/** Errors of network filesystems that the engine has no words for. */
const MORE = new Map([
    ['ESTALE', 'stale file handle'],
    ['EDQUOT', 'disk quota exceeded'],
]);
/**
 * Returns whether a system call has failed, or was refused by the engine in the system's place, as for a NUL in a path.
 */
function isSystemError(error) {
    if (typeof error !== 'object' || error === null)
        return false;
    return 'syscall' in error || (0,errors_errno/* errnoOf */.U)(error) === 'ERR_INVALID_ARG_VALUE';
}
/** The name of what a call of the system has failed with, such as `ESTALE`, also where the engine does not know it. */
function systemErrorName(error) {
    const errno = typeof error === 'object' && error !== null && 'errno' in error ? error.errno : undefined;
    const known = Object.entries((external_node_os_default()).constants.errno).find(([, number]) => number === -Number(errno));
    return known?.[0] ?? (0,errors_errno/* errnoOf */.U)(error);
}
/** The same with the call and the paths, for whoever can see them: `ENOSPC: no space left on device, mkdir '/r/p'`. */
function systemSentence(error) {
    const reason = systemReason(error);
    if (typeof error !== 'object' || error === null || reason === (0,errors_errno/* messageOf */.b)(error))
        return reason;
    const part = (name) => name in error ? String(Reflect.get(error, name)) : undefined;
    const [call, from, to] = [part('syscall'), part('path'), part('dest')];
    const places = [from, to].filter((place) => place !== undefined).map((place) => `'${place}'`);
    return `${reason}, ${[call, places.join(' -> ')].filter(Boolean).join(' ')}`;
}
/** Why a call of the system has failed, without the path it was made with: `ENOSPC: no space left on device`. */
function systemReason(error) {
    const name = systemErrorName(error);
    const [, words] = [...(0,external_node_util_.getSystemErrorMap)().values()].find(([each]) => each === name) ?? [];
    const meaning = words ?? (name === undefined ? undefined : MORE.get(name));
    return name === undefined || meaning === undefined ? (0,errors_errno/* messageOf */.b)(error) : `${name}: ${meaning}`;
}

;// CONCATENATED MODULE: ./build/service/files/failure.js


/** A refusal the service meant to give: what the client reads as `reason`, and the HTTP status it comes with. */
class ServiceError extends Error {
    name = 'ServiceError';
    status;
    constructor(status, reason, cause) {
        super(reason, cause === undefined ? undefined : { cause });
        this.status = status;
    }
}
/** Another service works on the registry (500). */
class RegistryInUseError extends ServiceError {
    constructor(reason) {
        super(500, reason);
    }
}
/** Reasons name what they are about, which may be as long as a request can be. */
const LONGEST_REASON = 8_192;
/** The beginning and the end of a text that is too long to be shown. */
function shortened(text) {
    if (text.length <= LONGEST_REASON)
        return text;
    const half = LONGEST_REASON / 2;
    return `${text.slice(0, half)} [\u2026] ${text.slice(-half)}`.toWellFormed();
}
/** A file is not of a kind that can be used (500); the message does not name it, for the name is not known there. */
class UnfitFile extends ServiceError {
    constructor(reason) {
        super(500, reason);
    }
}
/**
 * Names the file that a failure is about, in the words of whoever has sent it: system calls were made by paths that mean
 * nothing to them. Other failures stay as they are.
 */
function aboutFile(key, error) {
    if (error instanceof UnfitFile)
        return failed(`failed to process "${key}"; ${error.message}`, error);
    return isSystemError(error) ? failed(`failed to process "${key}"; ${systemReason(error)}`, error) : error;
}
/** The request itself is wrong (400). */
const malformed = (reason, cause) => new ServiceError(400, reason, cause);
/** The requester may not do this (403). */
const forbidden = (reason) => new ServiceError(403, reason);
/** A project, asset or version is missing (404). */
const missing = (reason) => new ServiceError(404, reason);
/** Everything without a better status: contents of uploads, damaged records, contention (500). Protocol \u00a720, T7. */
const failed = (reason, cause) => new ServiceError(500, reason, cause);
/** The client went away, or the service is being stopped. */
const cancelled = () => failed('the request was cancelled');
/**
 * The answer to any error of a handler. Refusals and failed system calls speak for themselves; anything else is a bug
 * in the service, and `unexpected` says so, for the log to keep its stack.
 */
function refusalOf(error) {
    const reason = shortened(isSystemError(error) ? systemSentence(error) : (0,errors_errno/* messageOf */.b)(error));
    if (error instanceof ServiceError)
        return { status: error.status, reason, unexpected: false };
    if (isSystemError(error))
        return { status: 500, reason, unexpected: false };
    return { status: 500, reason: `unexpected failure: ${reason}`, unexpected: true };
}

;// CONCATENATED MODULE: ./build/service/files/disk.js





/** A name for records and messages; bytes that are no UTF-8 show as U+FFFD. */
const shownName = (name) => (typeof name === 'string' ? name : decodeUtf8(name));
function joinDisk(directory, name) {
    if (typeof directory === 'string' && typeof name === 'string')
        return `${directory}/${name}`;
    return Buffer.concat([Buffer.from(directory), Buffer.from('/'), Buffer.from(name)]);
}
/** A directory whose own size is beyond this may hold so many names that listing it takes long. */
const WIDE_BYTES = 128 * 1024;
/**
 * The names in a directory, in the order of their bytes. `sizeBytes` is the size of the directory itself; a large one is
 * read in the background, so that others need not wait. The path has to be good until then.
 */
async function namesIn(directory, sizeBytes) {
    const isWide = sizeBytes > WIDE_BYTES;
    const names = isWide ? await (0,external_node_fs_promises_.readdir)(directory, 'utf8') : (0,external_node_fs_.readdirSync)(directory, 'utf8');
    if (!names.some((name) => name.includes('\ufffd')))
        return names.sort(json/* compareBytes */.Xo);
    return (isWide ? await (0,external_node_fs_promises_.readdir)(directory, 'buffer') : (0,external_node_fs_.readdirSync)(directory, 'buffer'))
        .sort(Buffer.compare)
        .map((bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : bytes));
}
/** Why a file cannot be read as one, as the end of a sentence; undefined if it can, or if it is a link. */
function oddityOf(stat) {
    if (stat.isFIFO())
        return 'is a FIFO';
    if (stat.isSocket())
        return 'is a socket, and there is no such device or address to read from';
    if (stat.isCharacterDevice() || stat.isBlockDevice())
        return 'is a device';
    return undefined;
}
/**
 * Refuses (500) what is no regular file, or another one than was `seen` under this name: somebody may have put something
 * in its place, to have read what only this service can read.
 */
function requireRegular(stat, seen) {
    if (!stat.isFile())
        throw new UnfitFile('it is not a regular file');
    if (seen !== undefined && (seen.ino !== stat.ino || seen.dev !== stat.dev))
        throw new UnfitFile('it was exchanged for another file during the request');
}
/**
 * Opens a regular file for reading; the caller closes it. Whatever the file has been exchanged for since somebody
 * looked, this neither follows a link (unless it is asked to) nor waits for the other end of a FIFO.
 */
function openRegular(file, { follow = false, seen } = {}) {
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = external_node_fs_.constants;
    const descriptor = (0,external_node_fs_.openSync)(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
    try {
        const stat = (0,external_node_fs_.fstatSync)(descriptor);
        requireRegular(stat, seen);
        return { descriptor, stat };
    }
    catch (error) {
        closeUnwritten(descriptor);
        throw error;
    }
}
/** Closes what was only read, or only looked at: whatever the system says, nothing can be lost by it. */
function closeUnwritten(descriptor) {
    try {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    catch {
        // The descriptor is free all the same.
    }
}

;// CONCATENATED MODULE: ./build/service/files/descriptor-paths.js



/**
 * Opens a place without any right to read it, without reading from it, and without waiting for anybody: enough to see
 * what it is, and to look up names in it. The engine has no constant for it; this is the value on every machine that the
 * engine runs on.
 */
const O_PATH = 0o10_000_000;
const { O_DIRECTORY, O_NOFOLLOW } = external_node_fs_.constants;
let own;
/**
 * A path that means what was opened as this descriptor, whatever has been put in the place of its name since; names can be
 * looked up below that of a directory. It is only good as long as the descriptor is open.
 */
function pathOfDescriptor(descriptor) {
    // Saves the system a link on each call. This is the number that /proc knows this process by.
    own ??= `/proc/${(0,external_node_fs_.readlinkSync)('/proc/self')}/fd`;
    return `${own}/${descriptor}`;
}
/** Opens whatever is at a place, a link as a link. The caller closes it. */
function openPlace(place) {
    return (0,external_node_fs_.openSync)(place, O_PATH | O_NOFOLLOW);
}
/** Opens a directory to look up names in it; throws ENOTDIR for anything else, a link included, unless it is followed. */
function openDirectory(place, { follow = false } = {}) {
    const descriptor = (0,external_node_fs_.openSync)(place, O_PATH | O_DIRECTORY | (follow ? 0 : O_NOFOLLOW));
    try {
        return { descriptor, stat: (0,external_node_fs_.fstatSync)(descriptor) };
    }
    catch (error) {
        closeUnwritten(descriptor);
        throw error;
    }
}
/** Throws unless directories can be reached by their descriptors on this machine. */
function requireDescriptorPaths() {
    const { descriptor, stat } = openDirectory('/');
    try {
        const seen = (0,external_node_fs_.statSync)(pathOfDescriptor(descriptor));
        if (seen.ino !== stat.ino || seen.dev !== stat.dev)
            throw new Error('it shows something else');
    }
    catch (error) {
        const why = (0,errors_errno/* messageOf */.b)(error);
        throw new Error(`the service needs /proc, to keep hold of directories while others rename them, but cannot use it: ${why}. Mount it: mount -t proc proc /proc`, { cause: error });
    }
    finally {
        closeUnwritten(descriptor);
    }
}

;// CONCATENATED MODULE: ./build/service/files/open-tree.js




/** Trees can be deeper than a process may have files open. */
const MOST_OPEN = 24;
/**
 * A tree of directories that somebody else may change at the same time. Its top was opened once; every other directory is
 * opened by its name in the one above, which is open, and has to be the directory that was met on the first visit. So
 * nothing outside of the tree is ever reached, whatever is put in the place of a directory of it.
 *
 * It is at one directory at a time. All uses are synchronous, so several pieces of work can share it.
 */
class OpenTree {
    top;
    /** Of the top, when it was opened. */
    stat;
    #chain;
    #openCount = 1;
    constructor(descriptor, stat) {
        this.stat = stat;
        this.top = { parent: undefined, name: '', depth: 0, dev: stat.dev, ino: stat.ino };
        this.#chain = [{ directory: this.top, descriptor }];
    }
    /** Opens the top; the caller closes the tree. Throws ENOTDIR if it is no directory, or a link that is not followed. */
    static open(place, options = {}) {
        const { descriptor, stat } = openDirectory(place, options);
        return new OpenTree(descriptor, stat);
    }
    close() {
        for (const level of this.#chain)
            this.#close(level);
    }
    /** The path of something in the tree for one call of the system, to be made before the tree is used again. */
    pathOf({ directory, name }) {
        return joinDisk(this.pathOfDirectory(directory), name);
    }
    /** The same for a directory itself, which is open by then. Throws (500) if it was exchanged for another one. */
    pathOfDirectory(directory) {
        const here = this.#chain.at(-1);
        return pathOfDescriptor(here.directory === directory ? here.descriptor : this.#enter(directory));
    }
    /** The path of the top, wherever the tree is at. */
    pathOfTop() {
        return pathOfDescriptor(this.#chain[0].descriptor);
    }
    #enter(directory) {
        const missing = [];
        let ancestor = directory;
        while (this.#chain[ancestor.depth]?.directory !== ancestor) {
            missing.push(ancestor);
            ancestor = ancestor.parent;
        }
        while (this.#chain.length > ancestor.depth + 1)
            this.#leave();
        for (const next of missing.reverse())
            this.#descend(next);
        return this.#chain.at(-1)?.descriptor;
    }
    #descend(directory) {
        const here = this.#chain.at(-1);
        const place = joinDisk(pathOfDescriptor(here.descriptor), directory.name);
        this.#chain.push({ directory, descriptor: this.#openAs(place, directory) });
        if (this.#openCount <= MOST_OPEN)
            return;
        // The top stays open: there is no other way to it.
        const shallowest = this.#chain.find((level, depth) => depth > 0 && level.descriptor !== undefined);
        if (shallowest !== undefined)
            this.#close(shallowest);
    }
    /** Goes one directory up, which is found from below if it was closed. */
    #leave() {
        const [above, below] = this.#chain.slice(-2);
        above.descriptor ??= this.#openAs(`${pathOfDescriptor(below.descriptor)}/..`, above.directory);
        this.#chain.pop();
        this.#close(below);
    }
    /** Opens a directory that was met before; throws (500) if that is not what is at this place now. */
    #openAs(place, directory) {
        let opened;
        try {
            opened = openDirectory(place);
        }
        catch (error) {
            throw (0,errors_errno/* errnoOf */.U)(error) === 'ENOTDIR' ? exchanged(directory) : error;
        }
        const { descriptor, stat } = opened;
        this.#openCount += 1;
        if (stat.ino === directory.ino && stat.dev === directory.dev)
            return descriptor;
        this.#close({ directory, descriptor });
        throw exchanged(directory);
    }
    #close(level) {
        if (level.descriptor === undefined)
            return;
        closeUnwritten(level.descriptor);
        level.descriptor = undefined;
        this.#openCount -= 1;
    }
}
const exchanged = ({ name }) => new UnfitFile(`the directory "${shownName(name)}" was exchanged for another file during the request`);

;// CONCATENATED MODULE: ./build/service/files/remove-tree.js






/** How long to wait for files that a network filesystem keeps until the last of its users has closed them. */
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/**
 * Errors for a directory that was just emptied while such a file is in it, or for that file itself; and errors of a
 * momentary shortage.
 */
const BUSY = new Set(['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EMFILE', 'ENFILE']);
/** The names under which NFS keeps files that were removed while somebody had them open. */
const isKeptByNfs = (name) => name.startsWith('.nfs');
/**
 * Removes a directory with everything in it, which may be a lot. Links are removed, not followed, and directories are
 * entered by descriptor: whatever is exchanged meanwhile, nothing outside is touched. Other filesystems that are mounted
 * in it are left alone, which is a failure (500).
 */
async function removeTree(directory, pace, { patienceMs = PATIENCE_MS, log = () => undefined } = {}) {
    const giveUpAt = performance.now() + patienceMs;
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
        try {
            await removeOnce(directory, pace);
            return;
        }
        catch (error) {
            const code = (0,errors_errno/* errnoOf */.U)(error) ?? '';
            if (!BUSY.has(code) || performance.now() + pauseMs > giveUpAt)
                throw error;
            if (pauseMs === FIRST_PAUSE_MS)
                log(`"${directory}" cannot be removed yet (${code}); trying for up to ${patienceMs / 1000} s`);
        }
        await (0,promises_.setTimeout)(pauseMs);
    }
}
async function removeOnce(directory, pace) {
    // A project, asset or version may lie elsewhere, where nothing is to be removed.
    if (!(0,external_node_fs_.lstatSync)(directory).isDirectory()) {
        (0,external_node_fs_.unlinkSync)(directory);
        return;
    }
    const tree = OpenTree.open(directory);
    try {
        await emptyTree(tree, pace);
    }
    finally {
        tree.close();
    }
    (0,external_node_fs_.rmdirSync)(directory);
}
/** Removes everything in the top of a tree. */
async function emptyTree(tree, pace) {
    /** The last one is the next. A directory comes back once what is in it has been removed. */
    const waiting = [];
    const enter = async (directory, sizeBytes) => {
        const names = await namesIn(tree.pathOfDirectory(directory), sizeBytes);
        for (const name of names.reverse())
            waiting.push({ directory, name });
    };
    await enter(tree.top, tree.stat.size);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await pace.yieldIfDue();
        const { directory, name, isEmptied } = next;
        if (isEmptied) {
            (0,external_node_fs_.rmdirSync)(tree.pathOf(next));
            continue;
        }
        const stat = (0,external_node_fs_.lstatSync)(tree.pathOf(next), { throwIfNoEntry: false });
        if (stat === undefined)
            continue; // somebody else has removed it
        if (!stat.isDirectory()) {
            removeFile(tree.pathOf(next), shownName(name));
            continue;
        }
        const { dev, ino, size } = stat;
        if (dev !== tree.top.dev)
            throw failed(`"${shownName(name)}" is another filesystem, which is not to be removed`);
        waiting.push({ directory, name, isEmptied: true });
        await enter({ parent: directory, name, depth: directory.depth + 1, dev, ino }, size);
    }
}
function removeFile(place, name) {
    try {
        (0,external_node_fs_.unlinkSync)(place);
    }
    catch (error) {
        const code = (0,errors_errno/* errnoOf */.U)(error);
        if (code === 'ENOENT')
            return;
        // It goes by itself; the directory cannot be removed until then.
        if (code === 'EBUSY' && isKeptByNfs(name))
            return;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/service/files/time-slices.js

/** How long work may keep the event loop to itself. */
const SLICE_MS = 4;
/**
 * The rhythm of one piece of work. Calls that wait for the disk one by one are many times faster when they are
 * synchronous, but then other requests are not served, and a client that goes away is not noticed. So long work calls
 * `yieldIfDue` between its steps: that ends a slice that has become too long, and throws once the work is cancelled.
 */
class TimeSlices {
    /** Aborted with the error that the work is to fail with. */
    signal;
    #sliceEnd = performance.now() + SLICE_MS;
    constructor(signal) {
        this.signal = signal;
    }
    /** For what has to be finished once it has begun, such as cleaning up. */
    static unstoppable() {
        return new TimeSlices(new AbortController().signal);
    }
    /** Throws if the work has been cancelled. */
    check() {
        this.signal.throwIfAborted();
    }
    async yieldIfDue() {
        this.check();
        if (performance.now() < this.#sliceEnd)
            return;
        await (0,promises_.setImmediate)();
        this.#sliceEnd = performance.now() + SLICE_MS;
        this.check();
    }
}

;// CONCATENATED MODULE: ./build/service/demo.js




/** Makes a registry and a staging directory in a temporary directory that other users cannot enter. */
function makeDemo() {
    const place = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)(external_node_path_default().join(external_node_os_default().tmpdir(), 'gobbler-demo-')));
    const [registry, staging] = [external_node_path_default().join(place, 'registry'), external_node_path_default().join(place, 'staging')];
    (0,external_node_fs_.mkdirSync)(registry);
    (0,external_node_fs_.mkdirSync)(staging);
    (0,external_node_fs_.chmodSync)(staging, 0o1777);
    return {
        registry,
        staging,
        remove: async () => {
            if ((0,external_node_fs_.existsSync)(place))
                await removeTree(place, TimeSlices.unstoppable());
        },
    };
}

;// CONCATENATED MODULE: ./build/service/flags.js




/** The command line cannot be used. */
class FlagError extends Error {
    name = 'FlagError';
    /** 2 for flags that cannot be understood, 1 for what they say. Protocol \u00a72. */
    exitCode;
    constructor(message, exitCode) {
        super(message);
        this.exitCode = exitCode;
    }
}
const KINDS = {
    admin: 'text',
    concurrency: 'number',
    demo: 'switch',
    help: 'switch',
    h: 'switch',
    host: 'text',
    port: 'number',
    prefix: 'text',
    probation: 'number',
    registry: 'text',
    spoof: 'text',
    staging: 'text',
    whitelist: 'text',
};
const USAGE = `Serves a Gobbler: a registry of versioned assets, and a staging directory to upload from.

usage: serve -registry DIRECTORY -staging DIRECTORY [flags]
       serve -demo [flags]

  -registry DIRECTORY   where everything published is kept; must exist
  -staging DIRECTORY    where users put requests and uploads; must exist
  -admin NAMES          names of administrators, separated by commas
  -demo                 make both directories, in a temporary one, and remove them in the end; print a line
                        for shells, export GOBBLER_URL=\u2026, on standard output. The user who starts it is an
                        administrator, and the port is any that is free, unless the flags say otherwise
  -port PORT            where to listen (default 8080; 0 for any that is free)
  -host ADDRESS         the address to listen at (default 127.0.0.1: this machine only)
  -prefix PATH          goes before the path of every endpoint
  -whitelist FILE       directories, one a line, that uploaded links may lead to
  -spoof FILE           who may act for whom: lines like user:name,name or user:*,-name
  -probation DAYS       remove probational versions after so many days (default -1: never)
  -concurrency N        large files to work on at the same time (default 100)
  -help                 show this

A flag may be written -flag value, -flag=value, or with two dashes.
`;
/** Reads the command line, in the forms of the original's flags, and the files it names. Throws FlagError. */
function parseFlags(argv) {
    const values = readValues(argv);
    const help = values.has('help') || values.has('h');
    const demo = values.has('demo');
    const required = (name) => {
        const value = values.get(name) ?? '';
        if (demo && value !== '')
            throw new FlagError(`-demo makes the directories: leave out -${name}`, 1);
        if (value === '' && !help && !demo)
            throw new FlagError(`expected the -${name} flag`, 1);
        return value;
    };
    const admin = values.get('admin') ?? (demo ? thisUser() : '');
    return {
        help,
        demo,
        registry: required('registry'),
        staging: required('staging'),
        // Nobody has an empty name.
        admins: admin.split(',').filter((name) => name !== ''),
        port: number(values, 'port', demo ? 0 : 8080, { from: 0, to: 65_535 }),
        host: values.get('host'),
        prefix: requirePrefix(values.get('prefix') ?? ''),
        whitelist: readWhitelist(values.get('whitelist') ?? ''),
        spoof: readSpoofers(values.get('spoof') ?? ''),
        probationDays: number(values, 'probation', -1, {}),
        concurrency: number(values, 'concurrency', 100, { from: 0 }),
    };
}
/** The name of the user of this process; empty if the user id has none, whom no service can know. */
function thisUser() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return '';
    }
}
function readValues(argv) {
    const values = new Map();
    for (let i = 0; i < argv.length; i++) {
        const argument = argv[i];
        // Ignore everything after the first word that is not a flag.
        if (!argument.startsWith('-') || argument === '-' || argument === '--')
            break;
        const { name, value } = split(argument);
        if (!isFlagName(name))
            throw new FlagError(`flag provided but not defined: -${name}`, 2);
        if (value !== undefined)
            values.set(name, value);
        else if (KINDS[name] === 'switch')
            values.set(name, 'true');
        else {
            i += 1;
            const next = argv[i];
            if (next === undefined)
                throw new FlagError(`flag needs an argument: -${name}`, 2);
            values.set(name, next);
        }
    }
    return values;
}
function split(argument) {
    const body = argument.replace(/^--?/, '');
    if (body === '' || body.startsWith('-') || body.startsWith('=')) {
        throw new FlagError(`bad flag syntax: ${argument}`, 2);
    }
    const equals = body.indexOf('=');
    if (equals === -1)
        return { name: body, value: undefined };
    return { name: body.slice(0, equals), value: body.slice(equals + 1) };
}
const isFlagName = (name) => Object.hasOwn(KINDS, name);
function number(values, name, fallback, { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER }) {
    const written = values.get(name);
    if (written === undefined)
        return fallback;
    const value = /^[+-]?(?:\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(written)
        ? parseNumber(written)
        : Number.NaN;
    if (!(value >= from && value <= to)) {
        throw new FlagError(`invalid value "${written}" for flag -${name}: expected a whole number`, 2);
    }
    return value;
}
function parseNumber(written) {
    const digits = written.replace(/^[+-]/, '');
    return written.startsWith('-') ? -Number(digits) : Number(digits);
}
/** It becomes part of every route, so it has to be a clean path. */
function requirePrefix(prefix) {
    const parts = prefix.split('/');
    if (prefix !== '' && parts.some((part) => part === '' || part === '.' || part === '..')) {
        throw new FlagError(`-prefix "${prefix}" should be a path without a slash at its ends`, 2);
    }
    return prefix;
}
function readWhitelist(file) {
    return linesOf(file, 'whitelist').map((line) => {
        if (!external_node_path_default().isAbsolute(line))
            throw new FlagError(`whitelist entry "${line}" is not an absolute path`, 1);
        return line;
    });
}
function readSpoofers(file) {
    const spoofers = new Map();
    for (const line of linesOf(file, 'spoof')) {
        const [spoofer, users, ...rest] = line.split(':');
        if (spoofer === undefined || users === undefined || rest.length > 0) {
            throw new FlagError(`line "${line}" of the spoof file should have exactly one colon`, 1);
        }
        if (users !== '')
            spoofers.set(spoofer, users.split(','));
    }
    return spoofers;
}
function linesOf(file, flag) {
    if (file === '')
        return [];
    let content;
    try {
        content = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new FlagError(`failed to read the -${flag} file; ${(0,errors_errno/* messageOf */.b)(error)}`, 1);
    }
    const lines = content.split('\n').map((line) => line.replace(/\r$/, ''));
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}

// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/processes.js
var processes = __webpack_require__(2142);
;// CONCATENATED MODULE: ./build/service/claim/service-process.js



/** This process. */
function thisProcess() {
    const pid = Number((0,external_node_fs_.readlinkSync)('/proc/self'));
    return {
        host: external_node_os_default().hostname(),
        boot: (0,processes/* bootId */.aW)(),
        pidNamespace: (0,processes/* pidNamespace */.fP)(),
        pid,
        started: (0,processes/* processFacts */.PJ)(pid)?.startTime ?? '',
    };
}
/** Returns whether a process is still there; undefined if this machine cannot know. */
function isAlive(other) {
    if (other.boot !== (0,processes/* bootId */.aW)() || other.pidNamespace !== (0,processes/* pidNamespace */.fP)())
        return undefined;
    const found = (0,processes/* processFacts */.PJ)(other.pid);
    return found?.startTime === other.started && !found.hasEnded;
}

;// CONCATENATED MODULE: ./build/service/claim/service-record.js







/** The record of the service that works on a registry. Listings and readers treat it as a lock file. */
const RECORD = '..LOCK_SERVICE';
const RECORD_MODE = 0o644;
/** How often to check a record that comes and goes. */
const LOOKS = 10;
const TIMES = { beatMs: 3_000, silenceMs: 15_000, lookMs: 250 };
/**
 * A claim on a registry that others see wherever they are, by a record in it: file locks are local to a machine on some
 * mounts, and on the machine that serves the files to others.
 *
 * The record is made by `link`, which succeeds for only one process. From then on it is rewritten every few seconds.
 * Clocks are never compared: a service that finds a record watches whether it changes. If the process is one of this
 * machine, it is known at once whether it is alive. A silent record is renamed, checked once more, and put back if it
 * is another record by then; each service checks its own record before it writes it again. So of several that begin at
 * the same time one stays, and all others notice.
 */
class ServiceRecord {
    #file;
    #directory;
    #times;
    #log;
    #holder = { ...thisProcess(), id: (0,external_node_crypto_.randomBytes)(12).toString('hex') };
    #beat = 0;
    #shownAt = 0;
    #timer;
    #beating = Promise.resolve();
    #lost;
    #hasFailed = false;
    /** Called once, when another service has taken the registry. */
    onLost = () => undefined;
    constructor(directory, log, times) {
        this.#directory = directory;
        this.#file = external_node_path_default().join(directory, RECORD);
        this.#log = log;
        this.#times = times;
    }
    /**
     * Claims a registry. Throws RegistryInUseError if another service is running there. `isOnlyOneHere` says that no
     * other service of this machine can be: then a record of this machine is that of a dead one, whatever its process id
     * means.
     */
    static async claim(directory, log, { isOnlyOneHere, times = TIMES }) {
        const record = new ServiceRecord(directory, log, times);
        await record.#claim(isOnlyOneHere);
        record.#timer = setInterval(() => void record.show(), times.beatMs);
        record.#timer.unref();
        return record;
    }
    async #claim(isOnlyOneHere) {
        for (;;) {
            if (await this.#link())
                break;
            const found = await this.#read();
            if (found === undefined)
                continue; // it has just been given up
            const hasGone = await this.#hasGone(found, isOnlyOneHere);
            if (!hasGone)
                throw inUse(this.#directory, found.holder);
            await this.#takeAway(found);
        }
        this.#shownAt = Date.now();
        // Somebody who took the last one for silent may have taken ours away instead, and not have put it back yet.
        await this.#confirm();
    }
    /** Puts our record in place; false if there is one. */
    async #link() {
        const mine = `${this.#file}_${this.#holder.id}`;
        try {
            await (0,external_node_fs_promises_.writeFile)(mine, this.#text(), { flag: 'wx', mode: RECORD_MODE });
            await (0,external_node_fs_promises_.link)(mine, this.#file);
            return true;
        }
        catch (error) {
            // A network filesystem may have asked twice, and have succeeded the first time.
            if ((0,errors_errno/* errnoOf */.U)(error) === 'EEXIST')
                return (await this.#read())?.holder?.id === this.#holder.id;
            throw error;
        }
        finally {
            await (0,external_node_fs_promises_.rm)(mine, { force: true });
        }
    }
    #text() {
        return `${JSON.stringify({ ...this.#holder, beat: this.#beat })}\n`;
    }
    /** The record as the file server has it: opening asks it. Undefined if there is none. */
    async #read() {
        let handle;
        try {
            handle = await (0,external_node_fs_promises_.open)(this.#file, 'r');
        }
        catch (error) {
            if ((0,errors_errno/* errnoOf */.U)(error) === 'ENOENT')
                return undefined;
            throw error;
        }
        try {
            const text = await handle.readFile('utf8');
            const { mtimeMs } = await handle.stat();
            return { text, mtimeMs, holder: holderIn(text) };
        }
        finally {
            await handle.close();
        }
    }
    /** Returns whether the service that has written a record is gone, which may take a while to find out. */
    async #hasGone(found, isOnlyOneHere) {
        const { holder } = found;
        if (holder !== undefined) {
            const alive = isAlive(holder);
            if (alive !== undefined)
                return !alive;
            if (isOnlyOneHere && holder.boot === this.#holder.boot)
                return true;
        }
        const { silenceMs, lookMs } = this.#times;
        this.#log(`${describe(holder)} has left a record in the registry; waiting ${silenceMs / 1000} s for a sign of life`);
        const giveUpAt = performance.now() + silenceMs;
        while (performance.now() < giveUpAt) {
            await (0,promises_.setTimeout)(lookMs);
            const now = await this.#read();
            if (now === undefined)
                return true;
            if (now.text !== found.text || now.mtimeMs !== found.mtimeMs)
                return false;
        }
        return true;
    }
    /** Removes a record that was found silent. If another one has its name by now, that stays, or is put back. */
    async #takeAway(silent) {
        if ((await this.#read())?.text !== silent.text)
            return;
        const aside = `${this.#file}_${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
        try {
            await (0,external_node_fs_promises_.rename)(this.#file, aside);
        }
        catch (error) {
            if ((0,errors_errno/* errnoOf */.U)(error) === 'ENOENT')
                return;
            throw error;
        }
        if ((await (0,external_node_fs_promises_.readFile)(aside, 'utf8')) !== silent.text) {
            await (0,external_node_fs_promises_.link)(aside, this.#file).catch((error) => {
                // Then whoever has written it finds another one, and stops.
                if ((0,errors_errno/* errnoOf */.U)(error) !== 'EEXIST')
                    throw error;
            });
        }
        await (0,external_node_fs_promises_.rm)(aside, { force: true });
    }
    /** Looks once more whether the record is ours, or will be again in a moment. */
    async #confirm() {
        for (let look = 0; look < LOOKS; look++) {
            const found = await this.#read();
            if (found === undefined && (await this.#link()))
                return;
            if (found?.holder?.id === this.#holder.id)
                return;
            if (found !== undefined)
                throw inUse(this.#directory, found.holder);
        }
        throw inUse(this.#directory, undefined);
    }
    /** Shows that this service is there, unless another one has taken its place. */
    show() {
        this.#beating = this.#beating.then(() => this.#showOnce());
        return this.#beating;
    }
    async #showOnce() {
        if (this.#lost !== undefined || this.#timer === undefined)
            return;
        try {
            await this.#write();
            this.#shownAt = Date.now();
            this.#hasFailed = false;
        }
        catch (error) {
            if (error instanceof RegistryInUseError) {
                this.#lost = error;
                clearInterval(this.#timer);
                this.onLost(error);
                return;
            }
            // The file server may be away for a while; it is away for the others, too.
            if (!this.#hasFailed)
                this.#log(`the record of this service cannot be written: ${systemSentence(error)}`);
            this.#hasFailed = true;
        }
    }
    async #write() {
        const found = await this.#read();
        if (found === undefined) {
            if (await this.#link())
                return;
            throw inUse(this.#directory, (await this.#read())?.holder);
        }
        if (found.holder !== undefined && found.holder.id !== this.#holder.id)
            throw inUse(this.#directory, found.holder);
        this.#beat += 1;
        const handle = await (0,external_node_fs_promises_.open)(this.#file, 'r+');
        try {
            const text = Buffer.from(this.#text());
            await handle.write(text, 0, text.length, 0);
        }
        finally {
            await handle.close();
        }
    }
    /**
     * Makes sure that the registry still is this service's, if it has not shown itself in time, as after the machine was
     * asleep. Throws RegistryInUseError if it is not.
     */
    async require() {
        if (Math.abs(Date.now() - this.#shownAt) > this.#times.silenceMs / 2)
            await this.show();
        if (this.#lost !== undefined)
            throw this.#lost;
    }
    /** Ends the claim. */
    async release() {
        clearInterval(this.#timer);
        this.#timer = undefined;
        await this.#beating;
        if (this.#lost !== undefined)
            return;
        try {
            const found = await this.#read();
            if (found?.holder?.id === this.#holder.id)
                await this.#takeAway(found);
        }
        catch (error) {
            // Others find out that this process has ended.
            this.#log(`the record of this service cannot be removed: ${systemSentence(error)}`);
        }
    }
}
function holderIn(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined; // it is being written
    }
    return isHolder(parsed) ? parsed : undefined;
}
function isHolder(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const texts = ['id', 'host', 'boot', 'pidNamespace', 'started'];
    return (texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
        typeof Reflect.get(value, 'pid') === 'number');
}
const describe = (holder) => holder === undefined ? 'another service' : `process ${holder.pid} of host ${holder.host}`;
const inUse = (registry, holder) => new RegistryInUseError(`another service is working on the registry "${registry}": ${describe(holder)}. Stop it first, or choose another registry`);

;// CONCATENATED MODULE: ./build/service/claim/registry-claim.js








/** How long a service that is being stopped may take to let go. */
const registry_claim_PATIENCE_MS = 5_000;
const POLL_MS = 50;
/**
 * Claims a registry for this process. Throws RegistryInUseError.
 *
 * The original takes flock(2) locks, one by one, so that several processes can share a registry. The engine has no
 * such call, so this service takes one lock of that kind, on the registry as a whole, for as long as it lives, and
 * keeps all others to itself: another one of this kind refuses to start, and one of the other kind finds every
 * lock taken, and changes nothing.
 *
 * Where locks do not reach from one machine to another, services of this kind find each other by a record.
 */
async function claimRegistry(registry, log, patienceMs = registry_claim_PATIENCE_MS) {
    const deadline = performance.now() + patienceMs;
    for (let hasWaited = false;; hasWaited = true) {
        let problem = new RegistryInUseError(`another service is working on the registry "${registry}"`);
        const lock = await tryLock(external_node_path_default().join(registry, layout/* LOCK */.YM), log);
        if (lock !== undefined) {
            try {
                return claimBy(lock, await recordIn(registry, lock, log));
            }
            catch (error) {
                lock.release();
                if (!(error instanceof RegistryInUseError))
                    throw error;
                problem = error;
            }
        }
        if (performance.now() >= deadline)
            throw problem;
        if (!hasWaited)
            log(`another service is working on the registry; waiting up to ${patienceMs / 1000} s for its end`);
        await (0,promises_.setTimeout)(POLL_MS);
    }
}
/** Errors that prevent writing a record, but not all work on a registry: deleting a version may help. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTSUP', 'EOPNOTSUPP']);
async function recordIn(registry, lock, log) {
    try {
        return await ServiceRecord.claim(registry, log, { isOnlyOneHere: lock.isHeld && isLocal(registry) });
    }
    catch (error) {
        if (!UNWRITABLE.has(systemErrorName(error) ?? ''))
            throw error;
        log(`the registry is not protected from services on other machines: ${systemReason(error)}`);
        return undefined;
    }
}
/** Filesystems of one machine, whose locks hold for all of its processes: ext, XFS, Btrfs, ZFS, tmpfs. */
const LOCAL_TYPES = new Set([0xef53, 0x58465342, 0x9123683e, 0x2fc12fc1, 0x01021994]);
const isLocal = (directory) => LOCAL_TYPES.has((0,external_node_fs_.statfsSync)(directory).type);
function claimBy(lock, record) {
    const lost = new Promise((resolve) => {
        if (record !== undefined)
            record.onLost = resolve;
    });
    return {
        require: async () => record?.require(),
        lost,
        release: async () => {
            try {
                await record?.release();
            }
            finally {
                lock.release();
            }
        },
    };
}
/** The lock program's exit status if somebody else holds the lock. */
const TAKEN = 1;
/**
 * Takes an flock(2) lock on a file, exclusively; undefined if somebody else holds one.
 *
 * The engine has no such call. But the lock belongs to the open file, not to the process that asked for it, so the lock
 * program need not stay: it gets our open file, locks it, and goes. The lock ends with our process, however that ends.
 */
async function tryLock(file, log) {
    const descriptor = (0,external_node_fs_.openSync)(file, 'a', 0o666);
    const release = () => closeUnwritten(descriptor);
    const outcome = await lockOpenFile(descriptor);
    if (outcome === 'taken') {
        release();
        return undefined;
    }
    if (outcome !== 'held')
        log(`the registry is not protected from other processes: ${outcome.why}`);
    return { isHeld: outcome === 'held', release };
}
function lockOpenFile(descriptor) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
        child.once('error', (error) => {
            resolve({ why: (0,errors_errno/* errnoOf */.U)(error) === 'ENOENT' ? 'there is no program "flock"' : error.message });
        });
        child.once('exit', (code, signal) => {
            if (code === 0)
                resolve('held');
            else
                resolve(code === TAKEN ? 'taken' : { why: `flock ended with ${code ?? signal}` });
        });
    });
}

// EXTERNAL MODULE: ./build/fs/concurrency.js
var concurrency = __webpack_require__(535);
;// CONCATENATED MODULE: ./build/service/files/pool.js

/**
 * A limit on how many large files the whole process works on at the same time, over all requests. Protocol \u00a716.
 */
class Pool {
    #turns;
    /** The protocol allows a size of 0, with which nothing would ever end; it means 1 here. */
    constructor(size) {
        this.#turns = new concurrency/* Turns */.P0(Math.max(size, 1));
    }
    /**
     * Works on all items, several at a time. After the first failure nothing new is begun; what is running is waited
     * for, and then that failure is thrown.
     */
    async each(items, work) {
        const failures = [];
        const runOne = (item) => this.#turns.run(async () => {
            try {
                if (failures.length === 0)
                    await work(item);
            }
            catch (error) {
                failures.push(error);
            }
        });
        await Promise.all(items.map(runOne));
        if (failures.length > 0)
            throw failures[0];
    }
}

;// CONCATENATED MODULE: ./build/service/files/replace-link.js




/** A name next to a file for what is to take its place; internal, so that it never counts as content. */
function temporaryBeside(file) {
    const name = `..temp${(0,external_node_crypto_.randomInt)(2 ** 40)}`;
    if (typeof file === 'string')
        return external_node_path_default().join(external_node_path_default().dirname(file), name);
    return joinDisk(file.subarray(0, file.lastIndexOf('/')), name);
}
/** Puts a link in the place of whatever is there; there is no moment without either. */
function replaceLink(place, text) {
    const temporary = temporaryBeside(place);
    (0,external_node_fs_.symlinkSync)(text, temporary);
    try {
        (0,external_node_fs_.renameSync)(temporary, place);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/service/files/exact-move.js



/**
 * Removes a file, provided that it is the one that was seen, and has not been written to since. False, and it stays, if
 * not: removing takes a name, which may mean another file by then, so the name is changed first, to one that nobody knows.
 */
function removeExactly(file, seen) {
    const aside = temporaryBeside(file);
    (0,external_node_fs_.renameSync)(file, aside);
    const { dev, ino, size, mtimeMs } = (0,external_node_fs_.lstatSync)(aside);
    if (dev === seen.dev && ino === seen.ino && size === seen.sizeBytes && mtimeMs === seen.mtimeMs) {
        (0,external_node_fs_.unlinkSync)(aside);
        return true;
    }
    putBack(aside, file);
    return false;
}
/**
 * Gives something its name back after it was renamed by mistake. If the name was taken again meanwhile, neither is lost:
 * what was renamed gets a name beside it then.
 */
function putBack(from, to) {
    try {
        // Other than renaming, this never takes the place of anything.
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch (error) {
        // Directories cannot be hard linked, nor can files of others or on some filesystems.
        const isFree = (0,errors_errno/* errnoOf */.U)(error) !== 'EEXIST' && (0,external_node_fs_.lstatSync)(to, { throwIfNoEntry: false }) === undefined;
        (0,external_node_fs_.renameSync)(from, isFree ? to : temporaryBeside(to));
        return;
    }
    (0,external_node_fs_.unlinkSync)(from);
}

// EXTERNAL MODULE: ./build/protocol/times.js
var times = __webpack_require__(1838);
;// CONCATENATED MODULE: ./build/service/json/json-input.js
/** As deep as the original service follows arrays and objects, the outermost one included. */
const DEEPEST_NESTING = 10_000;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[-+.\w]+/y;
const STRUCTURE = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^"[\]{}]+/y;
const json_input_KINDS = new Map([
    ['n', 'null'],
    ['t', 'boolean'],
    ['f', 'boolean'],
    ['"', 'string'],
    ['[', 'array'],
    ['{', 'object'],
]);
/**
 * Walks over one JSON text, value by value, so that its reader sees what the engine's parser hides: repeated members,
 * their order, and how numbers were written. Protocol \u00a77.
 *
 * The constructor throws a SyntaxError unless the text is exactly one JSON value; from then on syntax is no concern.
 * Each method consumes one value, whose `kind` the caller has looked at.
 */
class JsonInput {
    #text;
    #at = 0;
    constructor(text) {
        JSON.parse(text);
        this.#text = text;
        this.#consume(SPACE);
    }
    /** The kind of the next value. */
    get kind() {
        return json_input_KINDS.get(this.#text.charAt(this.#at)) ?? 'number';
    }
    null() {
        this.#word();
    }
    boolean() {
        return this.#word() === 'true';
    }
    /** The number as it was written. */
    number() {
        return this.#word();
    }
    /** Unpaired surrogates become U+FFFD. */
    string() {
        const literal = this.#consume(STRING);
        this.#consume(SPACE);
        if (!literal.includes('\\'))
            return literal.slice(1, -1);
        return JSON.parse(literal).toWellFormed();
    }
    /** Calls `read` in front of each element; it must consume the element. */
    array(read) {
        this.#list(']', read);
    }
    /** Calls `read` in front of the value of each member; it must consume the value. */
    object(read) {
        this.#list('}', () => {
            const key = this.string();
            this.#punctuation();
            read(key);
        });
    }
    /** Passes over a value of any kind. */
    skip() {
        if (this.kind === 'string') {
            this.string();
            return;
        }
        if (this.kind !== 'array' && this.kind !== 'object') {
            this.#word();
            return;
        }
        let depth = 0;
        do {
            const token = this.#consume(STRUCTURE);
            if (token === '[' || token === '{')
                depth += 1;
            if (token === ']' || token === '}')
                depth -= 1;
            if (depth >= DEEPEST_NESTING)
                throw new SyntaxError('values are nested too deeply');
        } while (depth > 0);
        this.#consume(SPACE);
    }
    #list(closing, read) {
        this.#punctuation();
        for (let index = 0; this.#text.charAt(this.#at) !== closing; index++) {
            read(index);
            if (this.#text.charAt(this.#at) === ',')
                this.#punctuation();
        }
        this.#punctuation();
    }
    #word() {
        const word = this.#consume(WORD);
        this.#consume(SPACE);
        return word;
    }
    /** Steps over one bracket, brace, colon or comma. */
    #punctuation() {
        this.#at += 1;
        this.#consume(SPACE);
    }
    #consume(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += match.length;
        return match;
    }
}

;// CONCATENATED MODULE: ./build/service/json/decode.js

/** The text is not JSON, or does not have the expected shape. The message says where. */
class DecodeError extends Error {
    name = 'DecodeError';
}
/** Reads the whole of `content`. Null gives undefined. Throws DecodeError, which quotes nothing of the content. */
function decode(content, reader) {
    let input;
    try {
        input = new JsonInput(content);
        return reader(input, undefined, 'the content');
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        // The engine's own words quote the text, which may be anybody's.
        throw new DecodeError('not valid JSON', { cause: error });
    }
}
/** A reader for values of one kind, which treats null as absence. */
function only(kind, expected, read) {
    return (input, earlier, where) => {
        if (input.kind === 'null') {
            input.null();
            return undefined;
        }
        if (input.kind !== kind)
            throw new DecodeError(`${where} should be ${expected}, not ${named(input.kind)}`);
        // An earlier value was read by this reader.
        return read(input, earlier, where);
    };
}
const named = (kind) => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);
const decode_text = only('string', 'a string', (input) => input.string());
const flag = only('boolean', 'true or false', (input) => input.boolean());
/** A whole number, written as such: `1.0` and `1e3` are refused. */
const integer = only('number', 'a whole number', (input, _earlier, where) => {
    const written = input.number();
    const value = Number(written);
    if (!/^-?\d+$/.test(written) || !Number.isSafeInteger(value)) {
        throw new DecodeError(`${where} should be a whole number of at most 53 bits`);
    }
    return value;
});
/** An array. A null element keeps what was there before, which is `empty` at first. */
function list(item, empty) {
    return only('array', 'a list', (input, earlier, where) => {
        const items = [];
        input.array((index) => {
            const before = earlier?.[index];
            items.push(item(input, before, `${where}[${index}]`) ?? before ?? empty());
        });
        return items;
    });
}
/** An object with free keys. A null value gives `empty`; of repeated keys the last one counts. */
function keyed(item, empty) {
    return only('object', 'an object', (input, earlier, where) => {
        const entries = new Map(earlier);
        input.object((key) => {
            entries.set(key, item(input, undefined, `a member of ${where}`) ?? empty());
        });
        return entries;
    });
}
/**
 * An object with known properties; all others are passed over. The property `onProbation` is read from
 * `on_probation`, in any case of letters.
 */
function record(fields) {
    const properties = new Map(Object.keys(fields).map((property) => [wireName(property), property]));
    return only('object', 'an object', (input, earlier, where) => {
        const values = new Map(Object.entries(earlier ?? {}));
        input.object((key) => {
            const property = properties.get(key) ?? properties.get(folded(key));
            if (property === undefined) {
                input.skip();
                return;
            }
            const value = fields[property]?.(input, values.get(property), `'${wireName(property)}' of ${where}`);
            if (value === undefined)
                values.delete(property);
            else
                values.set(property, value);
        });
        return Object.fromEntries(values);
    });
}
const wireName = (property) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Two letters outside ASCII have small counterparts within it: the long s and the Kelvin sign. */
const folded = (key) => key
    .replaceAll('\u017f', 's')
    .replaceAll('\u212a', 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

;// CONCATENATED MODULE: ./build/service/requests/identity.js






const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** How long to cache a name, and how long its absence. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 5_000;
const LOOKUP_TIMEOUT_MS = 30_000;
/** The exit status of `getent` if there is no such user. */
const NO_SUCH_USER = 2;
/**
 * Identifies users: requesters are the owners of files, and users are known by name. Protocol \u00a76.4.
 *
 * The engine only knows the name of its own user; all others come from the system's name service, by `getent`, which
 * covers directory services too. Systems without that program are left with `/etc/passwd`.
 */
class Identities {
    #cache = new Map();
    /** The name of a user. Throws (500) if the system knows none, where the original drops the connection. */
    async nameOf(uid) {
        const name = await this.#lookup(uid);
        if (name === undefined) {
            throw failed(`the user with id ${uid} is not known to the machine of this service`);
        }
        return name;
    }
    #lookup(uid) {
        const cached = this.#cache.get(uid);
        if (cached !== undefined && performance.now() < cached.until)
            return cached.name;
        const name = uid === process.getuid?.() ? ownName() : nameByService(uid);
        this.#cache.set(uid, { name, until: performance.now() + KNOWN_MS });
        void name.then((found) => {
            if (found === undefined)
                this.#cache.set(uid, { name, until: performance.now() + UNKNOWN_MS });
        }, () => this.#cache.delete(uid));
        return name;
    }
}
async function ownName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return undefined;
    }
}
async function nameByService(uid) {
    try {
        const { stdout } = await run('getent', ['passwd', String(uid)], { timeout: LOOKUP_TIMEOUT_MS });
        return stdout.split(':', 1)[0] || undefined;
    }
    catch (error) {
        if ((0,errors_errno/* errnoOf */.U)(error) === 'ENOENT')
            return nameByFile(uid);
        if (error.code === NO_SUCH_USER)
            return undefined;
        throw failed(`failed to look up the user with id ${uid}; ${(0,errors_errno/* messageOf */.b)(error)}`, error);
    }
}
async function nameByFile(uid) {
    const accounts = (await (0,external_node_fs_promises_.readFile)('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
    return accounts.find(([, , id]) => id === String(uid))?.[0];
}
/**
 * The user that somebody acts for. Throws (403) if that is not allowed; acting for oneself by name is no exception.
 * Protocol \u00a78.
 */
function actingUser(user, spoofed, table) {
    if (spoofed === undefined)
        return user;
    const entries = table.get(user) ?? [];
    // No entry that begins with a dash names a user.
    const isListed = entries.includes(spoofed) && !spoofed.startsWith('-');
    const allowed = entries.includes('*') ? !entries.includes(`-${spoofed}`) : isListed;
    if (!allowed)
        throw forbidden(`user "${user}" is not authorized to spoof "${spoofed}"`);
    return spoofed;
}

;// CONCATENATED MODULE: ./build/service/requests/requester.js


/**
 * Returns the requester: the owner of the request file, or the user it acts for with the service's permission (else
 * 403). Protocol \u00a76.4, \u00a78.
 */
async function requesterOf(gobbler, request, spoofed) {
    return ownerActingFor(gobbler, request.ownerUid, spoofed);
}
/** The same for the owner of any file. */
async function ownerActingFor(gobbler, uid, spoofed) {
    return actingUser(await gobbler.identities.nameOf(uid), spoofed, gobbler.spoofers);
}
/** The requester, who must be an administrator (else 403). Protocol \u00a76.5. */
async function requireAdmin(gobbler, request, purpose) {
    const user = await requesterOf(gobbler, request);
    if (!gobbler.admins.has(user))
        throw forbidden(`user "${user}" is not authorized to ${purpose}`);
    return user;
}
/**
 * One name of a request. Throws (400) if it is missing or must not be used. Protocol \u00a79; names that are too long, or
 * hold a NUL, are left to the filesystem, whose refusal is another one (500).
 */
function requireNamed(kind, input, request) {
    const name = input[kind];
    if (name === undefined)
        throw malformed(`expected a '${kind}' property in "${request.path}"`);
    const problem = problemWith(name);
    if (problem !== undefined)
        throw malformed(`invalid ${kind} name ${JSON.stringify(name)}; ${problem}`);
    return name;
}
function problemWith(name) {
    if (name === '')
        return 'name cannot be empty';
    if (name.includes('/') || name.includes('\\'))
        return "name cannot contain '/' or '\\'";
    if (name.startsWith('..'))
        return "name cannot start with '..'";
    // The original takes this for the directory above, and may delete it.
    if (name === '.')
        return "name cannot be '.'";
    return undefined;
}
function requireAsset(input, request) {
    return {
        project: requireNamed('project', input, request),
        asset: requireNamed('asset', input, request),
    };
}
function requireVersion(input, request) {
    return { ...requireAsset(input, request), version: requireNamed('version', input, request) };
}

;// CONCATENATED MODULE: ./build/service/storage/record-files.js






const record_files_RECORD_MODE = 0o644;
function readRecord(file, read, { optional = false } = {}) {
    try {
        return read(decodeUtf8((0,external_node_fs_.readFileSync)(file)));
    }
    catch (error) {
        if (optional && (0,errors_errno/* errnoOf */.U)(error) === 'ENOENT')
            return undefined;
        if (error instanceof DecodeError || (0,errors_errno/* errnoOf */.U)(error) !== undefined) {
            throw failed(`failed to read "${file}"; ${systemSentence(error)}`, error);
        }
        throw error;
    }
}
/** Errors of reading a record that does not exist. */
const MISSING = new Set(['ENOENT', 'ENOTDIR']);
/** Returns the record that `read` returns, or undefined if it is missing or damaged. Throws other failures. */
function unlessDamaged(read) {
    try {
        return read();
    }
    catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (cause instanceof DecodeError || MISSING.has((0,errors_errno/* errnoOf */.U)(cause) ?? ''))
            return undefined;
        throw error;
    }
}
/**
 * Writes a record atomically: readers see the old content or the new one. The mode does not depend on the umask. The
 * name of the temporary file makes it an internal one, so that a leftover of a crash is never mistaken for content of a
 * version. Protocol \u00a73.1.
 */
function writeRecord(file, content) {
    const temporary = external_node_path_default().join(external_node_path_default().dirname(file), `..temp${(0,external_node_crypto_.randomInt)(2 ** 40)}.json`);
    const descriptor = (0,external_node_fs_.openSync)(temporary, 'wx', record_files_RECORD_MODE);
    try {
        try {
            (0,external_node_fs_.fchmodSync)(descriptor, record_files_RECORD_MODE);
            for (const piece of typeof content === 'string' ? [content] : content)
                (0,external_node_fs_.writeFileSync)(descriptor, piece);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
        (0,external_node_fs_.renameSync)(temporary, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** Removes a record, if it is there. */
function removeRecord(file) {
    (0,external_node_fs_.rmSync)(file, { force: true });
}

;// CONCATENATED MODULE: ./build/service/handlers/lineage.js




/** Runs work with locks of its own, all of which are released at its end. */
function withLocks({ locks, registry }, signal, work) {
    return locks.session(signal, (session) => work(new Lineage(session, registry)));
}
/**
 * The locks of one request, and the order in which they are taken: registry, its new-directory lock, project, its
 * new-directory lock, asset, usage; never the other way round, and always of one lineage. Protocol \u00a715.
 *
 * New-directory locks only cover looking whether a directory is there, or making it. A directory that is there
 * cannot go away while its parent is locked, so they are released before the next lock is waited for; an upload
 * that waits for a busy asset does not stall all others of its project.
 */
class Lineage {
    #locks;
    #registry;
    constructor(locks, registry) {
        this.#locks = locks;
        this.#registry = registry;
    }
    /** May change anything in the registry. */
    async lockRegistry() {
        await this.#take(this.#registry.root, layout/* LOCK */.YM, 'exclusive');
    }
    /** Enters a project: shared to work in its assets, exclusive to change anything in it. False if it does not exist. */
    async lockProject(ref, mode) {
        await this.#take(this.#registry.root, layout/* LOCK */.YM, 'shared');
        const newDirectory = await this.#take(this.#registry.root, layout/* LOCK_NEW_DIRECTORY */.fA, 'shared');
        const exists = this.#registry.hasProject(ref);
        newDirectory.release();
        if (exists)
            await this.#take(this.#registry.projectDirectory(ref), layout/* LOCK */.YM, mode);
        return exists;
    }
    /** Enters an asset of a project that has been entered, to change anything in it. False if it does not exist. */
    async lockAsset(ref) {
        const project = this.#registry.projectDirectory(ref);
        const newDirectory = await this.#take(project, layout/* LOCK_NEW_DIRECTORY */.fA, 'shared');
        const exists = this.#registry.hasAsset(ref);
        // Nothing may wait from here to the next lock: see `removeEmptyAsset`.
        newDirectory.release();
        if (exists)
            await this.#take(this.#registry.assetDirectory(ref), layout/* LOCK */.YM, 'exclusive');
        return exists;
    }
    /**
     * Enters an asset of a project that has been entered. If it does not exist, `make` is called to make it, while nobody
     * else can; what it throws ends the request.
     */
    async lockOrMakeAsset(ref, make) {
        const project = this.#registry.projectDirectory(ref);
        const newDirectory = await this.#take(project, layout/* LOCK_NEW_DIRECTORY */.fA, 'exclusive');
        if (!this.#registry.hasAsset(ref))
            make();
        // Nothing may wait from here to the next lock: see `removeEmptyAsset`.
        newDirectory.release();
        await this.#take(this.#registry.assetDirectory(ref), layout/* LOCK */.YM, 'exclusive');
    }
    /**
     * Removes an asset that this request has locked, if it holds nothing but the service's own files for a new one, and no
     * other request waits for it: one that has seen the asset would wait for a lock that cannot be taken any more. One that
     * comes later makes it again. Leaves an asset that cannot be removed.
     */
    removeEmptyAsset(ref) {
        const directory = this.#registry.assetDirectory(ref);
        if (this.#locks.isWaitedFor(external_node_path_default().join(directory, layout/* LOCK */.YM)))
            return;
        const names = (0,external_node_fs_.readdirSync)(directory);
        if (names.some((name) => name !== layout/* LOCK */.YM && name !== layout/* PERMISSIONS */.Jj))
            return;
        for (const name of names)
            (0,external_node_fs_.unlinkSync)(external_node_path_default().join(directory, name));
        (0,external_node_fs_.rmdirSync)(directory);
    }
    /** To read and write `..usage`; the last lock to be taken. */
    async lockUsage(ref) {
        await this.#take(this.#registry.projectDirectory(ref), layout/* LOCK_USAGE */.AC, 'exclusive');
    }
    /** Enters a project that must exist (else 404). */
    async enterProject(ref, mode) {
        if (!(await this.lockProject(ref, mode)))
            throw missing(`project ${ref.project} does not exist`);
    }
    /** Enters an asset of a project that has been entered; it must exist (else 404). */
    async enterAsset(ref) {
        if (await this.lockAsset(ref))
            return;
        throw missing(`asset ${ref.asset} does not exist in project ${ref.project}`);
    }
    /** Enters the asset of a version that must exist (else 404), in a project that has been entered. */
    async enterVersion(ref) {
        await this.enterAsset(ref);
        if (this.#registry.hasVersion(ref))
            return;
        throw missing(`version ${ref.version} does not exist for asset ${ref.asset} of project ${ref.project}`);
    }
    #take(directory, lock, mode) {
        return this.#locks.take(external_node_path_default().join(directory, lock), mode);
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/latest.js






const refreshLatestReader = record({ project: decode_text, asset: decode_text });
/** Finds the latest version of an asset anew. Protocol \u00a711.6. */
const refreshLatest = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'refresh the latest version of an asset');
    const asset = requireAsset(request.read(refreshLatestReader), request);
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.enterProject(asset, 'shared');
        await locks.enterAsset(asset);
        const version = await settleLatest(registry, asset, new TimeSlices(signal));
        return version === undefined ? {} : { version };
    });
};
/**
 * Writes or removes `..latest` by the versions that are there, and gives the name in it. Of versions that were
 * finished at the same time the one with the smallest name counts. Throws (500) if a summary cannot be read.
 */
async function settleLatest(registry, asset, pace) {
    let latest;
    for (const name of registry.children(registry.assetDirectory(asset))) {
        await pace.yieldIfDue();
        const version = { project: asset.project, asset: asset.asset, version: name };
        const summary = registry.summary(version);
        if (summary.onProbation)
            continue;
        const finished = finishTime(version, summary.uploadFinish);
        if (latest === undefined || finished > latest.finished)
            latest = { name, finished };
    }
    registry.writeLatest(asset, latest?.name);
    return latest?.name;
}
/**
 * The name that `..latest` is to hold once a version that was finished at some instant is no longer on probation. It is
 * compared with the latest one so far; in the same instant does not count. Where the record of that is missing or damaged,
 * it is compared with all versions whose records are not. Throws (500) if records cannot be read for another reason.
 */
async function latestAfterApproval(registry, approved, finished, pace) {
    const timeOf = (name) => {
        const summary = unlessDamaged(() => registry.summary({ ...approved, version: name }));
        return summary === undefined || summary.onProbation ? undefined : (0,times/* parseInstant */.nV)(summary.uploadFinish);
    };
    const latest = unlessDamaged(() => registry.latest(approved));
    const time = latest === undefined ? undefined : timeOf(latest);
    if (latest !== undefined && time !== undefined)
        return finished > time ? approved.version : latest;
    let newest = { name: approved.version, finished };
    for (const name of registry.children(registry.assetDirectory(approved))) {
        await pace.yieldIfDue();
        const other = name === approved.version ? undefined : timeOf(name);
        if (other === undefined)
            continue;
        const isNewer = newest.name === approved.version ? other >= finished : other > newest.finished;
        if (isNewer)
            newest = { name, finished: other };
    }
    return newest.name;
}
/** The instant an upload was finished at, in nanoseconds. Throws (500) if it is no timestamp. */
function finishTime(version, uploadFinish) {
    const time = (0,times/* parseInstant */.nV)(uploadFinish);
    if (time !== undefined)
        return time;
    const { project, asset, version: name } = version;
    throw failed(`the upload finish time of "${project}/${asset}/${name}" is no RFC 3339 time: "${uploadFinish}"`);
}

// EXTERNAL MODULE: ./build/protocol/permissions.js
var permissions = __webpack_require__(7608);
;// CONCATENATED MODULE: ./build/service/storage/log-entries.js





/** Tells those who keep an index of the registry that something has changed. Protocol \u00a73.10. */
function writeLogEntry(registry, type, about) {
    const second = (0,times/* formatTimestamp */.Ey)(new Date());
    let file;
    // Of some dozens of entries in a second, two may draw the same number: an entry never replaces another one.
    do
        file = external_node_path_default().join(registry.root, layout/* LOGS */.Yy, `${second}_${(0,external_node_crypto_.randomInt)(100_000, 1_000_000)}`);
    while ((0,external_node_fs_.existsSync)(file));
    const content = (0,json/* encodeJson */.Pr)(new Map(Object.entries({ ...about, type })), {
        indent: true,
    });
    writeRecord(file, content);
}

// EXTERNAL MODULE: ./build/protocol/records.js
var records = __webpack_require__(7270);
;// CONCATENATED MODULE: ./build/service/storage/records.js


/**
 * The service's readers of the records in a registry. They are as lenient as its readers of requests, unlike a client
 * (`protocol/records`): properties that are missing count as empty, so that a registry kept by an older or another
 * service stays usable. Every reader throws DecodeError for text that is not JSON or has another shape.
 */
const targetFields = { project: decode_text, asset: decode_text, version: decode_text, path: decode_text };
const target = record(targetFields);
const manifestLink = record({ ...targetFields, ancestor: target });
const entry = record({ size: integer, md5sum: decode_text, link: manifestLink });
const manifest = keyed(entry, () => ({}));
const links = keyed(manifestLink, () => null);
const summary = record({ uploadUserId: decode_text, uploadStart: decode_text, uploadFinish: decode_text, onProbation: flag });
const latest = record({ version: decode_text });
const usage = record({ total: integer });
const uploader = record({ id: decode_text, asset: decode_text, version: decode_text, until: decode_text, trusted: flag });
/** The `permissions` of requests and of registries alike; what is null or missing is left out. */
const permissionsReader = record({
    owners: list(decode_text, () => ''),
    uploaders: list(uploader, () => ({})),
    globalWrite: flag,
});
function linkTarget({ project = '', asset = '', version = '', path = '' }) {
    return { project, asset, version, path };
}
function records_link({ ancestor, ...rest }) {
    return { ...linkTarget(rest), ...(ancestor && { ancestor: linkTarget(ancestor) }) };
}
/** Reads a whole record; null counts as one without properties. */
function read(content, reader, empty) {
    return decode(content, reader) ?? empty();
}
/** Reads a `..manifest`. Protocol \u00a73.8. */
function readManifest(content) {
    const entries = new Map();
    for (const [key, value] of read(content, manifest, () => new Map())) {
        const { size = 0, md5sum = '' } = value;
        entries.set(key, { size, md5sum, ...(value.link && { link: records_link(value.link) }) });
    }
    return entries;
}
/** Reads a `..links`, where a link that is null is an error. Protocol \u00a73.9, \u00a713.1. */
function readLinks(content) {
    const result = new Map();
    for (const [name, value] of read(content, links, () => new Map())) {
        if (value === null)
            throw new DecodeError(`the link of ${JSON.stringify(name)} is null`);
        result.set(name, records_link(value));
    }
    return result;
}
/** Reads a `..summary`. Times are kept as they are, valid or not. Protocol \u00a73.7. */
function readSummary(content) {
    const { uploadUserId = '', uploadStart = '', uploadFinish = '', onProbation = false, } = read(content, summary, () => ({}));
    return { uploadUserId, uploadStart, uploadFinish, onProbation };
}
/** Reads the name in a `..latest`. Protocol \u00a73.6. */
function readLatest(content) {
    return read(content, latest, () => ({})).version ?? '';
}
/** Reads the bytes in a `..usage`. Protocol \u00a73.4. */
function readUsage(content) {
    return read(content, usage, () => ({})).total ?? 0;
}
/** Reads a `..permissions`. Protocol \u00a73.2. */
function readPermissions(content) {
    const { owners, uploaders, globalWrite } = read(content, permissionsReader, () => ({}));
    return {
        owners: owners ?? null,
        uploaders: uploaders?.map((grant) => ({ ...grant, id: grant.id ?? '' })) ?? null,
        ...(globalWrite !== undefined && { globalWrite }),
    };
}
/** The text of a `..permissions`, with null for a list that is null. Protocol \u00a73.2, \u00a73.3. */
function encodePermissions({ owners, uploaders, globalWrite }) {
    const fields = {
        owners,
        uploaders: uploaders && (0,records/* encodableUploaders */.dn)(uploaders),
        global_write: globalWrite,
    };
    return (0,json/* encodeJson */.Pr)(fields, { indent: true });
}
/** Permissions as decisions need them, without nulls. */
function effectivePermissions({ owners, uploaders, globalWrite }) {
    return {
        owners: owners ?? [],
        uploaders: uploaders ?? [],
        ...(globalWrite !== undefined && { globalWrite }),
    };
}

;// CONCATENATED MODULE: ./build/service/handlers/forced.js
/** Returns what `read` returns. With `force`, what cannot be read is undefined instead of a failure. */
async function unlessForced(force, read) {
    try {
        return await read();
    }
    catch (error) {
        if (force !== true)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/usage.js




const refreshUsageReader = record({ project: decode_text });
/** Returns the disk usage of a version: links cost nothing. Protocol \u00a73.4. */
function bytesOf(manifest) {
    let total = 0;
    for (const { size, link } of manifest.values())
        if (link === undefined)
            total += size;
    return total;
}
/** Adds to `..usage`, whose lock the caller holds. Gives what undoes it. */
function changeUsage(registry, ref, changeBytes) {
    const project = { project: ref.project };
    const before = registry.usage(project);
    registry.writeUsage(project, before + changeBytes);
    return () => registry.writeUsage(project, before);
}
/** Takes what was removed off the usage of its project. If it is not known how much that was, the usage stays. */
async function lowerUsage(locks, registry, ref, bytes) {
    if (bytes === undefined)
        return;
    await locks.lockUsage(ref);
    changeUsage(registry, ref, -bytes);
}
/** Adds up the usage of a project anew. Protocol \u00a711.7. */
const refreshUsage = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'refresh the usage of a project');
    const project = requireNamed('project', request.read(refreshUsageReader), request);
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.enterProject({ project }, 'exclusive');
        const pace = new TimeSlices(signal);
        let total = 0;
        for (const asset of registry.subdirectories(registry.projectDirectory({ project }))) {
            total += await bytesOfAsset(registry, { project, asset }, pace);
        }
        registry.writeUsage({ project }, total);
        return { total };
    });
};
/** Returns the disk usage of all versions of an asset. Throws (500) if the manifest of one cannot be read. */
async function bytesOfAsset(registry, asset, pace) {
    let total = 0;
    for (const version of registry.subdirectories(registry.assetDirectory(asset))) {
        await pace.yieldIfDue();
        total += bytesOf(registry.manifest({ ...asset, version }));
    }
    return total;
}

;// CONCATENATED MODULE: ./build/service/handlers/probation.js









const probationReader = record({ project: decode_text, asset: decode_text, version: decode_text, spoof: decode_text, force: flag });
/** Makes a probational version an ordinary one. Protocol \u00a711.4. */
const approveProbation = async (gobbler, request, signal) => {
    const { registry } = gobbler;
    const decision = await readDecision(gobbler, request);
    const { version } = decision;
    return withLocks(gobbler, signal, async (locks) => {
        const summary = await enterProbational(gobbler, locks, decision);
        // First of all, for it may fail; the flag must still be there then, to try again.
        const finished = finishTime(version, summary.uploadFinish);
        const latest = await latestAfterApproval(registry, version, finished, new TimeSlices(signal));
        const latestSoFar = unlessDamaged(() => registry.latest(version));
        const undo = [];
        try {
            registry.writeSummary(version, { ...summary, onProbation: false });
            undo.push(() => registry.writeSummary(version, summary));
            if (latest !== latestSoFar) {
                registry.writeLatest(version, latest);
                undo.push(() => registry.writeLatest(version, latestSoFar));
            }
            writeLogEntry(registry, 'add-version', { ...version, latest: latest === version.version });
        }
        catch (error) {
            // As on a full disk: half an approval could not be repeated.
            for (const step of undo.reverse()) {
                try {
                    step();
                }
                catch (failure) {
                    const place = registry.versionDirectory(version);
                    gobbler.log(`"${place}" was not put back on probation: ${systemReason(failure)}`);
                }
            }
            throw error;
        }
        return {};
    });
};
/** Removes a probational version. Protocol \u00a711.5. */
const rejectProbation = async (gobbler, request, signal) => {
    const decision = await readDecision(gobbler, request);
    return withLocks(gobbler, signal, async (locks) => {
        await enterProbational(gobbler, locks, decision);
        await discardProbational(gobbler, locks, decision.version, { force: decision.force });
        return {};
    });
};
/**
 * Removes a probational version whose asset is locked, and lowers the usage of its project. Throws (500) if its usage
 * is unknown; with `force` it goes all the same, and usage stays.
 */
async function discardProbational({ registry, log }, locks, version, { force }) {
    const bytes = await unlessForced(force, () => bytesOf(registry.manifest(version)));
    await removeTree(registry.versionDirectory(version), TimeSlices.unstoppable(), { log });
    await lowerUsage(locks, registry, version, bytes);
}
async function readDecision(gobbler, request) {
    const input = request.read(probationReader);
    const version = requireVersion(input, request);
    const user = await requesterOf(gobbler, request, input.spoof);
    return { version, user, force: input.force === true };
}
/** Locks the version and gives its summary, if the user may decide about it, and there is something to decide. */
async function enterProbational({ registry, admins }, locks, { version: ref, user }) {
    await locks.enterProject(ref, 'shared');
    if (!admins.has(user) &&
        !(0,permissions/* mayMaintainProject */.qo)(user, effectivePermissions(registry.projectPermissions(ref)))) {
        throw forbidden(`user "${user}" is not authorized to modify probation status in "${ref.project}"`);
    }
    await locks.enterVersion(ref);
    const summary = registry.summary(ref);
    if (!summary.onProbation) {
        throw failed(`version directory at "${registry.versionDirectory(ref)}" is not on probation`);
    }
    return summary;
}

;// CONCATENATED MODULE: ./build/service/handlers/purge.js








const DAY_MS = 24 * 60 * 60 * 1000;
/** Files in staging and among the logs are stale if nobody has touched them for this long. */
const STALE_MS = 7 * DAY_MS;
/**
 * Cleans up once a day, the first time a day from now. Gives what ends that, and resolves once a cleaning under way
 * has stopped. Probational versions are removed after so many days, or never if there are less than none.
 * Protocol \u00a716.
 */
function purgeDaily(gobbler, probationDays) {
    const controller = new AbortController();
    let running = Promise.resolve();
    const timer = setInterval(() => {
        running = purge(gobbler, probationDays, controller.signal);
    }, DAY_MS);
    timer.unref();
    return async () => {
        clearInterval(timer);
        controller.abort(cancelled());
        await running;
    };
}
/** Cleans up, as of `now`. Whatever goes wrong is logged, and does not keep the rest from being cleaned. */
async function purge(gobbler, probationDays, signal, now = Date.now()) {
    const attempt = async (work) => {
        try {
            await work();
        }
        catch (error) {
            if (!signal.aborted)
                gobbler.log(`purge: ${(0,errors_errno/* messageOf */.b)(error)}`);
        }
    };
    const pace = new TimeSlices(signal);
    await attempt(() => purgeStale(gobbler.staging, now, pace, attempt));
    await attempt(() => purgeStale(external_node_path_default().join(gobbler.registry.root, layout/* LOGS */.Yy), now, pace, attempt));
    if (probationDays < 0)
        return;
    await attempt(() => purgeProbational(gobbler, now - probationDays * DAY_MS, pace, attempt));
}
/**
 * Removes what is old in a directory. For directories in it, only their own time counts. A link in the place of the
 * directory is not followed, and all of it is done by descriptor: others may exchange what is in it at any moment.
 */
async function purgeStale(directory, now, pace, attempt) {
    const isOld = ({ mtimeMs }) => now - mtimeMs > STALE_MS;
    const tree = openUnlessLink(directory);
    if (tree === undefined)
        return;
    try {
        for (const name of await namesIn(tree.pathOfDirectory(tree.top), tree.stat.size)) {
            await pace.yieldIfDue();
            const place = { directory: tree.top, name };
            await attempt(async () => {
                const stat = (0,external_node_fs_.lstatSync)(tree.pathOf(place));
                if (!isOld(stat))
                    return;
                if (!stat.isDirectory()) {
                    removeExactly(tree.pathOf(place), { ...stat, sizeBytes: stat.size, mtimeMs: stat.mtimeMs });
                    return;
                }
                const stale = OpenTree.open(tree.pathOf(place));
                try {
                    // The file that was checked may have been replaced by this one.
                    if (!isOld(stale.stat))
                        return;
                    await emptyTree(stale, pace);
                    removeIfSame(tree.pathOf(place), stale, name);
                }
                finally {
                    stale.close();
                }
            });
        }
    }
    finally {
        tree.close();
    }
}
function openUnlessLink(directory) {
    try {
        return OpenTree.open(directory);
    }
    catch (error) {
        if (systemErrorName(error) === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
/** Removes an empty directory; throws if another one has its name now. */
function removeIfSame(place, { top }, name) {
    const { dev, ino } = (0,external_node_fs_.lstatSync)(place);
    if (dev !== top.dev || ino !== top.ino)
        throw new Error(`"${shownName(name)}" was exchanged meanwhile`);
    (0,external_node_fs_.rmdirSync)(place);
}
/** Removes the probational versions that were finished before a time, as if they were rejected. */
async function purgeProbational(gobbler, finishedBefore, pace, attempt) {
    const { registry } = gobbler;
    for (const version of registry.allVersions()) {
        await pace.yieldIfDue();
        await attempt(async () => {
            if (!isOverdue(registry, version, finishedBefore))
                return;
            await withLocks(gobbler, pace.signal, async (locks) => {
                await locks.enterProject(version, 'shared');
                await locks.enterVersion(version);
                // It may have been decided about in the meantime.
                if (!isOverdue(registry, version, finishedBefore))
                    return;
                await discardProbational(gobbler, locks, version, { force: false });
            });
        });
    }
}
function isOverdue(registry, version, finishedBefore) {
    const { onProbation, uploadFinish } = registry.summary(version);
    return onProbation && finishTime(version, uploadFinish) < BigInt(Math.floor(finishedBefore)) * 1000000n;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/service/handlers/uploaders.js


/** The grants of a request. Throws (400) if one has no `id`, or an `until` that is no timestamp. Protocol \u00a73.2. */
function requireUploaders(entries) {
    return entries.map(({ id, ...limits }) => {
        if (id === undefined)
            throw refusal("all entries should have an 'id' property");
        if (limits.until !== undefined && (0,times/* parseTimestamp */.EH)(limits.until) === undefined) {
            throw refusal(`'until' should be an RFC 3339 time, not ${JSON.stringify(limits.until)}`);
        }
        return { id, ...limits };
    });
}
const refusal = (problem) => malformed(`invalid 'permissions.uploaders' in the request details; ${problem}`);

;// CONCATENATED MODULE: ./build/service/handlers/create-project.js









const createProjectReader = record({ project: decode_text, permissions: permissionsReader });
/** Never enforced by anybody. Protocol \u00a73.5. */
const QUOTA_BYTES = 1_000_000_000;
/** Makes a project. Protocol \u00a711.1. */
const createProject = async (gobbler, request, signal) => {
    const user = await requireAdmin(gobbler, request, 'create a project');
    const input = request.read(createProjectReader);
    const project = requireNamed('project', input, request);
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.lockRegistry();
        const directory = registry.projectDirectory({ project });
        if (registry.hasProject({ project }))
            throw malformed(`project directory "${directory}" already exists`);
        (0,external_node_fs_.mkdirSync)(directory, 0o755);
        const { owners = [user], uploaders = [], globalWrite } = input.permissions ?? {};
        const permissions = {
            owners,
            uploaders: requireUploaders(uploaders),
            ...(globalWrite !== undefined && { globalWrite }),
        };
        try {
            registry.writeProjectPermissions({ project }, permissions);
            const year = new Date().getFullYear();
            (0,external_node_fs_.writeFileSync)(external_node_path_default().join(directory, layout/* QUOTA */.ju), `{ "baseline": ${QUOTA_BYTES}, "growth_rate": ${QUOTA_BYTES}, "year": ${year} }`);
            (0,external_node_fs_.writeFileSync)(external_node_path_default().join(directory, layout/* USAGE */.u_), '{ "total": 0 }');
        }
        catch (error) {
            // Without its records nobody could use the project, nor make it again.
            await removeTree(directory, TimeSlices.unstoppable(), gobbler);
            throw error;
        }
        return {};
    });
};

;// CONCATENATED MODULE: ./build/service/handlers/permissions.js








const setPermissionsReader = record({
    project: decode_text,
    asset: decode_text,
    permissions: permissionsReader,
    spoof: decode_text,
});
/** Changes the permissions of a project or of an asset. Protocol \u00a711.3. */
const setPermissions = async (gobbler, request, signal) => {
    const input = request.read(setPermissionsReader);
    const project = requireNamed('project', input, request);
    const asset = input.asset === undefined ? undefined : requireAsset(input, request);
    const { permissions } = input;
    if (permissions === undefined)
        throw malformed(`expected a 'permissions' property in "${request.path}"`);
    const user = await requesterOf(gobbler, request, input.spoof);
    return withLocks(gobbler, signal, async (locks) => {
        if (asset === undefined)
            await setForProject(gobbler, locks, project, user, permissions);
        else
            await setForAsset(gobbler, locks, asset, user, permissions);
        return {};
    });
};
async function setForProject({ registry, admins }, locks, project, user, changes) {
    await locks.enterProject({ project }, 'exclusive');
    const stored = registry.projectPermissions({ project });
    if (!admins.has(user) && !(0,permissions/* mayMaintainProject */.qo)(user, effectivePermissions(stored))) {
        throw permissions_refusal(user, project);
    }
    const globalWrite = changes.globalWrite ?? stored.globalWrite;
    const changed = changedLists(stored, changes);
    registry.writeProjectPermissions({ project }, { ...changed, ...(globalWrite !== undefined && { globalWrite }) });
}
async function setForAsset({ registry, admins }, locks, asset, user, changes) {
    await locks.enterProject(asset, 'shared');
    const requireRight = (existing) => {
        const project = effectivePermissions(registry.projectPermissions(asset));
        if (admins.has(user) || (0,permissions/* mayMaintainAsset */.vr)(user, project, existing))
            return;
        throw permissions_refusal(user, `${asset.project}/${asset.asset}`);
    };
    await locks.lockOrMakeAsset(asset, () => {
        requireRight(undefined);
        (0,external_node_fs_.mkdirSync)(registry.assetDirectory(asset), 0o755);
    });
    const stored = registry.assetPermissions(asset);
    requireRight(effectivePermissions(stored));
    // Entries of an asset are about that asset; global write only concerns projects.
    const uploaders = changes.uploaders?.map(({ asset: _elsewhere, ...entry }) => entry);
    const changed = changedLists(stored, { ...changes, ...(uploaders && { uploaders }) });
    registry.writeAssetPermissions(asset, { ...stored, ...changed });
}
/** Returns the stored lists with the given ones replaced, list by list. */
function changedLists(stored, { owners, uploaders }) {
    return {
        owners: owners ?? stored.owners,
        uploaders: uploaders === undefined ? stored.uploaders : requireUploaders(uploaders),
    };
}
const permissions_refusal = (user, what) => forbidden(`user "${user}" is not authorized to modify permissions for "${what}"`);

// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
;// CONCATENATED MODULE: ./build/service/files/walk.js



/**
 * Walks over a tree, depth first, in the order of names, following nothing. Protocol \u00a712.2. `skips` tells which base names
 * to pass over, with all that is below them; a directory in which nothing else is found counts as empty. Throws (500) at
 * anything that is no file, directory or link: a FIFO would keep its reader waiting for ever.
 */
async function* walkTree(tree, skips, pace) {
    /** The last one is the next. */
    const waiting = [];
    const enter = async (directory, sizeBytes, above) => {
        try {
            const all = await namesIn(tree.pathOfDirectory(directory), sizeBytes);
            const names = all.filter((name) => !skips(shownName(name)));
            for (const name of names.reverse())
                waiting.push({ directory, name, above });
            return names.length > 0;
        }
        catch (error) {
            throw aboutFile(above?.key ?? '.', error);
        }
    };
    await enter(tree.top, tree.stat.size);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await pace.yieldIfDue();
        const entry = look(tree, next);
        yield entry;
        if (entry.kind !== 'directory')
            continue;
        const { dev, ino, sizeBytes, name, directory: parent } = entry;
        const hasContent = await enter({ parent, name, depth: parent.depth + 1, dev, ino }, sizeBytes, entry);
        if (!hasContent)
            yield { ...entry, kind: 'empty-directory' };
    }
}
function look(tree, { directory, name, above }) {
    const key = above === undefined ? shownName(name) : `${above.key}/${shownName(name)}`;
    const stat = statOf(tree, { directory, name }, key);
    const oddity = oddityOf(stat);
    if (oddity !== undefined) {
        throw failed(`"${key}" ${oddity}; only files, directories and symbolic links can be taken`);
    }
    // Many entries may be kept for long; a few numbers are enough of each.
    return {
        kind: stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'link' : 'file',
        key,
        place: placeBelow(above, key, name),
        directory,
        name,
        dev: stat.dev,
        ino: stat.ino,
        sizeBytes: stat.size,
        mtimeMs: stat.mtimeMs,
        uid: stat.uid,
        links: stat.nlink,
    };
}
/** Where all of it is text, it is the key. */
function placeBelow(above, key, name) {
    if (above === undefined)
        return name;
    return typeof above.place === 'string' && typeof name === 'string' ? key : joinDisk(above.place, name);
}
function statOf(tree, place, key) {
    try {
        return (0,external_node_fs_.lstatSync)(tree.pathOf(place));
    }
    catch (error) {
        throw aboutFile(key, error);
    }
}

// EXTERNAL MODULE: ./build/fs/threads/large-files.js + 1 modules
var large_files = __webpack_require__(1162);
;// CONCATENATED MODULE: ./build/service/storage/copy.js





/** Up to this size a file is read in one go, which takes about a millisecond. */
const SMALL_BYTES = 512 * 1024;
const FILE_MODE = 0o644;
const { O_RDWR, O_CREAT, O_EXCL } = external_node_fs_.constants;
/** A network filesystem may write only now, which takes its time. */
const copy_closed = (0,external_node_util_.promisify)(external_node_fs_.close);
/** Room for a small file and a byte more, so that one which has grown is noticed. All uses are synchronous. */
const sourceRoom = Buffer.allocUnsafeSlow(SMALL_BYTES + 1);
const copyRoom = Buffer.allocUnsafeSlow(SMALL_BYTES + 1);
const md5 = (content) => (0,external_node_crypto_.hash)('md5', content, 'hex');
/** The fingerprint of a small file. */
function fingerprintSmall(file, options = {}) {
    const content = readSmall(file, options);
    return { size: content.length, md5sum: md5(content) };
}
/**
 * Copies a small file to a place where there is nothing yet, and reads the copy back. The checksum is that of the
 * bytes that were written, so it need not be computed twice: it is enough that the same bytes come back. A disk that is
 * full may only show when the copy is closed, which fails then.
 */
function copySmall(source, destination, options = {}) {
    const content = readSmall(source, options);
    const descriptor = (0,external_node_fs_.openSync)(destination, O_RDWR | O_CREAT | O_EXCL, FILE_MODE);
    try {
        for (let done = 0; done < content.length;) {
            done += (0,external_node_fs_.writeSync)(descriptor, content, done, content.length - done, done);
        }
        if (!readAll(descriptor, copyRoom, content.length).equals(content))
            throw mismatch();
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    return { size: content.length, md5sum: md5(content) };
}
function readSmall(file, options) {
    const { descriptor, stat } = openRegular(file, options);
    try {
        const content = readAll(descriptor, sourceRoom, stat.size);
        if (content.length > SMALL_BYTES)
            throw mismatch();
        return content;
    }
    finally {
        closeUnwritten(descriptor);
    }
}
/**
 * Reads until the end of the file, or until the buffer is full. As many bytes as expected count as the whole file:
 * there was room for more.
 */
function readAll(descriptor, room, expected) {
    let length = 0;
    while (length < room.length) {
        const count = (0,external_node_fs_.readSync)(descriptor, room, length, room.length - length, length);
        length += count;
        if (count === 0 || length === expected)
            break;
    }
    return room.subarray(0, length);
}
/** The fingerprint of a file of any size. */
async function fingerprintLarge(file, pace, options = {}) {
    return (await takeFingerprint(file, pace, options)).content;
}
/** The fingerprint of a file outside that a link leads to, which an administrator has allowed. */
async function fingerprintOfTarget(key, target, pace) {
    try {
        return await fingerprintLarge(target, pace, { follow: true });
    }
    catch (error) {
        throw aboutFile(key, error);
    }
}
/** The fingerprint for whoever may copy the file afterwards. */
async function takeFingerprint(file, { signal }, options = {}) {
    return withSource(file, options, async (descriptor) => {
        const state = stateOf(descriptor);
        const content = await (0,large_files/* hashFile */.DC)(openFile(descriptor, state), { signal });
        return { content, state };
    });
}
/**
 * Returns whether a file that was moved since its fingerprint was taken is that file, and has not been written to
 * meanwhile.
 */
function isMovedAsItWas({ state }, place) {
    const { ino, mtimeNs, size } = (0,external_node_fs_.lstatSync)(place, { bigint: true });
    return ino === state.ino && mtimeNs === state.mtimeNs && size === state.size;
}
/** The fingerprint that was taken of a file, unless there is none or somebody may have written to the file since. */
function ifStillHolding(taken, file) {
    if (taken === undefined)
        return undefined;
    const { descriptor } = openRegular(file);
    try {
        return stillHolds(taken.state, stateOf(descriptor)) ? taken : undefined;
    }
    finally {
        closeUnwritten(descriptor);
    }
}
function stateOf(descriptor) {
    const { ino, size, mtimeNs, ctimeNs } = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
    return { ino, size, mtimeNs, ctimeNs, readAtNs: BigInt(Date.now()) * 1000000n };
}
const openFile = (descriptor, { size }) => ({
    descriptor,
    sizeBytes: Number(size),
});
/** Times of files advance in steps of a timer: a change within the same step would not show. */
const TIMER_STEP_NS = 10000000n;
/** Returns whether a fingerprint that was taken of a file in one state holds for it in another. */
function stillHolds(taken, now) {
    const unchanged = ['ino', 'mtimeNs', 'ctimeNs'].every((field) => taken[field] === now[field]);
    return unchanged && taken.readAtNs - taken.ctimeNs > TIMER_STEP_NS;
}
/**
 * Copies a file of any size to a place where there is nothing yet. The checksum is computed from the bytes on their
 * way, unless it is `known` and the file has not been touched since; afterwards the copy is read back and compared with
 * the source, byte by byte. That costs a fraction of another checksum, and tells just as well whether the copy is
 * damaged or the source has changed in the meantime.
 */
async function copyLarge(source, destination, { signal }, { known, ...options } = {}) {
    return withSource(source, options, (from) => withCopy(destination, async (to) => {
        const state = stateOf(from);
        const isKnown = known !== undefined && stillHolds(known.state, state);
        const file = openFile(from, state);
        const copied = await (0,large_files/* copyFile */.m3)(file, to, { signal, wantsChecksum: !isKnown });
        if (!(await (0,large_files/* sameContent */.Cm)(file, to, { signal })))
            throw mismatch();
        if (!isKnown)
            return copied;
        if (!stillHolds(known.state, stateOf(from)))
            throw mismatch();
        return known.content;
    }));
}
async function withSource(file, options, use) {
    const { descriptor } = openRegular(file, options);
    try {
        return await use(descriptor);
    }
    finally {
        closeUnwritten(descriptor);
    }
}
/** Fails if the copy cannot be closed: then it may not have been written. */
async function withCopy(place, use) {
    const descriptor = (0,external_node_fs_.openSync)(place, O_RDWR | O_CREAT | O_EXCL, FILE_MODE);
    try {
        return await use(descriptor);
    }
    finally {
        await copy_closed(descriptor);
    }
}
const mismatch = () => new UnfitFile('mismatch in checksums between source and destination files; it was changed meanwhile');

;// CONCATENATED MODULE: ./build/service/storage/each-file.js


/**
 * Processes small files one after another, which is fastest for them, then large ones, several at a time. An error
 * names the file.
 */
async function eachFile(files, { pool, pace }, { small, large }) {
    for (const file of files) {
        if (file.sizeBytes > SMALL_BYTES)
            continue;
        await pace.yieldIfDue();
        try {
            small(file);
        }
        catch (error) {
            throw aboutFile(file.key, error);
        }
    }
    await pool.each(files.filter((file) => file.sizeBytes > SMALL_BYTES), async (file) => {
        try {
            await large(file);
        }
        catch (error) {
            throw aboutFile(file.key, error);
        }
    });
}

;// CONCATENATED MODULE: ./build/service/storage/links.js





/** The text of a link. Throws (500) if it is not valid UTF-8: the registry could not hold a link to such a file. */
function linkText(link, key) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readlinkSync)(link, 'buffer');
    }
    catch (error) {
        throw aboutFile(key, error);
    }
    if (!isUtf8(bytes))
        throw failed(`the target of link "${key}" is not valid UTF-8`);
    return bytes.toString('utf8');
}
/**
 * The path a link leads to, by its text alone: no other link on the way is looked at. An absolute text stays as it
 * is written.
 */
function linkDestination(root, key, text) {
    if (external_node_path_default().isAbsolute(text))
        return text;
    return external_node_path_default().join(root, external_node_path_default().dirname(key), text).replace(/\/+$/, '');
}
/**
 * Tells what the link at `key` means if it leads to `destination`. Throws (500) if it leads to no file, or to one
 * that it must not. Protocol \u00a712.3.
 */
function linkMeaning(key, destination, scope) {
    const local = inside(scope.root, destination);
    if (local !== undefined) {
        // Not by its path, in which somebody may have put something else.
        requireFile(key, joinDisk(scope.tree.pathOfTop(), local));
        return { kind: 'local', key: local };
    }
    const inRegistry = inside(scope.registry.root, destination);
    if (inRegistry !== undefined) {
        requireFile(key, destination);
        return { kind: 'registry', target: registryTarget(key, inRegistry, scope.version) };
    }
    if (scope.whitelist.some((directory) => inside(directory, destination) !== undefined)) {
        requireFile(key, destination);
        return { kind: 'whitelisted', target: destination };
    }
    throw failed(`symbolic link "${key}" to file "${destination}" outside the registry directory is not allowed`);
}
function requireFile(key, destination) {
    let isDirectory;
    try {
        isDirectory = (0,external_node_fs_.statSync)(destination).isDirectory();
    }
    catch (error) {
        throw failed(`failed to stat target of link "${key}"; ${systemReason(error)}`, error);
    }
    if (isDirectory)
        throw failed(`target of link "${key}" is a directory`);
}
/** Paths of different kinds, absolute and relative, are never inside one another. */
function inside(root, candidate) {
    return external_node_path_default().isAbsolute(root) === external_node_path_default().isAbsolute(candidate) ? (0,layout/* relativeInside */.JA)(root, candidate) : undefined;
}
function registryTarget(key, registryPath, own) {
    const [project, asset, version, ...rest] = registryPath.split('/');
    if (project === undefined || asset === undefined || version === undefined || rest.length === 0) {
        throw failed(`unexpected link "${key}" to file outside of a project asset version directory`);
    }
    if ([project, asset, version, ...rest].some(names/* isInternalName */.Bn)) {
        throw failed(`components of link "${key}" cannot refer to internal '..' files`);
    }
    if (project === own.project && asset === own.asset && version === own.version) {
        throw failed(`link "${key}" refers to the version itself by way of the registry`);
    }
    return { project, asset, version, path: rest.join('/') };
}
/** The entries in other versions of files that are linked to. Protocol \u00a712.3. */
class LinkTargets {
    #manifests;
    /** Directories of versions that are not on probation. */
    #settled = new Set();
    constructor(manifests) {
        this.#manifests = manifests;
    }
    /** The manifest entry of a link to the target. Throws (500) unless that is a file of a version that is settled. */
    entryFor(target) {
        this.#requireSettled(target);
        const entry = this.#manifests.of(target).get(target.path);
        if (entry === undefined) {
            throw failed(`could not find link target "${target.path}" in the manifest of ${links_describe(target)}`);
        }
        return linkEntry(target, entry);
    }
    #requireSettled(version) {
        const { registry } = this.#manifests;
        const directory = registry.versionDirectory(version);
        if (this.#settled.has(directory))
            return;
        if (registry.summary(version).onProbation) {
            throw failed(`cannot link to file inside a probational version ${links_describe(version)}`);
        }
        this.#settled.add(directory);
    }
}
const links_describe = ({ project, asset, version }) => `"${project}/${asset}/${version}"`;
/** The entry of a link to something whose own entry is given: the real file behind it is the ancestor. Protocol \u00a73.8. */
function linkEntry(target, { size, md5sum, link }) {
    return { size, md5sum, link: linkWith(target, link?.ancestor ?? link) };
}
/** A link with its two ends; they are the same if there is no ancestor. */
function linkWith(parent, ancestor) {
    return { ...endOf(parent), ...(ancestor && { ancestor: endOf(ancestor) }) };
}
/** The target alone, whatever else comes with it. */
const endOf = ({ project, asset, version, path: file }) => ({
    project,
    asset,
    version,
    path: file,
});
/** The text of the symbolic link on disk: relative, and straight to the real file. Protocol \u00a712.3. */
function linkTextFor(registry, version, key, link) {
    const target = link.ancestor ?? link;
    const directory = external_node_path_default().dirname(external_node_path_default().join(registry.versionDirectory(version), key));
    return external_node_path_default().relative(directory, external_node_path_default().join(registry.versionDirectory(target), target.path));
}
/** The links of a manifest, as the `..links` files hold them: directory in the version to base name to link. */
function linksByDirectory(manifest) {
    const directories = new Map();
    for (const [key, { link }] of manifest) {
        if (link === undefined)
            continue;
        const directory = external_node_path_default().dirname(key);
        const links = directories.get(directory) ?? new Map();
        directories.set(directory, links.set(external_node_path_default().basename(key), link));
    }
    return directories;
}
/**
 * Writes the `..links` files that a manifest needs, and removes those in `earlier`, directories in the version, that it
 * does not need any more. Protocol \u00a73.9.
 */
function writeLinkFiles(registry, version, manifest, earlier = []) {
    const wanted = linksByDirectory(manifest);
    const pathOf = (directory) => `${registry.versionDirectory(version)}/${directory}`;
    for (const [directory, links] of wanted)
        registry.writeLinks(pathOf(directory), links);
    for (const directory of earlier)
        if (!wanted.has(directory))
            registry.removeLinks(pathOf(directory));
}

;// CONCATENATED MODULE: ./build/service/storage/local-links.js


/**
 * Adds the links within a version to its manifest, once everything else is there: a link may lead to another link.
 * `links` maps keys to the keys they lead to. Throws (500) if one leads in circles, or to something that is not part
 * of the version. Protocol \u00a712.4.
 */
function settleLocalLinks(links, manifest, version) {
    for (const start of links.keys()) {
        const chain = [];
        for (let key = start; !manifest.has(key); key = next(links, key, start)) {
            if (chain.includes(key))
                throw failed(`link "${start}" leads in circles`);
            chain.push(key);
        }
        for (const key of chain.reverse()) {
            const targetKey = links.get(key);
            const entry = manifest.get(targetKey);
            manifest.set(key, linkEntry({ ...version, path: targetKey }, entry));
        }
    }
}
function next(links, key, start) {
    const target = links.get(key);
    if (target === undefined)
        throw failed(`link "${start}" leads to "${key}", which is not part of the version`);
    return target;
}

;// CONCATENATED MODULE: ./build/service/storage/manifests.js
/** The manifests of versions, each read once in the life of this object. No locks are taken for it. */
class Manifests {
    registry;
    #read = new Map();
    constructor(registry) {
        this.registry = registry;
    }
    /** Throws (500) if it cannot be read. */
    of(version) {
        const directory = this.registry.versionDirectory(version);
        const manifest = this.#read.get(directory) ?? this.registry.manifest(version);
        this.#read.set(directory, manifest);
        return manifest;
    }
}

;// CONCATENATED MODULE: ./build/service/storage/survey.js








/**
 * Reads everything in a version and changes nothing. Only the `..links` files tell which links stand for others, since
 * links on disk lead straight to the real file. Throws (500) if one of them cannot be read, a link disagrees with it,
 * or leads where none may lead. Protocol \u00a713.1.
 */
async function surveyVersion(storage, version, pace) {
    // An administrator may have put a link in the place of a version that lies elsewhere.
    const tree = OpenTree.open(storage.registry.versionDirectory(version), { follow: true });
    try {
        return await surveyTree(storage, version, tree, pace);
    }
    finally {
        tree.close();
    }
}
async function surveyTree(storage, version, tree, pace) {
    const { registry, whitelist } = storage;
    const root = registry.versionDirectory(version);
    const scope = { root, tree, version, registry, whitelist };
    const entries = [];
    for await (const entry of walkTree(tree, names/* isInternalName */.Bn, pace))
        entries.push(entry);
    const linkFiles = readLinkFiles(registry, root, entries);
    const manifest = new Map();
    const links = [];
    const localTargets = new Map();
    const targets = new LinkTargets(new Manifests(registry));
    for (const entry of entries) {
        await pace.yieldIfDue();
        if (entry.kind === 'empty-directory')
            manifest.set(entry.key, { size: 0, md5sum: '' });
        if (entry.kind !== 'link')
            continue;
        const text = linkText(tree.pathOf(entry), entry.key);
        const recorded = linkFiles.get(external_node_path_default().dirname(entry.key))?.get(external_node_path_default().basename(entry.key));
        const destination = declaredTarget(registry, entry.key, linkDestination(root, entry.key, text), recorded);
        const meaning = linkMeaning(entry.key, destination, scope);
        if (meaning.kind === 'whitelisted') {
            manifest.set(entry.key, await fingerprintOfTarget(entry.key, meaning.target, pace));
            continue;
        }
        links.push({ entry, text, isLocal: meaning.kind === 'local' });
        if (meaning.kind === 'local')
            localTargets.set(entry.key, meaning.key);
        else
            manifest.set(entry.key, targets.entryFor(meaning.target));
    }
    const files = entries.filter(({ kind }) => kind === 'file');
    await eachFile(files, { pool: storage.pool, pace }, {
        small: (file) => void manifest.set(file.key, fingerprintSmall(tree.pathOf(file))),
        large: async (file) => void manifest.set(file.key, await fingerprintLarge(tree.pathOf(file), pace)),
    });
    settleLocalLinks(localTargets, manifest, version);
    return { manifest, links, linkFiles };
}
function readLinkFiles(registry, root, entries) {
    const files = new Map();
    const directories = entries.filter(({ kind }) => kind === 'directory').map(({ key }) => key);
    for (const directory of ['.', ...directories]) {
        const links = registry.links(external_node_path_default().join(root, directory));
        if (links !== undefined)
            files.set(directory, links);
    }
    return files;
}
/** Where a link was declared to lead to, given where it leads. Throws (500) if that is something else. */
function declaredTarget(registry, key, destination, recorded) {
    if (recorded === undefined)
        return destination;
    const pathOf = (target) => external_node_path_default().join(registry.versionDirectory(target), target.path);
    const parent = pathOf(recorded);
    const actual = external_node_path_default().normalize(destination);
    if (recorded.ancestor !== undefined && actual === pathOf(recorded.ancestor))
        return parent;
    if (actual === parent)
        return parent;
    throw failed(`link "${key}" leads to "${destination}", and not where the '..links' file says`);
}

;// CONCATENATED MODULE: ./build/service/handlers/reindex.js





const reindexReader = record({ project: decode_text, asset: decode_text, version: decode_text });
/** Makes the records of a version anew from what is in its directory. Protocol \u00a711.8. */
const reindexVersion = async (gobbler, request, signal) => {
    const version = requireVersion(request.read(reindexReader), request);
    await requireAdmin(gobbler, request, 'reindex a version');
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.enterProject(version, 'shared');
        await locks.enterVersion(version);
        const survey = await surveyVersion(gobbler, version, new TimeSlices(signal));
        straightenLinks(gobbler, version, survey);
        registry.writeManifest(version, survey.manifest);
        writeLinkFiles(registry, version, survey.manifest, survey.linkFiles.keys());
        if (registry.summary(version).onProbation)
            return {};
        const latest = registry.latest(version) === version.version;
        writeLogEntry(registry, 'reindex-version', { ...version, latest });
        return {};
    });
};
/** Makes all links relative, and lead straight to the real file. Protocol \u00a713.2. */
function straightenLinks({ registry }, version, { manifest, links }) {
    for (const { entry, text: before } of links) {
        const { link } = manifest.get(entry.key);
        if (link === undefined)
            continue;
        const after = linkTextFor(registry, version, entry.key, link);
        if (after !== before)
            replaceLink(joinDisk(registry.versionDirectory(version), entry.place), after);
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/remove.js








const removeReader = record({ project: decode_text, asset: decode_text, version: decode_text, force: flag });
const removeProjectReader = record({ project: decode_text });
const removeAssetReader = record({ project: decode_text, asset: decode_text, force: flag });
/** Removes a project. Succeeds if it does not exist. Protocol \u00a711.10. */
const deleteProject = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'delete a project');
    const project = requireNamed('project', request.read(removeProjectReader), request);
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.lockRegistry();
        if (!registry.hasProject({ project }))
            return {};
        await removeTree(registry.projectDirectory({ project }), TimeSlices.unstoppable(), gobbler);
        writeLogEntry(registry, 'delete-project', { project });
        return {};
    });
};
/** Removes an asset with all its versions. With `force`, also if its usage is unknown. Protocol \u00a711.10. */
const deleteAsset = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'delete an asset');
    const input = request.read(removeAssetReader);
    const asset = requireAsset(input, request);
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        if (!(await locks.lockProject(asset, 'exclusive')) || !registry.hasAsset(asset))
            return {};
        const bytes = await unlessForced(input.force, () => bytesOfAsset(registry, asset, new TimeSlices(signal)));
        await removeTree(registry.assetDirectory(asset), TimeSlices.unstoppable(), gobbler);
        await lowerUsage(locks, registry, asset, bytes);
        writeLogEntry(registry, 'delete-asset', { ...asset });
        return {};
    });
};
/** Removes a version. With `force`, also if its usage or its summary cannot be read. Protocol \u00a711.10. */
const deleteVersion = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'delete a version');
    const input = request.read(removeReader);
    const version = requireVersion(input, request);
    const { force } = input;
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        if (!(await locks.lockProject(version, 'shared')))
            return {};
        if (!(await locks.lockAsset(version)) || !registry.hasVersion(version))
            return {};
        const bytes = await unlessForced(force, () => bytesOf(registry.manifest(version)));
        const summary = await unlessForced(force, () => registry.summary(version));
        await removeTree(registry.versionDirectory(version), TimeSlices.unstoppable(), gobbler);
        await lowerUsage(locks, registry, version, bytes);
        if (summary === undefined || summary.onProbation)
            return {};
        // One that cannot be read names nothing; it is about to be written anew.
        const latest = await unlessForced(true, () => registry.latest(version));
        writeLogEntry(registry, 'delete-version', { ...version, latest: latest === version.version });
        await unlessForced(force, () => settleLatest(registry, version, TimeSlices.unstoppable()));
        return {};
    });
};

;// CONCATENATED MODULE: ./build/service/handlers/reroute-plan.js


const versionPath = ({ project, asset, version }) => `${project}/${asset}/${version}`;
const targetPath = (target) => `${versionPath(target)}/${target.path}`;
/**
 * Returns the change to one link once the files in `lost` (registry paths) are gone; undefined if there is none.
 * Protocol \u00a714. `link` is that of the entry; throws (500) if its chain of parents cannot be followed.
 */
function rerouted(entry, link, lost, manifests) {
    const parentIsLost = lost.has(targetPath(link));
    if (link.ancestor === undefined)
        return parentIsLost ? { entry: unlinked(entry), lost: link } : undefined;
    const ancestorIsLost = lost.has(targetPath(link.ancestor));
    if (!parentIsLost && !ancestorIsLost)
        return undefined;
    const living = chainFrom(link, manifests).filter((member) => !lost.has(targetPath(member)));
    const [parent] = living;
    const last = living.at(-1);
    const source = parentIsLost ? link : link.ancestor;
    if (parent === undefined || last === undefined)
        return { entry: unlinked(entry), lost: source };
    const ancestor = last === parent ? undefined : last;
    return { entry: { ...entry, link: linkWith(parent, ancestor) }, lost: source };
}
function unlinked({ size, md5sum }) {
    return { size, md5sum };
}
/** The parent of a link, its parent, and so on until the real file. */
function chainFrom(link, manifests) {
    const chain = [];
    for (let next = link; next !== undefined;) {
        const target = next;
        if (chain.some((member) => targetPath(member) === targetPath(target))) {
            throw failed(`links lead in circles at "${targetPath(target)}"`);
        }
        chain.push(target);
        const entry = manifests.of(target).get(target.path);
        if (entry === undefined)
            throw failed(`a link leads to "${targetPath(target)}", which is in no manifest`);
        next = entry.link;
    }
    return chain;
}

;// CONCATENATED MODULE: ./build/service/handlers/reroute.js








const taskReader = record({ project: decode_text, asset: decode_text, version: decode_text });
const rerouteReader = record({ toDelete: list(taskReader, () => ({})), dryRun: flag });
/** Makes the rest of a registry independent of what is about to be deleted. Protocol \u00a711.11, \u00a714. */
const rerouteLinks = async (gobbler, request, signal) => {
    await requireAdmin(gobbler, request, 'reroute links');
    const input = request.read(rerouteReader);
    if (input.toDelete === undefined)
        throw malformed(`expected a 'to_delete' property in "${request.path}"`);
    const tasks = input.toDelete.map((task) => requireTask(task, request));
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.lockRegistry();
        const pace = new TimeSlices(signal);
        const doomed = tasks.flatMap((task) => versionsOf(registry, task));
        const proposals = await proposalsFor(registry, doomed, pace);
        if (input.dryRun !== true) {
            for (const proposal of proposals) {
                await carryOut(registry, proposal, pace);
                // At once: a repeat after a failure would not propose this version again.
                raiseUsage(registry, proposal);
            }
        }
        return { changes: proposals.flatMap(reportOf) };
    });
};
function requireTask(task, request) {
    const project = requireNamed('project', task, request);
    if (task.asset === undefined) {
        if (task.version !== undefined)
            throw malformed("a 'version' in 'to_delete' needs an 'asset'");
        return { project };
    }
    const asset = requireNamed('asset', task, request);
    return task.version === undefined
        ? { project, asset }
        : { project, asset, version: requireNamed('version', task, request) };
}
/** All versions that a task is about. Throws (500) if there is no such project or asset. */
function versionsOf(registry, { project, asset, version }) {
    const assets = asset === undefined ? registry.children(registry.projectDirectory({ project })) : [asset];
    return assets.flatMap((name) => {
        const ref = { project, asset: name };
        const versions = version === undefined ? registry.children(registry.assetDirectory(ref)) : [version];
        return versions.map((each) => ({ ...ref, version: each }));
    });
}
/** Returns the changes to all versions but the doomed ones. All changes are known before any is written. */
async function proposalsFor(registry, doomed, pace) {
    const manifests = new Manifests(registry);
    const lost = new Set();
    for (const version of doomed) {
        await pace.yieldIfDue();
        for (const key of manifests.of(version).keys())
            lost.add(targetPath({ ...version, path: key }));
    }
    if (lost.size === 0)
        return [];
    const condemned = new Set(doomed.map(versionPath));
    const proposals = [];
    for (const version of registry.allVersions()) {
        await pace.yieldIfDue();
        if (condemned.has(versionPath(version)))
            continue;
        const manifest = manifests.of(version);
        const changes = [];
        for (const [key, entry] of manifest) {
            await pace.yieldIfDue();
            const change = entry.link && rerouted(entry, entry.link, lost, manifests);
            if (change !== undefined)
                changes.push({ key, ...change });
        }
        if (changes.length > 0)
            proposals.push({ version, manifest, changes });
    }
    return proposals;
}
async function carryOut(registry, { version, manifest, changes }, pace) {
    await pace.yieldIfDue();
    const directory = registry.versionDirectory(version);
    for (const { key, entry } of changes) {
        const place = `${directory}/${key}`;
        if (entry.link === undefined)
            await replaceByCopy(key, place);
        else
            replaceLink(place, linkTextFor(registry, version, key, entry.link));
    }
    const changed = new Map(manifest);
    for (const { key, entry } of changes)
        changed.set(key, entry);
    // The manifest last: if anything fails, a repeat proposes this version again.
    writeLinkFiles(registry, version, changed, linksByDirectory(manifest).keys());
    registry.writeManifest(version, changed);
}
/** Puts the file that a link leads to in the place of the link. */
async function replaceByCopy(key, place) {
    const temporary = temporaryBeside(place);
    try {
        await copyLarge((0,external_node_fs_.realpathSync)(place), temporary, TimeSlices.unstoppable());
        (0,external_node_fs_.renameSync)(temporary, place);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw aboutFile(key, error);
    }
}
/** Adds the files that replace links to the usage. */
function raiseUsage(registry, { version: { project }, changes }) {
    const bytes = changes.reduce((sum, change) => sum + copiedBytes(change), 0);
    if (bytes > 0)
        changeUsage(registry, { project }, bytes);
}
const copiedBytes = ({ entry }) => (entry.link === undefined ? entry.size : 0);
function reportOf({ version, changes }) {
    return changes.map((change) => ({
        copy: change.entry.link === undefined,
        path: targetPath({ ...version, path: change.key }),
        source: targetPath(change.lost),
        usage: copiedBytes(change),
    }));
}

// EXTERNAL MODULE: ./build/fs/fresh.js
var fresh = __webpack_require__(835);
;// CONCATENATED MODULE: ./build/service/storage/dedup.js

/** Throws (500) if the asset has a latest version whose manifest cannot be read. */
function knownFiles(manifests, asset) {
    const sizes = new Set();
    const entries = new Map();
    const version = manifests.registry.latest(asset);
    const manifest = version === undefined ? [] : manifests.of({ ...asset, version });
    for (const [path, entry] of manifest) {
        const key = contentKey(entry);
        sizes.add(entry.size);
        if (entries.has(key))
            continue;
        const target = { project: asset.project, asset: asset.asset, version: version, path };
        entries.set(key, linkEntry(target, entry));
    }
    return { hasSize: (size) => sizes.has(size), linkFor: (content) => entries.get(contentKey(content)) };
}
const contentKey = ({ size, md5sum }) => `${size} ${md5sum}`;

;// CONCATENATED MODULE: ./build/service/storage/transfer.js










const DIRECTORY_MODE = 0o755;
const transfer_FILE_MODE = 0o644;
/**
 * Brings the content of a staged directory into the registry and writes `..manifest` and `..links` there. Gives the
 * manifest. Throws (500) at the first thing that must not be taken; the caller then removes the version.
 * Protocol \u00a712.
 */
async function transfer(storage, options, pace) {
    const { registry } = storage;
    const work = new Transfer(storage, options, pace);
    await work.survey();
    await work.linkKnownFiles();
    await work.bringFiles();
    work.reportLeft();
    await work.linkLocally();
    registry.writeManifest(options.version, work.manifest);
    writeLinkFiles(registry, options.version, work.manifest);
    return work.manifest;
}
/** A transfer under way; its steps are called in the order in which they stand here. */
class Transfer {
    manifest = new Map();
    #storage;
    #options;
    #manifests;
    #known;
    #pace;
    #means;
    #destination;
    #localLinks = new Map();
    /** Of large files that are not known to the registry. */
    #fingerprints = new Map();
    /** Reasons why files were not removed, and of how many. */
    #left = new Map();
    #files = [];
    /** Until the staging directory turns out to be on another filesystem. */
    #canMove = true;
    constructor(storage, options, pace) {
        this.#storage = storage;
        this.#options = options;
        this.#manifests = new Manifests(storage.registry);
        this.#known = knownFiles(this.#manifests, options.version);
        this.#pace = pace;
        this.#means = { pool: storage.pool, pace };
        this.#destination = storage.registry.versionDirectory(options.version);
    }
    /** Makes the directories and the links that lead elsewhere, and notes the files. Protocol \u00a712.2, \u00a712.3. */
    async survey() {
        const { source, tree, ignoreDot } = this.#options;
        const skips = (name) => (0,names/* isInternalName */.Bn)(name) || (ignoreDot && name.startsWith('.'));
        // The rule holds for the top as well, which then counts as having nothing in it.
        if (skips(source))
            return;
        const targets = new LinkTargets(this.#manifests);
        const links = [];
        for await (const entry of walkTree(tree, skips, this.#pace)) {
            if (entry.kind === 'directory')
                (0,external_node_fs_.mkdirSync)(this.#placeOf(entry), DIRECTORY_MODE);
            else if (entry.kind === 'empty-directory')
                this.manifest.set(entry.key, { size: 0, md5sum: '' });
            else if (entry.kind === 'file')
                this.#files.push(entry);
            else
                links.push(entry);
        }
        // ext4 takes six times as long if creating directories and their entries alternates.
        for (const link of links) {
            await this.#pace.yieldIfDue();
            await this.#takeLink(link, targets);
        }
    }
    async #takeLink(entry, targets) {
        const { registry, staging, whitelist } = this.#storage;
        const { source, tree, version } = this.#options;
        const root = `${staging}/${source}`;
        const destination = linkDestination(root, entry.key, linkText(this.#sourceOf(entry), entry.key));
        const scope = { root, tree, version, registry, whitelist };
        const meaning = linkMeaning(entry.key, destination, scope);
        switch (meaning.kind) {
            case 'local':
                this.#localLinks.set(entry.key, { link: entry, target: meaning.key });
                break;
            case 'registry':
                this.#link(entry, targets.entryFor(meaning.target));
                break;
            case 'whitelisted':
                this.manifest.set(entry.key, await fingerprintOfTarget(entry.key, meaning.target, this.#pace));
                (0,external_node_fs_.symlinkSync)(meaning.target, this.#placeOf(entry));
        }
    }
    /** Links every file whose content the latest version has already. Protocol \u00a712.1. */
    async linkKnownFiles() {
        const candidates = this.#files.filter((file) => this.#known.hasSize(file.sizeBytes));
        const others = this.#files.filter((file) => !this.#known.hasSize(file.sizeBytes));
        const link = (file, content) => {
            const known = this.#known.linkFor(content);
            if (known === undefined)
                others.push(file);
            else
                this.#link(file, known);
        };
        await eachFile(candidates, this.#means, {
            small: (file) => link(file, fingerprintSmall(this.#sourceOf(file), { seen: file })),
            large: async (file) => {
                const taken = await takeFingerprint(this.#sourceOf(file), this.#pace, { seen: file });
                this.#fingerprints.set(file, taken);
                link(file, taken.content);
            },
        });
        this.#files = others;
    }
    /** Moves or copies all other files. Protocol \u00a712.5. */
    async bringFiles() {
        await eachFile(this.#files, this.#means, {
            small: (file) => {
                if (this.#move(file))
                    this.#note(file, fingerprintSmall(this.#placeOf(file)));
                else
                    this.#noteCopy(file, copySmall(this.#sourceOf(file), this.#placeOf(file), { seen: file }));
            },
            large: async (file) => {
                const place = this.#placeOf(file);
                const known = ifStillHolding(this.#fingerprints.get(file), this.#sourceOf(file));
                if (!this.#move(file)) {
                    const copy = copyLarge(this.#sourceOf(file), place, this.#pace, { known, seen: file });
                    this.#noteCopy(file, await copy);
                }
                else if (known !== undefined && isMovedAsItWas(known, place))
                    this.#note(file, known.content);
                else
                    this.#note(file, await fingerprintLarge(place, this.#pace));
            },
        });
    }
    /**
     * Moves a file, if that is possible; then there is no copy to check. Only files of the user of this service are moved:
     * others might still have them open for writing. Nor is one moved that has other names, which would go on to mean it.
     */
    #move(file) {
        const isOwn = file.uid === process.geteuid?.() && file.links === 1;
        if (!this.#options.consume || !this.#canMove || !isOwn)
            return false;
        const place = this.#placeOf(file);
        try {
            (0,external_node_fs_.renameSync)(this.#sourceOf(file), place);
        }
        catch (error) {
            if ((0,errors_errno/* errnoOf */.U)(error) === 'EXDEV')
                this.#canMove = false;
            return false;
        }
        // Only here can nobody exchange it any more: what is looked at is what is changed.
        const stat = (0,external_node_fs_.lstatSync)(place);
        try {
            requireRegular(stat, file);
        }
        catch (error) {
            putBack(place, this.#sourceOf(file));
            throw error;
        }
        if (stat.nlink > 1) {
            putBack(place, this.#sourceOf(file));
            return false;
        }
        (0,external_node_fs_.chmodSync)(place, transfer_FILE_MODE);
        return true;
    }
    /** The source may go now, if it was given away. Its directory usually is not ours, so that it has to stay. */
    #noteCopy(file, content) {
        this.#note(file, content);
        if (!this.#options.consume)
            return;
        try {
            if (!removeExactly(this.#sourceOf(file), file))
                this.#noteLeft('it has changed');
        }
        catch (error) {
            // The client removes what is left; the upload has succeeded all the same (protocol \u00a712.5).
            this.#noteLeft(systemErrorName(error) ?? String(error));
        }
    }
    #noteLeft(why) {
        this.#left.set(why, (this.#left.get(why) ?? 0) + 1);
    }
    /** Says how many files were to be consumed and are still there. */
    reportLeft() {
        for (const [why, count] of this.#left) {
            this.#storage.log(`"${this.#options.source}" keeps ${count} consumed files: ${why}`);
        }
    }
    #note(file, content) {
        if (content.size !== file.sizeBytes)
            throw failed(`"${file.key}" was changed during the upload`);
        this.manifest.set(file.key, content);
    }
    /** Adds the links within the version. Protocol \u00a712.4. */
    async linkLocally() {
        const targets = new Map([...this.#localLinks].map(([key, { target }]) => [key, target]));
        settleLocalLinks(targets, this.manifest, this.#options.version);
        for (const [key, { link }] of this.#localLinks) {
            await this.#pace.yieldIfDue();
            this.#makeLink(link, this.manifest.get(key));
        }
    }
    #link(file, entry) {
        this.manifest.set(file.key, entry);
        this.#makeLink(file, entry);
    }
    #makeLink(file, { link }) {
        if (link === undefined)
            return;
        (0,external_node_fs_.symlinkSync)(linkTextFor(this.#storage.registry, this.#options.version, file.key, link), this.#placeOf(file));
    }
    /** Good for one call of the system. */
    #sourceOf(entry) {
        return this.#options.tree.pathOf(entry);
    }
    #placeOf(entry) {
        return joinDisk(this.#destination, entry.place);
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/upload.js










const uploadReader = record({
    source: decode_text,
    project: decode_text,
    asset: decode_text,
    version: decode_text,
    onProbation: flag,
    ignoreDot: flag,
    consume: flag,
    spoof: decode_text,
});
/** Publishes a staged directory as a version. Protocol \u00a711.2. */
const upload = async (gobbler, request, signal) => {
    const uploadStart = (0,times/* formatTimestamp */.Ey)(new Date());
    const input = request.read(uploadReader);
    const user = await requesterOf(gobbler, request, input.spoof);
    const staged = openSource(gobbler, input);
    try {
        await requireOwner(gobbler, staged, input, user);
        const version = requireVersion(input, request);
        const { registry } = gobbler;
        return await withLocks(gobbler, signal, async (locks) => {
            await locks.enterProject(version, 'shared');
            const { trusted, isNew } = await enterOrMakeAsset(gobbler, locks, version, user);
            const directory = registry.versionDirectory(version);
            if (registry.hasVersion(version)) {
                throw malformed(`version "${version.version}" already exists in "${external_node_path_default().dirname(directory)}"`);
            }
            const onProbation = !trusted || input.onProbation === true;
            (0,external_node_fs_.mkdirSync)(directory, 0o755);
            const work = undoneOnFailure(gobbler, directory, async (undo) => {
                const { ignoreDot = false, consume = false } = input;
                const options = { ...staged, version, ignoreDot, consume };
                const manifest = await transfer(gobbler, options, new TimeSlices(signal));
                await requireStillStaged(gobbler, staged);
                const uploadFinish = (0,times/* formatTimestamp */.Ey)(new Date());
                registry.writeSummary(version, { uploadUserId: user, uploadStart, uploadFinish, onProbation });
                await locks.lockUsage(version);
                undo.push(changeUsage(registry, version, bytesOf(manifest)));
                if (onProbation)
                    return;
                undo.push(becomeLatest(gobbler, version));
                writeLogEntry(registry, 'add-version', { ...version, latest: true });
            });
            await work.catch((error) => {
                // The client has gone, so no answer can mention the asset.
                if (isNew && signal.aborted)
                    leaveNoAsset(gobbler, locks, version);
                throw error;
            });
            return {};
        });
    }
    finally {
        staged.tree.close();
    }
};
/**
 * Opens the staged directory; the caller closes it. From here on its name is not used any more: others can give that to
 * something else. Throws 400 if there is no directory of that name.
 */
function openSource({ staging }, { source }) {
    if (source === undefined)
        throw malformed("expected a 'source' property");
    if (source === '' || source.includes('/'))
        throw malformed("expected 'source' to be a name, not a path");
    try {
        return { source, tree: OpenTree.open(`${staging}/${source}`) };
    }
    catch (error) {
        if (['ENOTDIR', 'ELOOP'].includes(systemErrorName(error) ?? '')) {
            throw malformed(`expected "${source}" to be a directory`, error);
        }
        throw malformed(`failed to stat "${source}" in the staging directory; ${systemReason(error)}`, error);
    }
}
/**
 * Throws 400 if another directory, or none, has the name by now. Clients that give up rename what they have staged before they
 * remove it, so that a part of it is never published as the whole.
 */
async function requireStillStaged({ staging }, { source, tree }) {
    await (0,fresh/* refreshDirectory */.FD)(staging);
    const now = (0,external_node_fs_.lstatSync)(external_node_path_default().join(staging, source), { throwIfNoEntry: false });
    if (now?.dev !== tree.stat.dev || now.ino !== tree.stat.ino)
        throw malformed(`"${source}" was taken away from the staging directory while it was read`);
}
/** Throws 403 if the staged directory is not the requester's. */
async function requireOwner(gobbler, { source, tree }, { spoof }, user) {
    const owner = await ownerActingFor(gobbler, tree.stat.uid, spoof);
    if (owner !== user) {
        throw forbidden(`requesting user must be the same as the owner of the 'source' directory (${user} vs ${owner})`);
    }
    // The staging directory itself, or the one above: nobody means that.
    if (source === '.' || source === '..')
        throw malformed("expected 'source' to be a name, not a path");
}
/** Removes the asset that a cancelled upload has made, if that is possible. */
function leaveNoAsset({ registry, log }, locks, { project, asset }) {
    const failure = attempt(() => locks.removeEmptyAsset({ project, asset }));
    if (failure !== undefined)
        log(`"${registry.assetDirectory({ project, asset })}" stays: ${systemReason(failure)}`);
}
/**
 * Locks the asset, and makes it where it may be made. Returns whether the user is trusted, and whether the asset is new.
 * Protocol \u00a710.
 */
async function enterOrMakeAsset(gobbler, locks, version, user) {
    const { registry } = gobbler;
    const asset = { project: version.project, asset: version.asset };
    let right;
    const decide = (existingAsset) => {
        const project = effectivePermissions(registry.projectPermissions(version));
        return (0,permissions/* uploadRight */.KT)({ ...version, user, project, existingAsset, now: Date.now() });
    };
    const require = (granted) => {
        if (gobbler.admins.has(user))
            return true;
        if (!granted.allowed)
            throw forbidden(`user '${user}' is not authorized to upload to '${version.project}'`);
        return granted.trusted;
    };
    await locks.lockOrMakeAsset(asset, () => {
        right = decide(undefined);
        require(right);
        (0,external_node_fs_.mkdirSync)(registry.assetDirectory(asset), 0o755);
        if (!right.allowed || !right.becomesAssetOwner)
            return;
        try {
            registry.writeAssetPermissions(asset, { owners: [user], uploaders: null });
        }
        catch (error) {
            // Without an owner nobody could upload to it.
            (0,external_node_fs_.rmdirSync)(registry.assetDirectory(asset));
            throw error;
        }
    });
    const trusted = require(right ?? decide(effectivePermissions(registry.assetPermissions(asset))));
    return { trusted, isNew: right !== undefined };
}
function becomeLatest({ registry }, version) {
    const before = registry.latest(version);
    registry.writeLatest(version, version.version);
    return () => registry.writeLatest(version, before);
}
/**
 * Carries out work that fills a version directory. If it fails, the steps that it has noted are undone, the last one
 * first, and the directory is removed, while the locks are still held. Protocol \u00a712.7.
 */
async function undoneOnFailure(gobbler, directory, work) {
    const undo = [];
    try {
        await work(undo);
    }
    catch (error) {
        // Where the disk is full, records can be written once the version is gone.
        const undone = undo.reverse().filter((step) => attempt(step) !== undefined);
        try {
            await removeTree(directory, TimeSlices.unstoppable(), gobbler);
        }
        catch (failure) {
            gobbler.log(`"${directory}" is unfinished and could not be removed: ${systemReason(failure)}. Delete the version with "force"`);
        }
        for (const step of undone) {
            const failure = attempt(step);
            if (failure !== undefined)
                gobbler.log(`"${external_node_path_default().dirname(directory)}" was not put back as it was: ${systemReason(failure)}`);
        }
        throw error;
    }
}
/** Returns the error that a step throws. */
function attempt(step) {
    try {
        step();
        return undefined;
    }
    catch (error) {
        return error;
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/validate.js








const validateReader = record({ project: decode_text, asset: decode_text, version: decode_text });
/** Holds a version against its records, and writes nothing. Any difference is a failure (500). Protocol \u00a711.9. */
const validateVersion = async (gobbler, request, signal) => {
    const version = requireVersion(request.read(validateReader), request);
    await requireAdmin(gobbler, request, 'validate a version');
    const { registry } = gobbler;
    return withLocks(gobbler, signal, async (locks) => {
        await locks.enterProject(version, 'shared');
        await locks.enterVersion(version);
        const survey = await surveyVersion(gobbler, version, new TimeSlices(signal));
        for (const link of survey.links)
            requireRelative(gobbler, version, link);
        requireManifest(registry.manifest(version), survey.manifest);
        requireLinkFiles(survey.linkFiles, linksByDirectory(survey.manifest));
        requireSummary(gobbler, version);
        return {};
    });
};
/** Registries can be moved as a whole, and versions within: no link may rely on where they are. Protocol \u00a713.3. */
function requireRelative({ registry }, version, link) {
    const { entry, text: target, isLocal } = link;
    const directory = external_node_path_default().dirname(entry.key);
    const start = isLocal ? directory : external_node_path_default().join(version.project, version.asset, version.version, directory);
    const leaves = external_node_path_default().isAbsolute(target) || /^\.\.(?:\/|$)/.test(external_node_path_default().join(start, target));
    if (!leaves)
        return;
    const root = isLocal ? registry.versionDirectory(version) : registry.root;
    throw failed(`symlink target "${target}" of "${entry.key}" is not local to "${root}"`);
}
function requireManifest(recorded, found) {
    for (const [key, entry] of recorded) {
        const actual = found.get(key);
        if (actual === undefined)
            throw failed(`"${key}" is in the manifest, but not in the version`);
        if (actual.size !== entry.size)
            throw failed(`incorrect size in the manifest for "${key}"`);
        if (actual.md5sum !== entry.md5sum)
            throw failed(`incorrect checksum in the manifest for "${key}"`);
        if (!(0,external_node_util_.isDeepStrictEqual)(actual.link, entry.link))
            throw failed(`incorrect link in the manifest for "${key}"`);
    }
    for (const key of found.keys()) {
        // Existing clients look for these words.
        if (!recorded.has(key))
            throw failed(`extra file "${key}" in the version, which is not in its manifest`);
    }
}
function requireLinkFiles(recorded, wanted) {
    for (const [directory, links] of wanted) {
        const actual = recorded.get(directory);
        if (actual === undefined)
            throw failed(`there should be a '..links' file in "${directory}"`);
        for (const [name, link] of links) {
            if (!(0,external_node_util_.isDeepStrictEqual)(actual.get(name), link)) {
                throw failed(`incorrect link for "${name}" in the '..links' file of "${directory}"`);
            }
        }
        for (const name of actual.keys()) {
            if (!links.has(name))
                throw failed(`there is no link "${name}" in "${directory}", as its '..links' file says`);
        }
    }
    for (const directory of recorded.keys()) {
        if (!wanted.has(directory))
            throw failed(`there should be no '..links' file in "${directory}"`);
    }
}
function requireSummary({ registry }, version) {
    const { uploadUserId, uploadStart, uploadFinish } = registry.summary(version);
    if (uploadUserId === '')
        throw failed("'upload_user_id' in the summary should not be empty");
    for (const time of [uploadStart, uploadFinish]) {
        if ((0,times/* parseTimestamp */.EH)(time) === undefined)
            throw failed(`"${time}" in the summary is no RFC 3339 time`);
    }
}

;// CONCATENATED MODULE: ./build/service/handlers/dispatch.js











/** Proves that the service sees the staging directory and that clocks agree. Protocol \u00a711.12. */
const healthCheck = async () => ({});
const HANDLERS = {
    upload: upload,
    refresh_latest: refreshLatest,
    refresh_usage: refreshUsage,
    set_permissions: setPermissions,
    approve_probation: approveProbation,
    reject_probation: rejectProbation,
    create_project: createProject,
    delete_project: deleteProject,
    delete_asset: deleteAsset,
    delete_version: deleteVersion,
    reroute_links: rerouteLinks,
    reindex_version: reindexVersion,
    validate_version: validateVersion,
    health_check: healthCheck,
};
/** Carries out a request by the action in its name. Throws (400) if there is no such action. Protocol \u00a76.2. */
async function dispatch(gobbler, request, signal) {
    const handler = Object.entries(HANDLERS).find(([action]) => request.title.startsWith(`${action}-`))?.[1];
    if (handler === undefined)
        throw malformed(`invalid request type in "${request.path}"`);
    return handler(gobbler, request, signal);
}

;// CONCATENATED MODULE: ./build/service/requests/request-file.js




const PREFIX = 'request-';
/** Older requests are not carried out, and names are remembered for as long. Protocol \u00a76. */
const LIFETIME_MS = 60_000;
/** Requests are short: names and lists of users. */
const LARGEST_BYTES = 1024 * 1024;
/** A request file that has passed all checks. */
class RequestFile {
    /** The name without `request-`. */
    title;
    path;
    /** The owner of the file, who is the requester. Protocol \u00a76.4. */
    ownerUid;
    #content;
    constructor(file, title, ownerUid, content) {
        this.path = file;
        this.title = title;
        this.ownerUid = ownerUid;
        this.#content = content;
    }
    /**
     * The file as one JSON value; null counts as an empty object. Throws 500 if unreadable, 400 if malformed. The reasons
     * say nothing of what is in the file.
     */
    read(reader) {
        if ('problem' in this.#content)
            throw failed(`failed to read "${this.path}"; ${this.#content.problem}`);
        try {
            return decode(decodeUtf8(this.#content.bytes), reader) ?? {};
        }
        catch (error) {
            if (!(error instanceof DecodeError))
                throw error;
            throw malformed(`failed to parse JSON from "${this.path}"; ${error.message}`, error);
        }
    }
}
/** Names that were used lately. They cannot be used again, whatever has become of the first request. Protocol \u00a76.3. */
class ReplayMemory {
    /** Name to the time when it may be used again; the oldest first. */
    #used = new Map();
    /** Every name that is in staging at the start counts as used. */
    constructor(staging) {
        const until = performance.now() + LIFETIME_MS;
        for (const name of (0,external_node_fs_.readdirSync)(staging))
            this.#used.set(name, until);
    }
    /** Throws (400) if the name is in use. */
    register(name) {
        const now = performance.now();
        for (const [old, until] of this.#used) {
            if (until > now)
                break;
            this.#used.delete(old);
        }
        if (this.#used.has(name))
            throw malformed(`"${name}" is already being processed`);
        this.#used.set(name, now + LIFETIME_MS);
    }
}
/**
 * Accepts a request by the name of its file, or throws (400). The order matters: only requests that pass the checks
 * of the file use up their name. Protocol \u00a76.1, \u00a76.2.
 *
 * The name is used once. All that counts is learned from what was opened then, so it does not matter what others put in its
 * place.
 */
function acceptRequest(staging, name, memory) {
    if (!name.startsWith(PREFIX))
        throw malformed(`file name should start with "${PREFIX}"`);
    if (name.includes('/'))
        throw malformed('path should be the name of a file in the staging directory');
    const file = external_node_path_default().join(staging, name);
    let descriptor;
    try {
        descriptor = openPlace(file);
    }
    catch (error) {
        throw malformed(`failed to access path; ${systemReason(error)}`, error);
    }
    try {
        const { ownerUid, content } = readOnce(descriptor);
        memory.register(name);
        return new RequestFile(file, name.slice(PREFIX.length), ownerUid, content);
    }
    finally {
        closeUnwritten(descriptor);
    }
}
/** Reads what was opened, without having trusted it to be a file, or to be readable. */
function readOnce(place) {
    const seen = (0,external_node_fs_.fstatSync)(place);
    request_file_requireFile(seen);
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(pathOfDescriptor(place), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        requireFresh(seen);
        return { ownerUid: seen.uid, content: { problem: systemReason(error) } };
    }
    try {
        // A network filesystem may not have known better before it was opened for reading.
        const stat = (0,external_node_fs_.fstatSync)(descriptor);
        requireFresh(stat);
        return { ownerUid: stat.uid, content: { bytes: readBounded(descriptor) } };
    }
    finally {
        closeUnwritten(descriptor);
    }
}
function request_file_requireFile(stat) {
    if (stat.isDirectory())
        throw malformed('path is a directory');
    if (stat.isSymbolicLink())
        throw malformed('path is a symbolic link');
    // Anything else could keep its reader waiting for ever.
    if (!stat.isFile())
        throw malformed('path is not a regular file');
}
function requireFresh(stat) {
    if (stat.nlink > 1)
        throw malformed('path seems to have multiple hard links');
    if (Date.now() - stat.mtimeMs >= LIFETIME_MS)
        throw malformed('request file is expired');
    if (stat.size > LARGEST_BYTES)
        throw tooLarge();
}
/** Reads no more than is allowed, however much the file grows. */
function readBounded(descriptor) {
    const pieces = [];
    for (let length = 0;;) {
        const room = Buffer.allocUnsafe(PIECE_BYTES);
        const count = (0,external_node_fs_.readSync)(descriptor, room, 0, PIECE_BYTES, length);
        if (count === 0)
            return Buffer.concat(pieces);
        length += count;
        if (length > LARGEST_BYTES)
            throw tooLarge();
        pieces.push(room.subarray(0, count));
    }
}
const PIECE_BYTES = 16 * 1024;
const tooLarge = () => malformed(`request file should have at most ${LARGEST_BYTES} bytes`);

;// CONCATENATED MODULE: ./build/service/http/answers.js


/** Goes with answers that programs of other sites may read. Protocol \u00a75.4. */
const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
/** An answer of the service proper. Protocol \u00a75. */
function jsonAnswer(status, content) {
    const body = Buffer.from((0,json/* encodeJson */.Pr)(content), 'utf8');
    return { status, headers: { ...JSON_TYPE, ...ANY_ORIGIN }, body };
}
/** The answer to `GET /list`. Protocol \u00a75.3. */
function listAnswer(body) {
    return { status: 200, headers: { ...JSON_TYPE, ...ANY_ORIGIN }, body };
}
/** The answer to the preflight request of a browser. Protocol \u00a75.4. */
const PREFLIGHT = {
    status: 204,
    headers: {
        'Access-Control-Allow-Methods': 'GET, OPTIONS',
        'Access-Control-Allow-Headers': '*',
        ...ANY_ORIGIN,
    },
};
/** An error of the router or of the file server: text, not JSON. Protocol \u00a75. */
function textAnswer(status, text, headers = {}) {
    return {
        status,
        headers: { ...headers, ...PLAIN, 'X-Content-Type-Options': 'nosniff' },
        body: Buffer.from(`${text}\n`),
    };
}
/** The answer to what is no request; the connection is not used any further. */
function unreadable(status) {
    const body = Buffer.from(`${status} ${external_node_http_.STATUS_CODES[status]}`);
    return { status, headers: { ...PLAIN, Connection: 'close' }, body };
}
function notAllowed(methods) {
    return textAnswer(405, 'Method Not Allowed', { Allow: methods.join(', ') });
}
/** A redirect of the router, with a courtesy page for those who read it. */
function redirectAnswer(location, method) {
    if (method !== 'GET' && method !== 'HEAD')
        return { status: 301, headers: { Location: location } };
    return {
        status: 301,
        headers: { Location: location, 'Content-Type': 'text/html; charset=utf-8' },
        body: Buffer.from(`<a href="${location.replaceAll('&', '&amp;')}">Moved Permanently</a>.\n\n`),
    };
}

;// CONCATENATED MODULE: ./build/service/http/http-dates.js
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const CLOCK = String.raw `(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:[.,]\d+)?`;
const SHORT_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
/** The three forms that a date may have in a header. */
const FORMS = [
    String.raw `${SHORT_DAY}, (?<day>\d\d) ${MONTH} (?<year>\d{4}) ${CLOCK} (?<zone>GMT)`,
    String.raw `${LONG_DAY}, (?<day>\d\d)-${MONTH}-(?<year>\d\d) ${CLOCK} (?<zone>[A-Z]{3,4})`,
    String.raw `${SHORT_DAY} ${MONTH} (?<day> ?\d|\d\d) ${CLOCK} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));
/** Two digits mean a year from 1969 to 2068. */
const PIVOT_YEAR = 69;
/** The instant of a date in a header, in seconds since the epoch; undefined if it is not one. */
function parseHttpDate(text) {
    const fields = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
    if (fields === undefined)
        return undefined;
    const { day = '', month = '', year = '', hour = '', minute = '', second = '', zone = '' } = fields;
    if (zone !== zone.toUpperCase())
        return undefined;
    const monthIndex = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
    const date = new Date(0);
    date.setUTCFullYear(fullYear(year), monthIndex, Number(day));
    if (date.getUTCMonth() !== monthIndex || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
        return undefined;
    }
    date.setUTCHours(Number(hour), Number(minute), Number(second));
    return date.getTime() / 1000;
}
function fullYear(year) {
    const number = Number(year);
    if (year.length > 2)
        return number;
    return number < PIVOT_YEAR ? 2000 + number : 1900 + number;
}
/** The form in which dates are written. */
function formatHttpDate(seconds) {
    return new Date(seconds * 1000).toUTCString();
}

;// CONCATENATED MODULE: ./build/service/http/conditions.js

const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/;
/**
 * Judges the conditions of a request for a file that was last modified at the given second. There are no entity tags,
 * so no tag in a condition can match, save `*`. Protocol \u00a75.2.
 */
function judgeConditions(headers, modified) {
    const match = headers['if-match'];
    if (match) {
        if (!hasStar(match))
            return 'precondition-failed';
    }
    else {
        const unmodifiedSince = dateIn(headers['if-unmodified-since'], modified);
        if (unmodifiedSince !== undefined && modified > unmodifiedSince)
            return 'precondition-failed';
    }
    const noneMatch = headers['if-none-match'];
    if (noneMatch)
        return hasStar(noneMatch) ? 'not-modified' : 'proceed';
    return isUnmodified(headers, modified) ? 'not-modified' : 'proceed';
}
/** Returns whether the client has this already, going by the date alone. */
function isUnmodified(headers, modified) {
    const since = dateIn(headers['if-modified-since'], modified);
    return since !== undefined && modified <= since;
}
/** Returns whether a range is still wanted, or the whole file: a date that differs means that the file has changed. */
function allowsRange(headers, modified) {
    const condition = headers['if-range'];
    if (condition === undefined || condition === '')
        return true;
    return parseHttpDate(String(condition)) === modified;
}
/** A date that can be compared. A file of the very first second counts as one without a date. */
function dateIn(header, modified) {
    return header === undefined || modified === 0 ? undefined : parseHttpDate(header);
}
/** Returns whether a list of entity tags holds `*`; anything after an invalid tag is ignored. */
function hasStar(header) {
    for (let rest = header;;) {
        rest = rest.replace(/^[ \t,]+/, '');
        if (rest.startsWith('*'))
            return true;
        const tag = ENTITY_TAG.exec(rest)?.[0];
        if (tag === undefined)
            return false;
        rest = rest.slice(tag.length);
    }
}

;// CONCATENATED MODULE: ./build/service/http/url-path.js
/** Percent-encodes what cannot stand in the path of a URL. Text has one character for each byte. */
function escapePath(path) {
    return path.replace(/[^-\w.~$&+,/:;=@]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

;// CONCATENATED MODULE: ./build/service/http/directory-page.js



const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
};
const HEAD = '<!doctype html>\n<meta name="viewport" content="width=device-width">\n<pre>\n';
/** The page that shows the names in a directory of the registry, for people, piece by piece. Protocol \u00a75.2. */
async function* directoryPage(directory, names, pace) {
    yield Buffer.from(HEAD);
    for (const name of names) {
        await pace.yieldIfDue();
        const stat = (0,external_node_fs_.lstatSync)(joinDisk(directory, name), { throwIfNoEntry: false });
        // Names are bytes; they need not be text.
        const bytes = Buffer.from(name).toString('latin1');
        const shown = stat?.isDirectory() ? `${bytes}/` : bytes;
        yield Buffer.from(`<a href="${referenceTo(shown)}">${escapeHtml(shown)}</a>\n`, 'latin1');
    }
    yield Buffer.from('</pre>\n');
}
/** A relative URL; a colon in its first part must not look like the end of a scheme. */
function referenceTo(name) {
    const encoded = escapePath(name);
    return encoded.includes(':') ? `./${encoded}` : encoded;
}
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

;// CONCATENATED MODULE: ./build/service/http/media-types.js

/** The media types that all systems agree on. */
const COMMON_TYPES = [
    ['.avif', 'image/avif'],
    ['.css', 'text/css'],
    ['.gif', 'image/gif'],
    ['.htm', 'text/html'],
    ['.html', 'text/html'],
    ['.jpeg', 'image/jpeg'],
    ['.jpg', 'image/jpeg'],
    ['.js', 'text/javascript'],
    ['.json', 'application/json'],
    ['.mjs', 'text/javascript'],
    ['.pdf', 'application/pdf'],
    ['.png', 'image/png'],
    ['.svg', 'image/svg+xml'],
    ['.wasm', 'application/wasm'],
    ['.webp', 'image/webp'],
    ['.xml', 'text/xml'],
];
/** Where systems keep the freedesktop database of types: `weight:type:*.extension`. */
const GLOB_FILES = ['/usr/local/share/mime/globs2', '/usr/share/mime/globs2'];
/** Where they keep older tables: a type, then its extensions. */
const TYPE_FILES = [
    '/etc/mime.types',
    '/etc/apache2/mime.types',
    '/etc/apache/mime.types',
    '/etc/httpd/conf/mime.types',
];
let types;
/**
 * The content type of a file by its extension, dot included: what is common, and what the machine knows besides.
 * Undefined if it is unknown. Protocol \u00a75.2. The tables are read when first needed.
 */
function typeByExtension(extension) {
    types ??= loadTypes();
    return types.get(extension) ?? types.get(extension.toLowerCase());
}
function loadTypes() {
    const known = new Map();
    const add = (extension, type) => {
        if (!known.has(extension))
            known.set(extension, type.startsWith('text/') ? `${type}; charset=utf-8` : type);
    };
    for (const [extension, type] of COMMON_TYPES)
        add(extension, type);
    const globs = GLOB_FILES.map(media_types_linesOf).find((lines) => lines !== undefined);
    for (const line of globs ?? []) {
        const [, type, glob] = line.split(':');
        if (type !== undefined && /^\*\.[^?*[]+$/.test(glob ?? ''))
            add(glob.slice(1), type);
    }
    if (globs !== undefined)
        return known;
    for (const line of TYPE_FILES.flatMap((file) => media_types_linesOf(file) ?? [])) {
        const [type = '', ...extensions] = line.split('#', 1)[0].trim().split(/\s+/);
        for (const extension of extensions)
            add(`.${extension}`, type);
    }
    return known;
}
/** The lines of a table, without comments; undefined if there is no such file. */
function media_types_linesOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8')
            .split('\n')
            .filter((line) => line !== '' && !line.startsWith('#'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/service/http/pieces.js
/** Less is not worth a write of its own. */
const LARGE_BYTES = 64 * 1024;
/** The same bytes in larger pieces. */
async function* gathered(pieces) {
    let held = [];
    let size = 0;
    for await (const piece of pieces) {
        held.push(piece);
        size += piece.length;
        if (size < LARGE_BYTES)
            continue;
        yield Buffer.concat(held);
        held = [];
        size = 0;
    }
    if (size > 0)
        yield Buffer.concat(held);
}

;// CONCATENATED MODULE: ./build/service/http/ranges.js
/**
 * The ranges that a `Range` header asks for; none means the whole file. `beyond` says that all of them begin after
 * the end of the file, `invalid` that the header makes no sense. Protocol \u00a75.2.
 */
function parseRanges(header, size) {
    if (!header)
        return [];
    if (!header.startsWith('bytes='))
        return 'invalid';
    const ranges = [];
    let hasBeyond = false;
    // One by one: there may be very many.
    for (let start = 'bytes='.length; start <= header.length;) {
        const comma = header.indexOf(',', start);
        const end = comma === -1 ? header.length : comma;
        const part = header.slice(start, end).trim();
        start = end + 1;
        if (part === '')
            continue;
        const range = parseRange(part, size);
        if (range === undefined)
            return 'invalid';
        if (range === 'beyond')
            hasBeyond = true;
        else
            ranges.push(range);
    }
    if (hasBeyond && ranges.length === 0)
        return size === 0 ? [] : 'beyond';
    const sum = ranges.reduce((total, { length }) => total + length, 0);
    // More than the file has is no sensible wish.
    return sum > size ? [] : ranges;
}
function parseRange(text, size) {
    const dash = text.indexOf('-');
    if (dash === -1)
        return undefined;
    const [first, last] = [text.slice(0, dash).trim(), text.slice(dash + 1).trim()];
    if (first === '') {
        const suffix = wholeNumber(last);
        if (suffix === undefined)
            return undefined;
        const length = Math.min(suffix, size);
        return { start: size - length, length };
    }
    const start = wholeNumber(first);
    if (start === undefined)
        return undefined;
    if (start >= size)
        return 'beyond';
    if (last === '')
        return { start, length: size - start };
    const end = wholeNumber(last);
    if (end === undefined || end < start)
        return undefined;
    return { start, length: Math.min(end, size - 1) - start + 1 };
}
/** Positions have 64 bits. */
const LARGEST = 2n ** 63n - 1n;
const MOST_DIGITS = String(LARGEST).length;
function wholeNumber(text) {
    const digits = /^\+?0*(\d+)$/.exec(text)?.[1];
    if (digits === undefined || digits.length > MOST_DIGITS)
        return undefined;
    return BigInt(digits) <= LARGEST ? Number(digits) : undefined;
}
/** The value of `Content-Range`. */
function contentRange({ start, length }, size) {
    return `bytes ${start}-${start + length - 1}/${size}`;
}

;// CONCATENATED MODULE: ./build/service/http/sniff.js
/** How much of a file is looked at to tell what it is. */
const SNIFF_BYTES = 512;
const FALLBACK = 'application/octet-stream';
const HTML = 'text/html; charset=utf-8';
const sniff_PLAIN = 'text/plain; charset=utf-8';
const HTML_TAGS = /^(?:<!DOCTYPE HTML|<HTML|<HEAD|<SCRIPT|<IFRAME|<H1|<DIV|<FONT|<TABLE|<A|<STYLE|<TITLE|<B|<BODY|<BR|<P|<!--)[ >]/i;
/**
 * Patterns over the first bytes, one character a byte, as the MIME Sniffing Standard has them; the first one wins. No
 * pattern can tell MP4.
 */
const SIGNATURES = [
    [/^%PDF-/, 'application/pdf'],
    [/^%!PS-Adobe-/, 'application/postscript'],
    [/^\xfe\xff.{2}/s, 'text/plain; charset=utf-16be'],
    [/^\xff\xfe.{2}/s, 'text/plain; charset=utf-16le'],
    [/^\xef\xbb\xbf./s, sniff_PLAIN],
    [/^\0\0[\x01\x02]\0/, 'image/x-icon'],
    [/^BM/, 'image/bmp'],
    [/^GIF8[79]a/, 'image/gif'],
    [/^RIFF.{4}WEBPVP/s, 'image/webp'],
    [/^\x89PNG\r\n\x1a\n/, 'image/png'],
    [/^\xff\xd8\xff/, 'image/jpeg'],
    [/^FORM.{4}AIFF/s, 'audio/aiff'],
    [/^ID3/, 'audio/mpeg'],
    [/^OggS\0/, 'application/ogg'],
    [/^MThd\0\0\0\x06/, 'audio/midi'],
    [/^RIFF.{4}AVI /s, 'video/avi'],
    [/^RIFF.{4}WAVE/s, 'audio/wave'],
    [{ test: isMp4 }, 'video/mp4'],
    [/^\x1a\x45\xdf\xa3/, 'video/webm'],
    [/^.{34}LP/s, 'application/vnd.ms-fontobject'],
    [/^\0\x01\0\0/, 'font/ttf'],
    [/^OTTO/, 'font/otf'],
    [/^ttcf/, 'font/collection'],
    [/^wOFF/, 'font/woff'],
    [/^wOF2/, 'font/woff2'],
    [/^\x1f\x8b\x08/, 'application/x-gzip'],
    [/^PK\x03\x04/, 'application/zip'],
    [/^Rar!\x1a\x07(?:\0|\x01\0)/, 'application/x-rar-compressed'],
    [/^\0asm/, 'application/wasm'],
];
/** The content type that the first bytes of a file suggest. */
function sniffType(start) {
    const bytes = start.subarray(0, SNIFF_BYTES).toString('latin1');
    const content = bytes.replace(/^[\t\n\f\r ]+/, '');
    if (HTML_TAGS.test(content))
        return HTML;
    if (content.startsWith('<?xml'))
        return 'text/xml; charset=utf-8';
    const known = SIGNATURES.find(([pattern]) => pattern.test(bytes));
    if (known !== undefined)
        return known[1];
    return /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(content) ? FALLBACK : sniff_PLAIN;
}
function isMp4(text) {
    const bytes = Buffer.from(text, 'latin1');
    if (bytes.length < 12 || text.slice(4, 8) !== 'ftyp')
        return false;
    const boxSize = bytes.readUInt32BE(0);
    if (bytes.length < boxSize || boxSize % 4 !== 0)
        return false;
    for (let at = 8; at < boxSize; at += 4) {
        // The four bytes at 12 are a version, not a brand.
        if (at !== 12 && text.startsWith('mp4', at))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/service/http/files.js














const INDEX = '/index.html';
/** Answers a request for a file or directory of the registry. Protocol \u00a75.2. */
async function fetchFile(registry, request, pace) {
    const answer = await answerTo(registry, request, pace);
    return { ...answer, headers: { ...answer.headers, ...ANY_ORIGIN } };
}
async function answerTo(registry, request, pace) {
    const asked = request.path.toString('utf8');
    if (asked.endsWith(INDEX))
        return redirect('./', request.query);
    if (asked.includes('\0') || !isUtf8(request.path))
        return textAnswer(500, '500 Internal Server Error');
    // Whatever is above the registry is the registry.
    const file = registry + external_node_path_.posix.normalize(asked).replace(/\/$/, '');
    let opened;
    try {
        opened = files_open(file);
    }
    catch (error) {
        return files_refusal(error);
    }
    return closedUnlessSent(opened, async () => {
        const { stat } = opened;
        if (!asked.endsWith('/')) {
            if (stat.isDirectory())
                return redirect(`${external_node_path_.posix.basename(asked)}/`, request.query);
            return contentAnswer(opened, request);
        }
        if (!stat.isDirectory())
            return redirect(`../${external_node_path_.posix.basename(asked)}`, request.query);
        return (await indexAnswer(file, request, pace)) ?? directoryAnswer(stat, file, request, pace);
    });
}
/** Links are followed wherever they lead; opening must not wait for the other end of a FIFO. */
function files_open(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    return { name: external_node_path_.posix.basename(file), descriptor, stat: (0,external_node_fs_.fstatSync)(descriptor) };
}
/** The answer, with the file closed unless it is what will be sent. */
async function closedUnlessSent({ descriptor }, answer) {
    let isSent = false;
    try {
        const result = await answer();
        isSent =
            result.body !== undefined && 'descriptor' in result.body && result.body.descriptor === descriptor;
        return result;
    }
    finally {
        if (!isSent)
            closeUnwritten(descriptor);
    }
}
/** Returns the index file of a directory, if there is one. */
async function indexAnswer(directory, request, pace) {
    let index;
    try {
        index = files_open(directory + INDEX);
    }
    catch {
        return undefined;
    }
    return closedUnlessSent(index, async () => {
        if (index.stat.isDirectory())
            return directoryAnswer(index.stat, directory + INDEX, request, pace);
        return contentAnswer(index, request);
    });
}
async function directoryAnswer(stat, directory, { headers }, pace) {
    const modified = secondsOf(stat);
    const lastModified = { 'Last-Modified': formatHttpDate(modified) };
    if (isUnmodified(headers, modified))
        return { status: 304, headers: {} };
    try {
        const names = await namesIn(directory, stat.size);
        const body = gathered(directoryPage(directory, names, pace));
        return { status: 200, headers: { ...lastModified, 'Content-Type': 'text/html; charset=utf-8' }, body };
    }
    catch {
        return textAnswer(500, 'Error reading directory', lastModified);
    }
}
function contentAnswer({ name, descriptor, stat }, { headers }) {
    if (!stat.isFile())
        return textAnswer(403, '403 Forbidden');
    const modified = secondsOf(stat);
    const common = modified === 0 ? {} : { 'Last-Modified': formatHttpDate(modified) };
    const verdict = judgeConditions(headers, modified);
    if (verdict !== 'proceed')
        return { status: verdict === 'not-modified' ? 304 : 412, headers: common };
    const type = typeByExtension(extensionOf(name)) ?? sniffType(startOf(descriptor));
    const ranges = parseRanges(allowsRange(headers, modified) ? headers.range : undefined, stat.size);
    if (ranges === 'invalid')
        return textAnswer(416, 'invalid range', common);
    if (ranges === 'beyond') {
        return textAnswer(416, 'invalid range: failed to overlap', {
            ...common,
            'Content-Range': `bytes */${stat.size}`,
        });
    }
    return rangesAnswer(descriptor, ranges, stat.size, type, { ...common, 'Accept-Ranges': 'bytes' });
}
function rangesAnswer(descriptor, ranges, size, type, common) {
    const [only] = ranges;
    if (only === undefined || ranges.length === 1) {
        const range = only ?? { start: 0, length: size };
        const partial = only && { 'Content-Range': contentRange(only, size) };
        return {
            status: only === undefined ? 200 : 206,
            headers: { ...common, 'Content-Type': type, ...partial },
            body: { descriptor, ranges: [range], before: () => '', after: '', sizeBytes: range.length },
        };
    }
    const boundary = (0,external_node_crypto_.randomBytes)(30).toString('hex');
    const before = (range, index) => `${index === 0 ? '' : '\r\n'}--${boundary}\r\n` +
        `Content-Range: ${contentRange(range, size)}\r\nContent-Type: ${type}\r\n\r\n`;
    const after = `\r\n--${boundary}--\r\n`;
    const sizeBytes = sizeOf(ranges, before, after);
    const headers = { ...common, 'Content-Type': `multipart/byteranges; boundary=${boundary}` };
    return { status: 206, headers, body: { descriptor, ranges, before, after, sizeBytes } };
}
/** The length of all parts, without making what comes before each. */
function sizeOf(ranges, before, after) {
    const digitsOf = ({ start, length }) => String(start).length + String(start + length - 1).length;
    const model = ranges[0];
    const fixed = before(model, 1).length - digitsOf(model);
    // The first one has no line to end.
    let size = before(model, 0).length - before(model, 1).length + after.length;
    for (const range of ranges)
        size += fixed + digitsOf(range) + range.length;
    return size;
}
/** The name is sent as it is, without being encoded, as the original does. */
function redirect(location, query) {
    return { status: 301, headers: { Location: query === '' ? location : `${location}?${query}` } };
}
function files_refusal(error) {
    const code = (0,errors_errno/* errnoOf */.U)(error) ?? '';
    if (['ENOENT', 'ENOTDIR'].includes(code))
        return textAnswer(404, '404 page not found');
    if (['EACCES', 'EPERM'].includes(code))
        return textAnswer(403, '403 Forbidden');
    return textAnswer(500, '500 Internal Server Error');
}
const secondsOf = (stat) => Math.floor(stat.mtimeMs / 1000);
/** From the last dot of a name on, which may be its first character. */
const extensionOf = (name) => (name.includes('.') ? name.slice(name.lastIndexOf('.')) : '');
function startOf(descriptor) {
    const room = Buffer.alloc(SNIFF_BYTES);
    return room.subarray(0, (0,external_node_fs_.readSync)(descriptor, room, 0, SNIFF_BYTES, 0));
}

;// CONCATENATED MODULE: ./build/service/http/query.js
/**
 * Percent-decoding and query strings. Names of files need not be text, so all of it is bytes: texts here have one
 * character for each byte, as they came over the wire. Protocol \u00a75.3.
 */
/** Decodes a percent-encoded path; undefined if it has a broken escape. */
function unescapePath(escaped) {
    if (/%(?![\da-f]{2})/i.test(escaped))
        return undefined;
    return escaped.replace(/%(..)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
/** The same for a part of a query, in which `+` stands for a blank. */
function unescapeQuery(escaped) {
    return unescapePath(escaped.replaceAll('+', ' '));
}
/**
 * The first value of a name in a query; empty if it has no value. Parts that are broken, or hold a
 * semicolon, do not count.
 */
function firstValue(query, name) {
    // One part after the other: there may be very many.
    for (let start = 0; start <= query.length;) {
        const ampersand = query.indexOf('&', start);
        const end = ampersand === -1 ? query.length : ampersand;
        const part = query.slice(start, end);
        start = end + 1;
        // No name has fewer characters than it stands for.
        if (part.length < name.length || part.includes(';'))
            continue;
        const split = part.indexOf('=');
        const [rawKey, rawValue] = split === -1 ? [part, ''] : [part.slice(0, split), part.slice(split + 1)];
        if (rawKey !== name && !isEscaped(rawKey, name))
            continue;
        const value = unescapeQuery(rawValue);
        if (value !== undefined)
            return value;
    }
    return undefined;
}
function isEscaped(rawKey, name) {
    if (!rawKey.includes('%') || rawKey.length > 3 * name.length)
        return false;
    return unescapeQuery(rawKey) === name;
}

;// CONCATENATED MODULE: ./build/service/http/list.js








/**
 * The paths below a directory of the registry, as `GET /list` gives them: a JSON array, piece by piece. `query` is the
 * text after the question mark. Protocol \u00a75.3.
 */
async function* listRegistry(registry, query, pace) {
    const directory = external_node_path_default().join(registry, requestedPath(query));
    const recursive = firstValue(query, 'recursive') === 'true';
    try {
        const stat = (0,external_node_fs_.lstatSync)(directory);
        if (!stat.isDirectory())
            yield Buffer.from('[]');
        else
            yield* gathered(asJson((recursive ? allFiles : entries)(directory, stat.size, pace)));
    }
    catch (error) {
        throw failed(`failed to obtain a directory listing; ${(0,errors_errno/* messageOf */.b)(error)}`, error);
    }
}
async function* asJson(names) {
    let before = '[';
    for await (const name of names) {
        yield Buffer.from(before + (0,json/* encodeJson */.Pr)(name));
        before = ',';
    }
    yield Buffer.from(before === '[' ? '[]' : ']');
}
/** The value of `path` is unescaped once more than any other, so `+` and `%` have to be escaped twice. */
function requestedPath(query) {
    const given = firstValue(query, 'path');
    if (!given)
        return '.';
    const unescaped = unescapeQuery(given);
    if (unescaped === undefined)
        throw malformed("'path' is not a valid percent-encoding");
    const requested = decodeUtf8(Buffer.from(unescaped, 'latin1'));
    if (!list_isLocal(requested))
        throw malformed("'path' is not local to the registry");
    // A slash at the end would make the system follow a link.
    return requested.replace(/\/+$/, '');
}
/** Returns whether a path stays below where it starts, by its text alone. */
function list_isLocal(candidate) {
    const normal = external_node_path_default().normalize(candidate);
    return candidate !== '' && !external_node_path_default().isAbsolute(normal) && normal !== '..' && !normal.startsWith('../');
}
async function* entries(directory, sizeBytes, pace) {
    for (const raw of await namesIn(directory, sizeBytes)) {
        await pace.yieldIfDue();
        const name = shownName(raw);
        yield (0,external_node_fs_.lstatSync)(joinDisk(directory, raw)).isDirectory() ? `${name}/` : name;
    }
}
/** All files, and in the end the directories in which there is nothing. */
async function* allFiles(top, sizeBytes, pace) {
    const emptyDirectories = [];
    /** Entries still to be visited; the last one is next. */
    const waiting = [];
    const enter = async (directory, prefix, size) => {
        const names = await namesIn(directory, size);
        if (names.length === 0 && prefix !== '')
            emptyDirectories.push(prefix);
        for (const name of names.reverse())
            waiting.push({ directory, prefix, name });
    };
    await enter(top, '', sizeBytes);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await pace.yieldIfDue();
        const place = joinDisk(next.directory, next.name);
        const shown = next.prefix + shownName(next.name);
        const stat = (0,external_node_fs_.lstatSync)(place);
        if (stat.isDirectory())
            await enter(place, `${shown}/`, stat.size);
        else
            yield shown;
    }
    yield* emptyDirectories;
}

;// CONCATENATED MODULE: ./build/service/http/router.js




/** Stands for any one part of a path. */
const ANY = '{name}';
/** From the most specific to the least. */
function patterns(prefix) {
    const base = prefix === '' ? [] : Buffer.from(prefix, 'utf8').toString('latin1').split('/');
    return [
        { method: 'POST', parts: [...base, 'new', ANY], to: 'new' },
        { method: 'GET', parts: [...base, 'list'], to: 'list' },
        { method: 'GET', parts: [...base, 'info'], to: 'info' },
        { method: 'GET', parts: [...base, 'fetch', ''], to: 'fetch' },
        { method: 'GET', parts: [...base, ''], to: 'root' },
        { method: 'OPTIONS', parts: [''], to: 'options' },
    ];
}
/**
 * Makes the function that finds the route for a method and a request target, just as it came over the wire, with one
 * character for each byte. Protocol \u00a75: paths that are not clean lead elsewhere before anything else is looked at.
 */
function createRouter(prefix) {
    const table = patterns(prefix);
    return (method, requested) => {
        const target = requested.replace(/^https?:\/\/[^/?]*/i, '');
        if (target === '' || target.startsWith('?'))
            return { to: 'redirect', location: `/${target}` };
        const mark = target.indexOf('?');
        const rawPath = mark === -1 ? target : target.slice(0, mark);
        const query = mark === -1 ? '' : target.slice(mark + 1);
        const unescaped = unescapePath(rawPath);
        if (unescaped === undefined || !rawPath.startsWith('/') || hasControls(rawPath))
            return { to: 'bad-request' };
        const escaped = escapedPath(rawPath, unescaped);
        const clean = cleanPath(escaped);
        const found = find(table, method, clean);
        const below = `${clean}/`;
        if (!isExact(found, clean) && !clean.endsWith('/') && isExact(find(table, method, below), below)) {
            return router_redirect(escapePath(`${cleanPath(unescaped)}/`), query);
        }
        // The path is escaped anew, percent signs included, as the original does.
        if (clean !== escaped)
            return router_redirect(escapePath(clean), query);
        if (found === undefined)
            return { to: 'not-allowed', allow: allowedMethods(table, clean) };
        switch (found.to) {
            case 'new':
                return {
                    to: 'new',
                    name: decodeUtf8(Buffer.from(unescapePart(partsOf(clean).at(-1) ?? ''), 'latin1')),
                };
            case 'fetch':
                return { to: 'fetch', path: Buffer.from(unescaped.slice(lengthOfMount(prefix)), 'latin1'), query };
            case 'list':
                return { to: 'list', query };
            default:
                return { to: found.to };
        }
    };
}
/** How much of a path stands before the slash in front of the file. */
const lengthOfMount = (prefix) => Buffer.byteLength(prefix === '' ? '/fetch' : `/${prefix}/fetch`);
function find(table, method, path) {
    const asked = method === 'HEAD' ? 'GET' : method;
    return table.find((pattern) => pattern.method === asked && matches(pattern, path));
}
function matches({ parts }, path) {
    const given = partsOf(path);
    for (const [index, part] of parts.entries()) {
        if (part === '')
            return given.length > index;
        const encoded = given[index];
        if (encoded === undefined)
            return false;
        const decoded = unescapePart(encoded);
        if (part === ANY ? encoded === '' || decoded === '/' : decoded !== part)
            return false;
    }
    return given.length === parts.length;
}
/** Returns whether a pattern for all below a directory was met by the directory itself. */
function isExact(pattern, path) {
    if (pattern === undefined)
        return false;
    return pattern.parts.at(-1) !== '' || (partsOf(path).length === pattern.parts.length && path.endsWith('/'));
}
function allowedMethods(table, path) {
    const paths = path.endsWith('/') ? [path] : [path, `${path}/`];
    const methods = table.filter((pattern) => paths.some((candidate) => matches(pattern, candidate)));
    const names = methods.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    return [...new Set(names)].sort();
}
const partsOf = (path) => path.slice(1).split('/');
const unescapePart = (part) => unescapePath(part) ?? part;
function router_redirect(path, query) {
    return { to: 'redirect', location: query === '' ? path : `${path}?${query}` };
}
/** Resolves `.`, `..` and repeated slashes, and keeps a slash at the end. */
const cleanPath = external_node_path_.posix.normalize;
const hasControls = (text) => /[\u0000-\u0020\u007f]/.test(text);
/** The path as it was escaped, unless it holds characters that should have been. */
function escapedPath(rawPath, unescaped) {
    return /^[-\w.~$&+,/:;=@!'()*[\]%]*$/.test(rawPath) ? rawPath : escapePath(unescaped);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/service/http/send.js








/** Statuses whose answers have no body, not even an empty one. */
const BODILESS = [204, 304];
/**
 * Sends an answer. Resolves once it has been sent, or the client has gone. Throws if nothing can be sent; a failure in
 * the middle of a body closes the connection.
 */
async function send(response, { status, headers, body }, pace) {
    const safe = Object.entries(headers).map(([name, value]) => [name, headerBytes(value)]);
    const head = Object.fromEntries(safe);
    if (body === undefined || Buffer.isBuffer(body)) {
        const length = BODILESS.includes(status) ? undefined : { 'Content-Length': body?.length ?? 0 };
        response.writeHead(status, { ...head, ...length });
        response.end(body);
        return;
    }
    if (!('descriptor' in body)) {
        await sendPieces(response, { status, headers: head }, body, pace);
        return;
    }
    try {
        response.writeHead(status, { ...head, 'Content-Length': body.sizeBytes });
        if (response.req.method === 'HEAD')
            response.end();
        else
            await sendContent(response, body, pace);
    }
    finally {
        closeUnwritten(body.descriptor);
    }
}
/** As much is kept until its length is known, and until it is known that nothing fails. */
const WHOLE_BYTES = 4 * 1024 * 1024;
/**
 * Streams generated content. Throws an early failure, before anything is sent; a late failure closes the connection, so
 * that nobody mistakes the body for complete. Resolves once it has been sent, or the client has gone.
 */
async function sendPieces(response, { status, headers }, pieces, { signal }) {
    const held = [];
    let size = 0;
    while (size < WHOLE_BYTES) {
        const { value, done } = await pieces.next();
        if (done) {
            response.writeHead(status, { ...headers, 'Content-Length': size });
            response.end(Buffer.concat(held));
            return;
        }
        held.push(value);
        size += value.length;
    }
    response.writeHead(status, headers);
    if (response.req.method === 'HEAD') {
        response.end();
        await pieces.return(undefined);
        return;
    }
    const all = async function* () {
        for (let piece = held.shift(); piece !== undefined; piece = held.shift())
            yield piece;
        yield* pieces;
    };
    await sendStream(response, all, signal);
}
/** As much is read in less time than a stream needs to start, and is worth a write of its own. */
const send_PIECE_BYTES = 64 * 1024;
async function sendContent(response, content, pace) {
    if (content.sizeBytes > send_PIECE_BYTES) {
        await sendStream(response, () => gathered(contentOf(content, pace)), pace.signal);
        return;
    }
    try {
        const pieces = [];
        for (const [index, range] of content.ranges.entries()) {
            pieces.push(Buffer.from(content.before(range, index)), readAtOnce(content.descriptor, range));
        }
        response.end(Buffer.concat([...pieces, Buffer.from(content.after)]));
    }
    catch (error) {
        // A body that cannot be sent in full must not look complete.
        response.destroy();
        throw error;
    }
}
async function sendStream(response, pieces, signal) {
    try {
        // A client that reads no more must not hold up the end of the service.
        await (0,external_node_stream_promises_.pipeline)(pieces, response, { ...(signal && { signal }) });
    }
    catch (error) {
        response.destroy();
        const isGone = (0,errors_errno/* errnoOf */.U)(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.req.destroyed;
        if (!isGone && signal?.aborted !== true)
            throw error;
    }
}
const readInBackground = (0,external_node_util_.promisify)(external_node_fs_.read);
async function* contentOf({ descriptor, ranges, before, after }, pace) {
    for (const [index, range] of ranges.entries()) {
        await pace.yieldIfDue();
        const introduction = before(range, index);
        if (introduction !== '')
            yield Buffer.from(introduction);
        const end = range.start + range.length;
        if (range.length <= send_PIECE_BYTES) {
            yield readAtOnce(descriptor, range);
            continue;
        }
        for (let start = range.start; start < end;) {
            const room = Buffer.allocUnsafeSlow(Math.min(send_PIECE_BYTES, end - start));
            const { bytesRead } = await readInBackground(descriptor, room, 0, room.length, start);
            if (bytesRead === 0)
                throw shorter();
            yield room.subarray(0, bytesRead);
            start += bytesRead;
        }
    }
    if (after !== '')
        yield Buffer.from(after);
}
function readAtOnce(descriptor, { start, length }) {
    const piece = Buffer.allocUnsafe(length);
    for (let done = 0; done < length;) {
        const count = (0,external_node_fs_.readSync)(descriptor, piece, done, length - done, start + done);
        if (count === 0)
            throw shorter();
        done += count;
    }
    return piece;
}
const shorter = () => new Error('a file has become shorter while it was sent');
/** Headers carry bytes, not text; what must not be in one becomes a blank. */
function headerBytes(value) {
    return Buffer.from(value, 'utf8')
        .toString('latin1')
        .replace(/[\0-\x1f\x7f]/g, ' ');
}
/**
 * Answers what the engine's parser does not take, and ends the connection. Methods that it does not know are no
 * different from others that are not allowed. Protocol \u00a75.4.
 */
function refuseUnparsed(error, socket, routeOf) {
    if (!socket.writable) {
        socket.destroy();
        return;
    }
    const { status, headers, body } = answerToUnparsed(error, routeOf);
    const head = { ...headers, 'Content-Length': body?.length ?? 0, Connection: 'close' };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${external_node_http_.STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body ?? ''}`);
}
function answerToUnparsed(error, routeOf) {
    const code = (0,errors_errno/* errnoOf */.U)(error);
    const packet = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
    const [, method, target] = /^([!#$%&'*+\-.^_`|~\w]+) (\S+) HTTP\/1\.[01]\r\n/.exec(packet) ?? [];
    const route = code === 'HPE_INVALID_METHOD' && method && target ? routeOf(method, target) : undefined;
    if (route?.to === 'not-allowed')
        return notAllowed(route.allow);
    if (route?.to === 'redirect')
        return redirectAnswer(route.location, method);
    return unreadable(code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
}

;// CONCATENATED MODULE: ./build/service/http/server.js










const ABOUT = { name: 'gobbler API', url: 'https://github.com/ArtifactDB/gobbler' };
/** As long as the original's. */
const LARGEST_HEADERS_BYTES = 1024 * 1024;
/** After so much silence, the system asks whether the other machine is still there. */
const KEEP_ALIVE_MS = 30_000;
/** As many requests may wait on one connection; no client that is known sends one before the last is answered. */
const MOST_AT_ONCE = 64;
/** The HTTP side of a service. Handlers know nothing of it, and it knows nothing of what they do. Protocol \u00a75. */
class HttpServer {
    server;
    #gobbler;
    #memory;
    #routeOf;
    #requireRegistry;
    #running = new Map();
    /** How many requests of a connection have not been answered yet. */
    #waiting = new WeakMap();
    #isClosing = false;
    /** `requireRegistry` throws if the registry is no longer this service's. */
    constructor(gobbler, memory, prefix, requireRegistry) {
        this.#requireRegistry = requireRegistry;
        this.#gobbler = gobbler;
        this.#memory = memory;
        this.#routeOf = createRouter(prefix);
        // Answers come when the work is done, which may take hours: no limit of time applies anywhere.
        this.server = (0,external_node_http_.createServer)({
            ...{ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 },
            // A machine that lost its power closes nothing.
            ...{ keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
            maxHeaderSize: LARGEST_HEADERS_BYTES,
        }, (request, response) => this.#accept(request, response));
        this.server.on('clientError', (error, socket) => refuseUnparsed(error, socket, this.#routeOf));
    }
    /** Takes no more requests, cancels those that are running, and waits until they have undone what they began. */
    async close() {
        const closed = new Promise((resolve) => this.server.close(() => resolve()));
        this.#isClosing = true;
        for (const controller of this.#running.keys())
            controller.abort(cancelled());
        while (this.#running.size > 0)
            await Promise.all(this.#running.values());
        this.server.closeAllConnections();
        await closed;
    }
    #accept(request, response) {
        const { socket } = request;
        const waiting = (this.#waiting.get(socket) ?? 0) + 1;
        this.#waiting.set(socket, waiting);
        if (waiting > MOST_AT_ONCE)
            socket.destroy();
        if (socket.destroyed)
            return;
        const started = performance.now();
        const controller = new AbortController();
        // Connections that are open already may still bring requests.
        if (this.#isClosing)
            controller.abort(cancelled());
        let isGone = false;
        response.on('close', () => {
            isGone = !response.writableFinished;
            if (isGone)
                controller.abort(cancelled());
        });
        // The body of a request is ignored, but unread it would hide that the client has gone.
        request.resume();
        const work = this.#answer(request, response, controller.signal)
            .catch(async (error) => {
            this.#logFailure(error);
            if (response.headersSent)
                return;
            await send(response, textAnswer(500, '500 Internal Server Error'), TimeSlices.unstoppable());
        })
            .then((remark) => {
            this.#running.delete(controller);
            this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
            const took = Math.round(performance.now() - started);
            const outcome = isGone ? 'gone' : response.statusCode;
            this.#gobbler.log(`${request.method} ${shortened(request.url ?? '')} ${outcome} ${took} ms${remark ?? ''}`);
        });
        this.#running.set(controller, work);
    }
    /** Answers one request. Gives what there is to remark about it in the log. */
    async #answer(request, response, signal) {
        const route = this.#routeOf(request.method ?? '', request.url ?? '');
        const pace = new TimeSlices(signal);
        try {
            await send(response, await this.#answerTo(route, request, pace), pace);
            return undefined;
        }
        catch (error) {
            // Only the service proper refuses in JSON, not its file server.
            if (response.headersSent || route.to === 'fetch')
                throw error;
            const { status, reason, unexpected } = refusalOf(error);
            await send(response, jsonAnswer(status, { reason, status: 'ERROR' }), pace);
            if (unexpected)
                this.#logFailure(error);
            return ` ${JSON.stringify(reason)}`;
        }
    }
    async #answerTo(route, request, pace) {
        const { registry, staging } = this.#gobbler;
        switch (route.to) {
            case 'new': {
                await this.#requireRegistry();
                const accepted = acceptRequest(staging, route.name, this.#memory);
                const outcome = await dispatch(this.#gobbler, accepted, pace.signal);
                return jsonAnswer(200, new Map(Object.entries({ ...outcome, status: 'SUCCESS' })));
            }
            case 'list':
                return listAnswer(listRegistry(registry.root, route.query, pace));
            case 'info':
                return jsonAnswer(200, { registry: registry.root, staging });
            case 'root':
                return jsonAnswer(200, ABOUT);
            case 'fetch':
                return fetchFile(registry.root, { ...route, headers: request.headers }, pace);
            case 'options':
                return PREFLIGHT;
            case 'redirect':
                return redirectAnswer(route.location, request.method);
            case 'not-allowed':
                return notAllowed(route.allow);
            case 'bad-request':
                return unreadable(400);
        }
    }
    #logFailure(error) {
        const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined;
        this.#gobbler.log(typeof stack === 'string' ? stack : (0,errors_errno/* messageOf */.b)(error));
    }
}

;// CONCATENATED MODULE: ./build/service/storage/registry.js





/**
 * The registry on disk: where each record lives, and what is in it. Protocol \u00a73. Records that cannot be read are a
 * failure (500). Nothing here takes locks; that is for the handlers.
 */
class Registry {
    /** As the flag says, cleaned; possibly relative. */
    root;
    constructor(root) {
        this.root = root;
    }
    projectDirectory({ project }) {
        return external_node_path_default().join(this.root, project);
    }
    assetDirectory({ project, asset }) {
        return external_node_path_default().join(this.root, project, asset);
    }
    versionDirectory({ project, asset, version }) {
        return external_node_path_default().join(this.root, project, asset, version);
    }
    hasProject(ref) {
        return exists(this.projectDirectory(ref));
    }
    hasAsset(ref) {
        return exists(this.assetDirectory(ref));
    }
    hasVersion(ref) {
        return exists(this.versionDirectory(ref));
    }
    /** The names of the real subdirectories of a directory, in order, without internal ones. Protocol \u00a711.6. */
    children(directory) {
        return this.subdirectories(directory).filter((name) => !(0,names/* isInternalName */.Bn)(name));
    }
    /** The names of all real subdirectories of a directory, in order. */
    subdirectories(directory) {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => entry.name)
            .sort(json/* compareBytes */.Xo);
    }
    *allVersions() {
        for (const project of this.children(this.root)) {
            for (const asset of this.children(this.projectDirectory({ project }))) {
                for (const version of this.children(this.assetDirectory({ project, asset }))) {
                    yield { project, asset, version };
                }
            }
        }
    }
    manifest(ref) {
        return readRecord(external_node_path_default().join(this.versionDirectory(ref), layout/* MANIFEST */.e0), readManifest);
    }
    writeManifest(ref, manifest) {
        writeRecord(external_node_path_default().join(this.versionDirectory(ref), layout/* MANIFEST */.e0), (0,records/* manifestPieces */.Nz)(manifest));
    }
    summary(ref) {
        return readRecord(external_node_path_default().join(this.versionDirectory(ref), layout/* SUMMARY */.$M), readSummary);
    }
    writeSummary(ref, summary) {
        writeRecord(external_node_path_default().join(this.versionDirectory(ref), layout/* SUMMARY */.$M), (0,records/* encodeSummary */.zp)(summary));
    }
    /** The name in `..latest`, or undefined if there is none. */
    latest(ref) {
        return readRecord(external_node_path_default().join(this.assetDirectory(ref), layout/* LATEST */.k0), readLatest, { optional: true });
    }
    /** Writes `..latest`, or removes it. */
    writeLatest(ref, version) {
        const file = external_node_path_default().join(this.assetDirectory(ref), layout/* LATEST */.k0);
        if (version === undefined)
            removeRecord(file);
        else
            writeRecord(file, (0,records/* encodeLatest */.U9)(version));
    }
    usage(ref) {
        return readRecord(external_node_path_default().join(this.projectDirectory(ref), layout/* USAGE */.u_), readUsage);
    }
    writeUsage(ref, totalBytes) {
        writeRecord(external_node_path_default().join(this.projectDirectory(ref), layout/* USAGE */.u_), (0,records/* encodeUsage */.wY)(totalBytes));
    }
    projectPermissions(ref) {
        return readRecord(external_node_path_default().join(this.projectDirectory(ref), layout/* PERMISSIONS */.Jj), readPermissions);
    }
    writeProjectPermissions(ref, permissions) {
        writeRecord(external_node_path_default().join(this.projectDirectory(ref), layout/* PERMISSIONS */.Jj), encodePermissions(permissions));
    }
    /** Those of an asset, which need not have any. */
    assetPermissions(ref) {
        const file = external_node_path_default().join(this.assetDirectory(ref), layout/* PERMISSIONS */.Jj);
        return readRecord(file, readPermissions, { optional: true }) ?? { owners: [], uploaders: [] };
    }
    writeAssetPermissions(ref, permissions) {
        writeRecord(external_node_path_default().join(this.assetDirectory(ref), layout/* PERMISSIONS */.Jj), encodePermissions(permissions));
    }
    /** The `..links` of one directory of a version, or undefined if it has none. */
    links(directory) {
        return readRecord(external_node_path_default().join(directory, layout/* LINKS */.A), readLinks, { optional: true });
    }
    writeLinks(directory, links) {
        writeRecord(external_node_path_default().join(directory, layout/* LINKS */.A), (0,records/* encodeLinks */.Gu)(links));
    }
    removeLinks(directory) {
        removeRecord(external_node_path_default().join(directory, layout/* LINKS */.A));
    }
}
/** Returns whether something is there; links are followed. */
function exists(place) {
    return (0,external_node_fs_.statSync)(place, { throwIfNoEntry: false }) !== undefined;
}

;// CONCATENATED MODULE: ./build/service/storage/locks.js


/** Protocol \u00a715. */
const locks_TIMES = { timeoutMs: 60_000, pollMs: 50 };
/** In place of a number of shared holders. */
const EXCLUSIVE = -1;
/**
 * The locks of protocol \u00a715, keyed by the paths of the lock files. This process is the only one to write to the
 * registry (see registry-claim), so a table does; the files are made all the same, since listings show them, and a
 * file that cannot be made counts as a lock that is taken.
 *
 * As in the original there is no queue: whoever looks first after a release gets the lock.
 */
class LockTable {
    #times;
    #holders = new Map();
    #waiting = new Map();
    /** How many requests are between their first look at a lock and the end of their wait. */
    #waits = new Map();
    constructor(times = locks_TIMES) {
        this.#times = times;
    }
    /** Runs `work` with locks of its own, all of which are released at its end, the last one taken first. */
    async session(signal, work) {
        const held = [];
        const take = async (path, mode) => {
            const hold = await this.#acquire(path, mode, signal);
            held.push(hold);
            return hold;
        };
        try {
            return await work({ take, isWaitedFor: (path) => this.#waits.has(path) });
        }
        finally {
            for (const hold of held.reverse())
                hold.release();
        }
    }
    async #acquire(path, mode, signal) {
        const deadline = performance.now() + this.#times.timeoutMs;
        this.#waits.set(path, (this.#waits.get(path) ?? 0) + 1);
        try {
            for (;;) {
                if (signal.aborted)
                    throw failed(`lock request cancelled for "${path}"`);
                if (this.#take(path, mode))
                    return this.#hold(path);
                if (performance.now() >= deadline) {
                    throw failed(`timed out waiting for the lock to be acquired on "${path}"`);
                }
                await this.#untilReleased(path, signal);
            }
        }
        finally {
            const others = (this.#waits.get(path) ?? 1) - 1;
            if (others > 0)
                this.#waits.set(path, others);
            else
                this.#waits.delete(path);
        }
    }
    #take(path, mode) {
        const holders = this.#holders.get(path) ?? 0;
        if (holders === EXCLUSIVE || (mode === 'exclusive' && holders > 0))
            return false;
        try {
            closeUnwritten((0,external_node_fs_.openSync)(path, 'a', 0o666));
        }
        catch {
            return false;
        }
        this.#holders.set(path, mode === 'exclusive' ? EXCLUSIVE : holders + 1);
        return true;
    }
    #hold(path) {
        let held = true;
        return {
            release: () => {
                if (!held)
                    return;
                held = false;
                const holders = this.#holders.get(path) ?? 0;
                if (holders > 1)
                    this.#holders.set(path, holders - 1);
                else
                    this.#holders.delete(path);
                for (const wake of this.#waiting.get(path) ?? [])
                    wake();
            },
        };
    }
    /** Until the lock is released, the client is gone, or it is time to look again. */
    #untilReleased(path, signal) {
        return new Promise((resolve) => {
            const waiting = this.#waiting.get(path) ?? new Set();
            this.#waiting.set(path, waiting);
            const wake = () => {
                clearTimeout(timer);
                signal.removeEventListener('abort', wake);
                waiting.delete(wake);
                if (waiting.size === 0)
                    this.#waiting.delete(path);
                resolve();
            };
            const timer = setTimeout(wake, this.#times.pollMs);
            waiting.add(wake);
            signal.addEventListener('abort', wake);
        });
    }
}

;// CONCATENATED MODULE: ./build/service/service.js









const LOOPBACK = '127.0.0.1';
const DEFAULT_CONCURRENCY = 100;
/** In place of a number of days. */
const NEVER = -1;
/**
 * Starts a Gobbler in this process. Protocol \u00a72. Throws if the registry or the staging directory cannot be used, the
 * registry is in use by another process, or the port is taken.
 */
async function startService(options) {
    const { log = () => undefined, prefix = '', host = LOOPBACK } = options;
    const registry = cleaned(options.registry);
    const staging = cleaned(options.staging);
    requireApart(registry, staging);
    requireDescriptorPaths();
    const logs = external_node_path_default().join(registry, layout/* LOGS */.Yy);
    if (!(0,external_node_fs_.existsSync)(logs))
        (0,external_node_fs_.mkdirSync)(logs, 0o755);
    const claim = await claimRegistry(registry, log);
    try {
        const gobbler = {
            registry: new Registry(registry),
            staging,
            admins: new Set(options.admins),
            whitelist: (options.whitelist ?? []).map(cleaned),
            spoofers: options.spoof ?? new Map(),
            identities: new Identities(),
            locks: new LockTable(),
            pool: new Pool(options.concurrency ?? DEFAULT_CONCURRENCY),
            log,
        };
        const http = new HttpServer(gobbler, new ReplayMemory(staging), prefix, () => claim.require());
        const port = await listen(http, options.port, host);
        const stopPurging = purgeDaily(gobbler, options.probationDays ?? NEVER);
        const stop = once(async () => {
            await Promise.all([http.close(), stopPurging()]);
            await claim.release();
        });
        const lost = claim.lost.then(async (error) => {
            log(error.message);
            await stop();
            return error;
        });
        return {
            url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${prefix === '' ? '' : `/${prefix}`}`,
            port,
            lost,
            close: stop,
        };
    }
    catch (error) {
        await claim.release();
        throw error;
    }
}
/** Wraps a function so that only the first call runs it. */
function once(work) {
    let done;
    return () => {
        done ??= work();
        return done;
    };
}
/** Requires that the registry and staging do not contain each other: everybody may write to staging. */
function requireApart(registry, staging) {
    // A missing directory is refused where it is needed, as by the original.
    if (!(0,external_node_fs_.existsSync)(registry) || !(0,external_node_fs_.existsSync)(staging))
        return;
    const [published, requested] = [(0,external_node_fs_.realpathSync)(registry), (0,external_node_fs_.realpathSync)(staging)];
    if (!(0,layout/* isInside */.FK)(published, requested) && !(0,layout/* isInside */.FK)(requested, published))
        return;
    const how = published === requested ? 'are the same directory' : 'lie one in the other';
    throw new Error(`registry and staging should be apart, but ${registry} and ${staging} ${how}`);
}
function listen(http, port, host) {
    return new Promise((resolve, reject) => {
        http.server.once('error', (error) => reject(error.code === 'EADDRINUSE' ? takenPort(host, port, error) : error));
        http.server.listen(port, host, () => resolve(http.server.address().port));
    });
}
function takenPort(host, port, cause) {
    const sentence = `port ${port} of ${host} is in use by another program (EADDRINUSE): choose another with -port, or 0 for any that is free`;
    return new Error(sentence, { cause });
}
/** Without `.`, `..` and surplus slashes, but relative if it was. */
function cleaned(directory) {
    const normal = external_node_path_default().normalize(directory);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

;// CONCATENATED MODULE: ./build/service/serve.js






/** Lines of the log go to standard error, with the time before them. */
const log = (line) => {
    process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};
/** One wish to stop may come twice: to the process group, and from a script in it that passes its own signal on. */
const SAME_WISH_MS = 1000;
/**
 * The program: serves until a signal comes that asks it to stop, cancels and undoes what is running then, and ends with
 * 0. A second signal ends it at once, unless it is the same within a second. A mistake in the command line is
 * reported on standard error, and ends it with 1 or 2. The directories of a demo are removed in the end.
 * Protocol \u00a72. Resolves when the service has stopped.
 */
async function serve(argv, signals) {
    // The reader of the log may go away; the service stays.
    process.stderr.on('error', () => undefined);
    const flags = readFlags(argv);
    if (flags === undefined)
        return;
    const demo = flags.demo ? makeDemo() : undefined;
    try {
        await serveUntilStopped({ ...flags, ...demo }, signals);
    }
    finally {
        await demo?.remove();
    }
}
async function serveUntilStopped(flags, signals) {
    let service;
    try {
        service = await startService({ ...flags, log });
    }
    catch (error) {
        const unusable = ['registry', 'staging'].map((name) => whyUnusable(name, flags[name]));
        log(unusable.find((sentence) => sentence !== undefined) ?? systemSentence(error));
        process.exitCode = 1;
        return;
    }
    const { registry, staging, admins } = flags;
    log(`registry ${registry}, staging ${staging}, administrators ${admins.join(', ') || '(none)'}`);
    if (admins.length === 0)
        log('without -admin NAME nobody can create projects');
    if (![registry, staging].every((directory) => external_node_path_default().isAbsolute(directory)))
        log('clients will refuse these directories, since only this process knows what they are relative to');
    // The reader of the address may stop the service at once.
    const stopped = untilStopped(signals);
    log(`listening at ${service.url}`);
    if (flags.demo)
        process.stdout.write(`export GOBBLER_URL=${service.url}\n`);
    const lost = await Promise.race([stopped, service.lost]);
    if (lost !== undefined)
        process.exitCode = 1;
    log('stopping');
    await service.close();
}
/** Explains why a directory keeps the service from starting. */
function whyUnusable(name, directory) {
    let found;
    try {
        if ((0,external_node_fs_.statSync)(directory).isDirectory())
            return undefined;
        found = 'is none';
    }
    catch (error) {
        const code = systemErrorName(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR') {
            const remedy = code === 'ESTALE' ? 'Mount its filesystem again' : 'Check its filesystem';
            return `-${name} should be a directory, but ${directory} cannot be looked at: ${systemReason(error)}. ${remedy}`;
        }
        found = 'does not exist';
    }
    return `-${name} should be a directory, but ${directory} ${found}. Make it first: mkdir -p ${directory}`;
}
/** The flags, or undefined after help or an error was printed. */
function readFlags(argv) {
    try {
        const flags = parseFlags(argv);
        if (!flags.help)
            return flags;
        process.stdout.write(USAGE);
    }
    catch (error) {
        if (!(error instanceof FlagError))
            throw error;
        process.stderr.write(`${error.message}\n\n${USAGE}`);
        process.exitCode = error.exitCode;
    }
    return undefined;
}
function untilStopped(signals) {
    return new Promise((resolve) => {
        let first;
        signals.listen((signal) => {
            first ??= { signal, at: performance.now() };
            if (signal !== first.signal || performance.now() - first.at >= SAME_WISH_MS)
                process.exit(1);
            resolve();
        });
    });
}


/***/ })

};
})(),
(() => {
"use strict";
return {

/***/ 7291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YB: () => (/* binding */ structuredPatch)
});

// UNUSED EXPORTS: FILE_HEADERS_ONLY, INCLUDE_HEADERS, OMIT_HEADERS, createPatch, createTwoFilesPatch, formatPatch

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}


/***/ }),

/***/ 1376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ GIF)
/* harmony export */ });
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(404);

const gifRegexp = /^GIF8[79]a/;
const GIF = {
    validate: (input) => gifRegexp.test((0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 0, 6)),
    calculate: (input) => ({
        height: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt16LE */ .$l)(input, 8),
        width: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt16LE */ .$l)(input, 6),
    }),
};


/***/ }),

/***/ 4534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ JPG)
/* harmony export */ });
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(404);

const EXIF_MARKER = '45786966';
const APP1_DATA_SIZE_BYTES = 2;
const EXIF_HEADER_BYTES = 6;
const TIFF_BYTE_ALIGN_BYTES = 2;
const BIG_ENDIAN_BYTE_ALIGN = '4d4d';
const LITTLE_ENDIAN_BYTE_ALIGN = '4949';
const IDF_ENTRY_BYTES = 12;
const NUM_DIRECTORY_ENTRIES_BYTES = 2;
function isEXIF(input) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toHexString */ .U5)(input, 2, 6) === EXIF_MARKER;
}
function extractSize(input, index) {
    return {
        height: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt16BE */ .bc)(input, index),
        width: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt16BE */ .bc)(input, index + 2),
    };
}
function extractOrientation(exifBlock, isBigEndian) {
    const idfOffset = 8;
    const offset = EXIF_HEADER_BYTES + idfOffset;
    const idfDirectoryEntries = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt */ .jN)(exifBlock, 16, offset, isBigEndian);
    for (let directoryEntryNumber = 0; directoryEntryNumber < idfDirectoryEntries; directoryEntryNumber++) {
        const start = offset +
            NUM_DIRECTORY_ENTRIES_BYTES +
            directoryEntryNumber * IDF_ENTRY_BYTES;
        const end = start + IDF_ENTRY_BYTES;
        if (start > exifBlock.length) {
            return;
        }
        const block = exifBlock.slice(start, end);
        const tagNumber = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt */ .jN)(block, 16, 0, isBigEndian);
        if (tagNumber === 274) {
            const dataFormat = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt */ .jN)(block, 16, 2, isBigEndian);
            if (dataFormat !== 3) {
                return;
            }
            const numberOfComponents = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt */ .jN)(block, 32, 4, isBigEndian);
            if (numberOfComponents !== 1) {
                return;
            }
            return (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt */ .jN)(block, 16, 8, isBigEndian);
        }
    }
}
function validateExifBlock(input, index) {
    const exifBlock = input.slice(APP1_DATA_SIZE_BYTES, index);
    const byteAlign = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toHexString */ .U5)(exifBlock, EXIF_HEADER_BYTES, EXIF_HEADER_BYTES + TIFF_BYTE_ALIGN_BYTES);
    const isBigEndian = byteAlign === BIG_ENDIAN_BYTE_ALIGN;
    const isLittleEndian = byteAlign === LITTLE_ENDIAN_BYTE_ALIGN;
    if (isBigEndian || isLittleEndian) {
        return extractOrientation(exifBlock, isBigEndian);
    }
}
function validateInput(input, index) {
    if (index > input.length) {
        throw new TypeError('Corrupt JPG, exceeded buffer limits');
    }
}
const JPG = {
    validate: (input) => (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toHexString */ .U5)(input, 0, 2) === 'ffd8',
    calculate(_input) {
        let input = _input.slice(4);
        let orientation;
        let next;
        while (input.length) {
            const i = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt16BE */ .bc)(input, 0);
            validateInput(input, i);
            if (input[i] !== 0xff) {
                input = input.subarray(1);
                continue;
            }
            if (isEXIF(input)) {
                orientation = validateExifBlock(input, i);
            }
            next = input[i + 1];
            if (next === 0xc0 || next === 0xc1 || next === 0xc2) {
                const size = extractSize(input, i + 5);
                if (!orientation) {
                    return size;
                }
                return {
                    height: size.height,
                    orientation,
                    width: size.width,
                };
            }
            input = input.subarray(i + 2);
        }
        throw new TypeError('Invalid JPG, no size found');
    },
};


/***/ }),

/***/ 3790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ PNG)
/* harmony export */ });
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(404);

const pngSignature = 'PNG\r\n\x1a\n';
const pngImageHeaderChunkName = 'IHDR';
const pngFriedChunkName = 'CgBI';
const PNG = {
    validate(input) {
        if (pngSignature === (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 1, 8)) {
            let chunkName = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 12, 16);
            if (chunkName === pngFriedChunkName) {
                chunkName = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 28, 32);
            }
            if (chunkName !== pngImageHeaderChunkName) {
                throw new TypeError('Invalid PNG');
            }
            return true;
        }
        return false;
    },
    calculate(input) {
        if ((0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 12, 16) === pngFriedChunkName) {
            return {
                height: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt32BE */ .bb)(input, 36),
                width: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt32BE */ .bb)(input, 32),
            };
        }
        return {
            height: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt32BE */ .bb)(input, 20),
            width: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt32BE */ .bb)(input, 16),
        };
    },
};


/***/ }),

/***/ 404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ readUInt16LE),
/* harmony export */   Ap: () => (/* binding */ readUInt24LE),
/* harmony export */   EM: () => (/* binding */ toUTF8String),
/* harmony export */   U5: () => (/* binding */ toHexString),
/* harmony export */   bb: () => (/* binding */ readUInt32BE),
/* harmony export */   bc: () => (/* binding */ readUInt16BE),
/* harmony export */   jN: () => (/* binding */ readUInt),
/* harmony export */   y$: () => (/* binding */ readInt16LE)
/* harmony export */ });
/* unused harmony exports readInt32LE, readUInt32LE, readUInt64, findBox */
const decoder = new TextDecoder();
const toUTF8String = (input, start = 0, end = input.length) => decoder.decode(input.slice(start, end));
const toHexString = (input, start = 0, end = input.length) => input
    .slice(start, end)
    .reduce((memo, i) => memo + `0${i.toString(16)}`.slice(-2), '');
const getView = (input, offset) => new DataView(input.buffer, input.byteOffset + offset);
const readInt16LE = (input, offset = 0) => getView(input, offset).getInt16(0, true);
const readUInt16BE = (input, offset = 0) => getView(input, offset).getUint16(0, false);
const readUInt16LE = (input, offset = 0) => getView(input, offset).getUint16(0, true);
const readUInt24LE = (input, offset = 0) => {
    const view = getView(input, offset);
    return view.getUint16(0, true) + (view.getUint8(2) << 16);
};
const readInt32LE = (input, offset = 0) => getView(input, offset).getInt32(0, true);
const readUInt32BE = (input, offset = 0) => getView(input, offset).getUint32(0, false);
const readUInt32LE = (input, offset = 0) => getView(input, offset).getUint32(0, true);
const readUInt64 = (input, offset, isBigEndian) => getView(input, offset).getBigUint64(0, !isBigEndian);
const methods = {
    readUInt16BE,
    readUInt16LE,
    readUInt32BE,
    readUInt32LE,
};
function readUInt(input, bits, offset = 0, isBigEndian = false) {
    const endian = isBigEndian ? 'BE' : 'LE';
    const methodName = `readUInt${bits}${endian}`;
    return methods[methodName](input, offset);
}
const BOX_HEADER_SIZE = 8;
function readBox(input, view, base, offset, boxCode) {
    if (input.length - offset < BOX_HEADER_SIZE)
        return undefined;
    const boxSize = view.getUint32(base + offset, false);
    if (input.length - offset < boxSize)
        return undefined;
    return {
        offset,
        size: boxSize,
        matches: view.getUint32(base + 4 + offset, false) === boxCode,
    };
}
const boxViews = new WeakMap();
function getBoxView(input) {
    let view = boxViews.get(input.buffer);
    if (!view) {
        view = new DataView(input.buffer);
        boxViews.set(input.buffer, view);
    }
    return view;
}
function findBox(input, boxName, startOffset) {
    const view = getBoxView(input);
    const boxCode = (boxName.charCodeAt(0) << 24) |
        (boxName.charCodeAt(1) << 16) |
        (boxName.charCodeAt(2) << 8) |
        boxName.charCodeAt(3);
    const base = input.byteOffset;
    let currentOffset = startOffset;
    while (currentOffset < input.length) {
        if (input.length - currentOffset < 4)
            break;
        if (view.getUint32(base + currentOffset, false) < BOX_HEADER_SIZE) {
            currentOffset += BOX_HEADER_SIZE;
            continue;
        }
        const box = readBox(input, view, base, currentOffset, boxCode);
        if (!box)
            break;
        if (box.matches) {
            return { name: boxName, offset: box.offset, size: box.size };
        }
        currentOffset += box.size;
    }
    return undefined;
}


/***/ }),

/***/ 8027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ WEBP)
/* harmony export */ });
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(404);

function calculateExtended(input) {
    return {
        height: 1 + (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt24LE */ .Ap)(input, 7),
        width: 1 + (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readUInt24LE */ .Ap)(input, 4),
    };
}
function calculateLossless(input) {
    return {
        height: 1 +
            (((input[4] & 0xf) << 10) | (input[3] << 2) | ((input[2] & 0xc0) >> 6)),
        width: 1 + (((input[2] & 0x3f) << 8) | input[1]),
    };
}
function calculateLossy(input) {
    return {
        height: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readInt16LE */ .y$)(input, 8) & 0x3fff,
        width: (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .readInt16LE */ .y$)(input, 6) & 0x3fff,
    };
}
const WEBP = {
    validate(input) {
        const riffHeader = 'RIFF' === (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 0, 4);
        const webpHeader = 'WEBP' === (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 8, 12);
        const vp8Header = 'VP8' === (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(input, 12, 15);
        return riffHeader && webpHeader && vp8Header;
    },
    calculate(_input) {
        const chunkHeader = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toUTF8String */ .EM)(_input, 12, 16);
        const input = _input.slice(20, 30);
        if (chunkHeader === 'VP8X') {
            const extendedHeader = input[0];
            const validStart = (extendedHeader & 0xc0) === 0;
            const validEnd = (extendedHeader & 0x01) === 0;
            if (validStart && validEnd) {
                return calculateExtended(input);
            }
            throw new TypeError('Invalid WebP');
        }
        if (chunkHeader === 'VP8 ' && input[0] !== 0x2f) {
            return calculateLossy(input);
        }
        const signature = (0,_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .toHexString */ .U5)(input, 3, 6);
        if (chunkHeader === 'VP8L' && signature !== '9d012a') {
            return calculateLossless(input);
        }
        throw new TypeError('Invalid WebP');
    },
};


/***/ })

};
})());
