"use strict";
exports.id = 13;
exports.ids = [13,394];
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

/***/ 332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ selection)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2377);



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
        excludeHiddenFiles: !includeHidden && !node_path__WEBPACK_IMPORTED_MODULE_1___default().basename(root).startsWith('.'),
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
    return (relativePath) => selected.has(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, relativePath));
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
    if (relative === '' || node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(relative) || /^~(\/|$)/.test(relative))
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

/***/ 9013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stage: () => (/* binding */ stage)
});

// EXTERNAL MODULE: ./build/client/fan-in/allocate-area.js
var allocate_area = __webpack_require__(1164);
// EXTERNAL MODULE: ./build/client/index.js + 44 modules
var client = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/progress.js
var verbs_progress = __webpack_require__(5067);
// EXTERNAL MODULE: ./build/verbs/selection.js
var selection = __webpack_require__(332);
// EXTERNAL MODULE: ./build/verbs/service-connection.js + 1 modules
var service_connection = __webpack_require__(1974);
// EXTERNAL MODULE: ./build/client/fan-in/leg-path.js
var leg_path = __webpack_require__(7223);
// EXTERNAL MODULE: ./build/client/fan-in/leg-run.js
var leg_run = __webpack_require__(5447);
// EXTERNAL MODULE: ./build/verbs/host.js
var host = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/verbs/service-inputs.js
var service_inputs = __webpack_require__(8827);
;// CONCATENATED MODULE: ./build/verbs/stage-inputs.js






