/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 6836:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ currentUser),
/* harmony export */   R: () => (/* binding */ homeDirectory)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The name of the user this process acts as, which is how the service knows its files (protocol \u00a76.4); undefined if
 * the user id has no name on this machine, as in some containers.
 */
function currentUser() {
    try {
        return node_os__WEBPACK_IMPORTED_MODULE_0___default().userInfo().username;
    }
    catch {
        return undefined; // libuv reports a missing passwd entry as an error
    }
}
/** The user's home directory; undefined for a user without one, whose number has no name and for whom `$HOME` is not set. */
function homeDirectory() {
    try {
        return node_os__WEBPACK_IMPORTED_MODULE_0___default().homedir();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2215:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QJ: () => (/* binding */ fetchUrl),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   l2: () => (/* binding */ normalizeUrl)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6464);

/**
 * The base URL in the one form used everywhere: without trailing slashes, which would turn every request into a
 * redirect (protocol \u00a720 T1). Code `invalid-input` if it is not an http(s) URL.
 */
function normalizeUrl(url) {
    // A string that is not an address may contain a secret.
    const refuse = (found) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('bad-url', { found, ...(/[@?]/.test(url) ? {} : { url }) });
    if (!/^https?:\/\//i.test(url))
        throw refuse('no-scheme');
    let parsed;
    try {
        parsed = new URL(url);
    }
    catch {
        throw refuse('no-url');
    }
    if (parsed.username !== '' || parsed.password !== '')
        throw refuse('password');
    if (parsed.search !== '' || parsed.hash !== '')
        throw refuse('query');
    return `${parsed.origin}${parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')}`;
}
/** The address of something in the registry under `/fetch`, each segment percent-encoded by itself. Protocol \u00a75.2. */
function fetchUrl({ url }, registryPath) {
    return `${url}/fetch/${registryPath.split('/').map(encodeURIComponent).join('/')}`;
}
/** The address of a file: `index.html` is only served under the name of its directory. Protocol \u00a75.2, \u00a720 T11. */
function addressOf(service, registryPath) {
    const [, directory] = /^(.*\/)index\.html$/.exec(registryPath) ?? [];
    return directory === undefined ? fetchUrl(service, registryPath) : fetchUrl(service, directory);
}


/***/ }),

/***/ 7261:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ TRACES),
/* harmony export */   nA: () => (/* binding */ traceRequest),
/* harmony export */   wP: () => (/* binding */ traceDecision)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3053);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__);

/** The channel of `node:diagnostics_channel` to which traces are published. */
const TRACES = 'gobbler-action';
const traces = (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.channel)(TRACES);
/** Tells a request, if anybody listens. */
function traceRequest(request) {
    if (traces.hasSubscribers)
        traces.publish({ kind: 'request', ...request });
}
/** Tells a decision, if anybody listens: only then is it put into words. */
function traceDecision(text) {
    if (traces.hasSubscribers)
        traces.publish({ kind: 'decision', text: text() });
}


/***/ }),

/***/ 2476:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ DOUBTFUL_FACTS),
/* harmony export */   P$: () => (/* binding */ isPlainFact),
/* harmony export */   UM: () => (/* binding */ plainFacts),
/* harmony export */   Y: () => (/* binding */ isPlainMessage),
/* harmony export */   bX: () => (/* binding */ LONGEST_MESSAGE),
/* harmony export */   ls: () => (/* binding */ PLACES),
/* harmony export */   x6: () => (/* binding */ publicUrl)
/* harmony export */ });
/** All of these kinds. */
const PLACES = ['workflow', 'slurm', 'shell'];
/** Characters of the longest fact. */
const LONGEST_FACT = 512;
/** Characters of the longest message. */
const LONGEST_MESSAGE = 8000;
/**
 * Returns whether a text can be a fact: one line of at most 512 characters without control characters, which was valid
 * UTF-8 where it came from.
 */
const isPlainFact = (text) => text.trim() !== '' &&
    text.length <= LONGEST_FACT &&
    text.isWellFormed() &&
    !/[\p{Cc}\p{Zl}\p{Zp}\ufffd]/u.test(text);
/** Returns whether a text can be a message: at most 8000 characters, and no control characters but line feeds and tabs. */
const isPlainMessage = (text) => text.trim() !== '' && text.length <= LONGEST_MESSAGE && text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text);
const isCommit = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** The facts that are texts of unknown origin, with the rule for each. */
const RULES = {
    repository: (text) => isPlainFact(text) && publicUrl(text) === text,
    commit: isCommit,
    ref: isPlainFact,
    workflow: isPlainFact,
    runUrl: (text) => isPlainFact(text) && publicUrl(text) === text && /^https?:/.test(text),
    actor: isPlainFact,
    user: isPlainFact,
    slurmJob: isPlainFact,
    slurmJobName: isPlainFact,
    slurmCluster: isPlainFact,
    message: isPlainMessage,
};
const DOUBTFUL_FACTS = Object.keys(RULES);
/** Leaves out the facts that are not plain, and returns their names. Pure. */
function plainFacts(facts) {
    const given = DOUBTFUL_FACTS.filter((name) => facts[name] !== undefined);
    const leftOut = given.filter((name) => !RULES[name](facts[name] ?? ''));
    return { facts: { ...facts, ...Object.fromEntries(leftOut.map((name) => [name, undefined])) }, leftOut };
}
const SCHEMES = new Set(['https:', 'http:', 'ssh:', 'git:', 'file:']);
/** `host:path` or `user@host:path`, as ssh and git write it. A path with `:` or `@` may be half a password. */
const SCP_LIKE = /^(?:[^@/:\s]+@)?([\w.-]+|\[[\da-f:.]+\]):([^:@\s][^:@]*)$/i;
/**
 * A URL, or the address of a git remote, as a URL without user, password, query and fragment, where tokens may be. Undefined
 * for anything else, such as the address of a remote helper (`ext::\u2026`). Pure.
 */
function publicUrl(address) {
    const text = address.trim();
    if (text.startsWith('/'))
        return publicUrl(`file://${encodeURI(text.toWellFormed())}`);
    const [, host, path] = text.includes('://') ? [] : (SCP_LIKE.exec(text) ?? []);
    const candidate = host === undefined ? text : `ssh://${host}/${path?.replace(/^\/+/, '')}`;
    if (!URL.canParse(candidate))
        return undefined;
    const url = new URL(candidate);
    if (!SCHEMES.has(url.protocol))
        return undefined;
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    return isPlainFact(url.href) ? url.href : undefined;
}


/***/ }),

/***/ 5136:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bc: () => (/* binding */ spoofableInputs),
/* harmony export */   ei: () => (/* binding */ concurrencyInput),
/* harmony export */   jU: () => (/* binding */ requestInputs),
/* harmony export */   r7: () => (/* binding */ serviceInputs),
/* harmony export */   sR: () => (/* binding */ timeoutInput),
/* harmony export */   w7: () => (/* binding */ undoingTimeoutInput)
/* harmony export */ });
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2215);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(668);


/** Where the service is, for every action that talks to one. */
const serviceInputs = {
    // Read before anything is logged about it: a URL that seems to contain a password is refused, and never logged.
    url: {
        ...(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('URL of the service, including its path prefix. Defaults to `$GOBBLER_URL`, or to that of a settings file'),
        setting: 'url',
        parse: _client_connection_index_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeUrl */ .l2,
    },
    staging: {
        ...(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalPath */ .s2)('Path of the staging directory on this machine. Defaults to `$GOBBLER_STAGING`, to that of a settings file, or to the path that the service reports'),
        setting: 'staging',
    },
    registry: {
        ...(0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalPath */ .s2)('Path of the registry on this machine. Defaults to `$GOBBLER_REGISTRY`, to that of a settings file, or to the path that the service reports'),
        setting: 'registry',
    },
};
/** For commands that leave nothing behind when they are stopped. */
const timeoutInput = {
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)('Overall timeout, in minutes or like `90s` or `2h`. 0 disables it', 0),
};
/** For commands that undo what they have begun. */
const undoingTimeoutInput = {
    'timeout-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)('Overall timeout, in minutes or like `90s` or `2h`; when it expires, unfinished work is undone. 0 disables it', 0),
};
const concurrencyInput = {
    concurrency: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOrAuto */ .NJ)('Files in flight, from 1 to 1024, or `auto`', { from: 1, to: 1024 }),
};
/** The inputs shared by all actions that change something in the service. */
const requestInputs = {
    ...timeoutInput,
    'lock-wait-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)('How long to keep retrying while another request holds a lock, in minutes or like `90s` or `2h`', 30),
    'show-summary': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Write a job summary', true),
};
/** As {@link requestInputs}, for requests that can be made for somebody else. */
const spoofableInputs = {
    spoof: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Act on behalf of this user, if the service allows it'),
    ...requestInputs,
};


/***/ }),

/***/ 1238:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ shellCommands),
/* harmony export */   o: () => (/* binding */ actions)
/* harmony export */ });
/** The commands that are actions, too, by the name of the action. */
const actions = {
    upload: async () => (await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6493))).upload,
    stage: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4295))).stage,
    submit: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4460))).submit,
    'await-approval': async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7470))).awaitApproval,
    approve: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7409))).approve,
    reject: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7189))).reject,
    fetch: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 144))).fetch,
    'create-project': async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4440))).createProject,
    'set-permissions': async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2027))).setPermissions,
};
/** The commands that only a shell has. */
const shellCommands = {
    status: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8299))).status,
    doctor: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1366))).doctor,
    list: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4939))).list,
    pending: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2358))).pending,
    usage: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6686))).usage,
    clone: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1494))).clone,
    diff: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3290))).diff,
    verify: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2568))).verify,
    permissions: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9934))).permissions,
    sweep: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5306))).sweep,
    validate: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 918))).validate,
    reindex: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9321))).reindex,
    refresh: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7681))).refresh,
    remove: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2564))).remove,
};


/***/ }),

/***/ 7893:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ defineCommand)
});

// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __nccwpck_require__(6464);
// EXTERNAL MODULE: ./build/errors/errno.js
var errno = __nccwpck_require__(5023);
// EXTERNAL MODULE: ./build/fs/idle-descriptors.js
var idle_descriptors = __nccwpck_require__(2474);
// EXTERNAL MODULE: ./build/commands/suggestions/name-source.js
var name_source = __nccwpck_require__(2983);
// EXTERNAL MODULE: ./build/commands/kit/details.js
var kit_details = __nccwpck_require__(9007);
// EXTERNAL MODULE: ./build/errors/upload-refused.js
var upload_refused = __nccwpck_require__(5191);
// EXTERNAL MODULE: ./build/errors/similar.js
var similar = __nccwpck_require__(3678);
// EXTERNAL MODULE: ./build/errors/codes.js
var codes = __nccwpck_require__(3337);
// EXTERNAL MODULE: ./build/errors/hint.js
var errors_hint = __nccwpck_require__(8054);
// EXTERNAL MODULE: ./build/commands/kit/escape.js
var kit_escape = __nccwpck_require__(6366);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var kit_inputs = __nccwpck_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __nccwpck_require__(3455);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __nccwpck_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/summary.js
var summary = __nccwpck_require__(3009);
;// CONCATENATED MODULE: ./build/commands/kit/failure.js






const MOST_ANNOTATIONS = 10;
const MOST_FINDINGS_LOGGED = 50;
const MOST_FINDINGS_IN_SUMMARY = 20;
const TROUBLESHOOTING = 'https://github.com/gobbler-action/gobbler-action/blob/main/docs/troubleshooting.md';
/** The address of the section about a code: its causes and remedies. */
const sectionAbout = (code) => `${TROUBLESHOOTING}#${code}`;
/** A failure as people see it: one annotation per kind of problem, with title, sentences and what to do. */
function annotationsOf(error) {
    if (error instanceof upload_refused/* UploadRefused */.g) {
        return error.groups.map(({ kind, title, messages, hint, input }) => ({
            title,
            sentences: messages,
            hint: kind === 'no-project' ? (0,similar/* didYouMean */.a)(error.similar, hint) : hint,
            input,
        }));
    }
    if (error instanceof gobbler_error/* GobblerError */.CE) {
        const { code, message, headline, advice: hint, input, findings } = error;
        const isWhole = headline !== undefined && findings.length < 2;
        const sentences = isWhole ? [message] : [headline ?? message, ...findings];
        return [{ title: codes/* ERROR_TITLES */.N[code], sentences, isHeaded: true, hint, input }];
    }
    return [
        {
            title: 'Defect in gobbler-action',
            sentences: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)],
            hint: 'Please report it with its log.',
        },
    ];
}
/** Shows a failure in the log, as annotations and in the job summary. */
async function reportFailure(heading, error, { severity = 'error', details = [], } = {}) {
    const annotations = annotationsOf(error);
    const titles = annotations.map(({ title }) => title).join(', ');
    const findings = error instanceof gobbler_error/* GobblerError */.CE ? error.findings : [];
    if (findings.length > 1 && !(0,runtime/* host */.H)().annotatesInLog) {
        (0,log/* group */.Os)('Findings', (0,log/* atMostLines */.C3)(MOST_FINDINGS_LOGGED, findings));
    }
    if (error instanceof gobbler_error/* GobblerError */.CE) {
        (0,log/* line */.n8)(`${titles}: ${heading} (code ${error.code})`);
        (0,log/* line */.n8)(`  Causes and remedies: ${sectionAbout(error.code)}`);
    }
    else
        logStack(error);
    for (const annotation of atMost(MOST_ANNOTATIONS, annotations))
        (0,log/* annotate */.fz)(severity, annotation);
    if (severity !== 'error')
        return;
    const section = error instanceof gobbler_error/* GobblerError */.CE ? [sectionMarkdown(error.code)] : [];
    const blocks = [...annotations.map(annotationMarkdown), ...details, ...section];
    await (0,summary/* writeSummary */.Sy)(`### \u274c ${(0,kit_escape/* escapeMarkup */.My)(heading)}`, ...blocks);
}
/** Where a defect was noticed; nothing for what is none. */
function logStack(error) {
    if (error instanceof gobbler_error/* GobblerError */.CE || !(error instanceof Error) || error.stack === undefined)
        return;
    for (const frame of error.stack.split('\n'))
        (0,log/* line */.n8)(`  ${frame.trim()}`);
}
/** GitHub shows ten annotations a step: what does not fit is folded into the last one. */
function atMost(most, annotations) {
    if (annotations.length <= most)
        return annotations;
    const rest = annotations.slice(most - 1);
    const sentences = rest.flatMap((annotation) => annotation.sentences);
    const title = rest.map((annotation) => annotation.title).join(', ');
    return [...annotations.slice(0, most - 1), { title, sentences }];
}
const sectionMarkdown = (code) => `[Causes and remedies](${sectionAbout(code)}) of \`${code}\``;
function annotationMarkdown({ title, sentences, isHeaded = false, hint, input }) {
    const [head = '', ...others] = sentences.map((sentence) => (0,kit_escape/* escapeMarkup */.My)((0,kit_escape/* shortened */.vI)(sentence)));
    const isList = others.length > 0 && !isHeaded;
    const origin = input === undefined ? undefined : (0,kit_inputs/* originOf */.yv)(input);
    const place = origin === undefined ? '' : ` from ${(0,kit_escape/* escapeCode */.tn)(origin)}`;
    const named = `**${(0,kit_escape/* escapeMarkup */.My)(title)}**${input === undefined ? '' : ` (input ${(0,kit_escape/* escapeCode */.tn)(input)}${place})`}`;
    return [
        isList ? `${named}:` : `${named}: ${head}`,
        ...(others.length > 0 ? [(0,summary/* bulletList */.fF)(isList ? [head, ...others] : others, MOST_FINDINGS_IN_SUMMARY)] : []),
        ...(hint === undefined ? [] : [`\u279c ${(0,kit_escape/* escapeMarkup */.My)((0,errors_hint/* hintText */.dx)(hint, (0,runtime/* host */.H)().settingText))}`]),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/commands/kit/open-files.js

/**
 * Returns the failure, with advice if the reason is that too many files are open: a failing call names only its file,
 * which is not to blame. Returns every other error as it is.
 */
function withAdviceOnOpenFiles(error, inputs) {
    const limit = limitReached(error);
    if (limit === undefined)
        return error;
    const code = error instanceof gobbler_error/* GobblerError */.CE ? error.code : 'invalid-input';
    const hasConcurrency = 'concurrency' in inputs;
    return (0,gobbler_error/* gobblerError */.k5)('too-many-open-files', { code, error: (0,errno/* messageOf */.b)(error), limit, hasConcurrency }, { cause: error });
}
/** The limit of the process, or of the whole machine, if that is behind an error. */
function limitReached(error) {
    for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined) {
        const code = (0,errno/* errnoOf */.U)(cause);
        if (code === 'EMFILE' || code === 'ENFILE')
            return code;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/commands/kit/output-writes.js
var output_writes = __nccwpck_require__(9357);
;// CONCATENATED MODULE: ./build/commands/kit/command.js









/** Makes a command; within its function, inputs and outputs are typed by name. */
function defineCommand(definition) {
    const { name, inputs, outputs } = definition;
    return { name, inputs, outputs, main: () => main(definition), post: () => runPost(definition) };
}
/** Errors that are findings of a run about its own work; any other is only a failure to report it. */
const VERDICTS = new Set(['content-differs', 'on-probation']);
/** The only place that catches. */
async function main(command) {
    const answered = new Map();
    const stop = new AbortController();
    // The runner cancels with SIGINT, and with SIGTERM 7.5 s later. The second signal is not waited for.
    const { stopSignals } = (0,runtime/* host */.H)();
    const releases = [
        stopSignals.listen((signal) => stop.abort((0,gobbler_error/* gobblerError */.k5)('job-cancelled', { signal }))),
        stopSignals.listenForOrphaning(() => stop.abort((0,gobbler_error/* gobblerError */.k5)('job-ended', {}))),
        (0,kit_details/* followClient */.Z)(),
    ];
    const output = (name, value) => (0,output_writes/* tryWrite */.FA)(`the output ${name}`, () => (0,runtime/* host */.H)().output(name, value));
    const setOutput = (name, value) => {
        answered.set(name, value);
        output(name, value);
    };
    const setStatus = (status) => {
        if (!answered.has('status') && 'status' in command.outputs)
            setOutput('status', status);
    };
    const details = [];
    const ifItFails = (...blocks) => void details.push(...blocks);
    let headingOf = (_error) => `${command.name} failed`;
    let places = [];
    let done;
    const accomplished = (status, sentence) => {
        done = { status, sentence };
    };
    const minor = [];
    let failure;
    try {
        (0,runtime/* host */.H)().prepare?.();
        const inputs = (0,kit_inputs/* readInputs */.Ko)(command.inputs);
        headingOf = (error) => command.failed(inputs, error, answered);
        places = command.places?.(inputs) ?? [inputs];
        const { 'timeout-minutes': limitMs = 0 } = inputs;
        if (limitMs > 0)
            setTimeout(() => stop.abort((0,gobbler_error/* gobblerError */.k5)('out-of-time', { limitMs })), limitMs).unref();
        stop.signal.throwIfAborted();
        await command.run({ inputs, setOutput, accomplished, ifItFails, signal: stop.signal });
    }
    catch (thrown) {
        const error = withAdviceOnOpenFiles(thrown, command.inputs);
        // To report it takes files, too.
        if (error !== thrown)
            await (0,idle_descriptors/* releaseIdleDescriptors */.U)();
        // A cast, since the compiler does not see that the function above has been called.
        const before = done;
        if (before === undefined || (error instanceof gobbler_error/* GobblerError */.CE && VERDICTS.has(error.code))) {
            const heading = headingOf(error);
            setStatus(statusOf(error));
            await suggestNames(error, places);
            await reportFailure(heading, error, { details });
            failure = error;
        }
        else {
            logStack(error);
            minor.push((0,errno/* messageOf */.b)(error));
            setStatus(before.status);
        }
    }
    finally {
        for (const release of releases)
            release();
    }
    (0,kit_details/* detail */._)(() => `${command.name} ends with status ${answered.get('status') ?? 'unknown'}`);
    for (const name of Object.keys(command.outputs))
        if (!answered.has(name))
            output(name, command.unanswered?.[name] ?? '');
    (0,output_writes/* warnOfFailedWrites */.jt)(done?.sentence, minor);
    return failure;
}
/** Notes similar names in an error about something that does not exist. */
async function suggestNames(error, places) {
    const namesIn = (0,name_source/* nameSource */.B)();
    if (!(error instanceof gobbler_error/* GobblerError */.CE) || error.code !== 'not-found' || namesIn === undefined)
        return;
    const { noteSimilarNames } = await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5956));
    await noteSimilarNames(error, places, namesIn);
}
async function runPost({ name, post }) {
    try {
        await post?.();
    }
    catch (error) {
        await reportFailure(`the post step of ${name} failed`, error, { severity: 'warning' });
    }
}
function statusOf(error) {
    const code = error instanceof gobbler_error/* GobblerError */.CE ? error.code : undefined;
    return code === 'timed-out' || code === 'cancelled' ? code : 'failed';
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ currentDirectory)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5023);

/** Where relative paths start from. To be asked for only if there is one: somebody may have removed the directory. */
function currentDirectory() {
    try {
        return process.cwd();
    }
    catch (error) {
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('current-directory-lost', { error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error) }, { cause: error });
    }
}


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ followClient),
/* harmony export */   _: () => (/* binding */ detail)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3053);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7261);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6366);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8034);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2405);





/** Writes a detail to the log, with the time since the start of the process, if details are wanted. */
function detail(text) {
    const write = (0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().detail;
    if (write === undefined)
        return;
    const seconds = (performance.now() / 1000).toFixed(3).padStart(8);
    write(`${seconds} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(text())}`);
}
/** Writes what the client does to the log from now on, if details are wanted. Returns what ends that. */
function followClient() {
    if ((0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().detail === undefined)
        return () => undefined;
    // Only the client publishes to this channel.
    const follow = (message) => detail(() => traceText(message));
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)(_client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .TRACES */ .Fr, follow);
    return () => void (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.unsubscribe)(_client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .TRACES */ .Fr, follow);
}
function traceText(trace) {
    if (trace.kind === 'decision')
        return trace.text;
    const { method, url, status, error, durationMs } = trace;
    const outcome = status === undefined ? `failed: ${error}` : String(status);
    return `${method} ${url} ${outcome} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(durationMs)}`;
}


/***/ }),

