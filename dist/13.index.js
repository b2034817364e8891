"use strict";
exports.id = 13;
exports.ids = [13];
exports.modules = {

/***/ 8988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tellLeftOut)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8807);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);


const MOST_NAMES = 5;
/** Warns of hidden entries that were left out of a source, and lists what `files` has left out. */
function tellLeftOut(leftOut) {
    warnOfHidden(leftOut);
    const { unselected, unselectedExamples } = leftOut;
    if (unselected === 0)
        return;
    const first = unselected > unselectedExamples.length ? `, the first ${unselectedExamples.length}` : '';
    const count = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(unselected, 'entry', 'entries');
    (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .Os)(`Left out: ${count} not selected (see files)${first}`, unselectedExamples);
}
/** They may be data: a version that lacks them lacks them for good. */
function warnOfHidden({ hidden, hiddenExamples }) {
    if (hidden === 0)
        return;
    const names = hiddenExamples.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
    const rest = hidden - names.length;
    const more = rest > 0 ? ` and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rest)} more` : '';
    const count = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(hidden, 'hidden entry', 'hidden entries');
    (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({
        title: 'Hidden files left out',
        sentences: [`${count} left out: ${names.join(', ')}${more}`],
        hint: 'Set include-hidden-files: true to publish them, or exclude them with files if they are no data.',
        input: 'include-hidden-files',
    });
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ tellLosses)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8807);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3368);