const stageInputs = {
    area: (0,inputs/* text */.Qq)(),
    project: (0,inputs/* text */.Qq)(),
    asset: (0,inputs/* text */.Qq)(),
    version: (0,inputs/* text */.Qq)(),
    leg: (0,inputs/* text */.Qq)(),
    directory: (0,inputs/* optionalPath */.s2)(),
    path: (0,inputs/* text */.Qq)(),
    files: (0,inputs/* lines */.Mn)('**'),
    'include-hidden-files': (0,inputs/* flag */.Jt)(false),
    'if-no-files-found': (0,inputs/* choice */.Yq)(['error', 'warn', 'ignore'], 'error'),
    symlinks: (0,inputs/* choice */.Yq)(['preserve', 'dereference', 'error'], 'preserve'),
    ...service_inputs/* serviceInputs */.r7,
    spoof: (0,inputs/* text */.Qq)(),
    'keep-days': (0,inputs/* integer */.nd)({ from: 1, to: 7, standard: 7 }),
    concurrency: (0,inputs/* integerOrAuto */.NJ)({ from: 1, to: 1024 }),
    'timeout-minutes': (0,inputs/* minutes */.Gx)(0),
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
/** Which inputs have to be given depends on others. Code `invalid-input`, with all that are missing. */
function stageTask(given) {
    const { area, project, asset, version, leg, directory, path = '' } = given;
    const wantsLeg = area !== undefined || leg !== undefined || directory !== undefined || given.path !== undefined;
    requireGiven({
        ...(area === undefined && { project, asset, version }),
        ...(wantsLeg && { leg, directory }),
    });
    if (leg !== undefined)
        (0,leg_run/* requireLegName */.tb)(leg);
    (0,leg_path/* legPathNames */.u)(path);
    const added = leg === undefined || directory === undefined ? undefined : { leg, directory, path };
    if (area !== undefined && added !== undefined)
        return { area, leg: added };
    const ref = { project: project ?? '', asset: asset ?? '', version: version ?? '' };
    return { area: undefined, ref, leg: added };
}
/** Why each of these has to be given. */
const FOR = {
    project: 'to allocate an area, unless area is given',
    asset: 'to allocate an area, unless area is given',
    version: 'to allocate an area, unless area is given',
    leg: 'to stage files',
    directory: 'to stage files',
};
function requireGiven(values) {
    const missing = Object.keys(values).filter((name) => values[name] === undefined);
    const sentences = missing.map((name) => `${name} is required ${FOR[name]}, but is empty`);
    const [first] = sentences;
    if (first === undefined)
        return;
    throw new client/* GobblerError */.CE('invalid-input', sentences.length === 1 ? first : `${sentences.length} inputs are missing`, { input: missing.join(', '), findings: sentences, hint: (0,host/* host */.H)().adviceOnInputs });
}

// EXTERNAL MODULE: ./build/verbs/staging-sweep.js
var staging_sweep = __webpack_require__(4506);
// EXTERNAL MODULE: ./build/verbs/summary.js
var summary = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/verbs/upload-report.js + 1 modules
var upload_report = __webpack_require__(1081);
// EXTERNAL MODULE: ./build/verbs/verb.js + 1 modules
var verb = __webpack_require__(5354);
;// CONCATENATED MODULE: ./build/verbs/stage.js














const outputs = ['status', 'area', 'area-path', 'files-count', 'size-bytes'];
/** Allocates an area for a version, or adds the files of one leg to it, or both. */
const stage = (0,verb/* defineVerb */.P)({
    name: 'stage',
    inputs: stageInputs,
    outputs,
    failed: ({ area, leg }) => {
        if (leg !== undefined)
            return `leg ${JSON.stringify(leg)} was not staged`;
        return area === undefined ? 'no area was allocated' : 'nothing was staged';
    },
    run,
});
async function run(context) {
    const { inputs: given, signal, setOutput } = context;
    const task = stageTask(given);
    const select = task.leg && (await selectionOf(context, task.leg));
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (task.area !== undefined) {
        await add(connection, context, { area: task.area, leg: task.leg, select });
        return;
    }
    const area = await allocate(connection, context, task.ref);
    if (task.leg === undefined) {
        tellArea(context, area);
        await (0,summary/* writeSummary */.Sy)(`### ✅ An area for ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(area.ref))} is allocated`, (0,summary/* factTable */.Bu)([['Area', (0,harmless/* harmlessCode */.tt)(area.name)]]));
        setOutput('status', 'allocated');
        return;
    }
    try {
        await add(connection, context, { area: area.name, leg: task.leg, select });
    }
    catch (error) {
        // Nobody else knows of it. If it cannot be removed now, it is swept like any other that was abandoned.
        await (0,allocate_area/* discardArea */.Qf)(connection, area).catch(() => undefined);
        throw error;
    }
}
function selectionOf({ inputs: given, signal }, { directory }) {
    return (0,selection/* selection */.r)(directory, given.files, {
        includeHidden: given['include-hidden-files'],
        followLinks: given.symlinks === 'dereference',
        signal,
    });
}
async function allocate(connection, { inputs: given, signal }, ref) {
    (0,log/* line */.n8)(`Allocating an area for ${(0,names/* formatRef */.rq)(ref)} at ${given.url}`);
    await (0,staging_sweep/* sweepLeftovers */.Z)(connection.staging);
    await (0,staging_sweep/* sweepAbandoned */.L)(connection);
    const keepDays = given['keep-days'];
    return (0,client/* allocateArea */.r2)(connection, ref, {
        ...(keepDays !== undefined && { keepDays }),
        spoof: given.spoof,
        signal,
        onNotice: log/* line */.n8,
    });
}
function tellArea({ setOutput }, area) {
    setOutput('area', area.name);
    setOutput('area-path', area.path);
    (0,log/* line */.n8)(`The area is ${area.name}`);
}
async function add(connection, context, { area, leg, select }) {
    const { inputs: given, signal, setOutput } = context;
    (0,log/* line */.n8)(`Staging ${leg.directory} as leg ${JSON.stringify(leg.leg)} in ${area}`);
    const { project, asset, version, symlinks, concurrency } = given;
    const progress = new verbs_progress/* UploadProgress */.T();
    let added;
    try {
        added = await (0,client/* addLeg */.UR)(connection, area, leg.leg, {
            directory: leg.directory,
            path: leg.path,
            ref: { project, asset, version },
            includeHidden: given['include-hidden-files'],
            allowEmpty: given['if-no-files-found'] !== 'error',
            symlinks,
            select,
            concurrency,
            signal,
            onEvent: (event) => progress.handle(event),
        });
    }
    finally {
        progress.stop(signal);
    }
    if (added.leftOut.hidden + added.leftOut.unselected > 0)
        (0,log/* group */.Os)((0,upload_report/* leftOutTitle */.g4)(added.leftOut), added.leftOut.examples);
    tellArea(context, added.area);
    setOutput('files-count', added.record.filesCount);
    setOutput('size-bytes', added.record.sizeBytes);
    await reportLeg(context, added);
    setOutput('status', 'staged');
}
async function reportLeg({ inputs: given }, { area, record, replaced, isEmpty, copied, hardLinked }) {
    const amount = (0,figures/* amountText */.cY)({ files: record.filesCount, bytes: record.sizeBytes });
    const name = `leg ${JSON.stringify(record.leg)} of ${(0,names/* formatRef */.rq)(area.ref)}`;
    const place = record.path === '' ? '' : `, below ${record.path}`;
    (0,log/* line */.n8)(`${name} is staged: ${amount}${place}`);
    if (replaced !== undefined) {
        const before = (0,figures/* amountText */.cY)({ files: replaced.filesCount, bytes: replaced.sizeBytes });
        (0,log/* line */.n8)(`  in place of what ${replaced.staged.user} has staged at ${replaced.staged.at}: ${before}`);
    }
    if (isEmpty && given['if-no-files-found'] === 'warn') {
        const sentences = [`directory ${given.directory} holds no files to stage: ${name} is empty`];
        (0,log/* annotateWarning */.tf)({ title: 'No files found', sentences, input: 'directory' });
    }
    const moved = [
        ...(copied.length > 0 ? [`${copied.length} copied`] : []),
        ...(hardLinked.length > 0 ? [`${hardLinked.length} linked, since they are read-only`] : []),
    ];
    await (0,summary/* writeSummary */.Sy)(`### ✅ ${(0,harmless/* harmlessMarkup */.km)(name)} is staged`, (0,summary/* factTable */.Bu)([
        ['Content', amount],
        ...(record.path === '' ? [] : [['Below', (0,harmless/* harmlessCode */.tt)(record.path)]]),
        ...(moved.length === 0 ? [] : [['Files', moved.join(', ')]]),
        ['Area', (0,harmless/* harmlessCode */.tt)(area.name)],
    ]));
}


/***/ })

};
;