/***/ 6366:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ escapeLink),
/* harmony export */   My: () => (/* binding */ escapeMarkup),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   jQ: () => (/* binding */ showInvisible),
/* harmony export */   tn: () => (/* binding */ escapeCode),
/* harmony export */   vC: () => (/* binding */ dropWorkflowCommands),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/**
 * Escapes foreign strings (names, reasons, paths, links) for display. A file name may hold anything: a line break and a
 * workflow command, terminal escapes, Markdown, HTML.
 */
/**
 * Characters that are invisible, or change the display of their neighbors: control characters, line separators, halves
 * of characters, and all that Unicode lets be ignored (such as direction marks, soft hyphens and variation selectors).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The runner's older form of a command is recognized anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;
/** GitHub makes a link of every word that begins so. */
const BEFORE_AUTOLINK = /(www)\./gi;
const LONGEST_SHOWN = 300;
const MARKUP = /[&<>"'`*_[\]()\\|~!#{}$@:]/g;
/** Makes characters that cannot be seen visible, as escapes. Everything else stays as it is: markup, commands. */
function showInvisible(foreign) {
    return foreign.replace(INVISIBLE, visible);
}
/** Text for a log line: what cannot be seen becomes a visible escape, and no workflow command survives. */
function escapeText(foreign) {
    return showInvisible(foreign).replace(OLD_COMMAND, '#\\#');
}
/** Text for Markdown that is shown letter by letter, in a monospaced font. */
function escapeCode(foreign) {
    return `<code>${escapeMarkup(foreign)}</code>`;
}
/** A link to an address, shown letter by letter. Only for http(s). */
function escapeLink(url) {
    return /^https?:/.test(url) ? `<a href="${escapeMarkup(url)}">${escapeMarkup(url)}</a>` : escapeCode(url);
}
/** Text for Markdown that is shown letter by letter. */
function escapeMarkup(foreign) {
    return escapeText(foreign)
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
/**
 * Keeps commands for workflow runners (`::debug::\u2026`) off standard output, for front ends other than runners: the toolkit
 * writes them there whether anybody understands them or not. Returns what writes there all the same: an answer may begin
 * with the name of a file, and that with anything.
 */
function dropWorkflowCommands() {
    const write = process.stdout.write.bind(process.stdout);
    const filtered = (chunk, ...rest) => typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
    process.stdout.write = filtered;
    return write;
}
/** A foreign text for a list of many: a very long one keeps its beginning and its end. */
function shortened(text) {
    if (text.length <= LONGEST_SHOWN)
        return text;
    const half = LONGEST_SHOWN / 2;
    return `${text.slice(0, half)} \u2026 ${text.slice(-half)}`;
}


/***/ }),

/***/ 8034:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Of: () => (/* binding */ formatNumberOf),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   cY: () => (/* binding */ amountText),
/* harmony export */   nV: () => (/* binding */ formatAge),
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
        return bytes === 1 ? '1 byte' : `${Math.round(bytes)} bytes`;
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
/** How long ago something was, for people: `42 s`, `5 min`, `3 h`, `12 days`. Clock skew counts as 0. */
function formatAge(ageMs) {
    const seconds = Math.max(0, Math.floor(ageMs / 1000));
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 2 * 3600)
        return `${Math.floor(seconds / 60)} min`;
    if (seconds < 48 * 3600)
        return `${Math.floor(seconds / 3600)} h`;
    return `${formatCount(Math.floor(seconds / 86_400))} days`;
}
/** Files with their size: `12 files (24.1 MiB)`. */
function amountText({ files, bytes }) {
    return `${formatNumberOf(files, 'file')} (${formatBytes(bytes)})`;
}


/***/ }),

/***/ 668:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   NJ: () => (/* binding */ integerOrAuto),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RA: () => (/* binding */ nameLines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   bS: () => (/* binding */ optionalFlag),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dh: () => (/* binding */ directoryPath),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   s2: () => (/* binding */ optionalPath),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5023);
/* harmony import */ var _settings_index_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7129);
/* harmony import */ var _details_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9007);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2405);





/** An error thrown by a reader: the end of a sentence that begins with the input's name. */
class Refusal extends Error {
}
/** An input that has to be given. */
function required(description, parse) {
    return { description, default: '', required: true, parse };
}
/** An input that has a value if it is left out. */
function withDefault(description, standard, parse, form) {
    return { description, default: standard, required: false, ...(form && { form }), parse };
}
/** An input that is undefined if it is left out. */
function optional(description, parse, form) {
    return withDefault(description, '', (value) => (value === '' ? undefined : parse(value)), form);
}
const unchanged = (value) => value;
/** Refuses a value: `should be \u2026, but is "\u2026"`. */
const refusal = (expected, value) => new Refusal(`should be ${expected}, but is ${JSON.stringify(value)}`);
/** Any text; undefined if it is empty. */
function text(description) {
    return optional(description, unchanged);
}
/** Any text but the empty one. */
function requiredText(description) {
    return required(description, unchanged);
}
/** A path on this machine, made absolute against the workspace (or the current directory outside of GitHub). */
function directoryPath(description) {
    return { ...required(description, fromWorkspace), form: 'path' };
}
/** As {@link directoryPath}, but may be left out. */
function optionalPath(description) {
    return optional(description, fromWorkspace, 'path');
}
function fromWorkspace(value) {
    if (value.includes('\0'))
        throw new Refusal('may not contain a NUL character');
    return node_path__WEBPACK_IMPORTED_MODULE_0___default().isAbsolute(value) ? node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(value) : node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve((0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().places.base, value);
}
/** A boolean as YAML 1.2 writes it. */
function flag(description, standard) {
    return withDefault(description, String(standard), parseFlag, 'flag');
}
/** As {@link flag}, but undefined if it is left out. */
function optionalFlag(description) {
    return optional(description, parseFlag, 'flag');
}
function parseFlag(value) {
    if (['true', 'True', 'TRUE'].includes(value))
        return true;
    if (['false', 'False', 'FALSE'].includes(value))
        return false;
    throw refusal('true or false', value);
}
/** One of a few words. */
function choice(description, choices, standard) {
    const parse = (value) => {
        const found = choices.find((candidate) => candidate === value);
        if (found === undefined)
            throw refusal(orList(choices), value);
        return found;
    };
    return withDefault(description, standard, parse, { choices });
}
function orList(words) {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
/** Lines; blank ones and comments (`#`) are dropped. */
function lines(description, standard) {
    return withDefault(description, standard, parseLines, 'lines');
}
function parseLines(value) {
    const items = value.split(/\r?\n/).map((item) => item.trim());
    return items.filter((item) => item !== '' && !item.startsWith('#'));
}
/** Names, a line each; undefined if there are none. The line `[]` by itself is the empty list. */
function nameLines(description) {
    return withDefault(description, '', parseNames, 'lines');
}
function parseNames(value) {
    const names = parseLines(value);
    if (names.length === 1 && names[0] === '[]')
        return [];
    const list = names.find((name) => /[,[\]]/.test(name));
    if (list !== undefined)
        throw new Refusal(`should be names, a line each, but one is ${JSON.stringify(list)}`);
    return names.length === 0 ? undefined : [...new Set(names)];
}
/** A whole number within bounds; undefined if it is left out and there is no standard one. */
function integer(description, { standard, ...bounds }) {
    const input = optional(description, (value) => parseInteger(value, bounds), 'integer');
    return standard === undefined ? input : { ...input, default: String(standard) };
}
/** A whole number within bounds, or `auto`, which is undefined. */
function integerOrAuto(description, bounds) {
    const parse = (value) => value === 'auto' ? undefined : parseInteger(value, bounds, 'auto or ');
    return withDefault(description, 'auto', parse);
}
/** `or` is another permitted value, for the sentence of a refusal. */
function parseInteger(value, { from, to }, or = '') {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= from && number <= to)
        return number;
    throw refusal(`${or}a whole number from ${from} to ${to}`, value);
}
/** The digest of a manifest, as the output `manifest-digest` gives it; undefined if it is left out. */
function digest(description) {
    return optional(description, (value) => {
        if (/^[0-9a-f]{64}$/i.test(value))
            return value.toLowerCase();
        throw refusal('64 hexadecimal digits, as the output manifest-digest has them', value);
    });
}
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 };
/** The longest a timer can wait; more than a job may ever take. */
const LONGEST_MS = 2 ** 31 - 1;
/** A duration as `90s`, `15m` or `2h`, or as a plain number of minutes; in milliseconds. */
function minutes(description, standard) {
    const expected = 'a number of minutes, or like 90s, 15m or 2h';
    const withUnit = (value) => (/^\d+(\.\d+)?$/.test(value) ? `${value}m` : value);
    return withDefault(description, String(standard), (value) => parseDuration(withUnit(value), expected, value));
}
/** A duration as `90s`, `15m` or `2h`, longer than nothing; in milliseconds. */
function duration(description, standard) {
    return withDefault(description, standard, (value) => {
        const durationMs = parseDuration(value, 'a duration like 90s, 15m or 2h');
        if (durationMs > 0)
            return durationMs;
        throw new Refusal(`should be longer than nothing, but is ${JSON.stringify(value)}`);
    });
}
/** `given` is what the user wrote, for the refusal. */
function parseDuration(value, expected, given = value) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([smh])$/.exec(value) ?? [];
    if (amount === undefined)
        throw refusal(expected, given);
    const durationMs = Number(amount) * UNIT_MS[unit];
    if (durationMs > LONGEST_MS)
        throw refusal('at most 596h', given);
    return durationMs;
}
/** Where the values of inputs came from that were not given: `$GOBBLER_URL`, or a file. */
const origins = new Map();
/** Where the value of an input came from that was not given: `$GOBBLER_URL`, or a file. */
function originOf(input) {
    return origins.get(input);
}
/** Reads all inputs of a command. All that are wrong are refused in one error with code `invalid-input`. */
function readInputs(inputs) {
    const values = {};
    const problems = [];
    const settings = settingsFor(inputs);
    for (const [name, input] of Object.entries(inputs)) {
        const found = input.setting && settings.get(input.setting);
        if (found?.origin !== undefined) {
            origins.set(name, found.origin);
            (0,_details_js__WEBPACK_IMPORTED_MODULE_2__/* .detail */ ._)(() => `${name} is from ${found.origin}`);
        }
        const given = (0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().input(name) || found?.value || input.default;
        try {
            if (given === '' && input.required)
                throw new Refusal(missing(input));
            values[name] = input.parse(given);
        }
        catch (error) {
            const isOurs = error instanceof Refusal || error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .GobblerError */ .CE;
            if (!isOurs)
                throw error;
            const sentence = error instanceof Refusal ? `${name} ${error.message}` : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error);
            problems.push({ input: name, sentence });
        }
    }
    if (problems.length === 0)
        return values;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .gobblerError */ .k5)('inputs-unusable', { problems, advice: (0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().adviceOnInputs });
}
/** The settings that a command needs. Files are not read for a command that needs none. */
function settingsFor(inputs) {
    const needed = Object.entries(inputs).filter(([, { setting }]) => setting !== undefined);
    if (needed.length === 0)
        return new Map();
    return (0,_settings_index_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsInEffect */ .AQ)(Object.fromEntries(needed.map(([name, { setting }]) => [setting, (0,_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().input(name)])));
}
function missing({ setting }) {
    const empty = 'is required, but is empty';
    return setting === undefined ? empty : `${empty}, and so is $${_settings_index_js__WEBPACK_IMPORTED_MODULE_5__/* .SETTINGS */ .yy[setting]}; no settings file has it`;
}


/***/ }),

/***/ 3455:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ atMostLines),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8054);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6366);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8034);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(668);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2405);





/** GitHub cuts an annotation after 4,096 characters; we stop before, at a whole line. */
const LONGEST_ANNOTATION = 4_000;
/** Writes a line to the log. It may contain foreign text, which is made harmless. */
function line(text) {
    (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().line((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(text));
}
/** Writes lines as a group that is folded in the log. */
function group(title, lines) {
    (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().group((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(title), Array.from(lines, _escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1));
}
/** The first of many lines, closed by the number of the others. */
function atMostLines(most, lines) {
    const rest = lines.length - most;
    return rest > 0 ? [...lines.slice(0, most), `\u2026 and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : lines;
}
/** An error or a warning that cannot be overlooked. Does not end the command. */
function annotate(severity, annotation) {
    (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().annotate(severity, { ...annotation, title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(annotation.title) });
}
const annotateWarning = (annotation) => annotate('warning', annotation);
/** An annotation as lines of harmless text. `inputText` says which input is meant, as the user writes it. */
function annotationText({ sentences, hint, input }, inputText = (name) => `(input: ${name})`) {
    const tail = [
        ...(hint === undefined ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hintText */ .dx)(hint, (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().settingText))]),
        ...(input === undefined ? [] : [fromElsewhere(input) ?? inputText(input)]),
    ].join(' ');
    const shown = [];
    let length = tail.length;
    for (const sentence of sentences) {
        const safe = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(sentence).slice(0, LONGEST_ANNOTATION / 2);
        if (length + safe.length > LONGEST_ANNOTATION)
            break;
        length += safe.length + 1;
        shown.push(safe);
    }
    const rest = sentences.length - shown.length;
    return [
        ...shown,
        ...(rest > 0 ? [`\u2026 and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : []),
        ...(tail === '' ? [] : [tail]),
    ].join('\n');
}
/** An input that was not given, with the place of its value. */
function fromElsewhere(input) {
    const origin = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .originOf */ .yv)(input);
    return origin === undefined ? undefined : `(${input} from ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(origin)})`;
}


/***/ }),

/***/ 9357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ tryWrite),
/* harmony export */   hy: () => (/* binding */ tryWriteLater),
/* harmony export */   jt: () => (/* binding */ warnOfFailedWrites)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6464);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3455);


/** Sentences about failed writes since the last warning. */
const failures = [];
/**
 * Writes a report of the finished work, such as an output or a summary. If the filesystem refuses it, the command continues,
 * and ends with one warning about all such failures; see {@link warnOfFailedWrites}.
 */
function tryWrite(what, write) {
    try {
        write();
    }
    catch (error) {
        noteFailure(what, error);
    }
}
/** The same in the background. Returns undefined if the filesystem has refused it. */
async function tryWriteLater(what, write) {
    try {
        return await write();
    }
    catch (error) {
        noteFailure(what, error);
        return undefined;
    }
}
function noteFailure(what, error) {
    const isRefused = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .U)(error) !== undefined ||
        (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE && error.code === 'destination-unavailable');
    if (!isRefused)
        throw error;
    failures.push(`${what} could not be written: ${(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`);
}
/** Warns once about all failed writes, and `others`; `done` is a sentence about the work that was done all the same. */
function warnOfFailedWrites(done, others = []) {
    const sentences = [...failures.splice(0), ...others];
    if (sentences.length === 0)
        return;
    (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .annotateWarning */ .tf)({
        title: 'Some outputs could not be written',
        sentences: done === undefined ? sentences : [`${done}.`, ...sentences],
        hint: 'Check the free space and the permissions of the named directories. Outputs that could not be written are empty.',
    });
}


/***/ }),

/***/ 394:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ requireRoom)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Makes sure that a file can take as many bytes, by appending them and taking them back. The file is made if it does not
 * exist; with `isNew` it must not.
 */
function requireRoom(file, sizeBytes, { isNew = false } = {}) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, isNew ? 'ax' : 'a');
    try {
        const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        try {
            // Empty lines mean nothing to a runner, should this process be killed here.
            for (let done = 0; done < sizeBytes;)
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, '\n'.repeat(sizeBytes - done));
        }
        finally {
            if (before.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(descriptor, before.size);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 2405:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ useRuntime),
/* harmony export */   H: () => (/* binding */ host)
/* harmony export */ });
let current;
/** Sets the runtime once, before any command runs. */
function useRuntime(runtime) {
    current = runtime;
}
/** The runtime of this process. */
function host() {
    if (current === undefined)
        throw new Error('useRuntime() has to be called before a command runs');
    return current;
}


/***/ }),

/***/ 3009:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fF: () => (/* binding */ bulletList)
/* harmony export */ });
/* unused harmony export fitting */
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3455);
/* harmony import */ var _output_writes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9357);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2405);



/** The runner takes 1 MiB a step; the rest of the screen belongs to other steps. */
const LARGEST_SUMMARY_BYTES = 100 * 1024;
/**
 * Appends blocks of Markdown to the job summary: each is a whole (a heading, a table, a list), so that what does not fit
 * is left out without breaking what is shown. Foreign strings in them must have been made harmless. A summary that cannot be
 * written is a warning. Does nothing where
 * no summary is kept, or where `show-summary` is false, whatever else is wrong with the inputs.
 */
async function writeSummary(...blocks) {
    const { summary, input } = (0,_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)();
    if (summary === undefined || /^false$/i.test(input('show-summary')))
        return;
    await (0,_output_writes_js__WEBPACK_IMPORTED_MODULE_1__/* .tryWriteLater */ .hy)('the summary', () => summary(`${fitting(blocks).join('\n\n')}\n\n`));
}
/** Returns as many of the blocks, from the first on, as fit into the summary, with a note about the rest. */
function fitting(blocks, largestBytes = LARGEST_SUMMARY_BYTES) {
    let size = 0;
    const tooMuch = blocks.findIndex((block) => {
        size += Buffer.byteLength(block) + 2;
        return size > largestBytes;
    });
    return tooMuch < 0 ? blocks : [...blocks.slice(0, tooMuch), '\u2026 the rest is too long for a summary'];
}
/** A list of at most `most` items, closed by the number of the others. Items are Markdown. */
function bulletList(items, most) {
    return (0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .atMostLines */ .C3)(most, items)
        .map((item) => `- ${item}`)
        .join('\n');
}
/** A table of names and values without a header. Cells are Markdown without line breaks. */
function factTable(rows) {
    return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}


/***/ }),

/***/ 1680:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ packageVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);



/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(require("url").pathToFileURL(__filename).href));
const ROOT = ['..', '../../..']
    .map((up) => node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(HERE, up))
    .find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, 'package.json')));
/** A clone that does not answer soon tells nothing. */
const GIT_PATIENCE_MS = 5_000;
/** The version of the package, with its commit and the date of that: `0.1.0 (1a2b3c4, 2026-11-29)`. */
function packageVersion(root = ROOT) {
    const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, 'package.json'), 'utf8'));
    // The file in a clone tells the commit of its last installation, which may be an old one.
    const isClone = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, '.git'));
    const commit = isClone ? commitOfClone(root) : commitOfPackage(root);
    return commit === undefined ? version : `${version} (${commit})`;
}
/** The commit of a clone; undefined if git does not tell it. */
function commitOfClone(root) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, '.git');
    try {
        const args = ['--git-dir', directory, 'log', '-1', '--format=%h, %cs'];
        const stdio = ['ignore', 'pipe', 'ignore'];
        const { execFileSync } = process.getBuiltinModule('node:child_process'); // takes 2 ms to load
        return execFileSync('git', args, { encoding: 'utf8', stdio, timeout: GIT_PATIENCE_MS }).trim();
    }
    catch {
        // Git is not installed, or refuses the clone of another user: the version is known all the same.
        return undefined;
    }
}
/** The commit that a package was made from, which `scripts/build-library.mjs` has written; undefined without the file. */
function commitOfPackage(root) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, 'lib/commit.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return undefined;
    const { commit, date } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    return `${commit}, ${date}`;
}


/***/ }),

/***/ 3555:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ findOrigin),
  d: () => (/* binding */ provenanceInputs)
});

// EXTERNAL MODULE: ./build/client/provenance/facts.js
var provenance_facts = __nccwpck_require__(2476);
// EXTERNAL MODULE: ./build/errors/gobbler-error.js + 13 modules
var gobbler_error = __nccwpck_require__(6464);
// EXTERNAL MODULE: ./build/commands/kit/inputs.js
var inputs = __nccwpck_require__(668);
// EXTERNAL MODULE: ./build/commands/kit/runtime.js
var runtime = __nccwpck_require__(2405);
// EXTERNAL MODULE: ./build/commands/kit/log.js
var log = __nccwpck_require__(3455);
// EXTERNAL MODULE: ./build/commands/package/package-version.js
var package_version = __nccwpck_require__(1680);
// EXTERNAL MODULE: ./build/client/connection/identity.js
var identity = __nccwpck_require__(6836);
;// CONCATENATED MODULE: ./build/commands/provenance/environment-facts.js


/** The variables that provenance is read from. Nothing else of the environment gets into it. */
const VARIABLES = [
    'GITHUB_ACTIONS',
    'GITHUB_SERVER_URL',
    'GITHUB_REPOSITORY',
    'GITHUB_SHA',
    'GITHUB_REF',
    'GITHUB_WORKFLOW',
    'GITHUB_WORKFLOW_REF',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_ACTOR',
    'SLURM_JOB_ID',
    'SLURM_JOB_NAME',
    'SLURM_CLUSTER_NAME',
];
/** The facts in the environment: of a workflow of a forge, and of a Slurm job. */
function environmentFacts(env = process.env) {
    const found = Object.fromEntries(VARIABLES.map((name) => [name, env[name] || undefined]));
    const { SLURM_JOB_ID: slurmJob } = found;
    const isWorkflow = found.GITHUB_ACTIONS === 'true';
    const place = isWorkflow ? 'workflow' : slurmJob !== undefined ? 'slurm' : 'shell';
    return {
        place,
        user: (0,identity/* currentUser */.N)(),
        ...(isWorkflow && workflowFacts(found)),
        ...(slurmJob !== undefined && {
            slurmJob,
            slurmJobName: found.SLURM_JOB_NAME,
            slurmCluster: found.SLURM_CLUSTER_NAME,
        }),
    };
}
function workflowFacts(found) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run } = found;
    const repository = server && name && (0,provenance_facts/* publicUrl */.x6)(`${server.replace(/\/+$/, '')}/${name}`);
    return {
        repository,
        commit: found.GITHUB_SHA,
        ref: found.GITHUB_REF,
        workflow: found.GITHUB_WORKFLOW_REF ?? found.GITHUB_WORKFLOW,
        runUrl: repository && run && (0,provenance_facts/* publicUrl */.x6)(`${repository}/actions/runs/${run}${attempt(found)}`),
        actor: found.GITHUB_ACTOR,
    };
}
/** Without it, the page shows the last attempt. Gitea has no pages of attempts, and always counts one. */
const attempt = ({ GITHUB_RUN_ATTEMPT: number = '1', }) => (number === '1' ? '' : `/attempts/${number}`);

