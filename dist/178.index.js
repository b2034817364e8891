"use strict";
exports.id = 178;
exports.ids = [178,201];
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


/***/ }),

/***/ 5201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   upload: () => (/* binding */ upload)
/* harmony export */ });
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);
/* harmony import */ var _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2747);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5354);




/** The root action: publishes a directory as a new version. What it does is loaded when the inputs are right. */
const upload = (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .defineVerb */ .P)({
    name: 'upload',
    inputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadInputs */ .f,
    outputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOutputs */ .g,
    failed: (given, error) => error instanceof _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && error.code === 'connection-lost'
        ? `it is not known whether ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} was published`
        : `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(given)} was not published`,
    unanswered: { created: false },
    run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(103), __webpack_require__.e(687), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 961))).runUpload(context),
    post: async () => (await Promise.all(/* import() */[__webpack_require__.e(569), __webpack_require__.e(103), __webpack_require__.e(687), __webpack_require__.e(961)]).then(__webpack_require__.bind(__webpack_require__, 961))).sweepAfterUpload(),
});


/***/ })

};
;