"use strict";
exports.id = 117;
exports.ids = [117];
exports.modules = {

/***/ 5117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runAction: () => (/* binding */ runAction),
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _verbs_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1406);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3849);


/** Runs a verb as a workflow step: whatever fails makes the step fail. */
async function runAction(verb) {
    (0,_verbs_host_js__WEBPACK_IMPORTED_MODULE_1__/* .runUnder */ .O)((0,_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunner */ .w)());
    if ((await verb.main()) !== undefined)
        process.exitCode = 1;
}
/** What is done after the job, whatever became of it. Does not fail the job. */
async function runPost(verb) {
    (0,_verbs_host_js__WEBPACK_IMPORTED_MODULE_1__/* .runUnder */ .O)((0,_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowRunner */ .w)());
    await verb.post();
}


/***/ }),

/***/ 3849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ hasRunner),
  w: () => (/* binding */ workflowRunner)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(3327);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/workflow-commands.js
var workflow_commands = __webpack_require__(7920);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/actions/command-files.js


/**
 * Makes sure that the files through which a step talks to its runner can be written, before anything happens that would
 * have to be told. They are made if they do not exist, for whoever runs the bundle by hand. Code `invalid-input`.
 */
function requireCommandFiles() {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
        const file = process.env[name];
        if (!file)
            continue;
        try {
            (0,external_node_fs_.appendFileSync)(file, '');
        }
        catch (error) {
            delete process.env[name]; // the failure itself is reported without it
            throw new errors/* GobblerError */.CE('invalid-input', `${name} should name a file that can be written: ${(0,errors/* messageOf */.bD)(error)}`, {
                input: name,
                hint: 'Correct the environment of the step, or leave the variable out.',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/runner.js







/** Whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
function hasRunner() {
    return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}
/** The same variable as a shell can export it, where there is no runner to set the other: `INPUT_DRY_RUN`. */
function underscored(name) {
    return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}
/** The runner reads commands at the start of lines, where no foreign text may be taken for one. */
function line(text) {
    core/* info */.pq(/^\s*::/.test(text) ? `| ${text}` : text);
}
function printed(severity, annotation) {
    line(`${severity === 'error' ? 'Error' : 'Warning'}: ${annotation.title}`);
    for (const text of (0,log/* annotationText */.xr)(annotation).split('\n'))
        line(`  ${text}`);
}
function annotated(severity, annotation) {
    const command = severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
    command((0,log/* annotationText */.xr)(annotation), { title: annotation.title });
}
function runnerPlaces(hasLaterSteps) {
    const { GITHUB_WORKSPACE, RUNNER_TEMP, RUNNER_TOOL_CACHE } = process.env;
    const temporary = RUNNER_TEMP || external_node_os_default().tmpdir();
    return {
        base: GITHUB_WORKSPACE || process.cwd(),
        temporary,
        handover: hasLaterSteps || RUNNER_TEMP ? temporary : undefined,
        // The tool cache of a persistent runner survives from job to job.
        cache: RUNNER_TOOL_CACHE ? external_node_path_default().join(RUNNER_TOOL_CACHE, 'gobbler-action') : undefined,
    };
}
/**
 * A workflow runner: inputs from the environment, answers into command files, annotations and a summary on the page of
 * the run. Without one, for whoever runs the bundle by hand, everything is a line of the log.
 */
function workflowRunner() {
    const reads = hasRunner();
    if (!reads)
        (0,workflow_commands/* dropWorkflowCommands */.v)();
    return {
        prepare: requireCommandFiles,
        places: runnerPlaces(reads),
        given: (input) => core/* getInput */.V4(input) || underscored(input),
        adviceOnInputs: reads ? "Correct the step's with block." : 'Correct the INPUT_ variables.',
        line,
        group: (title, lines) => {
            if (reads)
                core/* startGroup */.Oh(title);
            else
                line(`${title}:`);
            for (const text of lines)
                line(`  ${text}`);
            if (reads)
                core/* endGroup */.N4();
        },
        annotatesInLog: !reads,
        annotate: reads ? annotated : printed,
        output: (name, value) => {
            const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
            if (reads)
                core/* setOutput */.uH(name, text);
            else if (text !== '')
                line(`output ${name}=${(0,harmless/* harmlessText */.fT)(text)}`);
        },
        keep: (name, value) => {
            if (reads)
                core/* saveState */.LZ(name, value);
        },
        recall: core/* getState */.Gu,
        summary: process.env.GITHUB_STEP_SUMMARY
            ? async (markdown) => void (await summary/* summary */.z.addRaw(markdown).write())
            : undefined,
    };
}


/***/ }),

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

/***/ 7920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ dropWorkflowCommands)
/* harmony export */ });
/**
 * Keeps commands for workflow runners (`::debug::…`) off standard output, for faces that are no runner: the toolkit
 * writes them there whether anybody understands them or not. Returns what writes there all the same: an answer may begin
 * with the name of a file, and that with anything.
 */
function dropWorkflowCommands() {
    const write = process.stdout.write.bind(process.stdout);
    const filtered = (chunk, ...rest) => typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
    process.stdout.write = filtered;
    return write;
}


/***/ })

};
;