;// CONCATENATED MODULE: ./build/commands/provenance/git-facts.js

/** A clone that does not answer soon tells nothing. */
const PATIENCE_MS = 10_000;
/** A clone may be somebody else's work, such as an unpacked archive: its settings must not start programs, or a download. */
const WITHOUT_PROGRAMS = ['core.fsmonitor=false', 'core.sshCommand=false', 'protocol.allow=never'];
/**
 * The commit, the branch and the repository of the clone that a directory is in, and whether tracked files differ from the
 * commit. Empty outside of a clone, without git, and where git refuses the clone, such as that of another user. Changes nothing
 * in the clone, and starts no program that its settings name: with a filter among them, `modified` is unknown.
 */
async function gitFacts(directory) {
    const head = await git(directory, ['rev-parse', '--verify', '--quiet', 'HEAD']);
    if (head.exitCode !== 0)
        return {};
    // A comparison would run them. Those of the user's own settings, such as of Git LFS, are harmless.
    const filters = await git(directory, [
        ...['config', '--show-scope', '--name-only'],
        ...['--get-regexp', '^filter\\..*\\.(clean|process)$'],
    ]);
    const mayCompare = filters.exitCode === 1 || (filters.exitCode === 0 && !/^(?!global|system)/m.test(filters.output));
    const [ref, remote, difference] = await Promise.all([
        git(directory, ['symbolic-ref', '--quiet', 'HEAD']),
        git(directory, ['config', '--get', 'remote.origin.url']),
        mayCompare ? git(directory, DIFFERENCE) : undefined,
    ]);
    return {
        commit: head.output,
        ref: ref.exitCode === 0 ? ref.output : undefined,
        repository: remote.exitCode === 0 ? (0,provenance_facts/* publicUrl */.x6)(remote.output) : undefined,
        modified: difference && [false, true][difference.exitCode ?? -1],
    };
}
const DIFFERENCE = ['diff', '--quiet', '--no-ext-diff', '--no-textconv', '--ignore-submodules', 'HEAD'];
function git(directory, args) {
    // Loading it takes 2 ms, which a step without provenance need not spend.
    const { execFile } = process.getBuiltinModule('node:child_process');
    const quiet = ['--no-optional-locks', ...WITHOUT_PROGRAMS.flatMap((setting) => ['-c', setting]), ...args];
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
    return new Promise((resolve) => {
        const child = execFile('git', quiet, { cwd: directory, env, timeout: PATIENCE_MS }, (_, stdout) => resolve({ exitCode: child.exitCode ?? undefined, output: stdout.replace(/\n$/, '') }));
    });
}

;// CONCATENATED MODULE: ./build/commands/provenance/origin.js






/** For whatever publishes a version. */
const provenanceInputs = {
    provenance: (0,inputs/* text */.Qq)('Also publish a file of this name, like `provenance.json`, that states repository, commit, ref, workflow, run, actor and user of the upload as an in-toto statement, not signed'),
    message: (0,inputs/* text */.Qq)('Why this version is published, for its provenance file; may have several lines'),
};
/**
 * The facts of this process: from the environment and, for a provenance file that is published outside of a workflow, from
 * the clone that the current directory is in. Code `invalid-input` for a message that cannot be in a
 * provenance file, or without one.
 */
async function findOrigin({ provenance: file, message: given, }) {
    const message = given?.replaceAll('\r\n', '\n');
    const startedOn = new Date().toISOString();
    const found = environmentFacts();
    if (file === undefined) {
        if (message !== undefined)
            throw (0,gobbler_error/* gobblerError */.k5)('message-unpublished', {});
        return { facts: (0,provenance_facts/* plainFacts */.UM)({ ...found, startedOn, actionVersion: '' }).facts, provenance: undefined };
    }
    if (message !== undefined && !(0,provenance_facts/* isPlainMessage */.Y)(message))
        throw (0,gobbler_error/* gobblerError */.k5)('message-unfit', { length: message.length, mostCharacters: provenance_facts/* LONGEST_MESSAGE */.bX });
    const ofClone = found.place === 'workflow' ? {} : await gitFacts((0,runtime/* host */.H)().places.base);
    const all = { ...found, ...ofClone, startedOn, actionVersion: (0,package_version/* packageVersion */.T)(), message };
    const { facts, leftOut } = (0,provenance_facts/* plainFacts */.UM)(all);
    if (leftOut.length > 0)
        (0,log/* line */.n8)(`${file} leaves out ${leftOut.join(', ')}: not UTF-8, with control characters, too long, or not of the expected form`);
    return { facts, provenance: { file, facts } };
}


/***/ }),

/***/ 7129:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ settingsInEffect),
/* harmony export */   pb: () => (/* binding */ settingsFiles),
/* harmony export */   yy: () => (/* binding */ SETTINGS)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6836);
/* harmony import */ var _client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2215);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5023);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2778);
/* harmony import */ var _fs_index_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6617);





/** The settings that a site or a user sets once, by name, with the environment variable of each. */
const SETTINGS = {
    url: 'GOBBLER_URL',
    staging: 'GOBBLER_STAGING',
    registry: 'GOBBLER_REGISTRY',
};
const NAMES = Object.keys(SETTINGS);
const SITE_FILE = '/etc/gobbler.json';
const LARGEST_BYTES = 64 * 1024;
const WRITABLE_BY_OTHERS = 0o022;
/** The settings files, whether they exist or not, from the first that counts: the user's, and the site's. */
function settingsFiles(env = process.env) {
    const { XDG_CONFIG_HOME = '', GOBBLER_SITE_SETTINGS } = env;
    const home = (0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_2__/* .homeDirectory */ .R)();
    // As the specification has it, a relative path is ignored.
    const config = node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : home && node_path__WEBPACK_IMPORTED_MODULE_1___default().join(home, '.config');
    return [...(config ? [node_path__WEBPACK_IMPORTED_MODULE_1___default().join(config, 'gobbler/config.json')] : []), GOBBLER_SITE_SETTINGS || SITE_FILE];
}
/**
 * Returns the settings in effect: inputs override the environment, which overrides the user's file, which overrides the
 * site's. Directories belong to a service: a place that names a service has no say about the directories of another one.
 * A file is read only if a setting is still missing. Throws `invalid-input` for a file that cannot be used: one that is
 * malformed, that has an unknown key, or that somebody other than this user and root may write.
 */
function settingsInEffect(inputs, env = process.env) {
    const variables = NAMES.map((name) => [name, env[SETTINGS[name]]?.trim()]);
    const sources = [
        { values: inputs, originOf: () => undefined },
        { values: Object.fromEntries(variables), originOf: (name) => `$${SETTINGS[name]}` },
    ];
    let found = foundIn(sources);
    for (const file of settingsFiles(env)) {
        if (found.size === NAMES.length)
            break;
        sources.push({ values: valuesIn(file), originOf: () => file });
        found = foundIn(sources);
    }
    return found;
}
/** The settings in effect from some sources, the first of which counts. */
function foundIn(sources) {
    const url = sources.find(({ values }) => values.url)?.values.url;
    const ofService = sources.filter(({ values }) => !values.url || sameService(values.url, url));
    return new Map(NAMES.flatMap((name) => {
        const source = ofService.find(({ values }) => values[name]);
        const value = source?.values[name];
        return value ? [[name, { value, origin: source?.originOf(name) }]] : [];
    }));
}
function sameService(one, other) {
    return other !== undefined && serviceOf(one) === serviceOf(other);
}
/** One spelling for all addresses of a service. A bad address is itself: its input refuses it. */
function serviceOf(url) {
    try {
        return (0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizeUrl */ .l2)(url);
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE))
            throw error;
        return url;
    }
}
/** The settings in a file; none if it does not exist. */
function valuesIn(file) {
    const refuse = (found, cause) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .gobblerError */ .k5)('settings-unusable', { file, found }, { cause });
    let content;
    try {
        content = readTrusted(file, refuse);
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error) === undefined || error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE)
            throw error;
        throw refuse({ kind: 'unreadable', error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error) }, error);
    }
    return content === undefined ? {} : parsed(content, refuse);
}
/** Reads a file if nobody but this user and root may write it; all is decided about the file that was opened. */
function readTrusted(file, refuse) {
    try {
        return (0,_fs_index_js__WEBPACK_IMPORTED_MODULE_6__/* .withOpenNow */ .B)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK, (descriptor) => {
            const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
            if (!stats.isFile())
                throw refuse({ kind: 'no-file' });
            if (!(0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .isOwn */ .NP)(stats) && !(0,_fs_index_js__WEBPACK_IMPORTED_MODULE_7__/* .isOfRoot */ .QH)(stats))
                throw refuse({ kind: 'foreign', owner: stats.uid });
            if ((stats.mode & WRITABLE_BY_OTHERS) !== 0)
                throw refuse({ kind: 'writable', mode: (stats.mode & 0o7777).toString(8) });
            if (stats.size > LARGEST_BYTES)
                throw refuse({ kind: 'too-large', bytes: stats.size, limitBytes: LARGEST_BYTES });
            return readText(descriptor, refuse);
        });
    }
    catch (error) {
        if (isAbsent(file, error))
            return undefined;
        throw error;
    }
}
/** Throws for bytes that are no UTF-8. A byte order mark is left out. */
function readText(descriptor, refuse) {
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw refuse({ kind: 'no-json', error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error) });
    }
}
/** Returns whether a file does not exist for this user: a closed directory, such as another user's home, hides it. */
function isAbsent(file, error) {
    const code = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return true;
    if (code !== 'EACCES')
        return false;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file);
        return false;
    }
    catch (hidden) {
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .U)(hidden) === 'EACCES';
    }
}
function parsed(content, refuse) {
    let value;
    try {
        value = JSON.parse(content);
    }
    catch (error) {
        throw refuse({ kind: 'no-json', error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .b)(error) }, error);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw refuse({ kind: 'no-object' });
    for (const [key, text] of Object.entries(value)) {
        if (!NAMES.includes(key))
            throw refuse({ kind: 'unknown-key', key, keys: NAMES });
        if (typeof text !== 'string' || text.trim() === '')
            throw refuse({ kind: 'no-text', key });
        if (key !== 'url' && (!node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(text) || text.includes('\0')))
            throw refuse({ kind: 'no-path', key, value: text });
        if (key === 'url')
            requireUrl(text, refuse);
    }
    return value;
}
function requireUrl(text, refuse) {
    try {
        (0,_client_connection_index_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizeUrl */ .l2)(text);
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE))
            throw error;
        throw refuse({ kind: 'no-url', error: error.message }, error);
    }
}


/***/ }),

/***/ 2983:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ nameSource),
/* harmony export */   F: () => (/* binding */ suggestFrom)
/* harmony export */ });
let source;
/** Sets where names that resemble a missing one are looked for: in the registry of the last connection. */
function suggestFrom(namesIn) {
    source = namesIn;
}
/** Where to look for names; undefined without a connection. */
function nameSource() {
    return source;
}


/***/ }),

/***/ 5455:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ symlinksInput),
/* harmony export */   V7: () => (/* binding */ versionOutputs),
/* harmony export */   W8: () => (/* binding */ notPublished),
/* harmony export */   fj: () => (/* binding */ uploadInputs),
/* harmony export */   gQ: () => (/* binding */ uploadOutputs),
/* harmony export */   lo: () => (/* binding */ publishingInputs)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6464);
/* harmony import */ var _connect_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5136);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(668);
/* harmony import */ var _provenance_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3555);
/* harmony import */ var _versions_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3427);





/** For every source of files. */
const symlinksInput = {
    symlinks: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('`preserve` keeps links to files in the directory or in the registry and refuses all others, `dereference` publishes their targets, `error` refuses every link', ['preserve', 'dereference', 'error'], 'preserve'),
};
/** For whatever publishes a version. */
const publishingInputs = {
    probation: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Put the version on probation until an owner of the project approves it', false),
    'if-probational': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('Behavior if the service puts the version on probation unasked: `warn`, `error` or `ignore`', ['warn', 'error', 'ignore'], 'warn'),
    'if-exists': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('Behavior if the version exists: `verify` (succeed if the content is the same, else fail and list the paths that differ), `skip` or `error`', ['verify', 'skip', 'error'], 'verify'),
    deduplicate: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('Versions to link unchanged files to instead of copying them, `latest`, `all` (any of the asset that is not on probation) or `off`', ['latest', 'all', 'off'], 'latest'),
    ..._provenance_index_js__WEBPACK_IMPORTED_MODULE_1__/* .provenanceInputs */ .d,
};
const uploadInputs = {
    project: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Project to publish in; must exist'),
    asset: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Asset to publish; created if missing'),
    version: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredText */ .$4)('Name of the new version; versions are permanent'),
    directory: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .directoryPath */ .dh)('Directory to publish, relative to the workspace'),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceInputs */ .r7,
    spoof: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Act on behalf of this user, if the service allows it'),
    files: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)('Patterns of files to publish, one per line, relative to `directory`; `!` excludes', '**'),
    'include-hidden-files': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Publish files and directories whose names start with a dot. Otherwise a warning counts those left out; metadata of data formats, like `.zarray`, is always published', false),
    'if-no-files-found': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('Behavior if there is nothing to publish: `error`, `warn` or `ignore`', ['error', 'warn', 'ignore'], 'error'),
    ...symlinksInput,
    ...publishingInputs,
    consume: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Remove published files and links from `directory`, and directories left empty (itself included), once the registry holds them', false),
    verify: (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('How to compare the published manifest with the source: `checksum` (all sizes, and checksums of copied files), `all` (all checksums), `size` or `off`', ['checksum', 'all', 'size', 'off'], 'checksum'),
    'hash-cache': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Cache checksums of unchanged files between runs on this machine', true),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .concurrencyInput */ .ei,
    'checksums-file': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalPath */ .s2)('Also write sha256 sums of the source to this file, in sha256sum format, after comparing every published byte with them (unless `verify` is `off`). The file itself is never published'),
    'dry-run': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Only check and plan', false),
    ..._connect_index_js__WEBPACK_IMPORTED_MODULE_2__/* .undoingTimeoutInput */ .w7,
    'lock-wait-minutes': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .minutes */ .Gx)('How long to keep retrying while another upload locks the asset', 30),
    'show-summary': (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('Write a job summary', true),
};
/** The outputs that describe a published version, from a directory or from parts. */
const versionOutputs = {
    'version-path': 'Absolute path of the version in the registry; empty if this machine cannot read it there',
    manifest: 'The manifest as JSON while it is at most 64 KiB, else empty',
    'manifest-path': 'A file with the manifest, always',
    'manifest-truncated': '`true` if the manifest was too long for `manifest`',
    'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out. The same content has the same digest; it is as strong as MD5, see `checksums-file`',
    status: '`created`, `verified`, `skipped`, `planned`, `failed`, `timed-out` or `cancelled`',
    created: '`true` if this step published a version',
    probational: '`true` if the version is on probation',
    'files-count': 'Number of files in the version',
    'size-bytes': 'Size of all files in the version',
    'copied-bytes': 'Bytes that had to be copied to staging',
    'linked-bytes': 'Bytes of the version that the registry keeps as links to files it had already',
    'previous-version': 'The latest version before this one, if there was one',
    ..._versions_index_js__WEBPACK_IMPORTED_MODULE_3__/* .changeOutputs */ .D,
    'diff-path': 'A JSON file with `added`, `changed` and `removed` paths',
    'version-url': "The version under the service's `/fetch`",
    'approve-command': 'For a version on probation, the shell command that approves exactly this content; else empty',
};
const uploadOutputs = {
    ...versionOutputs,
    'source-kept': 'With `consume`, how many files and links of the source stay: all for a version on probation, else those that could not be removed or have changed since; empty for a skipped version',
};
/** How the failure of an upload or a submit is headed: what is published stays so, whatever fails afterwards. */
function notPublished(what, error, answers) {
    if (answers.get('created') === true)
        return `${what} was published, but the step has failed since`;
    return error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_4__/* .GobblerError */ .CE && error.code === 'connection-lost'
        ? `it is not known whether ${what} was published`
        : `${what} was not published`;
}


/***/ }),

/***/ 6493:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   upload: () => (/* binding */ upload)
/* harmony export */ });
/* harmony import */ var _protocol_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9748);
/* harmony import */ var _kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7893);
/* harmony import */ var _upload_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5455);



/** The root action: publishes a directory as a new version. Its code is loaded once the inputs are valid. */
const upload = (0,_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'upload',
    inputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadInputs */ .fj,
    outputs: _upload_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadOutputs */ .gQ,
    failed: (given, error, answers) => (0,_upload_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .notPublished */ .W8)((0,_protocol_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRef */ .rq)(given), error, answers),
    unanswered: { created: false },
    run: async (context) => (await Promise.all(/* import() | shared */[__nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(804)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5925))).runUpload(context),
    post: async () => (await Promise.all(/* import() | shared */[__nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(804)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5925))).sweepAfterUpload(),
});


/***/ }),

/***/ 3427:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ changeOutputs)
/* harmony export */ });
/** The outputs that describe how a version differs from another. */
const changeOutputs = {
    'files-added': 'Number of paths that the previous version does not have',
    'files-changed': 'Number of paths with other content than in the previous version',
    'files-removed': 'Number of paths that only the previous version has',
    'previous-size-bytes': 'Size of all files in the previous version',
    'new-bytes': 'Bytes of files whose content the previous version does not have',
    'unchanged-bytes': 'Bytes of files whose content the previous version has, under any path',
};


/***/ }),

/***/ 2206:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ actorText)
/* harmony export */ });
/** `alicia on node7 at 2030-01-02T03:04:05Z`. */
function actorText({ user, host, at }) {
    return `${user} on ${host} at ${at.replace(/\.\d+Z$/, 'Z')}`;
}


/***/ }),

/***/ 2494:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ badNameText)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5096);

/** `project name "a/b" may not contain '/'`. */
function badNameText({ kind, name, found }) {
    return `${kind} name${name === undefined ? '' : ` ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}`} ${found}`;
}


/***/ }),

/***/ 3337:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ERROR_TITLES)
/* harmony export */ });
/**
 * The kinds of failures, as words a program can act on, with their titles for people. The list is closed: a new kind
 * gets a new word here, with a line that tells who can solve it.
 */
const ERROR_TITLES = {
    /** The caller: an argument has to change. */
    'invalid-input': 'Input cannot be used',
    /** The caller: a name of a project, asset or version has to change. */
    'invalid-name': 'Bad name',
    /** The caller: the content of the directory has to change. */
    'invalid-source': 'Directory cannot be uploaded',
    /** The caller: the registry does not have the named item. */
    'not-found': 'Not found',
    /** The caller: the registry has an item of that name already. */
    'already-exists': 'Already exists',
    /** The caller: an owner or an administrator has to grant the right. */
    'not-authorized': 'Not allowed',
    /** The caller: there is nothing to approve or to reject. */
    'not-on-probation': 'Not on probation',
    /** The caller: an owner of the project has to approve the version first. */
    'on-probation': 'On probation',
    /** The caller: the published content is not the expected one. */
    'content-differs': 'Content differs',
    /** The caller: another user keeps changing the same item. */
    'conflicting-change': 'Changed at the same time',
    /** The caller: parts of a multipart upload are yet to be staged. */
    'incomplete-upload': 'Parts are missing',
    /** The operator of the runner: nothing answers at the address. */
    'service-unreachable': 'Service cannot be reached',
    /** The operator of the runner: the server is no Gobbler, or one with unusable paths. */
    'service-misconfigured': 'Not a Gobbler',
    /** The operator of the runner: the staging directory cannot be used from here. */
    'staging-unavailable': 'Staging directory',
    /** The operator of the runner: the registry is not where it should be. */
    'registry-unavailable': 'Registry',
    /** The operator of the runner: the destination cannot be written. */
    'destination-unavailable': 'Destination',
    /** The caller: the service has refused the request as malformed. */
    'request-refused': 'Request refused',
    /** The operators: the clocks of runner, file server and service differ. */
    'request-expired': 'Clocks differ',
    /** Nobody: try again later. */
    'lock-timeout': 'Busy for too long',
    /** Nobody: try again later; the message tells how the request ended. */
    'connection-lost': 'Connection lost',
    /** Nobody, or the service's operator: the reason is the service's own. */
    'service-failed': 'Service failed',
    /** The registry's administrator: a record there is damaged. */
    'corrupt-record': 'Damaged record',
    /** The caller, who has set the time-out. */
    'timed-out': 'Out of time',
    /** The caller, who has stopped the work. */
    cancelled: 'Cancelled',
};


/***/ }),

/***/ 5023:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ errnoOf),
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _gobbler_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6464);


/** The errno name of a filesystem or socket error (`ENOENT`), or undefined for anything else. */
function errnoOf(error) {
    // Our own errors have a code, too: one that was thrown to stop the work must not pass for a failure of the disk.
    if (error instanceof _gobbler_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE)
        return undefined;
    const code = memberOf(error, 'code');
    if (typeof code !== 'string')
        return undefined;
    return unnamedErrno(error) ?? code;
}
/** One line of text for whatever was thrown. */
function messageOf(error) {
    const message = memberOf(error, 'message');
    if (typeof message !== 'string')
        return String(error);
    const name = error instanceof _gobbler_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE ? undefined : unnamedErrno(error);
    if (name === undefined)
        return message;
    const call = [memberOf(error, 'syscall'), memberOf(error, 'path')];
    const where = typeof call[0] === 'string' ? `, ${call[0]}` : '';
    return `${name}: ${UNNAMED[name] ?? 'the filesystem refused the call'}${where}${typeof call[1] === 'string' ? ` '${call[1]}'` : ''}`;
}
/** Errors of network filesystems for which Node has neither name nor text. */
const UNNAMED = {
    EDQUOT: 'disk quota exceeded',
    ESTALE: 'stale file handle: the file, or its directory, was deleted on the server',
};
/** The name of an errno that Node reports only by its number, as "Unknown system error -122". */
function unnamedErrno(error) {
    const [code, errno] = [memberOf(error, 'code'), memberOf(error, 'errno')];
    if (typeof errno !== 'number' || code !== `Unknown system error ${errno}`)
        return undefined;
    const found = Object.entries(node_os__WEBPACK_IMPORTED_MODULE_0__.constants.errno).find(([, number]) => number === -errno);
    return found?.[0];
}
/** Not by `instanceof Error`, which is false for an error of Node itself in a context of its own, as in a test. */
function memberOf(error, name) {
    return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}


