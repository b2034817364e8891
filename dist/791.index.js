export const id = 791;
export const ids = [791,172];
export const modules = {

/***/ 2546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ GobblerError),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/**
 * Every failure that is the caller's or the world's. Anything else that is thrown is a bug and keeps its stack.
 * `message` is one sentence: the subject, what was expected, what was found.
 */
class GobblerError extends Error {
    name = 'GobblerError';
    code;
    hint;
    input;
    httpStatus;
    findings;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.input = details.input;
        this.httpStatus = details.httpStatus;
        this.findings = details.findings ?? [];
    }
}
/** The errno name of a filesystem or socket error (`ENOENT`), or undefined for anything else. */
function errnoOf(error) {
    // Ours have a code, too: one that was thrown to stop the work is not to be taken for a failure of the disk.
    if (error instanceof GobblerError)
        return undefined;
    const code = memberOf(error, 'code');
    return typeof code === 'string' ? code : undefined;
}
/** One line of text for whatever was thrown. */
function messageOf(error) {
    const message = memberOf(error, 'message');
    return typeof message === 'string' ? message : String(error);
}
/** Not by `instanceof Error`, which is false for an error of Node itself in a context of its own, as in a test. */
function memberOf(error, name) {
    return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}


/***/ }),

/***/ 1012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Of: () => (/* binding */ formatNumberOf),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   cY: () => (/* binding */ amountText),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
/** Bytes for people: `1 byte`, `512 bytes`, `24.1 MiB`. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
        value /= 1024;
        unit++;
    }
    if (unit === 0)
        return bytes === 1 ? '1 byte' : `${bytes} bytes`;
    return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ${UNITS[unit]}`;
}
/** A number with thousands separators. */
function formatCount(count) {
    return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `20,000 files`. */
function formatNumberOf(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
/** A duration for people: `3 ms`, `4.2 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
function formatDuration(durationMs) {
    if (durationMs < 999.5)
        return `${Math.round(durationMs)} ms`;
    const seconds = durationMs / 1000 < 10 ? durationMs / 1000 : Math.round(durationMs / 1000);
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 120)
        return `${Math.round(seconds)} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 120)
        return `${minutes} min ${Math.round(seconds % 60)} s`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** Files with their size: `12 files (24.1 MiB)`. */
function amountText({ files, bytes }) {
    return `${formatNumberOf(files, 'file')} (${formatBytes(bytes)})`;
}


/***/ }),

/***/ 4290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ harmlessLink),
/* harmony export */   fT: () => (/* binding */ harmlessText),
/* harmony export */   km: () => (/* binding */ harmlessMarkup),
/* harmony export */   tt: () => (/* binding */ harmlessCode)
/* harmony export */ });
/**
 * Foreign strings (names, reasons, paths, links) made harmless for what people look at. A file name may hold anything:
 * a line break and a workflow command, terminal escapes, Markdown, HTML.
 */
/**
 * What cannot be seen, or changes how its neighbours are seen: control characters, line separators, halves of
 * characters, and all that Unicode lets be ignored (such as direction marks, soft hyphens and variation selectors).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The runner's older form of a command is recognised anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;
/** GitHub makes a link of every word that begins so. */
const BEFORE_AUTOLINK = /(www)\./gi;
const MARKUP = /[&<>"'`*_[\]()\\|~!#{}$@:]/g;
/** Text for a log line: what cannot be seen becomes a visible escape, and no workflow command survives. */
function harmlessText(foreign) {
    return foreign.replace(INVISIBLE, visible).replace(OLD_COMMAND, '#\\#');
}
/** Text for Markdown that is shown letter by letter, in a monospaced font. */
function harmlessCode(foreign) {
    return `<code>${harmlessMarkup(foreign)}</code>`;
}
/** A link to an address, shown letter by letter. Only for http(s). */
function harmlessLink(url) {
    return /^https?:/.test(url)
        ? `<a href="${harmlessMarkup(url)}">${harmlessMarkup(url)}</a>`
        : harmlessCode(url);
}
/** Text for Markdown that is shown letter by letter. */
function harmlessMarkup(foreign) {
    return harmlessText(foreign)
        .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
        .replace(BEFORE_AUTOLINK, '$1&#46;');
}
function visible(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}


/***/ }),

/***/ 3115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ host),
/* harmony export */   O: () => (/* binding */ runUnder)
/* harmony export */ });
let current;
/** Says once, before any verb runs, where it is run. */
function runUnder(host) {
    current = host;
}
/** The face of this process. */
function host() {
    if (current === undefined)
        throw new Error('no verb can run before it is said where');
    return current;
}


/***/ }),

/***/ 6511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ atMostLines),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1012);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4290);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3115);



/** GitHub cuts an annotation after 4,096 characters; we stop before, at a whole line. */
const LONGEST_ANNOTATION = 4_000;
/** Writes a line to the log. It may contain foreign text, which is made harmless. */
function line(text) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().line((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(text));
}
/** Writes lines as a group that is folded in the log. */
function group(title, lines) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().group((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(title), Array.from(lines, _harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT));
}
/** The first of many lines, closed by the number of the others. */
function atMostLines(most, lines) {
    const rest = lines.length - most;
    return rest > 0 ? [...lines.slice(0, most), `… and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : lines;
}
/** An error that cannot be overlooked. Does not end the verb. */
function annotateError(annotation) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().annotate('error', harmlessTitle(annotation));
}
/** A warning that cannot be overlooked. */
function annotateWarning(annotation) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().annotate('warning', harmlessTitle(annotation));
}
const harmlessTitle = (annotation) => ({
    ...annotation,
    title: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(annotation.title),
});
/** An annotation as lines of harmless text. `inputText` says which input is meant, as the user writes it. */
function annotationText({ sentences, hint, input }, inputText = (name) => `(input: ${name})`) {
    const tail = [
        ...(hint === undefined ? [] : [(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(hint)]),
        ...(input === undefined ? [] : [inputText(input)]),
    ].join(' ');
    const shown = [];
    let length = tail.length;
    for (const sentence of sentences) {
        const safe = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(sentence).slice(0, LONGEST_ANNOTATION / 2);
        if (length + safe.length > LONGEST_ANNOTATION)
            break;
        length += safe.length + 1;
        shown.push(safe);
    }
    const rest = sentences.length - shown.length;
    return [
        ...shown,
        ...(rest > 0 ? [`… and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : []),
        ...(tail === '' ? [] : [tail]),
    ].join('\n');
}


