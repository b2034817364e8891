"use strict";
exports.id = 288;
exports.ids = [288,848];
exports.modules = {

/***/ 2377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 8698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ Arrivals)
/* harmony export */ });
/* unused harmony export countFiles */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);




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
        await Promise.race([this.#look, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(LONGEST_LOOK_MS, undefined, { ref: false })]);
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
        const entries = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readdir(next, { withFileTypes: true }).catch(() => undefined);
        if (entries === undefined && next === directory)
            return undefined;
        for (const entry of entries ?? []) {
            if (entry.isDirectory())
                open.push(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(next, entry.name));
            else if (!(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .isInternalName */ .Bn)(entry.name))
                files++;
        }
    }
    return { files, isAll: true };
}


/***/ }),

/***/ 8807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 1406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 3368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ atMostLines),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8807);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(851);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1406);



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

/***/ 8827:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bc: () => (/* binding */ spoofableInputs),
/* harmony export */   jU: () => (/* binding */ requestInputs),
/* harmony export */   r7: () => (/* binding */ serviceInputs)
/* harmony export */ });
/* harmony import */ var _client_service_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4572);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8441);


/** Where the service is, for every action that talks to one. */
const serviceInputs = {
    // Read before anything is said about it: what looks like a password in it is refused, and never logged.
    url: { ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredText */ .$4)({ variable: 'GOBBLER_URL' }), parse: _client_service_url_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseUrl */ .C },
    staging: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)(),
    registry: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPath */ .s2)(),
};
/** What every action that asks the service to change something takes besides. */
const requestInputs = {
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(0),
    'lock-wait-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(30),
    'show-summary': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(true),
};
/** As {@link requestInputs}, for requests that can be made for somebody else. */
const spoofableInputs = { spoof: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), ...requestInputs };


/***/ }),

/***/ 8848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   submit: () => (/* binding */ submit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3103);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6820);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _arrivals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8698);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8807);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8441);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3368);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5067);
/* harmony import */ var _service_connection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1974);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8827);
/* harmony import */ var _staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4506);
/* harmony import */ var _upload_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2747);
/* harmony import */ var _upload_report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1081);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5354);















const inputs = {
    area: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .requiredText */ .$4)(),
    legs: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .lines */ .Mn)(''),
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .serviceInputs */ .r7,
    probation: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)(false),
    'if-probational': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['latest', 'all', 'off'], 'latest'),
    verify: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    concurrency: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .integerOrAuto */ .NJ)({ from: 1, to: 1024 }),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .spoofableInputs */ .bc,
};
const outputs = [..._upload_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .uploadOutputs */ .g, 'legs-count'];
/** Publishes what the legs of an area have brought, as one version. */
const submit = (0,_verb_js__WEBPACK_IMPORTED_MODULE_12__/* .defineVerb */ .P)({
    name: 'submit',
    inputs,
    outputs,
    failed: ({ area }, error) => error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE && error.code === 'connection-lost'
        ? `it is not known whether ${area} was published`
        : `${area} was not published`,
    unanswered: { created: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .line */ .n8)(`Submitting ${given.area} at ${given.url}`);
    const connection = await (0,_service_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .connectTo */ .m6)(given, signal);
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__/* .sweepLeftovers */ .Z)(connection.staging);
    const { project, asset, version } = given;
    const { ref } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .openArea */ .GO)(connection, given.area, { project, asset, version });
    await (0,_staging_sweep_js__WEBPACK_IMPORTED_MODULE_9__/* .sweepAbandoned */ .L)(connection);
    const { result, created } = await publish(connection, context, ref);
    setOutput('status', result.status);
    if (!created)
        setOutput('created', false);
    setOutput('legs-count', result.legs.length);
    (0,_log_js__WEBPACK_IMPORTED_MODULE_13__/* .group */ .Os)(`${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} consists of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_14__/* .formatNumberOf */ .Of)(result.legs.length, 'leg')}`, result.legs);
    const report = { ...given, directory: result.versionPath, 'checksums-file': undefined };
    await (0,_upload_report_js__WEBPACK_IMPORTED_MODULE_11__/* .reportVersion */ .fV)(connection, { inputs: report, setOutput, signal }, result);
}
async function publish(connection, { inputs: given, setOutput, signal }, ref) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_0___default().join(connection.registry, (0,_protocol_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .refPath */ .NA)(ref));
    const progress = new _progress_js__WEBPACK_IMPORTED_MODULE_6__/* .UploadProgress */ .T({
        arrivals: connection.registryVisible ? new _arrivals_js__WEBPACK_IMPORTED_MODULE_4__/* .Arrivals */ .V(directory) : undefined,
        verifies: given.verify !== 'off',
    });
    let created = false;
    try {
        const result = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .submitArea */ .Yp)(connection, given.area, {
            ref,
            ...(given.legs.length > 0 && { legs: given.legs }),
            probation: given.probation,
            refuseProbation: given['if-probational'] === 'error',
            ifExists: given['if-exists'],
            deduplicate: given.deduplicate,
            verify: given.verify,
            concurrency: given.concurrency,
            spoof: given.spoof,
            lockPatienceMs: given['lock-wait-minutes'],
            signal,
            onEvent: (event) => {
                // Whatever fails from here on, the version is there.
                if (event.kind === 'done' && event.stage === 'publish') {
                    created = true;
                    setOutput('created', true);
                }
                progress.handle(event);
            },
        });
        return { result, created };
    }
    finally {
        progress.stop(signal);
    }
}


/***/ }),

/***/ 2747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ uploadInputs),
/* harmony export */   g: () => (/* binding */ uploadOutputs)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8441);
/* harmony import */ var _service_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8827);


const uploadInputs = {
    project: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    asset: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    version: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)(),
    directory: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .directoryPath */ .dh)(),
    ..._service_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceInputs */ .r7,
    spoof: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
    files: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('**'),
    'include-hidden-files': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'if-no-files-found': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['error', 'warn', 'ignore'], 'error'),
    symlinks: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    probation: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'if-probational': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['latest', 'all', 'off'], 'latest'),
    consume: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    verify: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['checksum', 'all', 'size', 'off'], 'checksum'),
    'hash-cache': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
    concurrency: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOrAuto */ .NJ)({ from: 1, to: 1024 }),
    'checksums-file': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalPath */ .s2)(),
    'dry-run': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(false),
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(0),
    'lock-wait-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)(30),
    'show-summary': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(true),
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


/***/ })

};
;