/***/ }),

/***/ 2833:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   TG: () => (/* binding */ FINDINGS),
/* harmony export */   yX: () => (/* binding */ generalHint),
/* harmony export */   zG: () => (/* binding */ findingHint)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2206);
/* harmony import */ var _bad_name_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2494);
/* harmony import */ var _hint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8054);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5096);
/* harmony import */ var _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9835);





const finding = (row) => row;
const sourceFinding = (text, title, hint, input = 'directory') => ({ code: 'invalid-source', input, title, hint, text });
const subjectOf = ({ directory, path }) => path === '' ? `directory ${directory}` : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path);
const linkOf = ({ path, text }) => `link ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)}${text === undefined ? '' : ` -> ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`}`;
/** Why a link into the registry cannot be published. */
const REGISTRY_LINK = {
    'no-file': () => 'does not point to a file of a version',
    internal: () => 'points to an internal file of the service',
    'bad-name': () => 'contains a name that no project, asset or version can have',
    unlisted: (version) => `points to a path that is not in the manifest of ${version}`,
    itself: () => 'points into the version that is being uploaded',
    'no-version': (version) => `points to ${version}, which does not exist or is unfinished`,
    'on-probation': (version) => `points to ${version}, which is on probation`,
    'no-manifest': (version) => `points to ${version}, which has no manifest`,
};
const unfinishedText = ({ part, begun }) => `a run of part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(part)}${begun === undefined ? '' : ` (${(0,_actor_js__WEBPACK_IMPORTED_MODULE_1__/* .actorText */ .f)(begun)})`} has not finished`;
/** The kinds of findings, with their sentences. */
const FINDINGS = {
    'missing-directory': sourceFinding(({ directory, found }) => found === undefined
        ? `directory ${directory} does not exist`
        : `directory ${directory} should be a directory, but is ${found}`, 'Directory not found', 'Check the path. A relative path starts from the workspace; in a shell, from the current directory.'),
    unreadable: sourceFinding(({ error, ...entry }) => error === undefined
        ? `${subjectOf(entry)} cannot be read by this user`
        : `${subjectOf(entry)} cannot be read: ${error}`, 'Not readable', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Give this user read permission, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}.`),
    'being-removed': sourceFinding(({ path, takenBy }) => takenBy === undefined
        ? `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} contains entries that another upload is removing (consume)`
        : `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} was set aside by a run that was killed, and ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(takenBy)} is a different file now`, 'Being removed by consume', 'Wait for the other upload of this directory, or ten minutes if it was killed on another machine; or compare the two files, and remove one of them.'),
    'no-files': sourceFinding(({ directory, hidden, unselected }) => {
        const reasons = [
            ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
            ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
        ];
        const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
        return `directory ${directory} contains no files to upload${but}`;
    }, 'No files found', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Check ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('directory')}, ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}, ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('include-hidden-files')}, and whether the step that creates the files ran.`),
    'overlapping-directory': sourceFinding(({ directory, other, path, relation }) => relation === 'contains'
        ? `directory ${directory} should be outside the ${other}, but contains ${path}`
        : `directory ${directory} cannot be removed after the upload (consume), because it is ${path === undefined ? 'a fetched version' : `in the ${other} ${path}`}`, "Overlaps with the service's directories", (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Choose another directory. With ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('consume')}, upload a copy.`),
    'special-file': sourceFinding(({ path, found }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is ${found}, not a regular file`, 'Neither file nor directory', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Remove it, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: only regular files, directories and links can be published.`),
    'no-fixed-content': sourceFinding(({ filesystem, ...entry }) => `${subjectOf(entry)} is on ${filesystem}, where files have no fixed content`, 'No fixed content', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Copy the parts that you need to a regular file, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: the kernel generates the content on each read, and it may contain secrets.`),
    'internal-name': sourceFinding(({ path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} starts with two dots, which the service reserves`, 'Reserved name', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Rename it, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: the service uses names that start with two dots for its own files.`),
    'not-utf8': sourceFinding(({ path, place }) => place === 'name'
        ? `the name "${path}" is not valid UTF-8`
        : `the target of link ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is not valid UTF-8`, 'Name is not UTF-8', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Rename it, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: the service would mangle the name.`),
    'path-too-long': sourceFinding(({ path, bytes, mostBytes }) => {
        const start = `that starts with ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path.slice(0, 60))}`;
        return bytes === undefined
            ? `a path of ${path.length} characters ${start} is too long`
            : `a path of ${Buffer.byteLength(path)} bytes ${start} would take ${bytes} bytes in staging or in the registry, but may take at most ${mostBytes}`;
    }, 'Path too long', 'Shorten the names or the nesting.'),
    link: sourceFinding(({ path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is a symbolic link`, 'Link', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('symlinks', 'preserve')} or ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('symlinks', 'dereference')}, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}.`, 'symlinks'),
    'dangling-link': sourceFinding(({ isCircle, error, ...link }) => `${linkOf(link)} ${isCircle ? 'leads into a cycle' : error === undefined ? 'is dangling: its target does not exist' : `cannot be followed: ${error}`}`, 'Dangling link', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Restore its target, remove it, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}.`, 'symlinks'),
    'directory-link': sourceFinding(({ isOutside, ...link }) => `${linkOf(link)} points to a directory${isOutside ? ' outside the source' : ''}`, 'Link to a directory', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('symlinks', 'dereference')} to publish the content, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: the service takes links to files only.`, 'symlinks'),
    'outside-link': sourceFinding(({ isIndirect, ...link }) => `${linkOf(link)} ${isIndirect ? 'passes through a linked directory, so its target is not the one in its text' : 'points out of the directory'}`, 'Link to the outside', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('symlinks', 'dereference')} to publish the content, or exclude the link with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: only links to files in the directory or in the registry can be published.`, 'symlinks'),
    'link-to-left-out': sourceFinding((link) => `${linkOf(link)} points to a file that is not uploaded`, 'Link to a file that is left out', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Include the target with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')} or ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('include-hidden-files')}, or exclude the link too.`, 'symlinks'),
    'cyclic-link': sourceFinding(({ isParent = false, ...link }) => `${linkOf(link)} ${isParent ? 'points to a directory that contains it' : 'leads into a cycle'}`, 'Cycle of links', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Break the cycle, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}.`, 'symlinks'),
    'long-link': sourceFinding(({ steps, ...link }) => `${linkOf(link)} is the start of a chain of ${steps} links`, 'Long chain of links', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Link to the file itself, or exclude the links with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: Linux follows at most 40 links.`, 'symlinks'),
    'registry-link': sourceFinding(({ found, version, ...link }) => `${linkOf(link)} ${REGISTRY_LINK[found](version ?? '')}`, 'Link into the registry', 'Link to a file in the manifest of a version that is not on probation.', 'symlinks'),
    'provenance-name': finding({
        code: 'invalid-input',
        input: 'provenance',
        title: 'Bad name for the provenance file',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('provenance', 'provenance.json')}.`,
        text: ({ file, found }) => `provenance ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file)} ${found}`,
    }),
    'provenance-taken': sourceFinding(({ path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is in the source, but that name is taken by the provenance file of the version`, 'Name of the provenance file is taken', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Choose another name in ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('provenance')}, or leave the entry of the source out.`, 'provenance'),
    'line-break': sourceFinding(({ path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} contains a line feed, which the digest in a provenance file cannot cover`, 'Line feed in a name', (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Rename it, or leave ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('provenance')} out.`, 'provenance'),
    collision: finding({
        code: 'already-exists',
        input: 'path',
        title: 'Path in two parts',
        hint: 'Give the parts different paths, or leave the file out of one of them; then stage that part again.',
        text: ({ path, parts }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is in two parts: ${parts.map(({ part, kind, staged }) => `part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(part)} (a ${kind}, from ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_1__/* .actorText */ .f)(staged)})`).join(' and ')}`,
    }),
    'missing-part': finding({
        code: 'incomplete-upload',
        input: 'parts',
        title: 'Part is missing',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Stage the missing parts, or correct ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('parts')}.`,
        text: ({ uploadId, part, complete, completeCount, unfinished }) => part === undefined
            ? `multipart upload ${uploadId} has no part yet`
            : unfinished !== undefined
                ? unfinishedText(unfinished)
                : `part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(part)} is not in multipart upload ${uploadId}, which has ${complete.length === 0 ? 'no part yet' : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .firstNames */ .d9)(complete, completeCount)}`,
    }),
    'unfinished-part': finding({
        code: 'incomplete-upload',
        input: 'parts',
        title: 'Part is unfinished',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Wait for parts that are being staged, and repeat those that were killed; or list the required ones in ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('parts')}.`,
        text: unfinishedText,
    }),
    contradiction: finding({
        code: 'invalid-input',
        input: 'consume',
        title: 'Inputs contradict each other',
        hint: 'Change one of the two inputs.',
        text: () => 'consume cannot be combined with symlinks: dereference, because the files behind the links are elsewhere',
    }),
    'bad-name': finding({
        code: 'invalid-name',
        input: 'project, asset, version',
        title: 'Bad name',
        hint: 'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
        text: _bad_name_js__WEBPACK_IMPORTED_MODULE_3__/* .badNameText */ .q,
    }),
    'mapped-user': finding({
        code: 'staging-unavailable',
        input: 'staging',
        title: 'User is mapped to another one',
        hint: _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .MAPPED_USER_HINT */ .yw,
        text: _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .mappedUserText */ .iB,
    }),
    staging: finding({
        code: 'staging-unavailable',
        input: 'staging',
        title: 'Staging directory',
        hint: _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .MOUNT_STAGING */ .OY,
        text: ({ staging, serviceStaging, error }) => error?.message ??
            `staging should be ${serviceStaging === undefined ? 'the staging directory' : `the directory ${serviceStaging}`} of the service, but the service does not see files in ${staging}`,
    }),
    'staging-write-failed': finding({
        code: 'staging-unavailable',
        input: 'staging',
        title: 'Staging cannot be written',
        hint: _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .stagingWriteHint */ .KK,
        text: _staging_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .stagingWriteText */ .kk,
    }),
    clock: finding({
        code: 'request-expired',
        input: 'staging',
        title: 'Clocks differ',
        hint: 'Synchronize the clocks of this machine, the file server and the service.',
        text: ({ error }) => error.message,
    }),
    'no-project': finding({
        code: 'not-found',
        input: 'project',
        title: 'Project not found',
        hint: 'Check the name, or ask an administrator of the Gobbler to create the project.',
        text: ({ project }) => `project ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(project)} does not exist in the registry`,
    }),
    'not-allowed': finding({
        code: 'not-authorized',
        input: 'project',
        title: 'Not allowed to upload',
        hint: 'Ask an owner of the project to make this user an uploader.',
        text: ({ user, asset, owners }) => {
            const whose = owners.length === 0 ? 'the project has no owners' : `owners of the project: ${owners.join(', ')}`;
            return `user ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(user)} may not upload to ${asset} (${whose})`;
        },
    }),
    untrusted: finding({
        code: 'on-probation',
        input: 'if-probational',
        title: 'Would be on probation',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('probation', 'true')}, or ask an owner of the project to make this user a trusted uploader.`,
        text: ({ user, asset }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(user)} is not a trusted uploader of ${asset}, so the version would be on probation`,
    }),
    spoof: finding({
        code: 'not-authorized',
        input: 'spoof',
        title: 'Not allowed to act for others',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Leave ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('spoof')} out, or ask the operator of the service to allow it.`,
        text: ({ user, spoof }) => `user ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(user)} may not act for ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(spoof)} at this service`,
    }),
    'unknown-user': finding({
        code: 'not-authorized',
        input: 'staging',
        title: 'Unknown user',
        hint: 'Run the job as a user who has an account on the machine of the service; users in containers often do not.',
        text: ({ uid }) => `the service should know ${uid === undefined ? 'the user of this process' : `user id ${uid} of this process`}, but does not`,
    }),
    'lost-content': finding({
        code: 'corrupt-record',
        input: 'asset',
        title: 'Lost in the registry',
        hint: 'Ask an administrator to delete the versions that link to the deleted one, and publish again.',
        text: ({ path, same, gone }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is the same as ${same} of the latest version, which is a link to ${gone}, which was deleted: the service would create the same dangling link, and lose the file`,
    }),
    'same-md5': finding({
        code: 'content-differs',
        input: 'asset',
        title: 'Same MD5, other content',
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Find out where the file comes from, since this does not happen by chance. Publish it in another asset, or exclude it with ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('files')}: the service treats files with the same size and MD5 as identical.`,
        text: ({ path, sha256, other, version, otherSha256 }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} has sha256 ${sha256}, but ${other} of the latest version, ${version}, has the same size and MD5 with sha256 ${otherSha256}: the service would publish that in its place`,
    }),
    'version-exists': finding({
        code: 'already-exists',
        input: 'version',
        title: 'Version exists',
        hint: 'Choose another version name: versions are permanent.',
        text: ({ version, onProbation, user, uploaded }) => `version ${version} already exists: uploaded by ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(user)} at ${uploaded}${onProbation ? ', on probation' : ''}`,
    }),
    'version-unfinished': finding({
        code: 'already-exists',
        input: 'version',
        title: 'Version is unfinished',
        hint: 'Choose another version name. If no upload is running, the service crashed in the middle of one: ask an administrator to delete the version (with force).',
        text: ({ version }) => `version ${version} already exists, but its upload has not finished`,
    }),
};
/** The next step for findings of a kind, whatever their facts. */
function generalHint(kind) {
    const { hint } = FINDINGS[kind];
    return typeof hint === 'function' ? hint({}) : hint;
}
/** The next step for a finding. */
function findingHint({ kind, facts }) {
    const { hint } = FINDINGS[kind];
    return typeof hint === 'function' ? hint(facts) : hint;
}
/** The sentence of a finding. */
function findingText({ kind, facts }) {
    return FINDINGS[kind].text(facts);
}


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  CE: () => (/* binding */ GobblerError),
  xS: () => (/* binding */ factsOf),
  k5: () => (/* binding */ gobblerError)
});

// EXTERNAL MODULE: ./build/errors/hint.js
var hint = __nccwpck_require__(8054);
// EXTERNAL MODULE: ./build/errors/problems/administration.js
var administration = __nccwpck_require__(2916);
// EXTERNAL MODULE: ./build/errors/problems/approval.js
var approval = __nccwpck_require__(9945);
// EXTERNAL MODULE: ./build/errors/problem.js
var errors_problem = __nccwpck_require__(5096);
;// CONCATENATED MODULE: ./build/errors/mismatch.js

/** A sentence that begins with the path: the version should be like the source. */
function mismatchText(mismatch) {
    const { path, kind, expected, found } = mismatch;
    return isOfContent(kind)
        ? `${(0,errors_problem/* quoted */.TL)(path)} should have ${amount(kind, expected)}, but has ${found === '' ? 'none (an empty directory)' : found} in the version`
        : presenceText(path, kind, expected);
}
/** The same if it is the directory that should be like the version. */
function directoryMismatchText(mismatch) {
    const { path, kind, expected, found } = mismatch;
    return isOfContent(kind)
        ? `${(0,errors_problem/* quoted */.TL)(path)} has ${amount(kind, expected)}, but should have ${found === '' ? 'none (an empty directory)' : found}`
        : presenceText(path, kind, expected);
}
const isOfContent = (kind) => kind === 'size' || kind === 'md5' || kind === 'sha256';
function presenceText(path, kind, expected) {
    const state = {
        missing: 'is missing in the version',
        unexpected: 'is only in the version',
        directory: 'is a directory in the version',
        provenance: 'should be a provenance file about this content, but is something else in the version',
        unreadable: `cannot be read in the version with its ${(0,errors_problem/* bytesText */.pV)(expected)}`,
    }[kind];
    return `${(0,errors_problem/* quoted */.TL)(path)} ${state}`;
}
const amount = (kind, expected) => kind === 'size'
    ? (0,errors_problem/* bytesText */.pV)(expected)
    : kind === 'md5'
        ? expected === ''
            ? 'no MD5 (an empty directory)'
            : `MD5 ${expected}`
        : `sha256 ${expected}`;

;// CONCATENATED MODULE: ./build/errors/problems/commands.js