/***/ }),

/***/ 8066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ maintainersOf),
/* harmony export */   v: () => (/* binding */ asMaintainer)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3360);

const MOST_OWNERS_NAMED = 10;
/** Who may decide about a project, for people: its owners by name. Never throws: it only goes with something else. */
async function maintainersOf(connection, project, signal) {
    try {
        const { owners } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
        if (owners.length === 0)
            return 'the administrators of the service (the project has no owners)';
        const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
        const rest = owners.length - MOST_OWNERS_NAMED;
        return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
    }
    catch {
        return `the owners of ${project} and the administrators of the service`;
    }
}
/** Runs a request that only maintainers of the project may make; a refusal names them. */
async function asMaintainer(connection, project, { signal, what }, request) {
    try {
        return await request();
    }
    catch (error) {
        if (!(error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE) || error.code !== 'not-authorized')
            throw error;
        const spoofed = error.message.includes('spoof');
        const hint = spoofed
            ? 'The service has a list of who may act for whom; ask its administrator, or leave spoof out.'
            : `Only ${await maintainersOf(connection, project, signal)} may ${what}.`;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('not-authorized', error.message, {
            hint,
            ...(spoofed && { input: 'spoof' }),
            ...(error.httpStatus !== undefined && { httpStatus: error.httpStatus }),
            cause: error,
        });
    }
}


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ manifestOutputs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3360);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2671);
/* harmony import */ var _protocol_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4751);






/** Values past 128 KiB break the environment of later steps; half of that leaves them room. */
const LARGEST_MANIFEST_OUTPUT_BYTES = 64 * 1024;
/**
 * A manifest for later steps: as text while it is small, always as a file: the one in the registry where this runner
 * sees it, else a copy under the runner's temporary directory.
 */
async function manifestOutputs(connection, ref, manifest) {
    const compact = leastBytes(manifest) > LARGEST_MANIFEST_OUTPUT_BYTES
        ? undefined
        : (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeManifest */ .Gb)(manifest, { indent: false });
    const truncated = compact === undefined || Buffer.byteLength(compact) > LARGEST_MANIFEST_OUTPUT_BYTES;
    return {
        manifest: truncated ? '' : compact,
        'manifest-path': await manifestFile(connection, ref, manifest),
        'manifest-truncated': truncated,
        'manifest-digest': (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestDigest */ .It)(manifest),
    };
}
/** What the text of a manifest has at least, to be spared the making of one that is too long. */
function leastBytes(manifest) {
    const LEAST_OF_ENTRY = '"":{"size":0,"md5sum":""},'.length;
    let bytes = 0;
    for (const key of manifest.keys())
        bytes += LEAST_OF_ENTRY + key.length;
    return bytes;
}
async function manifestFile(connection, ref, manifest) {
    const inRegistry = node_path__WEBPACK_IMPORTED_MODULE_2__.join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .refPath */ .NA)(ref), _protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0);
    if (connection.registryVisible && (await isReadable(inRegistry)))
        return inRegistry;
    const folder = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.mkdtemp(node_path__WEBPACK_IMPORTED_MODULE_2__.join(process.env.RUNNER_TEMP || node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir(), 'gobbler-manifest-'));
    const copy = node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, 'manifest.json');
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(copy, (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeManifest */ .Gb)(manifest));
    return copy;
}
async function isReadable(file) {
    try {
        await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.access(file);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ TICK_MS),
/* harmony export */   r: () => (/* binding */ isLineDue)
/* harmony export */ });
/** The clock of everything that tells how long work goes on. */
const TICK_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;
/**
 * Whether another line is due about work that goes on: every few seconds at first, then less often, and once a minute at
 * least. Hours of work fill a few screens, not a hundred.
 */
function isLineDue({ workedMs, silentMs }) {
    return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ selection)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2546);



/**
 * The `files` input as a predicate on paths relative to `directory`, or undefined if it selects everything. Patterns
 * are those of `@actions/glob`, relative to the directory; `!` excludes, and the last pattern that matches decides. A
 * list that only excludes starts from everything. Codes `invalid-input` for a pattern that leaves the directory, and
 * `invalid-source` if something cannot be read: what cannot be matched must not be published by mistake.
 */