/** Says which properties of files a Gobbler does not preserve, a line for each that applies. */
function tellLosses(losses) {
    const { executable, dated, sparse, sparseBytes, allocatedBytes, hardLinks } = losses;
    const lose = (count) => (count === 1 ? 'loses its' : 'lose their');
    if (executable > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(executable, 'file')} ${lose(executable)} executable bit`);
    if (dated > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(dated, 'file')} ${lose(dated)} ${dated === 1 ? 'timestamp' : 'timestamps'}`);
    if (sparse > 0) {
        const files = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(sparse, 'sparse (or compressed) file');
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${files} ${lose(sparse)} holes: ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(sparseBytes)} instead of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(allocatedBytes)}`);
    }
    if (hardLinks === 1)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('1 hard link becomes a file of its own');
    if (hardLinks > 1)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)(`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumberOf */ .Of)(hardLinks, 'hard link')} become files of their own`);
}


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 5067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ UploadProgress)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8807);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4475);




const DOING = {
    scan: 'Scanning the directory',
    check: 'Checking names, rights and links',
    hash: 'Computing checksums',
    stage: 'Staging',
    publish: 'The service is publishing',
    confirm: 'Reading back what was published',
    clean: 'Cleaning up',
};
/** What is said of a finished stage, around the amount of work it was. */
const DONE = {
    scan: ['Scanned', ''],
    hash: ['Computed the checksums of', ''],
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
    #ticker = setInterval(() => void this.#tick(), _pace_js__WEBPACK_IMPORTED_MODULE_0__/* .TICK_MS */ .b);
    #verifies;
    /** `arrivals` counts what the service has published so far, where that can be seen. */
    constructor({ arrivals, verifies = true } = {}) {
        this.#arrivals = arrivals;
        this.#verifies = verifies;
    }
    handle(event) {
        if (event.kind === 'notice')
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(event.sentence);
        else if (event.kind === 'filesystems')
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(filesystemsText(event));
        else if (event.kind === 'progress')
            this.#advance(event);
        else if (event.kind === 'stage')
            this.#begin(event.stage);
        else if (event.kind === 'done')
            this.#finish(event.stage, event.spentMs);
    }
    /** Ends the ticking. If the work was stopped, tells what was under way. */
    stop(signal) {
        clearInterval(this.#ticker);
        this.#arrivals?.stop();
        (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        if (signal.aborted && this.#stage !== undefined) {
            const spent = (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(performance.now() - this.#since);
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Stopped after ${spent} of this: ${DOING[this.#stage]}${this.#amount()}`);
        }
        this.#stage = undefined;
    }
    #advance(event) {
        this.#latest = event;
        const show = (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress;
        const { files, totalFiles, bytes = 0, totalBytes = 0 } = event;
        if (show === undefined || totalFiles === undefined)
            return;
        const [done, total] = totalBytes > 0 ? [bytes, totalBytes] : [files, totalFiles];
        const detail = standing(event, performance.now() - this.#since).join(', ');
        show({ doing: DOING[event.stage], done, total, detail });
    }
    #begin(stage) {
        this.#stage = stage;
        this.#since = performance.now();
        this.#saidAt = this.#since;
        this.#latest = undefined;
    }
    #finish(stage, spentMs) {
        (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress?.(undefined);
        const said = this.#doneText(stage) ?? (spentMs > SHORT_MS ? [`${DOING[stage]}: done`, ''] : undefined);
        if (said !== undefined)
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${said[0]}${this.#amount()}${said[1]} in ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`);
        this.#stage = undefined;
    }
    #doneText(stage) {
        return stage === 'confirm' && !this.#verifies ? ['Read back what was published', ''] : DONE[stage];
    }
    #amount() {
        if (this.#latest === undefined)
            return '';
        const { files, bytes } = this.#latest;
        const noun = this.#stage === 'scan' ? (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries') : (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'file');
        return bytes === undefined ? ` ${noun}` : ` ${noun} (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)})`;
    }
    async #tick() {
        const stage = this.#stage;
        if ((0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().progress !== undefined && this.#latest?.totalFiles !== undefined)
            return;
        const now = performance.now();
        if (!(0,_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .isLineDue */ .r)({ workedMs: now - this.#since, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const arrived = stage === 'publish' ? await this.#arrivals?.latest() : undefined;
        if (stage === undefined || stage !== this.#stage)
            return;
        const spentMs = performance.now() - this.#since;
        const parts = [`${DOING[stage]} for ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(spentMs)}`];
        if (stage === 'publish') {
            parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
        }
        if (arrived !== undefined)
            parts.push(arrivedText(arrived));
        if (this.#latest !== undefined)
            parts.push(...standing(this.#latest, spentMs));
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`${parts.join(', ')} …`);
    }
}
function filesystemsText({ source, staging, registry }) {
    const places = [`the source is on ${source.join(' and ')}`];
    if (staging !== undefined)
        places.push(`staging on ${staging}`);
    if (registry !== undefined)
        places.push(`the registry on ${registry}`);
    return `Filesystems: ${places.join(', ')}`;
}
function arrivedText({ files, isAll }) {
    return `${isAll ? '' : 'more than '}${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'file')} arrived`;
}
function standing(event, spentMs) {
    const { files, totalFiles, bytes, totalBytes } = event;
    if (totalFiles === undefined || bytes === undefined || totalBytes === undefined) {
        return [`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(files, 'entry', 'entries')} so far`];
    }
    const done = totalBytes > 0 ? bytes / totalBytes : files / totalFiles;
    const parts = [
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(files)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumberOf */ .Of)(totalFiles, 'file')}`,
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(totalBytes)}`,
        `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)((bytes / spentMs) * 1000)}/s`,
    ];
    if (done > 0.01)
        parts.push(`about ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)((spentMs / done) * (1 - done))} left`);
    return parts;
}


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IH: () => (/* binding */ actingFor),
  m6: () => (/* binding */ connectTo),
  B2: () => (/* binding */ submitting)
});

// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
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
        if (await isDirectory(external_node_path_default().join(registry, project)))
            return;
    }
    if (projects.length === 0)
        return;
    const named = projects.slice(0, MOST_PROJECTS_NAMED).join(', ');
    const more = projects.length > MOST_PROJECTS_NAMED ? ', …' : '';
    throw new client/* GobblerError */.CE('registry-unavailable', `registry should show what the service at ${url} has, but ${registry} shows nothing of its ` +
        `${(0,figures/* formatNumberOf */.Of)(projects.length, 'project')} (${named}${more})`, {
        input: 'registry',
        hint: 'Give the directory where this machine sees the registry of this service, or leave it out.',
    });
}
/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }) {
    if (await isDirectory(staging))
        return;
    throw new client/* GobblerError */.CE('staging-unavailable', `staging should be a directory here, but ${staging} is not`, {
        input: 'staging',
        hint: 'Give the directory where this machine sees the staging directory of the service, or leave it out.',
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

// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
;// CONCATENATED MODULE: ./build/verbs/service-connection.js




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
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/left-out.js
var left_out = __webpack_require__(8988);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/losses.js
var losses = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/verbs/progress.js
var verbs_progress = __webpack_require__(5067);
// EXTERNAL MODULE: ./build/verbs/service-connection.js + 1 modules
var service_connection = __webpack_require__(1974);
// EXTERNAL MODULE: ./build/client/fan-in/leg-path.js
var leg_path = __webpack_require__(7223);
// EXTERNAL MODULE: ./build/client/fan-in/leg-run.js + 1 modules
var leg_run = __webpack_require__(2060);
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
// EXTERNAL MODULE: ./build/verbs/verb.js + 2 modules
var verb = __webpack_require__(8951);
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
    const select = await (0,client/* selectPaths */.LO)(given.files);
    const connection = await (0,service_connection/* connectTo */.m6)(given, signal);
    if (task.area !== undefined) {
        await add(connection, context, { area: task.area, leg: task.leg, select });
        return;
    }
    const area = await allocate(connection, context, task.ref);
    if (task.leg === undefined) {
        context.accomplished('allocated', `the area ${area.name} for ${(0,names/* formatRef */.rq)(area.ref)} is allocated`);
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
    context.accomplished('staged', `leg ${JSON.stringify(leg.leg)} of ${(0,names/* formatRef */.rq)(added.area.ref)} is staged`);
    (0,left_out/* tellLeftOut */.B)(added.leftOut);
    (0,losses/* tellLosses */.x)(added.losses);
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


/***/ }),

/***/ 4506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ sweepAbandoned),
/* harmony export */   Z: () => (/* binding */ sweepLeftovers)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);


/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;
/** Removes what older runs of this user have left in staging, and all that `runs`, which are over, have. */
async function sweepLeftovers(staging, runs = []) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweepStaging */ .ii)(staging, { runs, olderThanMs: STALE_MS });
    for (const name of removed)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(`Removed ${name}, left in staging by a run that was killed`);
    if (failures.length > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}
/** Removes areas of this user that were abandoned. */
async function sweepAbandoned(connection) {
    const { removed, failures } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweepAreas */ .Tm)(connection);
    for (const sentence of removed)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(sentence);
    if (failures.length > 0)
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)({ title: 'Leftovers in staging', sentences: failures });
}


/***/ })

};
;