const unusableInputs = ({ length }) => `${length} inputs cannot be used`;
/** Why a signal may come, where that says more than its name. */
const SIGNAL_REASONS = {
    SIGINT: 'Ctrl-C was pressed',
    SIGQUIT: 'Ctrl-\\ was pressed',
    SIGHUP: 'its terminal was closed',
};
/** Commands: their inputs, how they end, and their reports. */
const COMMANDS = (0,errors_problem/* problemTable */.iK)(() => ({
    'bad-command-line': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        text: ({ error }) => error,
        hint: ({ command }) => `See gobbler ${command === undefined ? '' : `${command} `}--help.`,
    }),
    'inputs-unusable': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: ({ problems }) => problems.map(({ input }) => input).join(', '),
        text: ({ problems }) => (problems.length === 1 ? `${problems[0]?.sentence}` : unusableInputs(problems)),
        headline: ({ problems }) => unusableInputs(problems),
        findings: ({ problems }) => problems.map(({ sentence }) => sentence),
        hint: ({ advice }) => advice,
    }),
    'message-unpublished': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'message',
        text: () => 'message is a part of the provenance file, but provenance does not name one',
        hint: (0,hint/* hint */.aK) `Set ${(0,hint/* setting */.Pe)('provenance', 'provenance.json')}.`,
    }),
    'message-unfit': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'message',
        text: ({ length, mostCharacters }) => `message should be text of at most ${mostCharacters} characters, with no control characters other than line breaks and tabs, but has ${length} characters${length > mostCharacters ? '' : ', including other control characters'}`,
        hint: 'Shorten it, or remove these characters.',
    }),
    'settings-unusable': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        text: ({ file, found }) => `the settings file ${file} ${settingsFaultText(found)}`,
        hint: ({ file, found }) => found.kind === 'writable'
            ? `Check its content, since others may have changed it. Then run chmod go-w ${file}.`
            : 'Correct or remove the file. It is JSON like {"url": "http://gobbler.example.org:8080", "staging": "/mnt/staging"}.',
    }),
    'bad-concurrency': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'concurrency',
        text: ({ found }) => `concurrency should be a whole number of at least 1, but is ${found}`,
        hint: 'Leave concurrency out for a default that suits the work.',
    }),
    'current-directory-lost': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        text: ({ error }) => `the current directory has been removed, or cannot be read: ${error}`,
        hint: 'Change to another directory, or give absolute paths.',
    }),
    'job-cancelled': (0,errors_problem/* problem */.CC)({
        code: 'cancelled',
        text: ({ signal }) => `the job was cancelled, or ${SIGNAL_REASONS[signal] ?? 'it reached its time limit'} (${signal})`,
        hint: 'Run this again to start over. Unfinished work is undone; the service may need a moment longer to roll back.',
    }),
    'job-ended': (0,errors_problem/* problem */.CC)({
        code: 'cancelled',
        text: () => 'the parent process has ended, so the job that started this process is over',
        hint: 'Start the last command of a job script with exec, so that signals reach it. To let it outlive the job, unset SLURM_JOB_ID and the like for it. Unfinished work is undone.',
    }),
    'out-of-time': (0,errors_problem/* problem */.CC)({
        code: 'timed-out',
        input: 'timeout-minutes',
        text: ({ limitMs }) => {
            const limit = limitMs % 60_000 === 0 ? `${limitMs / 60_000} min` : `${limitMs / 1000} s`;
            return `timed out after ${limit} (timeout-minutes)`;
        },
        hint: (0,hint/* hint */.aK) `Raise ${(0,hint/* setting */.Pe)('timeout-minutes')}, or find the slow part in the log above. Unfinished work was undone.`,
    }),
    'too-many-open-files': (0,errors_problem/* problem */.CC)({
        code: ({ code }) => code,
        input: ({ hasConcurrency }) => (hasConcurrency ? 'concurrency' : undefined),
        text: ({ error }) => error,
        hint: ({ limit, hasConcurrency }) => {
            const remedy = limit === 'EMFILE'
                ? 'raise the limit on open files (ulimit -n).'
                : 'wait until other programs on this machine have fewer files open.';
            return hasConcurrency
                ? ['Lower ', (0,hint/* setting */.Pe)('concurrency'), `, or ${remedy}`]
                : `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
        },
    }),
    'foreign-registry': (0,errors_problem/* problem */.CC)({
        code: 'registry-unavailable',
        input: 'registry',
        text: ({ url, registry, projects, count }) => {
            const named = [...projects, ...(count > projects.length ? ['\u2026'] : [])].join(', ');
            const number = count === 1 ? 'project' : `${count.toLocaleString('en')} projects`;
            return `registry should contain the ${number} of the service at ${url} (${named}), but ${registry} ${count === 1 ? 'does not' : 'has none of them'}`;
        },
        hint: 'Give the directory where this machine mounts the registry of this service, or leave it out.',
    }),
    'staging-missing': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: ({ staging }) => `staging should be a directory here, but ${staging} is not`,
        hint: 'Give the directory where this machine mounts the staging directory of the service, or leave it out.',
    }),
    'place-of-service': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: ({ input }) => input,
        text: ({ input, path, kind, directory }) => `${input} should be outside the ${kind}, but ${path} is in ${directory}`,
        hint: 'Choose a path in the workspace.',
    }),
    'prefix-without-version': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'prefix',
        text: () => 'prefix selects files of a version, but no version is given',
        hint: (0,hint/* hint */.aK) `Give a project, an asset and a version, or leave ${(0,hint/* setting */.Pe)('prefix')} out.`,
    }),
    'directory-differs': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'directory',
        ...(0,errors_problem/* headed */.wW)(({ directory, version }) => `${directory} differs from ${version}`, ({ mismatches }) => (0,errors_problem/* firstOf */.Ku)(mismatches, directoryMismatchText)),
        hint: (0,hint/* hint */.aK) `Correct the directory, or publish it as another version. Entries that ${(0,hint/* setting */.Pe)('files')} excludes, and hidden entries that are left out, count as missing in it.`,
    }),
    'version-not-readable': (0,errors_problem/* problem */.CC)({
        code: 'registry-unavailable',
        input: 'registry',
        text: ({ path }) => `${path} should be readable here, but is not`,
        hint: 'Mount the registry on this machine, or give a directory to compare with the version.',
    }),
    'published-on-probation': (0,errors_problem/* problem */.CC)({
        code: 'on-probation',
        input: 'if-probational',
        text: ({ version, user }) => `${version} was published on probation, because ${(0,errors_problem/* quoted */.TL)(user)} is not a trusted uploader`,
        hint: (0,hint/* hint */.aK) `Ask an owner of the project to approve it: until then, it is not the latest version. Set ${(0,hint/* setting */.Pe)('probation', 'true')} if that is intended.`,
    }),
    'manifest-unwritable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: ({ error }) => `the manifest cannot be written: ${error}`,
        hint: 'Make room in the temporary directory of the runner. This machine does not see the registry, so later steps need a copy of the manifest. Nothing was done.',
    }),
    'checksums-unwritable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        input: 'checksums-file',
        text: ({ step, found }) => {
            const failed = {
                check: 'cannot be written',
                write: 'could not be written',
                remove: 'could not be removed',
            }[step];
            const reason = 'error' in found
                ? found.error
                : 'directory' in found
                    ? `${found.directory} is a directory`
                    : `${found.notDirectory} is not a directory`;
            return `checksums-file ${failed}: ${reason}`;
        },
        hint: ({ step }) => {
            const state = {
                check: 'Nothing was uploaded.',
                write: 'The version itself is published.',
                remove: 'It contains the sums of an earlier run.',
            }[step];
            return `Check the path and the permissions of this user. ${state}`;
        },
    }),
}));
function settingsFaultText(found) {
    switch (found.kind) {
        case 'unreadable':
            return `should be readable, but is not: ${found.error}`;
        case 'no-file':
            return 'should be a regular file, but is not';
        case 'too-large':
            return `should have at most ${found.limitBytes} bytes, but has ${found.bytes}`;
        case 'foreign':
            return `should belong to this user or root, but belongs to the user with id ${found.owner}`;
        case 'writable':
            return `should be writable by its owner only, but has mode ${found.mode}`;
        case 'no-json':
            return `should contain JSON, but does not: ${found.error}`;
        case 'no-object':
            return 'should contain a JSON object, but contains another value';
        case 'unknown-key':
            return `should have no keys other than ${found.keys.join(', ')}, but has ${(0,errors_problem/* quoted */.TL)(found.key)}`;
        case 'no-text':
            return `should have a non-empty string as ${(0,errors_problem/* quoted */.TL)(found.key)}, but does not`;
        case 'no-path':
            return `should have an absolute path as ${(0,errors_problem/* quoted */.TL)(found.key)}, but has ${(0,errors_problem/* quoted */.TL)(found.value)}`;
        case 'no-url':
            return `has an unusable address: ${found.error}`;
    }
}

;// CONCATENATED MODULE: ./build/errors/problems/download.js


/** Fetched files: the cache, downloads, and copies at a destination. */
const DOWNLOAD = (0,errors_problem/* problemTable */.iK)(() => ({
    'no-cache-directory': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: ({ directories }) => {
            const state = directories.length === 0
                ? 'this user has no home directory'
                : directories.map(unusableText).join(', ');
            return `${NO_CACHE}: ${state}`;
        },
        headline: () => NO_CACHE,
        findings: ({ directories }) => directories.map(unusableText),
        hint: 'Set HOME or XDG_CACHE_HOME to a directory that this user can write to.',
    }),
    'cache-directory-unusable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: (unusable) => `${unusable.directory} should be a cache directory, but ${unusableState(unusable)}`,
        hint: 'Give a writable directory that belongs to this user.',
    }),
    'file-vanished': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        text: ({ path }) => `${(0,errors_problem/* quoted */.TL)(path)} is in the manifest, but not in the registry`,
        hint: 'Run this again: the version may have just been replaced or removed. If this persists, ask an administrator to validate it.',
    }),
    'not-in-registry': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: 'path',
        text: ({ path, expected }) => `${(0,errors_problem/* quoted */.TL)(path)} should be a ${expected} of the registry, but is not`,
        hint: 'Check the path; list the files of the version to see what exists.',
    }),
    'download-differs': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        text: ({ url, expected, found }) => found === 'longer'
            ? `${url} should have ${(0,errors_problem/* bytesText */.pV)(expected.bytes)}, but has more`
            : `${url} should have ${(0,errors_problem/* bytesText */.pV)(expected.bytes)} with MD5 ${expected.md5}, but has ${found.bytes} with ${found.md5}`,
        hint: 'Run this again: the version may have just been replaced. If this persists, ask an administrator to validate it.',
    }),
    'download-not-written': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: ({ item, error }) => `${item} could not be written: ${error}`,
        hint: 'Check the directory, its free space, and the permissions of this user.',
    }),
    'clone-without-registry': (0,errors_problem/* problem */.CC)({
        code: 'registry-unavailable',
        input: 'registry',
        text: () => 'registry should be visible on this machine, since a clone links to it, but is not',
        hint: 'Mount the registry on this machine, or fetch a copy of the version.',
    }),
    'clone-failed': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        input: 'destination',
        text: ({ error }) => `the clone could not be created: ${error}`,
        hint: 'Give a directory that does not exist yet, or is empty.',
    }),
    'version-not-visible': (0,errors_problem/* problem */.CC)({
        code: 'registry-unavailable',
        input: 'remote',
        text: ({ directory }) => `${directory} should be readable here, but is not`,
        hint: (0,hint/* hint */.aK) `Mount the registry on this machine, set ${(0,hint/* setting */.Pe)('registry')} to its path here, or allow HTTP with ${(0,hint/* setting */.Pe)('remote', 'auto')}.`,
    }),
    'destination-occupied': (0,errors_problem/* problem */.CC)({
        code: 'already-exists',
        input: 'destination',
        ...(0,errors_problem/* headed */.wW)(({ destination, conflicts: { length } }) => `${destination} already contains ${length === 1 ? '1 other file' : `${length.toLocaleString('en')} other files`} at paths of the version`, ({ destination, conflicts }) => conflicts
            .map((conflict) => conflictText(destination, conflict))
            .sort()
            .slice(0, MOST_CONFLICTS)),
        hint: 'Remove them first, or choose another destination. Nothing was written.',
    }),
    'destination-taken': (0,errors_problem/* problem */.CC)({
        code: 'already-exists',
        input: 'destination',
        text: ({ path }) => `${path} should be free, but something else has taken its name`,
        hint: 'Remove it first, or choose another destination. It was not overwritten.',
    }),
    'destination-unreadable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        input: 'destination',
        text: ({ path, error }) => `${path} could not be examined: ${error}`,
        hint: 'Check the directory, and the permissions of this user.',
    }),
}));
const NO_CACHE = 'no cache directory can be used';
const MOST_CONFLICTS = 1000;
const unusableState = (unusable) => 'owner' in unusable ? `belongs to user id ${unusable.owner}` : `cannot be used: ${unusable.error}`;
const unusableText = (unusable) => `${unusable.directory} ${unusableState(unusable)}`;
function conflictText(destination, conflict) {
    const { path } = conflict;
    if (path === '')
        return `${destination} is not a directory`;
    switch (conflict.found) {
        case 'no-directory':
            return `${path} is not a directory`;
        case 'no-file':
            return `${path} is not a file`;
        case 'other-content':
            return `${path} has different content`;
        case 'link':
            return `${path} is a link to ${conflict.target}`;
        case 'other-size':
            return `${path} has a different size, ${(0,errors_problem/* bytesText */.pV)(conflict.bytes)}`;
    }
}

// EXTERNAL MODULE: ./build/errors/problems/parts.js
var parts = __nccwpck_require__(4406);
// EXTERNAL MODULE: ./build/errors/bad-name.js
var bad_name = __nccwpck_require__(2494);
;// CONCATENATED MODULE: ./build/errors/problems/protocol.js



/** Names and records. */
const PROTOCOL = (0,errors_problem/* problemTable */.iK)(() => ({
    'bad-name': (0,errors_problem/* problem */.CC)({
        code: 'invalid-name',
        input: ({ kind }) => kind,
        text: bad_name/* badNameText */.q,
        hint: ({ kind }) => (0,hint/* hint */.aK) `Choose another ${(0,hint/* setting */.Pe)(kind)} name; letters, digits, dots, dashes and underscores are always safe.`,
    }),
    'damaged-record': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ record, expected, found }) => `${record} should be ${expected}, but is ${found}`,
        hint: 'Report the damaged record to the administrator of the registry.',
    }),
    'not-json': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ record, error }) => `${record} should be JSON, but is not: ${error}`,
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler. If it is, report the damaged record to the administrator of its registry.`,
    }),
    'damaged-manifest': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ record, found }) => `${record} should be a manifest, but ${found}`,
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler. If it is, report the damaged record to the administrator of its registry.`,
    }),
}));

;// CONCATENATED MODULE: ./build/errors/problems/registry.js


/** Reading the registry, on disk or through the service. */
const REGISTRY = (0,errors_problem/* problemTable */.iK)(() => ({
    'registry-missing': (0,errors_problem/* problem */.CC)({
        code: 'registry-unavailable',
        input: 'registry',
        text: ({ registry }) => `registry should be a directory here, but ${registry} is not`,
        hint: 'Mount the registry on this machine, or leave it out to read over HTTP.',
    }),
    'project-missing': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: 'project',
        text: ({ project }) => `project ${(0,errors_problem/* quoted */.TL)(project)} does not exist in the registry`,
        hint: 'Check the name, or ask an administrator of the Gobbler to create the project.',
    }),
    /** `name` is like `p/a` or `p/a/v`. */
    'nothing-to-list': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        text: ({ name }) => `${name} does not exist in the registry`,
        hint: 'Check the names; list the registry to see what exists.',
    }),
    'record-missing': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        text: ({ version, record }) => `${version} has no ${record}`,
        hint: 'Check the names, and whether the upload of the version has finished.',
    }),
    /** Deleting a version with `force` can leave it named as the latest one: it was damaged, or another one is. */
    'latest-missing': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ place, version, missing }) => `the latest version of ${place} should exist, but ..latest names ${(0,errors_problem/* quoted */.TL)(version)}, which ${missing === 'version' ? 'does not exist' : `has no ${missing}`}`,
        hint: ({ missing = 'version' }) => ({
            version: 'Try again if the version was deleted just now. Otherwise, ask an administrator of the Gobbler to run `gobbler refresh PROJECT/ASSET`: until another version is the latest one, the service fails every upload to this asset.',
            summary: 'Try again if the version is being deleted. Otherwise, ask an administrator of the Gobbler to restore the summary, or to run `gobbler remove PROJECT/ASSET/VERSION --yes --force` and `gobbler refresh PROJECT/ASSET`.',
            manifest: 'Ask an administrator of the Gobbler to rewrite the manifest with `gobbler reindex PROJECT/ASSET/VERSION`: until then, the service fails every upload to this asset.',
        })[missing],
    }),
    'record-unsuitable': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ file, limitBytes, bytes }) => `${file} should be a file of at most ${limitBytes} bytes, but ${bytes === undefined ? 'is not a regular file' : `has ${bytes}`}`,
        hint: 'Report the damaged record to the administrator of the registry.',
    }),
    'fetch-failed': (0,errors_problem/* problem */.CC)({
        code: 'service-failed',
        text: ({ url, status }) => `${url} should be readable, but answered with status ${status}`,
        hint: 'See the log of the service.',
    }),
    'list-failed': (0,errors_problem/* problem */.CC)({
        code: 'service-failed',
        text: ({ url, status }) => `${url} should return a listing, but answered with status ${status}`,
        hint: ({ reason }) => reason === ''
            ? (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler.`
            : `See the log of the service, which gave the reason ${(0,errors_problem/* quoted */.TL)(reason)}.`,
    }),
    'registry-path-short': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'path',
        text: ({ path }) => `path should be like project/asset/version/file, but is ${(0,errors_problem/* quoted */.TL)(path)}`,
        hint: 'Give a path relative to the registry.',
    }),
    'registry-path-irregular': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'path',
        text: ({ path }) => `path should be relative, without empty segments, '.' and '..', but is ${(0,errors_problem/* quoted */.TL)(path)}`,
        hint: 'Give a path relative to the registry, such as project/asset/version/file.',
    }),
    /** A manifest or listing has a path outside of its version, or one that the service reserves. */
    'escaping-path': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        text: ({ where, path }) => `${where} should list paths within the version, but lists ${(0,errors_problem/* quoted */.TL)(path)}`,
        hint: 'Report the damaged record to the administrator of the registry.',
    }),
    'version-invalid': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        text: ({ version, error }) => `${version} should match its records, but does not: ${error}`,
        hint: 'Ask an administrator to reindex the version if its files are right, or else to delete it.',
    }),
}));

;// CONCATENATED MODULE: ./build/errors/problems/runner.js



/** The filesystem, rather than the environment of the step, is what is wrong. */
const OF_FILESYSTEM = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);
/** The workflow runner, and services that are started. */
const RUNNER = (0,errors_problem/* problemTable */.iK)(() => ({
    'command-file-unwritable': (0,errors_problem/* problem */.CC)({
        code: ({ errno }) => (OF_FILESYSTEM.has(errno) ? 'destination-unavailable' : 'invalid-input'),
        input: ({ variable }) => variable,
        text: ({ variable, error }) => `${variable} should name a file that can be written: ${error}`,
        hint: ({ errno }) => OF_FILESYSTEM.has(errno)
            ? 'Make room on the filesystem of the temporary directory of the runner, or mount it read-write. Nothing was done.'
            : 'Correct the environment of the step, or leave the variable out.',
    }),
    'state-unwritable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: ({ error }) => `GITHUB_STATE cannot be written: ${error}`,
        hint: 'Make room on the filesystem of the temporary directory of the runner.',
    }),
    'binary-unfit': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'binary',
        text: ({ command, found }) => `binary should be a Gobbler, but ${command} -h ${binaryFaultText(found)}`,
        hint: 'Give the path of a Gobbler that runs on this machine, or leave it out for the embedded one.',
    }),
    'temporary-not-created': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        text: ({ directory, error }) => `${directory} cannot be created: ${error}`,
        hint: 'Set RUNNER_TEMP, or TMPDIR, to a directory in which this user can write.',
    }),
    'service-directory-unusable': (0,errors_problem/* problem */.CC)({
        code: 'destination-unavailable',
        input: ({ input }) => input,
        text: ({ input, error }) => `${input} cannot be used: ${error}`,
        hint: 'Choose a directory in which this user can write, or leave the input out.',
    }),
    'directories-nested': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'registry, staging',
        text: ({ registry, staging }) => `registry and staging should be separate directories, but are ${registry} and ${staging}`,
        hint: 'Give two directories of which neither contains the other.',
    }),
    'bad-project-name': (0,errors_problem/* problem */.CC)({
        code: 'invalid-name',
        input: 'projects',
        text: (facts) => `projects: ${(0,bad_name/* badNameText */.q)({ kind: 'project', ...facts })}`,
        hint: 'Choose another project name; letters, digits, dots, dashes and underscores are always safe.',
    }),
    'projects-without-admin': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'admin',
        text: ({ user = 'this user, who has no name', admins }) => `admin should include ${user}, to create projects, but names ${admins.join(', ') || 'nobody'}`,
        hint: (0,hint/* hint */.aK) `Add this user to ${(0,hint/* setting */.Pe)('admin')}, or leave out ${(0,hint/* setting */.Pe)('admin')} or ${(0,hint/* setting */.Pe)('projects')}.`,
    }),
    'port-taken': (0,errors_problem/* problem */.CC)({
        code: 'service-unreachable',
        input: 'port',
        text: ({ port }) => `port should be free, but another service answers at ${port}`,
        hint: 'Choose another port, or 0 for any that is free.',
    }),
    'service-not-up': (0,errors_problem/* problem */.CC)({
        code: 'service-unreachable',
        input: ({ isPortGiven }) => (isPortGiven ? 'port' : undefined),
        text: ({ url, found }) => `the service did not come up at ${url}: ${startFaultText(found)}`,
        findings: ({ log }) => log,
        hint: ({ logFile }) => `See its log for details: ${logFile}.`,
    }),
    'binary-not-up': (0,errors_problem/* problem */.CC)({
        code: 'service-unreachable',
        input: 'binary',
        text: ({ binary, url, error }) => `${binary} did not come up as a Gobbler at ${url}: ${error}`,
        hint: 'Check that it is a Gobbler that runs on this machine.',
    }),
}));
function binaryFaultText(found) {
    switch (found.kind) {
        case 'no-flags':
            return 'lists no flags -registry and -staging';
        case 'endless':
            return 'does not exit';
        case 'not-run':
            return `cannot be run: ${found.error}`;
        case 'not-tried':
            return `cannot be started: ${found.error}`;
    }
}
function startFaultText(found) {
    switch (found.kind) {
        case 'error':
            return found.error;
        case 'ended':
            return `it ended with ${typeof found.by === 'number' ? `exit code ${found.by}` : found.by}`;
        case 'other-service':
            return found.staging === undefined
                ? 'another service answers there, which is not a Gobbler'
                : `another service answers there, with the staging directory ${found.staging}`;
        case 'silent':
            return `it did not answer within ${found.seconds} s`;
    }
}

;// CONCATENATED MODULE: ./build/errors/problems/service.js


const refusal = (code, hint) => (0,errors_problem/* problem */.CC)({
    code,
    text: ({ action, reason }) => `the service refused to ${action.replaceAll('_', ' ')}: ${reason}`,
    hint,
});
/** Requests that only administrators of the service may make. Protocol \u00a711. */
const BY_ADMINISTRATORS = /^(create_project|refresh_.*|reindex_version|validate_version|delete_.*|reroute_links)$/;
/** The end of the sentence for each cause, and the hint. */
const UNREACHABLE = {
    'untrusted-certificate': {
        found: 'its certificate is signed by an authority that this machine does not trust',
        hint: 'Set NODE_EXTRA_CA_CERTS, in the environment of this process, to a file with the certificate of that authority.',
    },
    'invalid-certificate': {
        found: 'its certificate is not valid for this address',
        hint: (0,hint/* hint */.aK) `Check the host name in ${(0,hint/* setting */.Pe)('url')}, the clock of this machine, and the certificate of the service.`,
    },
    'no-tls': {
        found: 'it does not speak TLS',
        hint: (0,hint/* hint */.aK) `Check the port in ${(0,hint/* setting */.Pe)('url')}, and use http:// if the service has no TLS.`,
    },
    'no-http': {
        found: 'it does not speak HTTP',
        hint: (0,hint/* hint */.aK) `Check the port in ${(0,hint/* setting */.Pe)('url')}, and whether it needs https://.`,
    },
};
/** The connection to the service, and its answers. */
const SERVICE = (0,errors_problem/* problemTable */.iK)(() => ({
    'bad-url': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'url',
        text: ({ url, found }) => {
            const shown = url === undefined ? 'it' : (0,errors_problem/* quoted */.TL)(url);
            const state = {
                'no-scheme': `${shown} does not begin with http:// or https://`,
                'no-url': `${shown} cannot be read as a URL`,
                password: 'it contains a user name or password',
                query: `${shown} contains a query or fragment`,
            }[found];
            return `url should be like http://gobbler.example.org:8080, but ${state}`;
        },
        hint: 'Give the address of the service with its scheme, and with its path prefix if it has one.',
    }),
    unreachable: (0,errors_problem/* problem */.CC)({
        code: 'service-unreachable',
        input: 'url',
        text: ({ url, cause, error }) => {
            const reason = cause === undefined ? error : `${UNREACHABLE[cause].found} (${error})`;
            return `no Gobbler answers at ${url}: ${reason}`;
        },
        hint: ({ cause }) => cause === undefined
            ? (0,hint/* hint */.aK) `Check ${(0,hint/* setting */.Pe)('url')}, that the service is running, and that this machine may connect to it.`
            : UNREACHABLE[cause].hint,
    }),
    'proxy-only': (0,errors_problem/* problem */.CC)({
        code: 'service-unreachable',
        input: 'url',
        text: ({ url, status }) => `a Gobbler should answer at ${url}, but a proxy did, with status ${status}`,
        hint: 'See the log of the service behind the proxy: it is down.',
    }),
    'not-a-gobbler': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        input: 'url',
        text: ({ url, found }) => {
            const state = typeof found === 'number'
                ? `answered with status ${found}`
                : found === undefined
                    ? 'its answer lacks them'
                    : `its answer is not JSON (${found})`;
            return `${url} should report its registry and staging directories, but ${state}`;
        },
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler, with its path prefix if it has one.`,
    }),
    'relative-paths': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        input: 'url',
        text: ({ url, kind, path }) => `the service at ${url} should report an absolute path as its ${kind} directory, but reports ${(0,errors_problem/* quoted */.TL)(path)}`,
        hint: 'Ask the operator of the service to start it with absolute paths.',
    }),
    'answer-too-large': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        text: ({ url, limit, unit }) => `the answer of ${url} should have at most ${limit} ${unit === 'bytes' ? 'bytes' : 'lists and objects'}, but has more`,
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler.`,
    }),
    'answer-lost': (0,errors_problem/* problem */.CC)({
        code: 'connection-lost',
        text: ({ url, error }) => `the connection to ${url} ended before the service answered: ${error}`,
        hint: 'See the log of the service: it may have restarted, or a proxy timed out.',
    }),
    'answered-by-proxy': (0,errors_problem/* problem */.CC)({
        code: 'connection-lost',
        text: ({ url, status, text }) => `${url} should be answered by the service, but a proxy answered with status ${status} and ${(0,errors_problem/* quoted */.TL)(text)}`,
        hint: 'Start the service if it is down. If the proxy timed out, remove its limit on response times.',
    }),
    'unexpected-answer': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        input: 'url',
        text: ({ url, status, text }) => `${url} should report success, but answered with status ${status} and ${(0,errors_problem/* quoted */.TL)(text)}`,
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler, with its path prefix, and without a redirect.`,
    }),
    'incomplete-reply': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        text: ({ member, expected }) => `the reply of the service should have ${expected} as ${member}, but does not`,
        hint: (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('url')} is the address of a Gobbler of a supported version.`,
    }),
    'refused-unauthorized': refusal('not-authorized', ({ action }) => BY_ADMINISTRATORS.test(action)
        ? 'Ask an administrator of the Gobbler to do this.'
        : 'Ask an owner of the project, or an administrator, for the right to do this.'),
    'refused-not-found': refusal('not-found', 'Check the names, or ask an administrator of the Gobbler to create the project.'),
    'refused-unseen': refusal('staging-unavailable', (0,hint/* hint */.aK) `Check that ${(0,hint/* setting */.Pe)('staging')} is the staging directory of that service, on a filesystem that it shares with this machine.`),
    'refused-expired': refusal('request-expired', 'Synchronize the clocks of this machine, of the file server of staging, and of the service.'),
    'refused-in-work': refusal('connection-lost', 'Check the registry for its outcome: the request was already accepted.'),
    'refused-exists': refusal('already-exists', 'Choose another name: nothing that is published can be replaced.'),
    'refused-malformed': refusal('request-refused', 'Correct the request as the reason says, and run this again.'),
    'refused-locked': refusal('lock-timeout', 'Try again later: another request held the lock for too long.'),
    'refused-not-on-probation': refusal('not-on-probation', 'Check its status: it may already be approved.'),
    'refused-no-permission': refusal('service-failed', 'Check that the service can read the staged files and write to its registry.'),
    'refused-by-failure': refusal('service-failed', 'See the log of the service for details.'),
}));

