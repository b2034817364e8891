"use strict";
exports.id = 13;
exports.ids = [13];
exports.modules = {

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
// EXTERNAL MODULE: ./build/client/index.js + 50 modules
var client = __webpack_require__(1790);
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