async function selection(directory, patterns, { includeHidden, followLinks, signal }) {
    if (patterns.length === 0 || patterns.every((pattern) => pattern === '**'))
        return undefined;
    if (/[\r\n]/.test(directory))
        throw unpatternable(directory);
    const root = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(directory).catch(() => directory); // the scan says that it does not exist
    const onlyExcludes = patterns.every((pattern) => isNegative(pattern));
    const rooted = (onlyExcludes ? ['**', ...patterns] : patterns).map((pattern) => rootPattern(root, pattern));
    const { create } = await __webpack_require__.e(/* import() */ 622).then(__webpack_require__.bind(__webpack_require__, 1622));
    const globber = await create(rooted.join('\n'), {
        followSymbolicLinks: followLinks,
        // It would take a hidden root for excluded, too; the scan leaves hidden entries out in any case.
        excludeHiddenFiles: !includeHidden && !node_path__WEBPACK_IMPORTED_MODULE_1__.basename(root).startsWith('.'),
    });
    const selected = new Set();
    try {
        for await (const found of globber.globGenerator()) {
            signal.throwIfAborted();
            selected.add(found);
        }
    }
    catch (error) {
        if ((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        if ((0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === 'ENOTDIR') {
            throw new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('invalid-input', `files has a pattern that goes on below something that is no directory: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, { input: 'files', hint: 'Check the patterns against what is in the directory.', cause: error });
        }
        throw new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('invalid-source', `files cannot be matched, since something cannot be read: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
            input: 'files',
            hint: 'Make everything in the directory readable for this user, rename what has no UTF-8 name, or leave files out.',
            cause: error,
        });
    }
    return (relativePath) => selected.has(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, relativePath));
}
const NEGATIONS = /^(?:!\s*)*/;
const negationsOf = (pattern) => NEGATIONS.exec(pattern)?.[0] ?? '';
const isNegative = (pattern) => negationsOf(pattern).replaceAll(/\s/g, '').length % 2 === 1;
function unpatternable(directory) {
    return new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('invalid-input', `files cannot be used with a directory whose path holds a line break: ${JSON.stringify(directory)}`, { input: 'files', hint: 'Rename the directory, or leave files out to publish everything.' });
}
function rootPattern(directory, pattern) {
    const negation = isNegative(pattern) ? '!' : '';
    const relative = pattern.slice(negationsOf(pattern).length).replace(/^(?:\.\/)+/, '');
    const refuse = (expected) => new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GobblerError */ .CE('invalid-input', `files should hold patterns ${expected}, but one is ${JSON.stringify(pattern)}`, {
        input: 'files',
        hint: 'Write patterns like data/**/*.csv, relative to directory.',
    });
    if (relative === '' || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative) || /^~(\/|$)/.test(relative))
        throw refuse('relative to directory');
    if (relative.split('/').some((segment) => segment === '..' || segment === '.'))
        throw refuse("without '.' and '..'");
    return `${negation}${escapeGlob(directory)}/${relative}`;
}
/** The directory itself is meant letter by letter, whatever its name. */
function escapeGlob(directory) {
    return directory.replaceAll('\\', '\\\\').replace(/\[(?=[^/]+\])|[?*]/g, (character) => `[${character}]`);
}


/***/ }),

/***/ 5135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IH: () => (/* binding */ actingFor),
  m6: () => (/* binding */ connectTo),
  jU: () => (/* binding */ requestInputs),
  r7: () => (/* binding */ serviceInputs),
  bc: () => (/* binding */ spoofableInputs),
  B2: () => (/* binding */ submitting)
});

// EXTERNAL MODULE: ./build/client/connection.js
var connection = __webpack_require__(2656);
// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(8486);
// EXTERNAL MODULE: ./build/client/index.js + 52 modules
var client = __webpack_require__(3360);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(1012);
;// CONCATENATED MODULE: ./build/verbs/given-directories.js




const MOST_PROJECTS_LOOKED_FOR = 100;
const MOST_PROJECTS_NAMED = 3;
/**
 * Refuses a registry that the inputs name, if nothing is in it of what the service has: it may be that of another
 * service, or the mount point of one that is not mounted. A few projects are not missed, since network filesystems show
 * old states. Code `registry-unavailable`.
 */
async function requireOwnRegistry(connection, signal) {
    const { registry, url } = connection;
    const projects = await (0,client/* listProjects */.hF)(connection, { forceRemote: true, signal });
    for (const project of projects.slice(0, MOST_PROJECTS_LOOKED_FOR)) {
        if (await isDirectory(external_node_path_.join(registry, project)))
            return;
    }
    if (projects.length === 0)
        return;
    const named = projects.slice(0, MOST_PROJECTS_NAMED).join(', ');
    const more = projects.length > MOST_PROJECTS_NAMED ? ', …' : '';
    throw new client/* GobblerError */.CE('registry-unavailable', `registry should show what the service at ${url} has, but ${registry} shows nothing of its ` +
        `${(0,figures/* formatNumberOf */.Of)(projects.length, 'project')} (${named}${more})`, {
        input: 'registry',
        hint: 'Give the directory where this runner sees the registry of this service, or leave it out.',
    });
}
/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }) {
    if (await isDirectory(staging))
        return;
    throw new client/* GobblerError */.CE('staging-unavailable', `staging should be a directory here, but ${staging} is not`, {
        input: 'staging',
        hint: 'Give the directory where this runner sees the staging directory of the service, or leave it out.',
    });
}
async function isDirectory(candidate) {
    try {
        return (await external_node_fs_.promises.stat(candidate)).isDirectory();
    }
    catch {
        return false; // whatever the reason, it cannot be used from here
    }
}

// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(1484);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(6511);
;// CONCATENATED MODULE: ./build/verbs/service-inputs.js






/** Where the service is, for every action that talks to one. */
const serviceInputs = {
    // Read before anything is said about it: what looks like a password in it is refused, and never logged.
    url: { ...(0,inputs/* requiredText */.$4)({ fallback: () => process.env.GOBBLER_URL }), parse: connection/* normaliseUrl */.CZ },
    staging: (0,inputs/* optionalPath */.s2)(),
    registry: (0,inputs/* optionalPath */.s2)(),
};
/** What every action that asks the service to change something takes besides. */
const requestInputs = {
    'timeout-minutes': (0,inputs/* minutes */.Gx)(0),
    'lock-wait-minutes': (0,inputs/* minutes */.Gx)(30),
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
/** As {@link requestInputs}, for requests that can be made for somebody else. */
const spoofableInputs = { spoof: (0,inputs/* text */.Qq)(), ...requestInputs };
/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
async function connectTo({ url, staging, registry }, signal) {
    const connection = await (0,client/* connect */.Ng)(url, { staging, registry, signal });
    if (staging !== undefined)
        await requireStagingHere(connection);
    if (registry !== undefined)
        await requireOwnRegistry(connection, signal);
    return connection;
}
/** How requests are made: for how long, and what is said meanwhile. */
function submitting(given, signal) {
    return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: log/* line */.n8 };
}
/** For whom to act. Acting for oneself needs no leave, and the service may not give it: it is left out. */
function actingFor({ spoof }) {
    return spoof === undefined || spoof === (0,identity/* currentUser */.N)() ? {} : { spoof };
}