;// CONCATENATED MODULE: ./build/errors/problems/source.js

/** The directory that is uploaded. */
const SOURCE = (0,errors_problem/* problemTable */.iK)(() => ({
    'source-changed': (0,errors_problem/* problem */.CC)({
        code: 'invalid-source',
        input: 'directory',
        text: ({ path }) => `${(0,errors_problem/* quoted */.TL)(path)} changed while it was being staged`,
        hint: 'Make sure that nothing writes to the directory while it is uploaded.',
    }),
    'source-changed-late': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'directory',
        text: ({ paths }) => `${(0,errors_problem/* quoted */.TL)(paths[0])}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''} ${CHANGED_LATE}`,
        headline: ({ paths }) => `${paths.length} files ${CHANGED_LATE}`,
        findings: ({ paths }) => paths.slice(0, MOST_PATHS).map((path) => `${(0,errors_problem/* quoted */.TL)(path)} changed`),
        hint: 'Make sure that nothing writes to the directory while it is uploaded, and publish again.',
    }),
    'source-shorter': (0,errors_problem/* problem */.CC)({
        code: 'invalid-source',
        input: 'directory',
        text: ({ path, sizeBytes, bytesRead }) => `${(0,errors_problem/* quoted */.TL)(path)} should have ${(0,errors_problem/* bytesText */.pV)(sizeBytes)}, as when it was scanned, but ${bytesRead} could be read`,
        hint: 'Make sure that nothing writes to the directory while it is uploaded. If the filesystem reports a size that is not that of the content, copy the file first.',
    }),
    'source-gone': (0,errors_problem/* problem */.CC)({
        code: 'invalid-source',
        input: 'directory',
        text: ({ error }) => `a file can no longer be read: ${error}`,
        hint: 'Make sure that nothing changes the directory while it is uploaded.',
    }),
    'bad-pattern': (0,errors_problem/* problem */.CC)({
        code: 'invalid-input',
        input: 'files',
        text: ({ pattern, expected }) => `files should contain patterns ${expected}, but one is ${(0,errors_problem/* quoted */.TL)(pattern.slice(0, LONGEST_PATTERN))}`,
        hint: 'Write patterns like data/**/*.csv, relative to directory.',
    }),
}));
const CHANGED_LATE = 'changed while being uploaded, so the published content may be neither the old nor the new one';
const MOST_PATHS = 20;
const LONGEST_PATTERN = 200;

// EXTERNAL MODULE: ./build/errors/staging-fault.js
var staging_fault = __nccwpck_require__(9835);
;// CONCATENATED MODULE: ./build/errors/problems/staging.js


/** The staging directory, and staged files. */
const STAGING = (0,errors_problem/* problemTable */.iK)(() => ({
    'staging-unusable': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: ({ staging, found, error }) => {
            const state = {
                'no-directory': 'should be a directory here, but is not',
                missing: 'does not exist on this machine',
                'read-only': 'is mounted read-only on this machine',
                'not-writable': `should be writable by everybody (mode 1777), but this user cannot write to it (${error})`,
            }[found];
            return `the staging directory ${staging} ${state}`;
        },
        hint: staging_fault/* MOUNT_STAGING */.OY,
    }),
    'staging-unlistable': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: ({ staging, error }) => `the staging directory ${staging} cannot be listed: ${error}`,
        hint: 'Check its mount and its permissions on this machine.',
    }),
    'leftovers-stay': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        ...(0,errors_problem/* headed */.wW)(({ staging, failures }) => `${failures.length === 1 ? 'a leftover' : `${failures.length} leftovers`} of killed runs could not be removed from ${staging}`, ({ failures }) => failures),
        hint: 'Check the filesystem and the permissions of this user, then run gobbler sweep again.',
    }),
    'staging-write-failed': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: staging_fault/* stagingWriteText */.kk,
        hint: staging_fault/* stagingWriteHint */.KK,
    }),
    'mapped-user': (0,errors_problem/* problem */.CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: staging_fault/* mappedUserText */.iB,
        hint: staging_fault/* MAPPED_USER_HINT */.yw,
    }),
    'clocks-differ': (0,errors_problem/* problem */.CC)({
        code: 'request-expired',
        input: 'staging',
        text: ({ seconds, written, now }) => `clocks differ by ${seconds} s: the request was written at ${written}, but the clock of the service shows ${now}`,
        hint: 'Synchronize the clocks of this machine, of the file server of staging, and of the service.',
    }),
    'source-unreadable': (0,errors_problem/* problem */.CC)({
        code: 'invalid-source',
        input: 'directory',
        text: ({ file, error }) => `${file} can no longer be read: ${error}`,
        hint: 'Make sure that nothing changes the directory while it is uploaded.',
    }),
    'outcome-unknown': (0,errors_problem/* problem */.CC)({
        code: 'connection-lost',
        text: ({ version, error }) => `the upload of ${version} ended without an answer: ${error}`,
        hint: ({ seen }) => lostUploadHint(seen),
    }),
}));
function lostUploadHint(seen) {
    switch (seen.kind) {
        case 'nothing':
            return 'Run this again: nothing was published.';
        case 'other':
            return `Choose another version name: the version exists, but was uploaded by ${(0,errors_problem/* quoted */.TL)(seen.user)} at ${seen.uploaded}.`;
        case 'differs':
            return `Check the version against the source: it exists, uploaded by ${(0,errors_problem/* quoted */.TL)(seen.user)} at ${seen.uploaded}, but its content differs. Another run has published it, or the source changed during the upload.`;
        default: {
            const state = seen.kind === 'unfinished'
                ? 'the version exists, but is unfinished'
                : 'the service no longer answers';
            return `Check the status of the version: it is unknown whether it was published, since ${state}. If it stays unfinished, ask an administrator to delete it (with force), and upload it again.`;
        }
    }
}

// EXTERNAL MODULE: ./build/errors/findings.js
var errors_findings = __nccwpck_require__(2833);
;// CONCATENATED MODULE: ./build/errors/problems/upload.js



/** Uploads of a directory. */
const UPLOAD = (0,errors_problem/* problemTable */.iK)(() => ({
    'upload-refused': (0,errors_problem/* problem */.CC)({
        code: ({ findings: [first] }) => errors_findings/* FINDINGS */.TG[first.kind].code,
        input: ({ findings }) => {
            const [{ kind }] = findings;
            const ofKind = findings.filter((finding) => finding.kind === kind);
            return [...new Set(ofKind.map(({ input }) => input ?? errors_findings/* FINDINGS */.TG[kind].input))].join(', ');
        },
        text: ({ subject, findings }) => findings.length === 1
            ? (0,errors_findings/* findingText */.NK)(findings[0])
            : `${subject} was refused for ${findings.length} reasons: ${(0,errors_findings/* findingText */.NK)(findings[0])}; \u2026`,
        headline: ({ subject, findings }) => `${subject} was refused for ${findings.length} reasons`,
        findings: ({ findings }) => findings.map(errors_findings/* findingText */.NK),
        hint: ({ findings: [first] }) => (0,errors_findings/* findingHint */.zG)(first),
    }),
    'published-differently': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        ...(0,errors_problem/* headed */.wW)(({ version, mismatches: { length } }) => `${version} was published, but ${length === 1 ? 'one of its entries differs' : `${length} of its entries differ`} from the directory`, ({ mismatches }) => (0,errors_problem/* firstOf */.Ku)(mismatches, mismatchText)),
        hint: 'Ask an administrator to delete the version, and publish again. The directory may have changed during the upload.',
    }),
    'version-differs': (0,errors_problem/* problem */.CC)({
        code: 'already-exists',
        input: 'version',
        ...(0,errors_problem/* headed */.wW)(({ version, user, uploaded, mismatches: { length } }) => `version ${version} already exists (uploaded by ${(0,errors_problem/* quoted */.TL)(user)} at ${uploaded}), and ${length === 1 ? 'one of its entries differs' : `${length} of its entries differ`} from the directory`, ({ mismatches }) => (0,errors_problem/* firstOf */.Ku)(mismatches, mismatchText)),
        hint: 'Publish this content under another version name: versions are permanent.',
    }),
    'link-unreadable': (0,errors_problem/* problem */.CC)({
        code: 'corrupt-record',
        input: 'provenance',
        text: ({ version, path }) => `the provenance file of ${version} should cover every file, but the file in the registry behind link ${(0,errors_problem/* quoted */.TL)(path)} cannot be read with the size in its manifest`,
        hint: 'Have an administrator check the version that it points to, or remove the link.',
    }),
    'published-incomplete': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'version',
        ...(0,errors_problem/* headed */.wW)(({ version, lost: { length } }) => `${version} is published, but ${length === 1 ? 'one of its files is' : `${length} of its files are`} lost`, ({ lost }) => (0,errors_problem/* firstOf */.Ku)(lost, lostText)),
        hint: 'Ask an administrator to delete every version that links there, and publish again: the service links to files of earlier versions even if they were deleted. Nothing was removed here.',
    }),
}));
function lostText({ path, target, found }) {
    const state = found === 'nothing'
        ? 'is missing'
        : found === 'another file'
            ? 'is a different file now'
            : `has ${(0,errors_problem/* bytesText */.pV)(found.sizeBytes)} instead of ${found.expectedBytes}`;
    return `${(0,errors_problem/* quoted */.TL)(path)} is a link to ${target}, which ${state}`;
}

;// CONCATENATED MODULE: ./build/errors/file-problem.js

/** A sentence that begins with the path. */
function fileProblemText(problem) {
    const { path } = problem;
    switch (problem.kind) {
        case 'missing':
            return `${path} is missing`;
        case 'unsuitable':
            return `${path} is not a usable file`;
        case 'changed':
            return `${path} changed while it was copied`;
        case 'metadata-unreadable':
            return `${path} could not be examined: ${problem.error}`;
        case 'unreadable':
            return `${path} could not be read: ${problem.error}`;
        case 'size':
            return `${path} should have ${(0,errors_problem/* bytesText */.pV)(problem.expected)}, but has ${problem.found}`;
        case 'md5':
            return `${path} should have the MD5 ${problem.expected}, but has ${problem.found}`;
    }
}

// EXTERNAL MODULE: ./build/errors/maintainers.js
var errors_maintainers = __nccwpck_require__(3956);
;// CONCATENATED MODULE: ./build/errors/problems/versions.js





const MAINTAINER_ACTION = {
    approve: (project) => `approve versions of ${project}`,
    reject: (project) => `reject versions of ${project}`,
    'set-permissions': (project) => `change permissions in ${project}; owners of an asset may change those of the asset`,
};
/** Problems of a file of sha256 sums. */
const sums = (text) => ({
    code: 'invalid-input',
    input: 'checksums-file',
    text: (facts) => `checksums-file: ${text(facts)}`,
    hint: 'To create it, run find . ! -type d -exec sha256sum {} + in the published directory.',
});
/** Published versions that a command works on. */
const VERSIONS = (0,errors_problem/* problemTable */.iK)(() => ({
    'no-approved-version': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: 'project, asset',
        text: ({ asset }) => `${asset} does not exist, or has no approved version`,
        hint: 'Check the names. A version on probation is never the latest one: give its name.',
    }),
    'version-missing': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: ({ missing }) => missing,
        text: ({ project, asset, version, missing }) => {
            const name = (0,errors_problem/* quoted */.TL)({ project, asset, version }[missing]);
            const whose = { project: '', asset: ` of ${project}`, version: ` of ${project}/${asset}` }[missing];
            return `${missing} ${name}${whose} does not exist`;
        },
        hint: ({ purpose }) => ({
            use: 'Check the names; a version on probation may also have been rejected.',
            approve: 'Check the names; the version may also have been rejected, or its probation has expired.',
            reject: 'Check the names; a project and an asset remain when a version is rejected.',
        })[purpose],
    }),
    'version-not-finished': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: 'version',
        text: ({ version }) => `the upload of ${version} has not finished`,
        hint: ({ purpose }) => ({
            use: 'Try again later. If it never finishes, its upload has crashed: ask an administrator to delete it (with force).',
            approve: 'Wait until it has, for example with the action await-approval.',
            reject: 'Wait until it has. If it never does, its upload has crashed: ask an administrator to delete it (with force).',
        })[purpose],
    }),
    'version-on-probation': (0,errors_problem/* problem */.CC)({
        code: 'on-probation',
        input: 'allow-probational',
        text: ({ version }) => `${version} should be approved, but is on probation`,
        hint: (0,hint/* hint */.aK) `Wait until an owner of the project approves it, or set ${(0,hint/* setting */.Pe)('allow-probational', 'true')}. It may still be rejected, and removed.`,
    }),
    'nothing-selected': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: 'files',
        text: ({ version }) => `files should select entries of ${version}, but selects none`,
        hint: ({ entries }) => `Write patterns relative to the version, which has ${entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`}.`,
    }),
    'other-sums': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'checksums-file',
        ...(0,errors_problem/* headed */.wW)(({ version, state, mismatches: { length } }) => `${version} ${SUMS_STATE[state]}, but ${length === 1 ? 'one of its files does' : `${length} of its files do`} not match checksums-file`, ({ mismatches }) => (0,errors_problem/* firstOf */.Ku)(mismatches, mismatchText)),
        hint: 'Find out which side is right: the sums may be those of another version, or the files those of another build.',
    }),
    'pinned-differently': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'manifest-digest',
        text: ({ version, pinned, digest }) => `manifest-digest pins ${version} to ${pinned}, but its content has the digest ${digest}`,
        hint: 'Review its content, and pin its digest if it is right: the version may have been rejected and uploaded again.',
    }),
    'may-not-spoof': (0,errors_problem/* problem */.CC)({
        code: 'not-authorized',
        input: 'spoof',
        text: ({ error }) => error,
        hint: (0,hint/* hint */.aK) `Ask the operator of the service to allow it in its spoof table, or leave ${(0,hint/* setting */.Pe)('spoof')} out.`,
    }),
    'not-a-maintainer': (0,errors_problem/* problem */.CC)({
        code: 'not-authorized',
        text: ({ error }) => error,
        hint: ({ action, maintainers }) => `Leave it to ${(0,errors_maintainers/* maintainersText */.b)(maintainers)}: only they may ${MAINTAINER_ACTION[action](maintainers.project)}.`,
    }),
    /** `name` is like p, p/a or p/a/v, and `kind` its kind. */
    'removal-missing': (0,errors_problem/* problem */.CC)({
        code: 'not-found',
        input: ({ kind }) => kind,
        text: ({ name }) => `${name} does not exist`,
        hint: 'Check the names; list the registry to see what exists.',
    }),
    'removal-changed': (0,errors_problem/* problem */.CC)({
        code: 'conflicting-change',
        text: ({ shown, found }) => `nothing was removed, because ${shown} was confirmed, but it is ${found} now`,
        hint: 'Run this again, and check what is to be removed.',
    }),
    'files-differ': (0,errors_problem/* problem */.CC)({
        code: 'content-differs',
        input: 'verify',
        ...(0,errors_problem/* headed */.wW)(({ directory, problems: { length } }) => `${length === 1 ? '1 file' : `${length.toLocaleString('en')} files`} in ${directory} ${length === 1 ? 'differs' : 'differ'} from the manifest`, ({ problems }) => problems.map(fileProblemText).sort()),
        hint: 'Ask an administrator to validate the version: the registry may be damaged.',
    }),
    'other-service': (0,errors_problem/* problem */.CC)({
        code: 'service-misconfigured',
        input: 'url',
        text: ({ url, expected, found }) => `${url} should have the staging directory ${expected}, as before, but now has ${found}`,
        hint: 'Check whether the service was replaced: another Gobbler answers at this address.',
    }),
    'sums-unreadable': sums(({ file, error }) => `${file} should be a file of sha256 sums in UTF-8, but cannot be read: ${error}`),
    'sums-malformed': sums(({ file, line, text }) => `line ${line} of ${file} should be 64 hexadecimal digits, two spaces and a name, but is ${(0,errors_problem/* quoted */.TL)(text)}`),
    'sums-contradictory': sums(({ file, line, name }) => `line ${line} of ${file} has a second sum for ${(0,errors_problem/* quoted */.TL)(name)}`),
}));
const SUMS_STATE = {
    approved: 'is approved',
    'not-approved': 'is not approved',
    'replaced-when-approved': 'was replaced at the moment of its approval, and is approved',
};

;// CONCATENATED MODULE: ./build/errors/problems/index.js
/** The table of problems: the sentences of all errors. One file for each area. */
















/** The tables of all areas. No name may be in two of them. */
const TABLES = [
    administration/* ADMINISTRATION */.L,
    approval/* APPROVAL */.m,
    COMMANDS,
    DOWNLOAD,
    parts/* PARTS */.d,
    PROTOCOL,
    REGISTRY,
    RUNNER,
    SERVICE,
    SOURCE,
    STAGING,
    UPLOAD,
    VERSIONS,
];
let problems;
/** Returns a row. The tables are made for the first error: a step that succeeds needs none. */
function problemOf(name) {
    problems ??= Object.assign({}, ...TABLES.map((table) => table()));
    // `gobblerError` has checked that the facts are those of the row.
    return problems[name];
}

// EXTERNAL MODULE: ./build/errors/similar.js
var similar = __nccwpck_require__(3678);
;// CONCATENATED MODULE: ./build/errors/gobbler-error.js



/**
 * Every failure that the caller or the environment has caused. Anything else that is thrown is a defect and keeps its
 * stack. An error is data: a problem and its facts. The sentences follow from the table of problems.
 */
class GobblerError extends Error {
    /** `GobblerError`, also for subclasses. */
    name = 'GobblerError';
    /** The kind of the failure, from a closed list: what a program should act on. */
    code;
    /** The row of the table of problems. Finer than the code; later releases may split or rename one. */
    problem;
    /** The data of the sentences, by name. */
    facts;
    /** The input or option that has to change, by its public name. */
    input;
    /** The HTTP status, where the service answered with one. */
    httpStatus;
    /** The service's own words, if it has refused a request. */
    reason;
    /** Names that exist, and resemble one that does not. Commands look for them; empty elsewhere. */
    similar = [];
    /** Single findings, as sentences. */
    findings;
    /** The message without findings; undefined if it quotes none. */
    headline;
    #advice;
    /** For subclasses. The facts have to be those of the problem: nothing checks them here. */
    constructor(problem, facts, { cause, httpStatus, reason } = {}) {
        const row = problemOf(problem);
        super(row.text(facts), cause === undefined ? undefined : { cause });
        this.problem = problem;
        this.facts = { ...facts };
        this.code = typeof row.code === 'function' ? row.code(facts) : row.code;
        this.input = typeof row.input === 'function' ? row.input(facts) : row.input;
        this.#advice = typeof row.hint === 'function' ? row.hint(facts) : row.hint;
        this.findings = row.findings?.(facts) ?? [];
        this.headline = row.headline?.(facts);
        this.httpStatus = httpStatus;
        this.reason = reason;
    }
    /** The reader's next step, with settings as data. */
    get advice() {
        return this.#advice && (0,similar/* didYouMean */.a)(this.similar, this.#advice);
    }
    /** The reader's next step, with settings written as inputs of a workflow. */
    get hint() {
        return this.advice && (0,hint/* hintText */.dx)(this.advice);
    }
}
/** The error for a problem of the table, with its facts. */
function gobblerError(problem, facts, details = {}) {
    return new GobblerError(problem, facts, details);
}
/** The facts of an error, if it is the given problem. */
function factsOf(error, problem) {
    return error instanceof GobblerError && error.problem === problem ? error.facts : undefined;
}


/***/ }),

/***/ 8054:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ setting),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   dx: () => (/* binding */ hintText)
/* harmony export */ });
/** A hint that names settings: hint`Set ${setting('probation', 'true')}, or ask an owner.` */
function hint(texts, ...settings) {
    return texts.flatMap((text, at) => [text, ...settings.slice(at, at + 1)]);
}
/** A setting for {@link hint}, by its public name. */
function setting(input, value) {
    return value === undefined ? { input } : { input, value };
}
/** A hint as text. By default, settings are written as inputs of a workflow: `probation: true`. */
function hintText(hint, write = asInput) {
    if (typeof hint === 'string')
        return hint;
    return hint.map((part) => (typeof part === 'string' ? part : write(part))).join('');
}
const asInput = ({ input, value }) => (value === undefined ? input : `${input}: ${value}`);


/***/ }),

/***/ 3956:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ maintainersText)
/* harmony export */ });
const MOST_OWNERS_NAMED = 10;
/** The users in words, as the subject of a sentence. */
function maintainersText({ project, owners }) {
    if (owners === undefined)
        return `the owners of ${project} and the administrators of the service`;
    if (owners.length === 0)
        return 'the administrators of the service (the project has no owners)';
    const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
    const rest = owners.length - MOST_OWNERS_NAMED;
    return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
}


/***/ }),

/***/ 5096:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   d9: () => (/* binding */ firstNames),
/* harmony export */   iK: () => (/* binding */ problemTable),
/* harmony export */   pV: () => (/* binding */ bytesText),
/* harmony export */   wW: () => (/* binding */ headed)
/* harmony export */ });
/** Declares the facts of a row; the rest follows from them. */
function problem(row) {
    return row;
}
/** Declares a table, which is not made before it is needed. */
function problemTable(make) {
    return make;
}
/** The part of a row that heads a list of findings: its text quotes the first one. */
function headed(headline, findings) {
    return { headline, findings, text: (facts) => `${headline(facts)}: ${findings(facts)[0]}` };
}
/** A name or a path as it appears in a sentence. */
function quoted(text) {
    return JSON.stringify(text) ?? 'undefined';
}
/** A number of bytes as it appears in a sentence. */
function bytesText(bytes) {
    return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}
const MOST_SHOWN = 20;
/** Sentences for the first items of many, closed by the number of the others. */
function firstOf(items, text) {
    const rest = items.length - MOST_SHOWN;
    const shown = items.slice(0, MOST_SHOWN).map(text);
    return rest > 0 ? [...shown, `\u2026 and ${rest} more`] : shown;
}
const MOST_NAMES = 10;
/** The first names of `count`, in quotation marks. */
function firstNames(names, count = names.length) {
    const shown = names.slice(0, MOST_NAMES);
    const rest = count - shown.length;
    return `${shown.map(quoted).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}


