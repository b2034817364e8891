export const id = 859;
export const ids = [859];
export const modules = {

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ manifestOutputs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6884);
/* harmony import */ var _protocol_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2671);
/* harmony import */ var _protocol_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4751);






/** Values past 128 KiB break the environment of later steps; half of that leaves them room. */
const LARGEST_MANIFEST_OUTPUT_BYTES = 64 * 1024;
/**
 * A manifest for later steps: as text while it is small, always as a file: the one in the registry where this runner
 * sees it, else a copy under the runner's temporary directory.
 */
async function manifestOutputs(connection, ref, manifest) {
    const compact = (0,_protocol_records_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeManifest */ .Gb)(manifest, { indent: false });
    const truncated = Buffer.byteLength(compact) > LARGEST_MANIFEST_OUTPUT_BYTES;
    return {
        manifest: truncated ? '' : compact,
        'manifest-path': await manifestFile(connection, ref, manifest),
        'manifest-truncated': truncated,
        'manifest-digest': (0,_client_index_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestDigest */ .It)(manifest),
    };
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

/***/ 602:
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

/***/ 8765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ submitting),
/* harmony export */   IH: () => (/* binding */ actingFor),
/* harmony export */   bc: () => (/* binding */ spoofableInputs),
/* harmony export */   jU: () => (/* binding */ requestInputs),
/* harmony export */   m6: () => (/* binding */ connectTo),
/* harmony export */   r7: () => (/* binding */ serviceInputs)
/* harmony export */ });
/* harmony import */ var _client_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2656);
/* harmony import */ var _client_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8486);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6884);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5355);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(622);





/** Where the service is, for every action that talks to one. */
const serviceInputs = {
    // Read before anything is said about it: what looks like a password in it is refused, and never logged.
    url: { ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredText */ .$4)({ fallback: () => process.env.GOBBLER_URL }), parse: _client_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseUrl */ .CZ },
    staging: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optionalPath */ .s2)(),
    registry: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optionalPath */ .s2)(),
};
/** What every action that asks the service to change something takes besides. */
const requestInputs = {
    'timeout-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .minutes */ .Gx)(0),
    'lock-wait-minutes': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .minutes */ .Gx)(30),
    'show-summary': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)(true),
};
/** As {@link requestInputs}, for requests that can be made for somebody else. */
const spoofableInputs = { spoof: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), ...requestInputs };
/** Asks the service where its directories are. Codes as `connect`. */
function connectTo({ url, staging, registry }, signal) {
    return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(url, { staging, registry, signal });
}
/** How requests are made: for how long, and what is said meanwhile. */
function submitting(given, signal) {
    return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: _log_js__WEBPACK_IMPORTED_MODULE_4__/* .line */ .n8 };
}
/** For whom to act. Acting for oneself needs no leave, and the service may not give it: it is left out. */
function actingFor({ spoof }) {
    return spoof === undefined || spoof === (0,_client_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .currentUser */ .N)() ? {} : { spoof };
}


/***/ }),

/***/ 5859:
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
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/client/index.js + 35 modules
var client = __webpack_require__(6884);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(7445);
// EXTERNAL MODULE: ./build/actions/action.js + 1 modules
var action = __webpack_require__(6953);
// EXTERNAL MODULE: ./build/actions/command-files.js
var command_files = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/actions/figures.js
var figures = __webpack_require__(8733);
// EXTERNAL MODULE: ./build/actions/harmless.js
var harmless = __webpack_require__(3073);
// EXTERNAL MODULE: ./build/actions/inputs.js
var inputs = __webpack_require__(5355);
// EXTERNAL MODULE: ./build/actions/log.js
var log = __webpack_require__(622);
// EXTERNAL MODULE: ./build/actions/manifest-output.js
var manifest_output = __webpack_require__(7749);
;// CONCATENATED MODULE: ./build/actions/progress.js