/***/ }),

/***/ 5951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stepToPaste)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4290);

const OURS = 'gobbler-action/gobbler-action';
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;
/** What YAML would not take for text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** A workflow step as Markdown, for copying: the action of that name, from where this one runs. */
function stepToPaste(action, inputs) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    const from = repository ? `${repository}/${action}@${ref || 'main'}` : `${OURS}/${action}@main`;
    const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
    return ['```yaml', `- uses: ${yamlText(from)}`, '  with:', ...values, '```'].join('\n');
}
/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value) {
    if (PLAIN.test(value) && !WORDS.test(value))
        return value;
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessText */ .fT)(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}


/***/ }),

/***/ 6029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  upload: () => (/* binding */ upload)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/client/index.js + 52 modules
var client = __webpack_require__(3360);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(2671);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(7445);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/verbs/arrivals.js




/** A version is walked through this often, and no longer than that. */
const LOOK_EVERY_MS = 10_000;
const LONGEST_LOOK_MS = 2_000;
/** Counts, now and then, the files that a service has put into the directory of a version. */
class Arrivals {
    #directory;
    #latest;
    #look;
    #lookedAt = Number.NEGATIVE_INFINITY;
    constructor(directory) {
        this.#directory = directory;
    }
    /**
     * What has arrived, by the last look or by a fresh one; undefined while there is nothing to be seen. Never throws, and
     * does not wait for a filesystem that hangs.
     */
    async latest() {
        if (performance.now() - this.#lookedAt > LOOK_EVERY_MS)
            this.#look ??= this.#lookNow();
        await Promise.race([this.#look, (0,promises_.setTimeout)(LONGEST_LOOK_MS, undefined, { ref: false })]);
        return this.#latest;
    }
    async #lookNow() {
        this.#latest = await countFiles(this.#directory, LONGEST_LOOK_MS);
        this.#lookedAt = performance.now();
        this.#look = undefined;
    }
}
/** Counts the files below a directory, for so long at most; undefined if it cannot be read. */
async function countFiles(directory, limitMs) {
    const giveUpAt = performance.now() + limitMs;
    const open = [directory];
    let files = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (performance.now() > giveUpAt)
            return { files, isAll: false };
        // It may not be there yet, or not any more; or this machine sees an old state of it.
        const entries = await external_node_fs_.promises.readdir(next, { withFileTypes: true }).catch(() => undefined);
        if (entries === undefined && next === directory)
            return undefined;
        for (const entry of entries ?? []) {
            if (entry.isDirectory())
                open.push(external_node_path_.join(next, entry.name));
            else if (!(0,names/* isInternalName */.Bn)(entry.name))
                files++;
        }
    }
    return { files, isAll: true };
}

// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(4290);
// EXTERNAL MODULE: ./build/verbs/host.js
var host = __webpack_require__(3115);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(6511);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(1012);
// EXTERNAL MODULE: ./build/verbs/pace.js
var pace = __webpack_require__(4422);
;// CONCATENATED MODULE: ./build/verbs/progress.js




const DOING = {
    scan: 'Scanning the directory',
    check: 'Checking names, rights and links',
    hash: 'Comparing with what is published',
    stage: 'Staging',
    publish: 'The service is publishing',
    confirm: 'Reading back what was published',
    clean: 'Cleaning up',
};
/** What is said of a finished stage, around the amount of work it was. */
const DONE = {
    scan: ['Scanned', ''],
    hash: ['Compared', ' with what is published'],
    stage: ['Staged', ''],
    publish: ['Published by the service', ''],
    confirm: ['Confirmed that the registry holds what was sent', ''],
};
/** Stages shorter than this are not worth a line, unless they say something else. */
const SHORT_MS = 1_000;
/**
 * Tells in the log where an upload stands: a line when a stage is over, and one every few seconds while it lasts.
 * Call {@link stop} in the end.
 */
class UploadProgress {
    #stage;
    #since = 0;
    #saidAt = 0;
    #latest;
    #arrivals;
    #ticker = setInterval(() => void this.#tick(), pace/* TICK_MS */.b);
    /** `arrivals` counts what the service has published so far, where that can be seen. */
    constructor(arrivals) {
        this.#arrivals = arrivals;
    }
    handle(event) {
        if (event.kind === 'notice')
            (0,log/* line */.n8)(event.sentence);
        else if (event.kind === 'progress')
            this.#advance(event);
        else if (event.kind === 'stage')
            this.#begin(event.stage);
        else if (event.kind === 'done')
            this.#finish(event.stage, event.spentMs);
    }
    /** Ends the ticking. */
    stop() {
        clearInterval(this.#ticker);
        (0,host/* host */.H)().progress?.(undefined);
        this.#stage = undefined;
    }
    #advance(event) {
        this.#latest = event;
        const { files, totalFiles, bytes = 0, totalBytes = 0 } = event;
        if (totalFiles === undefined)
            return;
        const [done, total] = totalBytes > 0 ? [bytes, totalBytes] : [files, totalFiles];
        const detail = standing(event, performance.now() - this.#since).join(', ');
        (0,host/* host */.H)().progress?.({ doing: DOING[event.stage], done, total, detail });
    }
    #begin(stage) {
        this.#stage = stage;
        this.#since = performance.now();
        this.#saidAt = this.#since;
        this.#latest = undefined;
    }
    #finish(stage, spentMs) {
        (0,host/* host */.H)().progress?.(undefined);
        const said = DONE[stage] ?? (spentMs > SHORT_MS ? [`${DOING[stage]}: done`, ''] : undefined);
        if (said !== undefined)
            (0,log/* line */.n8)(`${said[0]}${this.#amount()}${said[1]} in ${(0,figures/* formatDuration */.a3)(spentMs)}`);
        this.#stage = undefined;
    }
    #amount() {
        if (this.#latest === undefined)
            return '';
        const { files, bytes } = this.#latest;
        const noun = this.#stage === 'scan' ? (0,figures/* formatNumberOf */.Of)(files, 'entry', 'entries') : (0,figures/* formatNumberOf */.Of)(files, 'file');
        return bytes === undefined ? ` ${noun}` : ` ${noun} (${(0,figures/* formatBytes */.z3)(bytes)})`;
    }
    async #tick() {
        const stage = this.#stage;
        if ((0,host/* host */.H)().progress !== undefined && this.#latest?.totalFiles !== undefined)
            return;
        const now = performance.now();
        if (!(0,pace/* isLineDue */.r)({ workedMs: now - this.#since, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const arrived = stage === 'publish' ? await this.#arrivals?.latest() : undefined;
        if (stage === undefined || stage !== this.#stage)
            return;
        const spentMs = performance.now() - this.#since;
        const parts = [`${DOING[stage]} for ${(0,figures/* formatDuration */.a3)(spentMs)}`];
        if (stage === 'publish') {
            parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
        }
        if (arrived !== undefined)
            parts.push(arrivedText(arrived));
        if (this.#latest !== undefined)
            parts.push(...standing(this.#latest, spentMs));
        (0,log/* line */.n8)(`${parts.join(', ')} …`);
    }
}
function arrivedText({ files, isAll }) {
    return `${isAll ? '' : 'more than '}${(0,figures/* formatNumberOf */.Of)(files, 'file')} arrived`;
}
function standing(event, spentMs) {
    const { files, totalFiles, bytes, totalBytes } = event;
    if (totalFiles === undefined || bytes === undefined || totalBytes === undefined) {
        return [`${(0,figures/* formatNumberOf */.Of)(files, 'entry', 'entries')} so far`];
    }
    const done = totalBytes > 0 ? bytes / totalBytes : files / totalFiles;
    const parts = [
        `${(0,figures/* formatCount */.B4)(files)} of ${(0,figures/* formatNumberOf */.Of)(totalFiles, 'file')}`,
        `${(0,figures/* formatBytes */.z3)(bytes)} of ${(0,figures/* formatBytes */.z3)(totalBytes)}`,
        `${(0,figures/* formatBytes */.z3)((bytes / spentMs) * 1000)}/s`,
    ];
    if (done > 0.01)
        parts.push(`about ${(0,figures/* formatDuration */.a3)((spentMs / done) * (1 - done))} left`);
    return parts;
}

// EXTERNAL MODULE: ./build/verbs/selection.js
var selection = __webpack_require__(9131);
// EXTERNAL MODULE: ./build/verbs/service-inputs.js + 1 modules
var service_inputs = __webpack_require__(5135);
// EXTERNAL MODULE: ./build/verbs/summary.js
var verbs_summary = __webpack_require__(8641);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2546);
;// CONCATENATED MODULE: ./build/verbs/upload-files.js







/** A fresh folder for files that later steps read. */
function outputFolder() {
    return external_node_fs_.promises.mkdtemp(external_node_path_.join(process.env.RUNNER_TEMP || external_node_os_.tmpdir(), 'gobbler-'));
}
/** Writes how a version differs from the one before as JSON, for later steps; returns the file. */
async function writeDifference({ version, difference, }) {
    const file = external_node_path_.join(await outputFolder(), 'difference.json');
    await external_node_fs_.promises.writeFile(file, `${JSON.stringify({ previous: version, ...difference }, null, 2)}\n`);
    return file;
}
/** Refuses a file that could not be written when it is time. Makes nothing. Code `destination-unavailable`. */
async function requireWritableChecksums(file) {
    try {
        const existing = await nearestExisting(file);
        const isThere = existing === file;
        const stats = await external_node_fs_.promises.stat(existing);
        if (isThere && stats.isDirectory())
            throw new Error(`${file} is a directory`);
        if (!isThere && !stats.isDirectory())
            throw new Error(`${existing} is no directory`);
        await external_node_fs_.promises.access(existing, external_node_fs_.promises.constants.W_OK);
    }
    catch (error) {
        throw unwritableChecksums('cannot be written', 'Nothing was uploaded.', error);
    }
}
async function nearestExisting(file) {
    try {
        await external_node_fs_.promises.stat(file);
        return file;
    }
    catch (error) {
        const parent = external_node_path_.dirname(file);
        if (!['ENOENT', 'ENOTDIR'].includes((0,errors/* errnoOf */.UQ)(error) ?? '') || parent === file)
            throw error;
        return nearestExisting(parent);
    }
}
/**
 * Writes sha256 sums of all files of a manifest, read below `root`, in the format of `sha256sum`. Code
 * `destination-unavailable`.
 */
async function writeChecksums(file, root, manifest, signal) {
    try {
        const lines = [];
        for (const [key, { md5sum }] of manifest) {
            if (md5sum === '')
                continue;
            const hash = (0,external_node_crypto_.createHash)('sha256');
            await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(external_node_path_.join(root, key)), hash, { signal });
            lines.push(`${sumLine(hash.digest('hex'), key)}\n`);
        }
        await external_node_fs_.promises.mkdir(external_node_path_.dirname(file), { recursive: true });
        await external_node_fs_.promises.writeFile(file, lines.join(''));
    }
    catch (error) {
        signal.throwIfAborted();
        throw unwritableChecksums('could not be written', 'The version itself is published.', error);
    }
}
function unwritableChecksums(what, state, cause) {
    return new client/* GobblerError */.CE('destination-unavailable', `checksums-file ${what}: ${(0,errors/* messageOf */.bD)(cause)}`, {
        input: 'checksums-file',
        hint: `Check the path and the rights of this user. ${state}`,
        cause,
    });
}
/** As sha256sum does it: names with a backslash or a line break are escaped, and their line begins with a backslash. */
function sumLine(sum, name) {
    const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === name ? '' : '\\'}${sum}  ${escaped}`;
}

// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(1484);
;// CONCATENATED MODULE: ./build/verbs/upload-inputs.js


const uploadInputs = {
    project: (0,inputs/* requiredText */.$4)(),
    asset: (0,inputs/* requiredText */.$4)(),
    version: (0,inputs/* requiredText */.$4)(),
    directory: (0,inputs/* directoryPath */.dh)(),
    ...service_inputs/* serviceInputs */.r7,
    spoof: (0,inputs/* text */.Qq)(),
    files: (0,inputs/* lines */.Mn)('**'),
    'include-hidden-files': (0,inputs/* flag */.Jt)(false),
    'if-no-files-found': (0,inputs/* choice */.Yq)(['error', 'warn', 'ignore'], 'error'),
    symlinks: (0,inputs/* choice */.Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    probation: (0,inputs/* flag */.Jt)(false),
    'if-probational': (0,inputs/* choice */.Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,inputs/* choice */.Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,inputs/* choice */.Yq)(['latest', 'all', 'off'], 'latest'),
    consume: (0,inputs/* flag */.Jt)(false),
    verify: (0,inputs/* choice */.Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    'hash-cache': (0,inputs/* flag */.Jt)(true),
    concurrency: (0,inputs/* integerOrAuto */.NJ)({ from: 1, to: 1024 }),
    'checksums-file': (0,inputs/* optionalPath */.s2)(),
    'dry-run': (0,inputs/* flag */.Jt)(false),
    'timeout-minutes': (0,inputs/* minutes */.Gx)(0),
    'lock-wait-minutes': (0,inputs/* minutes */.Gx)(30),
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
const uploadOutputs = [
    'version-path',
    'manifest',
    'manifest-path',
    'manifest-truncated',
    'manifest-digest',
    'status',
    'created',
    'probational',
    'files-count',
    'size-bytes',
    'copied-bytes',
    'linked-bytes',
    'previous-version',
    'files-added',
    'files-changed',
    'files-removed',
    'diff-path',
    'version-url',
];

// EXTERNAL MODULE: ./build/verbs/maintainers.js
var verbs_maintainers = __webpack_require__(8066);
// EXTERNAL MODULE: ./build/verbs/manifest-output.js
var manifest_output = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/verbs/paths-list.js
var paths_list = __webpack_require__(8982);
// EXTERNAL MODULE: ./build/verbs/step-to-paste.js
var step_to_paste = __webpack_require__(5951);
;// CONCATENATED MODULE: ./build/verbs/upload-summary.js







const MOST_PATHS = 10;
const HEADINGS = {
    created: 'published',
    verified: 'was there already, with the same content',
    skipped: 'was there already, and left as it is',
};
/** One screen about a published version: its state and what to do next, what and where, and where the time went. */
function uploadMarkdown(result, facts) {
    const { ref, summary, previous, status } = result;
    const icon = summary.onProbation ? '🟡' : '✅';
    const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
    const rows = [
        ['Content', (0,figures/* amountText */.cY)({ files: result.filesCount, bytes: result.sizeBytes })],
        ...(previous === undefined ? [] : [differenceRow(previous)]),
        ['Path', pathCell(result)],
        ['URL', (0,harmless/* harmlessLink */.YM)(result.versionUrl)],
        [
            'Uploaded',
            `by ${(0,harmless/* harmlessCode */.tt)(summary.uploadUserId)}, finished ${(0,harmless/* harmlessMarkup */.km)(summary.uploadFinish)}`,
        ],
        ['Manifest digest', `<code>${facts.digest}</code>`],
        ...(status === 'created' ? movedRows(result) : []),
        ...leftOutRows(result),
        ['Time', stageTimes(result)],
    ];
    return [
        `### ${icon} ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} ${state}`,
        ...(summary.onProbation ? [probationMarkdown(facts)] : []),
        (0,verbs_summary/* factTable */.Bu)(rows),
        ...(previous === undefined ? [] : differenceDetails(previous.difference)),
        ...(summary.onProbation ? [approvalMarkdown(result, facts)] : []),
    ];
}
/** What an upload would do. */
function planMarkdown(result) {
    const rows = [['To move', placementCell(result)], ...leftOutRows(result)];
    return [`### ⚪ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(result.ref))} could be published (dry run)`, (0,verbs_summary/* factTable */.Bu)(rows)];
}
function pathCell({ versionPath, visible }) {
    return visible ? (0,harmless/* harmlessCode */.tt)(versionPath) : 'not visible on this runner';
}
function movedRows(result) {
    const { linkedBytes } = result;
    const links = linkedBytes > 0 ? [['Links in the registry', `${(0,figures/* formatBytes */.z3)(linkedBytes)} of it`]] : [];
    return [['Moved', placementCell(result)], ...links];
}
/** How the bytes got, or would get, to the service; what has none of them is left out. */
function placementCell({ placements: { unchanged, hardLinked, copied } }) {
    const ways = [
        [copied, 'copied to staging'],
        [hardLinked, 'read by the service in place'],
        [unchanged, 'unchanged, linked to earlier versions'],
    ];
    const used = ways.filter(([{ files }]) => files > 0);
    return used.map(([amount, how]) => `${(0,figures/* amountText */.cY)(amount)} ${how}`).join('<br>') || 'nothing';
}
function leftOutRows({ leftOut: { hidden, unselected } }) {
    const parts = [
        ...(hidden > 0 ? [`${(0,figures/* formatCount */.B4)(hidden)} hidden`] : []),
        ...(unselected > 0 ? [`${(0,figures/* formatCount */.B4)(unselected)} not selected`] : []),
    ];
    return parts.length === 0 ? [] : [['Left out', parts.join(', ')]];
}
function stageTimes({ stageMs }) {
    const spent = client/* UPLOAD_STAGES */.QC.filter((stage) => stageMs[stage] > 0);
    return spent.map((stage) => `${stage} ${(0,figures/* formatDuration */.a3)(stageMs[stage])}`).join(', ');
}
function differenceRow({ version, difference }) {
    return [`Against ${(0,harmless/* harmlessCode */.tt)(version)}`, (0,paths_list/* differenceCounts */.Uc)(difference)];
}
/** The first paths that differ, folded; nothing if none does. */
function differenceDetails({ added, changed, removed }) {
    const marked = [
        ...changed.map((path) => `changed ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
        ...added.map((path) => `added ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
        ...removed.map((path) => `removed ${(0,harmless/* harmlessCode */.tt)((0,paths_list/* shortened */.vI)(path))}`),
    ];
    if (marked.length === 0)
        return [];
    const list = (0,verbs_summary/* bulletList */.fF)(marked, MOST_PATHS);
    return [`<details><summary>What has changed</summary>\n\n${list}\n\n</details>`];
}
/** What its state means, and whose turn it is. */
function probationMarkdown({ maintainers }) {
    return `It is not the latest version until it is approved; a rejection removes it. That is up to ${(0,harmless/* harmlessMarkup */.km)(maintainers)}.`;
}
function approvalMarkdown({ ref: { project, asset, version } }, facts) {
    const step = { url: facts.url, project, asset, version, 'manifest-digest': facts.digest };
    return `To approve exactly this content, run this step as one of them:\n\n${(0,step_to_paste/* stepToPaste */.$)('approve', step)}`;
}

;// CONCATENATED MODULE: ./build/verbs/upload-report.js










/** Tells what an upload would do. */
async function reportPlan({ inputs: given, setOutput }, result) {
    const { unchanged, hardLinked, copied } = result.placements;
    (0,log/* line */.n8)(`Nothing was uploaded (dry-run). To publish ${(0,names/* formatRef */.rq)(given)}:`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(unchanged)} would be linked to earlier versions`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(hardLinked)} would be read by the service where they are`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(copied)} would be copied to staging`);
    setOutput('copied-bytes', copied.bytes);
    setOutput('version-path', result.versionPath);
    setOutput('version-url', result.versionUrl);
    await (0,verbs_summary/* writeSummary */.Sy)(...planMarkdown(result));
}
/** Hands a version on to later steps and to people. Code `on-probation` if it is, and the inputs say that this is a failure. */
async function reportVersion(connection, context, result) {
    const { inputs: given, setOutput, signal } = context;
    const { ref, summary, previous } = result;
    const described = await (0,manifest_output/* manifestOutputs */.A)(connection, ref, result.manifest);
    for (const name of ['manifest', 'manifest-path', 'manifest-truncated', 'manifest-digest']) {
        setOutput(name, described[name]);
    }
    setOutput('version-path', result.versionPath);
    setOutput('version-url', result.versionUrl);
    setOutput('probational', summary.onProbation);
    setOutput('files-count', result.filesCount);
    setOutput('size-bytes', result.sizeBytes);
    setOutput('copied-bytes', result.placements.copied.bytes);
    setOutput('linked-bytes', result.linkedBytes);
    if (previous !== undefined) {
        const { added, changed, removed } = previous.difference;
        setOutput('previous-version', previous.version);
        setOutput('files-added', added.length);
        setOutput('files-changed', changed.length);
        setOutput('files-removed', removed.length);
        setOutput('diff-path', await writeDifference(previous));
        (0,log/* line */.n8)(`Against ${JSON.stringify(previous.version)}: ${(0,paths_list/* differenceCounts */.Uc)(previous.difference)}`);
    }
    const checksumsFile = given['checksums-file'];
    if (checksumsFile !== undefined) {
        const root = result.visible ? result.versionPath : given.directory;
        await writeChecksums(checksumsFile, root, result.manifest, signal);
    }
    if (described['manifest-truncated'])
        (0,log/* line */.n8)('The manifest is too long for the output manifest: use manifest-path');
    if (!result.visible)
        (0,log/* line */.n8)(`${result.versionPath} cannot be read on this runner: use version-url`);
    const content = `${(0,figures/* formatNumberOf */.Of)(result.filesCount, 'file')}, ${(0,figures/* formatBytes */.z3)(result.sizeBytes)}`;
    const linked = result.linkedBytes > 0 ? `, of which ${(0,figures/* formatBytes */.z3)(result.linkedBytes)} are links` : '';
    const state = summary.onProbation ? ', on probation' : '';
    (0,log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} ${SAID[result.status]}: ${content}${linked}${state}`);
    (0,log/* line */.n8)(`  at ${result.versionPath}`);
    const maintainers = await (0,verbs_maintainers/* maintainersOf */.d)(connection, ref.project, signal);
    if (summary.onProbation)
        (0,log/* line */.n8)(`  to be approved by ${maintainers}`);
    const review = { url: connection.url, digest: described['manifest-digest'], maintainers };
    await (0,verbs_summary/* writeSummary */.Sy)(...uploadMarkdown(result, review));
    if (result.status === 'created' && summary.onProbation && !given.probation)
        refuseProbation(context, result);
}
const SAID = {
    created: 'is published',
    verified: 'is there already, with the same content',
    skipped: 'is there already, and left as it is',
};
function refuseProbation({ inputs: given }, { ref, summary }) {
    const policy = given['if-probational'];
    const sentence = `${(0,names/* formatRef */.rq)(ref)} was published, but on probation, because ${JSON.stringify(summary.uploadUserId)} is not a trusted uploader`;
    const hint = 'It is not the latest version until an owner of the project approves it. Set probation: true if that is intended.';
    if (policy === 'error')
        throw new client/* GobblerError */.CE('on-probation', sentence, { hint, input: 'if-probational' });
    if (policy === 'warn')
        (0,log/* annotateWarning */.tf)({ title: 'On probation', sentences: [sentence], hint, input: 'if-probational' });
}
/** What was left out, and why, as the title of a list. */
function leftOutTitle({ hidden, unselected, examples }) {
    const reasons = [
        ...(hidden > 0
            ? [`${(0,figures/* formatNumberOf */.Of)(hidden, 'hidden entry', 'hidden entries')} (see include-hidden-files)`]
            : []),
        ...(unselected > 0 ? [`${(0,figures/* formatNumberOf */.Of)(unselected, 'entry', 'entries')} not selected (see files)`] : []),
    ];
    const first = hidden + unselected > examples.length ? `, the first ${examples.length}` : '';
    return `Left out: ${reasons.join(', ')}${first}`;
}

// EXTERNAL MODULE: ./build/verbs/verb.js + 1 modules
var verb = __webpack_require__(8951);
;// CONCATENATED MODULE: ./build/verbs/upload.js

















/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;
/** The root action: publishes a directory as a new version. */
const upload = (0,verb/* defineVerb */.P)({
    name: 'upload',
    inputs: uploadInputs,
    outputs: uploadOutputs,
    failed: (given, error) => error instanceof client/* GobblerError */.CE && error.code === 'connection-lost'
        ? `it is not known whether ${(0,names/* formatRef */.rq)(given)} was published`
        : `${(0,names/* formatRef */.rq)(given)} was not published`,
    unanswered: { created: 'false' },
    run,
    post,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,log/* line */.n8)(`Publishing ${given.directory} as ${(0,names/* formatRef */.rq)(given)} at ${given.url}`);
    const select = await (0,selection/* selection */.r)(given.directory, given.files, {
        includeHidden: given['include-hidden-files'],
        followLinks: given.symlinks === 'dereference',
        signal,
    });
    const connection = await (0,service_inputs/* connectTo */.m6)(given, signal);
    (0,host/* host */.H)().keep(STATE_STAGING, connection.staging);
    await sweep(connection.staging);
    await requireChecksumsPossible(connection, context);
    const result = await uploadOrSkip(connection, context, select);
    setOutput('status', result?.status ?? 'skipped');
    if (result?.status !== 'created')
        setOutput('created', false);
    if (result === undefined)
        return;
    if (result.leftOut.hidden + result.leftOut.unselected > 0) {
        (0,log/* group */.Os)(leftOutTitle(result.leftOut), result.leftOut.examples);
    }
    if (result.status === 'planned')
        await reportPlan(context, result);
    else
        await reportVersion(connection, context, result);
}
/** Later it would be too late: the version is published, and there may be nothing left to compute them from. */
async function requireChecksumsPossible({ registryVisible }, { inputs: given }) {
    if (given['checksums-file'] === undefined)
        return;
    await requireWritableChecksums(given['checksums-file']);
    if (registryVisible || !given.consume)
        return;
    throw new client/* GobblerError */.CE('invalid-input', 'checksums-file cannot be combined with consume, unless the registry is visible here', {
        input: 'checksums-file',
        hint: 'Leave one of the two out, or mount the registry on this runner.',
    });
}
/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(connection, { inputs: given, setOutput, signal }, select) {
    const directory = external_node_path_.join(connection.registry, (0,layout/* refPath */.NA)(given));
    const progress = new UploadProgress(connection.registryVisible ? new Arrivals(directory) : undefined);
    try {
        return await (0,client/* uploadDirectory */.zA)(connection, {
            project: given.project,
            asset: given.asset,
            version: given.version,
            directory: given.directory,
            symlinks: given.symlinks,
            includeHidden: given['include-hidden-files'],
            select,
            probation: given.probation,
            refuseProbation: given['if-probational'] === 'error',
            ifExists: given['if-exists'],
            deduplicate: given.deduplicate,
            consume: given.consume,
            verify: given.verify,
            hashCache: given['hash-cache'] ? hashCacheFolder() : undefined,
            concurrency: given.concurrency,
            dryRun: given['dry-run'],
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                if (event.kind === 'run')
                    (0,host/* host */.H)().keep(STATE_RUN, event.run);
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish')
                    setOutput('created', true);
                progress.handle(event);
            },
        });
    }
    catch (error) {
        const onlyEmpty = error instanceof client/* UploadRefused */.gH && error.groups.every((group) => group.kind === 'no-files');
        if (!onlyEmpty || given['if-no-files-found'] === 'error')
            throw error;
        const sentences = [`${error.message}. Nothing was uploaded.`];
        await (0,verbs_summary/* writeSummary */.Sy)(`### ⚪ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(given))} was not published: no files found`);
        if (given['if-no-files-found'] === 'ignore')
            (0,log/* line */.n8)(sentences.join());
        else
            (0,log/* annotateWarning */.tf)({ title: 'No files found', sentences, hint: error.hint, input: 'directory' });
        return undefined;
    }
    finally {
        progress.stop();
    }
}
/** On a persistent runner the tool cache survives from job to job; elsewhere the user's cache folder does. */
function hashCacheFolder() {
    const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME } = process.env;
    return external_node_path_.join(RUNNER_TOOL_CACHE || XDG_CACHE_HOME || external_node_path_.join(external_node_os_.homedir(), '.cache'), 'gobbler-action');
}
/** Removes what a killed run left in staging, and what older ones of this user did. */
async function post() {
    const staging = (0,host/* host */.H)().recall(STATE_STAGING);
    const ended = (0,host/* host */.H)().recall(STATE_RUN);
    if (staging !== '')
        await sweep(staging, ended === '' ? [] : [ended]);
}
async function sweep(staging, runs = []) {
    const { removed, failures } = await (0,client/* sweepStaging */.ii)(staging, { runs, olderThanMs: STALE_MS });
    for (const name of removed)
        (0,log/* line */.n8)(`Removed ${name}, left in staging by a run that was killed`);
    if (failures.length > 0)
        (0,log/* annotateWarning */.tf)({ title: 'Leftovers in staging', sentences: failures });
}


/***/ })

};