/***/ }),

/***/ 2916:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ ADMINISTRATION),
/* harmony export */   q: () => (/* binding */ lostChangeText)
/* harmony export */ });
/* harmony import */ var _hint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8054);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5096);


/** Projects, permissions and maintenance. */
const ADMINISTRATION = (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problemTable */ .iK)(() => ({
    'global-write-of-asset': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: ({ input }) => input,
        text: ({ asset, input }) => `${input} applies to projects only, but asset ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(asset)} was given`,
        hint: ({ input }) => (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .aK) `Leave out ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)(input)} or the asset.`,
    }),
    'uploader-without-id': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'uploaders',
        text: ({ index }) => `uploader ${index + 1} should have a user name as id, but has none`,
        hint: 'Give the name of a user as id of every uploader.',
    }),
    'uploader-until': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'uploaders',
        text: ({ id, until }) => `until of uploader ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(id)} should be like 2030-12-31T23:59:59Z, but is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(until)}`,
        hint: 'Give a date with time and time zone.',
    }),
    'permissions-undone': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'conflicting-change',
        text: ({ place, times, lost }) => `the permissions of ${place} should keep this change, but somebody else undid it ${times} times: ${lostChangeText(lost)}`,
        hint: 'Find out who else sets these permissions, and try again once nobody does.',
    }),
    'no-change-of-permissions': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'owners, uploaders, global-write',
        text: () => 'owners, uploaders or global-write should be given, but none is',
        hint: 'Give at least one of them. Write [] for an empty list.',
    }),
    lockout: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'owners',
        text: ({ user }) => `owners does not include ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(user)}, who is making this change and could not undo it`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .aK) `Add the user to ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('owners')}, or set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('prevent-lockout', 'false')} if that is intended.`,
    }),
    'uploader-list-malformed': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'uploaders',
        text: (fault) => `uploaders should be a list in YAML or JSON, but ${uploaderListFaultText(fault)}`,
        hint: 'Write a list like [{ id: alicia, asset: my-asset, until: 2030-12-31T23:59:59Z, trusted: true }]; only id is required.',
    }),
    'project-exists': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'if-exists',
        text: ({ project }) => `project ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(project)} already exists`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .aK) `Choose another name, or set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('if-exists', 'skip')}.`,
    }),
    'project-incomplete': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'project',
        text: ({ error }) => `${error}; the project has no permissions`,
        hint: 'Ask an administrator to delete the project first: a failed creation left it behind.',
    }),
    'not-an-administrator': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'not-authorized',
        input: 'project',
        text: ({ error }) => error,
        hint: 'Ask an administrator of the service to create the project, or run this as one.',
    }),
    unconfirmed: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'yes',
        text: ({ deed }) => `confirmation is required to ${deed}, but there is no terminal to ask on`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .aK) `Give ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('yes', 'true')} if you are sure: this cannot be undone.`,
    }),
    declined: (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'cancelled',
        text: ({ deed }) => `you declined to ${deed}`,
        hint: 'Run it again and answer y to go on. Nothing was changed.',
    }),
    'version-without-asset': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'toDelete',
        text: ({ project, version }) => `version ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(version)} of ${project} should be given with its asset, but is not`,
        hint: 'Give the asset of the version, too.',
    }),
}));
/** The change in words, as a clause. */
function lostChangeText(lost) {
    switch (lost.kind) {
        case 'owner-missing':
            return `the owner ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(lost.id)} is missing`;
        case 'uploader-missing':
            return `an entry for the uploader ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(lost.id)} is missing`;
        case 'owner-back':
            return 'a removed owner is back';
        case 'uploader-back':
            return 'a removed uploader is back';
        case 'uploaders-reordered':
            return 'uploaders are in a different order';
        case 'global-write':
            return `global write is ${lost.value}`;
    }
}
const LONGEST_VALUE = 60;
function uploaderListFaultText(fault) {
    switch (fault.kind) {
        case 'unreadable':
            return `cannot be read: ${fault.error}`;
        case 'no-list':
            return `is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(fault.value).slice(0, LONGEST_VALUE)}`;
        case 'no-entry':
            return `entry ${fault.entry} is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(fault.value)}, not an entry with an id`;
        case 'unknown-field':
            return `entry ${fault.entry} has the unknown field ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(fault.field)}, not one of ${fault.fields.join(', ')}`;
        case 'no-text':
            return `${fault.field} of entry ${fault.entry} is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(fault.value)}, not text`;
        case 'no-id':
            return `entry ${fault.entry} has no id`;
        case 'no-trust':
            return `trusted of entry ${fault.entry} is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(fault.value)}, not true or false`;
    }
}


/***/ }),

/***/ 9945:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ UNAPPROVED),
/* harmony export */   m: () => (/* binding */ APPROVAL)
/* harmony export */ });
/* harmony import */ var _hint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8054);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5096);


/** How the wait for an approval ended without one, as the end of a sentence about the version. */
const UNAPPROVED = {
    'rejected-or-expired': 'was rejected, or has expired',
    replaced: 'was replaced: other content was uploaded under its name',
    missing: 'does not exist',
    'timed-out': 'was neither approved nor rejected in time',
};
/** Versions on probation. */
const APPROVAL = (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problemTable */ .iK)(() => ({
    'not-decided-in-time': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'timed-out',
        input: 'timeout-minutes',
        text: ({ version, error }) => `${version} ${UNAPPROVED['timed-out']}${error === undefined ? '' : `; the last check failed: ${error}`}`,
        hint: ({ project, maintainers = `the owners of ${project}` }) => [
            `Ask ${maintainers} for a decision and run this again, or raise `,
            (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('timeout-minutes'),
            '.',
        ],
    }),
    'nothing-to-approve': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'not-found',
        input: 'project, asset, version',
        text: ({ version }) => `${version} ${UNAPPROVED.missing}`,
        hint: 'Check the names. The version may already have been rejected.',
    }),
    'rejected-or-expired': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'not-found',
        input: 'fail-on-rejection',
        text: ({ version }) => `${version} ${UNAPPROVED['rejected-or-expired']}`,
        hint: 'Ask the owners which of the two it was, fix the problems they found, and publish again.',
    }),
    'version-replaced': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'content-differs',
        input: ({ pinned }) => (pinned === undefined ? 'fail-on-rejection' : 'manifest-digest'),
        text: ({ version, pinned, digest }) => {
            const pin = pinned === undefined ? '' : `; manifest-digest pins ${pinned}, but its digest is ${digest}`;
            return `${version} ${UNAPPROVED.replaced}${pin}`;
        },
        hint: 'Let the run that uploaded it wait for the approval. It was rejected and uploaded again, perhaps by another run.',
    }),
    'replaced-while-compared': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'content-differs',
        input: 'checksums-file',
        text: ({ version }) => `${version} was replaced while it was compared`,
        hint: 'Run this again if that is expected. It was rejected and uploaded again, perhaps by another run.',
    }),
    'replaced-since-shown': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'content-differs',
        text: ({ version, shown, digest }) => `${version} was replaced after the page was loaded: the page showed the digest ${shown}, the version now has ${digest}`,
        hint: 'Review its current content, then decide again.',
    }),
    'replaced-when-approved': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'content-differs',
        input: 'manifest-digest',
        text: ({ version, expected, digest }) => `${version} is approved, but was replaced at that very moment: its digest is ${digest}, not ${expected}`,
        hint: 'Review its content. To withdraw it, ask an administrator to delete the version.',
    }),
    'approved-already': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'not-on-probation',
        input: 'version',
        text: ({ version }) => `${version} cannot be rejected: it is approved, or was never on probation`,
        hint: 'Ask an administrator of the service to delete it: approved versions are permanent.',
    }),
    'approver-is-uploader': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'not-authorized',
        input: 'require-other-approver',
        text: ({ version, uploader, approver }) => approver === undefined
            ? `${version} was uploaded by ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(uploader)}; require-other-approver expects another account, but the user of this process has no name on this machine`
            : `${version} was uploaded by ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(uploader)}, which is also the account that approves it; require-other-approver expects another one`,
        hint: ({ approver }) => approver === undefined
            ? 'Approve it as a user whom this machine knows by name.'
            : 'Approve it from another account that may do so, such as a person with `gobbler approve`, or a runner of another user.',
    }),
    'typed-differently': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        text: ({ version, typed }) => `the version to reject is called ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(version)}, but ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(typed)} was typed to confirm it`,
        hint: 'Go back, and type the version as the page shows it.',
    }),
    'port-unavailable': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'port',
        text: ({ port, error }) => `port ${port} cannot be used: ${error}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .aK) `Choose another one, or leave ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .setting */ .Pe)('port')} out to get one that is free.`,
    }),
    'project-vanished': (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)({
        code: 'registry-unavailable',
        text: ({ project }) => `the service no longer finds the project ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(project)}`,
        hint: 'Check that its registry is mounted, and whether an administrator has deleted the project.',
    }),
}));


/***/ }),

/***/ 4406:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ PARTS),
/* harmony export */   l: () => (/* binding */ submittedText)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2206);
/* harmony import */ var _hint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8054);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5096);



/** A sentence without its full stop. */
function submittedText({ uploadId, version, by }) {
    return `multipart upload ${uploadId} was already submitted as ${version}, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .f)(by)}`;
}
const byText = (by) => (by === undefined ? '' : `, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .f)(by)}`);
/** Multipart uploads, their parts and submits. */
const PARTS = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTable */ .iK)(() => ({
    'upload-id-malformed': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'upload-id',
        text: ({ uploadId }) => `upload-id should be like gobbler-multipart-0123456789abcdef01234567, but is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(uploadId)}`,
        hint: 'Pass on the upload id that stage has printed, or set as an output, when it started the upload.',
    }),
    'upload-of-other-version': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-input',
        input: ({ kind }) => kind,
        text: ({ uploadId, version, kind, expected, found }) => `${kind} should be ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(expected)}, since multipart upload ${uploadId} is for ${version}, but is ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(found)}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Leave out ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('project')}, ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('asset')} and ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('version')}, or start another upload for that version.`,
    }),
    'upload-unreadable': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'staging-unavailable',
        input: 'staging',
        text: ({ directory, error }) => `multipart upload ${directory} cannot be inspected: ${error}`,
        hint: 'Check the staging directory, its filesystem, and the permissions of this user.',
    }),
    'upload-missing': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'not-found',
        input: 'upload-id',
        text: ({ uploadId, staging }) => `multipart upload ${uploadId} is not in the staging directory ${staging}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Check that this machine sees the same staging directory as the one that started the upload. Uploads are removed after ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('keep-days')} without a change: if it was, start a new one, and stage all parts again.`,
    }),
    'upload-not-own': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'not-authorized',
        input: 'upload-id',
        text: ({ path, user = 'this user', uid, found, foundUid }) => {
            const entry = { symlink: 'a symbolic link', directory: 'a directory', file: 'a file' }[found];
            return `multipart upload ${path} should be a directory of ${user} (user id ${uid}), but is ${entry} of user id ${foundUid}`;
        },
        hint: 'Run all steps that share an upload as the same user. If none of your jobs created it, start a new one.',
    }),
    'upload-record-damaged': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'corrupt-record',
        input: 'upload-id',
        text: ({ file }) => `${file} should be a record, but is damaged`,
        hint: 'Stage that part again, or start a new upload. A full filesystem or a power failure can cause this.',
    }),
    /** It takes no more parts. */
    'upload-submitted': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'upload-id',
        text: ({ uploadId, version, by }) => `multipart upload ${uploadId} was submitted as ${version}, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .f)(by)}`,
        hint: 'Start an upload of another version: versions are permanent.',
    }),
    'upload-removed': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'not-found',
        input: 'upload-id',
        text: ({ uploadId, version }) => `multipart upload ${uploadId} of ${version} was removed in the meantime`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Start a new upload, and stage all parts again: uploads are removed after ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('keep-days')} without a change.`,
    }),
    /** It takes no parts in the meantime. */
    'upload-being-submitted': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'lock-timeout',
        input: 'upload-id',
        text: ({ uploadId, version, by }) => `multipart upload ${uploadId} of ${version} is being submitted${byText(by)}`,
        hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes the parts, or lets you stage more.',
    }),
    /** Another submit waits for it, for too long. */
    'other-submit-running': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'lock-timeout',
        input: 'upload-id',
        text: ({ uploadId, version, by }) => `multipart upload ${uploadId} of ${version} is being submitted, by ${by === undefined ? 'another process' : (0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .f)(by)}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Wait until it has ended, or raise ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('lock-wait-minutes')}. It takes three minutes to detect that a submit was killed on another machine.`,
    }),
    'submit-taken-over': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'lock-timeout',
        input: 'upload-id',
        text: ({ uploadId }) => `another submit of multipart upload ${uploadId} took over, because this one seemed to be dead`,
        hint: 'Check how the other submit ends. If it fails too, repeat this one.',
    }),
    'parts-keep-coming': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'lock-timeout',
        input: 'upload-id',
        text: ({ uploadId, version, times }) => `multipart upload ${uploadId} of ${version} got new parts ${times} times while it was being submitted`,
        hint: 'Start submit after all parts.',
    }),
    'submitted-before': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'upload-id',
        text: submittedText,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('if-exists', 'verify')} to make this a success. Nothing is left to do.`,
    }),
    'submitted-without-parts': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'not-found',
        input: 'parts',
        text: ({ parts, ...submitted }) => `${submittedText(submitted)}, without ${parts.length === 1 ? 'part' : 'parts'} ${parts.map(_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL).join(', ')}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Correct ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('parts')}, or start an upload of another version, and stage all parts again: versions are permanent.`,
    }),
    'submitted-version-gone': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'not-found',
        input: 'upload-id',
        text: (submitted) => `${submittedText(submitted)}, but the version no longer exists`,
        hint: 'Start a new upload, and stage all parts again: the version was rejected, has expired, or was removed.',
    }),
    'submitted-version-replaced': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'content-differs',
        input: 'upload-id',
        text: (submitted) => `${submittedText(submitted)}, but the version now has other content`,
        hint: 'Choose another version name: the version was removed, and other content was published under its name.',
    }),
    'part-name-unusable': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-name',
        input: 'part',
        text: ({ part, found }) => {
            const state = found === 'no-line'
                ? "may not begin with '#', contain a line break, or begin or end with whitespace, because the input parts of submit could not list it"
                : 'rule' in found
                    ? found.rule
                    : `may not be longer than ${found.limitBytes} bytes, but has ${found.bytes}`;
            return `part name ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)} ${state}`;
        },
        hint: 'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
    }),
    'part-path-unusable': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-input',
        input: 'path',
        text: ({ path, found }) => {
            const state = found === 'absolute' ? 'is absolute' : `has the name ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(found.name)}, which ${found.rule}`;
            return `path should be a path within the version, but ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path)} ${state}`;
        },
        hint: 'Give a path like samples/a, or leave it out for the root of the version.',
    }),
    'part-superseded': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'part',
        text: ({ part, version, by }) => `this run of part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)} of ${version} was superseded by a later one${byText(by)}`,
        hint: 'Give each part its own name, such as one from the matrix.',
    }),
    'part-too-late': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'already-exists',
        input: 'upload-id',
        text: ({ part, uploadId, version, by }) => `part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)} came too late: multipart upload ${uploadId} was submitted as ${version} without it, by ${(0,_actor_js__WEBPACK_IMPORTED_MODULE_0__/* .actorText */ .f)(by)}`,
        hint: (0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .hint */ .aK) `Start submit after all parts, or list them in ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_2__/* .setting */ .Pe)('parts')}. To publish this part, start an upload of another version.`,
    }),
    /** Whether the running submit includes it is unknown. */
    'part-undecided': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'lock-timeout',
        input: 'upload-id',
        text: ({ part, uploadId }) => `part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)} was staged while multipart upload ${uploadId} was being submitted, and the submit has not ended yet`,
        hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes this part, too.',
    }),
    'part-changed': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'content-differs',
        input: 'upload-id',
        text: ({ part, error }) => `part ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(part)} has changed since it was staged: ${error}`,
        hint: ({ directory }) => `Stage the part again. Let nothing but stage write below ${directory}, or to files that were staged.`,
    }),
    /** A cause of `part-changed`. */
    'part-file-changed': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-source',
        text: ({ path }) => `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path)} now has other content`,
    }),
    'stage-inputs-missing': (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)({
        code: 'invalid-input',
        input: ({ missing }) => missing.join(', '),
        text: ({ missing }) => missing.length === 1 ? missingText(missing[0]) : missingHeadline(missing),
        headline: ({ missing }) => missingHeadline(missing),
        findings: ({ missing }) => missing.map(missingText),
        hint: ({ advice }) => advice,
    }),
}));
const missingHeadline = ({ length }) => `${length} inputs are missing`;
function missingText(input) {
    const purpose = input === 'part' || input === 'directory'
        ? 'to stage files'
        : 'to start an upload, unless upload-id is given';
    return `${input} is required ${purpose}, but is empty`;
}


/***/ }),

/***/ 3678:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5096);

/** A hint that begins with a question: whether one of these names was meant. */
function didYouMean(names, hint) {
    const last = names.at(-1);
    if (last === undefined)
        return hint;
    const others = names.slice(0, -1).map(_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL).join(', ');
    const question = `Did you mean ${others === '' ? '' : `${others} or `}${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(last)}? `;
    return [question, ...(typeof hint === 'string' ? [hint] : hint)];
}


/***/ }),

/***/ 9835:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KK: () => (/* binding */ stagingWriteHint),
/* harmony export */   OY: () => (/* binding */ MOUNT_STAGING),
/* harmony export */   iB: () => (/* binding */ mappedUserText),
/* harmony export */   kk: () => (/* binding */ stagingWriteText),
/* harmony export */   yw: () => (/* binding */ MAPPED_USER_HINT)
/* harmony export */ });
/* harmony import */ var _hint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8054);

/** For a machine that does not have the staging directory. */
const MOUNT_STAGING = (0,_hint_js__WEBPACK_IMPORTED_MODULE_0__/* .hint */ .aK) `Mount the staging directory of the service on this machine, or set ${(0,_hint_js__WEBPACK_IMPORTED_MODULE_0__/* .setting */ .Pe)('staging')} to its path here.`;
const mappedUserText = ({ uid, found }) => `a file that is created in the staging directory should belong to user id ${uid}, but belongs to user id ${found}`;
const MAPPED_USER_HINT = 'Run this step as an ordinary user, on a mount without user mapping (root_squash, all_squash or id mapping on the file server).';
const stagingWriteText = ({ item, error }) => `${item} could not be written to staging: ${error}`;
const MAKE_ROOM = 'Make room on the filesystem of the staging directory, which is full, or in your quota, which is used up. Then run this again.';
const NO_ANSWER = 'Check the file server of the staging directory and the mount: it does not answer. Then run this again.';
const WRITE_HINTS = {
    ENOSPC: MAKE_ROOM,
    EDQUOT: MAKE_ROOM,
    EIO: NO_ANSWER,
    ETIMEDOUT: NO_ANSWER,
    ESTALE: 'Mount the staging directory again on this machine: it was replaced on the file server.',
    ENOENT: MOUNT_STAGING,
    ENOTDIR: MOUNT_STAGING,
    EROFS: 'Mount the staging directory read-write: on this machine, it is mounted read-only.',
};
/** The next step by the cause. */
const stagingWriteHint = ({ errno = '' }) => WRITE_HINTS[errno] ??
    'Check the filesystem of the staging directory, its free space, and the permissions of this user.';


/***/ }),

/***/ 5191:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ refuseIfAny),
/* harmony export */   g: () => (/* binding */ UploadRefused)
/* harmony export */ });
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2833);
/* harmony import */ var _gobbler_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6464);


/** An upload that was refused before anything was moved, with everything that was found. */
class UploadRefused extends _gobbler_error_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE {
    /** All findings, grouped by kind, in the order in which the kinds were found. */
    groups;
    /** `subject` names the refused item at the beginning of the message. */
    constructor(subject, findings) {
        const kinds = [...new Set(findings.map(({ kind }) => kind))];
        const grouped = kinds.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
        super('upload-refused', { subject, findings: grouped });
        this.groups = kinds.map((kind) => {
            const { code, title, input } = _findings_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDINGS */ .TG[kind];
            const found = findings.filter((finding) => finding.kind === kind);
            const hint = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingHint */ .zG)(found[0] ?? findings[0]);
            const inputs = new Set(found.map((finding) => finding.input ?? input));
            const messages = found.map(_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingText */ .NK);
            return { kind, code, title, hint, input: [...inputs].join(', '), findings: found, messages };
        });
    }
}
/** Does nothing if there are no findings; else throws all of them as one {@link UploadRefused}, grouped by kind. */
function refuseIfAny(subject, findings) {
    const [first, ...others] = findings;
    if (first !== undefined)
        throw new UploadRefused(subject, [first, ...others]);
}


/***/ }),

/***/ 2474:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ releaseIdleDescriptors),
/* harmony export */   m: () => (/* binding */ onDescriptorShortage)
/* harmony export */ });
/** Functions that release idle file descriptors, such as those of connections. */
const releases = new Set();
/** Registers a function that releases descriptors. Registering it again has no effect. */
function onDescriptorShortage(release) {
    releases.add(release);
}
/** Releases idle descriptors, after a call that failed because too many files are open. */
async function releaseIdleDescriptors() {
    for (const release of releases)
        await release();
}


/***/ }),

/***/ 2778:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ withOpenNow),
/* harmony export */   X: () => (/* binding */ withOpen)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Opens a file for `use`, and closes it, however that ends. A failure to close is thrown, also instead of an earlier one: a
 * network filesystem may report only then that it is full.
 */
async function withOpen(file, flags, use, mode) {
    const handle = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(file, flags, mode);
    try {
        return await use(handle);
    }
    finally {
        await handle.close();
    }
}
/** The same at once. */
function withOpenNow(file, flags, use, mode) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, flags, mode);
    try {
        return use(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 6617:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   QH: () => (/* binding */ isOfRoot),
/* harmony export */   Z4: () => (/* binding */ isOwnFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5023);


/** Returns whether something belongs to the user of this process; somebody else could change it at any time. */
const isOwn = ({ uid }) => process.geteuid === undefined || uid === process.geteuid();
/** The same of an open file, which has to be a regular one. */
const isOwnFile = (stats) => stats.isFile() && isOwn(stats);
/**
 * Returns whether something belongs to root, as far as this process can see: in a user namespace that does not map root of the
 * machine, such as that of a rootless container, its files have the overflow id, as those of all other unmapped users have.
 */
function isOfRoot({ uid }) {
    if (uid === 0)
        return true;
    const uidMap = readIfThere('/proc/self/uid_map');
    if (uidMap === undefined || mapsRoot(uidMap))
        return false;
    return String(uid) === readIfThere('/proc/sys/fs/overflowuid')?.trim();
}
/** Each line has the first id in the namespace, the first id outside, and their number. */
const mapsRoot = (uidMap) => /^\s*\d+\s+0\s+[1-9]/m.test(uidMap);
/** The text of a file of the kernel; undefined on systems without it. */
function readIfThere(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .U)(error) !== 'ENOENT')
            throw error;
        return undefined;
    }
}


/***/ }),

/***/ 4785:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   runAction: () => (/* binding */ runAction),
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _commands_kit_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2405);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8801);


/** Runs a command as a workflow step: whatever fails makes the step fail. */
async function runAction(command, stopSignals) {
    (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .useRuntime */ .E)((0,_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowRunner */ .w)(stopSignals));
    if ((await command.main()) !== undefined)
        process.exitCode = 1;
}
/** Runs after the job, whatever became of it. Does not fail the job. A signal ends it at once. */
async function runPost(command, stopSignals) {
    (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_0__/* .useRuntime */ .E)((0,_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowRunner */ .w)(stopSignals));
    stopSignals.listen(() => process.exit(stopSignals.exitCode));
    await command.post();
}


/***/ }),

/***/ 8356:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ requireCommandFiles),
/* harmony export */   R: () => (/* binding */ appending)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _commands_kit_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(394);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6464);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5023);



/** More than all outputs of a step together. */
const ROOM_BYTES = 128 * 1024;
/**
 * Makes sure that the files through which a step answers its runner can be written, before there is anything to report:
 * writes as much as may be needed, and removes it again. Creates the files if they do not exist, for a bundle that is run
 * by hand. Codes `invalid-input` and `destination-unavailable`.
 */
function requireCommandFiles() {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
        const file = process.env[name];
        if (!file)
            continue;
        try {
            (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_1__/* .requireRoom */ .h)(file, ROOM_BYTES);
        }
        catch (error) {
            delete process.env[name]; // the failure itself is reported without it
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .gobblerError */ .k5)('command-file-unwritable', { variable: name, error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .b)(error), errno: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .U)(error) }, { cause: error });
        }
    }
}
/**
 * Appends to the command file that a variable names, by calling `append`. Removes a partial entry: half an entry would
 * make the runner fail the step.
 */
function appending(variable, append) {
    const file = process.env[variable];
    if (file)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, '');
    const before = file ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file) : undefined;
    try {
        append();
    }
    catch (error) {
        if (file && before?.isFile())
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(file, before.size);
        throw error;
    }
}


/***/ }),

/***/ 8801:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ hasRunner),
/* harmony export */   w: () => (/* binding */ workflowRunner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4962);
/* harmony import */ var _commands_kit_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3455);
/* harmony import */ var _commands_kit_index_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8394);
/* harmony import */ var _commands_kit_index_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6366);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5023);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6464);
/* harmony import */ var _command_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8356);







/** Returns whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
function hasRunner() {
    return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}
/** The same variable as a shell can export it, where there is no runner to set the other: `INPUT_DRY_RUN`. */
function underscored(name) {
    return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}
/** The runner reads commands at the start of lines, where foreign text must not look like one. */
function line(text) {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(/^\s*::/.test(text) ? `| ${text}` : text);
}
function printed(severity, annotation) {
    line(`${severity === 'error' ? 'Error' : 'Warning'}: ${annotation.title}`);
    for (const text of (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationText */ .xr)(annotation).split('\n'))
        line(`  ${text}`);
}
/** The runners of Gitea and Forgejo show an annotation as it was sent: its line breaks as `%0A`. */
function showsEscapes() {
    return process.env.GITEA_ACTIONS === 'true' || process.env.FORGEJO_ACTIONS === 'true';
}
function annotated(severity, annotation) {
    const command = severity === 'error' ? _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3 : _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e;
    const text = (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationText */ .xr)(annotation);
    command(showsEscapes() ? text.replaceAll('\n', ' | ') : text, { title: annotation.title });
}
function runnerPlaces(hasLaterSteps) {
    const { GITHUB_WORKSPACE, RUNNER_TEMP, RUNNER_TOOL_CACHE } = process.env;
    const temporary = RUNNER_TEMP || node_os__WEBPACK_IMPORTED_MODULE_1___default().tmpdir();
    return {
        get base() {
            return GITHUB_WORKSPACE || (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_5__/* .currentDirectory */ .n)();
        },
        temporary,
        handover: hasLaterSteps || RUNNER_TEMP ? temporary : undefined,
        // The tool cache of a persistent runner survives from job to job.
        cache: RUNNER_TOOL_CACHE ? node_path__WEBPACK_IMPORTED_MODULE_2___default().join(RUNNER_TOOL_CACHE, 'gobbler-action') : undefined,
    };
}
/** Before what is kept is needed to clean up: then it has to be possible. */
function keep(name, value) {
    try {
        (0,_command_files_js__WEBPACK_IMPORTED_MODULE_6__/* .appending */ .R)('GITHUB_STATE', () => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(name, value));
    }
    catch (error) {
        if ((0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .errnoOf */ .U)(error) === undefined)
            throw error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_8__/* .gobblerError */ .k5)('state-unwritable', { error: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .b)(error) }, { cause: error });
    }
}
/**
 * A workflow runner: inputs from the environment, answers into command files, annotations and a summary on the page of
 * the run. Without one, for whoever runs the bundle by hand, everything is a line of the log.
 */
function workflowRunner(stopSignals) {
    const reads = hasRunner();
    const summaryFile = process.env.GITHUB_STEP_SUMMARY;
    if (!reads)
        (0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .dropWorkflowCommands */ .vC)();
    return {
        prepare: _command_files_js__WEBPACK_IMPORTED_MODULE_6__/* .requireCommandFiles */ .G,
        places: runnerPlaces(reads),
        stopSignals,
        input: (input) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getInput */ .V4(input) || underscored(input),
        adviceOnInputs: reads ? "Correct the step's with block." : 'Correct the INPUT_ variables.',
        line,
        ...(_actions_core__WEBPACK_IMPORTED_MODULE_3__/* .isDebug */ ._o() && { detail: reads ? _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .debug */ .Yz : line }),
        group: (title, lines) => {
            if (reads)
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh(title);
            else
                line(`${title}:`);
            for (const text of lines)
                line(`  ${text}`);
            if (reads)
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
        },
        isWorkflow: reads,
        annotatesInLog: !reads,
        annotate: reads ? annotated : printed,
        output: (name, value) => {
            const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
            if (reads)
                (0,_command_files_js__WEBPACK_IMPORTED_MODULE_6__/* .appending */ .R)('GITHUB_OUTPUT', () => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(name, text));
            else if (text !== '')
                line(`output ${name}=${(0,_commands_kit_index_js__WEBPACK_IMPORTED_MODULE_9__/* .escapeText */ .X1)(text)}`);
        },
        keep: (name, value) => {
            if (reads)
                keep(name, value);
        },
        recall: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .getState */ .Gu,
        summary: summaryFile ? (markdown) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.appendFile(summaryFile, markdown) : undefined,
    };
}


/***/ }),

/***/ 5495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ watchAncestors),
/* harmony export */   d: () => (/* binding */ tellsOfJob)
/* harmony export */ });
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2142);

/** Variables that batch systems and CI set for the processes of a job. */
const JOB_VARIABLES = ['SLURM_JOB_ID', 'PBS_JOBID', 'LSB_JOBID', 'CI'];
/** Returns whether one of them tells of a job: whether it is set to anything but an empty text, `0`, `false` and `no`. */
const tellsOfJob = (name) => !/^(?:|0|false|no)$/i.test(process.env[name] ?? '');
const WATCH_EVERY_MS = 250;
/** The parent at the first statement of the launcher. */
const PARENT = Symbol.for('gobbler-action.parent');
/**
 * Calls `onGone` once, soon after the parent of this process has ended, if a job of a batch system or of CI runs it: then
 * the job is over, although its signals have not come this far, as where a shell waits for this process and is killed
 * alone. The same holds for ancestors of the same job, behind a wrapper that lives on. At a shell, where a background
 * process outlives its parent on purpose, nothing is watched. Returns a function that ends the watch.
 */
function watchAncestors(onGone) {
    const ancestors = jobAncestors();
    if (ancestors.length === 0)
        return () => undefined;
    const timer = setInterval(() => {
        if (!hasLost(ancestors))
            return;
        clearInterval(timer);
        onGone();
    }, WATCH_EVERY_MS);
    timer.unref();
    return () => clearInterval(timer);
}
/**
 * The parent, and ancestors above it that the same job has started, nearest first; empty if no job runs this process. Those of
 * another session do not count: a process has left them by `setsid` to outlive them.
 */
function jobAncestors() {
    const entry = jobEntry();
    if (entry === undefined)
        return [];
    const session = factsOf(process.pid)?.session;
    const ancestors = [];
    let next = process[PARENT] ?? process.ppid;
    for (;;) {
        const found = factsOf(next);
        if (found === undefined || next <= 1 || found.session !== session)
            return ancestors;
        // The parent counts in any case: a job may have cleaned its environment.
        if (ancestors.length > 0 && !(0,_processes_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(next).includes(entry))
            return ancestors;
        ancestors.push(next);
        next = found.parent;
    }
}
/** The variable that tells of a job, like `CI=true`. */
function jobEntry() {
    const name = JOB_VARIABLES.find(tellsOfJob);
    return name && `${name}=${process.env[name]}`;
}
/** The kernel gives the children of a process that ends to another one. */
function hasLost(ancestors) {
    return ancestors.some((ancestor, at) => {
        const below = ancestors[at - 1];
        const parent = below === undefined ? process.ppid : factsOf(below)?.parent;
        return parent !== undefined && parent !== ancestor;
    });
}
/** The facts about a process; undefined also while too many files are open: the next look may tell. */
function factsOf(pid) {
    try {
        return (0,_processes_js__WEBPACK_IMPORTED_MODULE_0__/* .processFacts */ .PJ)(pid);
    }
    catch (error) {
        const { code = '' } = error;
        if (code === 'EMFILE' || code === 'ENFILE')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 2142:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ processFacts),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   fP: () => (/* binding */ pidNamespace),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** The facts about a process; undefined if there is none, and on systems that do not show them. */
function processFacts(pid) {
    // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
    const stat = readOf(pid, 'stat');
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields === undefined)
        return undefined;
    const [state = '', parent, group, session] = fields;
    return {
        pid,
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        startTime: fields[19] ?? '',
        hasEnded: 'ZX'.includes(state),
    };
}
/** The environment with which a process was started, as `NAME=VALUE`; empty for a process of another user. */
const environmentOf = (pid) => readOf(pid, 'environ')?.split('\0') ?? [];
/** Identifies the start of this machine. All containers of a machine have the same. */
const bootId = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
/** Identifies the namespace in which process ids are counted: containers have their own. */
const pidNamespace = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid');
/** The content of a file of a process; undefined if it has ended, or does not show it to this user. */
function readOf(pid, file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/${file}`, 'utf8');
    }
    catch (error) {
        const { code = '' } = error;
        if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ isInternalName),