const TICK_MS = 5_000;
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
    #latest;
    #ticker = setInterval(() => this.#tick(), TICK_MS);
    handle(event) {
        if (event.kind === 'notice')
            (0,log/* line */.n8)(event.sentence);
        else if (event.kind === 'progress')
            this.#latest = event;
        else if (event.kind === 'stage')
            this.#begin(event.stage);
        else if (event.kind === 'done')
            this.#finish(event.stage, event.spentMs);
    }
    /** Ends the ticking. */
    stop() {
        clearInterval(this.#ticker);
        this.#stage = undefined;
    }
    #begin(stage) {
        this.#stage = stage;
        this.#since = performance.now();
        this.#latest = undefined;
    }
    #finish(stage, spentMs) {
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
    #tick() {
        if (this.#stage === undefined)
            return;
        const spentMs = performance.now() - this.#since;
        const parts = [`${DOING[this.#stage]} for ${(0,figures/* formatDuration */.a3)(spentMs)}`];
        if (this.#stage === 'publish') {
            parts.push(`since ${new Date(Date.now() - spentMs).toISOString().slice(11, 19)} UTC`);
        }
        if (this.#latest !== undefined)
            parts.push(...standing(this.#latest, spentMs));
        (0,log/* line */.n8)(`${parts.join(', ')} …`);
    }
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

// EXTERNAL MODULE: ./build/actions/selection.js
var selection = __webpack_require__(602);
// EXTERNAL MODULE: ./build/actions/service-inputs.js
var service_inputs = __webpack_require__(8765);
// EXTERNAL MODULE: ./build/actions/summary.js
var actions_summary = __webpack_require__(9372);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2546);
;// CONCATENATED MODULE: ./build/actions/upload-files.js







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
/**
 * Writes sha256 sums of all files of a manifest, read below `root`, in the format of `sha256sum`. Code
 * `destination-unavailable`.
 */
async function writeChecksums(file, root, manifest, signal) {
    const lines = [];
    for (const [key, { md5sum }] of manifest) {
        if (md5sum === '')
            continue;
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(external_node_path_.join(root, key)), hash, { signal });
        lines.push(sumLine(hash.digest('hex'), key));
    }
    try {
        await external_node_fs_.promises.mkdir(external_node_path_.dirname(file), { recursive: true });
        await external_node_fs_.promises.writeFile(file, lines.map((line) => `${line}\n`).join(''));
    }
    catch (error) {
        throw new client/* GobblerError */.CE('destination-unavailable', `checksums-file could not be written: ${(0,errors/* messageOf */.bD)(error)}`, {
            input: 'checksums-file',
            hint: 'Check the path and the rights of this user. The version itself is published.',
            cause: error,
        });
    }
}
/** As sha256sum does it: names with a backslash or a line break are escaped, and their line begins with a backslash. */
function sumLine(sum, name) {
    const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === name ? '' : '\\'}${sum}  ${escaped}`;
}

;// CONCATENATED MODULE: ./build/actions/upload-summary.js





const MOST_PATHS = 10;
const HEADINGS = {
    created: 'published',
    verified: 'was there already, with the same content',
    skipped: 'was there already, and left as it is',
};
/** One screen about a published version: what, where, its state and what to do next, and where the time went. */
function uploadMarkdown(result, digest) {
    const { ref, summary, previous, status } = result;
    const icon = summary.onProbation ? '🟡' : '✅';
    const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
    const rows = [
        ['Content', (0,figures/* amountText */.cY)({ files: result.filesCount, bytes: result.sizeBytes })],
        ['Path', result.visible ? (0,harmless/* harmlessCode */.tt)(result.versionPath) : 'not visible on this runner'],
        ['URL', (0,harmless/* harmlessLink */.YM)(result.versionUrl)],
        [
            'Uploaded',
            `by ${(0,harmless/* harmlessCode */.tt)(summary.uploadUserId)}, finished ${(0,harmless/* harmlessMarkup */.km)(summary.uploadFinish)}`,
        ],
        ['Manifest digest', `<code>${digest}</code>`],
        ...(status === 'created' ? movedRows(result) : []),
        ...leftOutRows(result),
        ['Time', stageTimes(result)],
    ];
    const parts = [`### ${icon} ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} ${state}`, (0,actions_summary/* factTable */.Bu)(rows)];
    if (summary.onProbation)
        parts.push(probationAdvice(result, digest));
    if (previous !== undefined)
        parts.push(differenceMarkdown(previous.version, previous.difference));
    return parts.join('\n\n');
}
/** What an upload would do. */
function planMarkdown(result) {
    const rows = [...placementRows(result), ...leftOutRows(result)];
    return [
        `### ⚪ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(result.ref))} could be published (dry run)`,
        (0,actions_summary/* factTable */.Bu)(rows),
    ].join('\n\n');
}
function movedRows(result) {
    return [...placementRows(result), ['Stored as links', (0,figures/* formatBytes */.z3)(result.linkedBytes)]];
}
function placementRows({ placements: { unchanged, hardLinked, copied } }) {
    return [
        ['Unchanged, linked to earlier versions', (0,figures/* amountText */.cY)(unchanged)],
        ['Read by the service in place', (0,figures/* amountText */.cY)(hardLinked)],
        ['Copied to staging', (0,figures/* amountText */.cY)(copied)],
    ];
}
function leftOutRows({ leftOut: { hidden, unselected } }) {
    return hidden + unselected === 0 ? [] : [['Left out', `${hidden} hidden, ${unselected} not selected`]];
}
function stageTimes({ stageMs }) {
    const spent = client/* UPLOAD_STAGES */.QC.filter((stage) => stageMs[stage] > 0);
    return spent.map((stage) => `${stage} ${(0,figures/* formatDuration */.a3)(stageMs[stage])}`).join(', ');
}
function differenceMarkdown(before, { added, changed, removed }) {
    const title = `Against ${(0,harmless/* harmlessMarkup */.km)(before)}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`;
    const marked = [
        ...changed.map((path) => `changed ${(0,harmless/* harmlessCode */.tt)(path)}`),
        ...added.map((path) => `added ${(0,harmless/* harmlessCode */.tt)(path)}`),
        ...removed.map((path) => `removed ${(0,harmless/* harmlessCode */.tt)(path)}`),
    ];
    if (marked.length === 0)
        return `${title}.`;
    return `<details><summary>${title}</summary>\n\n${(0,actions_summary/* bulletList */.fF)(marked, MOST_PATHS)}\n\n</details>`;
}
/** What has to happen next, with the step to paste. Names in it are only those of a version that exists. */
function probationAdvice({ ref, filesCount }, digest) {
    const step = [
        '- uses: gobbler-action/gobbler-action/approve@main',
        '  with:',
        ...['project', 'asset', 'version'].map((kind) => `    ${kind}: ${JSON.stringify(ref[kind])}`),
        `    manifest-digest: ${digest}`,
    ].map((text) => (0,harmless/* harmlessMarkup */.km)(text));
    return [
        `It is visible, but not the latest version, until an owner of ${(0,harmless/* harmlessCode */.tt)(ref.project)} has looked at its ` +
            `${(0,figures/* formatNumberOf */.Of)(filesCount, 'file')} and approves it, for instance with this step. An owner may also reject it, ` +
            'which removes it.',
        `<pre>${step.join('\n')}</pre>`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/actions/upload.js


















const upload_inputs = {
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
const outputs = [
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
/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;
/** The root action: publishes a directory as a new version. */
const upload = (0,action/* defineAction */.Q)({
    name: 'upload',
    inputs: upload_inputs,
    outputs,
    failed: (given) => `${(0,names/* formatRef */.rq)(given)} was not published`,
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
    const connection = await (0,client/* connect */.Ng)(given.url, { staging: given.staging, registry: given.registry, signal });
    (0,command_files/* keepForPost */.$b)(STATE_STAGING, connection.staging);
    await sweep(connection.staging);
    requireChecksumsSource(connection, context);
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
/** Later there may be nothing left to compute them from. */
function requireChecksumsSource({ registryVisible }, { inputs: given }) {
    if (given['checksums-file'] === undefined || registryVisible || !given.consume)
        return;
    throw new client/* GobblerError */.CE('invalid-input', 'checksums-file cannot be combined with consume, unless the registry is visible here', {
        input: 'checksums-file',
        hint: 'Leave one of the two out, or mount the registry on this runner.',
    });
}
/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(connection, { inputs: given, setOutput, signal }, select) {
    const progress = new UploadProgress();
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
                    (0,command_files/* keepForPost */.$b)(STATE_RUN, event.run);
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
        await (0,actions_summary/* writeSummary */.Sy)(`### ⚪ ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(given))} was not published: no files found`);
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
async function reportPlan({ inputs: given, setOutput }, result) {
    const { unchanged, hardLinked, copied } = result.placements;
    (0,log/* line */.n8)(`Nothing was uploaded (dry-run). To publish ${(0,names/* formatRef */.rq)(given)}:`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(unchanged)} would be linked to earlier versions`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(hardLinked)} would be read by the service where they are`);
    (0,log/* line */.n8)(`  ${(0,figures/* amountText */.cY)(copied)} would be copied to staging`);
    setOutput('copied-bytes', copied.bytes);
    setOutput('version-path', result.versionPath);
    setOutput('version-url', result.versionUrl);
    await (0,actions_summary/* writeSummary */.Sy)(planMarkdown(result));
}
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
        (0,log/* line */.n8)(`Against ${JSON.stringify(previous.version)}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`);
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
    (0,log/* line */.n8)(`${SAID[result.status]} ${(0,names/* formatRef */.rq)(ref)}: ${content}${linked}${state}`);
    (0,log/* line */.n8)(`  at ${result.versionPath}`);
    await (0,actions_summary/* writeSummary */.Sy)(uploadMarkdown(result, described['manifest-digest']));
    if (result.status === 'created' && summary.onProbation && !given.probation)
        refuseProbation(context, result);
}
const SAID = {
    created: 'Published',
    verified: 'There already, with the same content:',
    skipped: 'There already, and left as it is:',
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
/** Removes what a killed run left in staging, and what older ones of this user did. */
async function post() {
    const staging = core/* getState */.Gu(STATE_STAGING);
    const ended = core/* getState */.Gu(STATE_RUN);
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