/* harmony export */   Sh: () => (/* binding */ givenNames),
/* harmony export */   eU: () => (/* binding */ requireVersion),
/* harmony export */   kR: () => (/* binding */ requireNames),
/* harmony export */   rH: () => (/* binding */ nameProblem),
/* harmony export */   rI: () => (/* binding */ requireName),
/* harmony export */   rq: () => (/* binding */ formatRef)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6464);

const LONGEST_NAME_BYTES = 255;
/**
 * Why `name` cannot name a project, asset or version, as the end of a sentence that begins with the name; undefined
 * if it can. Protocol \u00a79, plus the name `.` and names that no filesystem takes, all of which the service mishandles.
 */
function nameProblem(name) {
    // Callers without types: a name that is missing must never mean the level above.
    if (typeof name !== 'string')
        return `should be text, but is ${stateOf(name)}`;
    if (name === '')
        return 'may not be empty';
    if (name === '.')
        return 'would mean the directory itself';
    if (name.startsWith('..'))
        return "may not start with '..', which the service keeps for its own files";
    if (name.includes('/'))
        return "may not contain '/'";
    if (name.includes('\\'))
        return "may not contain '\\'";
    if (name.includes('\0'))
        return 'may not contain a NUL character';
    if (!name.isWellFormed())
        return 'is not valid Unicode';
    const bytes = Buffer.byteLength(name);
    if (bytes > LONGEST_NAME_BYTES)
        return `may not be longer than ${LONGEST_NAME_BYTES} bytes, but has ${bytes}`;
    return undefined;
}
const stateOf = (name) => name === undefined || name === null ? 'missing' : `of type ${typeof name}`;
/** Refuses a bad name with code `invalid-name`. Protocol \u00a79. */
function requireName(kind, name) {
    const problem = nameProblem(name);
    if (problem === undefined)
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gobblerError */ .k5)('bad-name', { kind, ...(typeof name === 'string' && { name }), found: problem });
}
/** Refuses the first bad name of those that a reference has, with code `invalid-name`. */
function requireNames(ref) {
    for (const kind of ['project', 'asset', 'version']) {
        if (kind in ref)
            requireName(kind, ref[kind]);
    }
}
/** Those names of a place in the registry that are given: where a user may leave out the last ones. */
function givenNames({ project, asset, version, }) {
    return {
        ...(project !== undefined && { project }),
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
    };
}
/** Refuses a reference without all three names, or with a bad one, with code `invalid-name`. */
function requireVersion({ project, asset, version }) {
    requireNames({ project, asset, version });
}
/** Internal files belong to the service: any base name that starts with two dots. Protocol \u00a71. */
function isInternalName(baseName) {
    return baseName.startsWith('..');
}
/** `project/asset/version`, as people write it. */
function formatRef(ref) {
    return [ref.project, ref.asset, ...(ref.version === undefined ? [] : [ref.version])].join('/');
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = require("node:readline");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = require("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = require("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 3785:
/***/ ((module) => {

module.exports = require("readline");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ }),

/***/ 4962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  dN: () => (/* binding */ exportVariable),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, getBooleanInput, getIDToken, getMultilineInput, group, markdownSummary, notice, platform, setCommandEcho, setFailed, setSecret, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return { 115: "glob", 801: "glob", 199: "shared", 214: "shared", 215: "shared", 321: "shared", 544: "shared", 804: "shared", 908: "shared", 217: "commands", 641: "commands", 27: "cli", 286: "cli", 295: "http", 652: "service", 743: "service" }[chunkId] + ".js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/commands/index.js
var commands = __nccwpck_require__(1238);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
var external_node_os_default = /*#__PURE__*/__nccwpck_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/job-ancestors.js
var job_ancestors = __nccwpck_require__(5495);
;// CONCATENATED MODULE: ./build/stop-signals.js


/**
 * Signals that ask a process to stop: of runners and shells, of terminals that are closed (HUP), and of batch systems
 * before their limits (XCPU, USR1, USR2). `bin/stop-signals.cjs` has the same list.
 */
const STOP_SIGNALS = [
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
    'SIGQUIT',
    'SIGXCPU',
    'SIGUSR1',
    'SIGUSR2',
    'SIGALRM',
    'SIGVTALRM',
];
/** The signals since the first statement of the launcher. */
const EARLY = Symbol.for('gobbler-action.early-signals');
/** The signals that this process has got, and will get; and the end of the job that runs it. */
class StopSignals {
    #first = process[EARLY]?.[0];
    #listeners = new Set();
    #isOrphan = false;
    /**
     * Catches all signals until the process exits: once the work is done, a signal must not prevent its result from being reported.
     */
    constructor() {
        for (const signal of STOP_SIGNALS) {
            process.on(signal, () => {
                this.#first ??= signal;
                for (const listener of this.#listeners)
                    listener(signal);
            });
        }
    }
    /** Calls the listener for every signal, including one already received. Returns a function that stops it. */
    listen = (listener) => {
        this.#listeners.add(listener);
        if (this.#first !== undefined)
            listener(this.#first);
        return () => void this.#listeners.delete(listener);
    };
    /** Calls the listener once the job that has started this process is over; see {@link watchAncestors}. */
    listenForOrphaning = (listener) => (0,job_ancestors/* watchAncestors */.a)(() => {
        this.#isOrphan = true;
        listener();
    });
    /**
     * The exit code after a signal: 128 and the number of the first; after the end of the job, as after a hang-up. Undefined if
     * nothing has come.
     */
    get exitCode() {
        const signal = this.#first ?? (this.#isOrphan ? 'SIGHUP' : undefined);
        return signal && 128 + (external_node_os_default()).constants.signals[signal];
    }
}

;// CONCATENATED MODULE: ./build/main.js


const stopSignals = new StopSignals();
/** The actions: the commands of every front end, and one that only runners have. */
const ACTIONS = {
    ...commands/* actions */.o,
    start: async () => (await Promise.all(/* import() | commands */[__nccwpck_require__.e(641), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(321), __nccwpck_require__.e(544), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8441))).start,
};
const USAGE = `usage: node dist/index.js COMMAND

  ${Object.keys(ACTIONS).join('\n  ')}
      run the action of that name, with its inputs in INPUT_\u2026 variables
  ACTION post
      run the post step of that action
  serve -registry DIR -staging DIR [FLAGS]
      run the embedded Gobbler; serve --help lists the flags
  cli COMMAND ...
      the command line gobbler; cli --help lists its commands
`;
/** The exit code that Node itself has for this. */
const UNFINISHED = 13;
/** The answer did not arrive: as for any other trouble with a filesystem. */
const ANSWER_LOST = 7;
/**
 * The program: `node dist/index.js ACTION` runs an action as the workflow runner does, `ACTION post` its post step,
 * `serve \u2026` the embedded service, and `cli \u2026` the command line. Each part is loaded when it is asked for.
 */
async function main(words) {
    const isShell = words[0] === 'cli';
    const asked = isShell ? words.slice(1) : words;
    const [command = '', ...rest] = asked;
    if (command === 'serve')
        return (await Promise.all(/* import() | service */[__nccwpck_require__.e(743), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(215), __nccwpck_require__.e(199), __nccwpck_require__.e(544), __nccwpck_require__.e(652)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4505))).serve(rest, stopSignals);
    if (isShell)
        return (await Promise.all(/* import() | cli */[__nccwpck_require__.e(286), __nccwpck_require__.e(908), __nccwpck_require__.e(214), __nccwpck_require__.e(27)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9435))).runCommandLine(asked, stopSignals);
    const load = Object.hasOwn(ACTIONS, command) ? ACTIONS[command] : undefined;
    const isPost = rest.length === 1 && rest[0] === 'post';
    if (load !== undefined && (isPost || rest.length === 0)) {
        const [{ runAction, runPost }, command] = await Promise.all([
            Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4785)),
            load(),
        ]);
        return (isPost ? runPost : runAction)(command, stopSignals);
    }
    const wantsHelp = command === '--help' || rest.includes('--help');
    (wantsHelp ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = wantsHelp ? 0 : 2;
}
// Where each filesystem call has latency, four threads are too few. The launchers do the same earlier, for Node 20.
process.env.UV_THREADPOOL_SIZE ??= '16';
const argv = process.argv.slice(2);
let isAnswerLost = false;
// Nobody may read the log any more, or it may not fit on the disk; that is no reason to leave work half done, or to call
// it a failure. On the command line, standard output is the answer.
for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
        if (argv[0] !== 'cli' || stream !== process.stdout || error.code === 'EPIPE' || isAnswerLost)
            return;
        isAnswerLost = true;
        process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
    });
}
let isOver = false;
// A process that waits for an event that never comes must not exit as a success.
process.on('exit', (code) => {
    if (!isOver && code === 0)
        process.exitCode = UNFINISHED;
    else if (code === 0 && isAnswerLost)
        process.exitCode = ANSWER_LOST;
});
void main(argv).finally(() => {
    isOver = true;
});

module.exports = __webpack_exports__;
/******/ })()
;